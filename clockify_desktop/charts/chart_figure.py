"""Charts on a figure: the artist that draws their marks, and an outline over it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from matplotlib.artist import Artist
from matplotlib.patches import Rectangle
from matplotlib.transforms import Affine2D, Bbox

from clockify_desktop.charts.bar_content import BarContent
from clockify_desktop.charts.capacity_bars import CapacityBars
from clockify_desktop.charts.capacity_content import CapacityContent
from clockify_desktop.charts.change_bars import ChangeBars
from clockify_desktop.charts.change_content import ChangeContent
from clockify_desktop.charts.chart import Box, Chart, ChartContent, ChartHit, Viewport
from clockify_desktop.charts.heat_content import HeatContent
from clockify_desktop.charts.heat_map import HeatMap
from clockify_desktop.charts.list_chart import ListChart
from clockify_desktop.charts.list_content import ListContent
from clockify_desktop.charts.marks import DrawTarget, Mark
from clockify_desktop.charts.overview_chart import OverviewChart
from clockify_desktop.charts.overview_content import OverviewContent
from clockify_desktop.charts.project_bars import ProjectBars
from clockify_desktop.charts.projects_content import ProjectsContent
from clockify_desktop.charts.stacked_bars import StackedBars
from clockify_desktop.charts.theme import Theme
from clockify_desktop.charts.trend_content import TrendContent
from clockify_desktop.charts.trend_lines import TrendChart
from clockify_desktop.charts.two_lists_chart import TwoListsChart
from clockify_desktop.charts.two_lists_content import TwoListsContent
from clockify_desktop.domain.matrix import Matrix

if TYPE_CHECKING:
    from matplotlib.backend_bases import Event, RendererBase
    from matplotlib.figure import Figure

CHARTS: Final[dict[type[ChartContent], Callable[[Any, Viewport], Chart]]] = {
    BarContent: StackedBars,
    HeatContent: HeatMap,
    ChangeContent: ChangeBars,
    ListContent: ListChart,
    TwoListsContent: TwoListsChart,
    CapacityContent: CapacityBars,
    OverviewContent: OverviewChart,
    TrendContent: TrendChart,
    ProjectsContent: ProjectBars,
}
"""The class that draws each class of content."""

EMPTY_CHART: Final = BarContent(Matrix((), (), np.zeros((0, 0), np.int64)), "", "")
"""What a figure shows before it was given a content."""

_LINE_PX = 2.0
_AROUND_PX = 4.0


class ChartFigure:
    """Shows one content after another on a figure that is kept for life.

    Args:
        figure: The whole of it is used; a logical pixel is an inch by its dpi now.
        with_heading: Whether title and sentence are drawn; a window writes them itself.
        zoom: How many times as large as that a logical pixel is.
    """

    def __init__(
        self,
        figure: "Figure",
        theme: Theme,
        *,
        with_heading: bool = True,
        zoom: float = 1.0,
    ) -> None:
        self._figure = figure
        self._theme = theme
        self._with_heading = with_heading
        self._content: ChartContent = EMPTY_CHART
        self._first_row = 0
        self._laid_out: tuple[ChartContent, Viewport, Chart] | None = None
        self._artist = MarksArtist(figure, lambda: self.chart.marks, zoom)
        self._highlight = _Highlight(figure, self._artist)

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
        """Show another content of any class; the next draw of the canvas paints it."""
        self._content = content
        self.scroll_to(first_row)

    def scroll_to(self, first_row: int) -> None:
        """Put another row on top; less where the last ones would leave room."""
        self._first_row = first_row
        self._changed()

    def confine(self, margin_px: float, height_px: float) -> None:
        """Leave a margin at three sides, and what a height leaves at the bottom.

        Only a canvas without pixels may have a margin: bars are painted into those.
        """
        self._artist.margin_px, self._artist.height_px = margin_px, height_px
        self._changed()

    def set_theme(self, theme: Theme) -> None:
        """Change all colours."""
        self._theme = theme
        self._changed()

    def outline(self, hit: ChartHit | None) -> None:
        """Outline a part, at once and without drawing anything else.

        A row's name is left to whoever shows the figure; ``None`` takes the outline
        away.
        """
        box = None
        if hit is not None and hit.column is not None:
            box = self.chart.box(hit)
        self._highlight.move_to(box, self._theme.text)

    def _changed(self) -> None:
        self._figure.set_facecolor(self._theme.surface)
        self._highlight.forget()


class MarksArtist(Artist):
    """Draws marks given in logical pixels; the first lies lowest.

    Args:
        marks: Asked at each draw: the figure may have another size by now.
        zoom: As for ``ChartFigure``.
    """

    def __init__(
        self,
        figure: "Figure",
        marks: Callable[[], Sequence[Mark]],
        zoom: float = 1.0,
    ) -> None:
        super().__init__()
        self._marks = marks
        self._covered = figure
        self._logical_dpi = figure.dpi / figure.canvas.device_pixel_ratio / zoom
        self.margin_px = 0.0
        self.height_px: float | None = None
        figure.add_artist(self)

    @property
    def scale(self) -> float:
        """Device pixels for each logical pixel."""
        return float(self._covered.dpi / self._logical_dpi)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the marks' room in logical pixels."""
        box = self._covered.bbox
        height = self.height_px or float(box.height / self.scale)
        return float(box.width / self.scale) - 2 * self.margin_px, height

    def device_transform(self) -> Affine2D:
        """Give the way from logical pixels to the figure's own."""
        # Backends with pixels cut broken ones off; rows stay on whole ones then.
        height = int(self._covered.bbox.height)
        moved = Affine2D().translate(self.margin_px, self.margin_px)
        return moved.scale(self.scale, -self.scale).translate(0, height)

    def draw(self, renderer: "RendererBase") -> None:
        """Draw on any of matplotlib's backends."""
        marks = self._marks()
        target = DrawTarget(renderer, self.device_transform(), self._logical_dpi)
        for mark in marks:
            mark.draw(target)
        self.stale = False


class _Highlight:
    """Outlines one box, keeping the pixels below it to put them back.

    On a canvas without pixels nothing happens.
    """

    def __init__(self, figure: "Figure", artist: MarksArtist) -> None:
        self._figure = figure
        self._artist = artist
        self._below: tuple[Bbox, Any] | None = None
        self._drawn = False
        self._outline = Rectangle((0, 0), 0, 0, fill=False)
        # Animated artists are left out of a normal draw, so of every file too.
        self._outline.set_animated(True)
        figure.add_artist(self._outline)
        figure.canvas.mpl_connect("draw_event", self._on_draw)

    def move_to(self, box: Box | None, color: str) -> None:
        """Outline another box, or none, by a line of some ``#RRGGBB``."""
        canvas: Any = self._figure.canvas
        if not self._drawn or not hasattr(canvas, "copy_from_bbox"):
            return
        if self._below is not None:
            earlier, pixels = self._below
            canvas.restore_region(pixels)
            canvas.blit(earlier)
            self._below = None
        if box is None:
            return
        self._outline.set_transform(None)
        self._outline.set_bounds(self._pixels(box, 0.0).bounds)
        self._outline.set_edgecolor(color)
        # Points, whatever the dpi: 72 of them are an inch.
        self._outline.set_linewidth(
            _LINE_PX * self._artist.scale * 72 / self._figure.dpi
        )
        around = self._pixels(box, _AROUND_PX)
        self._below = (around, canvas.copy_from_bbox(around))
        self._figure.draw_artist(self._outline)
        canvas.blit(around)

    def forget(self) -> None:
        """Wait for the next draw: the pixels are out of date."""
        self._below = None
        self._drawn = False

    def _pixels(self, box: Box, around: float) -> Bbox:
        left, top, right, bottom = box
        corners = [(left - around, bottom + around), (right + around, top - around)]
        return Bbox(self._artist.device_transform().transform(corners))

    def _on_draw(self, _event: "Event") -> None:
        self._below = None
        self._drawn = not self._figure.canvas.is_saving()
