"""When people are away: holidays, and leave that was granted."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Final

from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.identity import UserId
from clockify_desktop.domain.period import Period

WHOLE_DAY: Final = 2
"""Half days."""


class AbsenceKind(StrEnum):
    """What may be had or not, each by itself, by what people call it."""

    LEAVE = "leave"
    HOLIDAYS = "holidays"


@dataclass(frozen=True, slots=True)
class Holiday:
    """Days on which those whom it is for are not expected.

    Args:
        last: Included, by the calendar of whoever it is for.
        annual: Whether it comes back on the same dates each year from the first on.
        people: Whom it is for, ``None`` for everybody.
    """

    name: str
    first: date
    last: date
    annual: bool = False
    people: frozenset[UserId] | None = None

    def days_in(self, period: Period) -> Iterator[date]:
        """List the days of a period that it covers."""
        for once in self._occurrences(period):
            common = once.common(period)
            if common is not None:
                yield from common

    def _occurrences(self, period: Period) -> Iterator[Period]:
        if not self.annual:
            yield Period(self.first, self.last)
            return
        length_days = (self.last - self.first).days
        # One over the turn of the year begins in the year before.
        begins = max(self.first.year, period.start.year - length_days // 365 - 1)
        for year in range(begins, period.end.year + 1):
            # The last of a leap year's February is skipped in other years.
            first = _in_year(self.first, year)
            if first is not None and first <= period.end:
                last = min(first.toordinal() + length_days, period.end.toordinal())
                yield Period(first, date.fromordinal(last))


@dataclass(frozen=True, slots=True)
class TimeOff:
    """Leave of one person that was granted, the same on each of its days.

    Args:
        last: Included, by the person's own clock.
        half_days: How many of each day: two are the whole, 0 where hours are counted.
        seconds: Of each day, where hours are counted.
    """

    person: UserId
    first: date
    last: date
    half_days: int = WHOLE_DAY
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class LeaveOfDay:
    """What leave takes off one day of one person."""

    half_days: int = 0
    seconds: int = 0

    def taken_s(self, capacity_s: int) -> int:
        """Tell how many of the seconds that are expected on the day it takes off."""
        halves_s = capacity_s * self.half_days // WHOLE_DAY
        return min(capacity_s, halves_s + self.seconds)


@dataclass(frozen=True, eq=False)
class Absences:
    """Who is away when.

    Args:
        times_off: All that touch the period that was asked for.
        unreadable: How many requests and holidays could not be read.
        changed: Whether the list of requests never held still, so that some may be
            missing.
        refused: What could not be had, and why.
    """

    times_off: tuple[TimeOff, ...] = ()
    holidays: tuple[Holiday, ...] = ()
    unreadable: int = 0
    changed: bool = False
    refused: Mapping[AbsenceKind, AppError] = field(default_factory=dict)

    @property
    def size_bytes(self) -> int:
        """How much memory it takes, about."""
        return 200 * (len(self.times_off) + len(self.holidays))

    @cached_property
    def leave(self) -> Mapping[UserId, tuple[TimeOff, ...]]:
        """The leave of each person who has any."""
        found: dict[UserId, list[TimeOff]] = {}
        for one in self.times_off:
            found.setdefault(one.person, []).append(one)
        return {person: tuple(times) for person, times in found.items()}

    def leave_on(self, person: UserId, period: Period) -> dict[date, LeaveOfDay]:
        """Give what leave takes off the days of a person; two halves are a whole."""
        found: dict[date, LeaveOfDay] = {}
        for one in self.leave.get(person, ()):
            for day in Period(one.first, one.last).common(period) or ():
                so_far = found.get(day, LeaveOfDay())
                found[day] = LeaveOfDay(
                    min(so_far.half_days + one.half_days, WHOLE_DAY),
                    so_far.seconds + one.seconds,
                )
        return found

    def holidays_on(self, period: Period) -> tuple[tuple[date, Holiday], ...]:
        """List the days of holidays in a period, in the order of days."""
        found = [(day, one) for one in self.holidays for day in one.days_in(period)]
        return tuple(sorted(found, key=lambda each: (each[0], each[1].name)))

    def touching(self, period: Period) -> "Absences":
        """Keep the leave that touches a period."""
        return Absences(
            tuple(_touching(self.times_off, period)),
            self.holidays,
            self.unreadable,
            self.changed,
            self.refused,
        )


def _touching(times_off: Iterable[TimeOff], period: Period) -> Iterator[TimeOff]:
    return (
        one for one in times_off if one.first <= period.end and one.last >= period.start
    )


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None
