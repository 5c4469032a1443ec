"""A listener that keeps every byte: what reaches it should not have been sent."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

_ANSWER = b'HTTP/1.1 200 X\r\nContent-Length: 11\r\n\r\n{"id":"u1"}'
# The same port on the usual address, another one of this computer, and version 6.
_ADDRESSES = ("127.0.0.1", "127.0.0.2", "::1")


class Recorder:
    """Answers everything on one port of several addresses, and keeps what it got."""

    def __init__(self) -> None:
        self.port = 0
        self.heard = bytearray()
        self._tasks: set[asyncio.Task[None]] = set()

    async def _listen(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            with suppress(ConnectionError):
                while some := await reader.read(2**16):
                    self.heard += some
                    writer.write(_ANSWER)
                    await writer.drain()
        finally:
            self._tasks.discard(task)
            writer.close()

    @asynccontextmanager
    async def listening(self) -> AsyncIterator["Recorder"]:
        """Listen until the end of the block."""
        servers = []
        for address in _ADDRESSES:
            # Without version 6 there is nothing to be sent there either.
            with suppress(OSError):
                server = await asyncio.start_server(self._listen, address, self.port)
                self.port = server.sockets[0].getsockname()[1]
                servers.append(server)
        try:
            yield self
        finally:
            for server in servers:
                server.close()
            # Those whose other end is closed, and who have not seen it yet.
            await asyncio.gather(*self._tasks, return_exceptions=True)
