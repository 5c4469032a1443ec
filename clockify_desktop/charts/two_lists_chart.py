"""Two lists drawn side by side; they scroll together."""

import numpy as np

from clockify_desktop.charts.chart import Box, ChartHit, Viewport
from clockify_desktop.charts.chart_header import MARGIN_PX, chart_header
from clockify_desktop.charts.fonts import NAME_PX, baseline_of_middle
from clockify_desktop.charts.list_lines import HEADS_PX, PITCH_PX, ListLines
from clockify_desktop.charts.marks import labels
from clockify_desktop.charts.text_paths import PlacedText, elided
from clockify_desktop.charts.two_lists_content import LEFT, RIGHT, TwoListsContent
from clockify_desktop.domain.showable import showable

_BETWEEN_PX = 40.0
_TITLE_PX = 26.0


class TwoListsChart:
    """Both lists laid out for a viewport; only the rows in view are drawn."""

    def __init__(self, content: TwoListsContent, viewport: Viewport) -> None:
        self._content = content
        header = chart_header(content, viewport, (), ())
        heads = header.bottom + _TITLE_PX
        self._top = heads + HEADS_PX
        fitting = self.rows_that_fit(viewport.height)
        self.rows_in_view = min(fitting, content.rows)
        self.first_row = min(
            max(viewport.first_row, 0), content.rows - self.rows_in_view
        )
        whole = max(viewport.width - 2 * MARGIN_PX, 0.0)
        half = max((whole - _BETWEEN_PX) / 2, 1.0)
        lefts = MARGIN_PX, viewport.width - MARGIN_PX - half
        last = self.first_row + self.rows_in_view
        self._sides = tuple(
            ListLines(
                *(one, viewport, left, left + half, heads),
                range(min(self.first_row, one.rows), min(last, one.rows)),
            )
            for one, left in zip(content.lists, lefts, strict=True)
        )
        titles = [
            PlacedText(
                elided(showable(one.title), half, NAME_PX, bold=True),
                left,
                baseline_of_middle(header.bottom + _TITLE_PX / 2, NAME_PX),
                NAME_PX,
                bold=True,
            )
            for one, left in zip(content.lists, lefts, strict=True)
        ]
        self.marks = (
            labels(header.sentence, viewport.theme.quiet),
            labels([*header.title, *titles], viewport.theme.text),
            *(mark for side in self._sides for mark in side.marks()),
        )

    def height_for(self, rows: int) -> int:
        """Compute the height at which so many rows are in view, at this width."""
        rows += any(one.total for one in self._content.lists)
        return int(np.ceil(self._top + rows * PITCH_PX + MARGIN_PX / 2))

    def rows_that_fit(self, height_px: float) -> int:
        """Count the rows in view at a height, at least one."""
        return max(int((height_px - self.height_for(1)) // PITCH_PX) + 1, 1)

    def hit(self, x: float, y: float) -> ChartHit | None:
        """Find the row of a list at a place; ``None`` beside all."""
        for column, side in enumerate(self._sides):
            row = side.row_at(x, y)
            if row is not None and self._content.mark(ChartHit(row, column)):
                return ChartHit(row, column)
        return None

    def box(self, hit: ChartHit) -> Box | None:
        """Give the place of a row of a list; ``None`` out of view."""
        return self._sides[hit.column or LEFT].box(hit.row)

    def walk(self, hit: ChartHit | None, down: int, right: int) -> ChartHit | None:
        """Walk over the rows of a list, or to the one beside it; no row is blank."""
        if hit is None:
            ways = ((self.first_row, LEFT), (self.first_row, RIGHT))
            return next(filter(None, (self._met(*way, 1) for way in ways)), None)
        column = min(max((hit.column or LEFT) + right, LEFT), RIGHT)
        return self._met(hit.row + down, column, down or -1) or hit

    def _met(self, row: int, column: int, down: int) -> ChartHit | None:
        """Find the first row with words, from one on."""
        while 0 <= row < self._content.rows:
            met = ChartHit(row, column)
            if self._content.mark(met):
                return met
            row += down
        return None
