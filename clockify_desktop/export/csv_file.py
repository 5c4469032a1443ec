"""CSV files: for programs, for spreadsheets, or with signs that somebody chose.

Plain is what every program reads alike: UTF-8, commas, points, LF. Excel is what a
double click opens well: UTF-8 with a byte order mark, CRLF, the separator and the
decimal sign of the person's region, and amounts with two decimals. Quoting is RFC 4180
in all of them.
"""

import codecs
import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from io import StringIO
from itertools import chain
from typing import Final

from clockify_desktop.domain.errors import AppError, UsageError
from clockify_desktop.domain.file_table import FileTable
from clockify_desktop.domain.grid import Grid
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.domain.showable import named
from clockify_desktop.domain.spreadsheet_text import defused
from clockify_desktop.domain.table import Table, columns_of_levels
from clockify_desktop.export.column_choice import EVERY_COLUMN, ColumnChoice
from clockify_desktop.export.regional_signs import RegionalSigns
from clockify_desktop.export.rows import (
    MONEY_PLACES,
    NUMBER_COLUMNS,
    Cell,
    Number,
    Without,
    cells,
    columns_of,
    grid_cells,
    grid_columns,
)
from clockify_desktop.translation import tr

PREVIEW_ROWS: Final = 8
"""How many rows a person looks at before a file is saved."""
_CRLF: Final = "\r\n"


class FileFormat(StrEnum):
    """For which program a CSV file is, as settings and arguments spell it."""

    EXCEL = "excel"
    PLAIN = "plain"


class UnwritableTextError(AppError):
    """A text has a sign for which the encoding of the file has no place."""

    def __init__(self, row: int, text: str, encoding: str) -> None:
        title = tr(
            "Row {row} cannot be written in {encoding}", row=row, encoding=encoding
        )
        advice = tr(
            "It has no place for "
            "\N{LEFT DOUBLE QUOTATION MARK}{text}\N{RIGHT DOUBLE QUOTATION MARK}. "
            "Choose utf-8 for all signs.",
            text=named(text),
        )
        super().__init__(title, advice)


@dataclass(frozen=True, slots=True)
class CsvSyntax:
    """How a CSV file is written.

    Args:
        money_places: The decimals of amounts; ``None`` for all that there are.
        guards: Whether text that a spreadsheet would run is defused.
        quotes_all: Whether quotation marks stand around every field.
    """

    encoding: str
    separator: str
    decimal_sign: str
    line_end: str
    money_places: int | None = None
    guards: bool = True
    quotes_all: bool = False

    def __post_init__(self) -> None:
        if self.separator == self.decimal_sign:
            title = tr("The separator and the decimal sign are the same")
            raise UsageError(title, tr("Choose another one of the two."))

    def text(self, text: str) -> str:
        """Write what somebody typed as a field."""
        return self.plain(defused(text) if self.guards else text)

    def number(self, text: str) -> str:
        """Write a number that has a point as a field."""
        return self.plain(text.replace(".", self.decimal_sign))

    def plain(self, text: str) -> str:
        """Write what is no number and nothing that somebody typed as a field."""
        if '"' in text:
            text = text.replace('"', '""')
        elif self.quotes_all or not (
            self.separator in text or "\n" in text or "\r" in text
        ):
            return text
        return text if self.quotes_all else f'"{text}"'

    def line(self, fields: Iterable[str]) -> str:
        """Put the fields of a row together."""
        if self.quotes_all:
            between = f'"{self.separator}"'
            return f'"{between.join(fields)}"{self.line_end}'
        # Else a row of one field that is empty would be none.
        return (self.separator.join(fields) or '""') + self.line_end


PLAIN = CsvSyntax("utf-8", ",", ".", "\n")


def excel(signs: RegionalSigns, money_places: int | None = MONEY_PLACES) -> CsvSyntax:
    """Make the syntax that a spreadsheet of this person opens well."""
    separator, sign = signs
    return CsvSyntax("utf-8-sig", separator, sign, _CRLF, money_places)


def csv_lines(
    table: Table | FileTable | Grid,
    query: ReportQuery,
    syntax: CsvSyntax = PLAIN,
    choice: ColumnChoice = EVERY_COLUMN,
) -> Iterator[bytes]:
    """Write a table as CSV: one header row, one row a group, no title, no total.

    Each line is made when it is drawn.

    Raises:
        UsageError: A column that is wanted is not there.
        UnwritableTextError: The encoding has no place for a sign.
    """
    records = _records(table, query, syntax)
    head = [str(name) for name in next(records)]
    places = choice.places(head)
    rows = chain([head], map(tuple, records))
    return record_lines(([row[at] for at in places] for row in rows), syntax)


def record_lines(
    records: Iterable[Iterable[Cell]], syntax: CsvSyntax
) -> Iterator[bytes]:
    """Write records as CSV; text that a spreadsheet would run is defused."""
    lines = (syntax.line([_field(one, syntax) for one in each]) for each in records)
    return encoded_lines(([line] for line in lines), syntax)


def encoded_lines(
    blocks: Iterable[Sequence[str]], syntax: CsvSyntax
) -> Iterator[bytes]:
    """Encode lines, as many at once as come together."""
    # Only the first line of a file has the byte order mark.
    encoder = codecs.getincrementalencoder(syntax.encoding)()
    before = 0
    for lines in blocks:
        try:
            yield encoder.encode("".join(lines))
        except UnicodeEncodeError as error:
            row, text = _unwritable(lines, syntax)
            raise UnwritableTextError(before + row, text, syntax.encoding) from error
        before += len(lines)


def _unwritable(lines: Sequence[str], syntax: CsvSyntax) -> tuple[int, str]:
    """Find the first row with a sign that has no place, and the text that has it."""
    return next(
        (row, field)
        for row, line in enumerate(lines, 1)
        for field in next(_fields(line, syntax))
        if not _is_writable(field, syntax.encoding)
    )


def _is_writable(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _fields(text: str, syntax: CsvSyntax) -> Iterator[list[str]]:
    """Read rows as the program does that they are written for."""
    return csv.reader(StringIO(text, newline=""), delimiter=syntax.separator)


def preview_rows(
    table: Table | FileTable | Grid,
    query: ReportQuery,
    syntax: CsvSyntax,
    most: int = PREVIEW_ROWS,
    choice: ColumnChoice = EVERY_COLUMN,
) -> tuple[tuple[str, ...], ...]:
    """Read header and first rows of a file as the program it is made for reads them."""
    first = beginning(table, most)
    return records_read(csv_lines(first, query, syntax, choice), syntax)


def beginning(
    table: Table | FileTable | Grid, most: int = PREVIEW_ROWS
) -> Table | FileTable | Grid:
    """Take the first rows of a table."""
    if isinstance(table, Grid):
        return table.first(most)
    if isinstance(table, FileTable):
        return replace(table, rows=table.rows[:most])
    return replace(table, rows=table.rows.at(slice(most)))


def records_read(
    lines: Iterable[bytes], syntax: CsvSyntax
) -> tuple[tuple[str, ...], ...]:
    """Read lines as the program reads them that they are written for."""
    written = b"".join(lines).decode(syntax.encoding)
    return tuple(map(tuple, _fields(written, syntax)))


def number_columns(table: Table | FileTable | Grid) -> frozenset[int]:
    """Tell the places of the columns that hold numbers."""
    if isinstance(table, Grid):
        names = len(columns_of_levels(table.down))
        return frozenset(range(names, names + len(table.columns) + 1))
    if isinstance(table, FileTable):
        return frozenset(
            at
            for at, column in enumerate(zip(*table.rows, strict=True))
            if any(isinstance(one, int | Decimal) for one in column)
        )
    first = len(table.columns)
    return frozenset(range(first, first + len(NUMBER_COLUMNS)))


def _records(
    table: Table | FileTable | Grid, query: ReportQuery, syntax: CsvSyntax
) -> Iterator[Iterable[Cell]]:
    if isinstance(table, Grid):
        yield grid_columns(table, query)
        yield from grid_cells(table, query)
        return
    yield columns_of(table, query)
    for record in cells(table, query, syntax.money_places):
        yield record.values()


def _field(cell: Cell, syntax: CsvSyntax) -> str:
    if cell is None:
        return syntax.plain("")
    if isinstance(cell, Number):
        return syntax.number(cell.text)
    if isinstance(cell, Without):
        return syntax.plain(cell.text)
    return syntax.plain(str(cell)) if isinstance(cell, int) else syntax.text(cell)
