"""Where the parts of stacked bars lie, in logical pixels from the upper left corner."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.charts.chart import Box, ChartHit

BAR_PX = 21
PITCH_PX = 33

Pixels = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class BarLayout:
    """The bars in view.

    Args:
        first_row: Which row of the matrix stands on top.
        left: Where zero hours are.
        top: Upper end of the first row's band.
        px_per_s: 0 where nothing is to be measured.
        edges: rows in view x (columns + 1): where each segment begins and, in the
            last place, where the bar ends; never falling along a row.
    """

    first_row: int
    left: float
    top: float
    px_per_s: float
    edges: Pixels

    @property
    def rows(self) -> int:
        """How many rows are in view."""
        return len(self.edges)

    @property
    def bottom(self) -> float:
        """Lower end of the last row's band."""
        return self.top + self.rows * PITCH_PX

    @property
    def middles(self) -> Pixels:
        """The middle of each row in view, pixels down."""
        places = np.arange(self.rows, dtype=np.float64) + 0.5
        middles: Pixels = np.float64(self.top) + places * np.float64(PITCH_PX)
        return middles

    def x(self, seconds: float) -> float:
        """Give the place of a duration on the axis."""
        return self.left + seconds * self.px_per_s

    def hit(self, x: float, y: float) -> ChartHit | None:
        """Find the segment or, left of the bars, the name at a place."""
        place = int((y - self.top) // PITCH_PX)
        if not 0 <= place < self.rows:
            return None
        row = self.first_row + place
        if x < self.left:
            return ChartHit(row)
        if abs(y - self.middles[place]) > BAR_PX / 2:
            return None
        edges = self.edges[place]
        # Searched from the right, so that segments without width are stepped over.
        column = int(np.searchsorted(edges, x, side="right")) - 1
        return ChartHit(row, column) if column < len(edges) - 1 else None

    def box(self, hit: ChartHit) -> Box | None:
        """Give the place of a segment or a name.

        Returns:
            ``None`` for one out of view and for a segment without width.
        """
        place, column = hit.row - self.first_row, hit.column
        if not 0 <= place < self.rows:
            return None
        if column is None:
            top = self.top + place * PITCH_PX
            return 2, top + 2, self.left - 6, top + PITCH_PX - 2
        if not 0 <= column < self.edges.shape[1] - 1:
            return None
        start, end = self.edges[place, column : column + 2]
        if end <= start:
            return None
        middle = float(self.middles[place])
        return float(start), middle - BAR_PX / 2, float(end), middle + BAR_PX / 2


def bar_edges(seconds: NDArray[np.int64], left: float, px_per_s: float) -> Pixels:
    """Add durations up along each row and scale the sums.

    Args:
        seconds: Rows x columns; one below zero is drawn as nothing.
        left: Where zero lies, pixels.
        px_per_s: The scale.

    Returns:
        Rows x (columns + 1).
    """
    sums = np.zeros((seconds.shape[0], seconds.shape[1] + 1), np.int64)
    np.cumsum(np.maximum(seconds, 0), axis=1, out=sums[:, 1:])
    edges: Pixels = left + sums * px_per_s
    return edges
