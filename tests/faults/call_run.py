"""A fault as a call meets it that the window does not make."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from clockify_desktop.api.client import Clockify
from clockify_desktop.api.report_bodies import AttendanceQuery, DetailedQuery
from clockify_desktop.domain.directory import Directory, Workspace
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.identity import UserId, WorkspaceId
from clockify_desktop.domain.period import Period
from clockify_desktop.services.entry_columns import entry_report
from tests.faults.cell import Cell
from tests.faults.evidence import Evidence
from tests.faults.fault import Answered
from tests.faults.good_answers import ATTENDANCE, DETAILED, Place
from tests.faults.misbehaving_server import MisbehavingServer

_DAY = datetime(2026, 11, 17, tzinfo=UTC)
_BERLIN = ZoneInfo("Europe/Berlin")


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
    workspace = Workspace(WorkspaceId("w1"), "Acme")
    day = Period(_DAY.date(), _DAY.date())
    if place is ATTENDANCE:
        asked = AttendanceQuery(period=day, time_zone="Europe/Berlin")
        told = await clockify.attendance_report(workspace.id, asked)
        return told, bool(told.unreadable) or told.changed
    if place is DETAILED:
        query = DetailedQuery(period=day, time_zone=_BERLIN.key)
        report = await clockify.detailed_report(workspace.id, query)
        read = entry_report(report, Directory(), query.period, _BERLIN, _DAY, workspace)
        told = bool(read.losses) or not read.complete
        return read.entries.ids.tolist(), told
    rows = await clockify.time_entries(
        workspace.id,
        UserId("u1"),
        start=_DAY,
        end=_DAY + timedelta(days=1),
        profile_zone=_BERLIN,
    )
    return rows, bool(rows.unreadable) or rows.changed
