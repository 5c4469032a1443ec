"""Answers that are cut, wrong, endless or late, byte for byte over a socket."""

import asyncio
import gzip
import time
from typing import Any

import pytest

from clockify_desktop.api import errors, network_errors
from clockify_desktop.api.client import Clockify
from clockify_desktop.domain.identity import WorkspaceId

USER = b'{"id":"u1","name":"Ada"}'


CHUNKED = b"HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n"
GZIP_CLOSE = b"HTTP/1.1 200 X\r\nContent-Encoding: gzip\r\n\r\n"


@pytest.mark.parametrize(
    "data",
    [
        b"HTTP/1.1 200 X\r\nContent-Length: 99\r\n\r\n" + USER,
        CHUNKED + b"18\r\n" + USER + b"\r\n",
        CHUNKED + b"18\r\n" + USER[:5],
        GZIP_CLOSE + gzip.compress(USER, mtime=0)[:-8],
        GZIP_CLOSE + gzip.compress(USER, mtime=0)[:-1],
        b"HTTP/1.1 200 X\r\n\r\n" + USER[:-1],
        b"HTTP/1.1 200 X\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 204 X\r\n\r\n",
    ],
)
def test_cut_answers(call_server: Any, data: bytes) -> None:
    assert type(call_server(data)[0]) is errors.TruncatedResponseError


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", network_errors.ConnectionLostError),
        (b"HTTP/1.1 200", network_errors.ConnectionLostError),
        (b"SSH-2.0-OpenSSH_9.2\r\n\r\n", errors.NotClockifyError),
        (
            b"HTTP/1.1 200 X\r\nContent-Length: 6\r\n\r\n<html>",
            errors.NotClockifyError,
        ),
        (b"HTTP/1.1 200 X\r\nContent-Length: 2\r\n\r\n[]", errors.NotClockifyError),
        (b"HTTP/1.1 200 X\r\nContent-Length: 2\r\n\r\n{}", errors.InvalidResponseError),
    ],
)
def test_wrong_answers(call_server: Any, data: bytes, kind: type) -> None:
    assert type(call_server(data)[0]) is kind


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308, 300])
def test_a_redirect_is_an_error_and_the_other_server_is_never_asked(
    call_server: Any, loopback: Any, http_reply: Any, status: int
) -> None:
    async def main() -> None:
        async with loopback(http_reply(USER)) as other:
            there = f"http://127.0.0.1:{other.port}/api/v1/user"
            redirect = http_reply(b"", status, Location=there)
            error, server = await asyncio.to_thread(call_server, redirect)
            assert type(error) is errors.RedirectedError
            assert len(server.seen) == 1
            assert other.seen == []

    asyncio.run(main())


def test_a_redirect_within_the_same_server_is_one_too(
    call_server: Any, http_reply: Any
) -> None:
    reply = http_reply(b"", 302, Location="/api/v1/users/u1")
    assert type(call_server(reply)[0]) is errors.RedirectedError


def test_a_refusal_that_cannot_be_read(call_server: Any, http_reply: Any) -> None:
    reply = http_reply(b"not gzip", 404, Content_Encoding="gzip")

    async def workspace(clockify: Clockify) -> Any:
        return await clockify.workspace(WorkspaceId("w1"))

    # Not empty, so it does not mean that the workspace is gone.
    assert type(call_server(reply, workspace)[0]) is errors.NotClockifyError
    empty = http_reply(b"", 404)
    error, _ = call_server(empty, workspace)
    assert type(error) is errors.WorkspaceHiddenError
    assert error.request_info.path == "/workspaces/{workspace}"


def test_a_refusal_is_read_no_further_than_it_can_be_of_use(
    call_server: Any, http_reply: Any
) -> None:
    error_body = b'{"message":"%b","code":4003}'
    for size, kind in ((9, errors.KeyUnknownError), (2**18, errors.CredentialError)):
        outcome, _ = call_server(http_reply(error_body % (b"x" * size), 401))
        assert type(outcome) is kind


def test_a_cut_refusal(call_server: Any) -> None:
    data = b"HTTP/1.1 403 X\r\nContent-Length: 99\r\n\r\n{"
    assert type(call_server(data)[0]) is errors.TruncatedResponseError


def test_the_cap(call_server: Any, http_reply: Any) -> None:
    bomb = gzip.compress(bytes(4 * 2**20))
    reply = http_reply(bomb, Content_Encoding="gzip")
    error, _ = call_server(reply, body_cap_bytes=2**20)
    assert type(error) is errors.ResponseTooLargeError
    assert error.title == "Clockify's answer is larger than 1 MiB"


def test_an_endless_body(call_server: Any) -> None:
    async def pouring(writer: asyncio.StreamWriter, _seen: Any) -> None:
        writer.write(b"HTTP/1.1 200 X\r\n\r\n")
        while not writer.is_closing():
            writer.write(bytes(2**16))
            await writer.drain()

    error, _ = call_server(pouring, body_cap_bytes=2**20)
    assert type(error) is errors.ResponseTooLargeError


@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 X\r\nContent-Length: 9\r\n\r\n["])
def test_silence_ends_by_the_deadline(call_server: Any, head: bytes) -> None:
    async def silent(writer: asyncio.StreamWriter, _seen: Any) -> None:
        writer.write(head)
        await writer.drain()
        await asyncio.Event().wait()

    start = time.monotonic()
    error, _ = call_server(silent, deadline_s=0.05)
    assert time.monotonic() - start < 2
    assert type(error) is network_errors.DeadlineError
    assert error.deadline_s == 0.05
    assert "0.05 seconds" in error.title


def test_a_trickle_ends_by_the_deadline(call_server: Any) -> None:
    async def trickling(writer: asyncio.StreamWriter, _seen: Any) -> None:
        writer.write(b"HTTP/1.1 200 X\r\n\r\n")
        while not writer.is_closing():
            writer.write(b" ")
            await writer.drain()
            await asyncio.sleep(0.001)

    start = time.monotonic()
    error, _ = call_server(trickling, deadline_s=0.05)
    assert time.monotonic() - start < 2
    assert type(error) is network_errors.DeadlineError
