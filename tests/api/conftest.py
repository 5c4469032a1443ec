"""What the tests of the client share: replies, and ways to call_with a server."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest

from clockify_desktop.api import errors
from clockify_desktop.api.client import Clockify
from clockify_desktop.api.client_factory import open_clockify
from clockify_desktop.api.credentials import ApiKey
from clockify_desktop.api.hosts import own_pair
from clockify_desktop.api.retry import RetryPolicy
from tests.loopback import Loopback, Write, http_reply, listening

ONCE = RetryPolicy(attempts=1)
KEY = "canary-key-0123456789abcdefghijklmnopqrstuvwxyz"
HOSTS = own_pair("http://127.0.0.1:9/api/v1", "http://127.0.0.1:9/report/v1")


@pytest.fixture
def key() -> str:
    return KEY


@dataclass
class FakeClock:
    """Time without waiting: a clock that only sleeping moves."""

    now_s: float = 0.0
    waits_s: list[float] = field(default_factory=list)

    def clock(self) -> float:
        return self.now_s

    async def sleep(self, seconds: float) -> None:
        self.waits_s.append(seconds)
        self.now_s += seconds
        await asyncio.sleep(0)

    def retry_policy(self, **options: Any) -> RetryPolicy:
        """Wait by this clock, as long as chance could want it."""
        options.setdefault("jitter", lambda _least, most: most)
        return RetryPolicy(clock=self.clock, sleep=self.sleep, **options)


@pytest.fixture
def fake_clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def recorded() -> Callable[[str], Any]:
    def read(name: str, part: str = "body") -> Any:
        path = Path(__file__).parent / "replies" / f"{name}.json"
        return json.loads(path.read_bytes())[part]

    return read


@pytest.fixture
def loopback() -> Callable[[Write | bytes], AbstractAsyncContextManager[Loopback]]:
    return listening


@pytest.fixture(name="http_reply")
def _http_reply() -> Callable[..., bytes]:
    return http_reply


Handle = Callable[[httpx.Request], httpx.Response]


@pytest.fixture
def opened() -> Callable[..., AbstractAsyncContextManager[Clockify]]:
    """Open a client whose responses a function makes."""

    def start(handle: Handle, **options: Any) -> AbstractAsyncContextManager[Clockify]:
        options.setdefault("rate_a_second", 1000)
        options.setdefault("retry_policy", ONCE)
        return open_clockify(
            HOSTS, ApiKey(KEY), transport=httpx.MockTransport(handle), **options
        )

    return start


@pytest.fixture
def call_with(opened: Callable[..., Any]) -> Callable[..., Any]:
    """Make one call against a function; return its value and the requests seen."""

    def run(handle: Handle, call: Callable[[Clockify], Awaitable[Any]]) -> Any:
        seen: list[httpx.Request] = []

        def noting(request: httpx.Request) -> httpx.Response:
            seen.append(request)
            return handle(request)

        async def main() -> Any:
            async with opened(noting) as clockify:
                return await call(clockify)

        return asyncio.run(main()), seen

    return run


@pytest.fixture
def call_server(loopback: Any, key: str) -> Callable[..., Any]:
    """Let a server respond to a call by bytes; return the result and what it saw."""

    def run(
        write: Any,
        call: Callable[[Clockify], Awaitable[Any]] = lambda clockify: clockify.user(),
        **options: Any,
    ) -> Any:
        options.setdefault("rate_a_second", 1000)
        options.setdefault("retry_policy", ONCE)

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
