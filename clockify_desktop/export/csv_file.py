"""CSV files in two formats: for programs, and for spreadsheets.

Plain is what every program reads alike: UTF-8, commas, points, LF. Excel is what a
double click opens well: UTF-8 with a byte order mark, CRLF, the separator and the
decimal sign of the person's region, and amounts with two decimals. Quoting is RFC 4180
in both.
"""

import csv
from dataclasses import dataclass, replace
from enum import StrEnum
from io import StringIO
from typing import Final

from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.domain.spreadsheet_text import defused
from clockify_desktop.domain.table import Table
from clockify_desktop.export.regional_signs import RegionalSigns
from clockify_desktop.export.rows import (
    MONEY_PLACES,
    Cell,
    Number,
    Without,
    cells,
    columns_of,
)

PREVIEW_ROWS: Final = 8
"""How many rows a person looks at before a file is saved."""
_CRLF = "\r\n"


class FileFormat(StrEnum):
    """For which program a CSV file is, as settings and arguments spell it."""

    EXCEL = "excel"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class CsvSyntax:
    """How a CSV file is written.

    Args:
        money_places: The decimals of amounts; ``None`` for all that there are.
    """

    encoding: str
    separator: str
    decimal_sign: str
    line_end: str
    money_places: int | None = None


PLAIN = CsvSyntax("utf-8", ",", ".", "\n")


def excel(signs: RegionalSigns, money_places: int | None = MONEY_PLACES) -> CsvSyntax:
    """Make the syntax that a spreadsheet of this person opens well."""
    separator, sign = signs
    return CsvSyntax("utf-8-sig", separator, sign, _CRLF, money_places)


def csv_bytes(table: Table, query: ReportQuery, syntax: CsvSyntax = PLAIN) -> bytes:
    """Write a table as CSV: one header row, one row a group, no title, no total.

    Text that a spreadsheet would run is defused.
    """
    lines = _Lines()
    # Only with CRLF does every Python quote fields that hold a lone CR or LF.
    writer = csv.writer(lines, delimiter=syntax.separator, lineterminator=_CRLF)
    writer.writerow(columns_of(table))
    writer.writerows(
        [_field(cell, syntax) for cell in record.values()]
        for record in cells(table, query, syntax.money_places)
    )
    text = "".join(line.removesuffix(_CRLF) + syntax.line_end for line in lines)
    return text.encode(syntax.encoding)


def preview_rows(
    table: Table, query: ReportQuery, syntax: CsvSyntax, most: int = PREVIEW_ROWS
) -> tuple[tuple[str, ...], ...]:
    """Read header and first rows of a file as the program it is made for reads them."""
    written = csv_bytes(replace(table, rows=table.rows[:most]), query, syntax)
    text = StringIO(written.decode(syntax.encoding), newline="")
    return tuple(map(tuple, csv.reader(text, delimiter=syntax.separator)))


class _Lines(list[str]):
    """What a CSV writer writes into: one text a row."""

    write = list.append


def _field(cell: Cell, syntax: CsvSyntax) -> str | int:
    if cell is None:
        return ""
    if isinstance(cell, Number):
        return cell.text.replace(".", syntax.decimal_sign)
    if isinstance(cell, Without):
        return cell.text
    return cell if isinstance(cell, int) else defused(cell)
