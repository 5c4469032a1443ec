"""Week 47 of 2026 with those before and after it, as the page "Trend" is answered."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from clockify_desktop.domain.absences import Absences
from clockify_desktop.domain.capacity import Capacity, WorkingHours
from clockify_desktop.domain.directory import Directory
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.identity import UserId
from clockify_desktop.domain.needs import (
    AbsencesNeed,
    CapacityNeed,
    MemberProfilesNeed,
    Need,
    ReportNeed,
)
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.domain.selection import EVERYTHING, Selection
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.trend import TREND, TrendPageContent
from clockify_desktop.pages.trend_periods import trend_need
from tests.pages.five_weeks import (
    AFTERWARDS,
    DIRECTORY,
    WORKSPACE,
    Logged,
    query_of,
    report_of,
)


def answers_of(
    query: ReportQuery,
    logged: Iterable[Logged],
    *,
    fetched_at: datetime = AFTERWARDS,
    directory: Directory = DIRECTORY,
    capacity: Mapping[UserId, tuple[WorkingHours, ...]] | None = None,
    absences: Absences | None = None,
    without: Iterable[str] = (),
    refusals: Mapping[Need, AppError] | None = None,
) -> Answers:
    """Answer all that the page uses.

    Args:
        logged: With days counted from the first one of the period looked at.
        without: Of ``trend`` and ``plan``, what is not here.
    """
    period, wide = query.period, trend_need(query)
    rows, left_out = list(logged), set(without)
    earlier = (period.start - wide.query.period.start).days
    of_period = [row for row in rows if 0 <= row[2] < period.days]
    values: dict[Need, Any] = {
        ReportNeed(query): report_of(query, of_period, fetched_at, directory)
    }
    if "trend" not in left_out:
        moved = [(user, what, day + earlier, s) for user, what, day, s in rows]
        inside = [row for row in moved if 0 <= row[2] < wide.query.period.days]
        values[wide] = report_of(wide.query, inside, fetched_at, directory)
    if "plan" not in left_out:
        values[CapacityNeed(WORKSPACE)] = Capacity(capacity or {})
        values[MemberProfilesNeed(WORKSPACE)] = Capacity()
        span = AbsencesNeed(WORKSPACE, wide.query.period)
        values[span] = absences or Absences()
    return Answers(values, refusals or {})


def content_of(
    logged: Iterable[Logged],
    *,
    period: str = "2026-W47",
    view: ViewOptions | None = None,
    selection: Selection = EVERYTHING,
    **answered: Any,
) -> TrendPageContent:
    query = query_of(period)
    answers = answers_of(query, logged, **answered)
    content = TREND.content(answers, query, selection, view or ViewOptions())
    assert content is not None
    return content


def table_rows(content: TrendPageContent) -> list[tuple[str, ...]]:
    """Read the table as it stands, the mean last."""
    table = content.table
    return [*(table.texts(row) for row in table.arranged().tolist()), table.total]
