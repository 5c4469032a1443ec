"""The small arrow of whatever opens downwards."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF


def draw_down_arrow(painter: QPainter, place: QRect, color: QColor) -> None:
    """Draw a filled arrow in the middle of a place.

    Args:
        place: At least 8 by 5 pixels.
    """
    painter.save()
    middle = QPointF(place.center()) + QPointF(0.5, 0.5)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    corners = (QPointF(-4, -2), QPointF(4, -2), QPointF(0, 3))
    painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))
    painter.restore()
