"""Check boxes, drawn here: Fusion's own fade away on a dark ground."""

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton, QWidget

from clockify_desktop.domain.showable import showable
from clockify_desktop.ui.look import palette as roles
from clockify_desktop.ui.look.drawing import draw_line, round_pen

BOX_PX: Final = 16
_RADIUS: Final = 4.0
_GAP: Final = 8
_TICK: Final = ((0.24, 0.52), (0.43, 0.71), (0.77, 0.31))
_DASH: Final = ((0.27, 0.5), (0.73, 0.5))


def draw_check(
    painter: QPainter, box: QRect, state: Qt.CheckState, palette: QPalette
) -> None:
    """Draw a check box into a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
    checked = state is not Qt.CheckState.Unchecked
    border = roles.ACCENT if checked else roles.CONTROL_BORDER
    ground = roles.ACCENT if checked else roles.SURFACE
    painter.setPen(QPen(palette.color(border), 1.0))
    painter.setBrush(palette.color(ground))
    painter.drawRoundedRect(inner, _RADIUS, _RADIUS)
    if checked:
        mark = _TICK if state is Qt.CheckState.Checked else _DASH
        painter.setPen(round_pen(palette.color(roles.ON_ACCENT), 1.8))
        size, left, top = box.width(), box.left(), box.top()
        points = [QPointF(left + x * size, top + y * size) for x, y in mark]
        painter.drawPolyline(QPolygonF(points))
    painter.restore()


class CheckBox(QCheckBox):
    """A check box with its text."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """Have room for the box, the text and the line around both."""
        width = self.fontMetrics().horizontalAdvance(self.text())
        height = max(BOX_PX, self.fontMetrics().height())
        return QSize(BOX_PX + _GAP + width + 4, height + 6)

    def minimumSizeHint(self) -> QSize:
        """Never be cut off."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """Answer clicks on the text as well as on the box."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw box, text and, with the focus, a line around both."""
        del event
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QPainter(self)
        middle = (self.height() - BOX_PX) // 2
        box = QRect(2, middle, BOX_PX, BOX_PX)
        text = self.rect().adjusted(BOX_PX + _GAP + 2, 0, -2, 0)
        whole, direction = self.rect(), self.layoutDirection()
        draw_check(
            painter,
            QStyle.visualRect(direction, whole, box),
            self.checkState(),
            self.palette(),
        )
        color = roles.TEXT if self.isEnabled() else roles.QUIET
        painter.setPen(self.palette().color(color))
        place = QStyle.visualRect(direction, whole, text)
        draw_line(painter, place, showable(self.text()), direction)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().color(roles.ACCENT), 1.5))
            around = QRectF(whole).adjusted(0.75, 0.75, -0.75, -0.75)
            painter.drawRoundedRect(around, _RADIUS, _RADIUS)
        painter.end()
