"""The columns of a sheet: those of the CSV, with values that a spreadsheet counts with.

A duration stands once, as a number of days that is shown as hours and minutes. What may
be less than nothing is decimal hours, because Excel shows no negative time.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum, auto
from functools import lru_cache
from typing import Final

from clockify_desktop.domain.durations import SECONDS_AN_HOUR
from clockify_desktop.domain.file_table import FileTable, Value
from clockify_desktop.domain.grid import Grid
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.domain.table import Table
from clockify_desktop.export.column_choice import ColumnChoice
from clockify_desktop.export.csv_file import number_columns
from clockify_desktop.export.rows import (
    TOTAL_HOURS,
    Cell,
    Number,
    Without,
    cells,
    columns_of,
    grid_cells,
    grid_columns,
)

_DAY_S: Final = 24 * SECONDS_AN_HOUR
# The day that spreadsheets count from, but for their 29 February 1900.
_FIRST_DAY: Final = date(1899, 12, 30).toordinal()
_UNITS: Final = ("_seconds", "_hours", "_hms")
_SIGNED: Final = frozenset({"change", "difference"})
_MONEY: Final = frozenset({"amount", "rate"})
_DAYS: Final = frozenset({"day", "week", "date", "period_start", "period_end"})
_INSTANTS: Final = frozenset({"start", "end"})
_ENTRY: Final = "entry_id"
# Behind date and time, such as 2026-11-16T09:00:00+01:00.
_OFFSET_AT: Final = 19


class Kind(Enum):
    """What the cells of a column are."""

    TEXT = auto()
    MIXED = auto()
    NUMBER = auto()
    MONEY = auto()
    DURATION = auto()
    HOURS = auto()
    DAY = auto()
    MONTH = auto()
    INSTANT = auto()
    OFFSET = auto()

    @property
    def is_time(self) -> bool:
        """Whether its seconds can be added up."""
        return self in {Kind.DURATION, Kind.HOURS}


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column of a sheet.

    Args:
        source: Its place in a record of the CSV.
    """

    name: str
    kind: Kind
    source: int


def sheet_columns(
    table: Table | FileTable | Grid, query: ReportQuery, choice: ColumnChoice
) -> list[SheetColumn]:
    """List the columns by what is chosen of the CSV's.

    Raises:
        UsageError: A column that is wanted is not there.
    """
    names = column_names(table, query)
    known: dict[int, Kind] = {}
    if isinstance(table, Grid):
        known = dict.fromkeys(number_columns(table), Kind.DURATION)
    elif isinstance(table, FileTable):
        known = _told_by_values(table)
    columns = [
        column
        for place in choice.places(names)
        for column in _columns(names, place, known.get(place))
    ]
    return list(dict.fromkeys(columns))


def column_names(
    table: Table | FileTable | Grid, query: ReportQuery
) -> tuple[str, ...]:
    """Name the columns of the CSV."""
    if isinstance(table, Grid):
        return grid_columns(table, query)
    return columns_of(table, query)


def sheet_records(
    table: Table | FileTable | Grid, query: ReportQuery
) -> Iterator[Sequence[Cell]]:
    """Give the cells of each row, those of a grid in seconds."""
    if isinstance(table, Grid):
        return grid_cells(table, query, lambda seconds: seconds)
    return (tuple(record.values()) for record in cells(table, query))


def _columns(names: Sequence[str], place: int, kind: Kind | None) -> list[SheetColumn]:
    name = names[place]
    if kind is Kind.DURATION:
        name = TOTAL_HOURS.removesuffix("_hours") if name == TOTAL_HOURS else name
        return [SheetColumn(name, kind, place)]
    for unit in _UNITS:
        stem = name.removesuffix(unit)
        if stem != name and f"{stem}_seconds" in names:
            source = names.index(f"{stem}_seconds")
            if stem in _SIGNED:
                return [SheetColumn(f"{stem}_hours", Kind.HOURS, source)]
            return [SheetColumn(stem, Kind.DURATION, source)]
    if name in _INSTANTS and _ENTRY in names:
        # A spreadsheet's time has no zone.
        offset = SheetColumn(f"{name}_utc_offset", Kind.OFFSET, place)
        return [SheetColumn(name, Kind.INSTANT, place), offset]
    return [SheetColumn(name, kind or _told_by_name(name), place)]


def _told_by_name(name: str) -> Kind:
    if name in _MONEY:
        return Kind.MONEY
    if name == "month":
        return Kind.MONTH
    return Kind.DAY if name in _DAYS else Kind.TEXT


def _told_by_values(table: FileTable) -> dict[int, Kind]:
    columns: Iterable[tuple[Value, ...]] = zip(*table.rows, strict=True)
    found: dict[int, Kind] = {}
    for place, values in enumerate(columns):
        types = set(map(type, values)) - {type(None)}
        if types == {date}:
            found[place] = Kind.DAY
        elif types and types <= {int, Decimal}:
            money = table.columns[place] in _MONEY
            found[place] = Kind.MONEY if money else Kind.NUMBER
        elif len(types) > 1:
            found[place] = Kind.MIXED
    return found


def seconds_in(cell: Cell) -> int:
    """Give the seconds of a cell that can be added up."""
    return cell if isinstance(cell, int) else 0


def _text(cell: Cell) -> str:
    return cell.text if isinstance(cell, Without) else str(cell)


def _number(cell: Cell) -> float:
    return float(cell.text) if isinstance(cell, Number) else seconds_in(cell)


def _mixed(cell: Cell) -> str | float:
    return _number(cell) if isinstance(cell, int | Number) else _text(cell)


def in_days(seconds: int) -> float:
    """Give a duration as spreadsheets count it."""
    return seconds / _DAY_S


def in_hours(seconds: int) -> float:
    """Give a duration that may be negative."""
    return seconds / SECONDS_AN_HOUR


@lru_cache(maxsize=4096)
def _day(text: str) -> int:
    return day_number(date.fromisoformat(text))


def day_number(day: date) -> int:
    """Give a day as spreadsheets count it."""
    return day.toordinal() - _FIRST_DAY


def instant_number(clock: datetime) -> float:
    """Give date and time of a clock as spreadsheets count them."""
    seconds = (clock.hour * 60 + clock.minute) * 60 + clock.second
    return day_number(clock.date()) + in_days(seconds)


VALUES: Final[dict[Kind, Callable[[Cell], str | float]]] = {
    Kind.TEXT: _text,
    Kind.MIXED: _mixed,
    Kind.NUMBER: _number,
    Kind.MONEY: _number,
    Kind.DURATION: lambda cell: in_days(seconds_in(cell)),
    Kind.HOURS: lambda cell: in_hours(seconds_in(cell)),
    Kind.DAY: lambda cell: _day(_text(cell)),
    Kind.MONTH: lambda cell: _day(f"{_text(cell)}-01"),
    Kind.INSTANT: lambda cell: instant_number(datetime.fromisoformat(_text(cell))),
    Kind.OFFSET: lambda cell: _text(cell)[_OFFSET_AT:],
}
"""What is written of a cell of the CSV, by kind."""
