import asyncio
import gzip
import tracemalloc
import zlib
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.api.body import read_capped
from clockify_desktop.api.bytes_in_flight import BytesInFlight, Hold
from clockify_desktop.api.errors import (
    InvalidResponseError,
    RequestInfo,
    ResponseTooLargeError,
    TooManyValuesError,
    TruncatedResponseError,
)

ASKED = RequestInfo("GET", "/user", "host.example", 200)


class Chunks(httpx.AsyncByteStream):
    def __init__(self, chunks: list[bytes]) -> None:
        self.chunks = chunks
        self.taken = 0

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for chunk in self.chunks:
            self.taken += 1
            yield chunk


def hold() -> Hold:
    return BytesInFlight().hold()


def read(
    chunks: list[bytes], headers: dict[str, str] | None = None, cap: int = 2**20
) -> bytes:
    response = httpx.Response(200, headers=headers, stream=Chunks(chunks))
    return bytes(asyncio.run(read_capped(response, ASKED, hold(), cap)))


@given(st.binary(max_size=3000), st.integers(1, 500), st.booleans())
def test_any_body_in_any_chunks(body: bytes, size: int, packed: bool) -> None:  # noqa: FBT001 - hypothesis gives it
    sent = gzip.compress(body) if packed else body
    chunks = [sent[at : at + size] for at in range(0, len(sent), size)]
    headers = {"Content-Encoding": "gzip"} if packed else {}
    headers["Content-Length"] = str(len(sent))
    assert read(chunks, headers, cap=3000) == body


@given(st.data())
def test_a_cut_gzip_is_never_a_whole_body(data: st.DataObject) -> None:
    sent = gzip.compress(data.draw(st.binary(min_size=1, max_size=500)))
    cut = data.draw(st.integers(1, len(sent) - 1))
    with pytest.raises(TruncatedResponseError):
        read([sent[:cut]], {"Content-Encoding": "gzip"})


@pytest.mark.parametrize(
    ("chunks", "headers"),
    [
        ([b"[1"], {"Content-Length": "3"}),
        ([b"[1]x"], {"Content-Length": "3"}),
        ([b"not gzip at all"], {"Content-Encoding": "gzip"}),
        ([gzip.compress(b"[]") + b"more"], {"Content-Encoding": "gzip"}),
        ([gzip.compress(b"[]"), b"more"], {"Content-Encoding": "gzip"}),
        ([b"[1"], {}),
        ([gzip.compress(b"[1")], {"Content-Encoding": "gzip"}),
    ],
)
def test_cut_and_damaged(chunks: list[bytes], headers: dict[str, str]) -> None:
    with pytest.raises(TruncatedResponseError):
        read(chunks, headers)


def test_an_empty_body_is_empty_whatever_it_says() -> None:
    assert read([], {"Content-Encoding": "gzip", "Content-Length": "0"}) == b""
    # Its end is that of the connection, and nothing is missing before it.
    assert read([]) == b""


def test_a_packing_that_was_not_asked_for() -> None:
    with pytest.raises(InvalidResponseError, match="content-encoding"):
        read([b"x"], {"Content-Encoding": "br"})


def test_the_cap_counts_what_is_inflated() -> None:
    assert read([b"x" * 100], cap=100) == b"x" * 100
    with pytest.raises(ResponseTooLargeError) as caught:
        read([b"x" * 101], cap=100)
    assert caught.value.cap_bytes == 100
    packed = gzip.compress(b"x" * 101)
    with pytest.raises(ResponseTooLargeError):
        read([packed], {"Content-Encoding": "gzip"}, cap=100)


@pytest.mark.parametrize(("sign", "least_bytes"), [(b"{", 64), (b",", 16)])
def test_more_values_than_a_body_of_that_size_has(
    sign: bytes, least_bytes: int
) -> None:
    cap = 10 * least_bytes
    assert read([sign * 5, sign * 5], cap=cap) == sign * 10
    with pytest.raises(TooManyValuesError, match="too many values"):
        read([sign * 5, sign * 6], cap=cap)
    # Nothing after them is taken.
    stream = Chunks([sign * 11, sign * 11])
    response = httpx.Response(200, stream=stream)
    with pytest.raises(TooManyValuesError):
        asyncio.run(read_capped(response, ASKED, hold(), cap))
    assert stream.taken == 1


RECORDED = [
    body
    for path in sorted((Path(__file__).parent / "replies").glob("*.json"))
    for reply in [msgspec.json.decode(path.read_bytes())]
    for body in [msgspec.json.encode(reply.get("body"))]
    # A refusal of one line does not tell how large answers are made.
    if len(body) > 400
]


@pytest.mark.parametrize("body", RECORDED)
def test_a_recorded_answer_may_fill_the_cap(body: bytes) -> None:
    assert read([body], cap=len(body)) == body


def test_there_are_recorded_answers() -> None:
    assert len(RECORDED) >= 8


@pytest.mark.parametrize(
    "body", [b"[1]", b"<html>", b"\xff", b"[" * 100_000, b'{"a":1}x']
)
def test_whole_or_wrong_is_not_cut(body: bytes) -> None:
    assert read([body]) == body


def test_what_follows_the_end_of_a_gzip_is_not_gathered() -> None:
    stream = Chunks([gzip.compress(b"[]"), *[b"x" * 1000] * 1000])
    response = httpx.Response(200, headers={"Content-Encoding": "gzip"}, stream=stream)
    with pytest.raises(TruncatedResponseError):
        asyncio.run(read_capped(response, ASKED, hold()))
    assert stream.taken == 2


def test_an_endless_body_is_left_alone() -> None:
    stream = Chunks([b"x" * 1000] * 1000)
    response = httpx.Response(200, stream=stream)
    with pytest.raises(ResponseTooLargeError):
        asyncio.run(read_capped(response, ASKED, hold(), 10_000))
    assert stream.taken == 11


def test_a_bomb_costs_no_more_than_the_cap() -> None:
    # 200 MiB of nothing, packed twice as tightly as any honest reply.
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(packer.compress(bytes(2**20)) for _ in range(200)) + packer.flush()
    cap = 8 * 2**20
    tracemalloc.start()
    try:
        with pytest.raises(ResponseTooLargeError, match="larger than 8 MiB"):
            read([bomb], {"Content-Encoding": "gzip"}, cap)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 2 * cap


def test_frames_of_an_error_hold_no_body() -> None:
    class Breaking(Chunks):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            yield b"x" * 1000
            message = "broken"
            raise OSError(message)

    response = httpx.Response(200, stream=Breaking([]))
    room = hold()
    with pytest.raises(OSError, match="broken") as caught:
        asyncio.run(read_capped(response, ASKED, room))
    bodies = [
        entry.frame.f_locals["body"]
        for entry in caught.traceback
        if "body" in entry.frame.f_locals
    ]
    assert bodies == [b"", b""]
    # What it took is given back by whoever reads.
    assert room.held_bytes == 1000
