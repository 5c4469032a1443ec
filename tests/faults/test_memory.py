"""A bomb and a body without end: how much memory they cost, in a process of its own."""

import asyncio
import gzip
import json
import sys
import zlib
from collections import Counter
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.faults.good_answers import (
    CLIENTS,
    GROUPS,
    PROJECTS,
    SUMMARY,
    USER,
    USERS,
    Place,
    good_body,
    place_of,
)
from tests.loopback import KeptOpen, Seen, http_reply, listening

MIB = 2**20
MOST_GROWTH_BYTES = 100 * MIB
DRIVER = Path(__file__).parent / "memory_driver.py"
_GZIP_WINDOW_BITS = 31

Pieces = Callable[[], AsyncIterator[bytes]]


def packed(mebibytes: int) -> bytes:
    """Pack so many MiB of blanks; all but the first pack to the same bytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, _GZIP_WINDOW_BITS)
    blanks = b" " * MIB

    def next_one() -> bytes:
        return packer.compress(blanks) + packer.flush(zlib.Z_FULL_FLUSH)

    first, other = next_one(), next_one()
    return first + other * (mebibytes - 1)


async def bomb(mebibytes: int) -> AsyncIterator[bytes]:
    yield b"HTTP/1.1 200 X\r\nContent-Encoding: gzip\r\n\r\n"
    yield packed(mebibytes)


async def blanks(mebibytes: int) -> AsyncIterator[bytes]:
    yield b"HTTP/1.1 200 X\r\n\r\n"
    piece = b" " * MIB
    for _ in range(mebibytes):
        yield piece


async def noughts(mebibytes: int) -> AsyncIterator[bytes]:
    """Write so many MiB of the smallest values there are."""
    yield b"HTTP/1.1 200 X\r\nContent-Encoding: gzip\r\n\r\n"
    yield gzip.compress(b"[" + b"0," * (mebibytes * MIB // 2) + b"0]")


async def asked_by(
    who: str, pieces: Pieces, places: Collection[Place] = (USER,)
) -> Any:
    """Let a process ask a server twice, which pours at the second time.

    Returns:
        What the process printed.
    """
    asked, poured = Counter[Place](), Counter[Place]()
    both = asyncio.Event()

    async def write(writer: asyncio.StreamWriter, seen: Seen) -> None:
        place = place_of(seen)
        asked[place] += 1
        # Both reports begin with the user.
        if place not in places or asked[USER] < 2:
            writer.write(KeptOpen(http_reply(good_body(seen))))
            return
        # Both kinds of a summary begin together.
        poured[place] += 1
        if place is not SUMMARY or poured[place] > 1:
            both.set()
        await both.wait()
        with suppress(ConnectionError):
            async for piece in pieces():
                writer.write(piece)
                await writer.drain()
        writer.close()

    async with listening(write) as server:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            str(DRIVER),
            str(server.port),
            who,
            stdout=asyncio.subprocess.PIPE,
        )
        printed, _ = await process.communicate()
    assert process.returncode == 0
    return json.loads(printed)


@pytest.mark.parametrize(
    ("name", "pieces", "comes"),
    [
        ("a bomb of 1 GiB", lambda: bomb(1024), "ResponseTooLargeError"),
        # As good as endless: it would go on for a hundred times the cap.
        ("a body without end", lambda: blanks(6400), "ResponseTooLargeError"),
        ("63 MiB of noughts", lambda: noughts(63), "TooManyValuesError"),
    ],
)
def test_the_growth_is_bounded(
    name: str, pieces: Pieces, comes: str, figure: Callable[[str, str], None]
) -> None:
    told = asyncio.run(asked_by("program", pieces))
    grew_mib = told["grew_bytes"] / MIB
    figure(name, f"{told['came']}, memory grew by {grew_mib:.0f} MiB")
    assert told["came"] == comes
    assert told["grew_bytes"] <= MOST_GROWTH_BYTES


@pytest.mark.parametrize(
    "pieces", [lambda: bomb(160), lambda: blanks(160), lambda: noughts(63)]
)
def test_the_control_takes_it_all(pieces: Pieces) -> None:
    # A sixth of the bomb is enough, and does not fill the machine.
    told = asyncio.run(asked_by("control", pieces))
    assert told["grew_bytes"] > MOST_GROWTH_BYTES


LISTS = (USERS, PROJECTS, CLIENTS, GROUPS)


@pytest.mark.parametrize(
    ("name", "pieces", "places"),
    [
        ("every summary a bomb", lambda: bomb(1024), (SUMMARY,)),
        ("every list a bomb", lambda: bomb(1024), LISTS),
        ("every summary without end", lambda: blanks(6400), (SUMMARY,)),
    ],
)
def test_the_growth_of_the_whole_program_is_bounded(
    name: str,
    pieces: Pieces,
    places: Collection[Place],
    figure: Callable[[str, str], None],
) -> None:
    told = asyncio.run(asked_by("report", pieces, places))
    grew_mib = told["grew_bytes"] / MIB
    figure(name, f"{told['came']}, memory grew by {grew_mib:.0f} MiB")
    assert told["came"] == "ResponseTooLargeError"
    assert told["grew_bytes"] <= MOST_GROWTH_BYTES


def test_without_the_budget_it_grows_with_every_answer() -> None:
    told = asyncio.run(
        asked_by("report without the budget", lambda: blanks(6400), (SUMMARY,))
    )
    assert told["came"] == "ResponseTooLargeError"
    assert told["grew_bytes"] > MOST_GROWTH_BYTES
