"""The shapes of diverging bars: grid, bars by their kind, diamonds, the legend."""

from collections.abc import Iterator

import numpy as np
from matplotlib.path import Path
from numpy.typing import NDArray

from clockify_desktop.charts.bar_layout import BarLayout, Pixels
from clockify_desktop.charts.bar_rows import CORNER_PX
from clockify_desktop.charts.box_paths import Boxes, boxes, rounded_boxes
from clockify_desktop.charts.change_content import ChangeKind
from clockify_desktop.charts.chart import Viewport
from clockify_desktop.charts.chart_header import SWATCH_PX, Legend
from clockify_desktop.charts.contrast import blend
from clockify_desktop.charts.marks import Shape

_DIMMED_SHARE = 0.25
_LINE_PX = 1.5
_DASH_PX = 4.0
_GAP_PX = 3.0
_DIAMOND_PX = 7.0
_SMALL_DIAMOND_PX = 5.5
_INK_PX = 2.0
_DIAMOND = len(ChangeKind)
_DIAMOND_CODES = np.array([Path.MOVETO, *[Path.LINETO] * 3, Path.CLOSEPOLY])


class ChangeMarks:
    """Makes the shapes of one picture, with edges on whole device pixels."""

    def __init__(self, viewport: Viewport) -> None:
        self._theme, self._scale = viewport.theme, viewport.scale
        self._line = max(1.0, round(_LINE_PX * self._scale)) / self._scale
        self._hairline = max(1.0, round(self._scale)) / self._scale

    def legend(self, legend: Legend) -> Iterator[Shape]:
        """Draw a small bar a kind, and a diamond."""
        for swatch in legend.swatches:
            right, bottom = swatch.left + SWATCH_PX, swatch.top + SWATCH_PX
            if swatch.column == _DIAMOND:
                x, y = (
                    np.array([at + SWATCH_PX / 2]) for at in (swatch.left, swatch.top)
                )
                yield from self._diamonds(x, y, _SMALL_DIAMOND_PX)
            else:
                square = np.array([[swatch.left, swatch.top, right, bottom]])
                yield from self._of_kind(ChangeKind(swatch.column), square, 1.0)

    def grid(self, x: Pixels, zero: float, layout: BarLayout) -> Iterator[Shape]:
        """Draw a line a tick, and a stronger one at nothing."""
        for places, color in (
            (x, self._theme.grid),
            (np.array([zero]), self._theme.control_border),
        ):
            left = self._snapped(places)
            lines = boxes(left, layout.top, left + self._hairline, layout.bottom)
            yield from _shapes(lines, 0.0, color, "grid")

    def bars(
        self,
        layout: BarLayout,
        kinds: NDArray[np.int64],
        dimmed: NDArray[np.bool_] | None,
    ) -> Iterator[Shape]:
        """Draw the bars in view, those of a kind together."""
        top = self._snapped(layout.middles - layout.bar / 2)
        edges = self._snapped(layout.edges)
        sides = boxes(edges[:, 0], top, edges[:, 1], top + layout.bar)
        there = edges[:, 1] > edges[:, 0]
        for share, within in _shares(there, dimmed):
            for kind in ChangeKind:
                found = sides[within & (kinds == kind)]
                if len(found):
                    yield from self._of_kind(kind, found, share)

    def diamonds(
        self,
        x: Pixels,
        middles: Pixels,
        there: NDArray[np.bool_],
        dimmed: NDArray[np.bool_] | None,
    ) -> Iterator[Shape]:
        """Draw a diamond with a white heart for each row that has one."""
        for share, within in _shares(there, dimmed):
            if within.any():
                yield from self._diamonds(
                    x[within], middles[within], _DIAMOND_PX, share
                )

    def _of_kind(self, kind: ChangeKind, found: Boxes, share: float) -> Iterator[Shape]:
        theme, role = self._theme, kind.name.lower()
        color = (
            theme.accent if kind in {ChangeKind.MORE, ChangeKind.NEW} else theme.quiet
        )
        color = blend(color, theme.surface, share)
        if kind is ChangeKind.GONE:
            yield from _shapes(self._dashes(found), 0.0, color, role)
            return
        yield from _shapes(found, CORNER_PX, color, role)
        if kind is ChangeKind.NEW:
            line = self._line
            inner = found + np.array([line, line, -line, -line])
            inner = inner[inner[:, 2] > inner[:, 0]]
            yield from _shapes(inner, CORNER_PX - line / 2, theme.chosen, "heart")

    def _dashes(self, found: Boxes) -> Boxes:
        """Draw the outlines of boxes as dashes."""
        dashes: list[tuple[float, float, float, float]] = []
        line, step = self._line, _DASH_PX + _GAP_PX
        for left, top, right, bottom in found.tolist():
            for x in np.arange(left, right, step).tolist():
                end = min(x + _DASH_PX, right)
                dashes += [(x, top, end, top + line), (x, bottom - line, end, bottom)]
            for y in np.arange(top, bottom, step).tolist():
                end = min(y + _DASH_PX, bottom)
                dashes += [(left, y, left + line, end), (right - line, y, right, end)]
        return np.array(dashes)

    def _diamonds(
        self, x: Pixels, y: Pixels, half_px: float, share: float = 1.0
    ) -> Iterator[Shape]:
        theme = self._theme
        ink = blend(theme.text, theme.surface, share)
        yield Shape(_rhombs(x, y, half_px), ink, role="diamond")
        yield Shape(_rhombs(x, y, half_px - _INK_PX), theme.surface, role="heart")

    def _snapped(self, values: Pixels) -> Pixels:
        return np.round(values * self._scale) / self._scale


def _shapes(found: Boxes, corner_px: float, color: str, role: str) -> Iterator[Shape]:
    path = rounded_boxes(found, corner_px)
    if path is not None:
        yield Shape(path, color, role=role)


def _shares(
    there: NDArray[np.bool_], dimmed: NDArray[np.bool_] | None
) -> Iterator[tuple[float, NDArray[np.bool_]]]:
    """Part what is in the focus from what is not, with the strength of its colour."""
    if dimmed is None:
        yield 1.0, there
        return
    yield _DIMMED_SHARE, there & dimmed
    yield 1.0, there & ~dimmed


def _rhombs(x: Pixels, y: Pixels, half_px: float) -> Path:
    points = np.empty((len(x), 5, 2))
    points[:, :, 0] = x[:, None] + half_px * np.array([0, 1, 0, -1, 0])
    points[:, :, 1] = y[:, None] + half_px * np.array([-1, 0, 1, 0, -1])
    return Path(points.reshape(-1, 2), np.tile(_DIAMOND_CODES, len(x)))
