"""Opens a client: certificates, proxies, the origin guard, the rate limit."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib import import_module
from typing import Any
from urllib.request import getproxies, proxy_bypass

import httpx

from clockify_desktop.api.bytes_in_flight import BODY_CAP_BYTES
from clockify_desktop.api.calls.call_group import WALK_DEADLINE_S
from clockify_desktop.api.client import Clockify
from clockify_desktop.api.credentials import AddonToken, Credential
from clockify_desktop.api.errors import RequestInfo
from clockify_desktop.api.hosts import Hosts, Origin
from clockify_desktop.api.network_errors import (
    EncryptionError,
    ProxyError,
    TooManyFilesError,
)
from clockify_desktop.api.origin_guard import OriginGuard
from clockify_desktop.api.rate import (
    ADDON_RATE_A_SECOND,
    KEY_RATE_A_SECOND,
    RateLimit,
)
from clockify_desktop.api.requester import DEADLINE_S, REQUESTS_AT_ONCE, Requester
from clockify_desktop.api.retry import OnWait, RetryPolicy
from clockify_desktop.api.transport_errors import TOO_MANY_FILES

# Short, because a connection that idled through a change of network is dead and does
# not say so; long enough for the requests of one report.
_IDLE_S = 5.0
# How many requests are under way the requester decides. A limit of the pool's own
# would count the connections, too, that cancelled requests leave behind in it.
_LIMITS = httpx.Limits(
    max_connections=None,
    max_keepalive_connections=REQUESTS_AT_ONCE,
    keepalive_expiry=_IDLE_S,
)


@asynccontextmanager
async def open_clockify(
    hosts: Hosts,
    credential: Credential,
    *,
    rate_a_second: float | None = None,
    transport: httpx.AsyncBaseTransport | None = None,
    # The signature of an ASGI application is that of three dictionaries of anything.
    asgi_app: Any = None,  # noqa: ANN401
    body_cap_bytes: int = BODY_CAP_BYTES,
    deadline_s: float = DEADLINE_S,
    walk_deadline_s: float = WALK_DEADLINE_S,
    retry_policy: RetryPolicy | None = None,
    on_wait: OnWait | None = None,
) -> AsyncIterator[Clockify]:
    """Open a client and close its connections in the end.

    ``rate_a_second`` is 10 for keys and 50 for tokens where it is ``None``,
    ``body_cap_bytes`` counts after inflating, and ``walk_deadline_s`` is for all pages
    of a list together. Tests send by ``transport`` instead of the network, the demo to
    ``asgi_app``, which runs in this process. ``on_wait`` is given the wait before a
    request is sent again, and ``None`` when there is none any more.

    Raises:
        ClockifyError: The proxy settings or the system's certificates are unusable.
    """
    if rate_a_second is None:
        token = isinstance(credential, AddonToken)
        rate_a_second = ADDON_RATE_A_SECOND if token else KEY_RATE_A_SECOND
    if asgi_app is not None:
        transport = httpx.ASGITransport(asgi_app, raise_app_exceptions=False)
    routes = (
        await _network_routes(hosts.origins)
        if transport is None
        else dict.fromkeys(hosts.origins, transport)
    )
    guard = OriginGuard(hosts, routes, credential)
    retry_policy = retry_policy or RetryPolicy()
    rate = RateLimit(rate_a_second, clock=retry_policy.clock, sleep=retry_policy.sleep)
    requester = Requester(
        hosts,
        guard,
        rate,
        deadline_s=deadline_s,
        body_cap_bytes=body_cap_bytes,
        retry_policy=retry_policy,
        on_wait=on_wait,
    )
    try:
        yield Clockify(requester, walk_deadline_s=walk_deadline_s)
    finally:
        await requester.aclose()


async def _network_routes(
    origins: frozenset[Origin],
) -> dict[Origin, httpx.AsyncBaseTransport]:
    """Make one transport for each proxy, shared by the origins behind it."""
    await asyncio.to_thread(_import_network)
    by_proxy: dict[tuple[str, str | None], httpx.AsyncBaseTransport] = {}
    routes: dict[Origin, httpx.AsyncBaseTransport] = {}
    for origin in origins:
        proxy = _proxy_of(origin)
        shared = (origin.scheme, proxy)
        if shared not in by_proxy:
            by_proxy[shared] = await _network_route(origin, proxy)
        routes[origin] = by_proxy[shared]
    return routes


def _import_network() -> None:
    """Import what httpx puts off until it sends: 50 ms, which the loop has no time for.

    The second is an inner name of anyio's, which may go.
    """
    import_module("httpcore")
    with suppress(ImportError):
        import_module("anyio._backends._asyncio")


async def _network_route(origin: Origin, proxy: str | None) -> httpx.AsyncBaseTransport:
    info = RequestInfo("", "", origin.host)
    if origin.scheme == "http":
        # On loopback nothing is encrypted: an empty context costs nothing, httpx's
        # own would load every root certificate.
        return _transport(ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), None)
    try:
        context = await asyncio.to_thread(_trusting_context)
    except (OSError, ImportError) as error:
        if isinstance(error, OSError) and error.errno in TOO_MANY_FILES:
            raise TooManyFilesError(info) from None
        raise EncryptionError(info) from None
    try:
        return _transport(context, proxy)
    except (ValueError, ImportError, httpx.InvalidURL):
        # The text of the error holds the proxy's address, and that a password.
        raise ProxyError(info) from None


def _transport(context: ssl.SSLContext, proxy: str | None) -> httpx.AsyncBaseTransport:
    # A proxy that is itself reached by https is verified like any other server.
    own = context if proxy and proxy.startswith("https:") else None
    return httpx.AsyncHTTPTransport(
        verify=context,
        trust_env=False,
        limits=_LIMITS,
        proxy=httpx.Proxy(proxy, ssl_context=own) if proxy else None,
    )


def _trusting_context() -> ssl.SSLContext:
    # Imported here: it costs tens of milliseconds, and the demo and a server on
    # loopback do without. Off the loop, because loading the roots takes as long.
    import truststore  # noqa: PLC0415 - see above

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _proxy_of(origin: Origin) -> str | None:
    """Find the proxy that the environment names; on loopback there is none."""
    if origin.on_loopback or proxy_bypass(origin.host):
        return None
    proxies = getproxies()
    named = proxies.get(origin.scheme) or proxies.get("all")
    if named and "://" not in named:
        return f"http://{named}"
    return named
