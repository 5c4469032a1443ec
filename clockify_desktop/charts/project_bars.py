"""Bars of projects against their estimates, and of open ones their members."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.charts.bar_labels import name_room
from clockify_desktop.charts.bar_marks import BarMarks
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
from clockify_desktop.charts.project_marks import ProjectMarks
from clockify_desktop.charts.projects_content import (
    ARROW,
    BAR,
    ProjectRow,
    ProjectsContent,
    RowKind,
)
from clockify_desktop.charts.text_paths import (
    PlacedText,
    elided,
    rough_width,
    text_width,
)
from clockify_desktop.domain.number_words import percent_in_words
from clockify_desktop.domain.showable import NOTHING, showable

PITCH_PX = 27.0
_ARROW_PX = 18.0
_TO_NAME_PX = 8.0
_TO_BAR_PX = 12.0
_INTO_BAR_PX = 6.0
_TO_NUMBER_PX = 8.0
_TO_NOTE_PX = 12.0
_LEAST_PLOT_PX = 120.0
_AXIS_PX = 24.0
_AXIS_MIDDLE_PX = 12.0
_CLOSEST_STEP_PX = 56.0
_STEPS = (0.25, 0.5, 1.0)
# Further bars are cut: the number behind them says how far they go.
_FURTHEST = 2.0

Pixels = NDArray[np.float64]


class ProjectBars:
    """Bars laid out for a viewport; only the rows in view are drawn."""

    def __init__(self, content: ProjectsContent, viewport: Viewport) -> None:
        self._content, self._viewport = content, viewport
        names = [showable(one) for one in content.legend]
        shown = [at for at, one in enumerate(names) if one]
        self._header = chart_header(content, viewport, names, shown, whole=True)
        fitting = min(self.rows_that_fit(viewport.height), content.rows)
        self.first_row = min(max(viewport.first_row, 0), content.rows - fitting)
        self.rows_in_view = fitting
        self._shown = range(self.first_row, self.first_row + fitting)
        places = np.arange(fitting, dtype=np.float64) + 0.5
        self._middles: Pixels = self._header.bottom + places * PITCH_PX
        self._bottom = self._header.bottom + fitting * PITCH_PX
        self._measure(viewport.width)
        self.marks = tuple(self._marks())

    def height_for(self, rows: int) -> int:
        """Compute the height at which so many rows are in view, at this width."""
        axis = _AXIS_PX if rows else 0.0
        return int(
            np.ceil(self._header.bottom + rows * PITCH_PX + axis + MARGIN_PX / 2)
        )

    def rows_that_fit(self, height_px: float) -> int:
        """Count the rows in view at a height, at least one."""
        return max(int((height_px - self.height_for(1)) // PITCH_PX) + 1, 1)

    def hit(self, x: float, y: float) -> ChartHit | None:
        """Find the arrow, name or bar at a place; ``None`` beside all."""
        row = self.first_row + int((y - self._header.bottom) // PITCH_PX)
        if row not in self._shown or not 0 <= x < self._viewport.width:
            return None
        line = self._content.lines[row]
        if line.kind is RowKind.PROJECT and x < self._name_left - SWATCH_PX:
            return ChartHit(row, ARROW)
        if x < self._left or self._content.used[row] <= 0:
            return ChartHit(row)
        return ChartHit(row, BAR)

    def box(self, hit: ChartHit) -> Box | None:
        """Give the place of a part; ``None`` out of view or without extent."""
        if hit.row not in self._shown:
            return None
        top = self._header.bottom + (hit.row - self.first_row) * PITCH_PX
        bottom = top + PITCH_PX
        if hit.column == ARROW:
            return 4, top + 3, self._name_left - SWATCH_PX - 4, bottom - 3
        if hit.column is None:
            line = self._content.lines[hit.row]
            wide = line.kind in {RowKind.MEMBERS, RowKind.REST}
            right = self._viewport.width - MARGIN_PX if wide else self._left - 6
            return 4, top + 1, right, bottom - 1
        end = float(self._x(self._content.used[[hit.row]])[0])
        if end <= self._left:
            return None
        return self._left, top + 5, end, bottom - 5

    def walk(self, hit: ChartHit | None, down: int, right: int) -> ChartHit | None:
        """Walk over names and bars; a row without a bar has its name alone."""
        rows = self._content.rows
        if not rows:
            return None
        if hit is None:
            return ChartHit(self.first_row)
        row = min(max(hit.row + down, 0), rows - 1)
        column = BAR if hit.column == BAR else None
        if right:
            column = BAR if right > 0 else None
        return ChartHit(row, column if self._content.used[row] > 0 else None)

    def _measure(self, width: float) -> None:
        """Choose the scale at which every row finds room, also those out of view."""
        content = self._content
        names = [one.name for one in content.lines]
        self._name_left = MARGIN_PX + _ARROW_PX + SWATCH_PX + _TO_NAME_PX
        self._name_room = name_room(names, width)
        self._left = round(self._name_left + self._name_room + _TO_BAR_PX)
        numbers = {one.number for one in content.lines if one.number}
        self._number_room = max(
            (rough_width(one, NAME_PX, bold=True) for one in numbers), default=0.0
        )
        notes = {one.note for one in content.lines if one.note}
        note = max((rough_width(one, REMARK_PX) for one in notes), default=0.0)
        room = width - MARGIN_PX - self._left - self._number_room - _TO_NUMBER_PX
        with_note = room - note - _TO_NOTE_PX
        self._with_notes = with_note >= _LEAST_PLOT_PX
        self._plot = max(with_note if self._with_notes else room, 1.0)
        self._furthest = min(content.furthest, _FURTHEST)
        self._px_a_share = self._plot / self._furthest

    def _x(self, shares: Pixels) -> Pixels:
        return self._left + np.minimum(shares, self._furthest) * self._px_a_share

    def _marks(self) -> Iterator[Mark]:
        content, theme, header = self._content, self._viewport.theme, self._header
        if content.rows:
            yield from self._shapes()
            yield labels(self._axis(), theme.quiet)
        names, bold, quiet = self._words()
        yield labels([*header.sentence, *header.legend.names], theme.quiet)
        yield labels(quiet, theme.quiet)
        yield labels([*header.title, *names], theme.text)
        yield labels(bold, theme.text)

    def _shapes(self) -> Iterator[Mark]:
        content, middles = self._content, self._middles
        marks = ProjectMarks(self._viewport)
        seen = slice(self.first_row, self._shown.stop)
        lines = content.lines[seen]
        of_project = np.array([one.kind is RowKind.PROJECT for one in lines], np.bool_)
        tracked = content.has_track[seen]
        faint = np.zeros(len(lines), np.bool_)
        if content.dimmed is not None:
            faint = content.dimmed[seen]
        end = self._left + self._px_a_share
        before, used = self._x(content.before[seen]), self._x(content.used[seen])
        edges = np.column_stack([np.full(len(lines), float(self._left)), before, used])
        passed = content.passed[seen]
        ticks = np.isfinite(passed)
        yield from marks.legend(self._header.legend)
        yield from marks.grid(
            self._x(np.array(self._steps())), self._header.bottom, self._bottom
        )
        yield from marks.tracks(self._left, end, middles[tracked])
        for rows, of_people in ((of_project, False), (~of_project, True)):
            yield from marks.bars(
                edges[rows], middles[rows], faint[rows], of_people=of_people
            )
        yield from marks.ends(end, middles[tracked])
        yield from marks.ticks(self._x(passed[ticks]), middles[ticks])
        is_open = [one.is_open for one in lines if one.kind is RowKind.PROJECT]
        yield from marks.arrows(
            MARGIN_PX + _ARROW_PX / 2 - 3, middles[of_project], is_open
        )
        yield from BarMarks(content.series, self._viewport).swatches(self._squares())

    def _squares(self) -> Legend:
        left = self._name_left - _TO_NAME_PX - SWATCH_PX
        squares = tuple(
            Swatch(line.swatch, left, float(middle) - SWATCH_PX / 2)
            for line, middle in self._in_view()
            if line.kind is RowKind.PROJECT
        )
        return Legend(squares, (), 0.0)

    def _in_view(self) -> Iterator[tuple[ProjectRow, float]]:
        lines = self._content.lines[self.first_row : self._shown.stop]
        return zip(lines, self._middles.tolist(), strict=True)

    def _steps(self) -> list[float]:
        step = next(
            (one for one in _STEPS if one * self._px_a_share >= _CLOSEST_STEP_PX),
            _STEPS[-1],
        )
        return [at * step for at in range(int(self._furthest / step) + 1)]

    def _axis(self) -> list[PlacedText]:
        if not self._content.has_track.any():
            return []
        y = baseline_of_middle(self._bottom + _AXIS_MIDDLE_PX, AXIS_PX)
        found = []
        for step in self._steps():
            name = showable(percent_in_words(round(100 * step)))
            x = self._left + step * self._px_a_share - text_width(name, AXIS_PX) / 2
            found.append(PlacedText(name, x, y, AXIS_PX))
        return found

    def _words(
        self,
    ) -> tuple[list[PlacedText], list[PlacedText], list[PlacedText]]:
        names: list[PlacedText] = []
        bold: list[PlacedText] = []
        quiet: list[PlacedText] = []
        right = self._viewport.width - MARGIN_PX
        number_right = self._left + self._plot + _TO_NUMBER_PX + self._number_room
        for at, (line, middle) in enumerate(self._in_view()):
            y = baseline_of_middle(middle, NAME_PX)
            small = baseline_of_middle(middle, REMARK_PX)
            if line.kind in {RowKind.MEMBERS, RowKind.REST}:
                is_head = line.kind is RowKind.MEMBERS
                words = elided(
                    line.words, right - self._name_left, REMARK_PX, bold=is_head
                )
                text = PlacedText(words, self._name_left, small, REMARK_PX, is_head)
                (bold if is_head else quiet).append(text)
                continue
            if line.kind is RowKind.PERSON:
                name = elided(line.name, self._name_room, REMARK_PX)
                x = self._left - _TO_BAR_PX - text_width(name, REMARK_PX)
                quiet.append(PlacedText(name, x, small, REMARK_PX))
                end = self._x(self._content.used[[self.first_row + at]])[0]
                x = float(end) + _TO_NUMBER_PX
                names.append(PlacedText(line.number, x, small, REMARK_PX))
                continue
            name = elided(line.name, self._name_room, NAME_PX)
            names.append(PlacedText(name, self._name_left, y, NAME_PX))
            if line.words:
                x = self._left + _INTO_BAR_PX
                words = elided(line.words, right - x, REMARK_PX)
                quiet.append(PlacedText(words, x, small, REMARK_PX))
            if line.number:
                x = number_right - text_width(line.number, NAME_PX, bold=True)
                bold.append(PlacedText(line.number, x, y, NAME_PX, bold=True))
            if line.note is not NOTHING and self._with_notes:
                x = number_right + _TO_NOTE_PX
                quiet.append(PlacedText(line.note, x, small, REMARK_PX))
        return names, bold, quiet
