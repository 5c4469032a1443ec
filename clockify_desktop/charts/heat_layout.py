"""Where the cells of a heat map lie, in logical pixels from the upper left."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.charts.box_paths import Boxes, boxes
from clockify_desktop.charts.chart import Box, ChartHit

_WIDEST_CELL_PX = 120.0
# What is left between cells that are so wide at least.
_GAPS = ((34.0, 4), (8.0, 2))
_TO_TOTALS_PX = 6.0
TOTALS_PX = 28.0

Pixels = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class HeatLayout:
    """The rows in view and the totals below them.

    Args:
        count: How many rows there are, also out of view.
        rows: How many are in view.
        edges: Columns + 1: where each column begins and the last one ends, on whole
            device pixels.
        top: Upper end of the first row's band.
        pitch: From row to row, pixels.
    """

    count: int
    first_row: int
    rows: int
    edges: Pixels
    top: float
    pitch: int

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return len(self.edges) - 1

    @property
    def left(self) -> float:
        """Where the cells begin."""
        return float(self.edges[0])

    @property
    def shown(self) -> slice:
        """The rows in view."""
        return slice(self.first_row, self.first_row + self.rows)

    @property
    def bottom(self) -> float:
        """Lower end of the last row's band."""
        return self.top + self.rows * self.pitch

    @property
    def totals_top(self) -> float:
        """Upper end of the band of totals."""
        return self.bottom + _TO_TOTALS_PX

    @property
    def gap(self) -> int:
        """What is left between cells, pixels."""
        width = float(np.diff(self.edges).min(initial=_WIDEST_CELL_PX))
        return next((gap for least, gap in _GAPS if width >= least), 0)

    @property
    def cell_width(self) -> float:
        """The width of the narrowest cell; 0 without columns."""
        return float(np.diff(self.edges).min(initial=_WIDEST_CELL_PX)) - self.gap

    def middle(self, row: int) -> float:
        """Give the middle of a row in view or of the totals, pixels down."""
        if row >= self.count:
            return self.totals_top + TOTALS_PX / 2
        return self.top + (row - self.first_row + 0.5) * self.pitch

    @property
    def cells(self) -> Boxes:
        """All cells in view: rows x columns x 4."""
        places = np.arange(self.rows, dtype=np.float64)[:, None]
        top = np.float64(self.top) + places * np.float64(self.pitch)
        return self._inset(top, float(self.pitch))

    @property
    def totals(self) -> Boxes:
        """The cells of the totals: columns x 4."""
        return self._inset(np.full(1, self.totals_top), TOTALS_PX)

    def hit(self, x: float, y: float) -> ChartHit | None:
        """Find the cell or, left of the cells, the name at a place."""
        place = int((y - self.top) // self.pitch)
        if 0 <= place < self.rows:
            row = self.first_row + place
        elif 0 <= y - self.totals_top < TOTALS_PX and self.columns:
            row = self.count
        else:
            return None
        if x < self.left:
            return ChartHit(row)
        column = int(np.searchsorted(self.edges, x, side="right")) - 1
        return ChartHit(row, column) if column < self.columns else None

    def box(self, hit: ChartHit) -> Box | None:
        """Give the place of a cell or a name; ``None`` out of view."""
        column, is_total = hit.column, hit.row >= self.count
        place = hit.row - self.first_row
        if not is_total and not 0 <= place < self.rows:
            return None
        if column is None:
            height = TOTALS_PX if is_total else self.pitch
            top = self.totals_top if is_total else self.top + place * self.pitch
            return 2, top + 1, self.left - 6, top + height - 1
        if not 0 <= column < self.columns:
            return None
        cells = self.totals if is_total else self.cells[place]
        left, top, right, bottom = cells[column].tolist()
        return left, top, right, bottom

    def _inset(self, top: Pixels, height: float) -> Boxes:
        half = self.gap // 2
        left, right = self.edges[:-1] + half, self.edges[1:] - half
        return boxes(left, top + 1.0, right, top + height - 2.0)


def column_edges(columns: int, left: float, right: float, scale: float) -> Pixels:
    """Share the width among columns of the same width, none too wide."""
    width = min(max((right - left) / max(columns, 1), 1.0), _WIDEST_CELL_PX)
    places = np.arange(columns + 1, dtype=np.float64)
    edges = np.float64(left) + places * np.float64(width)
    snapped: Pixels = np.round(edges * np.float64(scale)) / np.float64(scale)
    return snapped
