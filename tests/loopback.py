"""A server on raw sockets: what it answers is written byte for byte."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field

from clockify_desktop.api.hosts import Hosts, own_pair


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


@contextlib.asynccontextmanager
async def listening(write: Write | bytes, port: int = 0) -> AsyncIterator[Loopback]:
    """Answer until the end of the block, on a free port unless one is given."""
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

    socket = await asyncio.start_server(handle, "127.0.0.1", port)
    server.port = socket.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        socket.close()
        for task in list(tasks):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def http_reply(body: bytes = b"", status: int = 200, **headers: str) -> bytes:
    """Write an honest answer; the connection stays."""
    lines = [f"HTTP/1.1 {status} X", f"Content-Length: {len(body)}"]
    lines += [f"{name.replace('_', '-')}: {each}" for name, each in headers.items()]
    return KeptOpen("\r\n".join([*lines, "", ""]).encode() + body)
