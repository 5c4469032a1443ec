"""Trying the table: a server of its own for each cell, some of them at once."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from clockify_desktop.api.client import Clockify
from clockify_desktop.api.client_factory import open_clockify
from clockify_desktop.api.credentials import ApiKey
from tests.faults.call_run import play_call
from tests.faults.canary import CANARY
from tests.faults.cell import MOST_ATTEMPTS, Cell
from tests.faults.evidence import Evidence
from tests.faults.fault import LATER_S, Fault
from tests.faults.good_answers import Place
from tests.faults.misbehaving_server import MisbehavingServer
from tests.faults.page_run import Page
from tests.faults.skipped_waits import SkippedWaits

# What a machine that does a lot besides may take on top of the deadline.
_SLACK_S = 10.0
# Longer than a server can make the program wait.
_LONGEST_PAUSE_S = 400.0
# More are not faster together, and each takes longer.
_AT_ONCE = 8


@asynccontextmanager
async def client(server: MisbehavingServer, fault: Fault) -> AsyncIterator[Clockify]:
    """Open the program's own client, with the limits that a fault is tried with."""
    waits = SkippedWaits()
    async with open_clockify(
        server.hosts,
        ApiKey(CANARY),
        rate_a_second=1000,
        deadline_s=LATER_S,
        body_cap_bytes=fault.cap_bytes,
        retry_policy=waits.retry_policy(),
    ) as clockify:

        def turn(*, wrong: bool) -> None:
            # Only while it is wrong: an honest answer may take its time.
            clockify._requester._deadline_s = fault.deadline_s if wrong else LATER_S
            if not wrong:
                waits.skip(_LONGEST_PAUSE_S)

        server.on_turn = turn
        yield clockify


async def run_table(
    cells: Iterable[tuple[Fault, Place]], evidence: Evidence
) -> list[Cell]:
    """Try all cells, some of them at once."""
    places = asyncio.Semaphore(_AT_ONCE)

    async def run(fault: Fault, place: Place) -> Cell:
        async with places:
            return await run_cell(fault, place, evidence)

    return await asyncio.gather(*(run(*cell) for cell in cells))


async def run_cell(fault: Fault, place: Place, evidence: Evidence) -> Cell:
    """Try one fault at one endpoint."""
    cell = Cell(fault, place)
    server = MisbehavingServer(fault, place)
    attempts = MOST_ATTEMPTS if fault.repeatable else 1
    try:
        async with (
            server.running(),
            client(server, fault) as clockify,
            asyncio.timeout(fault.deadline_s * attempts + _SLACK_S),
        ):
            if place.in_window:
                await Page(cell, server, clockify, evidence).play()
            else:
                await play_call(cell, server, clockify, evidence)
    except TimeoutError:
        cell.problems.append("it did not end")
    except Exception as error:  # noqa: BLE001 - a bug is what the table looks for
        evidence.note_error(error, with_locals=not cell.fault.repeats_key)
        cell.came = type(error)
        cell.problems.append("that is no error for people")
    return cell
