"""Every fault at every endpoint: a typed error, in time, and the old report stays."""

import asyncio
from collections.abc import Callable

from clockify_desktop.api.network_errors import DeadlineError
from clockify_desktop.domain.errors import AppError
from tests.faults.canary import CANARY
from tests.faults.cell import Cell
from tests.faults.fault import SOON_S, Fault
from tests.faults.fault_table import FAULTS, cells
from tests.faults.good_answers import PLACES, SUMMARY, TOTAL_S
from tests.faults.misbehaving_server import MisbehavingServer
from tests.faults.naive_client import naive_total_s

# Many times what the program takes, for a machine that does a lot besides.
LIMIT_S = 8 * SOON_S


def test_every_cell_is_right(
    table: list[Cell], figure: Callable[[str, str], None]
) -> None:
    wrong = [str(cell) for cell in table if cell.problems]
    figure(
        "faults x endpoints",
        f"{len(FAULTS)} faults, {len(PLACES)} endpoints, {len(table)} cells,"
        f" {len(table) - len(wrong)} passed",
    )
    assert not wrong, "\n".join(wrong)


def test_silence_and_trickles_end_by_the_deadline(
    table: list[Cell], figure: Callable[[str, str], None]
) -> None:
    late = [cell for cell in table if cell.came is DeadlineError]
    assert {cell.fault.deadline_s for cell in late} == {SOON_S}
    slowest = max(cell.took_s for cell in late)
    figure(
        "silence and trickles",
        f"{len(late)} cells with a deadline of {SOON_S:g} s, the slowest ended after"
        f" {slowest:.2f} s",
    )
    # The control does not end within this.
    assert slowest < LIMIT_S


def test_there_are_faults_enough_and_each_has_its_own_name() -> None:
    names = [(fault.name, place) for fault in FAULTS for place in fault.places]
    assert len(names) == len(set(names))
    assert len(FAULTS) >= 60
    assert {place for _, place in cells(full=False)} == set(PLACES)


def test_the_control_fails_where_the_program_passes() -> None:
    """The naive client: errors of any kind, parts taken for the whole, no end."""
    outcomes = asyncio.run(tried_naively())
    ends = {name: came for name, came in outcomes.items() if came is not None}
    # It does well where nothing is wrong, so the harness itself is not the reason.
    assert ends["gzip"] == TOTAL_S
    untyped = [one for one in ends.values() if isinstance(one, Exception)]
    wrong = [one for one in ends.values() if isinstance(one, int) and one != TOTAL_S]
    endless = [name for name, came in outcomes.items() if came is None]
    assert len(untyped) > 60
    assert wrong
    assert not any(isinstance(one, AppError) for one in untyped)
    assert "a trickle in the body" in endless


async def tried_naively() -> dict[str, object]:
    """Let the naive client meet every fault of the summary.

    Returns:
        What came, by the fault: seconds, an error, or ``None`` where it did not end.
    """
    places = asyncio.Semaphore(16)

    async def ask(fault: Fault) -> object:
        server = MisbehavingServer(fault, SUMMARY)
        async with places, server.running():
            await server.go_wrong()
            try:
                async with asyncio.timeout(LIMIT_S):
                    return await naive_total_s(server.hosts, CANARY)
            except TimeoutError:
                return None
            except Exception as error:  # noqa: BLE001 - of any kind, that is the point
                return error
            finally:
                await server.mend()

    faults = [fault for fault in FAULTS if SUMMARY in fault.places]
    came = await asyncio.gather(*map(ask, faults))
    return {fault.name: one for fault, one in zip(faults, came, strict=True)}
