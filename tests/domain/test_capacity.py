from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clockify_desktop.domain.capacity import (
    ASSUMED,
    Capacity,
    CapacitySource,
    WorkingHours,
    hours_by_days,
    joined_capacity,
    set_by_hand,
    working_hours,
)
from clockify_desktop.domain.identity import UserId
from clockify_desktop.domain.period import Period

ANN, BOB = UserId("ann"), UserId("bob")
HAND, ATTENDANCE = CapacitySource.BY_HAND, CapacitySource.ATTENDANCE
PROFILE = CapacitySource.PROFILE
DAY_S = 8 * 3600
FIVE_DAYS, FOUR_DAYS = frozenset(range(5)), frozenset(range(4))
OCTOBER = date(2026, 10, 5)
WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))


def test_whoever_is_not_told_of_is_assumed_to_work_eight_hours() -> None:
    capacity = Capacity()
    assert capacity.of(ANN) == (ASSUMED,)
    assert capacity.seconds(ANN, WEEK).tolist() == [DAY_S] * 5 + [0, 0]


def test_hours_hold_from_their_day_on_and_earlier_weeks_stay() -> None:
    before = working_hours(DAY_S, FIVE_DAYS, HAND)
    since = working_hours(DAY_S, FOUR_DAYS, HAND, OCTOBER)
    capacity = Capacity({ANN: (before, since)})
    days = Period(OCTOBER - timedelta(days=4), OCTOBER + timedelta(days=5))
    # Thursday to Sunday, then Monday to Saturday.
    assert [s > 0 for s in capacity.seconds(ANN, days)] == [
        *(True, True, False, False),
        *(True, True, True, True, False, False),
    ]
    assert capacity.on(ANN, days) == (before, since)
    assert capacity.on(ANN, WEEK) == (since,)
    assert capacity.on(ANN, Period(days.start, days.start)) == (before,)


def test_what_is_set_by_hand_holds_from_its_day_on_and_the_next_one_before() -> None:
    by_hand = working_hours(DAY_S, FOUR_DAYS, HAND, OCTOBER)
    told = working_hours(DAY_S // 2, FIVE_DAYS, ATTENDANCE)
    later = working_hours(60, FIVE_DAYS, ATTENDANCE, OCTOBER + timedelta(days=7))
    profile = working_hours(90, FIVE_DAYS, PROFILE)
    joined = joined_capacity(
        Capacity({ANN: (by_hand,)}, 1),
        Capacity({ANN: (told, later)}, 2),
        Capacity({ANN: (profile,), BOB: (profile,)}),
    )
    assert joined.of(ANN) == (told, by_hand)
    assert joined.of(BOB) == (profile,)
    assert joined.unreadable == 3
    alone = joined_capacity(Capacity({ANN: (by_hand,)}))
    assert alone.of(ANN) == (ASSUMED, by_hand)
    assert joined.size_bytes > alone.size_bytes > 0


@dataclass(frozen=True)
class Said:
    user: UserId
    valid_from: date
    weekdays_s: tuple[int, ...] = (60,) * 7


def test_what_the_manager_set_holds_from_its_day_on() -> None:
    later = OCTOBER + timedelta(days=7)
    capacity = set_by_hand([Said(ANN, later), Said(BOB, later), Said(ANN, OCTOBER)])
    assert [one.since for one in capacity.hours[ANN]] == [OCTOBER, later]
    assert {one.source for one in capacity.hours[BOB]} == {HAND}
    assert capacity.of(BOB)[0] == ASSUMED
    assert set_by_hand([]).hours == {}


def daily(*weeks: list[int], first: date = OCTOBER) -> dict[date, int]:
    hours = [hour for week in weeks for hour in week]
    return {first + timedelta(days=at): hour for at, hour in enumerate(hours)}


FIVE, FOUR = [8, 8, 8, 8, 8, 0, 0], [8, 8, 8, 8, 0, 0, 0]


@pytest.mark.parametrize(
    ("days", "found"),
    [
        (daily(FIVE, FIVE), [(FIVE, None)]),
        # From the Monday of the week, whose days until then are as before.
        (daily(FIVE, FOUR, FOUR), [(FIVE, None), (FOUR, date(2026, 10, 12))]),
        # From the last Monday on nothing speaks against it.
        (daily(FIVE, FOUR), [(FIVE, None), (FOUR, date(2026, 10, 12))]),
        # One Friday alone is a holiday.
        (daily(FIVE, FOUR, FIVE), [(FIVE, None)]),
        # In mid-week: the days before belong to the hours before.
        (
            daily(FIVE, [8, 8, 6, 6, 6, 0, 0], [6, 6, 6, 6, 6, 0, 0]),
            [(FIVE, None), ([6, 6, 6, 6, 6, 0, 0], date(2026, 10, 14))],
        ),
        (
            daily(FIVE, FOUR, FOUR, FIVE, FIVE),
            [
                (FIVE, None),
                (FOUR, date(2026, 10, 12)),
                (FIVE, date(2026, 10, 26)),
            ],
        ),
        # A day of which nothing is told is none.
        (daily([8, 8, 8]), [([8, 8, 8, 0, 0, 0, 0], None)]),
    ],
)
def test_hours_are_found_in_what_is_told_of_days(
    days: dict[date, int], found: list[tuple[list[int], date | None]]
) -> None:
    assert hours_by_days(days, ATTENDANCE) == tuple(
        WorkingHours(tuple(hours), ATTENDANCE, since) for hours, since in found
    )


WEEKS = st.lists(st.sampled_from([0, 4, 8]), min_size=7, max_size=7)


@given(first=WEEKS, second=WEEKS, at=st.integers(0, 20))
@settings(max_examples=100, deadline=None)
def test_a_change_is_found_to_the_day(
    first: list[int], second: list[int], at: int
) -> None:
    """Whatever the weeks, what is told of each day is what holds on it."""
    days = {}
    for number in range(35):
        day = OCTOBER + timedelta(days=number)
        days[day] = (first if number < at else second)[day.weekday()]
    capacity = Capacity({ANN: hours_by_days(days, ATTENDANCE)})
    period = Period(OCTOBER, OCTOBER + timedelta(days=34))
    assert capacity.seconds(ANN, period).tolist() == list(days.values())
