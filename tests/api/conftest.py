"""What the tests of the client share: replies, and servers that can misbehave."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest

from clockify_desktop.api import errors
from clockify_desktop.api.client import Clockify
from clockify_desktop.api.credentials import ApiKey
from clockify_desktop.api.hosts import Hosts, own_pair
from clockify_desktop.api.opening import open_clockify
from clockify_desktop.api.retrying import Retrying

ONCE = Retrying(attempts=1)
KEY = "canary-key-0123456789abcdefghijklmnopqrstuvwxyz"
HOSTS = own_pair("http://127.0.0.1:9/api/v1", "http://127.0.0.1:9/report/v1")


@pytest.fixture
def key() -> str:
    return KEY


@dataclass
class Hurried:
    """Patience without waiting: a clock that only sleeping moves."""

    now_s: float = 0.0
    waits_s: list[float] = field(default_factory=list)

    def clock(self) -> float:
        return self.now_s

    async def sleep(self, seconds: float) -> None:
        self.waits_s.append(seconds)
        self.now_s += seconds
        await asyncio.sleep(0)

    def retrying(self, **options: Any) -> Retrying:
        """Wait by this clock, as long as chance could want it."""
        options.setdefault("jitter", lambda _least, most: most)
        return Retrying(clock=self.clock, sleep=self.sleep, **options)


@pytest.fixture
def hurried() -> Hurried:
    return Hurried()


@pytest.fixture
def recorded() -> Callable[[str], Any]:
    def read(name: str, part: str = "body") -> Any:
        path = Path(__file__).parent / "replies" / f"{name}.json"
        return json.loads(path.read_bytes())[part]

    return read


@dataclass
class Seen:
    """One request as a server saw it."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes = b""


Write = Callable[[asyncio.StreamWriter, Seen], Awaitable[None]]


class KeptOpen(bytes):
    """Bytes to answer with, after which the connection stays."""


def writing(data: bytes) -> Write:
    """Answer everything with the same bytes."""

    async def write(writer: asyncio.StreamWriter, _seen: Seen) -> None:
        writer.write(data)
        await writer.drain()
        if not isinstance(data, KeptOpen):
            writer.close()

    return write


@dataclass
class Loopback:
    """A server on raw sockets; what it answers the test writes byte for byte."""

    write: Write
    port: int = 0
    seen: list[Seen] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0

    @property
    def hosts(self) -> Hosts:
        base = f"http://127.0.0.1:{self.port}"
        return own_pair(f"{base}/api/v1", f"{base}/report/v1")

    async def serve(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        with contextlib.suppress(
            ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError
        ):
            while True:
                await self._one(reader, writer)

    async def _one(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        method, target, _ = head[0].split(" ")
        pairs = (line.split(": ", 1) for line in head[1:] if line)
        seen = Seen(method, target, {name.lower(): value for name, value in pairs})
        seen.body = await reader.readexactly(
            int(seen.headers.get("content-length", "0"))
        )
        self.seen.append(seen)
        self.at_once += 1
        self.most_at_once = max(self.at_once, self.most_at_once)
        try:
            await self.write(writer, seen)
        finally:
            self.at_once -= 1
        if writer.is_closing():
            raise ConnectionResetError


@pytest.fixture
def loopback() -> Callable[[Write | bytes], AbstractAsyncContextManager[Loopback]]:
    @contextlib.asynccontextmanager
    async def start(write: Write | bytes) -> AsyncIterator[Loopback]:
        server = Loopback(writing(write) if isinstance(write, bytes) else write)
        tasks: set[asyncio.Task[None]] = set()

        async def handle(
            reader: asyncio.StreamReader, writer: asyncio.StreamWriter
        ) -> None:
            task = asyncio.current_task()
            assert task is not None
            tasks.add(task)
            try:
                await server.serve(reader, writer)
            finally:
                tasks.discard(task)
                writer.close()

        listening = await asyncio.start_server(handle, "127.0.0.1", 0)
        server.port = listening.sockets[0].getsockname()[1]
        try:
            yield server
        finally:
            listening.close()
            for task in list(tasks):
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    return start


@pytest.fixture
def http_reply() -> Callable[..., bytes]:
    """Write an honest answer; the connection stays."""

    def reply(body: bytes = b"", status: int = 200, **headers: str) -> bytes:
        lines = [f"HTTP/1.1 {status} X", f"Content-Length: {len(body)}"]
        lines += [f"{name.replace('_', '-')}: {each}" for name, each in headers.items()]
        return KeptOpen("\r\n".join([*lines, "", ""]).encode() + body)

    return reply


Handle = Callable[[httpx.Request], httpx.Response]


@pytest.fixture
def opened() -> Callable[..., AbstractAsyncContextManager[Clockify]]:
    """Open a client whose answers a function gives."""

    def start(handle: Handle, **options: Any) -> AbstractAsyncContextManager[Clockify]:
        options.setdefault("rate_a_second", 1000)
        options.setdefault("retrying", ONCE)
        return open_clockify(
            HOSTS, ApiKey(KEY), transport=httpx.MockTransport(handle), **options
        )

    return start


@pytest.fixture
def ask(opened: Callable[..., Any]) -> Callable[..., Any]:
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
def asked(loopback: Any, key: str) -> Callable[..., Any]:
    """Let a server answer a call by bytes; return what came and what it saw."""

    def run(
        write: Any,
        call: Callable[[Clockify], Awaitable[Any]] = lambda clockify: clockify.user(),
        **options: Any,
    ) -> Any:
        options.setdefault("rate_a_second", 1000)
        options.setdefault("retrying", ONCE)

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
