from datetime import date

import pytest

from clockify_desktop.domain.period import Period
from clockify_desktop.domain.period_words import (
    dates_in_words,
    period_in_words,
    week_number,
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
