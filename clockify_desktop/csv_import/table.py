"""The columns of a file: each text that they hold once, and where it stands."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.csv_import.csv_text import (
    Block,
    NoCsvError,
    blocks,
    csv_text,
    declared_separator,
)
from clockify_desktop.csv_import.errors import NoExportError
from clockify_desktop.csv_import.titles import NOT_READ, Field, Titles, titles_of
from clockify_desktop.domain.showable import named

T = TypeVar("T")
_SEPARATORS: Final = ",;\t"
_EXPORT: Final = (
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
        columns: By field; money is in ``money``.
        money: By field and currency.
        strange: Lines of rows that have not as many parts as the first line.
    """

    name: str
    titles: Titles
    lines: NDArray[np.int64]
    columns: dict[Field, Column]
    money: dict[tuple[Field, str], Column]
    strange: tuple[int, ...] = ()

    def __len__(self) -> int:
        return len(self.lines)

    def column(self, field: Field) -> Column:
        """Give a column; of one that is not there every text is empty."""
        return self.columns.get(field) or Column(("",), np.zeros(len(self), np.intp))

    def take(self, chosen: NDArray[np.bool_]) -> "Table":
        """Keep some rows."""
        return Table(
            self.name,
            self.titles,
            self.lines[chosen],
            {field: one.take(chosen) for field, one in self.columns.items()},
            {field: one.take(chosen) for field, one in self.money.items()},
            self.strange,
        )


def read_table(content: bytes, name: str) -> Table:
    """Find the separator and the titles of a file, and take its columns apart.

    Raises:
        NoExportError: It is no CSV, or its titles are not those of entries.
    """
    try:
        text = csv_text(content)
        declared, rest = declared_separator(text)
        begins = 1 if declared is None else 2
        for separator in (declared,) if declared else _SEPARATORS:
            rows = blocks(rest, separator, first_line=begins)
            titles = titles_of(_first(rest, separator))
            if titles.is_of_entries:
                _check_people(titles, name)
                return _table(name, titles, rows)
    except NoCsvError as error:
        title = f"{named(name)}: {error.title}"
        raise NoExportError(title, error.advice) from None
    title = f"{named(name)}, line {begins}: these are no columns of a detailed report"
    raise NoExportError(title, _EXPORT)


def _first(text: str, separator: str) -> list[str]:
    """Read the first row alone, whatever the separator makes of the others."""
    line = text[: text.find("\n") + 1] or text
    (block,) = blocks(line.rstrip("\r\n") or separator, separator)
    return block.rows[0]


def _check_people(titles: Titles, name: str) -> None:
    if titles.strange and not {Field.USER, Field.EMAIL} & titles.at.keys():
        strange = ", ".join(f"“{named(one)}”" for one in titles.strange[:3])
        title = f"{named(name)} does not say which column names people: {strange}"
        raise NoExportError(title, "Call it User in the first line.")


class _Numbers(dict[str, int]):
    """A number for each text, given when it is first met."""

    def __missing__(self, text: str) -> int:
        number = self[text] = len(self)
        return number


class _Codes:
    """Numbers the texts of a column, some thousand rows at once."""

    def __init__(self, place: int) -> None:
        self.place = place
        self._numbers = _Numbers()
        self._parts = [np.zeros(0, np.intp)]

    def add(self, texts: Sequence[str]) -> None:
        number = map(self._numbers.__getitem__, texts)
        self._parts.append(np.fromiter(number, np.intp, len(texts)))

    def column(self) -> Column:
        """Give the column, what differs by blanks around it taken together."""
        plain = _Numbers()
        same = np.array([plain[text.strip()] for text in self._numbers], np.intp)
        codes = np.concatenate(self._parts)
        return Column(tuple(plain), same[codes] if len(same) else codes)


def _table(name: str, titles: Titles, told: Iterable[Block]) -> Table:
    fields = {
        field: _Codes(place)
        for field, place in titles.at.items()
        if field not in NOT_READ
    }
    money = {field: _Codes(place) for field, place in titles.money.items()}
    lines: list[int] = []
    strange: list[int] = []
    is_first = True
    for block in told:
        every = block if not is_first else Block(block.lines[1:], block.rows[1:])
        is_first = False
        fitting = _fitting(every, titles.width, strange)
        lines += fitting.lines
        for codes in (*fields.values(), *money.values()):
            codes.add(list(map(itemgetter(codes.place), fitting.rows)))
    table = Table(
        name,
        titles,
        np.array(lines, np.int64),
        {field: codes.column() for field, codes in fields.items()},
        {field: codes.column() for field, codes in money.items()},
        tuple(strange),
    )
    given = np.zeros(len(table), np.bool_)
    for column in (*table.columns.values(), *table.money.values()):
        if not given.all():
            given |= column.given
    return table if given.all() else table.take(given)


def _fitting(block: Block, width: int, strange: list[int]) -> Block:
    """Keep the rows that have as many parts as there are titles.

    Empty parts behind these are a spreadsheet's, and empty lines nobody's.
    """
    if set(map(len, block.rows)) == {width}:
        return block
    fitting = Block([], [])
    for line, row in zip(block.lines, block.rows, strict=True):
        if len(row) >= width and not any(row[width:]):
            fitting.lines.append(line)
            fitting.rows.append(row)
        elif any(map(str.strip, row)):
            strange.append(line)
    return fitting
