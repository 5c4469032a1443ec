"""Time entries as lines of CSV: some thousand at once, and a column at a time.

A year of a big team has a million entries. What several of them say - a name, a day, a
length - is written once and looked up, and no line is kept.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import repeat
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.entries import Entries
from clockify_desktop.domain.written_dates import WrittenDates
from clockify_desktop.export.column_choice import EVERY_COLUMN, ColumnChoice
from clockify_desktop.export.csv_file import CsvSyntax, encoded_lines

_MINUTE_S: Final = 60
_DAY_S: Final = 86_400
# So many lines are made at once.
_BLOCK: Final = 4096
# So many texts are known of a column, all times of a day; then all are forgotten.
_MOST_KNOWN: Final = _DAY_S
_EPOCH: Final = date(1970, 1, 1).toordinal()

Fields = Callable[[NDArray[np.intp]], Iterable[str]]
"""Writes the fields of a column for the entries at some positions."""


class EntryColumn(NamedTuple):
    """One column of a file of entries."""

    name: str
    fields: Fields


def entry_lines(
    columns: Sequence[EntryColumn],
    shown: NDArray[np.intp],
    syntax: CsvSyntax,
    choice: ColumnChoice = EVERY_COLUMN,
) -> Iterator[bytes]:
    """Write entries, some lines at once.

    Args:
        shown: intp, positions of the entries.

    Raises:
        UsageError: A column that is wanted is not there.
        UnwritableTextError: The encoding has no place for a sign.
    """
    chosen = choice.of([column.name for column in columns], columns)
    return encoded_lines(_blocks(chosen, shown, syntax), syntax)


def _blocks(
    columns: Sequence[EntryColumn], shown: NDArray[np.intp], syntax: CsvSyntax
) -> Iterator[list[str]]:
    yield [syntax.line([syntax.text(column.name) for column in columns])]
    line = syntax.line
    for begin in range(0, len(shown), _BLOCK):
        at = shown[begin : begin + _BLOCK]
        fields = [column.fields(at) for column in columns]
        yield [line(row) for row in zip(*fields, strict=True)]


class EntryFields:
    """Writes what entries have in common, each text once.

    Args:
        dates: How dates and times are written.
    """

    def __init__(
        self, entries: Entries, syntax: CsvSyntax, dates: WrittenDates
    ) -> None:
        self.entries, self.syntax = entries, syntax
        self._empty = syntax.plain("")
        self._days = _Known(lambda day: dates.day(date.fromordinal(day + _EPOCH)))
        self._times = _Known(dates.time)

    def same(self, field: str) -> Fields:
        """Write the same everywhere."""
        return lambda at: repeat(field, len(at))

    def looked_up(
        self,
        codes: NDArray[np.generic],
        write: Callable[[int], str],
    ) -> Fields:
        """Write by a column of numbers.

        Args:
            write: Makes a field of a number.
        """
        known = _Known(write)
        return lambda at: map(known.__getitem__, codes[at].tolist())

    def texts(self, codes: NDArray[np.intp], texts: Sequence[str | None]) -> Fields:
        """Write by a column that points into texts that somebody typed."""
        fields = [self.syntax.text(text or "") for text in texts]
        return lambda at: map(fields.__getitem__, codes[at].tolist())

    def descriptions(self) -> Fields:
        """Write what entries say, if that may be shown."""
        entries = self.entries
        said = entries.descriptions
        return self.texts(
            entries.description, said if entries.described else [None] * len(said)
        )

    def ids(self) -> Fields:
        """Write the ids of entries."""
        ids, text = self.entries.ids, self.syntax.text

        def fields(at: NDArray[np.intp]) -> Iterable[str]:
            told: list[str] = ids[at].tolist()
            # Clockify's own need no second look, one by one.
            return told if "".join(told).isalnum() else map(text, told)

        return fields

    def seconds(self, write: Callable[[int], str]) -> Fields:
        """Write by the length, and nothing while an entry is running."""
        return self._ended(self.looked_up(self.entries.seconds, write), end=True)

    def day(self, *, end: bool = False) -> Fields:
        """Write the date of the clock that an entry was sent by."""
        return self._ended(lambda at: self._day(at, end), end)

    def time(self, *, end: bool = False) -> Fields:
        """Write the time of that clock."""
        return self._ended(lambda at: self._time(at, end), end)

    def instant(self, *, end: bool = False) -> Fields:
        """Write date and time of that clock, and how far it is ahead of UTC."""
        offset = self._offset_min(end)
        behind = self.looked_up(offset, _offset)

        def fields(at: NDArray[np.intp]) -> Iterable[str]:
            parts = zip(
                self._day(at, end), self._time(at, end), behind(at), strict=True
            )
            return [f"{day}T{time}{offset}" for day, time, offset in parts]

        return self._ended(fields, end)

    def _day(self, at: NDArray[np.intp], end: bool) -> Iterable[str]:  # noqa: FBT001 - as those that ask have it
        days = self._clock_s(at, end) // _DAY_S
        return map(self._days.__getitem__, days.tolist())

    def _time(self, at: NDArray[np.intp], end: bool) -> Iterable[str]:  # noqa: FBT001 - as those that ask have it
        seconds = self._clock_s(at, end) % _DAY_S
        return map(self._times.__getitem__, seconds.tolist())

    def _offset_min(self, end: bool) -> NDArray[np.int16]:  # noqa: FBT001 - as those that ask have it
        entries = self.entries
        return entries.end_offset_min if end else entries.start_offset_min

    def _clock_s(self, at: NDArray[np.intp], end: bool) -> NDArray[np.int64]:  # noqa: FBT001 - as those that ask have it
        instant_s = self.entries.end_s if end else self.entries.start_s
        return instant_s[at] + self._offset_min(end)[at] * np.int64(_MINUTE_S)

    def where(self, codes: NDArray[np.intp], write: Fields) -> Fields:
        """Write nothing for entries whose code is -1."""
        return _but(write, lambda at: codes[at] < 0, self._empty)

    def only(
        self, codes: NDArray[np.intp], code: int, write: Fields, others: str
    ) -> Fields:
        """Write the same for entries that have another code."""
        return _but(write, lambda at: codes[at] != code, others)

    def _ended(self, write: Fields, end: bool) -> Fields:  # noqa: FBT001 - as those that ask have it
        """Leave out the end that an entry which is running has not yet."""
        if not end:
            return write
        return _but(write, lambda at: self.entries.running[at], self._empty)


def _but(
    write: Fields, others: Callable[[NDArray[np.intp]], NDArray[np.bool_]], field: str
) -> Fields:
    """Write another field for some."""

    def fields(at: NDArray[np.intp]) -> Iterable[str]:
        places = np.flatnonzero(others(at))
        if not len(places):
            return write(at)
        written = list(write(at))
        for place in places.tolist():
            written[place] = field
        return written

    return fields


class _Known(dict[int, str]):
    """Texts by number, each made when it is first asked for."""

    def __init__(self, write: Callable[[int], str]) -> None:
        super().__init__()
        self._write = write

    def __missing__(self, number: int) -> str:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        text = self[number] = self._write(number)
        return text


def _offset(minutes: int) -> str:
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
