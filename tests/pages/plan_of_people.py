"""Reports and answers for pages that show what is expected of whom."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any, Final

import numpy as np

from clockify_desktop.domain.absences import Absences
from clockify_desktop.domain.capacity import (
    Capacity,
    CapacitySource,
    WorkingHours,
    working_hours,
)
from clockify_desktop.domain.completeness import Visibility
from clockify_desktop.domain.directory import (
    Directory,
    Person,
    Project,
    UserGroup,
    Workspace,
)
from clockify_desktop.domain.facts import Facts
from clockify_desktop.domain.identity import UserId, WorkspaceId
from clockify_desktop.domain.needs import (
    AbsencesNeed,
    CapacityNeed,
    MemberProfilesNeed,
    Need,
    ReportNeed,
)
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.pages.answers import Answers

WORKSPACE: Final = Workspace(WorkspaceId("w"), "Acme", "EUR")
WEEK: Final = Period(date(2026, 11, 16), date(2026, 11, 22))
NEXT_MONDAY: Final = datetime(2026, 11, 23, 8, tzinfo=UTC)
HOUR: Final = 3600
DAY_S: Final = 8 * HOUR


def person(name: str, **more: Any) -> Person:
    """Make an active person by a name."""
    return Person(UserId(name.lower()), name, f"{name.lower()}@x.example", **more)


def hours(
    *weekdays: int,
    day_h: float = 8,
    source: CapacitySource = CapacitySource.ATTENDANCE,
    since: date | None = None,
) -> WorkingHours:
    """Give each weekday as many hours."""
    return working_hours(int(day_h * HOUR), frozenset(weekdays), source, since)


def report_of(
    people: Iterable[Person],
    logged: Iterable[tuple[str, date, int]] = (),
    *,
    period: Period = WEEK,
    at: datetime = NEXT_MONDAY,
    groups: tuple[UserGroup, ...] = (),
    visibility: Visibility = Visibility.EVERYBODY,
) -> Report:
    """Make a report of seconds by name and day."""
    people, logged = tuple(people), list(logged)
    row = {one.name: at for at, one in enumerate(people)}
    count = len(logged)
    none = np.zeros(count, np.intp)
    facts = Facts(
        people=people,
        projects=(Project(None, "(Without project)"),),
        currencies=(),
        user=np.array([row[name] for name, *_ in logged], np.intp),
        project=none,
        day=np.array([day.toordinal() for _, day, _ in logged], np.int64),
        seconds=np.array([seconds for *_, seconds in logged], np.int64),
        billable_seconds=None,
        amount_micros=None,
        currency=none - 1,
    )
    query = ReportQuery(WORKSPACE, period, "Europe/Berlin", 0)
    directory = Directory(people, groups=groups, visibility=visibility)
    return Report(query, facts, directory, at, facts.total_s)


def answers_of(
    report: Report,
    capacity: Mapping[UserId, tuple[WorkingHours, ...]] | None = None,
    absences: Absences | None = None,
    refusals: Mapping[Need, Any] | None = None,
) -> Answers:
    """Answer all that a plan is made from, of which nothing may be left out."""
    query = report.query
    return Answers(
        {
            ReportNeed(query): report,
            CapacityNeed(WORKSPACE): Capacity(capacity or {}),
            MemberProfilesNeed(WORKSPACE): Capacity(),
            AbsencesNeed(WORKSPACE, query.period): absences or Absences(),
        },
        refusals or {},
    )
