"""Ways to send an answer other than at once and whole."""

import asyncio
import socket
import struct

from tests.faults.fault import Pour

# Linger for no time at all: the other side hears of a reset.
_RESET = struct.pack("ii", 1, 0)


def reset_after(data: bytes) -> Pour:
    """Send some bytes, then reset the connection."""

    async def pour(writer: asyncio.StreamWriter) -> None:
        writer.write(data)
        await writer.drain()
        plain = writer.get_extra_info("socket")
        plain.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        writer.transport.abort()

    return pour


def then_silent(data: bytes) -> Pour:
    """Send some bytes and then nothing, with the connection open."""

    async def pour(writer: asyncio.StreamWriter) -> None:
        writer.write(data)
        await writer.drain()
        await asyncio.Event().wait()

    return pour


def again_and_again(data: bytes, piece: bytes, pause_s: float = 0.0) -> Pour:
    """Send some bytes, and the same piece as long as somebody listens."""

    async def pour(writer: asyncio.StreamWriter) -> None:
        writer.write(data)
        while not writer.is_closing():
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(pause_s)

    return pour


def half(body: bytes) -> bytes:
    """Cut a body in the middle."""
    return body[: len(body) // 2]
