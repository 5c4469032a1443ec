from datetime import date, timedelta

import numpy as np
import pytest

from clockify_desktop.domain.day_states import DayGrid, DayState
from clockify_desktop.domain.directory import Person
from clockify_desktop.domain.identity import UserId
from clockify_desktop.pages.who_logged_words import (
    Circumstances,
    attention,
    days_missing,
    note,
    sentence,
)

OVER = "A day counts once it is over in that person's own time zone."
NAMES = ("Ann", "Bo", "Cy", "Di", "Ed")


@pytest.mark.parametrize(
    ("missing", "idle", "said"),
    [
        ([0, 0, 0, 0, 0], [], "No workday is without time."),
        ([0, 1, 0, 0, 0], [], "1 workday without time for Bo."),
        ([0, 5, 0, 0, 0], [1], "5 workdays without time for Bo, who logged nothing."),
        ([1, 5, 1, 0, 0], [], "7 workdays without time for 3 people."),
        (
            [1, 5, 1, 0, 0],
            [1],
            "7 workdays without time for 3 people; Bo logged nothing.",
        ),
        (
            [5, 5, 1, 0, 0],
            [0, 1],
            "11 workdays without time for 3 people; Ann and Bo logged nothing.",
        ),
        (
            [1, 1, 1, 5, 0],
            [3],
            "8 workdays without time for 4 people; one of them logged nothing.",
        ),
        (
            [1, 1, 5, 5, 0],
            [2, 3, 4],
            "12 workdays without time for 4 people; 2 of them logged nothing.",
        ),
        # Of whom nothing was expected is no matter here.
        ([0, 0, 0, 0, 0], [2], "No workday is without time."),
    ],
)
def test_the_sentence(missing: list[int], idle: list[int], said: str) -> None:
    is_idle = np.isin(np.arange(5), idle)
    found = sentence(NAMES, np.array(missing), is_idle, Circumstances())
    assert found == f"{said} {OVER}"


def test_the_sentence_says_what_is_assumed_and_counted() -> None:
    known = Circumstances(is_assumed=True, all_projects=True)
    none = np.zeros(5, np.int64)
    said = sentence(NAMES, none, none > 0, known)
    assert said.endswith(f"{OVER} Monday to Friday are assumed. All projects count.")


@pytest.mark.parametrize(
    ("people", "said"),
    [
        (0, ""),
        (1, "1 person with missing days"),
        (3, "3 people with missing days"),
    ],
)
def test_needs_attention(people: int, said: str) -> None:
    assert attention(people) == said


@pytest.mark.parametrize(
    ("count", "missing", "logged", "said"),
    [
        (7, [], [0], ""),
        (7, [4], [0], "Fri"),
        (7, [0, 1], [2], "Mon, Tue"),
        (7, [0, 1, 2, 3, 4], [], "all"),
        (7, [0, 1], [], "all"),
        (7, [0], [], "Mon"),
        (7, [0, 1], [6], "Mon, Tue"),
        (1, [0], [], "Mon"),
        (14, [], [0], ""),
        (14, [0, 1, 9], [2], "16, 17, 25 Nov"),
        (31, [0, 14, 15, 29], [2], "16, 30 Nov, 1, 15 Dec"),
        (400, [0, 365], [2], "16 Nov 2026, 16 Nov 2027"),
    ],
)
def test_which_days(
    count: int, missing: list[int], logged: list[int], said: str
) -> None:
    days = tuple(date(2026, 11, 16) + timedelta(days=at) for at in range(count))
    seconds = np.zeros((1, count), np.int64)
    seconds[0, logged] = 3600
    states = np.full((1, count), DayState.OFF, np.uint8)
    grid = DayGrid((Person(UserId("u"), "Ann"),), days, seconds, states)
    which = np.isin(np.arange(count), missing)[None]
    assert days_missing(grid, 0, which) == said


def test_the_note_above_the_days() -> None:
    plain = {"by_days": True, "in_several": 0, "only_missing_of": 9, "people": 9}
    assert note(by_team=False, **plain) == ""
    by_team = note(by_team=True, **plain)
    assert by_team.startswith("Teams where nothing is missing are folded. A dashed")
    assert "people have no time that day" in by_team
    weeks = note(by_team=True, **{**plain, "by_days": False})
    assert "so many days are missing" in weeks
    two = note(by_team=True, **{**plain, "in_several": 2})
    assert two.endswith("2 people stand in several teams, counted once.")
    some = note(by_team=False, **{**plain, "only_missing_of": 2})
    assert some == "The totals are of all 9 people."
