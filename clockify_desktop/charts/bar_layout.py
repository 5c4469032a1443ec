"""Where bars and the steps of their axis lie, in logical pixels from the upper left."""

from dataclasses import dataclass
from itertools import chain, count
from math import ceil

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.charts.chart import Box, ChartHit
from clockify_desktop.charts.chart_header import MARGIN_PX
from clockify_desktop.domain.showable import Showable, showable
from clockify_desktop.translation import tr

PITCH_PX = 33
"""From row to row where there is room."""
LEAST_PITCH_PX = 26
"""From row to row where there is little."""
_BAR_SHARE = 21 / 33
_ENOUGH_ROWS = 24
_MINUTE_S = 60
_HOUR_S = 3600
_CLOSEST_PX = 80.0
_STEPS_S = (
    *(minutes * _MINUTE_S for minutes in (1, 2, 5, 10, 15, 30)),
    *(hours * _HOUR_S for hours in (1, 2, 5, 10, 20, 50, 100, 200, 500)),
)

Pixels = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class BarLayout:
    """The bars in view.

    Args:
        left: Where zero hours are.
        top: Upper end of the first row's band.
        px_per_s: 0 where nothing is to be measured.
        edges: rows in view x (columns + 1): where each segment begins and, in the
            last place, where the bar ends; never falling along a row.
        pitch: From row to row.
    """

    first_row: int
    left: float
    top: float
    px_per_s: float
    edges: Pixels
    pitch: int = PITCH_PX

    @property
    def bar(self) -> int:
        """How thick a bar is."""
        return round(self.pitch * _BAR_SHARE)

    @property
    def rows(self) -> int:
        """How many rows are in view."""
        return len(self.edges)

    @property
    def bottom(self) -> float:
        """Lower end of the last row's band."""
        return self.top + self.rows * self.pitch

    @property
    def middles(self) -> Pixels:
        """The middle of each row in view, pixels down."""
        places = np.arange(self.rows, dtype=np.float64) + 0.5
        middles: Pixels = np.float64(self.top) + places * np.float64(self.pitch)
        return middles

    def x(self, seconds: float) -> float:
        """Give the place of a duration on the axis."""
        return self.left + seconds * self.px_per_s

    def hit(self, x: float, y: float) -> ChartHit | None:
        """Find the segment or, left of the bars, the name at a place."""
        place = int((y - self.top) // self.pitch)
        if not 0 <= place < self.rows:
            return None
        row = self.first_row + place
        if x < self.left:
            return ChartHit(row)
        if abs(y - self.middles[place]) > self.bar / 2:
            return None
        edges = self.edges[place]
        # Searched from the right, so that segments without width are stepped over.
        column = int(np.searchsorted(edges, x, side="right")) - 1
        return ChartHit(row, column) if column < len(edges) - 1 else None

    def box(self, hit: ChartHit) -> Box | None:
        """Give the place of a segment or a name; ``None`` out of view or too thin."""
        place, column = hit.row - self.first_row, hit.column
        if not 0 <= place < self.rows:
            return None
        if column is None:
            top = self.top + place * self.pitch
            return 2, top + 2, self.left - 6, top + self.pitch - 2
        if not 0 <= column < self.edges.shape[1] - 1:
            return None
        start, end = self.edges[place, column : column + 2]
        if end <= start:
            return None
        middle, half = float(self.middles[place]), self.bar / 2
        return float(start), middle - half, float(end), middle + half


class BarHeights:
    """How tall bars are, and how close they stand, below a header and above an axis.

    Args:
        header: Where the rows begin, pixels down.
        axis: The height of what stands below them, pixels.
        rows: How many there are, also those out of view.
        in_file: A file is as tall as it likes.
    """

    def __init__(self, header: float, axis: float, rows: int, *, in_file: bool) -> None:
        self._header, self._axis, self._rows = header, axis, rows
        self._least = PITCH_PX if in_file else LEAST_PITCH_PX
        self._below = MARGIN_PX / 2 if in_file else 0.0

    def height_for(self, rows: int) -> int:
        """Compute the height at which so many rows are in view."""
        below = self._below + (self._axis if rows else 0.0)
        pitch = self._least if rows <= _ENOUGH_ROWS else PITCH_PX
        return ceil(self._header + rows * pitch + below)

    def rows_that_fit(self, height_px: float) -> int:
        """Count the rows in view at a height, at least one.

        They stand close where that brings all into view, or the first two dozen.
        """
        room = self._room(height_px)
        close = max(int(room // self._least), 1)
        if close >= self._rows:
            return close
        return max(min(close, _ENOUGH_ROWS), int(room // PITCH_PX))

    def pitch(self, fitting: int, height_px: float) -> int:
        """Spread the rows in view over a height, at most as far as is drawn."""
        return pitch_px(fitting, self._room(height_px), self._least)

    def _room(self, height_px: float) -> float:
        return height_px - self.height_for(1) + self._least


def pitch_px(rows: int, room: float, least: int) -> int:
    """Spread the rows in view over a height in pixels, at most as far as is drawn."""
    return min(max(int(room // max(rows, 1)), least), PITCH_PX)


def bar_edges(seconds: NDArray[np.int64], left: float, px_per_s: float) -> Pixels:
    """Add durations up along each row and scale the sums: one place more than columns.

    A duration below zero is drawn as nothing.
    """
    sums = np.zeros((seconds.shape[0], seconds.shape[1] + 1), np.int64)
    np.cumsum(np.maximum(seconds, 0), axis=1, out=sums[:, 1:])
    edges: Pixels = left + sums * px_per_s
    return edges


@dataclass(frozen=True, slots=True)
class Tick:
    """One place on the axis, named ``10 h`` or ``15 min``."""

    seconds: int
    name: Showable


def ticks(end_s: int, pixels: float) -> tuple[Tick, ...]:
    """Choose round places from zero up to the end of an axis so many pixels long."""
    if end_s <= 0 or pixels <= 0:
        return (Tick(0, showable(tr("{hours} h", hours=0))),)
    step_s = _step(end_s * _CLOSEST_PX / pixels)
    places = range(0, end_s + 1, step_s)
    if step_s < _HOUR_S:
        names = [tr("{minutes} min", minutes=at // _MINUTE_S) for at in places]
    else:
        names = [tr("{hours} h", hours=at // _HOUR_S) for at in places]
    return tuple(map(Tick, places, map(showable, names)))


def _step(least_s: float) -> int:
    # After 500 h come 1000, 2000, 5000, 10000 h and so on.
    longer_s = (
        int(factor * 10**power) * _HOUR_S for power in count(3) for factor in (1, 2, 5)
    )
    return next(step_s for step_s in chain(_STEPS_S, longer_s) if step_s >= least_s)
