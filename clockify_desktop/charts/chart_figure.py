"""Charts on a figure: which class draws which content, one after another."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from clockify_desktop.charts.bar_content import BarContent
from clockify_desktop.charts.chart import Chart, ChartContent, ChartHit, Viewport
from clockify_desktop.charts.chart_artist import ChartArtist
from clockify_desktop.charts.highlight import Highlight
from clockify_desktop.charts.marks import Mark
from clockify_desktop.charts.stacked_bars import StackedBars
from clockify_desktop.charts.theme import Theme
from clockify_desktop.domain.matrix import Matrix

if TYPE_CHECKING:
    from matplotlib.figure import Figure

CHARTS: Final[dict[type[ChartContent], Callable[[Any, Viewport], Chart]]] = {
    BarContent: StackedBars,
}
"""The class that draws each class of content."""

_NOTHING = BarContent(Matrix((), (), np.zeros((0, 0), np.int64)), "", "")


class ChartFigure:
    """Shows one content after another on a figure that is kept for life.

    Args:
        figure: The whole of it is used; a logical pixel is an inch by its dpi now.
        theme: The colours.
        with_heading: Whether title and sentence are drawn; a window writes them itself.
    """

    def __init__(
        self, figure: "Figure", theme: Theme, *, with_heading: bool = True
    ) -> None:
        self._figure = figure
        self._theme = theme
        self._with_heading = with_heading
        self._content: ChartContent = _NOTHING
        self._first_row = 0
        self._laid_out: tuple[ChartContent, Viewport, Chart] | None = None
        self._artist = ChartArtist(figure, self._marks)
        self._highlight = Highlight(figure, self._artist)

    @property
    def chart(self) -> Chart:
        """The content, laid out for the figure as it is now."""
        viewport = Viewport(
            *self._artist.size,
            self._artist.scale,
            self._theme,
            self._first_row,
            self._with_heading,
        )
        if self._laid_out is not None:
            content, earlier, chart = self._laid_out
            if content is self._content and earlier == viewport:
                return chart
        chart = CHARTS[type(self._content)](self._content, viewport)
        self._laid_out = (self._content, viewport, chart)
        return chart

    def show(self, content: ChartContent, first_row: int = 0) -> None:
        """Show another content of any class; the next draw of the canvas paints it.

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

    def outline(self, hit: ChartHit | None) -> None:
        """Outline a part, at once and without drawing anything else.

        Args:
            hit: A row's name is left to whoever shows the figure; ``None`` takes the
                outline away.
        """
        box = None
        if hit is not None and hit.column is not None:
            box = self.chart.box(hit)
        self._highlight.move_to(box, self._theme.text)

    def _changed(self) -> None:
        self._figure.set_facecolor(self._theme.surface)
        self._highlight.forget()

    def _marks(self) -> Sequence[Mark]:
        return self.chart.marks
