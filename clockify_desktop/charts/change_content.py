"""What diverging bars are asked to show: by how much each row changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.charts.chart import ChartHit
from clockify_desktop.domain.durations import DurationFormat, signed_text
from clockify_desktop.domain.label import Label
from clockify_desktop.domain.showable import NOTHING, Showable, showable, showable_name


class ChangeKind(IntEnum):
    """How a bar is drawn."""

    MORE = 0
    LESS = 1
    NEW = 2
    """Had no time before: outlined."""
    GONE = 3
    """Has no time any more: dashed."""
    TOGETHER = 4
    """Several rows that share a number; no bar, which would dwarf those of one."""


@dataclass(frozen=True, eq=False, kw_only=True)
class ChangeContent:
    """One picture's numbers and words: a bar a row, to either side of nothing.

    Args:
        change_s: int64, seconds a row.
        against_s: int64, where the row's diamond stands, seconds.
        has_against: Bool, whether the row has a diamond.
        kinds: A ``ChangeKind`` a row.
        note: Gives the quiet words behind a row's number.
        longest_note: About as wide as any of them.
        tip: Says in one line what a row is.
        legend: What each kind is called, then the diamond; empty for what needs no
            name.
        series: What the squares beside the names have the colours of, as elsewhere.
        swatches: A place in ``series`` a row; empty for no squares.
        dimmed: Bool, a row outside of the focus; ``None`` with nothing selected.
    """

    title: str
    sentence: str
    labels: tuple[Label, ...]
    change_s: NDArray[np.int64]
    against_s: NDArray[np.int64]
    has_against: NDArray[np.bool_]
    kinds: NDArray[np.int64]
    note: Callable[[int], Showable]
    longest_note: Showable
    tip: Callable[[int], Showable]
    legend: tuple[str, ...] = ()
    series: tuple[Label, ...] = ()
    swatches: Sequence[int] = ()
    dimmed: NDArray[np.bool_] | None = None
    durations: DurationFormat = DurationFormat.MINUTES

    @property
    def rows(self) -> int:
        """How many bars there are."""
        return len(self.labels)

    @cached_property
    def names(self) -> tuple[Showable, ...]:
        """The rows' names as one line each."""
        return tuple(showable_name(label.name) for label in self.labels)

    @cached_property
    def ends_s(self) -> NDArray[np.int64]:
        """Where the bars end, int64, seconds; 0 for a row without one."""
        return np.where(self.kinds == ChangeKind.TOGETHER, 0, self.change_s)

    @cached_property
    def furthest_s(self) -> int:
        """How far from nothing the picture reaches, seconds."""
        diamonds = np.abs(np.where(self.has_against, self.against_s, 0))
        return int(max(np.abs(self.ends_s).max(initial=0), diamonds.max(initial=0)))

    def number(self, row: int) -> Showable:
        """Write the change of a row with its sign."""
        return showable(signed_text(int(self.change_s[row]), self.durations))

    def tooltip(self, hit: ChartHit) -> Showable:
        """Say what changed in a row."""
        return self.tip(hit.row)

    def label_marks(self, hit: ChartHit) -> tuple[str, str | None]:
        """Give ``Label.mark`` of the row: it has no columns."""
        return self.labels[hit.row].mark, None


NO_CHANGES = ChangeContent(
    title="",
    sentence="",
    labels=(),
    change_s=np.zeros(0, np.int64),
    against_s=np.zeros(0, np.int64),
    has_against=np.zeros(0, np.bool_),
    kinds=np.zeros(0, np.int64),
    note=lambda _: NOTHING,
    longest_note=NOTHING,
    tip=lambda _: NOTHING,
)
"""Nothing to compare; title and sentence are put in."""
