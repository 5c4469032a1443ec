from dataclasses import replace
from datetime import date, timedelta

import pytest

from clockify_desktop.domain.directory import Person
from clockify_desktop.domain.identity import UserId
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.review_records import DayOff
from clockify_desktop.pages.asked import DaysOffAsked
from clockify_desktop.pages.day_off_actions import (
    day_actions,
    days_off_action,
    person_actions,
)
from clockify_desktop.pages.page import RowAction

MONDAY = date(2026, 11, 16)
TUESDAY, SUNDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=6)
WEEK = Period(MONDAY, SUNDAY)
ANN = Person(UserId("ann"), "Ann", "ann@acme.example")
OF_ANN = DayOff(ANN.id, MONDAY, MONDAY, "dentist")
OF_ALL = DayOff(None, MONDAY, MONDAY, "moving")
GONE = DayOff(ANN.id, MONDAY, None)


def applied(said: tuple[DayOff, ...], action: RowAction) -> tuple[DayOff, ...]:
    """Do what an action says, as the file does by its key."""
    record = action.record
    assert isinstance(record, DayOff)
    rest = tuple(
        one for one in said if (one.user, one.first) != (record.user, record.first)
    )
    return rest if action.forgets else (*rest, record)


def expects(said: tuple[DayOff, ...], day: date) -> bool:
    return not any(one.is_of(ANN.id, day) for one in said)


def test_a_day_is_no_working_day_of_a_person_or_of_everyone() -> None:
    of_ann, of_all = day_actions(MONDAY, ANN, ANN.name, ())
    assert [of_ann.words, of_all.words] == [
        "Not a working day for Ann",
        "Not a working day for everyone",
    ]
    assert of_ann.record == DayOff(ANN.id, MONDAY, MONDAY)
    assert of_all.record == DayOff(None, MONDAY, MONDAY)
    assert of_ann.asks_why
    assert not of_ann.forgets


@pytest.mark.parametrize("said", [OF_ANN, OF_ALL])
def test_what_was_said_of_a_day_is_undone_in_the_same_place(said: DayOff) -> None:
    actions = day_actions(MONDAY, ANN, ANN.name, (said,))
    (undo,) = [one for one in actions if one.forgets]
    whose = "everyone" if said.user is None else "Ann"
    assert undo.words == f"A working day again for {whose}"
    assert undo.record == said
    assert not undo.asks_why
    assert applied((said,), undo) == ()
    # It says nothing of the day after, nor of another person.
    assert not any(one.forgets for one in day_actions(TUESDAY, ANN, "", (said,)))
    bob = replace(ANN, id=UserId("bob"))
    of_bob = any(one.forgets for one in day_actions(MONDAY, bob, "Bob", (said,)))
    assert of_bob is (said.user is None)


def test_a_row_of_several_people_offers_what_is_said_of_everyone() -> None:
    assert [one.words for one in day_actions(MONDAY, None, "", ())] == [
        "Not a working day for everyone"
    ]


def test_a_person_is_not_expected_from_a_day_on_and_expected_again() -> None:
    (leave,) = person_actions(ANN, WEEK, ())
    assert leave.words == "Not expected to log time from Mon 16 Nov"
    assert leave.asks_why
    said = applied((), leave)
    assert said == (GONE,)
    assert not expects(said, SUNDAY + timedelta(days=700))
    (again,) = person_actions(ANN, WEEK, said)
    assert (again.words, again.forgets) == ("Expected to log time again", True)
    assert applied(said, again) == ()


def test_expected_again_later_leaves_the_days_before_as_they_were() -> None:
    next_week = Period(MONDAY + timedelta(days=7), SUNDAY + timedelta(days=7))
    (again,) = person_actions(ANN, next_week, (GONE,))
    assert again.words == "Expected to log time again from Mon 23 Nov"
    said = applied((GONE,), again)
    assert not expects(said, SUNDAY)
    assert expects(said, next_week.start)


def test_days_of_a_person_are_asked_with_all_that_was_said_of_them() -> None:
    later = DayOff(ANN.id, SUNDAY + timedelta(days=1), None)
    action = days_off_action(ANN, "Ann", WEEK, (OF_ANN, OF_ALL, later), 6)
    assert action.words == "Days on which Ann is not expected"
    assert isinstance(action.asks, DaysOffAsked)
    assert (action.asks.user, action.asks.period) == (ANN.id, WEEK)
    assert action.asks.week_start == 6
    assert [one.record for one in action.asks.told] == [later, OF_ANN]


def test_what_begins_after_the_period_is_not_undone_in_it() -> None:
    later = DayOff(ANN.id, SUNDAY + timedelta(days=1), None)
    (only,) = person_actions(ANN, WEEK, (later, OF_ANN, OF_ALL))
    assert only.words.startswith("Not expected")
