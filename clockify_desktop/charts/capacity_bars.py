"""Bullet bars: hours in a track that ends at each row's own capacity.

Beside them each row has a small picture of the periods before.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from clockify_desktop.charts.bar_labels import TO_BAR_PX, axis_labels, name_room
from clockify_desktop.charts.bar_layout import BarHeights, BarLayout, ticks
from clockify_desktop.charts.capacity_beside import HEAD_PX, beside_picture
from clockify_desktop.charts.capacity_content import CapacityContent
from clockify_desktop.charts.capacity_labels import capacity_labels, pixels_a_second
from clockify_desktop.charts.capacity_marks import CapacityMarks, series_of
from clockify_desktop.charts.chart import ChartHit, Viewport
from clockify_desktop.charts.chart_header import MARGIN_PX, chart_header
from clockify_desktop.charts.marks import Mark, labels

_AXIS_PX = 24.0
_BAR = 0
"""The one column that a bar is."""


class CapacityBars:
    """Bars laid out for a viewport; only the rows in view are drawn."""

    def __init__(self, content: CapacityContent, viewport: Viewport) -> None:
        self._content = content
        series = series_of(content)
        self._header = chart_header(
            content, viewport, list(series.values()), range(len(series)), whole=True
        )
        self._beside = beside_picture(content, viewport.width)
        self._top, self._right = self._header.bottom, viewport.width
        if self._beside is not None:
            self._top += HEAD_PX
            self._right = self._beside.left
        self._room = name_room(content.names, self._right)
        self._heights = heights = BarHeights(
            self._top, _AXIS_PX, content.rows, in_file=viewport.is_tall
        )
        self.height_for = heights.height_for
        self.rows_that_fit = heights.rows_that_fit
        self.layout = layout = self._layout(viewport)
        self.first_row, self.rows_in_view = layout.first_row, layout.rows
        self.hit, self.box = layout.hit, layout.box
        self.marks = tuple(self._marks(viewport))

    def walk(self, hit: ChartHit | None, down: int, right: int) -> ChartHit | None:
        """Walk over names and bars; a row without time has its name alone."""
        rows = self._content.rows
        if not rows:
            return None
        if hit is None:
            return ChartHit(self.first_row)
        row = min(max(hit.row + down, 0), rows - 1)
        column = hit.column
        if right:
            column = _BAR if right > 0 else None
        return ChartHit(row, column if self._content.hours_s[row] > 0 else None)

    def _layout(self, viewport: Viewport) -> BarLayout:
        content = self._content
        fitting = min(self.rows_that_fit(viewport.height), content.rows)
        first = min(max(viewport.first_row, 0), content.rows - fitting)
        left = MARGIN_PX + self._room + TO_BAR_PX
        px_per_s = pixels_a_second(content, self._right - MARGIN_PX - left)
        bars_s = np.maximum(content.hours_s[first : first + fitting], 0)
        edges = left + np.column_stack([np.zeros_like(bars_s), bars_s]) * px_per_s
        pitch = self._heights.pitch(fitting, viewport.height)
        return BarLayout(first, left, self._top, px_per_s, edges, pitch)

    def _marks(self, viewport: Viewport) -> Iterator[Mark]:
        content, layout, theme = self._content, self.layout, viewport.theme
        marks, header = CapacityMarks(content, layout, viewport), self._header
        words = capacity_labels(content, layout, self._room)
        end_s = int(content.ends_s.max(initial=0))
        axis = ticks(end_s, end_s * layout.px_per_s) if layout.rows else ()
        yield from marks.swatches(header.legend)
        yield from marks.grid(axis)
        yield from marks.rows()
        if self._beside is not None:
            yield from self._beside.marks(layout, viewport)
            yield labels(self._beside.words(layout), theme.quiet)
        quiet: Sequence[Mark] = (
            labels([*header.sentence, *header.legend.names], theme.quiet),
            labels(axis_labels(axis, layout), theme.quiet),
            labels(words.notes, theme.quiet),
        )
        yield from quiet
        yield labels([*header.title, *words.names], theme.text)
        yield labels(words.totals, theme.text)
