"""The shapes of a heat map: shaded, dashed and hatched cells, and bands of teams."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import numpy as np
from matplotlib.path import Path
from numpy.typing import NDArray

from clockify_desktop.charts.box_paths import Boxes, boxes, dashes, rounded_boxes
from clockify_desktop.charts.chart import Viewport
from clockify_desktop.charts.contrast import blend, contrast
from clockify_desktop.charts.heat_content import HeatContent
from clockify_desktop.charts.heat_layout import HeatLayout
from clockify_desktop.charts.marks import Shape
from clockify_desktop.charts.theme import Theme
from clockify_desktop.domain.day_states import DayState

HATCHES: Final = {
    DayState.OFF: "/",
    DayState.HOLIDAY: ".",
    DayState.LEAVE: "\\",
    DayState.NOT_EXPECTED: "-",
}
"""How days are hatched on which nobody expects time; the others are blank."""

BADGE_PX: Final = 16.0
_SHADES: Final = 8
_LEAST_SHARE, _MOST_SHARE = 0.16, 0.42
_SHARE_STEP: Final = 0.02
_READABLE: Final = 4.5
_DIMMED_SHARE: Final = 0.25
_CORNER_PX: Final = 2.0
_DASH_PX: Final = 4.0
_DASHED_PX: Final = 1.25
_TRIANGLE_PX: Final = 9.0

Truths = NDArray[np.bool_]


@lru_cache(maxsize=4)
def shades(theme: Theme) -> tuple[str, ...]:
    """Give the grounds of time, the least time first; text can be read on each."""
    most = _MOST_SHARE
    # A system's own high contrast may have any accent.
    while most > 0 and contrast(theme.text, _shade(theme, most)) < _READABLE:
        most -= _SHARE_STEP
    shares = np.linspace(min(_LEAST_SHARE, most), most, _SHADES).tolist()
    return tuple(_shade(theme, max(share, 0.0)) for share in shares)


def _shade(theme: Theme, share: float) -> str:
    return blend(theme.accent, theme.surface, share)


def dimmed(color: str, theme: Theme) -> str:
    """Take a colour back, outside of the focus."""
    return blend(color, theme.surface, _DIMMED_SHARE)


def _triangle(middle: float, *, is_open: bool) -> Path:
    """Point at what follows: down where rows do, else to the right."""
    half, left = _TRIANGLE_PX / 2, 14.0
    if is_open:
        points = [(0, -half / 2), (2 * half, -half / 2), (half, half * 0.7)]
    else:
        points = [(half / 2, -half), (half * 1.7, 0), (half / 2, half)]
    corners = np.array([*points, points[0]]) + np.array([left, middle])
    return Path(corners, closed=True)


class HeatMarks:
    """Makes the shapes of the rows in view."""

    def __init__(
        self, content: HeatContent, layout: HeatLayout, viewport: Viewport
    ) -> None:
        self._layout, self._theme = layout, viewport.theme
        shown = layout.shown
        self._cells = layout.cells
        self._seconds = content.seconds[shown]
        self._missing = content.missing[shown] > 0
        self._states = content.states[shown]
        self._is_team = content.is_team[shown]
        self._rows = content.heat_rows[shown]
        self._full_s = content.full_s
        self._dimmed = (
            np.zeros(self._seconds.shape, np.bool_)
            if content.dimmed is None
            else content.dimmed[shown]
        )
        self._line = max(1.0, round(_DASHED_PX * viewport.scale)) / viewport.scale

    def all(self, badges: Boxes) -> Iterator[Shape]:
        """Draw everything but the words; badges are around numbers."""
        yield from self._bands()
        of_people = ~self._is_team[:, None]
        timeless = self._seconds == 0
        missing = of_people & timeless & self._missing
        yield from self._shaded(of_people & ~timeless)
        for state, hatch in HATCHES.items():
            of_state = timeless & ~self._missing & (self._states == state)
            yield from self._hatched(of_state & of_people, hatch)
        for faded in (False, True):
            where = missing & (self._dimmed == faded)
            yield from self._dashed(self._cells[where], faded=faded)
        yield from self._dashed(badges, faded=False, role="badge")

    def swatch(self, state: DayState, left: float, top: float) -> Iterator[Shape]:
        """Draw the sign of a state in the legend, 16 by 12 pixels."""
        box = np.array([[left, top, left + 16.0, top + 12.0]])
        if state is DayState.MISSING:
            yield from self._dashed(box, faded=False, role="swatch")
        elif state in HATCHES:
            path = rounded_boxes(box, _CORNER_PX)
            theme = self._theme
            if path is not None:
                yield Shape(path, theme.surface, HATCHES[state], theme.grid, "swatch")

    def _bands(self) -> Iterator[Shape]:
        """Lay a ground under the rows of teams, with what shows whether they open."""
        places = np.flatnonzero(self._is_team)
        layout, theme = self._layout, self._theme
        top = layout.top + places * float(layout.pitch)
        right = layout.edges[-1]
        bands = boxes(8.0, top + 1.0, right, top + layout.pitch - 2.0)
        path = rounded_boxes(bands, _CORNER_PX)
        if path is None:
            return
        yield Shape(path, theme.hatch_ground, role="band")
        triangles = [
            _triangle(top + layout.pitch / 2, is_open=self._rows[place].is_open)
            for place, top in zip(places.tolist(), top.tolist(), strict=True)
        ]
        yield Shape(Path.make_compound_path(*triangles), theme.quiet, role="fold")

    def _shaded(self, where: Truths) -> Iterator[Shape]:
        share = np.clip(self._seconds / max(self._full_s, 1), 0.0, 1.0)
        step = np.minimum((share * _SHADES).astype(np.int64), _SHADES - 1)
        for place, color in enumerate(shades(self._theme)):
            for faded in (False, True):
                found = where & (step == place) & (self._dimmed == faded)
                path = rounded_boxes(self._cells[found], _CORNER_PX)
                if path is not None:
                    shown = dimmed(color, self._theme) if faded else color
                    yield Shape(path, shown, role="time")

    def _hatched(self, where: Truths, hatch: str) -> Iterator[Shape]:
        theme = self._theme
        path = rounded_boxes(self._cells[where], _CORNER_PX)
        if path is not None:
            yield Shape(path, theme.surface, hatch, theme.grid, "hatched")

    def _dashed(
        self, around: Boxes, *, faded: bool, role: str = "missing"
    ) -> Iterator[Shape]:
        theme = self._theme
        path = rounded_boxes(dashes(around, self._line, _DASH_PX), 0.0)
        if path is not None:
            color = dimmed(theme.trouble, theme) if faded else theme.trouble
            yield Shape(path, color, role=role)
