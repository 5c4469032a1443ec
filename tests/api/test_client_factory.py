import asyncio
import errno
import json
import socket
import subprocess
import sys
import threading
from typing import Any

import httpx
import pytest
import truststore

from clockify_desktop.api import client_factory, errors, network_errors
from clockify_desktop.api.client import Clockify
from clockify_desktop.api.client_factory import open_clockify
from clockify_desktop.api.credentials import AddonToken, ApiKey
from clockify_desktop.api.hosts import GERMANY, GLOBAL, Hosts, Origin, own_pair

LOCAL = own_pair("http://127.0.0.1:9/api/v1", "http://127.0.0.1:9/report/v1")
PROXY_VARIABLES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


@pytest.fixture(autouse=True)
def _no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXY_VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def open_and_close(hosts: Hosts, key: str, **options: Any) -> Clockify:
    async def main() -> Clockify:
        async with open_clockify(hosts, ApiKey(key), **options) as clockify:
            return clockify

    return asyncio.run(main())


def test_the_way_to_clockify_is_checked_by_the_system(
    key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Any] = []
    real = client_factory._transport

    def noting(context: Any, proxy: str | None) -> httpx.AsyncBaseTransport:
        made.append((type(context), proxy, threading.current_thread().name))
        return real(context, proxy)

    monkeypatch.setattr(client_factory, "_transport", noting)
    open_and_close(GLOBAL, key)
    # Two origins, one way: one context, one pool.
    assert made == [(truststore.SSLContext, None, "MainThread")]
    monkeypatch.setenv("HTTPS_PROXY", "proxy.example:3128")
    monkeypatch.setenv("NO_PROXY", "reports.api.clockify.me")
    made.clear()
    open_and_close(GLOBAL, key)
    assert {one[1] for one in made} == {None, "http://proxy.example:3128"}
    monkeypatch.setenv("HTTPS_PROXY", "https://proxy.example:3128")
    open_and_close(GLOBAL, key)
    assert made[-1][1] in {None, "https://proxy.example:3128"}


@pytest.mark.parametrize(
    ("variables", "origin", "proxy"),
    [
        ({}, Origin("https", "a.example", 443), None),
        (
            {"HTTPS_PROXY": "http://p:1"},
            Origin("https", "a.example", 443),
            "http://p:1",
        ),
        ({"ALL_PROXY": "p:1"}, Origin("https", "a.example", 443), "http://p:1"),
        ({"HTTP_PROXY": "p:1"}, Origin("https", "a.example", 443), None),
        (
            {"ALL_PROXY": "p:1", "NO_PROXY": "a.example"},
            Origin("https", "a.example", 443),
            None,
        ),
        ({"ALL_PROXY": "p:1"}, Origin("http", "127.0.0.1", 80), None),
        ({"ALL_PROXY": "p:1"}, Origin("https", "localhost", 443), None),
    ],
)
def test_proxies_from_the_environment(
    variables: dict[str, str],
    origin: Origin,
    proxy: str | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert client_factory._proxy_of(origin) == proxy


@pytest.mark.parametrize(
    "proxy", ["ftp://canary@p:1", "http://canary:x@p:port", "socks5://canary@p:1"]
)
def test_a_proxy_that_cannot_be(
    key: str, proxy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    with pytest.raises(network_errors.ProxyError) as caught:
        open_and_close(GERMANY, key)
    assert "canary" not in str(caught.value)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (FileNotFoundError(2, "canary"), network_errors.EncryptionError),
        (ImportError("canary"), network_errors.EncryptionError),
        (OSError(errno.EMFILE, "canary"), network_errors.TooManyFilesError),
    ],
)
def test_certificates_that_cannot_be_read(
    key: str,
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
    kind: type[network_errors.NetworkError],
) -> None:
    def broken() -> None:
        raise error

    monkeypatch.setattr(client_factory, "_trusting_context", broken)
    with pytest.raises(kind):
        open_and_close(GERMANY, key)


def test_a_missing_certificate_file_does_not_end_in_a_traceback(
    key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere/roots.pem")
    assert isinstance(open_and_close(GERMANY, key), Clockify)


def test_https_on_a_port_that_speaks_http(key: str) -> None:
    async def plain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        writer.close()

    async def main() -> None:
        server = await asyncio.start_server(plain, "127.0.0.1", 0)
        async with server:
            port = server.sockets[0].getsockname()[1]
            url = f"https://127.0.0.1:{port}/api/v1"
            async with open_clockify(own_pair(url, url), ApiKey(key)) as clockify:
                await clockify.user()

    with pytest.raises(network_errors.EncryptionError, match=r"127\.0\.0\.1"):
        asyncio.run(main())


def test_a_name_that_leads_nowhere(
    key: str, fake_clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nowhere(*_args: Any, **_more: Any) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    async def main() -> None:
        retry_policy = fake_clock.retry_policy()
        async with open_clockify(
            GERMANY, ApiKey(key), retry_policy=retry_policy
        ) as clockify:
            loop = asyncio.get_running_loop()
            monkeypatch.setattr(loop, "getaddrinfo", nowhere)
            await clockify.user()

    with pytest.raises(network_errors.NameUnknownError, match=r"euc1\.clockify\.me"):
        asyncio.run(main())


@pytest.mark.parametrize(
    ("credential", "given", "spacing_s"),
    [
        (ApiKey("x" * 48), None, 0.1),
        (AddonToken("x" * 48), None, 0.02),
        (ApiKey("x" * 48), 4, 0.25),
    ],
)
def test_the_rate(
    credential: ApiKey | AddonToken, given: float | None, spacing_s: float
) -> None:
    transport = httpx.MockTransport(lambda _request: httpx.Response(200))

    async def main() -> None:
        async with open_clockify(
            LOCAL, credential, rate_a_second=given, transport=transport
        ) as clockify:
            assert clockify._requester._rate._spacing_s == spacing_s

    asyncio.run(main())


def test_an_application_in_this_process(key: str, fake_clock: Any) -> None:
    seen: list[Any] = []

    async def app(scope: Any, _receive: Any, send: Any) -> None:
        seen.append((scope["path"], dict(scope["headers"])[b"x-api-key"]))
        if scope["path"].endswith("/workspaces"):
            message = "a mistake of the application"
            raise RuntimeError(message)
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send(
            {"type": "http.response.body", "body": json.dumps({"id": "u"}).encode()}
        )

    async def main() -> None:
        async with open_clockify(
            LOCAL, ApiKey(key), asgi_app=app, retry_policy=fake_clock.retry_policy()
        ) as clockify:
            assert (await clockify.user()).id == "u"
            with pytest.raises(errors.ServerError, match="500"):
                await clockify.workspaces()

    asyncio.run(main())
    assert seen[0] == ("/api/v1/user", key.encode())


def test_the_loop_does_not_import_what_sends(
    key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[str] = []
    real = client_factory._import_network

    def noting() -> None:
        threads.append(threading.current_thread().name)
        real()

    monkeypatch.setattr(client_factory, "_import_network", noting)
    open_and_close(LOCAL, key)
    assert len(threads) == 1
    assert threads != ["MainThread"]
    assert {"httpcore", "anyio._backends._asyncio"} <= sys.modules.keys()


def test_what_opening_on_loopback_imports() -> None:
    code = """
import asyncio, sys
from clockify_desktop.api.credentials import ApiKey
from clockify_desktop.api.hosts import own_pair
from clockify_desktop.api.client_factory import open_clockify
async def main():
    hosts = own_pair("http://127.0.0.1:9/api/v1", "http://127.0.0.1:9/report/v1")
    async with open_clockify(hosts, ApiKey("x" * 48)): pass
asyncio.run(main())
heavy = {"truststore", "numpy", "starlette", "uvicorn", "keyring", "matplotlib",
         "PySide6", "h2"}
print(sorted(heavy & set(sys.modules)))
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
