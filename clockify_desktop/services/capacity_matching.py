"""What the lines of a file of capacities change, person by person."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from clockify_desktop.domain.calendar import DAYS_A_WEEK
from clockify_desktop.domain.capacity import (
    Capacity,
    CapacitySource,
    WorkingHours,
    working_hours,
)
from clockify_desktop.domain.directory import Person
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.review_records import SetCapacity
from clockify_desktop.services.capacity_csv import (
    CapacityLine,
    CapacityLines,
    LineFault,
)
from clockify_desktop.translation import tr

_UNKNOWN = tr("Nobody here has this e-mail")
_SEVERAL = tr("Several people have this e-mail")


@dataclass(frozen=True, slots=True)
class CapacityChange:
    """What is to be kept of a person.

    Args:
        numbers: Of the lines that say it.
        before: What has held on that day up to now.
    """

    numbers: tuple[int, ...]
    person: Person
    record: SetCapacity
    before: WorkingHours

    @property
    def hours(self) -> WorkingHours:
        """The same as hours that somebody set."""
        record = self.record
        source = CapacitySource.BY_HAND
        return WorkingHours(record.weekdays_s, source, record.valid_from)

    @property
    def is_none(self) -> bool:
        """Whether it is so already, and nobody had to assume it."""
        is_known = self.before.source is not CapacitySource.ASSUMED
        return is_known and self.before.seconds == self.record.weekdays_s


@dataclass(frozen=True, slots=True)
class CapacityChanges:
    """What a whole file says.

    Args:
        changes: By person and day, in the order of the file.
        unchanged: What is so already; none of it is kept anew.
        not_found: E-mails that no person here has, with the numbers of their lines.
        faults: Lines that cannot be read.
    """

    changes: tuple[CapacityChange, ...] = ()
    unchanged: tuple[CapacityChange, ...] = ()
    not_found: tuple[tuple[int, str, str], ...] = ()
    faults: tuple[LineFault, ...] = ()

    @property
    def records(self) -> tuple[SetCapacity, ...]:
        """What is to be kept."""
        return tuple(one.record for one in self.changes)


def capacity_changes(
    told: CapacityLines, people: Iterable[Person], capacity: Capacity
) -> CapacityChanges:
    """Find the people of a file's lines, and what changes for them."""
    by_email: defaultdict[str, list[Person]] = defaultdict(list)
    for person in people:
        by_email[_as_typed(person.email)].append(person)
    faults, not_found = list(told.faults), []
    joined: dict[tuple[Person, date], list[CapacityLine]] = {}
    for line in told.lines:
        found = by_email[_as_typed(line.email)]
        if len(found) != 1:
            why = _SEVERAL if found else _UNKNOWN
            not_found.append((line.number, line.email, why))
            continue
        lines = joined.setdefault((found[0], line.valid_from), [])
        clash = next((one for one in lines if one.weekdays & line.weekdays), None)
        if clash is None:
            lines.append(line)
        else:
            why = tr(
                "Line {number} tells hours of the same person and days",
                number=clash.number,
            )
            faults.append(LineFault(line.number, why))
    every = [
        _change(person, valid_from, lines, capacity)
        for (person, valid_from), lines in joined.items()
    ]
    return CapacityChanges(
        tuple(one for one in every if not one.is_none),
        tuple(one for one in every if one.is_none),
        tuple(not_found),
        tuple(sorted(faults, key=lambda one: one.number)),
    )


def _change(
    person: Person, valid_from: date, lines: Iterable[CapacityLine], capacity: Capacity
) -> CapacityChange:
    seconds = [0] * DAYS_A_WEEK
    for line in lines:
        told = working_hours(line.day_s, line.weekdays, CapacitySource.BY_HAND)
        seconds = [one + more for one, more in zip(seconds, told.seconds, strict=True)]
    record = SetCapacity(person.id, valid_from, tuple(seconds))
    before = capacity.on(person.id, Period(valid_from, valid_from))[0]
    return CapacityChange(tuple(line.number for line in lines), person, record, before)


def _as_typed(email: str) -> str:
    return email.strip().casefold()
