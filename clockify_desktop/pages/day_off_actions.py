"""What a manager may say of a person, or of a day: that no time is expected."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from clockify_desktop.domain.directory import Person
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.period_words import single_day
from clockify_desktop.domain.review_records import DayOff
from clockify_desktop.domain.showable import named
from clockify_desktop.pages.asked import DaysOffAsked, days_off_told
from clockify_desktop.pages.page import RowAction
from clockify_desktop.translation import tr

if TYPE_CHECKING:
    from clockify_desktop.domain.identity import UserId

_DAY: Final = timedelta(days=1)


def day_actions(
    day: date, person: Person | None, name: str, days_off: Iterable[DayOff]
) -> tuple[RowAction, ...]:
    """List what can be said of a day, of a person and of everyone.

    Args:
        person: Whose day it is; ``None`` for everyone's alone.
        name: That of the person, as the page has it.
    """
    told = [one for one in days_off if one.last is not None]
    found = []
    who: list[tuple[UserId | None, str]] = [(None, "")]
    if person is not None:
        who.insert(0, (person.id, str(named(name))))
    for user, whose in who:
        of_day = (one for one in told if one.first <= day <= (one.last or day))
        said = [one for one in of_day if one.user == user]
        if said:
            words = (
                tr("A working day again for {person}", person=whose)
                if user
                else tr("A working day again for everyone")
            )
            found += [RowAction(words, one, forgets=True) for one in said]
        else:
            words = (
                tr("Not a working day for {person}", person=whose)
                if user
                else tr("Not a working day for everyone")
            )
            found.append(RowAction(words, DayOff(user, day, day), asks_why=True))
    return tuple(found)


def person_actions(
    person: Person, period: Period, days_off: Iterable[DayOff]
) -> tuple[RowAction, ...]:
    """List what can be said of a person from the first day of a period on."""
    first = period.start
    told = [
        one
        for one in days_off
        if one.user == person.id and one.last is None and one.first <= period.end
    ]
    if not told:
        words = tr("Not expected to log time from {day}", day=single_day(first))
        return (RowAction(words, DayOff(person.id, first, None), asks_why=True),)
    return tuple(_expected_again(one, first) for one in told)


def days_off_action(
    person: Person,
    name: str,
    period: Period,
    days_off: tuple[DayOff, ...],
    week_start: int,
) -> RowAction:
    """Offer to say from which day to which one a person is not expected.

    Args:
        name: As the page has it.
        week_start: The weekday that a week begins with, Monday is 0.
    """
    told = days_off_told(days_off, person.id)
    asked = DaysOffAsked(person.id, name, period, week_start, told)
    return RowAction(
        tr("Days on which {person} is not expected", person=named(name)), asks=asked
    )


def _expected_again(said: DayOff, first: date) -> RowAction:
    """Expect time from a day on: what was said of days before it still holds."""
    if said.first >= first:
        return RowAction(tr("Expected to log time again"), said, forgets=True)
    ended = replace(said, last=first - _DAY)
    return RowAction(
        tr("Expected to log time again from {day}", day=single_day(first)), ended
    )
