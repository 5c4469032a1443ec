"""What a manager said during a review: values that are kept on this computer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import ClassVar, Final

from clockify_desktop.domain.identity import ProjectId, TimeEntryId, UserId
from clockify_desktop.domain.period import Period

KEPT_FOR: Final = timedelta(weeks=12)
"""How long is kept what was looked at, and what was said of entries."""


class Verdict(StrEnum):
    """What was said of something found in an entry."""

    FINE = "fine"
    ASK = "ask"
    FIXED = "fixed"
    """The person has mended it, as the next fetch has to show."""


@dataclass(frozen=True, slots=True)
class LookedAt:
    """A page of a period was looked at; both days are included."""

    KEY: ClassVar = ("page", "first", "last")

    page: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class EntryVerdict:
    """What was said of what a rule found in an entry.

    Args:
        said_at: An aware instant, which it expires by.
        note: Whatever the manager wrote beside it; never in a file.
    """

    KEY: ClassVar = ("rule", "entry")

    rule: str
    entry: TimeEntryId
    verdict: Verdict
    said_at: datetime
    note: str = ""

    def settles(self, fetched_at: datetime) -> bool:
        """Tell whether nothing is left to do about what was found in entries.

        Args:
            fetched_at: When the entries came, aware. What is still found in those that
                came later is not fixed.
        """
        if self.verdict is Verdict.FIXED:
            return fetched_at <= self.said_at
        return self.verdict is Verdict.FINE


@dataclass(frozen=True, slots=True)
class DayOff:
    """Days on which time is not expected.

    Args:
        user: Whose; ``None`` for everyone.
        last: Included; ``None`` until it is taken back.
    """

    KEY: ClassVar = ("user", "first")

    user: UserId | None
    first: date
    last: date | None
    reason: str = ""

    def is_of(self, user: UserId, day: date) -> bool:
        """Tell whether a day of a person is one of them."""
        return (
            self.user in {None, user}
            and self.first <= day
            and (self.last is None or day <= self.last)
        )


@dataclass(frozen=True, slots=True)
class SetCapacity:
    """How much a person is expected to work, as the manager set it.

    Args:
        valid_from: The first day for which it holds, until the next one.
        weekdays_s: Seconds, seven from Monday on.
    """

    KEY: ClassVar = ("user", "valid_from")

    user: UserId
    valid_from: date
    weekdays_s: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ProjectDates:
    """When a project is to run, which Clockify does not keep; both days included."""

    KEY: ClassVar = ("project",)

    project: ProjectId
    first: date | None
    last: date | None


Verdicts = Mapping[tuple[str, TimeEntryId], EntryVerdict]
"""What was said of entries, by rule and entry."""
ReviewRecord = LookedAt | EntryVerdict | DayOff | SetCapacity | ProjectDates


def is_over(record: ReviewRecord, today: date) -> bool:
    """Tell whether a record has expired: of the past is kept for ``KEPT_FOR``."""
    if isinstance(record, LookedAt):
        return today - record.last > KEPT_FOR
    if isinstance(record, EntryVerdict):
        return today - record.said_at.date() > KEPT_FOR
    return False


@dataclass(frozen=True, slots=True)
class ReviewRecords:
    """All that is kept of one workspace."""

    records: tuple[ReviewRecord, ...] = ()

    def looked_at(self, page: str, period: Period) -> bool:
        """Tell whether a page of a period was looked at."""
        return LookedAt(page, period.start, period.end) in self.records

    @property
    def verdicts(self) -> Verdicts:
        """What was said of entries."""
        return {
            (one.rule, one.entry): one
            for one in self.records
            if isinstance(one, EntryVerdict)
        }

    @property
    def days_off(self) -> tuple[DayOff, ...]:
        """All days off that were said, of one person and of everyone."""
        return tuple(one for one in self.records if isinstance(one, DayOff))

    @property
    def capacities(self) -> tuple[SetCapacity, ...]:
        """All capacities that were set, the earliest first."""
        found = (one for one in self.records if isinstance(one, SetCapacity))
        return tuple(sorted(found, key=lambda one: (one.user, one.valid_from)))

    @property
    def project_dates(self) -> dict[ProjectId, ProjectDates]:
        """The dates of projects."""
        return {
            one.project: one for one in self.records if isinstance(one, ProjectDates)
        }


def reason_off(days_off: Iterable[DayOff], user: UserId, day: date) -> str | None:
    """Find why time is not expected of a person on a day; ``None`` where it is."""
    found = [one.reason for one in days_off if one.is_of(user, day)]
    return found[0] if found else None
