"""Some cells of a matrix: whole rows, whole columns, and single cells."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Cells:
    """Some cells of two levels, by marks of labels that every report knows again.

    Args:
        rows: Those that are in it whole.
        columns: As the rows.
        cells: A row and a column each: those that are in it besides or, where their
            row or column is in it, are left out of that.
    """

    rows: frozenset[str] = frozenset()
    columns: frozenset[str] = frozenset()
    cells: frozenset[tuple[str, str]] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.rows or self.columns or self.cells)

    def __contains__(self, cell: tuple[str, str]) -> bool:
        row, column = cell
        return (row in self.rows or column in self.columns) is not (cell in self.cells)

    def among(self, rows: Iterable[str], columns: Iterable[str]) -> NDArray[np.bool_]:
        """Tell for each of some rows and columns, by their marks, what is in it."""
        down = {mark: place for place, mark in enumerate(rows)}
        across = {mark: place for place, mark in enumerate(columns)}
        in_rows = np.fromiter((mark in self.rows for mark in down), np.bool_)
        in_columns = np.fromiter((mark in self.columns for mark in across), np.bool_)
        chosen: NDArray[np.bool_] = in_rows[:, None] | in_columns[None, :]
        for row, column in self.cells:
            if row in down and column in across:
                chosen[down[row], across[column]] ^= True
        return chosen
