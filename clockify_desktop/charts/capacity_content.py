"""What bars against capacity are asked to show."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.charts.chart import ChartHit
from clockify_desktop.charts.trend_content import TrendLines
from clockify_desktop.domain.durations import DurationFormat, duration_text
from clockify_desktop.domain.label import Label
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
CAPACITY_LOADING: Final = tr("capacity loading")

Seconds = NDArray[np.int64]
Truths = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class BesideLines:
    """A small picture beside each row: the same over the last periods.

    Args:
        head: What stands above them, such as ``last 12 weeks``.
        chosen: The place of the period looked at, ``None`` where it is not over.
    """

    lines: TrendLines
    head: str
    chosen: int | None


@dataclass(frozen=True, eq=False, kw_only=True)
class CapacityContent:
    """One picture's numbers and words: a bar a row in a track that ends at capacity.

    All columns have one entry a row.

    Args:
        hours_s: int64, what was logged.
        expected_s: int64, capacity without what leave and holidays take off.
        full_s: int64, capacity before that.
        tolerance_s: int64, by how much either way nothing is said.
        is_assumed: Bool, whether the capacity is assumed.
        has_track: Bool, false for rows of which nothing is expected.
        notes: Quiet words behind the total, empty for none.
        within: The tolerance in words, as the legend has it.
        is_loading: Whether capacity may still come: then there are hours alone.
        dimmed: Bool, rows outside of the focus; ``None`` without one.
        beside: A line a row; ``None`` for none.
    """

    labels: tuple[Label, ...]
    title: str
    sentence: str
    hours_s: Seconds
    expected_s: Seconds
    full_s: Seconds
    tolerance_s: Seconds
    is_assumed: Truths
    has_track: Truths
    notes: tuple[str, ...]
    within: str
    is_loading: bool = False
    dimmed: Truths | None = None
    durations: DurationFormat = DurationFormat.MINUTES
    nothing: Showable = NOTHING_LOGGED
    beside: BesideLines | None = None

    @property
    def rows(self) -> int:
        """How many bars there are."""
        return len(self.labels)

    @cached_property
    def names(self) -> tuple[Showable, ...]:
        """The rows' names as one line each."""
        return tuple(showable_name(label.name) for label in self.labels)

    @cached_property
    def ends_s(self) -> Seconds:
        """Where each row ends: its bar, its tolerance, what is off."""
        bars = np.maximum(self.hours_s, 0)
        if self.is_loading:
            return bars
        tracks = np.maximum(self.expected_s + self.tolerance_s, self.full_s)
        ends: Seconds = np.maximum(bars, np.where(self.has_track, tracks, 0))
        return ends

    def total(self, row: int) -> Showable:
        """Write what was logged."""
        return showable(duration_text(int(self.hours_s[row]), self.durations))

    def note(self, row: int) -> Showable:
        """Give the quiet words of a row, empty for none."""
        return showable(self.notes[row]) if self.notes[row] else NOTHING

    def tooltip(self, hit: ChartHit) -> Showable:
        """Say whose hours, of how many."""
        row = hit.row
        words = [str(named(self.names[row], LONGEST_NAME)), str(self.total(row))]
        if self.has_track[row] and not self.is_loading:
            expected = duration_text(int(self.expected_s[row]), self.durations)
            words[1] = (
                tr("{time} of {capacity} assumed", time=words[1], capacity=expected)
                if self.is_assumed[row]
                else tr("{time} of {capacity}", time=words[1], capacity=expected)
            )
        if self.notes[row]:
            words.append(self.notes[row])
        return showable(" · ".join(words))

    def label_marks(self, hit: ChartHit) -> tuple[str, str | None]:
        """Give ``Label.mark`` of the row; a bar is all of it."""
        return self.labels[hit.row].mark, None
