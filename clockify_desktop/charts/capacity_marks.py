"""The shapes of bars against capacity: track, tolerance, tick, what is off."""

from collections.abc import Iterator, Sequence
from enum import Enum, auto

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.charts.bar_layout import BarLayout, Tick
from clockify_desktop.charts.box_paths import (
    DOTS,
    Boxes,
    boxes,
    dotted,
    rounded_boxes,
)
from clockify_desktop.charts.capacity_content import CapacityContent
from clockify_desktop.charts.chart import Viewport
from clockify_desktop.charts.chart_header import SWATCH_PX, Legend
from clockify_desktop.charts.contrast import blend
from clockify_desktop.charts.marks import Shape
from clockify_desktop.domain.showable import Showable, showable
from clockify_desktop.translation import tr, tr_context

_HOURS_PX, _TRACK_PX = 11.0, 13.0
_BAND_SHARE, _DIMMED_SHARE = 0.35, 0.25
_CORNER_PX = 1.8
_TICK_PX, _TICK_BEYOND_PX, _HALO_PX = 2.0, 2.0, 1.5
_HATCH = "/"

Pixels = NDArray[np.float64]


class Series(Enum):
    """What the legend names."""

    HOURS = auto()
    CAPACITY = auto()
    ASSUMED = auto()
    WITHIN = auto()
    OFF = auto()


def series_of(content: CapacityContent) -> dict[Series, Showable]:
    """Name what a picture has, in the order of its legend."""
    found = {Series.HOURS: showable(tr_context("time", "hours"))}
    tracks = content.has_track & (not content.is_loading)
    if (tracks & ~content.is_assumed).any():
        found[Series.CAPACITY] = showable(tr_context("time", "capacity"))
    if (tracks & content.is_assumed).any():
        found[Series.ASSUMED] = showable(tr("capacity assumed"))
    if tracks.any():
        found[Series.WITHIN] = showable(content.within)
    if (tracks & (content.full_s > content.expected_s)).any():
        found[Series.OFF] = showable(tr("off by leave or holiday"))
    return found


class CapacityMarks:
    """Makes the shapes of one picture, with edges on whole device pixels."""

    def __init__(
        self, content: CapacityContent, layout: BarLayout, viewport: Viewport
    ) -> None:
        self._content, self._layout = content, layout
        self._theme, self._scale = viewport.theme, viewport.scale
        self._hairline = max(1.0, round(self._scale)) / self._scale
        self._band = blend(self._theme.control_border, self._theme.surface, _BAND_SHARE)

    def grid(self, ticks: Sequence[Tick]) -> Iterator[Shape]:
        """Draw a line a tick."""
        layout = self._layout
        x = self._snapped(np.array([layout.x(tick.seconds) for tick in ticks]))
        lines = boxes(x, layout.top, x + self._hairline, layout.bottom)
        yield from self._flat(lines, self._theme.grid, "grid")

    def rows(self) -> Iterator[Shape]:
        """Draw the rows in view: those out of focus fainter."""
        content, layout = self._content, self._layout
        shown = slice(layout.first_row, layout.first_row + layout.rows)
        tracks = content.has_track[shown] & (not content.is_loading)
        expected = self._x(content.expected_s[shown])
        full = self._x(content.full_s[shown])
        within = content.tolerance_s[shown]
        low = self._x(np.maximum(content.expected_s[shown] - within, 0))
        high = self._x(content.expected_s[shown] + within)
        left = np.full(layout.rows, self._snapped(np.array(layout.left)))
        yield from self._flat(
            self._boxes(left, expected, _TRACK_PX)[tracks], self._theme.grid, "track"
        )
        off = tracks & (full > expected)
        yield from self._hatched(self._boxes(expected, full, layout.bar)[off])
        band = tracks & (expected > left)
        yield from self._bands(self._boxes(low, high, layout.bar)[band])
        bars = self._boxes(left, self._x(content.hours_s[shown]), _HOURS_PX)
        faint = np.zeros(layout.rows, np.bool_)
        if content.dimmed is not None:
            faint = content.dimmed[shown]
        logged = content.hours_s[shown] > 0
        accent = self._theme.accent
        dimmed = blend(accent, self._theme.surface, _DIMMED_SHARE)
        yield from self._flat(bars[logged & ~faint], accent, "hours")
        yield from self._flat(bars[logged & faint], dimmed, "dimmed")
        assumed = content.is_assumed[shown]
        yield from self._ticks(expected[band & ~assumed], band & ~assumed, dots=1)
        yield from self._ticks(expected[band & assumed], band & assumed, dots=DOTS)

    def swatches(self, legend: Legend) -> Iterator[Shape]:
        """Draw what the legend names, each as it looks in a row."""
        every = list(series_of(self._content))
        for swatch in legend.swatches:
            left, top = swatch.left, swatch.top
            right, bottom = left + SWATCH_PX, top + SWATCH_PX
            whole = np.array([[left, top, right, bottom]])
            kind = every[swatch.column]
            if kind is Series.HOURS:
                yield from self._flat(whole, self._theme.accent, "swatch")
            elif kind is Series.WITHIN:
                yield from self._bands(whole)
            elif kind is Series.OFF:
                yield from self._hatched(whole)
            else:
                dots = DOTS if kind is Series.ASSUMED else 1
                x = self._snapped(np.array([left + SWATCH_PX / 2 - _TICK_PX / 2]))
                yield from self._flat(
                    dotted(x, np.array([top]), _TICK_PX, SWATCH_PX, dots),
                    self._theme.text,
                    "swatch",
                )

    def _ticks(
        self, at: Pixels, rows: NDArray[np.bool_], *, dots: int
    ) -> Iterator[Shape]:
        x, bar = self._snapped(at - _TICK_PX / 2), self._layout.bar
        middles: Pixels = self._layout.middles[rows]
        top = self._snapped(middles - np.float64(bar / 2 + _TICK_BEYOND_PX))
        height = bar + 2 * _TICK_BEYOND_PX
        halo = boxes(x - _HALO_PX, top, x + _TICK_PX + _HALO_PX, top + height)
        yield from self._flat(halo, self._theme.surface, "halo")
        role = "tick" if dots == 1 else "assumed tick"
        yield from self._flat(
            dotted(x, top, _TICK_PX, height, dots), self._theme.text, role
        )

    def _bands(self, shown: Boxes) -> Iterator[Shape]:
        line = self._hairline
        yield from self._flat(shown, self._theme.control_border, "band edge")
        yield from self._flat(
            shown + np.array([line, line, -line, -line]), self._band, "band"
        )

    def _hatched(self, shown: Boxes) -> Iterator[Shape]:
        half = self._hairline / 2
        path = rounded_boxes(shown + np.array([half, half, -half, -half]), _CORNER_PX)
        if path is not None:
            theme = self._theme
            yield Shape(path, theme.hatch_ground, _HATCH, theme.hatch, "off")

    def _flat(self, shown: Boxes, color: str, role: str) -> Iterator[Shape]:
        path = rounded_boxes(shown, _CORNER_PX if role != "grid" else 0.0)
        if path is not None:
            yield Shape(path, color, role=role)

    def _boxes(self, left: Pixels, right: Pixels, height: float) -> Boxes:
        middles = self._layout.middles
        top, bottom = middles - height / 2, middles + height / 2
        return boxes(left, self._snapped(top), right, self._snapped(bottom))

    def _x(self, seconds: NDArray[np.int64]) -> Pixels:
        px_per_s = np.float64(self._layout.px_per_s)
        return self._snapped(np.float64(self._layout.left) + seconds * px_per_s)

    def _snapped(self, values: Pixels) -> Pixels:
        snapped: Pixels = np.round(values * self._scale) / self._scale
        return snapped
