"""The one artist of a figure: it draws the marks of a chart."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from matplotlib.artist import Artist
from matplotlib.transforms import Affine2D

from clockify_desktop.charts.marks import DrawTarget, Mark

if TYPE_CHECKING:
    from matplotlib.backend_bases import RendererBase
    from matplotlib.figure import Figure


class ChartArtist(Artist):
    """Draws marks given in logical pixels; the first lies lowest.

    Args:
        figure: The figure that it covers; its dpi now is one logical pixel an inch.
        marks: Asked at each draw: the figure may have another size by now.
    """

    def __init__(self, figure: "Figure", marks: Callable[[], Sequence[Mark]]) -> None:
        super().__init__()
        self._marks = marks
        self._covered = figure
        self._logical_dpi = figure.dpi / figure.canvas.device_pixel_ratio
        figure.add_artist(self)

    @property
    def scale(self) -> float:
        """Device pixels for each logical pixel."""
        return float(self._covered.dpi / self._logical_dpi)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in logical pixels."""
        box = self._covered.bbox
        return float(box.width / self.scale), float(box.height / self.scale)

    def device_transform(self) -> Affine2D:
        """Give the way from logical pixels to the figure's own."""
        # Backends with pixels cut broken ones off; rows stay on whole ones then.
        height = int(self._covered.bbox.height)
        return Affine2D().scale(self.scale, -self.scale).translate(0, height)

    def draw(self, renderer: "RendererBase") -> None:
        """Draw on any of matplotlib's backends."""
        marks = self._marks()
        target = DrawTarget(renderer, self.device_transform(), self._logical_dpi)
        for mark in marks:
            mark.draw(target)
        self.stale = False
