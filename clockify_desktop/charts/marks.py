"""What a chart is drawn with: flat shapes and labels that draw themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase
from matplotlib.backends.backend_agg import RendererAgg

from clockify_desktop.charts.contrast import rgb
from clockify_desktop.charts.fonts import font_chain
from clockify_desktop.charts.text_paths import PlacedText, compound_path

if TYPE_CHECKING:
    from matplotlib.backend_bases import RendererBase
    from matplotlib.path import Path
    from matplotlib.transforms import Transform

_POINTS_AN_INCH = 72
_HATCH_PX = 5.5


class _SquareDots(GraphicsContextBase):
    """Has squares for the dots of a hatch, which are smaller than a pixel.

    The circles of matplotlib take a quarter of a megabyte.
    """

    def get_hatch_path(self, density: float = 6.0) -> "Path":
        path = super().get_hatch_path(density)
        drawn = np.asarray(path.codes)
        if not np.any(drawn == path.CURVE4):
            return path
        count = int(np.count_nonzero(drawn == path.MOVETO))
        dots = np.asarray(path.vertices).reshape(count, -1, 2)
        # The last point of a dot only closes it.
        sides = np.hstack([dots[:, :-1].min(axis=1), dots[:, :-1].max(axis=1)])
        squares = sides[:, [[0, 1], [2, 1], [2, 3], [0, 3], [0, 1]]]
        codes = [path.MOVETO, *[path.LINETO] * 3, path.CLOSEPOLY]
        return type(path)(squares.reshape(-1, 2), codes * count)


@dataclass(frozen=True, slots=True, eq=False)
class DrawTarget:
    """One draw on any of matplotlib's backends.

    Args:
        transform: The way from logical pixels to the backend's.
        dpi: Logical pixels an inch.
    """

    renderer: "RendererBase"
    transform: "Transform"
    dpi: float

    @property
    def is_pixels(self) -> bool:
        """Whether it ends as pixels; the others keep text as text."""
        return isinstance(self.renderer, RendererAgg)

    def hatching(self) -> GraphicsContextBase:
        """Make what a hatched shape is drawn with."""
        as_svg = self.renderer.flipy() and not self.is_pixels
        return _SquareDots() if as_svg else self.renderer.new_gc()

    def points(self, pixels: float) -> float:
        """Give what matplotlib measures lines and type in, whatever the dpi."""
        return pixels * _POINTS_AN_INCH / self.dpi

    def fill(self, path: "Path", color: str) -> None:
        """Fill a path given in logical pixels."""
        context = self.renderer.new_gc()
        # No line around it; edges lie on whole pixels already.
        context.set_linewidth(0.0)
        context.set_snap(False)
        self.renderer.draw_path(context, path, self.transform, rgb(color))
        context.restore()


class Mark(Protocol):
    """Something that a chart is made of, in logical pixels."""

    def draw(self, target: DrawTarget) -> None:
        """Draw it over what is there already."""


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """Things of one colour; the path is in logical pixels, y down.

    Args:
        hatch: A character of matplotlib's hatches, ``None`` for a flat shape.
        hatch_color: Of the pattern and of a line around it.
        role: What it stands for, so that it can be found again.
    """

    path: "Path"
    color: str
    hatch: str | None = None
    hatch_color: str = ""
    role: str = ""

    def draw(self, target: DrawTarget) -> None:
        """Fill the path, then draw the pattern over it."""
        if self.hatch is None:
            target.fill(self.path, self.color)
            return
        context = target.hatching()
        line = target.points(1.0)
        context.set_linewidth(line)
        context.set_foreground(rgb(self.hatch_color), isRGBA=False)
        # matplotlib sets six lines an inch for each character.
        lines = round(target.dpi / (6 * _HATCH_PX))
        context.set_hatch(self.hatch * max(lines, 1))
        context.set_hatch_color(rgb(self.hatch_color))
        context.set_hatch_linewidth(line)
        context.set_snap(False)
        target.renderer.draw_path(context, self.path, target.transform, rgb(self.color))
        context.restore()


@dataclass(frozen=True, slots=True, eq=False)
class Labels:
    """Labels of one colour, and their one outline, ``None`` where there is no ink."""

    texts: tuple[PlacedText, ...]
    color: str
    path: "Path | None"

    def draw(self, target: DrawTarget) -> None:
        """Draw the outline; in a PDF or SVG write text that is searched and copied."""
        if not target.is_pixels:
            self._write(target)
        elif self.path is not None:
            target.fill(self.path, self.color)

    def _write(self, target: DrawTarget) -> None:
        context = target.renderer.new_gc()
        context.set_foreground(rgb(self.color))
        # A PDF counts y upwards.
        down = target.renderer.flipy()
        bottom = target.renderer.get_canvas_width_height()[1]
        for text in self.texts:
            chain = font_chain(bold=text.bold)
            properties = chain.properties.copy()
            properties.set_size(target.points(text.size))
            x, y = target.transform.transform((text.x, text.y))
            words = chain.writable(text.text)
            if down:
                # Whoever opens it has fonts of their own; DejaVu's letters are wide.
                properties.set_family([properties.get_family()[0], "sans-serif"])
                y = bottom - y
            target.renderer.draw_text(context, x, y, words, properties, 0.0)
        context.restore()


def labels(texts: Sequence[PlacedText], color: str) -> Labels:
    """Lay labels out once, for any number of draws."""
    return Labels(tuple(texts), color, compound_path(tuple(texts)))
