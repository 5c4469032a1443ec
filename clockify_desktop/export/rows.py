"""The rows of a file: one record a group and currency, with all that names it.

A file says by itself what it is, so period, time zone and workspace stand in every
row. CSV and JSON hold the same columns.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from clockify_desktop.domain.amount_check import ALL_MONEY
from clockify_desktop.domain.durations import decimal_hours, hours_minutes_seconds
from clockify_desktop.domain.file_table import FileTable, Value
from clockify_desktop.domain.grid import Grid
from clockify_desktop.domain.keys import Key
from clockify_desktop.domain.label import LabelKind
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.domain.rounding import to_places
from clockify_desktop.domain.table import Table, columns_of_levels
from clockify_desktop.domain.table_rows import Row
from clockify_desktop.domain.telling_apart import Named, told_apart
from clockify_desktop.translation import tr

NUMBER_COLUMNS = (
    *("duration_seconds", "duration_hours", "duration_hms"),
    *("billable_seconds", "amount"),
)
ABOUT = ("period_start", "period_end", "time_zone", "workspace")
# There where days are not counted as Clockify counts them.
_COUNTED: Final = "counted"
VALUES = (*NUMBER_COLUMNS, "currency", *ABOUT)
TOTAL_HOURS: Final = "total_hours"
_CHECK: Final = "amount_check"
_DIFFERS: Final = tr("differs from Clockify's sum")
_FROM_SUMS: Final = tr("currency taken from Clockify's sums")
MONEY_PLACES: Final = 2
"""The decimals of money that people read; Clockify has hundredths of any currency."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as text with a decimal point; no spreadsheet sign is put before it."""

    text: str


@dataclass(frozen=True, slots=True)
class Without:
    """The name of what is not there, such as ``(Without project)``."""

    text: str


Cell = str | int | Number | Without | None


def columns_of(table: Table | FileTable, query: ReportQuery) -> tuple[str, ...]:
    """Name the columns; that of doubtful amounts is there where there are some."""
    about = about_cells(query)
    if isinstance(table, FileTable):
        return tuple(dict.fromkeys((*table.columns, *about)))
    counted = [name for name in about if name not in ABOUT]
    check = [_CHECK] if _has_doubts(table) else []
    return (*table.columns, *VALUES, *counted, *check)


def _has_doubts(table: Table) -> bool:
    return bool(table.unconfirmed) or table.from_sums


def cells(
    table: Table | FileTable, query: ReportQuery, money_places: int | None = None
) -> Iterator[dict[str, Cell]]:
    """Turn the rows of a table into cells by column.

    Time that has no project, client or group is ``Without`` with no id; what is hidden
    or does not apply is ``None``.

    Args:
        money_places: The decimals that amounts are rounded to, ``None`` for exact ones.
    """
    about = about_cells(query)
    if isinstance(table, FileTable):
        for values_of_row in table.rows:
            named = zip(table.columns, map(_cell, values_of_row), strict=True)
            yield dict.fromkeys(table.columns) | about | dict(named)
        return
    for row in table.rows:
        amount = (
            None if row.amount is None else Number(money_text(row.amount, money_places))
        )
        values: dict[str, Cell] = {
            "duration_seconds": row.duration_s,
            "duration_hours": Number(decimal_hours(row.duration_s)),
            "duration_hms": Number(hours_minutes_seconds(row.duration_s)),
            "billable_seconds": row.billable_s,
            "amount": amount,
            "currency": row.currency,
        }
        check: dict[str, Cell] = {}
        if _has_doubts(table):
            check[_CHECK] = _doubt(table, row)
        yield _level_cells(table.levels, row.keys) | values | about | check


def _cell(value: Value) -> Cell:
    if isinstance(value, Decimal):
        return Number(f"{value:f}")
    return value.isoformat() if isinstance(value, date) else value


def grid_columns(grid: Grid, query: ReportQuery) -> tuple[str, ...]:
    """Name the columns; no project or person is called like another column."""
    names, more = columns_of_levels(grid.down), (TOTAL_HOURS, *about_cells(query))
    fixed = [Named(one, "") for one in (*names, *more)]
    across = [Named(key.label.name, key.label.key, key.remarks) for key in grid.columns]
    return (*names, *told_apart([*fixed, *across])[len(fixed) :], *more)


def grid_cells(
    grid: Grid,
    query: ReportQuery,
    duration: Callable[[int], Cell] = lambda seconds: Number(decimal_hours(seconds)),
) -> Iterator[list[Cell]]:
    """Turn the rows of a grid into cells: hours, and nothing where there is no time.

    Args:
        duration: Makes a cell of seconds.
    """
    about = about_cells(query).values()
    for keys, seconds in zip(grid.rows, grid.seconds.tolist(), strict=True):
        hours = [duration(one) if one else None for one in seconds]
        total = duration(sum(seconds))
        yield [*_level_cells(grid.down, keys).values(), *hours, total, *about]


def about_cells(query: ReportQuery) -> dict[str, Cell]:
    """Say what a file is of, by column."""
    start, end = query.period.start, query.period.end
    days = (start.isoformat(), end.isoformat())
    about: dict[str, Cell] = dict(
        zip(ABOUT, (*days, query.time_zone, query.workspace.name), strict=True)
    )
    counting = query.counting
    if not counting.is_clockifys:
        own = (tr("days in each person's own time zone"),) if counting.own_days else ()
        about[_COUNTED] = "; ".join((*own, *counting.in_words))
    return about


def _doubt(table: Table, row: Row) -> str | None:
    of_row = {ALL_MONEY, row.currency}
    if row.amount is not None and not of_row.isdisjoint(table.unconfirmed):
        return _DIFFERS
    return _FROM_SUMS if row.from_sums else None


def money_text(amount: Decimal, places: int | None) -> str:
    """Write major units of money.

    Args:
        places: The decimals that it is rounded to, ``None`` for all that there are.
    """
    return amount_text(amount if places is None else to_places(amount, places))


def amount_text(amount: Decimal) -> str:
    """Write major units of money exactly, such as ``130.50`` or ``400.555555``.

    Clockify's minor units may be fractional; what is not rounded adds up.
    """
    exact = f"{amount:f}"
    whole, _, decimals = exact.partition(".")
    return f"{whole}.{decimals.rstrip('0').ljust(MONEY_PLACES, '0')}"


def _level_cells(levels: Sequence[Level], keys: Sequence[Key]) -> dict[str, Cell]:
    # A person without time has the keys of the first level only.
    found: dict[str, Cell] = dict.fromkeys(columns_of_levels(levels))
    for level, key in zip(levels, keys, strict=False):
        for column, text in zip(level.columns, key.cells, strict=True):
            if found[column] is None and text:
                none = text == key.label.name and key.label.kind is LabelKind.WITHOUT
                found[column] = Without(text) if none else text
    return found
