"""How long people are expected to work: by weekday, and by the day it holds from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import Enum, auto
from functools import cached_property
from itertools import pairwise
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.calendar import DAYS_A_WEEK
from clockify_desktop.domain.durations import SECONDS_AN_HOUR
from clockify_desktop.domain.identity import UserId
from clockify_desktop.domain.period import Period

LONGEST_DAY_S: Final = 24 * SECONDS_AN_HOUR
_ASSUMED_S: Final = 8 * SECONDS_AN_HOUR
MONDAY_TO_FRIDAY: Final = frozenset(range(5))
# A place in a mapping with a tuple; hours with their tuple of numbers.
_PERSON_BYTES: Final = 200
_HOURS_BYTES: Final = 250
_A_WEEK: Final = timedelta(days=DAYS_A_WEEK)
# The day of this ordinal is a Monday.
_A_MONDAY: Final = 1


class CapacitySource(Enum):
    """Who says how long somebody is expected to work, the most trusted first."""

    BY_HAND = auto()
    ATTENDANCE = auto()
    """Clockify's attendance report."""
    PROFILE = auto()
    """The member profile in Clockify, which tells of today only."""
    ASSUMED = auto()
    """Nobody: eight hours from Monday to Friday."""


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """How long somebody is expected to work on each weekday, from a day on.

    Args:
        seconds: Of Monday to Sunday; 0 for a day off.
        since: The first day on which it holds, ``None`` for as long as anybody knows.
    """

    seconds: tuple[int, ...]
    source: CapacitySource
    since: date | None = None


def working_hours(
    day_s: int,
    weekdays: frozenset[int],
    source: CapacitySource,
    since: date | None = None,
) -> WorkingHours:
    """Give each of some weekdays, Monday is 0, the same seconds."""
    seconds = (day_s if day in weekdays else 0 for day in range(DAYS_A_WEEK))
    return WorkingHours(tuple(seconds), source, since)


ASSUMED: Final = working_hours(_ASSUMED_S, MONDAY_TO_FRIDAY, CapacitySource.ASSUMED)


@dataclass(frozen=True, eq=False)
class Capacity:
    """How long people are expected to work.

    Args:
        hours: Of each person by the day from which they hold, the earliest first.
        unreadable: How many people's could not be read.
    """

    hours: Mapping[UserId, tuple[WorkingHours, ...]] = field(default_factory=dict)
    unreadable: int = 0

    def of(self, person: UserId) -> tuple[WorkingHours, ...]:
        """Give the hours of a person, what is assumed before the first of them."""
        told = self.hours.get(person, ())
        if told and told[0].since is None:
            return told
        return (ASSUMED, *told)

    def on(self, person: UserId, period: Period) -> tuple[WorkingHours, ...]:
        """Give the hours of a person that hold on some day of a period."""
        held = self.of(person)
        ends = [*(one.since for one in held[1:]), None]
        return tuple(
            one
            for one, end in zip(held, ends, strict=True)
            if (one.since is None or one.since <= period.end)
            and (end is None or end > period.start)
        )

    def seconds(self, person: UserId, period: Period) -> NDArray[np.int64]:
        """Give what is expected on each day of a period: int64, seconds."""
        first = period.start.toordinal()
        days = np.arange(first, first + period.days)
        weekdays = (days - _A_MONDAY) % DAYS_A_WEEK
        first_held, *later = self.on(person, period)
        found = np.array(first_held.seconds, np.int64)[weekdays]
        for held in later:
            holds = days >= (held.since or date.min).toordinal()
            found[holds] = np.array(held.seconds, np.int64)[weekdays[holds]]
        return found

    @cached_property
    def size_bytes(self) -> int:
        """How much memory it takes, about."""
        return sum(
            _PERSON_BYTES + len(held) * _HOURS_BYTES for held in self.hours.values()
        )


class SetHours(Protocol):
    """How long the manager said that a person is expected to work."""

    @property
    def user(self) -> UserId:
        """Whose."""

    @property
    def valid_from(self) -> date:
        """The first day on which it holds, until the next one."""

    @property
    def weekdays_s(self) -> tuple[int, ...]:
        """Seconds, seven from Monday on."""


def set_by_hand(told: Iterable[SetHours]) -> Capacity:
    """Take what the manager set, in any order."""
    hours: dict[UserId, list[WorkingHours]] = {}
    for one in sorted(told, key=lambda each: each.valid_from):
        held = WorkingHours(one.weekdays_s, CapacitySource.BY_HAND, one.valid_from)
        hours.setdefault(one.user, []).append(held)
    return Capacity({user: tuple(held) for user, held in hours.items()})


def joined_capacity(*told: Capacity) -> Capacity:
    """Join what several say: the first holds from its earliest day on.

    Before that day the next one is believed.
    """
    hours: dict[UserId, tuple[WorkingHours, ...]] = {}
    for one in reversed(told):
        for person, later in one.hours.items():
            first = later[0].since
            earlier = hours.get(person, ()) if first is not None else ()
            kept = (
                held
                for held in earlier
                if held.since is None or first is None or held.since < first
            )
            hours[person] = (*kept, *later)
    return Capacity(hours, sum(one.unreadable for one in told))


def hours_by_days(
    days: Mapping[date, int], source: CapacitySource
) -> tuple[WorkingHours, ...]:
    """Find a person's hours by weekday in what is told of single days.

    A weekday that differs once, and is as before a week later, is no change: a holiday
    may be told so. The first hours are taken to have held before the first day.

    Args:
        days: Seconds by day, one at least.
    """
    week: dict[int, int] = {}
    for day in sorted(days):
        week.setdefault(day.weekday(), days[day])
    found = [WorkingHours(_weekdays(week), source)]
    changed: date | None = None
    for day in sorted(days):
        weekday, told_s = day.weekday(), days[day]
        if told_s == week[weekday] or days.get(day + _A_WEEK, told_s) != told_s:
            continue
        week[weekday] = told_s
        if changed is not None and day < changed + _A_WEEK:
            found[-1] = replace(found[-1], seconds=_weekdays(week))
        else:
            changed = day
            found.append(WorkingHours(_weekdays(week), source, day))
    return (
        found[0],
        *(_from_monday(one, before) for before, one in pairwise(found)),
    )


def _weekdays(week: Mapping[int, int]) -> tuple[int, ...]:
    return tuple(week.get(weekday, 0) for weekday in range(DAYS_A_WEEK))


def _from_monday(hours: WorkingHours, before: WorkingHours) -> WorkingHours:
    """Have hours begin where their week does, if its days until then are as before."""
    since = hours.since or date.min
    earlier = slice(0, since.weekday())
    if hours.seconds[earlier] != before.seconds[earlier]:
        return hours
    return replace(hours, since=since - timedelta(days=since.weekday()))
