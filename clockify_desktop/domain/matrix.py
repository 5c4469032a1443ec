"""A projection in two dimensions: what pictures and tables are drawn from."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.label import Label


@dataclass(frozen=True, eq=False)
class Matrix:
    """Durations by two levels.

    Args:
        rows: One label a row.
        seconds: int64, rows x columns, whole seconds.
        repeated_s: How many of them are the same time once more, as under the second
            tag of an entry.
    """

    rows: tuple[Label, ...]
    columns: tuple[Label, ...]
    seconds: NDArray[np.int64]
    repeated_s: int = 0

    def __post_init__(self) -> None:
        if self.seconds.shape != (len(self.rows), len(self.columns)):
            message = f"{self.seconds.shape} seconds for {len(self.rows)} rows"
            raise ValueError(message)

    @cached_property
    def row_totals_s(self) -> NDArray[np.int64]:
        """Seconds a row, int64, in the order of ``rows``."""
        totals: NDArray[np.int64] = self.seconds.sum(axis=1, dtype=np.int64)
        return totals

    @cached_property
    def column_totals_s(self) -> NDArray[np.int64]:
        """Seconds a column, int64, in the order of ``columns``."""
        totals: NDArray[np.int64] = self.seconds.sum(axis=0, dtype=np.int64)
        return totals

    @cached_property
    def total_s(self) -> int:
        """All seconds, each counted once."""
        return int(self.seconds.sum(dtype=np.int64)) - self.repeated_s
