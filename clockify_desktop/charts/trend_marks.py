"""The shapes of a trend: bands, lines, dots, gaps, and the period that still runs."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from matplotlib.path import Path
from numpy.typing import NDArray

from clockify_desktop.charts.box_paths import Boxes, boxes, rounded_boxes
from clockify_desktop.charts.chart import Viewport
from clockify_desktop.charts.chart_header import SWATCH_PX, Legend
from clockify_desktop.charts.contrast import blend, rgb
from clockify_desktop.charts.marks import DrawTarget, Mark, Shape
from clockify_desktop.charts.trend_content import PointState, TrendLines
from clockify_desktop.charts.trend_layout import Plots

HOURS, BAND, SO_FAR, BEFORE, OFF, MEAN = range(6)
"""What the legend names, in its order."""

_LINE_PX: Final = 1.75
_THIN_PX: Final = 1.25
_DASHES_PX: Final = (3.0, 3.0)
_DOTS_PX: Final = (1.5, 2.5)
_DOT_PX: Final = 2.5
_CHOSEN_PX: Final = 4.5
_SMALL_CHOSEN_PX: Final = 3.0
_HOLLOW_PX: Final = 1.75
_BEFORE_PX: Final = 24.0
_BAND_SHARE, _DIMMED_SHARE = 0.35, 0.3
_ROUND: Final = 0.58
_HATCH: Final = "/"
# Places in a box.
_TOP, _BOTTOM = 1, 3

Truths = NDArray[np.bool_]
Pixels = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Stroke:
    """Lines of one colour, with round ends where they are not dashed.

    Args:
        width: Pixels.
        dashes: Pixels of line and gap, ``None`` for a line without gaps.
        role: What it stands for, so that it can be found again.
    """

    path: Path
    color: str
    width: float = _LINE_PX
    dashes: tuple[float, float] | None = None
    role: str = ""

    def draw(self, target: DrawTarget) -> None:
        """Draw the lines."""
        context = target.renderer.new_gc()
        context.set_foreground(rgb(self.color))
        context.set_linewidth(target.points(self.width))
        context.set_snap(False)
        if self.dashes is None:
            context.set_capstyle("round")
        else:
            context.set_dashes(0, [target.points(one) for one in self.dashes])
        target.renderer.draw_path(context, self.path, target.transform)
        context.restore()


class TrendMarks:
    """Makes the shapes of the pictures, with edges on whole device pixels."""

    def __init__(self, viewport: Viewport) -> None:
        self._theme, self._scale = viewport.theme, viewport.scale
        self._hairline = max(1.0, round(self._scale)) / self._scale
        self._band = blend(self._theme.control_border, self._theme.surface, _BAND_SHARE)

    def legend(self, legend: Legend) -> Iterator[Mark]:
        """Draw what the legend names, each as it looks in a picture."""
        theme = self._theme
        for swatch in legend.swatches:
            left, top = swatch.left, swatch.top
            right, bottom = left + SWATCH_PX, top + SWATCH_PX
            whole = np.array([[left, top, right, bottom]])
            middle = top + SWATCH_PX / 2
            x, y = np.array([left + SWATCH_PX / 2]), np.array([middle])
            across = np.array([[[left, middle], [right, middle]]])
            if swatch.column == HOURS:
                yield from self._strokes(across, theme.accent, role="swatch")
                yield from self._dots(x, y, _DOT_PX, theme.accent, "swatch")
            elif swatch.column == BAND:
                yield from self._bands(whole)
            elif swatch.column == SO_FAR:
                yield from self._stems(x, y - 2, np.array([bottom]), theme.accent)
            elif swatch.column == BEFORE:
                yield from self._flat(
                    boxes([left], [middle - 1], [right], [middle + 1]),
                    theme.text,
                    "swatch",
                )
            elif swatch.column == OFF:
                yield from self._hatched(whole)
            else:
                yield from self._strokes(
                    across, theme.quiet, _THIN_PX, _DOTS_PX, "swatch"
                )

    def grid(self, plot: Plots, seconds: NDArray[np.int64]) -> Iterator[Shape]:
        """Draw a line a tick across the large plot."""
        y = self._snapped(plot.heights(seconds[None, :])[0])
        left = float(plot.left[0])
        lines = boxes(left, y - self._hairline, left + plot.width, y)
        yield from self._flat(lines, self._theme.grid, "grid")

    def ground(self, plots: Plots) -> Iterator[Shape]:
        """Draw the line at nothing below each small plot."""
        bottom = self._snapped(plots.bottom)
        lines = boxes(
            plots.left, bottom, plots.left + plots.width, bottom + self._hairline
        )
        yield from self._flat(lines, self._theme.line, "ground")

    def lines(
        self,
        plots: Plots,
        lines: TrendLines,
        which: NDArray[np.intp],
        chosen: int | None,
        *,
        dimmed: Truths,
        with_mean: bool,
        is_large: bool,
    ) -> Iterator[Mark]:
        """Draw some lines, one a plot, those outside of the focus fainter.

        Args:
            which: Their places among the lines.
            dimmed: One a plot.
        """
        count = lines.states.shape[1]
        places = np.arange(count)
        left, right = plots.edges(places), plots.edges(places + 1)
        states, is_point = lines.states[which], lines.is_point[which]
        bottom = np.broadcast_to(plots.bottom[:, None], states.shape)
        begins, ends = _runs(states == PointState.OFF)
        gaps = boxes(
            left[begins], bottom[begins] - plots.height, right[ends], bottom[ends]
        )
        yield from self._hatched(gaps)
        band, capacity_s = lines.has_band[which], lines.capacity_s[which]
        within_s = lines.tolerance_s[which]
        low = plots.heights(np.maximum(capacity_s - within_s, 0))
        high = plots.heights(capacity_s + within_s)
        sides = boxes(left, self._snapped(high), right, self._snapped(low))
        if is_large:
            yield from self._bands(sides[band])
            yield from self._risers(sides, band)
            at = plots.heights(capacity_s)
            level = np.stack(
                [np.stack([left, at], -1), np.stack([right, at], -1)], axis=-2
            )
            yield from self._strokes(
                level[band], self._theme.quiet, _THIN_PX, _DOTS_PX, "capacity"
            )
        else:
            yield from self._flat(sides[band], self._band, "band")
        if with_mean:
            yield from self._means(plots, lines, which)
        points = np.stack(
            [plots.middles(places), plots.heights(lines.seconds[which])], axis=-1
        )
        pairs = np.stack([points[:, :-1], points[:, 1:]], axis=-2)
        joined = is_point[:, :-1] & is_point[:, 1:]
        for faint in (True, False):
            of_focus = (dimmed == faint)[:, None]
            color = self._accent(faint=faint)
            yield from self._strokes(pairs[joined & of_focus], color, role="line")
            # A point that nothing is joined to would not be seen.
            alone = is_point.copy()
            if not is_large:
                alone[:, 1:] &= ~joined
                alone[:, :-1] &= ~joined
            x, y = points[alone & of_focus].T
            yield from self._dots(x, y, _DOT_PX, color, "dot")
            if chosen is not None:
                x, y = points[:, chosen][is_point[:, chosen] & of_focus[:, 0]].T
                size = _CHOSEN_PX if is_large else _SMALL_CHOSEN_PX
                yield from self._dots(x, y, size, color, "chosen")

    def running(
        self, plots: Plots, seconds: NDArray[np.int64], place: int, dimmed: Truths
    ) -> Iterator[Mark]:
        """Draw a stem with a hollow dot for the days so far, joined to nothing."""
        x, y = plots.middles(place)[:, 0], plots.heights(seconds[:, None])[:, 0]
        for faint in (True, False):
            of_focus = dimmed == faint
            color = self._accent(faint=faint)
            yield from self._stems(
                x[of_focus], y[of_focus], plots.bottom[of_focus], color
            )

    def before(self, plot: Plots, seconds: int, place: int) -> Iterator[Shape]:
        """Draw a short bar where the same days of the period before lie."""
        x = float(plot.middles(place)[0, 0])
        y = float(self._snapped(plot.heights(np.array([[seconds]])))[0, 0])
        half = _BEFORE_PX / 2
        bar = boxes([x - half], [y - 1], [x + half], [y + 1])
        yield from self._flat(bar, self._theme.text, "before")

    def _means(
        self, plots: Plots, lines: TrendLines, which: NDArray[np.intp]
    ) -> Iterator[Mark]:
        there = lines.is_point[which].any(axis=1)
        y = plots.heights(lines.mean_s[which][:, None])[there, 0]
        left = plots.left[there]
        right = left + plots.step_px * lines.states.shape[1]
        ends = np.stack([np.stack([left, y], -1), np.stack([right, y], -1)], axis=-2)
        yield from self._strokes(ends, self._theme.quiet, _THIN_PX, _DOTS_PX, "mean")

    def _stems(
        self, x: Pixels, y: Pixels, bottom: Pixels, color: str
    ) -> Iterator[Mark]:
        ends = np.stack([np.stack([x, bottom], -1), np.stack([x, y], -1)], axis=-2)
        yield from self._strokes(ends, color, _LINE_PX, _DASHES_PX, "stem")
        yield from self._dots(x, y, _CHOSEN_PX, color, "hollow")
        inside = _CHOSEN_PX - _HOLLOW_PX
        yield from self._dots(x, y, inside, self._theme.surface, "heart")

    def _risers(self, sides: Boxes, band: Truths) -> Iterator[Shape]:
        """Join the edges of bands that are not as high."""
        both = band[:, :-1] & band[:, 1:]
        x = self._snapped(sides[:, 1:, 0][both])
        for edge, line in ((_TOP, 0.0), (_BOTTOM, self._hairline)):
            first, second = sides[:, :-1, edge][both], sides[:, 1:, edge][both]
            top, low = np.minimum(first, second) - line, np.maximum(first, second)
            lines = boxes(x, top, x + self._hairline, low)
            yield from self._flat(lines, self._theme.control_border, "band edge")

    def _bands(self, shown: Boxes) -> Iterator[Shape]:
        line = self._hairline
        yield from self._flat(shown, self._theme.control_border, "band edge")
        inner = shown + np.array([0.0, line, 0.0, -line])
        yield from self._flat(inner, self._band, "band")

    def _hatched(self, shown: Boxes) -> Iterator[Shape]:
        path = rounded_boxes(shown, 0.0)
        if path is not None:
            theme = self._theme
            yield Shape(path, theme.surface, _HATCH, theme.hatch, "off")

    def _flat(self, shown: Boxes, color: str, role: str) -> Iterator[Shape]:
        path = rounded_boxes(shown, 0.0)
        if path is not None:
            yield Shape(path, color, role=role)

    def _dots(
        self, x: Pixels, y: Pixels, half: float, color: str, role: str
    ) -> Iterator[Shape]:
        path = rounded_boxes(
            boxes(x - half, y - half, x + half, y + half), half * _ROUND
        )
        if path is not None:
            yield Shape(path, color, role=role)

    def _strokes(
        self,
        pairs: Pixels,
        color: str,
        width: float = _LINE_PX,
        dashes: tuple[float, float] | None = None,
        role: str = "",
    ) -> Iterator[Stroke]:
        """Draw lines between pairs of points: n x 2 x 2."""
        if len(pairs):
            codes = np.tile([Path.MOVETO, Path.LINETO], len(pairs))
            path = Path(pairs.reshape(-1, 2), codes)
            yield Stroke(path, color, width, dashes, role)

    def _accent(self, *, faint: bool) -> str:
        theme = self._theme
        return (
            blend(theme.accent, theme.surface, _DIMMED_SHARE) if faint else theme.accent
        )

    def _snapped(self, values: Pixels) -> Pixels:
        snapped: Pixels = np.round(values * self._scale) / self._scale
        return snapped


def _runs(truths: Truths) -> tuple[Truths, Truths]:
    """Tell where runs along each row begin, and where they end."""
    begins, ends = truths.copy(), truths.copy()
    begins[:, 1:] &= ~truths[:, :-1]
    ends[:, :-1] &= ~truths[:, 1:]
    return begins, ends
