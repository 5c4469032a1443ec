"""Capacities in a CSV file: reading what somebody filled in, and a file to fill in.

Columns are found by their names, in any order; others are not looked at. Separator,
decimal sign, dates and letters may be those of any spreadsheet and region.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import Final

from clockify_desktop.csv_import.csv_text import (
    NoCsvError,
    csv_text,
    declared_separator,
)
from clockify_desktop.domain.capacity import Capacity, CapacitySource
from clockify_desktop.domain.directory import Activity, Person
from clockify_desktop.domain.errors import UsageError
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.sentence import list_in_words
from clockify_desktop.domain.spreadsheet_text import undefused
from clockify_desktop.domain.typed_values import (
    days_come_first,
    hours_to_type,
    read_day,
    read_hours,
    read_weekdays,
    weekdays_to_type,
)
from clockify_desktop.export.csv_file import CsvSyntax, record_lines
from clockify_desktop.export.rows import Cell, Number
from clockify_desktop.translation import tr

HEADS: Final = ("email", "name", "hours a day", "days", "valid from")
_EMAIL, _HOURS, _DAYS, _FROM = "email", "hours", "days", "from"
_NAMES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("email", "emailaddress", "useremail", "mail"), _EMAIL),
    **dict.fromkeys(("hoursaday", "hoursperday", "dailyhours", "hours"), _HOURS),
    **dict.fromkeys(("days", "workingdays", "weekdays"), _DAYS),
    **dict.fromkeys(("validfrom", "from", "since"), _FROM),
}
_NEEDED: Final = frozenset({_EMAIL, _HOURS, _FROM})
_NO_LETTER: Final = re.compile("[^a-z]+")
_SEPARATORS: Final = ";,\t|"
_TOO_MANY: Final = tr(
    "It has more parts than the first line; put quotes around Mon,Tue"
)
_CHOOSE: Final = tr("Choose a file that a spreadsheet saved as CSV.")
_NO_EMAIL: Final = tr("The e-mail is missing")


class NoCapacitiesError(NoCsvError):
    """A file in which no line can be looked at; nothing of it is used."""


@dataclass(frozen=True, slots=True)
class CapacityLine:
    """What one line says.

    Args:
        number: Of the line, the first is 1.
        weekdays: Monday is 0.
    """

    number: int
    email: str
    day_s: int
    weekdays: frozenset[int]
    valid_from: date


@dataclass(frozen=True, slots=True)
class LineFault:
    """Why a line is not used."""

    number: int
    why: str


@dataclass(frozen=True, slots=True)
class CapacityLines:
    """What a file says, line by line."""

    lines: tuple[CapacityLine, ...] = ()
    faults: tuple[LineFault, ...] = ()


def read_capacities(content: bytes, *, day_first: bool) -> CapacityLines:
    """Read a file.

    Args:
        day_first: Whether the region writes the day before the month.

    Raises:
        NoCsvError: It is no CSV file, or lacks a column.
    """
    head, rows = _table(csv_text(content))
    place = {_NAMES[one]: at for at, one in enumerate(head) if one in _NAMES}

    def cells(row: Sequence[str]) -> dict[str, str]:
        return {name: row[at].strip() for name, at in place.items() if at < len(row)}

    days = (cells(row).get(_FROM, "") for _, row in rows)
    day_first = days_come_first(days, usual=day_first)
    lines, faults = [], []
    for number, row in rows:
        try:
            if any(one.strip() for one in row[len(head) :]):
                faults.append(LineFault(number, _TOO_MANY))
            elif not cells(row).get(_EMAIL):
                faults.append(LineFault(number, _NO_EMAIL))
            else:
                lines.append(_line(number, cells(row), day_first=day_first))
        except UsageError as error:
            faults.append(LineFault(number, error.title))
    return CapacityLines(tuple(lines), tuple(faults))


def _line(number: int, cells: Mapping[str, str], *, day_first: bool) -> CapacityLine:
    return CapacityLine(
        number,
        undefused(cells[_EMAIL]),
        read_hours(cells.get(_HOURS, "")),
        read_weekdays(cells.get(_DAYS, "")),
        read_day(cells.get(_FROM, ""), day_first=day_first),
    )


def _table(text: str) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """Find the separator, the names of columns as letters alone, and the rows."""
    declared, text = declared_separator(text)
    separators, skipped = (declared, 1) if declared else (_SEPARATORS, 0)
    for separator in separators:
        rows = _rows(text, separator, skipped)
        try:
            _, names = next(rows, (0, []))
            head = [_NO_LETTER.sub("", one.casefold()) for one in names]
            if _NEEDED.issubset(_NAMES.get(one) for one in head):
                return head, list(rows)
        except csv.Error:
            title = tr("A part of this file is far too long for CSV")
            raise NoCapacitiesError(title, _CHOOSE) from None
    title = tr(
        "Its first line does not name the columns {columns}",
        columns=list_in_words((HEADS[0], HEADS[2], HEADS[4])),
    )
    raise NoCapacitiesError(title, tr("Save a CSV to fill in, and begin with that."))


def _rows(text: str, separator: str, skipped: int) -> Iterator[tuple[int, list[str]]]:
    """Give the rows that are not empty, with the number of their first lines."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    number = skipped + 1
    for row in reader:
        if any(one.strip() for one in row):
            yield number, row
        number = skipped + reader.line_num + 1


def capacity_sheet(
    people: Iterable[Person], capacity: Capacity, period: Period, syntax: CsvSyntax
) -> bytes:
    """Write a file to fill in: of each active person what holds at a period's end.

    Hours that differ by weekday take a line each. Who has no e-mail here is left out:
    by that lines are read again.
    """
    records: list[Iterable[Cell]] = [HEADS]
    for person in people:
        if not person.email or person.activity is not Activity.ACTIVE:
            continue
        hours = capacity.on(person.id, period)[-1]
        since = hours.since or period.start
        if hours.source is not CapacitySource.BY_HAND:
            since = max(since, period.start)
        by_size = [one for one in dict.fromkeys(hours.seconds) if one] or [0]
        for seconds in by_size:
            weekdays = [at for at, one in enumerate(hours.seconds) if one == seconds]
            words = weekdays_to_type(weekdays) if seconds else ""
            records.append(
                (
                    *(person.email, person.name, Number(hours_to_type(seconds))),
                    words,
                    since.isoformat(),
                )
            )
    return b"".join(record_lines(records, syntax))
