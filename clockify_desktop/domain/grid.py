"""A table as a grid: its last level across, the others down."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.keys import Key
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.table import Table


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """The durations of a table of two or three levels.

    Args:
        table: What it was made of.
        rows: One key a level that stands down, fewer for a person without time.
        columns: Sorted.
        seconds: int64, rows x columns.
    """

    table: Table
    rows: tuple[tuple[Key, ...], ...]
    columns: tuple[Key, ...]
    seconds: NDArray[np.int64]

    @property
    def down(self) -> tuple[Level, ...]:
        """The levels of the rows."""
        return self.table.levels[:-1]

    def first(self, rows: int) -> "Grid":
        """Keep the first rows and every column."""
        return replace(self, rows=self.rows[:rows], seconds=self.seconds[:rows])


def grid_of(table: Table) -> Grid:
    """Put the last level of a table across, of whatever currency the time is."""
    down = len(table.levels) - 1
    across = {key for row in table.rows for key in row.keys[down:]}
    columns = sorted(across, key=lambda key: key.rank)
    rows = tuple(dict.fromkeys(row.keys[:down] for row in table.rows))
    seconds = np.zeros((len(rows), len(columns)), np.int64)
    at_row = {keys: at for at, keys in enumerate(rows)}
    at_column = {key: at for at, key in enumerate(columns)}
    for row in table.rows:
        for key in row.keys[down:]:
            seconds[at_row[row.keys[:down]], at_column[key]] += row.duration_s
    return Grid(table, rows, tuple(columns), seconds)
