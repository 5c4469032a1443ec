"""Which time was handed in for approval, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Final

from clockify_desktop.domain.identity import UserId
from clockify_desktop.domain.period import Period
from clockify_desktop.translation import tr_context


class Approval(StrEnum):
    """What became of a person's time in a period; the value is as files spell it."""

    APPROVED = "approved"
    SUBMITTED = "submitted"
    PARTLY = "partly submitted"
    NOT_SUBMITTED = "not submitted"

    @property
    def words(self) -> str:
        """Say it, such as ``partly submitted``."""
        return _WORDS[self]


_WORDS: Final = {
    Approval.APPROVED: tr_context("time", "approved"),
    Approval.SUBMITTED: tr_context("time", "submitted"),
    Approval.PARTLY: tr_context("time", "partly submitted"),
    Approval.NOT_SUBMITTED: tr_context("time", "not submitted"),
}


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A range of days, not always a week, that a person handed in.

    Args:
        last: Included, by the person's own clock.
        approved: Whether somebody approved it, else it waits.
    """

    person: UserId
    first: date
    last: date
    approved: bool


@dataclass(frozen=True, eq=False)
class Approvals:
    """What was handed in of a period.

    Args:
        unreadable: How many requests could not be read.
        changed: Whether the list never held still, so that some may be missing.
    """

    handed_in: tuple[HandedIn, ...] = ()
    unreadable: int = 0
    changed: bool = False

    @property
    def size_bytes(self) -> int:
        """How much memory it takes, about."""
        return 150 * len(self.handed_in)

    @cached_property
    def _by_person(self) -> Mapping[UserId, tuple[HandedIn, ...]]:
        found: dict[UserId, list[HandedIn]] = {}
        for one in self.handed_in:
            found.setdefault(one.person, []).append(one)
        return {person: tuple(every) for person, every in found.items()}

    def of(self, person: UserId, period: Period) -> Approval:
        """Tell what became of all days of a period together."""
        days: dict[date, bool] = {}
        for one in self._by_person.get(person, ()):
            for day in Period(one.first, one.last).common(period) or ():
                days[day] = days.get(day, False) or one.approved
        if not days:
            return Approval.NOT_SUBMITTED
        if len(days) < period.days:
            return Approval.PARTLY
        return Approval.APPROVED if all(days.values()) else Approval.SUBMITTED
