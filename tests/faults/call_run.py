"""A fault as a call meets it that the window does not make."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from clockify_desktop.api.client import Clockify
from clockify_desktop.api.report_bodies import DetailedQuery
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.identity import UserId, WorkspaceId
from clockify_desktop.domain.period import Period
from tests.faults.cell import Cell
from tests.faults.evidence import Evidence
from tests.faults.fault import Answered
from tests.faults.good_answers import DETAILED, Place
from tests.faults.misbehaving_server import MisbehavingServer

_DAY = datetime(2026, 11, 17, tzinfo=UTC)


async def play_call(
    cell: Cell, server: MisbehavingServer, clockify: Clockify, evidence: Evidence
) -> None:
    """Ask, let the fault come, ask, let it go, and ask."""
    whole, _ = await _asked(cell.place, clockify)
    await server.go_wrong()
    try:
        rows, told = await _asked(cell.place, clockify)
    except AppError as error:
        evidence.note_error(error, with_locals=not cell.fault.repeats_key)
        cell.ended(type(error), server)
        cell.check(error.title and error.advice, "the error says nothing")
    else:
        same = len(rows) == len(whole) and not told
        cell.ended(Answered.WHOLE if same else Answered.TOLD, server)
        cell.check(same or told, "a part was called complete")
    await server.mend()
    rows, _ = await _asked(cell.place, clockify)
    cell.check(len(rows) == len(whole), "it does not come back")


async def _asked(place: Place, clockify: Clockify) -> tuple[list[Any], bool]:
    """Ask for rows.

    Returns:
        The rows, and whether it was told that some are missing.
    """
    workspace = WorkspaceId("w1")
    if place is DETAILED:
        day = _DAY.date()
        query = DetailedQuery(period=Period(day, day), time_zone="Europe/Berlin")
        report = await clockify.detailed_report(workspace, query)
        lost = any(entry.time_interval.is_wrong for entry in report.entries)
        return report.entries, lost or report.unreadable > 0 or not report.complete
    rows = await clockify.time_entries(
        workspace,
        UserId("u1"),
        start=_DAY,
        end=_DAY + timedelta(days=1),
        profile_zone=ZoneInfo("Europe/Berlin"),
    )
    return rows, bool(rows.unreadable) or rows.changed
