from datetime import date

import pytest

from clockify_desktop.domain.day_counting import DayCounting, DaysIn, Midnight
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.period_words import (
    dates_in_words,
    days_in_words,
    kind_in_words,
    month_in_words,
    month_with_year,
    period_in_words,
    some_days_in_words,
    week_number,
    weekday,
    weekday_of_month,
    weekdays_in_words,
)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2026-11-16", "2026-11-16", "Mon 16 Nov 2026"),
        ("2026-11-16", "2026-11-22", "16\u201322 Nov 2026"),
        ("2026-09-28", "2026-10-04", "28 Sep \u2013 4 Oct 2026"),
        ("2025-12-29", "2026-01-04", "29 Dec 2025 \u2013 4 Jan 2026"),
        ("2025-11-01", "2026-11-02", "1 Nov 2025 \u2013 2 Nov 2026"),
    ],
)
def test_dates(start: str, end: str, words: str) -> None:
    period = Period(date.fromisoformat(start), date.fromisoformat(end))
    assert dates_in_words(period) == words


def test_a_week_bears_the_number_of_its_thursday() -> None:
    monday_week = Period(date(2026, 11, 16), date(2026, 11, 22))
    assert week_number(monday_week, 0) == (2026, 47)
    assert week_number(monday_week, 6) is None
    sunday_week = Period(date(2025, 12, 28), date(2026, 1, 3))
    assert week_number(sunday_week, 6) == (2026, 1)
    friday_week = Period(date(2026, 11, 20), date(2026, 11, 26))
    assert week_number(friday_week, 4) == (2026, 48)
    assert week_number(Period(date(2026, 11, 16), date(2026, 11, 23)), 0) is None


def test_in_full() -> None:
    week = Period(date(2026, 11, 16), date(2026, 11, 22))
    assert period_in_words(week, 0, "UTC") == "16\u201322 Nov 2026 · week 47 · UTC"
    day = Period(date(2026, 11, 16), date(2026, 11, 16))
    assert period_in_words(day, 0, "UTC") == "Mon 16 Nov 2026 · UTC"
    said = period_in_words(week, 0, "UTC", running=True)
    assert said == "16\u201322 Nov 2026 · week 47 · so far · UTC"
    split = DayCounting(DaysIn.OWN, Midnight.SPLIT)
    assert period_in_words(day, 0, "UTC", split) == (
        "Mon 16 Nov 2026 · own time zones · split at midnight"
    )


def test_weekdays_and_months() -> None:
    assert weekday(date(2026, 11, 22)) == "Sun"
    assert weekday_of_month(date(2026, 11, 22)) == "Sun 22"
    assert month_with_year(date(2026, 11, 22)) == "Nov 2026"
    assert month_in_words(date(2026, 11, 22)) == "Nov"


_YEARS = "2 Nov 2025, 2 Nov 2026"


@pytest.mark.parametrize(
    ("start", "end", "days", "words"),
    [
        ("2026-11-16", "2026-11-22", [], ""),
        ("2026-11-16", "2026-11-23", [], ""),
        ("2026-11-16", "2026-11-22", ["2026-11-16", "2026-11-17"], "Mon, Tue"),
        ("2026-11-16", "2026-11-23", ["2026-11-16", "2026-11-17"], "16, 17 Nov"),
        ("2026-11-01", "2026-12-01", ["2026-11-02", "2026-12-01"], "2 Nov, 1 Dec"),
        ("2025-11-01", "2026-11-30", ["2025-11-02", "2026-11-02"], _YEARS),
    ],
)
def test_some_days(start: str, end: str, days: list[str], words: str) -> None:
    period = Period(date.fromisoformat(start), date.fromisoformat(end))
    assert some_days_in_words(list(map(date.fromisoformat, days)), period) == words


@pytest.mark.parametrize(
    ("start", "end", "kind"),
    [
        ("2026-11-16", "2026-11-22", "week"),
        ("2026-11-17", "2026-11-23", "7 days"),
        ("2026-11-09", "2026-11-22", "2 weeks"),
        ("2026-11-16", "2026-11-16", "day"),
        ("2026-11-01", "2026-11-30", "month"),
        ("2026-10-01", "2026-12-31", "quarter"),
        ("2026-11-01", "2027-01-31", "3 months"),
        ("2026-09-01", "2026-10-31", "2 months"),
        ("2026-01-01", "2026-12-31", "year"),
        ("2026-02-01", "2027-01-31", "12 months"),
        ("2026-11-02", "2026-11-11", "10 days"),
    ],
)
def test_what_a_period_is_one_of(start: str, end: str, kind: str) -> None:
    period = Period(date.fromisoformat(start), date.fromisoformat(end))
    assert kind_in_words(period, 0) == kind


def test_days_where_the_year_is_clear() -> None:
    week = Period(date(2026, 11, 9), date(2026, 11, 15))
    assert days_in_words(week, 2026) == "9\u201315 Nov"
    assert days_in_words(week, 2027) == "9\u201315 Nov 2026"
    assert days_in_words(Period(week.end, week.end), 2026) == "Sun 15 Nov"
    turning = Period(date(2025, 12, 29), date(2026, 1, 4))
    assert days_in_words(turning, 2026) == "29 Dec 2025 \u2013 4 Jan"
    assert weekdays_in_words(week) == "Mon\u2013Sun"
    assert weekdays_in_words(Period(week.end, week.end)) == "Sun"
