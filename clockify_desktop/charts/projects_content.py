"""What bars of projects are asked to show: how much of each estimate is used."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.charts.chart import ChartHit, Fold
from clockify_desktop.charts.heat_content import ALL_ROWS
from clockify_desktop.domain.label import Label
from clockify_desktop.domain.showable import NOTHING, Showable

BAR: Final = 0
"""The column that a bar is."""
ARROW: Final = 1
"""The column that the arrow of a project is: a click on it opens the project."""

Shares = NDArray[np.float64]
_SIGNS: Final = {
    Fold.CLOSE: "-",
    Fold.OPEN: "+",
    Fold.CLOSE_ALL: "-",
    Fold.OPEN_ALL: "+",
}


class RowKind(Enum):
    """What stands in a row."""

    PROJECT = auto()
    MEMBERS = auto()
    """How many of a project's members logged time."""
    PERSON = auto()
    REST = auto()
    """Names of those who did not."""


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """One row.

    Args:
        mark: ``Label.mark`` of the project, also for the rows under it.
        name: Empty for a row of words alone.
        words: In the place of a bar, empty where there is one.
        number: What stands behind the bar.
        note: Quiet words behind the number.
        tip: Says in one line what it is.
        swatch: A place in the series, of a project.
        person: ``Label.mark`` of whose row it is, empty for no person's.
    """

    kind: RowKind
    mark: str
    name: Showable = NOTHING
    words: Showable = NOTHING
    number: Showable = NOTHING
    note: Showable = NOTHING
    tip: Showable = NOTHING
    swatch: int = 0
    is_open: bool = False
    person: str = ""


@dataclass(frozen=True, eq=False, kw_only=True)
class ProjectsContent:
    """One picture's numbers and words. Columns have one entry a row.

    Args:
        before: float64, where the lighter part of a bar ends, 1 is the estimate.
        used: float64, where the full part ends; 0 for no bar.
        passed: float64, the share of time passed, NaN where it is not known.
        has_track: Bool, whether there is an estimate to hold a bar against.
        legend: What lighter part, full part, track and tick are called; empty for
            what is not there.
        series: What the squares before the names have the colours of.
        dimmed: Bool, a row outside of the focus; ``None`` with nothing selected.
    """

    title: str
    sentence: str
    lines: tuple[ProjectRow, ...]
    before: Shares
    used: Shares
    passed: Shares
    has_track: NDArray[np.bool_]
    legend: tuple[str, str, str, str]
    series: tuple[Label, ...] = ()
    dimmed: NDArray[np.bool_] | None = None

    @property
    def rows(self) -> int:
        """How many rows there are, those under open projects among them."""
        return len(self.lines)

    @cached_property
    def names(self) -> Sequence[Showable]:
        """The names of projects and people, and lines of names."""
        return tuple(one.name or one.words for one in self.lines)

    @cached_property
    def furthest(self) -> float:
        """Where the bar that goes furthest ends, at least at the estimate."""
        tracked = self.used[self.has_track]
        return float(tracked.max(initial=1.0))

    def tooltip(self, hit: ChartHit) -> Showable:
        """Say what a row is, whole."""
        return self.lines[hit.row].tip

    def label_marks(self, hit: ChartHit) -> tuple[str, str | None]:
        """Give the mark of the project: what stands under it belongs to it."""
        return self.lines[hit.row].mark, None

    def opened_marks(self, hit: ChartHit) -> tuple[str, str | None]:
        """Give the mark of the project, and of the person whose bar it is."""
        return self.lines[hit.row].mark, self.lines[hit.row].person or None

    def folded(self, hit: ChartHit | None, fold: Fold) -> str | None:
        """Tell what to choose so that a project opens or folds, or all of them.

        A click on anything but the arrow selects.
        """
        if fold in {Fold.CLOSE_ALL, Fold.OPEN_ALL}:
            return f" {_SIGNS[fold]}{ALL_ROWS}" if self.lines else None
        line = None if hit is None else self.lines[hit.row]
        if hit is None or line is None or line.kind is not RowKind.PROJECT:
            return None
        at_arrow = hit.column == ARROW
        if fold is Fold.TURN:
            if not at_arrow:
                return None
            fold = Fold.CLOSE if line.is_open else Fold.OPEN
        elif hit.column == BAR or line.is_open is (fold is Fold.OPEN):
            return None
        return f" {_SIGNS[fold]}{line.mark}"

    def row_of(self, mark: str) -> int | None:
        """Find the row of a project."""
        marks = (one.mark for one in self.lines)
        return next((at for at, one in enumerate(marks) if one == mark), None)
