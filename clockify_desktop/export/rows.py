"""The rows of a file: one record a group and currency, with all that names it.

A file says by itself what it is, so period, time zone and workspace stand in every
row. CSV and JSON hold the same columns.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from clockify_desktop.domain.amount_check import ALL_MONEY
from clockify_desktop.domain.durations import decimal_hours, hours_minutes_seconds
from clockify_desktop.domain.label import LabelKind
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.domain.rounding import to_places
from clockify_desktop.domain.table import Row, Table

NUMBER_COLUMNS = (
    *("duration_seconds", "duration_hours", "duration_hms"),
    *("billable_seconds", "amount"),
)
VALUES = (
    *NUMBER_COLUMNS,
    *("currency", "period_start", "period_end", "time_zone", "workspace"),
)
_CHECK: Final = "amount_check"
_DIFFERS: Final = "differs from Clockify's sum"
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


def columns_of(table: Table) -> tuple[str, ...]:
    """Name the columns; that of unconfirmed amounts is there where there are some."""
    return (*table.columns, *VALUES, *([_CHECK] if table.unconfirmed else []))


def cells(
    table: Table, query: ReportQuery, money_places: int | None = None
) -> Iterator[dict[str, Cell]]:
    """Turn the rows of a table into cells by column.

    Time that has no project, client or group is ``Without`` with no id; what is hidden
    or does not apply is ``None``.

    Args:
        money_places: The decimals that amounts are rounded to, ``None`` for exact ones.
    """
    about: dict[str, Cell] = {
        "period_start": query.period.start.isoformat(),
        "period_end": query.period.end.isoformat(),
        "time_zone": query.time_zone,
        "workspace": query.workspace.name,
    }
    for row in table.rows:
        amount = None if row.amount is None else _money(row.amount, money_places)
        values: dict[str, Cell] = {
            "duration_seconds": row.duration_s,
            "duration_hours": Number(decimal_hours(row.duration_s)),
            "duration_hms": Number(hours_minutes_seconds(row.duration_s)),
            "billable_seconds": row.billable_s,
            "amount": amount,
            "currency": row.currency,
        }
        check: dict[str, Cell] = {}
        if table.unconfirmed:
            check[_CHECK] = _DIFFERS if _is_unconfirmed(table, row) else None
        yield _level_cells(table, row) | values | about | check


def _is_unconfirmed(table: Table, row: Row) -> bool:
    of_row = {ALL_MONEY, row.currency}
    return row.amount is not None and not of_row.isdisjoint(table.unconfirmed)


def _money(amount: Decimal, places: int | None) -> Number:
    return Number(amount_text(amount if places is None else to_places(amount, places)))


def amount_text(amount: Decimal) -> str:
    """Write major units of money exactly, such as ``130.50`` or ``400.555555``.

    Clockify's minor units may be fractional; what is not rounded adds up.
    """
    exact = f"{amount:f}"
    whole, _, decimals = exact.partition(".")
    return f"{whole}.{decimals.rstrip('0').ljust(MONEY_PLACES, '0')}"


def _level_cells(table: Table, row: Row) -> dict[str, Cell]:
    # A person without time has the keys of the first level only.
    found: dict[str, Cell] = dict.fromkeys(table.columns)
    for level, key in zip(table.levels, row.keys, strict=False):
        for column, text in zip(level.columns, key.cells, strict=True):
            if found[column] is None and text:
                none = text == key.label.name and key.label.kind is LabelKind.WITHOUT
                found[column] = Without(text) if none else text
    return found
