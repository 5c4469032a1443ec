"""The words beside bars against capacity: names, totals, quiet notes."""

import numpy as np

from clockify_desktop.charts.bar_labels import TO_BAR_PX, TO_TOTAL_PX, BarLabels
from clockify_desktop.charts.bar_layout import BarLayout
from clockify_desktop.charts.capacity_content import CapacityContent
from clockify_desktop.charts.fonts import NAME_PX, REMARK_PX, baseline_of_middle
from clockify_desktop.charts.text_paths import (
    PlacedText,
    elided,
    rough_width,
    text_width,
)

_TO_NOTE_PX = 9.0
_INTO_BAR_PX = 8.0
_LEAST_PLOT_PX = 60.0


def pixels_a_second(content: CapacityContent, room: float) -> float:
    """Choose the scale at which every row and the words behind it find room.

    All rows count, also those out of view: scrolling must not change the scale.
    """
    ends_s = content.ends_s
    if not ends_s.any():
        return 0.0
    # Figures are equally wide: no total is wider than the largest or the smallest.
    widest = (int(content.hours_s.argmax()), int(content.hours_s.argmin()))
    total = max(text_width(content.total(row), NAME_PX, bold=True) for row in widest)
    notes = {note: rough_width(content.note(row), REMARK_PX) + _TO_NOTE_PX
             for row, note in enumerate(content.notes) if note}  # fmt: skip
    behind = (
        TO_TOTAL_PX + total + np.array([notes.get(one, 0) for one in content.notes])
    )
    lengths = np.maximum(room - behind, _LEAST_PLOT_PX)
    some = ends_s > 0
    return float((lengths[some] / ends_s[some]).min())


def capacity_labels(
    content: CapacityContent, layout: BarLayout, room: float
) -> BarLabels:
    """Set the words of the rows in view, a name in so many pixels of room."""
    names: list[PlacedText] = []
    totals: list[PlacedText] = []
    notes: list[PlacedText] = []
    for place, middle in enumerate(layout.middles.tolist()):
        row = layout.first_row + place
        name = elided(content.names[row], room, NAME_PX)
        x = layout.left - TO_BAR_PX - text_width(name, NAME_PX)
        y = baseline_of_middle(middle, NAME_PX)
        names.append(PlacedText(name, x, y, NAME_PX))
        x = round(layout.x(int(content.ends_s[row])) + TO_TOTAL_PX)
        total = content.total(row)
        totals.append(PlacedText(total, x, y, NAME_PX, bold=True))
        x += text_width(total, NAME_PX, bold=True) + _TO_NOTE_PX
        y = baseline_of_middle(middle, REMARK_PX)
        if content.note(row):
            notes.append(PlacedText(content.note(row), x, y, REMARK_PX))
        if content.hours_s[row] <= 0 and _fits_in_track(content, layout, row):
            inside = layout.left + _INTO_BAR_PX
            notes.append(PlacedText(content.nothing, inside, y, REMARK_PX))
    return BarLabels(tuple(names), tuple(totals), tuple(notes))


def _fits_in_track(content: CapacityContent, layout: BarLayout, row: int) -> bool:
    if content.is_loading or not content.has_track[row]:
        return False
    free_s = int(content.expected_s[row] - content.tolerance_s[row])
    words = text_width(content.nothing, REMARK_PX) + 2 * _INTO_BAR_PX
    return free_s * layout.px_per_s > words
