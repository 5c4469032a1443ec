from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.domain.errors import UsageError
from clockify_desktop.domain.period import Period

days = st.dates(date(1, 1, 1), date(9990, 1, 1))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start = draw(days)
    return Period(start, start + timedelta(days=draw(st.integers(0, 800))))


@given(periods(), st.integers(1, 400))
def test_parts_hold_every_day_once_and_in_order(period: Period, longest: int) -> None:
    parts = period.parts(longest)
    assert [day for part in parts for day in part] == list(period)
    assert all(part.days <= longest for part in parts)
    assert all(part.days == longest for part in parts[:-1])


@given(periods())
def test_halves_hold_every_day_once(period: Period) -> None:
    if period.days == 1:
        with pytest.raises(ValueError, match="single day"):
            period.halves()
        return
    first, second = period.halves()
    assert [*first, *second] == list(period)
    assert 0 <= first.days - second.days <= 1


def test_the_last_day_of_all_can_be_cut() -> None:
    period = Period(date(9999, 12, 1), date(9999, 12, 31))
    assert [part.days for part in period.parts(20)] == [20, 11]
    assert list(period)[-1] == date.max


def test_both_ends_belong_to_it() -> None:
    period = Period(date(2026, 11, 16), date(2026, 11, 22))
    assert period.days == 7
    assert date(2026, 11, 16) in period
    assert date(2026, 11, 22) in period
    assert date(2026, 11, 15) not in period
    assert date(2026, 11, 23) not in period


def test_an_end_before_the_start_is_refused() -> None:
    with pytest.raises(UsageError, match="ends before it starts"):
        Period(date(2026, 11, 16), date(2026, 11, 15))
