"""No error of a request leads to the key."""

import asyncio
import gc
import logging
import sys
import traceback
import types
from typing import Any

import httpx
import pytest

from clockify_desktop.api import errors
from clockify_desktop.api.client_factory import open_clockify
from clockify_desktop.api.credentials import ApiKey

USER = b'{"id":"u1","name":"Ada"}'


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
        b"HTTP/1.1 400 KEY\r\nContent-Length: 3\r\nX-Key: KEY\r\n\r\nKEY",
        b"HTTP/1.1 200 KEY\r\nContent-Length: KEY\r\n\r\n",
    ],
)
def test_no_error_leads_to_the_key(
    loopback: Any,
    key: str,
    data: bytes,
    fake_clock: Any,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Nor does any line of a log, though some servers repeat what they were sent."""
    caplog.set_level(logging.DEBUG)
    held: list[str] = []

    async def main() -> None:
        async with (
            loopback(data.replace(b"KEY", key.encode())) as server,
            open_clockify(
                server.hosts, ApiKey(key), retry_policy=fake_clock.retry_policy()
            ) as clockify,
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
