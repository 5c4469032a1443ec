"""The one place where the key goes out.

The guard stands between everything that makes requests and the network. It knows
the two exact addresses that may see the key, adds it below them and nowhere else, and
refuses any other before a byte leaves. No request outside this module ever holds
the key: the guard sends a new one, so what errors keep is the one without.
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
    """Sends requests to the known addresses, with the key, and to no others.

    Args:
        hosts: The addresses that may see the key.
        routes: How to reach each of their origins.
        credential: What opens the account there.
    """

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
        """Send a request with the key, if it goes where the key may go.

        Args:
            request: Without a key; one that it brings along is taken off.

        Returns:
            The answer, whatever it is; redirects are not followed.

        Raises:
            ForeignAddressError: It goes anywhere else; nothing was sent.
        """
        url = request.url
        port = url.port or _DEFAULT_PORTS.get(url.scheme, 0)
        # As it goes out: ``host`` would be in letters of any alphabet.
        host = url.raw_host.decode("ascii")
        origin = Origin(url.scheme, host, port)
        if url.userinfo or not self._hosts.cover(origin, url.path):
            raise ForeignAddressError(RequestInfo(request.method, "", host))
        return await self._routes[origin].handle_async_request(
            httpx.Request(
                request.method,
                url,
                headers=[
                    *(
                        pair
                        for pair in request.headers.raw
                        if pair[0].lower() not in _KEY_HEADERS
                    ),
                    self._credential.header(),
                ],
                stream=request.stream,
                extensions=request.extensions,
            )
        )

    async def aclose(self) -> None:
        """Close the connections of every route; the next request makes new ones."""
        for route in set(self._routes.values()):
            await route.aclose()


def _without_heads(record: logging.LogRecord) -> bool:
    """Let httpcore log all but heads: a server may repeat the key in its own."""
    return not record.getMessage().startswith(_HEADS)
