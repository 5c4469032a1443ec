from datetime import date
from typing import Any

import pytest

from clockify_desktop.domain.absences import Absences, Holiday, LeaveOfDay, TimeOff
from clockify_desktop.domain.identity import UserId
from clockify_desktop.domain.period import Period

ANN, BOB = UserId("ann"), UserId("bob")
MON, TUE, WED = date(2026, 11, 16), date(2026, 11, 17), date(2026, 11, 18)
WEEK = Period(MON, date(2026, 11, 22))
TURN = Period(date(2026, 12, 28), date(2027, 1, 3))
ALWAYS = Period(date(1990, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("first", "last", "annual", "period", "found"),
    [
        ((2026, 11, 18), (2026, 11, 18), False, WEEK, [18]),
        ((2026, 11, 13), (2026, 11, 17), False, WEEK, [16, 17]),
        ((2020, 11, 18), (2020, 11, 18), False, WEEK, []),
        ((2020, 11, 18), (2020, 11, 19), True, WEEK, [18, 19]),
        ((2027, 11, 18), (2027, 11, 18), True, WEEK, []),
        # Over the turn of the year.
        ((2020, 12, 31), (2021, 1, 2), True, TURN, [31, 1, 2]),
        ((2020, 12, 24), (2021, 1, 1), True, TURN, [28, 29, 30, 31, 1]),
        ((2026, 12, 31), (2027, 1, 1), False, TURN, [31, 1]),
        # The day that most years do not have.
        (
            (2024, 2, 29),
            (2024, 2, 29),
            True,
            Period(date(2027, 2, 22), date(2027, 3, 7)),
            [],
        ),
        (
            (2024, 2, 29),
            (2024, 2, 29),
            True,
            Period(date(2028, 2, 28), date(2028, 3, 1)),
            [29],
        ),
        # At the ends of the calendar.
        (
            (9999, 12, 31),
            (9999, 12, 31),
            True,
            Period(date(9999, 12, 30), date(9999, 12, 31)),
            [31],
        ),
        ((1, 1, 1), (1, 1, 1), True, Period(date(1, 1, 1), date(1, 1, 2)), [1]),
    ],
)
def test_the_days_of_a_holiday(
    first: Any, last: Any, annual: Any, period: Period, found: list[int]
) -> None:
    holiday = Holiday("H", date(*first), date(*last), annual)
    assert [day.day for day in holiday.days_in(period)] == found


def test_one_day_a_year_is_one_day_a_year() -> None:
    holiday = Holiday("New Year", date(2000, 1, 1), date(2000, 1, 1), annual=True)
    years = [day.year for day in holiday.days_in(ALWAYS)]
    assert years == list(range(2000, 2031))


def test_leave_of_a_day_is_added_up() -> None:
    absences = Absences(
        (
            TimeOff(ANN, date(2026, 11, 2), MON),
            TimeOff(ANN, TUE, TUE, half_days=1),
            TimeOff(ANN, TUE, TUE, half_days=0, seconds=60),
            TimeOff(ANN, WED, WED, half_days=1),
            TimeOff(ANN, WED, WED, half_days=1),
            TimeOff(BOB, MON, MON),
        )
    )
    assert absences.leave_on(ANN, WEEK) == {
        MON: LeaveOfDay(2, 0),
        TUE: LeaveOfDay(1, 60),
        WED: LeaveOfDay(2, 0),
    }
    assert absences.leave_on(UserId("eve"), WEEK) == {}


def test_no_leave_takes_off_more_than_a_day_has() -> None:
    assert LeaveOfDay(1, 0).taken_s(28_800) == 14_400
    assert LeaveOfDay(1, 3600).taken_s(28_800) == 18_000
    assert LeaveOfDay(2, 3600).taken_s(28_800) == 28_800
    assert LeaveOfDay(2).taken_s(0) == 0
    assert LeaveOfDay(1).taken_s(28_801) == 14_400


def test_a_period_keeps_the_leave_that_touches_it() -> None:
    times = tuple(
        TimeOff(ANN, date(2026, 11, first), date(2026, 11, last))
        for first, last in ((9, 15), (9, 16), (18, 18), (22, 30), (23, 24))
    )
    holidays = (Holiday("B", TUE, TUE), Holiday("A", MON, TUE))
    absences = Absences(times, holidays, 1, changed=True)
    kept = absences.touching(WEEK)
    assert kept.times_off == times[1:4]
    assert (kept.unreadable, kept.changed) == (1, True)
    assert 0 < kept.size_bytes < absences.size_bytes
    named = [(day, one.name) for day, one in kept.holidays_on(WEEK)]
    assert named == [(MON, "A"), (TUE, "A"), (TUE, "B")]
