"""A list drawn as a picture, so that files and the window show the same."""

import numpy as np

from clockify_desktop.charts.chart import Box, ChartHit, Viewport
from clockify_desktop.charts.chart_header import MARGIN_PX, chart_header
from clockify_desktop.charts.list_content import ListContent
from clockify_desktop.charts.list_lines import HEADS_PX, PITCH_PX, ListLines


class ListChart:
    """A list laid out for a viewport; only the rows in view are drawn."""

    def __init__(self, content: ListContent, viewport: Viewport) -> None:
        self._content = content
        header = chart_header(content, viewport, (), ())
        self._top = header.bottom + HEADS_PX
        self.rows_in_view = min(self.rows_that_fit(viewport.height), content.rows)
        last = content.rows - self.rows_in_view
        self.first_row = min(max(viewport.first_row, 0), last)
        self._lines = ListLines(
            content,
            viewport,
            MARGIN_PX,
            viewport.width - MARGIN_PX,
            header.bottom,
            range(self.first_row, self.first_row + self.rows_in_view),
        )
        self.marks = tuple(self._lines.marks(header.sentence, header.title))

    def height_for(self, rows: int) -> int:
        """Compute the height at which so many rows are in view, at this width."""
        rows += bool(self._content.total)
        return int(np.ceil(self._top + rows * PITCH_PX + MARGIN_PX / 2))

    def rows_that_fit(self, height_px: float) -> int:
        """Count the rows in view at a height, at least one."""
        return max(int((height_px - self.height_for(1)) // PITCH_PX) + 1, 1)

    def hit(self, x: float, y: float) -> ChartHit | None:
        """Find the row at a place; ``None`` beside all."""
        row = self._lines.row_at(x, y)
        return None if row is None else ChartHit(row, 0)

    def box(self, hit: ChartHit) -> Box | None:
        """Give the place of a row; ``None`` out of view."""
        return self._lines.box(hit.row)

    def walk(self, hit: ChartHit | None, down: int, right: int) -> ChartHit | None:  # noqa: ARG002 - a row is one part
        """Walk over the rows, from the first one in view."""
        if not self._content.rows:
            return None
        row = self.first_row
        if hit is not None:
            row = hit.row + down
        elif len(self._content.chosen) == 1:
            # On from what is selected, which is outlined no more.
            row = max(self._content.chosen) + down
        return ChartHit(min(max(row, 0), self._content.rows - 1), 0)
