"""A heat map: a row a person or team, a cell a day, with the hours in it."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from clockify_desktop.charts.chart import ChartHit, Viewport
from clockify_desktop.charts.chart_header import LINE_PX, MARGIN_PX, chart_header
from clockify_desktop.charts.fonts import REMARK_PX, baseline_of_middle
from clockify_desktop.charts.heat_cell_style import cell_style
from clockify_desktop.charts.heat_content import STATE_WORDS, HeatContent
from clockify_desktop.charts.heat_labels import (
    TO_CELLS_PX,
    TO_REMARK_PX,
    HeatLabels,
    Ink,
    column_names,
    name_room,
    remark_room,
)
from clockify_desktop.charts.heat_layout import TOTALS_PX, HeatLayout, column_edges
from clockify_desktop.charts.heat_marks import HATCHES, HeatMarks
from clockify_desktop.charts.marks import Mark, labels
from clockify_desktop.charts.text_paths import PlacedText, text_width, wrapped
from clockify_desktop.domain.day_states import DayState
from clockify_desktop.domain.showable import showable

_PITCH_PX: Final = 31
_DENSE_PITCH_PX: Final = 25
_DAYS_PX: Final = 24.0
_MOST_NOTE_LINES: Final = 2
_SWATCH_PX: Final = 16.0
_TO_WORD_PX: Final = 6.0
_TO_NEXT_PX: Final = 14.0


class HeatMap:
    """A heat map laid out for a viewport.

    Only the rows in view are drawn, so that the cost does not grow with the team. The
    days stay above them, the totals below.
    """

    def __init__(self, content: HeatContent, viewport: Viewport) -> None:
        self._content, self._theme = content, viewport.theme
        self._header = chart_header(content, viewport, (), ())
        left = MARGIN_PX + name_room(content, viewport.width) + TO_CELLS_PX
        self._remarks = remark_room(content, viewport.width)
        right = max(viewport.width - MARGIN_PX - self._remarks, left + 1.0)
        edges = column_edges(len(content.columns), left, right, viewport.scale)
        dense = viewport.on_paper or content.is_team.any()
        self._pitch = _DENSE_PITCH_PX if dense else _PITCH_PX
        measured = HeatLayout(0, 0, 0, edges, 0.0, self._pitch)
        self._style = cell_style(content, measured.cell_width)
        room = max(viewport.width - 2 * MARGIN_PX, 1.0)
        self._note = wrapped(showable(content.note), room, REMARK_PX, _MOST_NOTE_LINES)
        self._signs = self._signs_to_explain()
        self.layout = layout = self._laid_out(viewport, edges)
        self.first_row, self.rows_in_view = layout.first_row, layout.rows
        self.hit, self.box = layout.hit, layout.box
        self.marks = tuple(self._marks(viewport))

    def height_for(self, rows: int) -> int:
        """Compute the height at which so many rows are in view, at this width."""
        below = HeatLayout(rows, 0, rows, np.zeros(1), 0.0, self._pitch).totals_top
        return int(np.ceil(self._top + below + TOTALS_PX + MARGIN_PX / 2))

    def rows_that_fit(self, height_px: float) -> int:
        """Count the rows in view at a height, at least one."""
        return max(int((height_px - self.height_for(1)) // self._pitch) + 1, 1)

    def walk(self, hit: ChartHit | None, down: int, right: int) -> ChartHit | None:
        """Walk over names and cells; below the last row stand the totals."""
        content = self._content
        if not content.columns:
            return None
        if hit is None:
            return ChartHit(self.first_row)
        row = min(max(hit.row + down, 0), content.rows)
        place = 0 if hit.column is None else hit.column + 1
        place = min(max(place + right, 0), len(content.columns))
        return ChartHit(row, place - 1 if place else None)

    @property
    def _top(self) -> float:
        lines = len(self._note) + bool(self._explained)
        return self._header.bottom + lines * LINE_PX + _DAYS_PX

    @property
    def _explained(self) -> bool:
        return bool(self._signs or self._style.remark)

    def _signs_to_explain(self) -> tuple[DayState, ...]:
        """List what is drawn without its word."""
        if self._style.with_words:
            return ()
        content = self._content
        timeless = (content.seconds == 0) & ~content.is_team[:, None]
        there = set(np.unique(content.states[timeless]).tolist())
        missing = (DayState.MISSING,) if content.missing.any() else ()
        return (*missing, *(state for state in HATCHES if state in there))

    def _laid_out(self, viewport: Viewport, edges: np.ndarray) -> HeatLayout:
        rows = self._content.rows
        fitting = min(self.rows_that_fit(viewport.height), rows)
        first = min(max(viewport.first_row, 0), rows - fitting)
        return HeatLayout(rows, first, fitting, edges, self._top, self._pitch)

    def _marks(self, viewport: Viewport) -> Iterator[Mark]:
        content, layout, theme = self._content, self.layout, viewport.theme
        words = HeatLabels(content, layout, self._style, with_remarks=self._remarks > 0)
        shapes = HeatMarks(content, layout, viewport)
        yield from shapes.all(words.badges)
        # Labels in groups that change together: what stays is laid out only once.
        header, y = self._header, self._header.bottom
        notes = [
            _line(line, MARGIN_PX, y + (place + 0.5) * LINE_PX)
            for place, line in enumerate(self._note)
        ]
        middle = y + (len(self._note) + 0.5) * LINE_PX
        x = MARGIN_PX
        for state in self._signs:
            yield from shapes.swatch(state, round(x), round(middle - 6.0))
            x += _SWATCH_PX + _TO_WORD_PX
            notes.append(_line(STATE_WORDS[state], x, middle))
            x += text_width(STATE_WORDS[state], REMARK_PX) + _TO_NEXT_PX
        if self._style.remark:
            notes.append(_line(self._style.remark, x, middle))
        days = column_names(content, layout, self._top - _DAYS_PX / 2)
        if self._remarks:
            x = float(layout.edges[-1]) + TO_REMARK_PX
            days.append(_line(content.remarks, x, self._top - _DAYS_PX / 2))
        yield labels([*header.sentence, *notes], theme.quiet)
        yield labels(days, theme.quiet)
        yield labels(words.of(Ink.QUIET), theme.quiet)
        yield labels(words.of(Ink.TROUBLE), theme.trouble)
        yield labels([*header.title, *words.of(Ink.TEXT)], theme.text)


def _line(words: str, x: float, middle: float) -> PlacedText:
    return PlacedText(
        showable(words), x, baseline_of_middle(middle, REMARK_PX), REMARK_PX
    )
