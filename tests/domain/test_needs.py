from dataclasses import replace
from datetime import date

import pytest

from clockify_desktop.domain.day_counting import DayCounting, DaysIn
from clockify_desktop.domain.directory import Workspace
from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.domain.needs import ReportNeed, entries_need, is_asked_ahead
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import ReportQuery

WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
QUERY = ReportQuery(Workspace(WorkspaceId("w"), "Acme"), WEEK, "Europe/Berlin", 6)


def test_entries_are_those_of_the_same_days_of_a_report() -> None:
    need = entries_need(QUERY)
    assert need.query == QUERY
    # However the zone came about.
    assert entries_need(replace(QUERY, unknown_zone="Mars/Base")) == need


@pytest.mark.parametrize(
    ("last", "ahead"), [(date(2026, 3, 31), True), (date(2026, 4, 30), False)]
)
def test_many_entries_are_asked_for_where_somebody_looks_at_them(
    *, last: date, ahead: bool
) -> None:
    query = replace(QUERY, period=Period(date(2026, 1, 1), last))
    assert is_asked_ahead(entries_need(query)) is ahead
    assert is_asked_ahead(ReportNeed(query))
    of_entries = replace(query, counting=DayCounting(DaysIn.OWN))
    assert is_asked_ahead(ReportNeed(of_entries)) is ahead
    # Tasks are sums; tags are told by the entries alone.
    assert is_asked_ahead(ReportNeed(query, frozenset({"task"})))
    assert is_asked_ahead(ReportNeed(query, frozenset({"tags"}))) is ahead
