"""Small pictures beside bars: the hours of each row over the last periods."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from clockify_desktop.charts.bar_layout import BarLayout
from clockify_desktop.charts.capacity_content import BesideLines, CapacityContent
from clockify_desktop.charts.chart import Viewport
from clockify_desktop.charts.chart_header import MARGIN_PX
from clockify_desktop.charts.fonts import REMARK_PX, baseline_of_middle
from clockify_desktop.charts.marks import Mark
from clockify_desktop.charts.text_paths import PlacedText, elided, text_width
from clockify_desktop.charts.trend_content import PointState
from clockify_desktop.charts.trend_layout import Plots
from clockify_desktop.charts.trend_marks import TrendMarks
from clockify_desktop.domain.showable import showable

HEAD_PX: Final = 18.0
"""The height of what stands above them."""
_WIDTH_PX: Final = 156.0
_LEAST_PX: Final = 560.0
_PLOT_SHARE: Final = 0.72


@dataclass(frozen=True, slots=True, eq=False)
class BesidePicture:
    """The small pictures of all rows, of which those in view are drawn.

    Args:
        left: Where they begin.
        dimmed: Bool, a row each.
    """

    beside: BesideLines
    left: float
    dimmed: np.ndarray[tuple[int], np.dtype[np.bool_]]

    def marks(self, layout: BarLayout, viewport: Viewport) -> Iterator[Mark]:
        """Draw the rows in view, all on one scale from nothing on."""
        lines, shown = self.beside.lines, self._shown(layout)
        # Whoever was off has a gap here: the bars beside it have the hatch.
        is_off = lines.states == PointState.OFF
        states = np.where(is_off, np.uint8(PointState.UNKNOWN), lines.states)
        yield from TrendMarks(viewport).lines(
            self._plots(layout),
            replace(lines, states=states),
            shown,
            self.beside.chosen,
            dimmed=self.dimmed[shown],
            with_mean=False,
            is_large=False,
        )

    def words(self, layout: BarLayout) -> list[PlacedText]:
        """Name them above, and say in a gap since or until when somebody is there."""
        lines, plots = self.beside.lines, self._plots(layout)
        head = elided(showable(self.beside.head), _WIDTH_PX, REMARK_PX)
        y = baseline_of_middle(layout.top - HEAD_PX / 2, REMARK_PX)
        words = [PlacedText(head, self.left, y, REMARK_PX)]
        for place, row in enumerate(self._shown(layout).tolist()):
            if not lines.notes[row]:
                continue
            note = elided(showable(lines.notes[row]), _WIDTH_PX, REMARK_PX)
            x = self.left
            if lines.states[row, 0] == PointState.POINT:
                x += _WIDTH_PX - text_width(note, REMARK_PX)
            middle = float(plots.bottom[place]) - REMARK_PX / 2
            y = baseline_of_middle(middle, REMARK_PX)
            words.append(PlacedText(note, x, y, REMARK_PX))
        return words

    def _shown(self, layout: BarLayout) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
        return np.arange(layout.first_row, layout.first_row + layout.rows)

    def _plots(self, layout: BarLayout) -> Plots:
        lines = self.beside.lines
        height = layout.pitch * _PLOT_SHARE
        left = np.full(layout.rows, self.left)
        bottom = layout.middles + np.float64(height / 2)
        steps = lines.states.shape[1]
        return Plots(left, bottom, _WIDTH_PX, height, steps, lines.top_s)


def beside_picture(content: CapacityContent, width: float) -> BesidePicture | None:
    """Give the small pictures the right end, where the bars keep enough of a width."""
    if content.beside is None or width < _LEAST_PX:
        return None
    dimmed = content.dimmed
    if dimmed is None:
        dimmed = np.zeros(content.rows, np.bool_)
    return BesidePicture(content.beside, width - MARGIN_PX - _WIDTH_PX, dimmed)
