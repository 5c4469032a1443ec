"""What is selected on "Who logged": people, days, and some cells of both."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.day_states import DayGrid
from clockify_desktop.domain.label import Label
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.selection import LevelCells, Selection
from clockify_desktop.pages.chart_selection import ChartSelection
from clockify_desktop.pages.who_logged_columns import Columns

Truths = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Focus:
    """The part of a grid that is looked at: all of it with nothing selected.

    Args:
        selected: What of the wish is still there.
        chosen: Bool, people x columns; ``None`` with nothing selected.
        days: Bool, people x days.
    """

    selected: ChartSelection
    chosen: Truths | None
    days: Truths

    def of(self, by_day: NDArray[np.int64]) -> NDArray[np.int64]:
        """Keep what is in it of what is by people and days."""
        return by_day if self.chosen is None else np.where(self.days, by_day, 0)

    @property
    def people(self) -> Truths:
        """Tell whose days are in it."""
        return np.asarray(self.days.any(axis=1))

    def dimmed(self, of_row: Sequence[Sequence[int]]) -> Truths | None:
        """Tell which cells of rows are outside of it, a team's where all people are.

        Args:
            of_row: The places in the grid of the people of each row.
        """
        if self.chosen is None:
            return None
        cells = [self.chosen[list(places)].any(axis=0) for places in of_row]
        across = self.chosen.shape[1]
        return ~np.array(cells, np.bool_).reshape(len(cells), across)


def focus_of(
    grid: DayGrid, labels: Sequence[Label], columns: Columns, wished: ChartSelection
) -> Focus:
    """Drop what the picture has no mark of any more, and find the rest."""
    rows = {label.mark for label in labels}
    across = {label.mark for label in columns.labels}
    cells = (one for one in wished.cells if one[0] in rows and one[1] in across)
    selected = ChartSelection(
        wished.rows & rows, wished.columns & across, frozenset(cells)
    )
    if not selected:
        return Focus(selected, None, np.ones(grid.seconds.shape, np.bool_))
    chosen = selected.among(
        (label.mark for label in labels), (label.mark for label in columns.labels)
    )
    return Focus(selected, chosen, chosen[:, columns.of_day])


def narrowed_to_focus(
    grid: DayGrid,
    labels: Sequence[Label],
    columns: Columns,
    selected: ChartSelection,
    pickers: Selection,
) -> Selection:
    """Put pickers and what is selected into one selection; all projects count."""
    whole = Selection(people=pickers.people)
    if not selected:
        return whole
    product = selected.product
    if product is None:
        return replace(whole, cells=LevelCells(Level.USER, columns.level, selected))
    rows, across = product
    if rows:
        people = zip(grid.people, labels, strict=True)
        chosen = (one.id for one, label in people if label.mark in rows)
        whole = replace(whole, people=frozenset(chosen))
    if across:
        marks = [label.mark for label in columns.labels]
        of_day = zip(grid.days, columns.of_day.tolist(), strict=True)
        days = (day for day, at in of_day if marks[at] in across)
        whole = replace(whole, days=frozenset(days))
    return whole
