from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.domain.identity import ProjectId
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.project_totals import (
    EstimateReset,
    ProjectEstimate,
    ProjectTotal,
    ResetInterval,
    share_passed,
    terms_of,
)

RESETS = st.builds(
    EstimateReset,
    st.sampled_from(ResetInterval),
    st.integers(0, 6),
    st.integers(1, 31),
    st.integers(1, 12),
)


def starts_anew(reset: EstimateReset, day: date) -> bool:
    """Tell it of one day alone."""
    if reset.interval is ResetInterval.WEEKLY:
        return day.weekday() == reset.weekday
    last = monthrange(day.year, day.month)[1]
    of_month = day.day == min(reset.day, last)
    yearly = reset.interval is ResetInterval.YEARLY
    return of_month and (not yearly or day.month == reset.month)


@given(RESETS, st.dates(date(1990, 1, 1), date(2060, 1, 1)))
def test_a_term_is_from_one_start_to_the_day_before_the_next(
    reset: EstimateReset, day: date
) -> None:
    start = day
    while not starts_anew(reset, start):
        start -= timedelta(days=1)
    end = day
    while not starts_anew(reset, end + timedelta(days=1)):
        end += timedelta(days=1)
    assert reset.term(day) == Period(start, end)


@given(RESETS)
def test_where_the_calendar_ends_a_term_is_cut(reset: EstimateReset) -> None:
    assert date.min in reset.term(date.min)
    assert date.max in reset.term(date.max)


def test_each_term_is_listed_once() -> None:
    monthly = EstimateReset(ResetInterval.MONTHLY)
    estimates = (
        ProjectEstimate(1, monthly),
        ProjectEstimate(2, monthly),
        ProjectEstimate(3),
        None,
    )
    totals = {
        ProjectId(str(at)): ProjectTotal(estimate=one)
        for at, one in enumerate(estimates)
    }
    november = Period(date(2026, 11, 1), date(2026, 11, 30))
    assert terms_of(totals, date(2026, 11, 22)) == {november}


@pytest.mark.parametrize(
    ("today", "passed"),
    [(-3, 0), (0, 0), (1, 1), (9, 9), (10, 10), (99, 10)],
)
def test_of_the_time_of_a_project_days_that_are_over_have_passed(
    today: int, passed: int
) -> None:
    first = date(2026, 11, 1)
    last = first + timedelta(days=9)
    assert share_passed(first, last, first + timedelta(days=today)) == (passed, 10)
