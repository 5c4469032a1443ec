"""The shapes of bars against estimates: tracks, bars, ticks, arrows, the legend."""

from collections.abc import Iterator, Sequence

import numpy as np
from matplotlib.path import Path
from numpy.typing import NDArray

from clockify_desktop.charts.box_paths import Boxes, boxes, rounded_boxes
from clockify_desktop.charts.chart import Viewport
from clockify_desktop.charts.chart_header import SWATCH_PX, Legend
from clockify_desktop.charts.contrast import blend
from clockify_desktop.charts.marks import Shape

BEFORE_SHARE = 0.7
"""How strong the accent is in what was logged before the period."""
_DIMMED_SHARE = 0.25
_CORNER_PX = 1.8
_TRACK_PX, _BAR_PX, _PERSON_PX = 15.0, 11.0, 11.0
_TICK_PX, _TICK_BEYOND_PX, _HALO_PX = 2.0, 2.5, 1.5
_ARROW_PX = 3.5
_ARROW_CODES = np.array([Path.MOVETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY])

Pixels = NDArray[np.float64]
Truths = NDArray[np.bool_]


class ProjectMarks:
    """Makes the shapes of one picture, with edges on whole device pixels."""

    def __init__(self, viewport: Viewport) -> None:
        self._theme, self._scale = viewport.theme, viewport.scale
        self._hairline = max(1.0, round(self._scale)) / self._scale
        self.before_color = blend(self._theme.accent, self._theme.surface, BEFORE_SHARE)

    def grid(self, x: Pixels, top: float, bottom: float) -> Iterator[Shape]:
        """Draw a line a step of the axis."""
        left = self._snapped(x)
        lines = boxes(left, top, left + self._hairline, bottom)
        yield from self._flat(lines, self._theme.grid, "grid", 0.0)

    def tracks(self, left: float, end: float, middles: Pixels) -> Iterator[Shape]:
        """Draw what an estimate holds, with a line at its end."""
        yield from self._flat(
            self._bars(np.full(len(middles), left), end, middles, _TRACK_PX),
            self._theme.line,
            "track",
        )

    def ends(self, end: float, middles: Pixels) -> Iterator[Shape]:
        """Draw the line at the end of an estimate, over what goes beyond."""
        x = self._snapped(np.full(len(middles), end))
        half = _TRACK_PX / 2
        lines = boxes(x, middles - half, x + self._hairline, middles + half)
        yield from self._flat(lines, self._theme.control_border, "end", 0.0)

    def bars(
        self,
        edges: Pixels,
        middles: Pixels,
        faint: Truths,
        *,
        of_people: bool,
    ) -> Iterator[Shape]:
        """Draw what was logged before the period, then in the period.

        Args:
            edges: Rows x 3: where the lighter part begins, where it ends, where the
                full one ends; pixels.
        """
        height = _PERSON_PX if of_people else _BAR_PX
        for part, color, role in (
            (0, self.before_color, "before"),
            (1, self._theme.accent, "period"),
        ):
            wide = edges[:, part + 1] > edges[:, part]
            for rows, strength, name in (
                (wide & ~faint, 1.0, role),
                (wide & faint, _DIMMED_SHARE, "dimmed"),
            ):
                drawn = edges[rows]
                yield from self._flat(
                    self._bars(
                        drawn[:, part], drawn[:, part + 1], middles[rows], height
                    ),
                    blend(color, self._theme.surface, strength),
                    name,
                )

    def ticks(self, x: Pixels, middles: Pixels) -> Iterator[Shape]:
        """Draw how much time has passed, each with a halo."""
        left = self._snapped(x - _TICK_PX / 2)
        half = _TRACK_PX / 2 + _TICK_BEYOND_PX
        top, bottom = middles - half, middles + half
        right = left + _TICK_PX
        halo = boxes(left - _HALO_PX, top, right + _HALO_PX, bottom)
        yield from self._flat(halo, self._theme.surface, "halo", 0.0)
        ticks = boxes(left, top, right, bottom)
        yield from self._flat(ticks, self._theme.text, "tick", 0.0)

    def arrows(
        self, x: float, middles: Pixels, is_open: Sequence[bool]
    ) -> Iterator[Shape]:
        """Draw an arrow before each name, down where it is open."""
        points = []
        size = _ARROW_PX
        for middle, opened in zip(middles.tolist(), is_open, strict=True):
            if opened:
                corners = [(-size, -size / 2), (size, -size / 2), (0.0, size * 0.7)]
            else:
                corners = [(-size / 2, -size), (size * 0.7, 0.0), (-size / 2, size)]
            corners.append(corners[0])
            points += [(x + right, middle + down) for right, down in corners]
        if points:
            path = Path(np.array(points), np.tile(_ARROW_CODES, len(is_open)))
            yield Shape(path, self._theme.quiet, role="arrow")

    def legend(self, legend: Legend) -> Iterator[Shape]:
        """Draw what the legend names, each as it looks in a row."""
        for swatch in legend.swatches:
            left, top = swatch.left, swatch.top
            right, bottom = left + SWATCH_PX, top + SWATCH_PX
            whole = np.array([[left, top, right, bottom]])
            middle = np.array([(top + bottom) / 2])
            if swatch.column == 0:
                yield from self._flat(whole, self.before_color, "swatch")
            elif swatch.column == 1:
                yield from self._flat(whole, self._theme.accent, "swatch")
            elif swatch.column == 2:  # noqa: PLR2004 - the third of four
                yield from self._flat(whole, self._theme.line, "swatch")
                yield from self.ends(right - self._hairline, middle)
            else:
                yield from self.ticks(np.array([(left + right) / 2]), middle)

    def _bars(
        self, left: Pixels, right: Pixels | float, middles: Pixels, height: float
    ) -> Boxes:
        top, bottom = middles - height / 2, middles + height / 2
        return boxes(
            self._snapped(left),
            self._snapped(top),
            self._snapped(np.broadcast_to(np.asarray(right, np.float64), left.shape)),
            self._snapped(bottom),
        )

    def _flat(
        self, shown: Boxes, color: str, role: str, corner_px: float = _CORNER_PX
    ) -> Iterator[Shape]:
        path = rounded_boxes(shown, corner_px)
        if path is not None:
            yield Shape(path, color, role=role)

    def _snapped(self, values: Pixels) -> Pixels:
        snapped: Pixels = np.round(values * self._scale) / self._scale
        return snapped
