"""The words beside the bars: names, totals, notes and the axis."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from clockify_desktop.charts.bar_content import BarContent
from clockify_desktop.charts.bar_layout import BarLayout, Tick
from clockify_desktop.charts.fonts import (
    AXIS_PX,
    NAME_PX,
    REMARK_PX,
    baseline_of_middle,
)
from clockify_desktop.charts.text_paths import (
    PlacedText,
    elided,
    rough_width,
    text_width,
)
from clockify_desktop.domain.durations import duration_text
from clockify_desktop.domain.showable import Showable, showable

TO_BAR_PX = 12.0
TO_TOTAL_PX = 10.0
_TO_NOTE_PX = 9.0
_INTO_BAR_PX = 8.0
_LEAST_PLOT_PX = 60.0
_ENOUGH_PX = 420.0
_AXIS_MIDDLE_PX = 12.0


@dataclass(frozen=True, slots=True)
class BarLabels:
    """Names before the bars, totals behind them, quiet notes behind those."""

    names: tuple[PlacedText, ...]
    totals: tuple[PlacedText, ...]
    notes: tuple[PlacedText, ...]


def name_room(names: Sequence[Showable], width: float) -> float:
    """Give all names room, also those out of view, where the bars keep enough.

    That is 70 % of the picture's width, in a wide picture 420 pixels.
    """
    most = max(width * 0.3, width - _ENOUGH_PX)
    longest = max((rough_width(name, NAME_PX, most) for name in names), default=0.0)
    return float(round(min(longest + 1, most)))


def pixels_a_second(content: BarContent, room: float) -> float:
    """Choose the scale at which every row and the words behind it find room.

    All rows count, also those out of view: scrolling must not change the scale. The
    room is from zero hours to the end of the picture.
    """
    ends_s = content.ends_s
    if not ends_s.any():
        return 0.0
    # Figures are equally wide: no total is wider than the largest or the smallest.
    totals_s = content.matrix.row_totals_s
    extremes = (int(totals_s.argmax()), int(totals_s.argmin()))
    # A focus takes totals away, and must not change the scale.
    words = [duration_text(int(totals_s[at]), content.durations) for at in extremes]
    total = max(text_width(one, NAME_PX, bold=True) for one in words)
    behind = np.full(len(ends_s), TO_TOTAL_PX + total)
    if content.notes is not None:
        behind += [_room_for_note(content.note(row)) for row in range(len(behind))]
    lengths = np.maximum(room - behind, _LEAST_PLOT_PX)
    some = ends_s > 0
    return float((lengths[some] / ends_s[some]).min())


def _room_for_note(note: Showable) -> float:
    return _TO_NOTE_PX + rough_width(note, REMARK_PX) if note else 0.0


def bar_labels(content: BarContent, layout: BarLayout, room: float) -> BarLabels:
    """Set the words of the rows in view, a name in so many pixels of room."""
    names: list[PlacedText] = []
    totals: list[PlacedText] = []
    notes: list[PlacedText] = []
    for place, middle in enumerate(layout.middles.tolist()):
        row = layout.first_row + place
        name = elided(content.row_names[row], room, NAME_PX)
        x = layout.left - TO_BAR_PX - text_width(name, NAME_PX)
        y = baseline_of_middle(middle, NAME_PX)
        names.append(PlacedText(name, x, y, NAME_PX))
        end = float(layout.edges[place, -1])
        tick_s = content.capacity(row)
        tick = layout.x(tick_s) if tick_s is not None else layout.left
        x = round(max(end, tick) + TO_TOTAL_PX)
        total = showable(content.total(row))
        if total:
            totals.append(PlacedText(total, x, y, NAME_PX, bold=True))
            x += text_width(total, NAME_PX, bold=True) + _TO_NOTE_PX
        y = baseline_of_middle(middle, REMARK_PX)
        words = [content.note(row)] if content.note(row) else []
        if end <= layout.left:
            inside = layout.left + _INTO_BAR_PX
            if inside + text_width(content.nothing, REMARK_PX) + _INTO_BAR_PX < tick:
                notes.append(PlacedText(content.nothing, inside, y, REMARK_PX))
            else:
                words.insert(0, content.nothing)
        if words:
            notes.append(PlacedText(showable(", ".join(words)), x, y, REMARK_PX))
    return BarLabels(tuple(names), tuple(totals), tuple(notes))


def axis_labels(ticks: Sequence[Tick], layout: BarLayout) -> tuple[PlacedText, ...]:
    """Set the names of the axis below the last row in view."""
    y = baseline_of_middle(layout.bottom + _AXIS_MIDDLE_PX, AXIS_PX)
    return tuple(
        PlacedText(
            tick.name,
            layout.x(tick.seconds) - text_width(tick.name, AXIS_PX) / 2,
            y,
            AXIS_PX,
        )
        for tick in ticks
    )
