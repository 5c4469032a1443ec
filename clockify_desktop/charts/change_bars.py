"""Diverging horizontal bars: more to the right, less to the left."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.charts.bar_labels import TO_BAR_PX, name_room
from clockify_desktop.charts.bar_layout import (
    BarHeights,
    BarLayout,
    Tick,
    ticks,
)
from clockify_desktop.charts.bar_marks import BarMarks
from clockify_desktop.charts.change_content import ChangeContent
from clockify_desktop.charts.change_marks import ChangeMarks
from clockify_desktop.charts.chart import Box, ChartHit, Viewport
from clockify_desktop.charts.chart_header import (
    MARGIN_PX,
    SWATCH_PX,
    Legend,
    Swatch,
    chart_header,
)
from clockify_desktop.charts.fonts import (
    AXIS_PX,
    NAME_PX,
    REMARK_PX,
    baseline_of_middle,
)
from clockify_desktop.charts.marks import Mark, labels
from clockify_desktop.charts.text_paths import (
    PlacedText,
    elided,
    rough_width,
    text_width,
)
from clockify_desktop.domain.durations import MINUS
from clockify_desktop.domain.showable import Showable, showable
from clockify_desktop.translation import tr_context

_AXIS_PX = 42.0
_TICK_MIDDLE_PX = 12.0
_SIDE_MIDDLE_PX = 29.0
_BETWEEN_PX = 16.0
_TO_SWATCH_PX = 9.0
# A narrower picture does without the quiet words: the table has them.
_LEAST_PLOT_PX = 160.0
_LEAST_BOX_PX = 6.0


class ChangeBars:
    """Bars laid out for a viewport; only the rows in view are drawn.

    Nothing is in the middle of the plot, whatever the bars: sides are compared.
    """

    def __init__(self, content: ChangeContent, viewport: Viewport) -> None:
        self._content, self._viewport = content, viewport
        named = tuple(map(showable, content.legend))
        there = {*content.kinds.tolist()}
        if content.has_against.any():
            there.add(len(named) - 1)
        shown = [at for at, name in enumerate(named) if name and at in there]
        self._header = chart_header(content, viewport, named, shown, whole=True)
        heights = BarHeights(
            self._header.bottom, _AXIS_PX, content.rows, in_file=viewport.is_tall
        )
        self.height_for = heights.height_for
        self.rows_that_fit = heights.rows_that_fit
        self._place(viewport.width)
        fitting = min(self.rows_that_fit(viewport.height), content.rows)
        first = min(max(viewport.first_row, 0), content.rows - fitting)
        seen = slice(first, first + fitting)
        ends = self._x(content.ends_s[seen])
        zero = np.full(fitting, self._zero)
        edges = np.column_stack([np.minimum(ends, zero), np.maximum(ends, zero)])
        self._layout = BarLayout(
            *(first, self._left, self._header.bottom, self._px_per_s, edges),
            pitch=heights.pitch(fitting, viewport.height),
        )
        self._seen = seen
        self.first_row, self.rows_in_view = first, fitting
        self.marks = tuple(self._marks())

    def hit(self, x: float, y: float) -> ChartHit | None:
        """Find the row at a place, whose name it is left of the bars."""
        place = int((y - self._layout.top) // self._layout.pitch)
        if not 0 <= place < self._layout.rows:
            return None
        return ChartHit(self.first_row + place, None if x < self._left else 0)

    def box(self, hit: ChartHit) -> Box | None:
        """Give the place of a bar, however short, or of a name."""
        place = hit.row - self.first_row
        if hit.column is None or not 0 <= place < self._layout.rows:
            return self._layout.box(hit)
        left, right = self._layout.edges[place].tolist()
        middle = float(self._layout.middles[place])
        wider = max(_LEAST_BOX_PX - (right - left), 0.0) / 2
        half = self._layout.bar / 2
        return left - wider, middle - half, right + wider, middle + half

    def walk(self, hit: ChartHit | None, down: int, right: int) -> ChartHit | None:
        """Walk over names and bars; the walk begins at the first row in view."""
        if not self._content.rows:
            return None
        if hit is None:
            return ChartHit(self.first_row)
        row = min(max(hit.row + down, 0), self._content.rows - 1)
        column = hit.column if not right else (0 if right > 0 else None)
        return ChartHit(row, column)

    def _place(self, width: float) -> None:
        """Share the width out: names, squares, the plot, numbers, quiet words."""
        content = self._content
        self._name_room = name_room(content.names, width)
        self._name_right = MARGIN_PX + self._name_room
        squares = SWATCH_PX + _TO_SWATCH_PX if content.swatches else 0.0
        self._left = self._name_right + squares + TO_BAR_PX
        longest = content.longest_note
        right = width - MARGIN_PX
        note = rough_width(longest, REMARK_PX) + _BETWEEN_PX if longest else 0.0
        number = 0.0
        if content.rows:
            # Figures are equally wide: no number is wider than that of the largest.
            sizes = np.abs(content.change_s)
            number = text_width(content.number(int(sizes.argmax())), NAME_PX, bold=True)
        room = right - self._left - number - _BETWEEN_PX
        self._with_notes = room - note >= _LEAST_PLOT_PX
        if self._with_notes:
            room -= note
        self._plot = max(room, 1.0)
        self._zero = float(round(self._left + self._plot / 2))
        furthest = content.furthest_s
        # Half a diamond has room beside the furthest place.
        half = max(self._plot / 2 - SWATCH_PX, 0.5)
        self._px_per_s = half / furthest if furthest else 0.0
        self._number_right = self._left + self._plot + _BETWEEN_PX + number

    def _x(self, seconds: NDArray[np.int64]) -> NDArray[np.float64]:
        return self._zero + seconds * np.float64(self._px_per_s)

    def _marks(self) -> Iterator[Mark]:
        content, layout, theme = self._content, self._layout, self._viewport.theme
        header, seen = self._header, self._seen
        if not layout.rows:
            yield labels(header.sentence, theme.quiet)
            yield labels(header.title, theme.text)
            return
        marks = ChangeMarks(self._viewport)
        bars = BarMarks(content.series, self._viewport)
        yield from marks.legend(header.legend)
        yield from bars.swatches(self._squares())
        axis = ticks(content.furthest_s, self._plot / 2)
        away = np.array([tick.seconds for tick in axis], np.int64)
        yield from marks.grid(
            self._x(np.concatenate([-away[1:], away[1:]])), self._zero, layout
        )
        dimmed = None if content.dimmed is None else content.dimmed[seen]
        yield from marks.bars(layout, content.kinds[seen], dimmed)
        yield from marks.diamonds(
            self._x(content.against_s[seen]),
            layout.middles,
            content.has_against[seen],
            dimmed,
        )
        yield labels([*header.sentence, *header.legend.names], theme.quiet)
        yield labels(self._axis_names(axis), theme.quiet)
        names, numbers, notes = self._words()
        yield labels(notes, theme.quiet)
        yield labels([*header.title, *names], theme.text)
        yield labels(numbers, theme.text)

    def _squares(self) -> Legend:
        left, content = self._name_right + _TO_SWATCH_PX, self._content
        squares = tuple(
            Swatch(
                content.swatches[self.first_row + place], left, middle - SWATCH_PX / 2
            )
            for place, middle in enumerate(self._layout.middles.tolist())
            if content.swatches
        )
        return Legend(squares, (), 0.0)

    def _axis_names(self, axis: tuple[Tick, ...]) -> list[PlacedText]:
        bottom = self._layout.bottom
        y = baseline_of_middle(bottom + _TICK_MIDDLE_PX, AXIS_PX)
        side = baseline_of_middle(bottom + _SIDE_MIDDLE_PX, AXIS_PX)
        names: list[PlacedText] = []

        def centred(name: Showable, x: float, down: float) -> None:
            x -= text_width(name, AXIS_PX) / 2
            names.append(PlacedText(name, x, down, AXIS_PX))

        centred(axis[0].name, self._zero, y)
        for tick in axis[1:]:
            for sign, way in (("+", 1), (MINUS, -1)):
                x = self._zero + way * tick.seconds * self._px_per_s
                centred(showable(f"{sign}{tick.name}"), x, y)
        furthest = axis[-1].seconds * self._px_per_s or self._plot / 4
        centred(
            showable(tr_context("change of time", "less")), self._zero - furthest, side
        )
        centred(
            showable(tr_context("change of time", "more")), self._zero + furthest, side
        )
        return names

    def _words(self) -> tuple[list[PlacedText], list[PlacedText], list[PlacedText]]:
        content = self._content
        names: list[PlacedText] = []
        numbers: list[PlacedText] = []
        notes: list[PlacedText] = []
        for place, middle in enumerate(self._layout.middles.tolist()):
            row = self.first_row + place
            y = baseline_of_middle(middle, NAME_PX)
            name = elided(content.names[row], self._name_room, NAME_PX)
            x = self._name_right - text_width(name, NAME_PX)
            names.append(PlacedText(name, x, y, NAME_PX))
            number = content.number(row)
            x = self._number_right - text_width(number, NAME_PX, bold=True)
            numbers.append(PlacedText(number, x, y, NAME_PX, bold=True))
            if self._with_notes:
                x = self._number_right + _BETWEEN_PX
                y = baseline_of_middle(middle, REMARK_PX)
                notes.append(PlacedText(content.note(row), x, y, REMARK_PX))
        return names, numbers, notes
