"""Where the large and the small pictures of a trend lie, in logical pixels."""

from dataclasses import dataclass
from math import ceil

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.charts.chart import Box, ChartHit
from clockify_desktop.charts.chart_header import MARGIN_PX
from clockify_desktop.charts.trend_content import LARGE

PITCH_PX = 80
NAME_PX_DOWN = 11.0
LARGE_PX = 136.0
LARGE_AXIS_PX = 40.0
SMALL_AXIS_PX = 18.0
_ABOVE_PX = 14.0
_TO_SMALL_PX = 14.0
_SMALL_TOP_PX = 26.0
_SMALL_PLOT_PX = 38.0
_BETWEEN_PX = 22.0
_ROOM_SHARE = 0.96

Pixels = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Plots:
    """Equal plots, each with the same periods from left to right.

    Args:
        left: One a plot.
        bottom: Where nothing is, one a plot.
        width: Of one plot.
        height: Of one plot.
        steps: How many periods each has.
        top_s: What reaches up to the top, seconds.
    """

    left: Pixels
    bottom: Pixels
    width: float
    height: float
    steps: int
    top_s: int

    @property
    def step_px(self) -> float:
        """How wide a period is."""
        return self.width / max(self.steps, 1)

    def edges(self, place: NDArray[np.intp] | int) -> Pixels:
        """Give where periods begin: plots x places."""
        at = np.atleast_1d(np.asarray(place, np.float64))
        edges: Pixels = self.left[:, None] + at[None, :] * np.float64(self.step_px)
        return edges

    def middles(self, place: NDArray[np.intp] | int) -> Pixels:
        """Give the middles of periods: plots x places."""
        return self.edges(place) + np.float64(self.step_px / 2)

    def heights(self, seconds: NDArray[np.int64]) -> Pixels:
        """Give how far down durations lie: plots x places, as they come."""
        px_per_s = self.height * _ROOM_SHARE / self.top_s if self.top_s > 0 else 0.0
        down: Pixels = self.bottom[:, None] - seconds * np.float64(px_per_s)
        return down


@dataclass(frozen=True, slots=True)
class TrendLayout:
    """The large picture, and a window onto rows of small ones.

    Args:
        header: Where the header ends.
        gutter: The room for the names of the axis.
        width: Of all.
        count: How many small pictures there are.
        rows: How many rows of them are in view, from ``first_row`` on.
    """

    header: float
    gutter: float
    width: float
    count: int
    per_row: int
    steps: int
    first_row: int
    rows: int

    @property
    def large_top(self) -> float:
        """Upper end of the large plot."""
        return self.header + _ABOVE_PX

    @property
    def large_left(self) -> float:
        """Left end of the large plot."""
        return MARGIN_PX + self.gutter

    @property
    def small_top(self) -> float:
        """Upper end of the small pictures."""
        return self.large_top + LARGE_PX + LARGE_AXIS_PX + _TO_SMALL_PX

    @property
    def shown(self) -> range:
        """The small pictures in view."""
        first = self.first_row * self.per_row
        return range(first, min(first + self.rows * self.per_row, self.count))

    @property
    def small_px(self) -> float:
        """How wide a small picture is."""
        between = (self.per_row - 1) * _BETWEEN_PX
        room = (self.width - 2 * MARGIN_PX - between) / self.per_row
        return max(float(round(room)), 1.0)

    def large(self, top_s: int) -> Plots:
        """Give the large plot."""
        width = max(self.width - MARGIN_PX - self.large_left, 1.0)
        left = np.array([self.large_left])
        bottom = np.array([self.large_top + LARGE_PX])
        return Plots(left, bottom, width, LARGE_PX, self.steps, top_s)

    def small(self, top_s: int) -> Plots:
        """Give the small plots in view."""
        place = np.arange(len(self.shown))
        across = np.float64(self.small_px + _BETWEEN_PX)
        left: Pixels = MARGIN_PX + (place % self.per_row) * across
        first = np.float64(self.small_top + _SMALL_TOP_PX + _SMALL_PLOT_PX)
        bottom: Pixels = first + (place // self.per_row) * np.float64(PITCH_PX)
        return Plots(left, bottom, self.small_px, _SMALL_PLOT_PX, self.steps, top_s)

    def height_for(self, rows: int) -> int:
        """Compute the height at which so many rows are in view."""
        return ceil(self.small_top + rows * PITCH_PX + SMALL_AXIS_PX)

    def rows_that_fit(self, height_px: float) -> int:
        """Count the rows in view at a height, at least one."""
        return max(int((height_px - self.height_for(0)) // PITCH_PX), 1)

    def hit(self, x: float, y: float) -> ChartHit | None:
        """Find a period of the large picture, or a small one."""
        if self.large_top <= y < self.large_top + LARGE_PX + LARGE_AXIS_PX:
            plot = self.large(0)
            place = int((x - self.large_left) // plot.step_px)
            return ChartHit(LARGE, place) if 0 <= place < self.steps else None
        row = self.first_row + int((y - self.small_top) // PITCH_PX)
        column = int((x - MARGIN_PX) // (self.small_px + _BETWEEN_PX))
        hit = ChartHit(row, column)
        box = self.box(hit) if 0 <= column < self.per_row else None
        return hit if box and box[0] <= x < box[2] and box[1] <= y < box[3] else None

    def box(self, hit: ChartHit) -> Box | None:
        """Give the place of what can be hit; ``None`` out of view."""
        column = hit.column or 0
        if hit.row == LARGE:
            plot = self.large(0)
            left = float(plot.edges(column)[0, 0])
            top = self.large_top
            return left, top, left + plot.step_px, top + LARGE_PX + LARGE_AXIS_PX
        if hit.row * self.per_row + column not in self.shown:
            return None
        left = MARGIN_PX + column * (self.small_px + _BETWEEN_PX)
        top = self.small_top + (hit.row - self.first_row) * PITCH_PX
        bottom = top + _SMALL_TOP_PX + _SMALL_PLOT_PX + 2
        return left - 6, top - 2, left + self.small_px + 6, bottom

    def walk(
        self, hit: ChartHit | None, down: int, right: int, chosen: int
    ) -> ChartHit | None:
        """Walk over small pictures, and over the periods of the large one above them.

        Args:
            chosen: The period that the large picture is entered by.
        """
        if not self.count:
            return None
        if hit is None:
            return ChartHit(self.first_row, 0)
        column = hit.column or 0
        if hit.row == LARGE:
            if down > 0:
                return ChartHit(0, min(column * self.per_row // self.steps, self._last))
            return ChartHit(LARGE, min(max(column + right, 0), self.steps - 1))
        if down < 0 and hit.row == 0:
            return ChartHit(LARGE, chosen)
        place = hit.row * self.per_row + column
        wished = place + down * self.per_row + right
        return ChartHit(
            *divmod(wished if 0 <= wished < self.count else place, self.per_row)
        )

    @property
    def _last(self) -> int:
        return min(self.per_row, self.count) - 1
