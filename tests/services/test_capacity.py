import asyncio
from datetime import date, timedelta
from typing import Any

import pytest

from clockify_desktop.api.endpoints import ATTENDANCE_REPORT
from clockify_desktop.api.errors import BusyError, PlanError, RequestInfo
from clockify_desktop.api.paging import Listed
from clockify_desktop.api.report_bodies import AttendanceQuery
from clockify_desktop.api.wire.absences import AttendanceRow
from clockify_desktop.domain.capacity import Capacity, CapacitySource
from clockify_desktop.domain.directory import Workspace
from clockify_desktop.domain.identity import UserId, WorkspaceId
from clockify_desktop.services.capacity import load_attendance
from clockify_desktop.services.not_offered import NotOfferedError

ASKED = RequestInfo(ATTENDANCE_REPORT.method, ATTENDANCE_REPORT.path, "test", 402)
WORKSPACE = Workspace(WorkspaceId("w"), "Acme")
TODAY = date(2026, 11, 18)


class Clockify:
    """Tells the same hours of a few people on every day that is asked for."""

    def __init__(self, *rows: tuple[str, Any], error: Exception | None = None) -> None:
        self.rows, self.error = rows, error
        self.asked: list[AttendanceQuery] = []

    async def attendance_report(
        self, workspace: WorkspaceId, query: AttendanceQuery
    ) -> Listed[AttendanceRow]:
        assert workspace == WORKSPACE.id
        self.asked.append(query)
        if self.error:
            raise self.error
        return Listed(
            [
                AttendanceRow(UserId(user), f"{day}T00:00:00.000Z", capacity)
                for day in query.period
                for user, capacity in self.rows
            ],
            unreadable=1,
        )


def load(clockify: Clockify) -> Capacity:
    made = load_attendance(clockify, WORKSPACE, "Asia/Kolkata", TODAY)  # type: ignore[arg-type]  # the part of it that is asked
    return asyncio.run(made)


def test_the_last_weeks_are_asked_for_in_few_parts() -> None:
    clockify = Clockify(("ann", 28_800))
    capacity = load(clockify)
    days = [day for query in clockify.asked for day in query.period]
    assert days[0] == date(2026, 8, 24)
    assert days[-1] == TODAY
    assert days == [days[0] + timedelta(days=at) for at in range(len(days))]
    assert len(clockify.asked) == 4
    assert {query.time_zone for query in clockify.asked} == {"Asia/Kolkata"}
    (hours,) = capacity.hours[UserId("ann")]
    assert hours.seconds == (28_800,) * 7
    assert hours.source is CapacitySource.ATTENDANCE
    assert capacity.unreadable == 4


@pytest.mark.parametrize(
    ("capacity", "unreadable"),
    [(None, 0), (0, 0), (-1, 1), (86_401, 1), (10**18, 1)],
)
def test_hours_that_nobody_can_have_are_none(
    capacity: int | None, unreadable: int
) -> None:
    found = load(Clockify(("ann", capacity), ("bob", 60)))
    assert set(found.hours) == {"bob"}
    days = (TODAY - date(2026, 8, 24)).days + 1
    assert found.unreadable == 4 + unreadable * days


def test_a_day_that_is_none() -> None:
    clockify = Clockify()

    async def rows(*_: Any) -> Listed[AttendanceRow]:
        return Listed([AttendanceRow(UserId("ann"), "tomorrow", 60)])

    clockify.attendance_report = rows  # type: ignore[method-assign]
    assert load(clockify).hours == {}
    assert load(clockify).unreadable == 4


def test_what_the_plan_keeps_back_is_said_so_and_the_rest_is_as_it_is() -> None:
    with pytest.raises(NotOfferedError, match="How long people are expected to work"):
        load(Clockify(error=PlanError(ASKED)))
    with pytest.raises(BusyError):
        load(Clockify(error=BusyError(ASKED)))
