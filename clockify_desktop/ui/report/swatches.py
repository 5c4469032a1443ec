"""The small squares that tell a colour of the picture, hatched as there."""

from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from clockify_desktop.charts.series_colors import COLORED
from clockify_desktop.charts.theme import Theme
from clockify_desktop.domain.label import LabelKind

SWATCH_PX: Final = 11
_RADIUS: Final = 2.0
_STEP_PX: Final = 3.0


def draw_swatch(
    painter: QPainter, place: QRect, kind: LabelKind, color: str, theme: Theme
) -> None:
    """Draw a square in ``#RRGGBB``; "other" gets slanting lines, "without" dots."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    square = QRectF(place)
    around = QPainterPath()
    if kind in COLORED:
        around.addRoundedRect(square, _RADIUS, _RADIUS)
        painter.fillPath(around, QColor(color))
        painter.restore()
        return
    around.addRoundedRect(square.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    painter.fillPath(around, QColor(theme.hatch_ground))
    pen = QPen(QColor(color), 1.0)
    painter.strokePath(around, pen)
    painter.setClipPath(around)
    painter.setPen(pen)
    if kind is LabelKind.OTHER:
        _draw_lines(painter, square)
    else:
        _draw_dots(painter, square)
    painter.restore()


def _draw_lines(painter: QPainter, square: QRectF) -> None:
    side = square.width()
    for step in range(1, int(2 * side / _STEP_PX)):
        reach = step * _STEP_PX
        start = square.topLeft() + QPointF(reach, 0)
        painter.drawLine(QLineF(start, square.topLeft() + QPointF(0, reach)))


def _draw_dots(painter: QPainter, square: QRectF) -> None:
    painter.setBrush(painter.pen().color())
    middle = square.center()
    for right in (-_STEP_PX, 0.0, _STEP_PX):
        for down in (-_STEP_PX, 0.0, _STEP_PX):
            painter.drawEllipse(middle + QPointF(right, down), 0.4, 0.4)
