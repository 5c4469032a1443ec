"""One request over a real socket, against servers that do as the test says."""

import asyncio
import gc
import gzip
import logging
import sys
import time
import traceback
import types
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest

from clockify_desktop.api import errors
from clockify_desktop.api.client import Clockify
from clockify_desktop.api.credentials import ApiKey
from clockify_desktop.api.opening import open_clockify
from clockify_desktop.domain.identity import WorkspaceId

USER = b'{"id":"u1","name":"Ada"}'


@pytest.fixture
def asked(loopback: Any, key: str) -> Callable[..., Any]:
    """Let a server answer a call by bytes; return what came and what it saw."""

    def run(
        write: Any,
        call: Callable[[Clockify], Awaitable[Any]] = lambda clockify: clockify.user(),
        **options: Any,
    ) -> Any:
        options.setdefault("rate_a_second", 1000)

        async def main() -> Any:
            async with (
                loopback(write) as server,
                open_clockify(server.hosts, ApiKey(key), **options) as clockify,
            ):
                try:
                    return await call(clockify), server
                except errors.ClockifyError as error:
                    return error, server

        return asyncio.run(main())

    return run


def answering(data: bytes, *, close: bool = True) -> Any:
    async def write(writer: asyncio.StreamWriter, _seen: Any) -> None:
        writer.write(data)
        await writer.drain()
        if close:
            writer.close()

    return write


def test_what_is_sent(asked: Any, http_reply: Any, key: str) -> None:
    user, server = asked(answering(http_reply(USER)))
    assert user.name == "Ada"
    (seen,) = server.seen
    assert (seen.method, seen.target) == ("GET", "/api/v1/user")
    assert seen.headers["x-api-key"] == key
    assert seen.headers["host"] == f"127.0.0.1:{server.port}"
    assert seen.headers["accept-encoding"] == "gzip"
    assert seen.headers["user-agent"].startswith("clockify-desktop/")
    assert "cookie" not in seen.headers
    assert "x-addon-token" not in seen.headers


def test_connections_are_kept(asked: Any, http_reply: Any) -> None:
    async def twice(clockify: Clockify) -> Any:
        await clockify.user()
        return await clockify.user()

    reply = http_reply(USER, Set_Cookie="session=1")
    _, server = asked(answering(reply, close=False), twice)
    assert len(server.seen) == 2
    assert "cookie" not in server.seen[1].headers


def test_gzip(asked: Any, http_reply: Any) -> None:
    reply = http_reply(gzip.compress(USER), Content_Encoding="gzip")
    assert asked(answering(reply))[0].id == "u1"


CHUNKED = b"HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n"
GZIP_CLOSE = b"HTTP/1.1 200 X\r\nContent-Encoding: gzip\r\n\r\n"


@pytest.mark.parametrize(
    "data",
    [
        b"HTTP/1.1 200 X\r\nContent-Length: 99\r\n\r\n" + USER,
        CHUNKED + b"18\r\n" + USER + b"\r\n",
        CHUNKED + b"18\r\n" + USER[:5],
        GZIP_CLOSE + gzip.compress(USER)[:-8],
        GZIP_CLOSE + gzip.compress(USER)[:-1],
        b"HTTP/1.1 200 X\r\n\r\n" + USER[:-1],
        b"HTTP/1.1 200 X\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 204 X\r\n\r\n",
    ],
)
def test_cut_answers(asked: Any, data: bytes) -> None:
    assert type(asked(answering(data))[0]) is errors.CutReplyError


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", errors.ConnectionLostError),
        (b"HTTP/1.1 200", errors.ConnectionLostError),
        (b"SSH-2.0-OpenSSH_9.2\r\n\r\n", errors.NotClockifyError),
        (
            b"HTTP/1.1 200 X\r\nContent-Length: 6\r\n\r\n<html>",
            errors.NotClockifyError,
        ),
        (b"HTTP/1.1 200 X\r\nContent-Length: 2\r\n\r\n[]", errors.NotClockifyError),
        (b"HTTP/1.1 200 X\r\nContent-Length: 2\r\n\r\n{}", errors.WrongAnswerError),
    ],
)
def test_wrong_answers(asked: Any, data: bytes, kind: type) -> None:
    assert type(asked(answering(data))[0]) is kind


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308, 300])
def test_a_redirect_is_an_error_and_the_other_server_is_never_asked(
    asked: Any, loopback: Any, http_reply: Any, status: int
) -> None:
    async def main() -> None:
        async with loopback(answering(http_reply(USER))) as other:
            there = f"http://127.0.0.1:{other.port}/api/v1/user"
            redirect = http_reply(b"", status, Location=there)
            error, server = await asyncio.to_thread(asked, answering(redirect))
            assert type(error) is errors.RedirectedError
            assert len(server.seen) == 1
            assert other.seen == []

    asyncio.run(main())


def test_a_redirect_within_the_same_server_is_one_too(
    asked: Any, http_reply: Any
) -> None:
    reply = http_reply(b"", 302, Location="/api/v1/users/u1")
    assert type(asked(answering(reply))[0]) is errors.RedirectedError


def test_a_refusal_that_cannot_be_read(asked: Any, http_reply: Any) -> None:
    reply = http_reply(b"not gzip", 404, Content_Encoding="gzip")

    async def workspace(clockify: Clockify) -> Any:
        return await clockify.workspace(WorkspaceId("w1"))

    # Not empty, so it does not mean that the workspace is gone.
    assert type(asked(answering(reply), workspace)[0]) is errors.NotClockifyError
    empty = http_reply(b"", 404)
    error, _ = asked(answering(empty), workspace)
    assert type(error) is errors.WorkspaceHiddenError
    assert error.asked.path == "/workspaces/{workspace}"


def test_a_cut_refusal(asked: Any) -> None:
    data = b"HTTP/1.1 403 X\r\nContent-Length: 99\r\n\r\n{"
    assert type(asked(answering(data))[0]) is errors.CutReplyError


def test_the_cap(asked: Any, http_reply: Any) -> None:
    bomb = gzip.compress(bytes(4 * 2**20))
    reply = http_reply(bomb, Content_Encoding="gzip")
    error, _ = asked(answering(reply), body_cap_bytes=2**20)
    assert type(error) is errors.ReplyTooLargeError
    assert error.title == "Clockify's answer is larger than 1 MiB"


def test_an_endless_body(asked: Any) -> None:
    async def pouring(writer: asyncio.StreamWriter, _seen: Any) -> None:
        writer.write(b"HTTP/1.1 200 X\r\n\r\n")
        while not writer.is_closing():
            writer.write(bytes(2**16))
            await writer.drain()

    error, _ = asked(pouring, body_cap_bytes=2**20)
    assert type(error) is errors.ReplyTooLargeError


@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 X\r\nContent-Length: 9\r\n\r\n["])
def test_silence_ends_by_the_deadline(asked: Any, head: bytes) -> None:
    async def silent(writer: asyncio.StreamWriter, _seen: Any) -> None:
        writer.write(head)
        await writer.drain()
        await asyncio.Event().wait()

    start = time.monotonic()
    error, _ = asked(silent, deadline_s=0.05)
    assert time.monotonic() - start < 2
    assert type(error) is errors.DeadlineError
    assert error.deadline_s == 0.05
    assert "0.05 seconds" in error.title


def test_a_trickle_ends_by_the_deadline(asked: Any) -> None:
    async def trickling(writer: asyncio.StreamWriter, _seen: Any) -> None:
        writer.write(b"HTTP/1.1 200 X\r\n\r\n")
        while not writer.is_closing():
            writer.write(b" ")
            await writer.drain()
            await asyncio.sleep(0.001)

    start = time.monotonic()
    error, _ = asked(trickling, deadline_s=0.05)
    assert time.monotonic() - start < 2
    assert type(error) is errors.DeadlineError


def test_sixteen_at_once(asked: Any, http_reply: Any) -> None:
    async def slow(writer: asyncio.StreamWriter, _seen: Any) -> None:
        await asyncio.sleep(0.01)
        writer.write(http_reply(USER))
        await writer.drain()

    async def many(clockify: Clockify) -> Any:
        return await asyncio.gather(*(clockify.user() for _ in range(50)))

    users, server = asked(slow, many)
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


def test_the_rate_is_kept(asked: Any, http_reply: Any) -> None:
    async def many(clockify: Clockify) -> Any:
        loop = asyncio.get_running_loop()
        start = loop.time()
        await asyncio.gather(*(clockify.user() for _ in range(30)))
        return loop.time() - start

    took, _ = asked(answering(http_reply(USER), close=False), many, rate_a_second=100)
    assert took < 1
    took, _ = asked(answering(http_reply(USER), close=False), many, rate_a_second=25)
    assert 1.15 < took < 3


def test_nobody_there(key: str, loopback: Any) -> None:
    async def main() -> None:
        async with loopback(answering(b"")) as server:
            hosts = server.hosts
        async with open_clockify(hosts, ApiKey(key)) as clockify:
            await clockify.user()

    with pytest.raises(errors.UnreachableError, match=r"127\.0\.0\.1"):
        asyncio.run(main())


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


def everything_reachable(error: BaseException) -> str:
    """Write down what a greedy crash report could find from an error on."""
    found: list[str] = []
    waiting: list[BaseException | None] = [error]
    while waiting:
        one = waiting.pop()
        if one is None:
            continue
        found += [repr(one), str(one.__dict__), *map(repr, one.args)]
        waiting += [one.__cause__, one.__context__]
        for frame, _ in traceback.walk_tb(one.__traceback__):
            found += [f"{name}={value!r}" for name, value in frame.f_locals.items()]
            found += [
                repr(value.__dict__)
                for value in frame.f_locals.values()
                if hasattr(value, "__dict__")
                and not isinstance(value, types.ModuleType)
            ]
            found += [
                str(value.headers.raw)
                for value in frame.f_locals.values()
                if isinstance(value, httpx.Request | httpx.Response)
            ]
    return "\n".join(found)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"HTTP/1.1 401 X\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 200 X\r\nContent-Length: 9\r\n\r\n<",
        b"HTTP/1.1 200 X\r\nContent-Length: 2\r\n\r\n[]",
        b"HTTP/1.1 302 X\r\nContent-Length: 0\r\nLocation: /x\r\n\r\n",
        b"rubbish\r\n\r\n",
    ],
)
def test_no_error_leads_to_the_key(
    loopback: Any, key: str, data: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    held: list[str] = []

    async def main() -> None:
        async with (
            loopback(answering(data)) as server,
            open_clockify(server.hosts, ApiKey(key), rate_a_second=9) as clockify,
        ):
            try:
                await clockify.user()
            except errors.ClockifyError as error:
                # Only frames above this test's own: it holds the key to compare.
                tail = error.__traceback__
                assert tail is not None
                held.append(everything_reachable(error.with_traceback(tail.tb_next)))

    asyncio.run(main())
    assert len(held) == 1
    assert key not in held[0]
    assert key not in caplog.text
    gc.collect()
    assert sys.exc_info() == (None, None, None)
