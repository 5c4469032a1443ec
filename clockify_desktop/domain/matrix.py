"""A projection in two dimensions: what pictures and tables are drawn from."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray


class LabelKind(StrEnum):
    """What a row or column stands for, where it is not one of the field's own."""

    ONE = "one"
    """One person, project, client, group or day."""
    WITHOUT = "without"
    """Time that has none: no project, no client, no group. Drawn hatched."""
    OTHER = "other"
    """Everything beyond the largest few. Drawn hatched, never written to a file."""


@dataclass(frozen=True, slots=True)
class Label:
    """The head of one row or column.

    Args:
        key: The id that formed it; ``""`` for "without" and "other".
        name: What people read.
        color: ``#RRGGBB`` as Clockify has it, ``None`` where there is none.
        kind: One thing, "without" or "other".
    """

    key: str
    name: str
    color: str | None = None
    kind: LabelKind = LabelKind.ONE

    @property
    def mark(self) -> str:
        """A text that no other label of its level has, the same in every report."""
        return f"{self.kind}:{self.key}"


@dataclass(frozen=True, eq=False)
class Matrix:
    """Durations by two levels.

    Args:
        rows: One label a row.
        columns: One label a column.
        seconds: int64, rows x columns, whole seconds.
    """

    rows: tuple[Label, ...]
    columns: tuple[Label, ...]
    seconds: NDArray[np.int64]

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
        """All seconds."""
        return int(self.seconds.sum(dtype=np.int64))
