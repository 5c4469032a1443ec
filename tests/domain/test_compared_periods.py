from datetime import date, timedelta

import pytest

from clockify_desktop.domain.compared_periods import compared_days, periods_before
from clockify_desktop.domain.period import Period


def of(text: str) -> Period:
    start, end = text.split("..")
    return Period(date.fromisoformat(start), date.fromisoformat(end))


def test_four_of_the_same_kind_come_before() -> None:
    assert periods_before(of("2026-11-16..2026-11-22")) == (
        of("2026-11-09..2026-11-15"),
        of("2026-11-02..2026-11-08"),
        of("2026-10-26..2026-11-01"),
        of("2026-10-19..2026-10-25"),
    )
    assert periods_before(of("2026-03-01..2026-03-31"))[:2] == (
        of("2026-02-01..2026-02-28"),
        of("2026-01-01..2026-01-31"),
    )


def test_fewer_where_the_calendar_begins() -> None:
    assert periods_before(of("0001-01-01..0001-01-07")) == ()
    assert len(periods_before(of("0001-01-15..0001-01-21"))) == 2


@pytest.mark.parametrize(
    ("today", "count"),
    [("2026-11-15", 0), ("2026-11-16", 0), ("2026-11-19", 3), ("2026-11-22", 6)],
)
def test_of_a_running_week_the_days_that_are_over_count(today: str, count: int) -> None:
    week = of("2026-11-16..2026-11-22")
    days = compared_days(week, date.fromisoformat(today))
    assert days.count == count
    assert days.are_none is (count == 0)
    before = of("2026-11-09..2026-11-15")
    last = before.start + timedelta(days=count - 1)
    expected = Period(before.start, last) if count else before
    assert days.of(before) == expected


def test_of_a_week_that_is_over_all_days_count() -> None:
    week = of("2026-11-16..2026-11-22")
    days = compared_days(week, date(2026, 11, 23))
    assert days.count is None
    assert not days.are_none
    assert days.of(week) == week


def test_a_shorter_month_has_no_more_days_than_it_has() -> None:
    days = compared_days(of("2026-03-01..2026-03-31"), date(2026, 3, 31))
    assert days.of(of("2026-02-01..2026-02-28")) == of("2026-02-01..2026-02-28")
