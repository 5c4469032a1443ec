"""Adds the key to requests, for the two chosen addresses only.

The guard is the transport of all requests and refuses any other address before
anything is sent. No request outside of this module ever holds the key: the guard sends
a new one, so that errors keep the one without.
"""

import logging
from collections.abc import Mapping

import httpx

from clockify_desktop.api.credentials import Credential
from clockify_desktop.api.errors import ForeignAddressError, RequestInfo
from clockify_desktop.api.hosts import Hosts, Origin

_DEFAULT_PORTS = {"https": 443, "http": 80}
_KEY_HEADERS = frozenset({b"x-api-key", b"x-addon-token"})
_HEADS = "receive_response_headers."


class OriginGuard(httpx.AsyncBaseTransport):
    """Sends requests to the known addresses, with the key, and to no others."""

    def __init__(
        self,
        hosts: Hosts,
        routes: Mapping[Origin, httpx.AsyncBaseTransport],
        credential: Credential,
    ) -> None:
        self._hosts = hosts
        self._routes = dict(routes)
        self._credential = credential
        logging.getLogger("httpcore.http11").addFilter(_without_heads)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request with the key, in place of any that it holds already.

        Redirects are not followed.
        """
        url = request.url
        port = url.port or _DEFAULT_PORTS.get(url.scheme, 0)
        # As it is sent: ``host`` would be decoded to letters of any alphabet.
        host = url.raw_host.decode("ascii")
        origin = Origin(url.scheme, host, port)
        if url.userinfo or not self._hosts.cover(origin, url.path):
            raise ForeignAddressError(RequestInfo(request.method, "", host))
        headers = request.headers.raw
        headers = [pair for pair in headers if pair[0].lower() not in _KEY_HEADERS]
        request = httpx.Request(
            request.method,
            url,
            headers=[*headers, self._credential.header()],
            stream=request.stream,
            extensions=request.extensions,
        )
        return await self._routes[origin].handle_async_request(request)

    async def aclose(self) -> None:
        """Close the connections of every route; the next request makes new ones."""
        for route in set(self._routes.values()):
            await route.aclose()


def _without_heads(record: logging.LogRecord) -> bool:
    """Let httpcore log all but response heads: a server may repeat the key in them."""
    return not record.getMessage().startswith(_HEADS)
