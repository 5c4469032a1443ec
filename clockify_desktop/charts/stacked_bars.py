"""Stacked horizontal bars: a bar a person, a colour a project."""

from collections.abc import Iterator

import numpy as np

from clockify_desktop.charts.bar_content import BarContent
from clockify_desktop.charts.bar_labels import (
    TO_BAR_PX,
    axis_labels,
    bar_labels,
    name_room,
    pixels_a_second,
)
from clockify_desktop.charts.bar_layout import BarHeights, BarLayout, bar_edges, ticks
from clockify_desktop.charts.bar_marks import BarMarks
from clockify_desktop.charts.chart import ChartHit, Viewport
from clockify_desktop.charts.chart_header import MARGIN_PX, chart_header
from clockify_desktop.charts.marks import Mark, labels

_AXIS_PX = 24.0


class StackedBars:
    """Bars laid out for a viewport.

    Only the rows in view are drawn, so that the cost does not grow with the team. The
    axis stays below them.
    """

    def __init__(self, content: BarContent, viewport: Viewport) -> None:
        self._content = content
        seen = np.flatnonzero((content.matrix.seconds != 0).any(axis=0)).tolist()
        names = content.column_names
        self._header = chart_header(content, viewport, names, seen)
        self._heights = heights = BarHeights(
            self._header.bottom, _AXIS_PX, content.rows, in_file=viewport.with_heading
        )
        self.height_for = heights.height_for
        self.rows_that_fit = heights.rows_that_fit
        self._bar_marks = BarMarks(content.matrix.columns, viewport)
        self.legend = self._header.legend
        self.legend_entries = self._bar_marks.entries(names, seen)
        self._room = name_room(content.row_names, viewport.width)
        self.layout = layout = self._layout(viewport)
        self.first_row, self.rows_in_view = layout.first_row, layout.rows
        self.hit, self.box = layout.hit, layout.box
        self.marks = tuple(self._marks(viewport))

    def walk(self, hit: ChartHit | None, down: int, right: int) -> ChartHit | None:
        """Walk over names and segments; before a bar's first segment stands its name.

        Going up or down keeps to the column where the next bar has time in it, else
        to what is drawn before it. The walk begins at the first row in view.
        """
        rows = self._content.rows
        if not rows:
            return None
        if hit is None:
            return ChartHit(self.first_row)
        row = min(max(hit.row + down, 0), rows - 1)
        drawn = np.flatnonzero(self._content.matrix.seconds[row] > 0).tolist()
        if down:
            before = [at for at in drawn if hit.column is not None and at <= hit.column]
            return ChartHit(row, before[-1] if before else None)
        stops: list[int | None] = [None, *drawn]
        place = stops.index(hit.column) if hit.column in stops else 0
        return ChartHit(row, stops[min(max(place + right, 0), len(stops) - 1)])

    def _layout(self, viewport: Viewport) -> BarLayout:
        content = self._content
        fitting = min(self.rows_that_fit(viewport.height), content.rows)
        first = min(max(viewport.first_row, 0), content.rows - fitting)
        left = MARGIN_PX + self._room + TO_BAR_PX
        px_per_s = pixels_a_second(content, viewport.width - MARGIN_PX - left)
        seen = content.matrix.seconds[first : first + fitting]
        edges = bar_edges(seen, left, px_per_s)
        pitch = self._heights.pitch(fitting, viewport.height)
        return BarLayout(first, left, self._header.bottom, px_per_s, edges, pitch)

    def _marks(self, viewport: Viewport) -> Iterator[Mark]:
        content, layout, theme = self._content, self.layout, viewport.theme
        marks, header = self._bar_marks, self._header
        words = bar_labels(content, layout, self._room)
        end_s = int(content.ends_s.max(initial=0))
        axis = ticks(end_s, end_s * layout.px_per_s) if layout.rows else ()
        yield from marks.swatches(header.legend)
        yield from marks.grid(axis, layout)
        yield from marks.bars(content, layout)
        yield from marks.capacity(content, layout)
        # Labels in groups that change together: what stays is laid out only once.
        yield labels([*header.sentence, *header.legend.names], theme.quiet)
        yield labels(axis_labels(axis, layout), theme.quiet)
        yield labels(words.notes, theme.quiet)
        yield labels([*header.title, *words.names], theme.text)
        yield labels(words.totals, theme.text)
