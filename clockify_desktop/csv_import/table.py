"""The columns of a file: each text that they hold once, and where it stands."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.csv_import.clock_texts import ClockCollecting, ClockTexts
from clockify_desktop.csv_import.csv_rows import Block, CsvRows
from clockify_desktop.csv_import.csv_text import (
    NoCsvError,
    csv_text,
    declared_separator,
)
from clockify_desktop.csv_import.errors import NoExportError
from clockify_desktop.csv_import.titles import NOT_READ, Field, Titles, titles_of
from clockify_desktop.domain.showable import named
from clockify_desktop.translation import tr

T = TypeVar("T")
_SEPARATORS: Final = ",;\t"
_CLOCKS: Final = frozenset({Field.START_TIME, Field.END_TIME, Field.DURATION})
_FEW: Final = 3
_NUMBER_BYTES: Final = 4
_EXPORT: Final = tr(
    "Export a detailed report from Clockify as CSV, with your language there set to"
    " English, German or Portuguese."
)


@dataclass(frozen=True, eq=False)
class Column:
    """Texts of a file, one a row.

    Args:
        texts: Each once, without the blanks around it.
        codes: intp, positions in ``texts``.
    """

    texts: tuple[str, ...]
    codes: NDArray[np.intp]

    def read(self, read: Callable[[str], T | None], missing: T) -> NDArray[np.int64]:
        """Read each text once.

        Args:
            missing: In place of what cannot be read.
        """
        told = [read(text) for text in self.texts]
        values = [missing if one is None else one for one in told]
        return np.array(values, np.int64).reshape(len(values))[self.codes]

    def where(self, is_so: Callable[[str], bool]) -> NDArray[np.bool_]:
        """Tell of each row whether something is so of its text."""
        return np.array(list(map(is_so, self.texts)), np.bool_)[self.codes]

    @property
    def given(self) -> NDArray[np.bool_]:
        """Which rows have any text."""
        return self.where(bool)

    def take(self, chosen: NDArray[np.bool_]) -> "Column":
        """Keep some rows."""
        return Column(self.texts, self.codes[chosen])


@dataclass(frozen=True, eq=False)
class Table:
    """What a file holds, before anything is read into it.

    Args:
        name: Of the file.
        lines: int64, on which line each row begins.
        columns: By field; clocks and money stand by themselves.
        clocks: Times of day, and durations in hours and minutes.
        money: By field and currency.
        strange: Lines of rows that have not as many parts as the first line.
    """

    name: str
    titles: Titles
    lines: NDArray[np.int64]
    columns: dict[Field, Column]
    clocks: dict[Field, ClockTexts]
    money: dict[tuple[Field, str], Column]
    strange: tuple[int, ...] = ()

    def __len__(self) -> int:
        return len(self.lines)

    def column(self, field: Field) -> Column:
        """Give a column; of one that is not there every text is empty."""
        return self.columns.get(field) or Column(("",), np.zeros(len(self), np.intp))

    def clock(self, field: Field) -> ClockTexts:
        """Give times or lengths; of such that are not there every text is empty."""
        return self.clocks.get(field) or ClockTexts(np.full(len(self), "", "<U1"))

    @property
    def every(self) -> Iterator[Column | ClockTexts]:
        """All that is read of it."""
        return chain(self.columns.values(), self.clocks.values(), self.money.values())

    def take(self, chosen: NDArray[np.bool_]) -> "Table":
        """Keep some rows."""
        return Table(
            self.name,
            self.titles,
            self.lines[chosen],
            {field: one.take(chosen) for field, one in self.columns.items()},
            {field: one.take(chosen) for field, one in self.clocks.items()},
            {field: one.take(chosen) for field, one in self.money.items()},
            self.strange,
        )


def read_table(content: bytes, name: str) -> Table:
    """Find the separator and the titles of a file, and take its columns apart.

    Raises:
        NoExportError: It is no CSV, or its titles are not those of entries.
    """
    try:
        declared, text = declared_separator(csv_text(content))
        first_line = 1 if declared is None else 2
        for separator in (declared,) if declared else _SEPARATORS:
            rows = CsvRows(text, separator, first_line)
            titles = _titles(rows)
            if titles is not None:
                _check_people(titles, name)
                return _table(name, titles, rows)
    except NoCsvError as error:
        title = f"{named(name)}: {error.title}"
        raise NoExportError(title, error.advice) from None
    title = tr(
        "{name}, line {first_line}: these are no columns of a detailed report",
        name=named(name),
        first_line=first_line,
    )
    raise NoExportError(title, _EXPORT)


def _titles(rows: CsvRows) -> Titles | None:
    """Read the titles; ``None`` where they are not those of entries."""
    with suppress(NoCsvError):
        titles = titles_of(rows.titles())
        return titles if titles.is_of_entries else None
    # With another separator quotes stand where none can be.
    return None


def _check_people(titles: Titles, name: str) -> None:
    if titles.strange and not {Field.USER, Field.EMAIL} & titles.at.keys():
        strange = ", ".join(f"“{named(one)}”" for one in titles.strange[:_FEW])
        title = tr(
            "{name} does not say which column names people: {strange}",
            name=named(name),
            strange=strange,
        )
        raise NoExportError(title, tr("Call it User in the first line."))


class _Numbers(dict[str, bytes]):
    """The bytes of a number for each text, given when it is first met.

    They become an array as they are, without a look at each number.
    """

    def __missing__(self, text: str) -> bytes:
        number = self[text] = len(self).to_bytes(_NUMBER_BYTES, sys.byteorder)
        return number


class _Codes:
    """Numbers the texts of a column, some hundred rows at once."""

    def __init__(self) -> None:
        self._numbers = _Numbers()
        self._parts: list[bytes] = []

    def add(self, texts: Sequence[str]) -> None:
        count = len(texts)
        if count and texts[0] == texts[-1] and texts.count(texts[0]) == count:
            self.add_same(texts[0], count)
            return
        self._parts.append(b"".join(map(self._numbers.__getitem__, texts)))

    def add_same(self, text: str, count: int) -> None:
        self._parts.append(self._numbers[text] * count)

    def column(self) -> Column:
        """Give the column, what differs by blanks around it taken together."""
        texts = tuple(self._numbers)
        told = np.frombuffer(b"".join(self._parts), np.uint32)
        codes: NDArray[np.intp] = told.astype(np.intp)
        plain: dict[str, int] = {}
        same = [plain.setdefault(text.strip(), len(plain)) for text in texts]
        if len(plain) == len(texts):
            return Column(tuple(plain), codes)
        return Column(tuple(plain), np.array(same, np.intp)[codes])


def _table(name: str, titles: Titles, rows: CsvRows) -> Table:
    at = {field: place for field, place in titles.at.items() if field not in NOT_READ}
    codes = {field: _Codes() for field in at if field not in _CLOCKS}
    clocks = {field: ClockCollecting() for field in at if field in _CLOCKS}
    money = {field: _Codes() for field in titles.money}
    lines = [np.zeros(0, np.int64)]
    for block in rows.blocks(titles.width):
        lines.append(_numbers_of(block.lines))
        for field, collecting in clocks.items():
            collecting.add(block.columns[at[field]])
        for field, numbering in codes.items():
            if field is Field.DECIMAL and all(_durations(block, at)):
                # Nobody looks at decimals where there is something better.
                numbering.add_same("", len(block.lines))
            else:
                numbering.add(block.columns[at[field]])
        for of_currency, numbering in money.items():
            numbering.add(block.columns[titles.money[of_currency]])
    table = Table(
        name,
        titles,
        np.concatenate(lines),
        {field: one.column() for field, one in codes.items()},
        {field: one.column() for field, one in clocks.items()},
        {field: one.column() for field, one in money.items()},
        tuple(rows.strange),
    )
    given = np.zeros(len(table), np.bool_)
    for column in (table.column(Field.START_DATE), *table.every):
        if not given.all():
            given |= column.given
    return table if given.all() else table.take(given)


def _numbers_of(lines: Sequence[int]) -> NDArray[np.int64]:
    if isinstance(lines, range):
        return np.arange(lines.start, lines.stop)
    return np.array(lines, np.int64)


def _durations(block: Block, at: Mapping[Field, int]) -> Sequence[str]:
    place = at.get(Field.DURATION)
    return ("",) if place is None else block.columns[place]
