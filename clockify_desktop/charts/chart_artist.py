"""The one artist of a picture: flat shapes and labels, kept for life."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.transforms import Affine2D

from clockify_desktop.charts.bar_rows import BarRows
from clockify_desktop.charts.contrast import RGB, rgb
from clockify_desktop.charts.fonts import font_chain
from clockify_desktop.charts.text_paths import PlacedText, compound_path

if TYPE_CHECKING:
    from matplotlib.backend_bases import RendererBase
    from matplotlib.figure import Figure
    from matplotlib.path import Path

_POINTS_AN_INCH = 72
_HATCH_PX = 5.5


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """Things of one colour.

    Args:
        path: x to the right and y down, logical pixels.
        color: ``#RRGGBB`` inside.
        hatch: A character of matplotlib's hatches, if any.
        hatch_color: ``#RRGGBB`` of the pattern and of a line around it.
        role: What it stands for, so that it can be found again.
    """

    path: "Path"
    color: str
    hatch: str | None = None
    hatch_color: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Labels:
    """Labels of one colour.

    Args:
        texts: What is written and where, logical pixels.
        color: ``#RRGGBB``.
        path: All of it as one outline.
    """

    texts: tuple[PlacedText, ...]
    color: str
    path: "Path | None"


Mark = Shape | BarRows | Labels


def labels(texts: Sequence[PlacedText], color: str) -> Labels:
    """Lay labels out once, for any number of draws."""
    return Labels(tuple(texts), color, compound_path(tuple(texts)))


class ChartArtist(Artist):
    """Draws shapes and labels given in logical pixels; the first lies lowest.

    On a screen, in a PNG or an SVG labels are outlines from a cache. In a PDF they are
    real text, which can be searched and copied; of all backends only the printed ones
    count y upwards, by which they are known here.

    Args:
        figure: The figure that it covers.
        prepare: Called before each draw: the figure may have another size by now.
    """

    def __init__(self, figure: "Figure", prepare: Callable[[], None]) -> None:
        super().__init__()
        self.marks: tuple[Mark, ...] = ()
        self._prepare = prepare
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

    def to_logical(self, x: float, y: float) -> tuple[float, float]:
        """Turn device pixels from the lower left into logical ones from the upper."""
        return x / self.scale, (self._height - y) / self.scale

    def device_transform(self) -> Affine2D:
        """Give the way from logical pixels to the figure's own."""
        return Affine2D().scale(self.scale, -self.scale).translate(0, self._height)

    @property
    def _height(self) -> int:
        # Backends with pixels cut broken ones off; rows stay on whole ones then.
        return int(self._covered.bbox.height)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Replace everything that is drawn."""
        self.marks = tuple(marks)
        self.stale = True

    def draw(self, renderer: "RendererBase") -> None:
        """Draw on any of matplotlib's backends."""
        self._prepare()
        transform = self.device_transform()
        for mark in self.marks:
            if isinstance(mark, Shape):
                self._draw_shape(renderer, mark, transform)
            elif isinstance(mark, BarRows):
                _draw_rows(renderer, mark, transform)
            elif renderer.flipy():
                _fill(renderer, mark.path, mark.color, transform)
            else:
                self._write(renderer, mark, transform)
        self.stale = False

    def _draw_shape(
        self, renderer: "RendererBase", shape: Shape, transform: Affine2D
    ) -> None:
        if shape.hatch is None:
            _fill(renderer, shape.path, shape.color, transform)
            return
        context = renderer.new_gc()
        line = self._points(1.0)
        context.set_linewidth(line)
        context.set_foreground(rgb(shape.hatch_color), isRGBA=False)
        # matplotlib sets six lines an inch for each character.
        lines = round(self._logical_dpi / (6 * _HATCH_PX))
        context.set_hatch(shape.hatch * max(lines, 1))
        context.set_hatch_color(rgb(shape.hatch_color))
        context.set_hatch_linewidth(line)
        context.set_snap(False)
        renderer.draw_path(context, shape.path, transform, rgb(shape.color))
        context.restore()

    def _points(self, pixels: float) -> float:
        # What matplotlib measures lines and type in, whatever the dpi.
        return pixels * _POINTS_AN_INCH / self._logical_dpi

    def _write(
        self, renderer: "RendererBase", mark: Labels, transform: Affine2D
    ) -> None:
        context = renderer.new_gc()
        context.set_foreground(rgb(mark.color))
        for text in mark.texts:
            chain = font_chain(bold=text.bold)
            properties = chain.properties.copy()
            properties.set_size(self._points(text.size))
            x, y = transform.transform((text.x, text.y))
            renderer.draw_text(
                context, x, y, chain.writable(text.text), properties, 0.0
            )
        context.restore()


def _fill(
    renderer: "RendererBase", path: "Path | None", color: str, transform: Affine2D
) -> None:
    if path is None:
        return
    face: RGB = rgb(color)
    context = renderer.new_gc()
    # No line around it; edges lie on whole pixels already.
    context.set_linewidth(0.0)
    context.set_snap(False)
    renderer.draw_path(context, path, transform, face)
    context.restore()


def _draw_rows(renderer: "RendererBase", rows: BarRows, transform: Affine2D) -> None:
    if isinstance(renderer, RendererAgg):
        agg: Any = renderer  # its type leaves the method out
        rows.paint(np.asarray(agg.buffer_rgba()))
        return
    for color, path in rows.paths():
        _fill(renderer, path, color, transform)
