"""Reads a response's body, inflating it, up to a cap and to its true end.

httpx itself has no limit (a megabyte of gzip became four gigabytes) and takes a
packed body that breaks off for a whole one. Here both are errors.
"""

import zlib
from collections.abc import Iterator
from typing import cast

import httpx

from clockify_desktop.api.bytes_in_flight import BODY_CAP_BYTES, Hold
from clockify_desktop.api.decoding import breaks_off
from clockify_desktop.api.errors import (
    InvalidResponseError,
    RequestInfo,
    ResponseTooLargeError,
    TooManyValuesError,
    TruncatedResponseError,
)

# Each value costs far more memory than the one or two bytes it can be written with. In
# the answers on record (tests/api/replies) an object has 87 bytes and more, a value 25;
# who fills the cap with such is not refused.
_LEAST_BYTES = {b"{": 64, b",": 16}
_MOST_LEAST_BYTES = max(_LEAST_BYTES.values())

# Inflated at a time, so that a tiny packet cannot take the whole cap at once, and
# sixteen readers that wait for room have little in hand.
_PIECE_BYTES = 2**16
_GZIP_WINDOW_BITS = 31
_LENGTH_HEADERS = ("content-length", "transfer-encoding")


async def read_capped(
    response: httpx.Response,
    info: RequestInfo,
    hold: Hold,
    cap_bytes: int = BODY_CAP_BYTES,
) -> bytearray:
    """Read and inflate the whole body of a response that is open and not read yet.

    Args:
        hold: Takes room for it; whoever made it gives that back.

    Raises:
        ResponseTooLargeError: There are more bytes than the cap, or more values than
            a body of that size has.
        TruncatedResponseError: It ended before its end, or the packing is damaged.
        InvalidResponseError: It is packed in a way that was not asked for.
    """
    body = bytearray()
    try:
        await _read_into(body, response, info, hold, cap_bytes)
    except BaseException:
        # Its room is given back, and frames of an error may be held for longer.
        body.clear()
        raise
    hold.end_reading()
    return body


async def _read_into(
    body: bytearray,
    response: httpx.Response,
    info: RequestInfo,
    hold: Hold,
    cap_bytes: int,
) -> None:
    raw_bytes = 0
    unpacker = _Unpacker(response, info)
    values = _ValueCount(cap_bytes)
    try:
        # A transport for asyncio answers with streams for asyncio; read bare, so that
        # nothing else inflates or counts.
        async for chunk in cast("httpx.AsyncByteStream", response.stream):
            raw_bytes += len(chunk)
            for piece in unpacker.pieces(chunk):
                if len(body) + len(piece) > cap_bytes:
                    raise ResponseTooLargeError(info, cap_bytes)
                await hold.take(len(piece))
                body += piece
                if values.too_many(body):
                    raise TooManyValuesError(info, cap_bytes)
    except zlib.error:
        raise TruncatedResponseError(info) from None
    declared = response.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) != raw_bytes:
        raise TruncatedResponseError(info)
    if raw_bytes and not unpacker.whole:
        raise TruncatedResponseError(info)
    # Where the end of the connection is that of the body, only its text can say that
    # it is cut.
    ends_by_closing = response.headers.keys().isdisjoint(_LENGTH_HEADERS)
    if raw_bytes and ends_by_closing and breaks_off(body):
        raise TruncatedResponseError(info)


class _ValueCount:
    """Counts the values of a body that grows."""

    def __init__(self, cap_bytes: int) -> None:
        self._cap_bytes = cap_bytes
        self._counted_bytes = 0
        self._room_bytes = dict.fromkeys(_LEAST_BYTES, cap_bytes)

    def too_many(self, body: bytearray) -> bool:
        """Tell whether there are more than a body as large as the cap has."""
        if len(body) * _MOST_LEAST_BYTES <= self._cap_bytes:
            # Not even if every byte began one, and so they are not counted.
            return False
        for sign, least_bytes in _LEAST_BYTES.items():
            found = body.count(sign, self._counted_bytes)
            self._room_bytes[sign] -= least_bytes * found
        self._counted_bytes = len(body)
        return min(self._room_bytes.values()) < 0


class _Unpacker:
    """Inflates a body in small pieces, or gives one that is not packed as it is."""

    def __init__(self, response: httpx.Response, info: RequestInfo) -> None:
        encoding = response.headers.get("content-encoding", "").strip().lower()
        if encoding not in {"gzip", "identity", ""}:
            raise InvalidResponseError(info, "content-encoding")
        gzip = encoding == "gzip"
        self._inflate = zlib.decompressobj(_GZIP_WINDOW_BITS) if gzip else None

    @property
    def whole(self) -> bool:
        """Whether its end was there; of a plain one only the length could tell."""
        return self._inflate is None or self._inflate.eof

    def pieces(self, chunk: bytes) -> Iterator[bytes]:
        if self._inflate is None:
            yield chunk
            return
        while chunk:
            yield self._inflate.decompress(chunk, _PIECE_BYTES)
            if self._inflate.unused_data:
                # Nothing of what follows the end is kept: there may be no end to it.
                message = "bytes behind the end"
                raise zlib.error(message)
            chunk = self._inflate.unconsumed_tail
