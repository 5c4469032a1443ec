"""The places of a picture that can be clicked, in the canvas's own pixels."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from clockify_desktop.charts.bar_layout import PITCH_PX, BarLayout


@dataclass(frozen=True, slots=True)
class ChartHit:
    """A place that can be clicked.

    Args:
        row: A row of the matrix.
        column: A column; ``None`` for the row's name.
    """

    row: int
    column: int | None = None


def hit_at(layout: BarLayout, place: QPointF) -> ChartHit | None:
    """Find what is at a place.

    Args:
        layout: Where the bars in view lie.
        place: Logical pixels from the upper left corner.

    Returns:
        A segment, or a row where its name stands; ``None`` elsewhere.
    """
    hit = layout.hit(place.x(), place.y())
    if hit is not None:
        return ChartHit(*hit)
    at = int((place.y() - layout.top) // PITCH_PX)
    if place.x() < layout.left and 0 <= at < layout.rows:
        return ChartHit(layout.first_row + at)
    return None


def band(layout: BarLayout, row: int) -> QRectF:
    """Give the place of a row's name."""
    top = layout.top + (row - layout.first_row) * PITCH_PX
    return QRectF(2, top + 2, layout.left - 8, PITCH_PX - 4)


def place_of(layout: BarLayout, spot: ChartHit) -> QRectF:
    """Give the place of a segment or a name."""
    box = None
    if spot.column is not None:
        box = layout.box(spot.row, spot.column)
    if box is None:
        return band(layout, spot.row)
    left, top, right, bottom = box
    return QRectF(left, top, right - left, bottom - top)
