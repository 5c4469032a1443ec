"""Stacked horizontal bars: a bar a person, a colour a project."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from clockify_desktop.charts.bar_content import BarContent
from clockify_desktop.charts.bar_labels import (
    TO_BAR_PX,
    axis_labels,
    bar_labels,
    name_room,
    pixels_a_second,
)
from clockify_desktop.charts.bar_layout import PITCH_PX, BarLayout, bar_edges
from clockify_desktop.charts.bar_marks import BarMarks
from clockify_desktop.charts.chart_artist import ChartArtist, labels
from clockify_desktop.charts.chart_header import MARGIN_PX, ChartHeader, chart_header
from clockify_desktop.charts.highlight import Highlight
from clockify_desktop.charts.series_colors import series_colors
from clockify_desktop.charts.theme import Theme
from clockify_desktop.charts.time_axis import ticks
from clockify_desktop.domain.matrix import Matrix

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_AXIS_PX = 24.0
_EMPTY = Matrix((), (), np.zeros((0, 0), np.int64))


@dataclass(frozen=True, slots=True)
class _Place:
    """What a layout was made for; another one needs another layout."""

    width: float
    height: float
    scale: float


class StackedBars:
    """One picture, kept for life on one figure.

    Only the rows in view are drawn, so that the cost does not grow with the team. The
    axis stays below them.

    Args:
        figure: The whole of it is used; its dpi now is one logical pixel an inch.
        theme: The colours.
    """

    def __init__(self, figure: "Figure", theme: Theme) -> None:
        self._figure = figure
        self._theme = theme
        self._content = BarContent(_EMPTY, "", "")
        self._first_row = 0
        self._place: _Place | None = None
        self._layout = BarLayout(0, 0.0, 0.0, 0.0, np.zeros((0, 1)))
        self._sheet = ChartArtist(figure, self._lay_out_again)
        self._highlight = Highlight(figure, self._sheet)

    @property
    def sheet(self) -> ChartArtist:
        """The artist that draws all of it."""
        return self._sheet

    @property
    def layout(self) -> BarLayout:
        """Where the bars in view lie, logical pixels."""
        self._lay_out_again()
        return self._layout

    def show(self, content: BarContent, first_row: int = 0) -> None:
        """Show other numbers; the next draw of the canvas paints them.

        Args:
            content: Numbers and words.
            first_row: The row on top; less where the last ones would leave room.
        """
        self._content = content
        self._first_row = first_row
        self._changed()

    def scroll_to(self, first_row: int) -> None:
        """Put another row on top."""
        self._first_row = first_row
        self._changed()

    def set_theme(self, theme: Theme) -> None:
        """Change all colours."""
        self._theme = theme
        self._changed()

    def height_for(self, rows: int) -> int:
        """Compute the height at which so many rows are in view.

        Args:
            rows: At least 0.

        Returns:
            Logical pixels, for the present width, title, sentence and legend.
        """
        bottom = chart_header(self._content, self._sheet.size[0]).bottom
        axis = _AXIS_PX if rows else 0.0
        return int(np.ceil(bottom + rows * PITCH_PX + axis + MARGIN_PX / 2))

    def rows_that_fit(self, height_px: float) -> int:
        """Count the rows in view at a height in logical pixels, at least one."""
        return max(int((height_px - self.height_for(1)) // PITCH_PX) + 1, 1)

    def hit(self, x_px: float, y_px: float) -> tuple[int, int] | None:
        """Find the segment at a place.

        Args:
            x_px: As in matplotlib's mouse events: device pixels from the left.
            y_px: Device pixels from **below**.

        Returns:
            Row and column of the matrix; ``None`` beside the bars.
        """
        return self.layout.hit(*self._sheet.to_logical(x_px, y_px))

    def highlight(self, row: int | None, column: int | None = None) -> None:
        """Outline a segment, at once and without drawing anything else.

        Args:
            row: Row of the matrix; ``None`` takes the outline away.
            column: Its column.
        """
        box = None
        if row is not None and column is not None:
            box = self.layout.box(row, column)
        self._highlight.move_to(box, self._theme.text)

    def _changed(self) -> None:
        self._place = None
        self._figure.set_facecolor(self._theme.surface)
        self._highlight.forget()
        self._lay_out_again()

    def _lay_out_again(self) -> None:
        place = _Place(*self._sheet.size, self._sheet.scale)
        if place != self._place:
            self._lay_out(place)
            self._place = place

    def _lay_out(self, place: _Place) -> None:
        content, theme = self._content, self._theme
        header = chart_header(content, place.width)
        room = name_room(content.row_names, place.width)
        layout = self._laid_out(header, room, place)
        colors = series_colors(content.matrix.columns, theme)
        marks = BarMarks(theme, content.matrix.columns, colors, place.scale)
        words = bar_labels(content, layout, room)
        end_s = int(content.ends_s.max(initial=0))
        axis = ticks(end_s, end_s * layout.px_per_s) if layout.rows else ()
        self._layout = layout
        # Labels in groups that change together: what stays is laid out only once.
        above = [*header.sentence, *header.legend.names]
        self._sheet.set_marks(
            [
                *marks.swatches(header.legend),
                *marks.grid(axis, layout),
                *marks.bars(content, layout),
                *marks.capacity(content, layout),
                labels(above, theme.quiet),
                labels(axis_labels(axis, layout), theme.quiet),
                labels(words.notes, theme.quiet),
                labels([*header.title, *words.names], theme.text),
                labels(words.totals, theme.text),
            ]
        )

    def _laid_out(self, header: ChartHeader, room: float, place: _Place) -> BarLayout:
        content = self._content
        rows = len(content.matrix.rows)
        fitting = min(self.rows_that_fit(place.height), rows)
        first = min(max(self._first_row, 0), rows - fitting)
        left = MARGIN_PX + room + TO_BAR_PX
        px_per_s = pixels_a_second(content, place.width - MARGIN_PX - left)
        seen = content.matrix.seconds[first : first + fitting]
        return BarLayout(
            first, left, header.bottom, px_per_s, bar_edges(seen, left, px_per_s)
        )
