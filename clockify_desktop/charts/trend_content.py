"""What lines over periods are asked to show: one large picture, and small ones."""

from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.charts.chart import ChartHit
from clockify_desktop.domain.durations import DurationFormat, duration_text
from clockify_desktop.domain.label import Label
from clockify_desktop.domain.rounded_columns import half_up_each
from clockify_desktop.domain.showable import (
    LONGEST_NAME,
    NOTHING,
    Showable,
    named,
    showable,
    showable_name,
)
from clockify_desktop.translation import tr, tr_context

LARGE: Final = -1
"""The row of the large picture, whose columns are the periods."""
_FEW: Final = 3
_MANY_A_ROW: Final = 4

Seconds = NDArray[np.int64]


class PointState(IntEnum):
    """What stands at a period of a line."""

    POINT = 0
    """Hours, be they none."""
    OFF = 1
    """Leave or a holiday all of it: a hatched gap."""
    ABSENT = 2
    """Not there yet, or no longer: a gap."""
    UNKNOWN = 3
    """Loading, or refused: a gap."""


@dataclass(frozen=True, slots=True)
class TrendStep:
    """One period on the axis.

    Args:
        mark: By which a click on it is known.
        name: Short, such as ``47``.
        date: Its first day, empty where another one says it.
        full: In words, such as ``week 47, 16-22 Nov`` (with an en dash).
    """

    mark: str
    name: Showable
    date: Showable
    full: str


@dataclass(frozen=True, eq=False)
class TrendLines:
    """Lines over the same periods; all columns have one entry a line.

    Args:
        seconds: int64, lines x periods.
        states: uint8, ``PointState``, lines x periods.
        capacity_s: int64, lines x periods; 0 where none is known.
        tolerance_s: int64, lines x periods, by how much a band goes either way.
        so_far_s: int64, of the days of the running period that are over.
        before_s: int64, of the same days of the one before.
        notes: Quiet words such as ``from week 43``, empty for none.
    """

    labels: tuple[Label, ...]
    seconds: Seconds
    states: NDArray[np.uint8]
    capacity_s: Seconds
    tolerance_s: Seconds
    so_far_s: Seconds
    before_s: Seconds
    notes: tuple[str, ...]

    @cached_property
    def names(self) -> tuple[Showable, ...]:
        """What the lines are called."""
        return tuple(showable_name(label.name) for label in self.labels)

    @cached_property
    def is_point(self) -> NDArray[np.bool_]:
        """Where there are hours: bool, lines x periods."""
        found: NDArray[np.bool_] = self.states == PointState.POINT
        return found

    @cached_property
    def has_band(self) -> NDArray[np.bool_]:
        """Where there is a band: bool, lines x periods."""
        found: NDArray[np.bool_] = self.is_point & (self.capacity_s > 0)
        return found

    @cached_property
    def mean_s(self) -> Seconds:
        """The mean of each line's points, int64, whole seconds."""
        sums = np.where(self.is_point, self.seconds, 0).sum(axis=1, dtype=np.int64)
        return half_up_each(sums, np.maximum(self.is_point.sum(axis=1), 1))

    @cached_property
    def top_s(self) -> int:
        """How high the highest of them reaches, seconds."""
        bands = np.where(self.has_band, self.capacity_s + self.tolerance_s, 0)
        columns = (self.seconds, bands, self.so_far_s, self.before_s)
        return max(int(one.max(initial=0)) for one in columns)


@dataclass(frozen=True, eq=False, kw_only=True)
class TrendContent:
    """One picture's numbers and words.

    Args:
        steps: The periods that are over, the earliest first.
        running: The one apart, ``None`` for none.
        large: One line, the one on top.
        small: Those below, all on one scale.
        chosen: The place of the period looked at, ``None`` where it is the one apart.
        has_days: Whether any day of the running period is over.
        has_before: Whether the same days before are known.
        axis: What stands before the periods' names, such as ``week``.
        legend: What hours, band, the running period, the same days before, gaps by
            leave and means are called, in this order.
        with_mean: Whether lines without a band have their mean dotted.
        dimmed: Bool, a small one each: outside of the focus; ``None`` without one.
    """

    title: str
    sentence: str
    steps: tuple[TrendStep, ...]
    running: TrendStep | None
    large: TrendLines
    small: TrendLines
    chosen: int | None
    has_days: bool
    has_before: bool
    axis: str
    legend: tuple[str, ...]
    with_mean: bool = False
    dimmed: NDArray[np.bool_] | None = None
    durations: DurationFormat = DurationFormat.MINUTES

    @property
    def per_row(self) -> int:
        """How many small pictures stand in a row."""
        return 1 if len(self.small.labels) <= _FEW else _MANY_A_ROW

    @property
    def rows(self) -> int:
        """How many rows of small pictures there are."""
        return -(-len(self.small.labels) // self.per_row)

    @property
    def names(self) -> tuple[Showable, ...]:
        """What comes from outside."""
        return (*self.large.names, *self.small.names)

    @property
    def every_step(self) -> tuple[TrendStep, ...]:
        """All periods, the running one last."""
        return self.steps if self.running is None else (*self.steps, self.running)

    def small_at(self, hit: ChartHit) -> int:
        """Give which small picture is hit."""
        return hit.row * self.per_row + (hit.column or 0)

    def so_far(self, lines: TrendLines, line: int) -> Showable:
        """Write what a line has on the days of the running period that are over."""
        return self._duration(lines.so_far_s[line]) if self.has_days else NOTHING

    def number(self, lines: TrendLines, line: int) -> Showable:
        """Write what a line has in the period looked at; nothing where it is a gap."""
        if self.chosen is None:
            return self.so_far(lines, line)
        if not lines.is_point[line, self.chosen]:
            return NOTHING
        return self._duration(lines.seconds[line, self.chosen])

    def tooltip(self, hit: ChartHit) -> Showable:
        """Say a period of the large picture, or a small one with its number."""
        if hit.row == LARGE:
            return self._of_step(hit.column or 0)
        line = self.small_at(hit)
        name = named(self.small.names[line], LONGEST_NAME)
        parts = (name, self.number(self.small, line), self.small.notes[line])
        return showable(" · ".join(part for part in parts if part))

    def label_marks(self, hit: ChartHit) -> tuple[str, str | None]:
        """Give the mark of a period, or of what a small picture is of."""
        if hit.row == LARGE:
            return self.every_step[hit.column or 0].mark, None
        return self.small.labels[self.small_at(hit)].mark, None

    def _of_step(self, place: int) -> Showable:
        step, lines = self.every_step[place], self.large
        parts = [named(lines.names[0], LONGEST_NAME), step.full]
        if place == len(self.steps):
            if self.has_days:
                parts.append(
                    tr("{time} so far", time=self._duration(lines.so_far_s[0]))
                )
            if self.has_before:
                before = self._duration(lines.before_s[0])
                parts.append(tr("the same days before {time}", time=before))
        elif lines.is_point[0, place]:
            hours = str(self._duration(lines.seconds[0, place]))
            if lines.has_band[0, place]:
                capacity = self._duration(lines.capacity_s[0, place])
                hours = tr("{time} of {capacity}", time=hours, capacity=capacity)
            parts.append(hours)
        else:
            parts.append(STATE_WORDS[PointState(lines.states[0, place])])
        return showable(" · ".join(parts))

    def _duration(self, seconds: np.int64) -> Showable:
        return showable(duration_text(int(seconds), self.durations))


STATE_WORDS: Final = {
    PointState.OFF: tr_context("period", "off"),
    PointState.ABSENT: tr_context("period", "not there"),
    PointState.UNKNOWN: tr_context("period", "not known"),
}
"""What a gap is called."""
