"""The rows of a file: one record a group and currency, with all that names it.

A file says by itself what it is, so period, time zone and workspace stand in every
row. CSV and JSON hold the same columns.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from clockify_desktop.domain.durations import decimal_hours, hours_minutes_seconds
from clockify_desktop.domain.label import LabelKind
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.domain.table import Row, Table

VALUES = (
    "duration_seconds",
    "duration_hours",
    "duration_hms",
    "billable_seconds",
    "amount",
    "currency",
    "period_start",
    "period_end",
    "time_zone",
    "workspace",
)
_TWO_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Number:
    """A number as text with a decimal point; no spreadsheet sign is put before it."""

    text: str


@dataclass(frozen=True, slots=True)
class Without:
    """The name of what is not there, such as ``(Without project)``."""

    text: str


Cell = str | int | Number | Without | None


def column_names(table: Table) -> tuple[str, ...]:
    """Name the columns of a file.

    Returns:
        The columns of the levels, then ``VALUES``.
    """
    return (*table.columns, *VALUES)


def cells(table: Table, query: ReportQuery) -> Iterator[dict[str, Cell]]:
    """Turn the rows of a table into cells by column.

    Yields:
        One record a row: text as ``str``, whole numbers as ``int``, decimals as
        ``Number``, time that has no project, client or group as ``Without`` with no
        id, what is hidden or does not apply as ``None``.
    """
    about: dict[str, Cell] = {
        "period_start": query.period.start.isoformat(),
        "period_end": query.period.end.isoformat(),
        "time_zone": query.time_zone,
        "workspace": query.workspace.name,
    }
    for row in table.rows:
        yield (
            _level_cells(table, row)
            | {
                "duration_seconds": row.duration_s,
                "duration_hours": Number(decimal_hours(row.duration_s)),
                "duration_hms": Number(hours_minutes_seconds(row.duration_s)),
                "billable_seconds": row.billable_s,
                "amount": None
                if row.amount is None
                else Number(amount_text(row.amount)),
                "currency": row.currency,
            }
            | about
        )


def amount_text(amount: Decimal) -> str:
    """Write an amount of money exactly, with two decimals or more.

    Clockify's minor units may be fractional; what is not rounded adds up.

    Args:
        amount: Major units.

    Returns:
        Such as ``130.50`` or ``400.555555``.
    """
    exact = f"{amount:f}"
    whole, _, decimals = exact.partition(".")
    return f"{whole}.{decimals.rstrip('0').ljust(_TWO_DECIMALS, '0')}"


def _level_cells(table: Table, row: Row) -> dict[str, Cell]:
    # A person without time has the keys of the first level only.
    found: dict[str, Cell] = dict.fromkeys(table.columns)
    for level, key in zip(table.levels, row.keys, strict=False):
        for column, text in zip(level.columns, key.cells, strict=True):
            if found[column] is None and text:
                none = text == key.label.name and key.label.kind is LabelKind.WITHOUT
                found[column] = Without(text) if none else text
    return found
