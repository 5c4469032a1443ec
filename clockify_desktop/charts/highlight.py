"""An outline that moves over a finished picture without drawing it again."""

from typing import TYPE_CHECKING, Any

from matplotlib.patches import Rectangle
from matplotlib.transforms import Bbox

from clockify_desktop.charts.chart import Box
from clockify_desktop.charts.chart_artist import ChartArtist

if TYPE_CHECKING:
    from matplotlib.backend_bases import Event
    from matplotlib.figure import Figure

_LINE_PX = 2.0
_AROUND_PX = 4.0


class Highlight:
    """Outlines one box, keeping the pixels below it to put them back.

    Args:
        figure: Drawn on a canvas with pixels; on any other nothing happens.
        artist: Knows the way from logical pixels to the figure's.
    """

    def __init__(self, figure: "Figure", artist: ChartArtist) -> None:
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
        """Outline another box, or none.

        Args:
            box: Logical pixels; ``None`` takes the outline away.
            color: ``#RRGGBB`` of the line.
        """
        canvas: Any = self._figure.canvas
        if not self._drawn or not hasattr(canvas, "copy_from_bbox"):
            return
        self._put_back()
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

    def _put_back(self) -> None:
        if self._below is None:
            return
        canvas: Any = self._figure.canvas
        around, pixels = self._below
        canvas.restore_region(pixels)
        canvas.blit(around)
        self._below = None

    def _pixels(self, box: Box, around: float) -> Bbox:
        left, top, right, bottom = box
        corners = [(left - around, bottom + around), (right + around, top - around)]
        return Bbox(self._artist.device_transform().transform(corners))

    def _on_draw(self, _event: "Event") -> None:
        self._below = None
        self._drawn = not self._figure.canvas.is_saving()
