import asyncio

import httpx
import pytest

from clockify_desktop.api.credentials import AddonToken, ApiKey, Credential
from clockify_desktop.api.errors import ForeignAddressError
from clockify_desktop.api.hosts import GLOBAL, Hosts, own_pair
from clockify_desktop.api.origin_guard import OriginGuard


class Noting(httpx.AsyncBaseTransport):
    def __init__(self) -> None:
        self.seen: list[httpx.Request] = []
        self.closed = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.seen.append(request)
        return httpx.Response(302, headers={"Location": "https://evil.example/"})

    async def aclose(self) -> None:
        self.closed += 1


def sent(
    url: str, key: str, hosts: Hosts = GLOBAL, credential: Credential | None = None
) -> tuple[Noting, httpx.Request]:
    noting = Noting()
    guard = OriginGuard(
        hosts, dict.fromkeys(hosts.origins, noting), credential or ApiKey(key)
    )
    request = httpx.Request("GET", url, headers={"x-addon-token": "other"})

    async def main() -> None:
        try:
            await guard.handle_async_request(request)
        finally:
            await guard.aclose()

    asyncio.run(main())
    return noting, request


@pytest.mark.parametrize("url", [GLOBAL.core_url, GLOBAL.reports_url + "/x?y=1"])
def test_the_two_hosts_get_the_key(url: str, key: str) -> None:
    noting, request = sent(url, key)
    (seen,) = noting.seen
    assert seen.headers["X-Api-Key"] == key
    assert "x-addon-token" not in seen.headers
    assert str(seen.url) == url
    # What errors and logs could hold is the request that has no key.
    assert seen is not request
    assert key not in repr(request.headers.raw)
    assert noting.closed == 1


def test_a_token_goes_alone(key: str) -> None:
    noting, _ = sent(GLOBAL.core_url, key, credential=AddonToken(key))
    assert noting.seen[0].headers["X-Addon-Token"] == key
    assert "x-api-key" not in noting.seen[0].headers


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/api/v1",
        "https://api.clockify.me/",
        "https://api.clockify.me/api/v10/user",
        "https://api.clockify.me/api/v1/../../v2/user",
        "https://api.clockify.me/v1/workspaces",
        "https://reports.api.clockify.me/api/v1/user",
        "http://api.clockify.me/api/v1",
        "http://api.clockify.me:443/api/v1",
        "https://api.clockify.me:444/api/v1",
        "https://api.clockify.me.evil.example/api/v1",
        "https://evil.example\\@api.clockify.me/",
        "https://me:you@api.clockify.me/api/v1",
        "https://api.clockify.me@evil.example/",
        "https://euc1.clockify.me/api/v1",
        "https://127.0.0.1/",
        "//evil.example/",
        "/api/v1",
        "ws://api.clockify.me/",
        "file:///etc/hosts",
    ],
)
def test_nobody_else_does(url: str, key: str) -> None:
    try:
        httpx.URL(url)
    except httpx.InvalidURL:
        return
    with pytest.raises(ForeignAddressError) as caught:
        sent(url, key)
    assert key not in f"{caught.value!r}{caught.value.__dict__}"


def test_loopback_and_its_port(key: str) -> None:
    hosts = own_pair("http://localhost:8000/api/v1", "http://localhost:8000/report/v1")
    assert sent("http://localhost:8000/api/v1/user", key, hosts)[0].seen
    for other in ("http://localhost:8001/api/v1", "http://127.0.0.1:8000/api/v1"):
        with pytest.raises(ForeignAddressError):
            sent(other, key, hosts)


def test_a_name_of_another_alphabet_as_it_goes_out(key: str) -> None:
    url = "https://xn--bcher-kva.example/api/v1"
    (seen,) = sent(f"{url}/user", key, own_pair(url, url))[0].seen
    assert seen.headers["Host"] == "xn--bcher-kva.example"
    with pytest.raises(ForeignAddressError):
        sent("https://xn--bcher-kva.example.evil.example/", key, own_pair(url, url))
