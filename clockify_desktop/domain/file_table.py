"""The file of a page whose columns are its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from clockify_desktop.domain.durations import SECONDS_AN_HOUR
from clockify_desktop.domain.rounding import in_decimals

Value = str | int | Decimal | date | None
"""What a cell may hold; ``None`` for what is not there."""
_HOUR_DECIMALS: Final = 4


def hours_of(seconds: int) -> Decimal:
    """Give hours with the four decimals that they have in files."""
    return Decimal(in_decimals(seconds, SECONDS_AN_HOUR, _HOUR_DECIMALS))


@dataclass(frozen=True, eq=False)
class FileTable:
    """Rows under their columns, as programs read them.

    Period, time zone and workspace are added where it is written.

    Args:
        rows: A value a column, names as they came.
        total_s: All seconds that it tells, each once; ``None`` where it tells none.
    """

    columns: tuple[str, ...]
    rows: Sequence[tuple[Value, ...]]
    total_s: int | None = None
    notes: tuple[str, ...] = ()
