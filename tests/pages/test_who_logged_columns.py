from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.domain.day_states import DayState
from clockify_desktop.domain.level import Level
from clockify_desktop.pages.who_logged_columns import (
    Columns,
    columns_of,
    joint_states,
)

MONDAY = date(2026, 11, 16)
S = DayState


def made(
    count: int, start: date = MONDAY, week_start: int = 0, today: date = MONDAY
) -> Columns:
    days = [start + timedelta(days=at) for at in range(count)]
    return columns_of(days, week_start, today)


@pytest.mark.parametrize(
    ("days", "level", "columns", "first", "short", "full"),
    [
        (1, Level.DAY, 1, "Mon 16", "16", "Mon 16 Nov 2026"),
        (7, Level.DAY, 7, "Mon 16", "16", "Mon 16 Nov 2026"),
        (31, Level.DAY, 31, "Mon 16", "16", "Mon 16 Nov 2026"),
        (32, Level.WEEK, 5, "16 Nov", "47", "16–22 Nov 2026, week 47"),
        (366, Level.WEEK, 53, "16 Nov", "47", "16–22 Nov 2026, week 47"),
        (372, Level.MONTH, 13, "Nov 2026", "Nov", "16–30 Nov 2026"),
    ],
)
def test_many_days_are_weeks_and_many_weeks_are_months(
    days: int, level: Level, columns: int, first: str, short: str, full: str
) -> None:
    one = made(days)
    head = one.heads[0]
    assert (one.level, len(one.heads)) == (level, columns)
    assert (head.name, head.short, head.full) == (first, short, full)
    assert one.labels[0].mark == head.mark


def test_weeks_begin_as_the_profile_says() -> None:
    one = made(40, week_start=6)
    assert one.heads[0].full == "16–21 Nov 2026, week 47"
    assert one.heads[1].full == "22–28 Nov 2026, week 48"
    assert one.heads[1].mark == "one:2026-11-22"


def test_expected_days_that_are_not_over() -> None:
    one = made(4, today=MONDAY + timedelta(days=1))
    words = [head.open_word for head in one.heads]
    assert words == ["not over", "today", "to come", "to come"]
    words = [head.open_word for head in made(40, today=MONDAY).heads]
    assert words[:2] == ["not over", "to come"]


@given(
    st.sampled_from([1, 7, 31, 32, 60, 380]),
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.integers(0, 6),
    st.integers(0, 2**32),
)
def test_columns_add_up_their_own_days(
    count: int, start: date, week_start: int, seed: int
) -> None:
    one = made(count, start, week_start)
    chance = np.random.default_rng(seed)
    by_day = chance.integers(0, 90_000, (3, count))
    states = chance.integers(0, len(S), (3, count)).astype(np.uint8)
    sums, named = one.added_up(by_day), one.states(states)
    assert sums.shape == named.shape == (3, len(one.heads))
    rank = [S.OFF, S.LEFT, S.NOT_YET_HERE, S.NOT_EXPECTED]
    rank += [S.LEAVE, S.HOLIDAY, S.OPEN, S.MISSING]
    for row in range(3):
        days: dict[int, list[int]] = {}
        for at, column in enumerate(one.of_day.tolist()):
            days.setdefault(column, []).append(at)
        assert list(days) == list(range(len(one.heads)))
        for column, own in days.items():
            assert sums[row, column] == sum(int(by_day[row, at]) for at in own)
            of_days = [S(int(states[row, at])) for at in own]
            assert named[row, column] == max(of_days, key=rank.index)


def test_people_together_are_what_most_matters_of_them() -> None:
    states = np.array([[S.OFF, S.OFF, S.LEAVE], [S.OFF, S.HOLIDAY, S.OFF]], np.uint8)
    assert joint_states(states).tolist() == [S.OFF, S.HOLIDAY, S.LEAVE]
