"""A sheet of a spreadsheet: a table under its heads, and sums of what a filter leaves.

XlsxWriter brings no types.
"""

import re
from collections.abc import Callable
from typing import Any, Final

from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.file_table import FileTable
from clockify_desktop.domain.grid import Grid
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.domain.table import Table
from clockify_desktop.export.column_choice import ColumnChoice
from clockify_desktop.export.rows import ABOUT
from clockify_desktop.export.sheet_columns import (
    VALUES,
    Kind,
    SheetColumn,
    column_names,
    in_days,
    in_hours,
    sheet_columns,
    sheet_records,
)
from clockify_desktop.export.sheet_sums import SheetSums, area, subtotal
from clockify_desktop.translation import tr

FORMATS: Final = {
    Kind.TEXT: "@",
    Kind.MIXED: "General",
    Kind.NUMBER: "General",
    Kind.MONEY: "#,##0.00",
    Kind.DURATION: "[h]:mm",
    Kind.HOURS: "0.00",
    Kind.DAY: "yyyy-mm-dd",
    Kind.MONTH: "yyyy-mm",
    Kind.INSTANT: "yyyy-mm-dd hh:mm:ss",
    Kind.OFFSET: "@",
}
"""How what a cell holds is shown."""
MOST_ROWS: Final = 1_048_000
"""What a sheet has room for, some rows for the sums left out."""
MOST_CELLS: Final = 4_000_000
"""What takes less than a gigabyte while it is written."""
_MOST_COLUMNS: Final = 16_384
# What a cell has room for, whatever signs there are.
_MOST_SIGNS: Final = 16_383
_SUMS: Final = tr("Sum of the rows shown")
# In signs of the usual font; the arrow of the filter stands beside a head.
_ARROW, _LEAST, _MOST, _INSTANT, _ID = 4, 12, 90, 20, 14
# Not against the number before.
_LEADING: Final = {"align": "left", "indent": 1}
_TRAILING: Final = {"align": "right"}
_NUMBERS: Final = {Kind.NUMBER, Kind.MONEY, Kind.DURATION, Kind.HOURS}
# For programs, or the same in all rows.
_IDS: Final = ("_id", "_ids")
_QUIET: Final = {"font_color": "#808080"}
# So many rows tell how wide a column of texts is.
_MEASURED: Final = 500
# XML has no place for these.
_UNWRITABLE: Final = re.compile("[\ud800-\udfff\ufffe\uffff]")


Put = Callable[[int, int, Any], object]


class TooLargeError(AppError):
    """A sheet has no room for all rows or columns, or the memory for all cells."""

    def __init__(self, name: str) -> None:
        title = tr(
            "\N{LEFT DOUBLE QUOTATION MARK}{name}\N{RIGHT DOUBLE QUOTATION MARK} "
            "is too large for a spreadsheet",
            name=name,
        )
        super().__init__(title, tr("Save it as CSV, or choose a shorter period."))


class SheetWriter:
    """Writes a table under its heads, and sums of what a filter leaves."""

    def __init__(
        self,
        workbook: Any,  # noqa: ANN401 - see above
        name: str,
        table: Table | FileTable | Grid,
        query: ReportQuery,
        choice: ColumnChoice,
    ) -> None:
        self._workbook, self._table, self._query = workbook, table, query
        self._columns = sheet_columns(table, query, choice)
        self._last = len(table.rows)
        wide = len(self._columns)
        is_large = self._last * wide > MOST_CELLS
        if is_large or self._last > MOST_ROWS or wide > _MOST_COLUMNS:
            raise TooLargeError(name)
        self._sheet: Any = workbook.add_worksheet(name)
        self._text = TextWriter(workbook, self._sheet)
        self._widths = [len(one.name) + _ARROW for one in self._columns]

    def write(self) -> None:
        """Write all of it."""
        sheet, columns = self._sheet, self._columns
        for at, column in enumerate(columns):
            look = {**_look(column), "bold": True, "bottom": 1, "num_format": "@"}
            self._text(0, at, column.name, self._workbook.add_format(look))
        sums = SheetSums(columns, column_names(self._table, self._query))
        self._write_rows(sums)
        end = max(len(columns) - 1, 0)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, self._last, end)
        if self._last:
            every = f"{area(self._last, 0).partition(':')[0]}:"
            every += area(self._last, end).partition(":")[2]
            sheet.ignore_errors({"number_stored_as_text": every})
            self._write_sums(sums)
        for at, column in enumerate(columns):
            style = self._workbook.add_format(_look(column))
            sheet.set_column(at, at, self._width(at, column), style)
        sheet.repeat_rows(0)
        sheet.set_footer("&L&A&RPage &P of &N")
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)

    def _write_rows(self, sums: SheetSums) -> None:
        writers = [
            (at, one.source, VALUES[one.kind], self._put(one.kind))
            for at, one in enumerate(self._columns)
        ]
        measured = [
            (at, one.source)
            for at, one in enumerate(self._columns)
            if one.kind in {Kind.TEXT, Kind.MIXED}
        ]
        for row, record in enumerate(sheet_records(self._table, self._query), 1):
            for at, source, value, put in writers:
                cell = record[source]
                if cell is not None and cell != "":
                    put(row, at, value(cell))
            sums.add(record)
            if row <= _MEASURED:
                for at, source in measured:
                    long = len(str(VALUES[Kind.MIXED](record[source] or "")))
                    self._widths[at] = max(self._widths[at], long)

    def _put(self, kind: Kind) -> Put:
        if kind in {Kind.TEXT, Kind.OFFSET}:
            return self._text
        number: Put = self._sheet.write_number
        if kind is not Kind.MIXED:
            return number

        def either(row: int, at: int, value: str | float) -> None:
            put: Put = self._text if isinstance(value, str) else number
            put(row, at, value)

        return either

    def _write_sums(self, sums: SheetSums) -> None:
        # Not beside the rows: whoever sorts or pivots these takes in what adjoins them.
        row, money = self._last + 2, [*sums.of_money(self._last)]
        if not (sums.seconds or money):
            return
        if self._columns[0].kind in {Kind.TEXT, Kind.DAY, Kind.MONTH}:
            self._text(row, 0, _SUMS, self._bold(0))
        for at, seconds in sums.seconds.items():
            kind = self._columns[at].kind
            value = (in_days if kind is Kind.DURATION else in_hours)(seconds)
            formula, style = subtotal(self._last, at), self._bold(at)
            self._sheet.write_formula(row, at, formula, style, value)
        for at_row, (formula, code, amount) in enumerate(money, row):
            at, value = sums.money_at or 0, float(amount)
            self._sheet.write_formula(at_row, at, formula, self._bold(at), value)
            if sums.code_at is not None:
                self._text(at_row, sums.code_at, code, self._bold(sums.code_at))

    def _bold(self, at: int) -> object:
        return self._workbook.add_format({**_look(self._columns[at]), "bold": True})

    def _width(self, at: int, column: SheetColumn) -> int:
        if column.kind is Kind.INSTANT:
            return max(_INSTANT, self._widths[at])
        most = _ID if column.name.endswith(_IDS) else _MOST
        return max(_LEAST, min(self._widths[at], most))


def _look(column: SheetColumn) -> dict[str, object]:
    look = _TRAILING if column.kind in _NUMBERS else _LEADING
    quiet = column.name in ABOUT or column.name.endswith(_IDS)
    return {**look, **(_QUIET if quiet else {}), "num_format": FORMATS[column.kind]}


class TextWriter:
    """Writes texts as constants, whatever they look like."""

    def __init__(self, workbook: Any, sheet: Any) -> None:  # noqa: ANN401 - see above
        self._write, self._write_parts = sheet.write_string, sheet.write_rich_string
        self._plain = workbook.add_format()
        # Names stand in many rows, and are looked at once.
        self._seen = set[str]()

    def __call__(self, row: int, at: int, text: str, *style: object) -> None:
        """Write a text into a cell."""
        if text in self._seen:
            self._write(row, at, text, *style)
            return
        if _UNWRITABLE.search(text):
            text = _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)
        if text.startswith("<r>") and text.endswith("</r>"):
            # XlsxWriter would take it for what a text of several formats is stored as.
            begin, rest = text[:1], text[1:_MOST_SIGNS]
            self._write_parts(row, at, begin, self._plain, rest, *style)
        else:
            self._seen.add(text)
            self._write(row, at, text, *style)
