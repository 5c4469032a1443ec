"""Stacked bars on paper: segments carry letters, so that no colour has to be seen."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

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
from clockify_desktop.charts.bar_marks import HATCHES, BarMarks
from clockify_desktop.charts.box_paths import boxes, rounded_boxes
from clockify_desktop.charts.chart import Viewport
from clockify_desktop.charts.chart_header import MARGIN_PX, Legend, Swatch
from clockify_desktop.charts.contrast import contrast
from clockify_desktop.charts.deck_content import column_letters
from clockify_desktop.charts.deck_sheet import Sheet
from clockify_desktop.charts.fonts import REMARK_PX, baseline_of_middle
from clockify_desktop.charts.marks import Mark, Shape, labels
from clockify_desktop.charts.series_colors import series_colors
from clockify_desktop.charts.text_paths import PlacedText, elided, text_width
from clockify_desktop.charts.theme import LIGHT
from clockify_desktop.domain.label import Label
from clockify_desktop.domain.showable import showable
from clockify_desktop.translation import tr, tr_context

_AXIS_PX: Final = 24.0
_HEADS_PX: Final = 20.0
"""Above the bars, where the numbers beside them have their heads."""
_AROUND_LETTER_PX: Final = 4.0
_SWATCH_PX: Final = 18.0
_LINE_PX: Final = 22.0
_TO_NAME_PX: Final = 6.0
_TO_NEXT_PX: Final = 18.0
_LONGEST_NAME_PX: Final = 200.0


class LetteredBars:
    """Bars laid out for a part of a page; their legend stands above all of it."""

    def __init__(self, content: BarContent, viewport: Viewport) -> None:
        # Totals and what is short stand beside them, in the table.
        self._content = content = replace(content, notes=None)
        self._viewport = viewport
        self._heights = heights = BarHeights(
            MARGIN_PX + _HEADS_PX, _AXIS_PX, content.rows, in_file=False
        )
        self.height_for = heights.height_for
        self.rows_that_fit = heights.rows_that_fit
        self._room = name_room(content.row_names, viewport.width)
        fitting = min(self.rows_that_fit(viewport.height), content.rows)
        self.first_row, self.rows_in_view = viewport.first_row, fitting
        left = MARGIN_PX + self._room + TO_BAR_PX
        px_per_s = pixels_a_second(content, viewport.width - left)
        seen = content.matrix.seconds[self.first_row : self.first_row + fitting]
        edges = bar_edges(seen, left, px_per_s)
        pitch = heights.pitch(fitting, viewport.height)
        self._layout = BarLayout(
            self.first_row, left, MARGIN_PX + _HEADS_PX, px_per_s, edges, pitch
        )
        self.hit, self.box = self._layout.hit, self._layout.box
        self.marks = tuple(self._marks())

    def _marks(self) -> Iterator[Mark]:
        content, layout, columns = (
            self._content,
            self._layout,
            self._content.matrix.columns,
        )
        marks = BarMarks(columns, self._viewport)
        words = bar_labels(content, layout, self._room)
        end_s = int(content.ends_s.max(initial=0))
        axis = ticks(end_s, end_s * layout.px_per_s)
        yield from marks.grid(axis, layout)
        yield from marks.bars(content, layout)
        yield from _letters(columns, self._boxes())
        yield from marks.capacity(content, layout)
        yield labels([*axis_labels(axis, layout), *words.notes], LIGHT.quiet)
        yield labels(words.names, LIGHT.text)

    def _boxes(self) -> Iterator[tuple[int, float, float, float]]:
        """List segments: which column, from where to where, and their middle."""
        middles = self._layout.middles.tolist()
        for middle, edges in zip(middles, self._layout.edges.tolist(), strict=True):
            for column, (left, right) in enumerate(pairwise(edges)):
                yield column, left, right, middle


def _letters(
    columns: tuple[Label, ...], found: Iterator[tuple[int, float, float, float]]
) -> Iterator[Mark]:
    """Write the letters of those segments that are wide enough."""
    colors = series_colors(columns, LIGHT)
    letters = column_letters(columns)
    # On any colour one of the two has 4.5 : 1; of softer ones neither need have.
    inks: dict[str, list[PlacedText]] = {"#FFFFFF": [], "#000000": []}
    for column, left, right, middle in found:
        if columns[column].kind in HATCHES:
            continue
        width = text_width(letters[column], REMARK_PX, bold=True)
        if right - left < width + _AROUND_LETTER_PX:
            continue
        ink = max(inks, key=lambda one: contrast(one, colors[column]))
        y = baseline_of_middle(middle, REMARK_PX)
        x = (left + right - width) / 2
        placed = PlacedText(letters[column], x, y, REMARK_PX, bold=True)
        inks[ink].append(placed)
    for color, texts in inks.items():
        yield labels(texts, color)


def put_legend(
    sheet: Sheet, content: BarContent, viewport: Viewport, top: float
) -> float:
    """Put squares with letters and the names behind them, all of them.

    Returns:
        Where they end, down.
    """
    columns, names = content.matrix.columns, content.column_names
    x, middle = sheet.left, top + _LINE_PX / 2
    squares: list[tuple[int, float, float, float]] = []
    spots: list[tuple[int, float, float]] = []
    for at in np.flatnonzero((content.matrix.seconds != 0).any(axis=0)).tolist():
        name = elided(names[at], _LONGEST_NAME_PX, REMARK_PX)
        width = _SWATCH_PX + _TO_NAME_PX + text_width(name, REMARK_PX)
        if x > sheet.left and x + width > sheet.right:
            x, middle = sheet.left, middle + _LINE_PX
        squares.append((at, x, x + _SWATCH_PX, middle))
        spots.append((at, x, middle))
        sheet.text(name, x + _SWATCH_PX + _TO_NAME_PX, middle, REMARK_PX)
        x += width + _TO_NEXT_PX
    marks = BarMarks(columns, viewport)
    half = _SWATCH_PX / 2
    swatches = tuple(Swatch(at, x, middle - half) for at, x, middle in spots)
    sheet.put(marks.swatches(Legend(swatches, (), 0.0), _SWATCH_PX))
    sheet.put(_letters(columns, iter(squares)))
    if content.capacity_s is not None and any(content.capacity_s):
        said = (
            tr("capacity, dotted where assumed")
            if content.assumed
            else tr_context("time", "capacity")
        )
        width = _TO_NAME_PX + 2 + text_width(said, REMARK_PX)
        if x + width > sheet.right:
            x, middle = sheet.left, middle + _LINE_PX
        sheet.put(_tick(x, middle))
        sheet.text(showable(said), x + 2 + _TO_NAME_PX, middle, REMARK_PX)
    return middle + _LINE_PX / 2


def _tick(x: float, middle: float) -> Iterator[Mark]:
    path = rounded_boxes(boxes(x, middle - 9, x + 2, middle + 9)[None], 0.0)
    if path is not None:
        yield Shape(path, LIGHT.text)
