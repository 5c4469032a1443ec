"""What stacked bars are asked to show."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.charts.chart import ChartHit
from clockify_desktop.domain.durations import DurationFormat, duration_text, share_text
from clockify_desktop.domain.matrix import Matrix
from clockify_desktop.domain.projection import ALL_TIME
from clockify_desktop.domain.showable import (
    LONGEST_NAME,
    NOTHING,
    Showable,
    named,
    showable,
    showable_name,
)
from clockify_desktop.translation import tr

NOTHING_LOGGED: Final = showable(tr("nothing logged"))
_NOTHING_YET: Final = showable(tr("nothing so far"))


@dataclass(frozen=True, eq=False)
class BarContent:
    """One picture's numbers and words: a bar a row, a colour a column.

    Args:
        capacity_s: Seconds a row, ``None`` or 0 for a row without a tick.
        dimmed: Rows x columns; true for segments outside of the focus.
        notes: Quiet words behind a row's total, ``None`` for none.
        running: Whether the period was not over yet.
        assumed: The rows whose capacity is only assumed.
    """

    matrix: Matrix
    title: str
    sentence: str
    capacity_s: Sequence[int | None] | None = None
    dimmed: NDArray[np.bool_] | None = None
    notes: Sequence[str | None] | None = None
    durations: DurationFormat = DurationFormat.MINUTES
    running: bool = False
    assumed: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        for given in (self.capacity_s, self.notes):
            if given is not None and len(given) != self.rows:
                message = f"{len(given)} values for {self.rows} rows"
                raise ValueError(message)
        if self.dimmed is not None and self.dimmed.shape != self.matrix.seconds.shape:
            message = f"{self.dimmed.shape} dimmed of {self.matrix.seconds.shape}"
            raise ValueError(message)

    @property
    def rows(self) -> int:
        """How many bars there are."""
        return len(self.matrix.rows)

    @cached_property
    def row_names(self) -> tuple[Showable, ...]:
        """The rows' names as one line each."""
        return tuple(showable_name(row.name) for row in self.matrix.rows)

    @cached_property
    def column_names(self) -> tuple[Showable, ...]:
        """The columns' names as one line each."""
        return tuple(showable_name(column.name) for column in self.matrix.columns)

    @property
    def names(self) -> tuple[Showable, ...]:
        """The names of rows and columns."""
        return (*self.row_names, *self.column_names)

    @cached_property
    def lengths_s(self) -> NDArray[np.int64]:
        """How long each bar is, seconds; below zero counts as nothing."""
        lengths: NDArray[np.int64] = np.maximum(self.matrix.seconds, 0).sum(
            axis=1, dtype=np.int64
        )
        return lengths

    @cached_property
    def ends_s(self) -> NDArray[np.int64]:
        """Where each row ends, its tick included, seconds."""
        if self.capacity_s is None:
            return self.lengths_s
        ticks = np.array([one or 0 for one in self.capacity_s], np.int64)
        ends: NDArray[np.int64] = np.maximum(self.lengths_s, ticks)
        return ends

    def total(self, row: int) -> str:
        """Write the total of a row, or of what is in focus of it, empty for nothing."""
        seconds = self.matrix.seconds[row]
        if self.dimmed is not None:
            seconds = seconds[~self.dimmed[row]]
            if not seconds.any():
                return ""
        return duration_text(int(seconds.sum(dtype=np.int64)), self.durations)

    @property
    def nothing(self) -> Showable:
        """What stands for a bar without time."""
        return _NOTHING_YET if self.running else NOTHING_LOGGED

    def note(self, row: int) -> Showable:
        """Give the quiet words of a row, empty for none."""
        note = self.notes[row] if self.notes is not None else None
        return showable(note) if note else NOTHING

    def capacity(self, row: int) -> int | None:
        """Give the capacity of a row in seconds, ``None`` for none."""
        return (self.capacity_s[row] or None) if self.capacity_s is not None else None

    def tooltip(self, hit: ChartHit) -> Showable:
        """Say whose time on what, how long, and the share of the bar.

        A row's name has the share of all time in place of it, and its capacity.
        """
        names = [named(self.row_names[hit.row], LONGEST_NAME)]
        row_s = int(self.matrix.row_totals_s[hit.row])
        part_s, whole_s = row_s, self.matrix.total_s
        if hit.column is not None:
            names.append(named(self.column_names[hit.column], LONGEST_NAME))
            part_s, whole_s = int(self.matrix.seconds[hit.row, hit.column]), row_s
        length = duration_text(part_s, self.durations)
        words = [*names, length, share_text(part_s, whole_s)]
        capacity_s = self.capacity(hit.row)
        if hit.column is None and capacity_s is not None:
            capacity = duration_text(capacity_s, self.durations)
            said = (
                tr("capacity {time} assumed", time=capacity)
                if hit.row in self.assumed
                else tr("capacity {time}", time=capacity)
            )
            words += [said, self.note(hit.row)]
        return showable(" · ".join(word for word in words if word))

    def label_marks(self, hit: ChartHit) -> tuple[str, str | None]:
        """Give ``Label.mark`` of the row and of the column, ``None`` for its name."""
        row = self.matrix.rows[hit.row].mark
        # The one column of all time is the row itself.
        if hit.column is None or self.matrix.columns[hit.column] == ALL_TIME:
            return row, None
        return row, self.matrix.columns[hit.column].mark
