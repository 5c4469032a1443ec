"""Asking how long people are expected to work: one question for all, day by day."""

import asyncio
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from clockify_desktop.api.client import Clockify
from clockify_desktop.api.paging import Listed
from clockify_desktop.api.report_bodies import AttendanceQuery
from clockify_desktop.api.wire.absences import AttendanceRow
from clockify_desktop.domain.calendar import DAYS_A_WEEK, MONDAY, first_day_of_week
from clockify_desktop.domain.capacity import (
    LONGEST_DAY_S,
    Capacity,
    CapacitySource,
    hours_by_days,
)
from clockify_desktop.domain.directory import Workspace
from clockify_desktop.domain.period import Period
from clockify_desktop.services.gather import gather
from clockify_desktop.services.not_offered import KEPT_BACK, NotOfferedError
from clockify_desktop.translation import tr

if TYPE_CHECKING:
    from clockify_desktop.domain.identity import UserId

NOT_HERE: Final = tr("How long people are expected to work cannot be had here")
_WEEKS: Final = 13
"""As far back as changes are looked for: what a trend of twelve weeks shows."""
_DAYS_AT_ONCE: Final = 28


async def load_attendance(
    clockify: Clockify, workspace: Workspace, time_zone: str, today: date
) -> Capacity:
    """Ask for the attendance report of the last weeks.

    Whom it gives no hours on any day is left out: the plan may know no capacity.

    Args:
        today: In ``time_zone``.

    Raises:
        NotOfferedError: The plan or the key's role does not hold it.
        AppError: Clockify or the way to it refuses for any other reason.
    """
    monday = first_day_of_week(today, MONDAY)
    first = monday - timedelta(days=(_WEEKS - 1) * DAYS_A_WEEK)
    try:
        parts = await gather(
            clockify.attendance_report(
                workspace.id, AttendanceQuery(period=part, time_zone=time_zone)
            )
            for part in Period(first, today).parts(_DAYS_AT_ONCE)
        )
    except KEPT_BACK as error:
        refusal = NotOfferedError(NOT_HERE, error)
    else:
        # A row a person and day: the window does not wait for it.
        return await asyncio.to_thread(_read, parts)
    raise refusal


def _read(parts: Iterable[Listed[AttendanceRow]]) -> Capacity:
    days: dict[UserId, dict[date, int]] = {}
    unreadable = 0
    for part in parts:
        unreadable += part.unreadable
        for row in part:
            day, seconds = _day_of(row), row.capacity
            if day is None or seconds is None or not 0 <= seconds <= LONGEST_DAY_S:
                # Nothing is told of whose capacity is not known.
                unreadable += seconds is not None
            else:
                days.setdefault(row.user_id, {})[day] = seconds
    return Capacity(
        {
            person: hours_by_days(told, CapacitySource.ATTENDANCE)
            for person, told in days.items()
            if any(told.values())
        },
        unreadable,
    )


def _day_of(row: AttendanceRow) -> date | None:
    # A wall clock's midnight; what stands behind the day is no instant.
    try:
        return date.fromisoformat(row.date[:10])
    except ValueError:
        return None
