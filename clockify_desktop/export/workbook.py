"""Spreadsheets: what was asked on the first sheet, then a sheet a table.

Whatever people typed is a constant text there, and is never run, so that it needs no
apostrophe. The same book is the same bytes, and nothing is written beside it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any, Final

from clockify_desktop.domain.file_table import FileTable
from clockify_desktop.domain.grid import Grid
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.domain.table import Table
from clockify_desktop.export.column_choice import EVERY_COLUMN, ColumnChoice
from clockify_desktop.export.sheet_columns import day_number, instant_number
from clockify_desktop.export.sheet_writer import SheetWriter, TextWriter
from clockify_desktop.translation import tr

# Spreadsheets refuse a file whose sheets are called so.
_NOT_IN_NAMES: Final = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME: Final = 31
_ABOUT: Final = tr("About this file")
_OPTIONS: Final = {
    # No file of its own in the system's folder for these.
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_NAMES_WIDE, _VALUES_WIDE = 30, 90
_LINE_POINTS: Final = 15
_NUMBERS: Final[dict[type, tuple[str, Callable[[Any], float]]]] = {
    date: ("yyyy-mm-dd", day_number),
    datetime: ("yyyy-mm-dd hh:mm", instant_number),
}

AboutValue = str | date | datetime


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table on a sheet of its own.

    Args:
        name: At most 31 letters and blanks, no other sheet's.
    """

    name: str
    table: Table | FileTable | Grid


@dataclass(frozen=True, slots=True)
class Book:
    """A spreadsheet.

    Args:
        about: What was asked and how it was counted, a line each; a datetime is that
            of the clock it is to show.
        fetched_at: Aware.
    """

    title: str
    about: tuple[tuple[str, AboutValue], ...]
    query: ReportQuery
    fetched_at: datetime
    sheets: tuple[Sheet, ...]


def workbook_bytes(book: Book, choice: ColumnChoice = EVERY_COLUMN) -> bytes:
    """Write a spreadsheet as XLSX.

    Raises:
        UsageError: A column that is wanted is not there.
        TooLargeError: There are more rows or columns than a sheet has.
    """
    # Most commands never write one.
    from xlsxwriter import Workbook  # noqa: PLC0415 - see above

    buffer = BytesIO()
    workbook = Workbook(buffer, _OPTIONS)
    created = book.fetched_at.astimezone(UTC).replace(tzinfo=None)
    workbook.set_properties({"title": book.title, "created": created})
    _write_about(workbook, book)
    for sheet in book.sheets:
        SheetWriter(workbook, sheet.name, sheet.table, book.query, choice).write()
    workbook.close()
    return buffer.getvalue()


def sheet_name(title: str) -> str:
    """Leave out of a page's title what spreadsheets do not take as a sheet's name."""
    return _NOT_IN_NAMES.sub("", title)[:_LONGEST_NAME].strip(" '")


def _write_about(workbook: Any, book: Book) -> None:  # noqa: ANN401 - XlsxWriter brings no types
    sheet = workbook.add_worksheet(sheet_name(_ABOUT))
    put = TextWriter(workbook, sheet)
    look = {"text_wrap": True, "valign": "top", "align": "left", "num_format": "@"}
    sheet.set_column(0, 0, _NAMES_WIDE, workbook.add_format({**look, "bold": True}))
    sheet.set_column(1, 1, _VALUES_WIDE, workbook.add_format(look))
    put(0, 0, book.title, workbook.add_format({"bold": True, "font_size": 14}))
    for row, (name, value) in enumerate(book.about, 2):
        put(row, 0, name)
        if isinstance(value, str):
            # Not every program makes room for lines that are broken.
            lines = -(-len(value) // _VALUES_WIDE)
            sheet.set_row(row, _LINE_POINTS * max(lines, 1))
            put(row, 1, value)
        else:
            form, number = _NUMBERS[type(value)]
            style = workbook.add_format({**look, "num_format": form})
            sheet.write_number(row, 1, number(value), style)
    sheet.ignore_errors({"number_stored_as_text": f"A1:B{len(book.about) + 2}"})
    sheet.fit_to_pages(1, 0)
