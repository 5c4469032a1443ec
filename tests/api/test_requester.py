"""One request over a real socket: what is sent, how many at once, how fast."""

import asyncio
import gzip
from typing import Any

import httpx
import pytest

from clockify_desktop.api import network_errors
from clockify_desktop.api.client import Clockify
from clockify_desktop.api.client_factory import open_clockify
from clockify_desktop.api.credentials import ApiKey
from clockify_desktop.api.retry import RetryPolicy

USER = b'{"id":"u1","name":"Ada"}'


def test_what_is_sent(call_server: Any, http_reply: Any, key: str) -> None:
    user, server = call_server(http_reply(USER))
    assert user.name == "Ada"
    (seen,) = server.seen
    assert (seen.method, seen.target) == ("GET", "/api/v1/user")
    assert seen.headers["x-api-key"] == key
    assert seen.headers["host"] == f"127.0.0.1:{server.port}"
    assert seen.headers["accept-encoding"] == "gzip"
    assert seen.headers["user-agent"].startswith("clockify-desktop/")
    assert "cookie" not in seen.headers
    assert "x-addon-token" not in seen.headers


def test_connections_are_kept(call_server: Any, http_reply: Any) -> None:
    async def twice(clockify: Clockify) -> Any:
        await clockify.user()
        return await clockify.user()

    reply = http_reply(USER, Set_Cookie="session=1")
    _, server = call_server(reply, twice)
    assert len(server.seen) == 2
    assert "cookie" not in server.seen[1].headers


def test_gzip(call_server: Any, http_reply: Any) -> None:
    reply = http_reply(gzip.compress(USER), Content_Encoding="gzip")
    assert call_server(reply)[0].id == "u1"


def test_sixteen_at_once(call_server: Any, http_reply: Any) -> None:
    async def slow(writer: asyncio.StreamWriter, _seen: Any) -> None:
        await asyncio.sleep(0.01)
        writer.write(http_reply(USER))
        await writer.drain()

    async def many(clockify: Clockify) -> Any:
        return await asyncio.gather(*(clockify.user() for _ in range(50)))

    users, server = call_server(slow, many)
    assert len(users) == 50
    assert server.most_at_once == 16


def test_waiting_for_a_place_is_no_part_of_the_deadline(opened: Any) -> None:
    running, most = 0, 0

    async def handle(_request: httpx.Request) -> httpx.Response:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0.001)
        running -= 1
        return httpx.Response(200, content=USER)

    async def main() -> None:
        async with opened(handle) as clockify:
            await asyncio.gather(*(clockify.user() for _ in range(50)))

    asyncio.run(main())
    # The transport itself has no limit here: the client's own is what holds.
    assert most == 16


def test_the_rate_is_kept(call_server: Any, http_reply: Any) -> None:
    async def many(clockify: Clockify) -> Any:
        loop = asyncio.get_running_loop()
        start = loop.time()
        await asyncio.gather(*(clockify.user() for _ in range(30)))
        return loop.time() - start

    took, _ = call_server(http_reply(USER), many, rate_a_second=100)
    assert took < 1
    took, _ = call_server(http_reply(USER), many, rate_a_second=25)
    assert 1.15 < took < 3


def test_nobody_there(key: str, loopback: Any) -> None:
    async def main() -> None:
        async with loopback(b"") as server:
            hosts = server.hosts
        async with open_clockify(
            hosts, ApiKey(key), retry_policy=RetryPolicy(attempts=1)
        ) as clockify:
            await clockify.user()

    with pytest.raises(network_errors.UnreachableError, match=r"127\.0\.0\.1"):
        asyncio.run(main())


def test_connecting_has_a_limit_of_its_own(call_with: Any) -> None:
    _, (request,) = call_with(
        lambda _: httpx.Response(200, content=USER), lambda clockify: clockify.user()
    )
    limits = {"connect": 10.0, "read": None, "write": None, "pool": None}
    assert request.extensions["timeout"] == limits


def test_cancelling_is_cancelling(loopback: Any, key: str) -> None:
    async def silent(_writer: asyncio.StreamWriter, _seen: Any) -> None:
        await asyncio.Event().wait()

    async def main() -> None:
        async with (
            loopback(silent) as server,
            open_clockify(server.hosts, ApiKey(key)) as clockify,
        ):
            task = asyncio.ensure_future(clockify.user())
            while not server.seen:  # noqa: ASYNC110 - the server has no event to tell
                await asyncio.sleep(0.001)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    asyncio.run(main())
