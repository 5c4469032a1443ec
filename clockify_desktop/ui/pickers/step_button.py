"""An arrow beside the period."""

from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from clockify_desktop.ui.look import palette as roles

_WIDTH: Final = 30
_TALLER: Final = 18
_ARM: Final = 4.0


class StepButton(QPushButton):
    """A narrow button with an arrow, mirrored with the direction of reading.

    Args:
        by: -1 for back, 1 for on.
    """

    def __init__(self, name: str, spoken: str, by: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._by = by
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Be as high as a picker."""
        return QSize(_WIDTH, self.fontMetrics().height() + _TALLER)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame as the style sheet says, and the arrow in it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = roles.TEXT if self.isEnabled() else roles.QUIET
        pen = QPen(self.palette().color(role), 1.6)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        tip = _ARM / 2 * (-self._by if mirrored else self._by)
        middle = QPointF(self.width() / 2, self.height() / 2)
        points = (QPointF(-tip, -_ARM), QPointF(tip, 0), QPointF(-tip, _ARM))
        painter.drawPolyline(QPolygonF([middle + point for point in points]))
        painter.end()
