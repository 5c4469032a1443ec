"""The words of a heat map: names, days, hours or states in the cells, totals."""

from collections import defaultdict
from collections.abc import Sequence
from enum import Enum, auto
from typing import Final

import numpy as np

from clockify_desktop.charts.box_paths import Boxes
from clockify_desktop.charts.chart_header import MARGIN_PX
from clockify_desktop.charts.fonts import (
    AXIS_PX,
    NAME_PX,
    REMARK_PX,
    baseline_of_middle,
)
from clockify_desktop.charts.heat_cell_style import (
    AROUND_PX,
    TO_BADGE_PX,
    CellStyle,
)
from clockify_desktop.charts.heat_content import HeatContent, missing_in_words
from clockify_desktop.charts.heat_layout import HeatLayout
from clockify_desktop.charts.heat_marks import BADGE_PX
from clockify_desktop.charts.text_paths import (
    PlacedText,
    elided,
    rough_width,
    text_width,
)
from clockify_desktop.domain.showable import NOTHING, Showable, showable

TO_CELLS_PX: Final = 12.0
TO_REMARK_PX: Final = 12.0
FOLD_PX: Final = 18.0
"""What stands before a team's name."""
_TO_PEOPLE_PX: Final = 10.0
_MOST_ROOM: Final = 0.22
_MOST_REMARKS: Final = 0.15
_BADGE_HEIGHT_PX: Final = 16.0
_IN_BADGE_PX: Final = 8.0


class Ink(Enum):
    """How a word is coloured."""

    TEXT = auto()
    QUIET = auto()
    TROUBLE = auto()


def name_room(content: HeatContent, width: float) -> float:
    """Give all names, also those out of view, at most 22 % of the picture's width."""
    most = width * _MOST_ROOM
    longest = text_width(content.total_name, NAME_PX, bold=True)
    for row in content.heat_rows:
        around = FOLD_PX + _TO_PEOPLE_PX + 24.0 if row.is_team else 0.0
        named = rough_width(row.name, NAME_PX, most, bold=row.is_team)
        longest = max(longest, named + around)
    return float(round(min(longest + 1, most)))


def remark_room(content: HeatContent, width: float) -> float:
    """Give what stands behind the cells, nothing where that would take too much."""
    words = {row.remark for row in content.heat_rows if row.remark}
    if not words:
        return 0.0
    words.add(content.remarks)
    widest = max(text_width(one, REMARK_PX) for one in words) + TO_REMARK_PX
    return float(round(widest)) if widest <= width * _MOST_REMARKS else 0.0


class HeatLabels:
    """The words of the rows in view, and the boxes around numbers of missing days."""

    def __init__(
        self,
        content: HeatContent,
        layout: HeatLayout,
        style: CellStyle,
        *,
        with_remarks: bool,
    ) -> None:
        self._content, self._layout, self._style = content, layout, style
        self._by_ink: defaultdict[Ink, list[PlacedText]] = defaultdict(list)
        self._badges: list[tuple[float, float, float, float]] = []
        self._middles = (layout.edges[:-1] + layout.edges[1:]) / 2
        self._room = layout.cell_width - AROUND_PX
        rows = range(layout.first_row, layout.first_row + layout.rows)
        for row in rows:
            self._name(row)
            if with_remarks:
                self._remark(row)
            for column in range(layout.columns):
                self._cell(row, column)
        if layout.columns:
            self._totals()

    @property
    def badges(self) -> Boxes:
        """The boxes around numbers: n x 4."""
        return np.array(self._badges, np.float64).reshape(-1, 4)

    def of(self, ink: Ink) -> Sequence[PlacedText]:
        """Give the words of one colour."""
        return self._by_ink[ink]

    def _name(self, row: int) -> None:
        layout, one = self._layout, self._content.heat_rows[row]
        middle = layout.middle(row)
        right = layout.left - TO_CELLS_PX
        if not one.is_team:
            name = elided(one.name, right - MARGIN_PX, NAME_PX)
            x = right - text_width(name, NAME_PX)
            self._put(Ink.TEXT, name, x, middle, NAME_PX)
            return
        people = showable(str(one.people))
        right -= text_width(people, REMARK_PX)
        self._put(Ink.QUIET, people, right, middle, REMARK_PX)
        left = MARGIN_PX + FOLD_PX
        name = elided(one.name, right - _TO_PEOPLE_PX - left, NAME_PX, bold=True)
        self._put(Ink.TEXT, name, left, middle, NAME_PX, bold=True)

    def _remark(self, row: int) -> None:
        x = float(self._layout.edges[-1]) + TO_REMARK_PX
        remark = self._content.heat_rows[row].remark
        self._put(Ink.QUIET, remark, x, self._layout.middle(row), REMARK_PX)

    def _cell(self, row: int, column: int) -> None:
        content, style = self._content, self._style
        seconds = int(content.seconds[row, column])
        missing = int(content.missing[row, column])
        is_team = bool(content.is_team[row])
        hours = style.teams if is_team else style.people
        faded = content.dimmed is not None and bool(content.dimmed[row, column])
        ink = Ink.QUIET if faded else Ink.TEXT
        words = hours.text(content, seconds) if seconds else NOTHING
        at = float(self._middles[column]), self._layout.middle(row)
        if missing and (seconds or is_team):
            self._with_badge(words, missing, ink, *at, hours.size, bold=is_team)
        elif seconds:
            self._centred(ink, words, *at, hours.size, bold=is_team)
        elif style.with_words:
            ink = Ink.TROUBLE if missing and not faded else Ink.QUIET
            state = content.state_word(row, column)
            if missing > 1:
                state = showable(missing_in_words(missing))
            self._centred(ink, elided(state, self._room, REMARK_PX), *at, REMARK_PX)

    def _with_badge(
        self,
        words: Showable,
        missing: int,
        ink: Ink,
        x: float,
        y: float,
        size: float,
        *,
        bold: bool,
    ) -> None:
        """Write hours and behind them a number; the number alone where that fits."""
        number = showable(str(missing))
        width = text_width(number, AXIS_PX)
        badge = max(BADGE_PX, width + _IN_BADGE_PX)
        before = text_width(words, size, bold=bold) + TO_BADGE_PX if words else 0.0
        if before + badge > self._layout.cell_width:
            words, before = NOTHING, 0.0
        left = x - (before + badge) / 2
        if words:
            self._put(ink, words, left, y, size, bold=bold)
        left = round(left + before)
        top = round(y - _BADGE_HEIGHT_PX / 2)
        self._badges.append((left, top, left + badge, top + _BADGE_HEIGHT_PX))
        self._put(Ink.TROUBLE, number, left + (badge - width) / 2, y, AXIS_PX)

    def _totals(self) -> None:
        content, layout, hours = self._content, self._layout, self._style.totals
        middle = layout.middle(layout.count)
        right = layout.left - TO_CELLS_PX
        name = elided(content.total_name, right - MARGIN_PX, NAME_PX, bold=True)
        x = right - text_width(name, NAME_PX, bold=True)
        self._put(Ink.TEXT, name, x, middle, NAME_PX, bold=True)
        for column, seconds in enumerate(content.totals_s.tolist()):
            words = hours.text(content, seconds)
            x = float(self._middles[column])
            self._centred(Ink.TEXT, words, x, middle, hours.size, bold=True)

    def _centred(
        self,
        ink: Ink,
        words: Showable,
        x: float,
        y: float,
        size: float,
        *,
        bold: bool = False,
    ) -> None:
        x -= text_width(words, size, bold=bold) / 2
        self._put(ink, words, x, y, size, bold=bold)

    def _put(
        self,
        ink: Ink,
        words: Showable,
        x: float,
        y: float,
        size: float,
        *,
        bold: bool = False,
    ) -> None:
        if words:
            y = baseline_of_middle(y, size)
            self._by_ink[ink].append(PlacedText(words, x, y, size, bold))


def column_names(
    content: HeatContent, layout: HeatLayout, middle: float
) -> list[PlacedText]:
    """Name the columns, shorter where that is needed, and not each where that is."""
    room = layout.cell_width + layout.gap
    names = [column.name for column in content.columns]
    size = REMARK_PX
    if max((text_width(one, size) for one in names), default=0.0) > room:
        names, size = [column.short for column in content.columns], AXIS_PX
    y, placed, free = baseline_of_middle(middle, size), [], 0.0
    for name, start, end in zip(names, layout.edges, layout.edges[1:], strict=False):
        width = text_width(name, size)
        x = float(start + end - width) / 2
        if x >= free:
            placed.append(PlacedText(name, x, y, size))
            free = x + width + 2.0
    return placed
