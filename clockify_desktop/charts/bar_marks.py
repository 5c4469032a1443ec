"""The shapes of stacked bars: grid, segments, capacity ticks, swatches."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.charts.bar_content import BarContent
from clockify_desktop.charts.bar_layout import BarLayout, Tick
from clockify_desktop.charts.bar_rows import CORNER_PX, BarRows
from clockify_desktop.charts.box_paths import (
    Boxes,
    boxes,
    dotted,
    rounded_boxes,
    rounded_square,
)
from clockify_desktop.charts.chart import Viewport
from clockify_desktop.charts.chart_header import SWATCH_PX, Legend, LegendEntry
from clockify_desktop.charts.contrast import blend
from clockify_desktop.charts.marks import Shape
from clockify_desktop.charts.series_colors import series_colors
from clockify_desktop.domain.label import Label, LabelKind
from clockify_desktop.domain.showable import Showable

HATCHES = {LabelKind.OTHER: "/", LabelKind.WITHOUT: "."}
_DIMMED_SHARE = 0.25
_SWATCH_CORNER_PX = 1.8
_TICK_PX = 2.0
_TICK_BEYOND_PX = 4.0
_HALO_PX = 1.5


class BarMarks:
    """Makes the shapes of one picture, with edges on whole device pixels."""

    def __init__(self, columns: tuple[Label, ...], viewport: Viewport) -> None:
        self._columns = columns
        self._theme, self._scale = viewport.theme, viewport.scale
        self._colors = series_colors(columns, viewport.theme)
        self._hairline = max(1.0, round(self._scale)) / self._scale

    def grid(self, ticks: Sequence[Tick], layout: BarLayout) -> Iterator[Shape]:
        """Draw a line a tick."""
        x = self._snapped(np.array([layout.x(tick.seconds) for tick in ticks]))
        lines = boxes(x, layout.top, x + self._hairline, layout.bottom)
        yield from _plain(lines, self._theme.grid, "grid")

    def bars(self, content: BarContent, layout: BarLayout) -> Iterator[BarRows | Shape]:
        """Draw the segments, then those that are hatched over them."""
        shown = slice(layout.first_row, layout.first_row + layout.rows)
        edges = self._device(layout.edges)
        top = self._device(layout.middles - layout.bar / 2)
        thickness = round(layout.bar * self._scale)
        # The hairline is the surface shining through; a narrow segment does without,
        # and a bar ends where its last segment ends.
        hairline = round(self._hairline * self._scale)
        parted = (np.diff(edges, axis=1) > 2 * hairline) & (
            edges[:, 1:] < edges[:, -1:]
        )
        gaps = parted * np.int64(hairline)
        count = len(self._columns)
        color = np.broadcast_to(np.arange(count), parted.shape)
        if content.dimmed is not None:
            color = color + count * content.dimmed[shown]
        hatched = np.array([self._is_hatched(at) for at in range(count)], bool)
        surface = self._theme.surface
        flat = np.where(hatched, surface, self._colors).tolist()
        if content.dimmed is not None:
            flat += [self._dimmed(one) for one in flat]
        yield BarRows(edges, gaps, top, thickness, color, flat, surface, self._scale)
        down = top[:, None]
        sides = boxes(edges[:, :-1], down, edges[:, 1:] - gaps, down + thickness)
        for place in np.unique(color[:, hatched]).tolist():
            column, dimmed = place % count, place >= count
            seen = (color[:, column] == place) & (
                edges[:, column + 1] > edges[:, column]
            )
            found = sides[seen, column] / self._scale
            yield from self._hatched(column, found, dimmed=dimmed)

    def capacity(self, content: BarContent, layout: BarLayout) -> Iterator[Shape]:
        """Draw a tick with a halo at each row's own capacity, dotted where assumed."""
        found = [
            (layout.x(capacity_s), middle, layout.first_row + place in content.assumed)
            for place, middle in enumerate(layout.middles.tolist())
            if (capacity_s := content.capacity(layout.first_row + place)) is not None
        ]
        if not found:
            return
        x, middle, assumed = np.array(found).T
        x = self._snapped(x - _TICK_PX / 2)
        # Those of two rows never meet.
        beyond = min(_TICK_BEYOND_PX, (layout.pitch - layout.bar) // 2 - 1)
        top = self._snapped(middle - layout.bar / 2 - beyond)
        bottom = top + layout.bar + 2 * beyond
        halo = self._snapped(np.array(_HALO_PX))
        around = boxes(x - halo, top, x + _TICK_PX + halo, bottom)
        yield from _plain(around, self._theme.surface, "halo")
        ticks = boxes(x, top, x + _TICK_PX, bottom)[assumed == 0]
        yield from _plain(ticks, self._theme.text, "tick")
        at, height = assumed > 0, layout.bar + 2 * beyond
        dots = dotted(x[at], top[at], _TICK_PX, height)
        yield from _plain(dots, self._theme.text, "assumed tick")

    def swatches(self, legend: Legend, side: float = SWATCH_PX) -> Iterator[Shape]:
        """Draw the squares of the legend, their sides so many pixels."""
        for swatch in legend.swatches:
            right, bottom = swatch.left + side, swatch.top + side
            if self._is_hatched(swatch.column):
                square = np.array([[swatch.left, swatch.top, right, bottom]])
                yield from self._hatched(swatch.column, square, dimmed=False)
            else:
                path = rounded_square(swatch.left, swatch.top, side, _SWATCH_CORNER_PX)
                yield Shape(path, self._colors[swatch.column], role="swatch")

    def entries(
        self, names: Sequence[Showable], shown: Sequence[int]
    ) -> tuple[LegendEntry, ...]:
        """Give what the whole legend says of some columns, in this order."""
        return tuple(
            LegendEntry(self._columns[at], names[at], self._colors[at]) for at in shown
        )

    def _is_hatched(self, column: int) -> bool:
        return self._columns[column].kind in HATCHES

    def _dimmed(self, color: str) -> str:
        return blend(color, self._theme.surface, _DIMMED_SHARE)

    def _hatched(self, column: int, shown: Boxes, *, dimmed: bool) -> Iterator[Shape]:
        lines, ground = self._colors[column], self._theme.hatch_ground
        if dimmed:
            lines, ground = self._dimmed(lines), self._dimmed(ground)
        half = self._hairline / 2
        # The outline is drawn on both sides of the path.
        path = rounded_boxes(shown + np.array([half, half, -half, -half]), CORNER_PX)
        if path is not None:
            hatch = HATCHES[self._columns[column].kind]
            yield Shape(path, ground, hatch, lines, "hatched")

    def _snapped(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        return self._device(values) / self._scale

    def _device(self, values: NDArray[np.float64]) -> NDArray[np.int64]:
        return np.round(values * self._scale).astype(np.int64)


def _plain(shown: Boxes, color: str, role: str) -> Iterator[Shape]:
    path = rounded_boxes(shown, 0.0)
    if path is not None:
        yield Shape(path, color, role=role)
