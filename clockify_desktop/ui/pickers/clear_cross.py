"""The cross that takes a narrowing back."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from clockify_desktop.ui.look import palette as roles

_SIZE: Final = 20
_ARM: Final = 3.5


class ClearCross(QPushButton):
    """A small round button with a cross."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(QSize(_SIZE, _SIZE))
        self.setToolTip("Show all again")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cross, on a disc under the pointer, in a ring with the focus."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = self.palette().color(roles.ACCENT)
        disc = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(accent, 1.5) if self.hasFocus() else Qt.PenStyle.NoPen)
        hovered = self.underMouse()
        painter.setBrush(
            self.palette().color(roles.SURFACE) if hovered else Qt.BrushStyle.NoBrush
        )
        painter.drawEllipse(disc)
        painter.setPen(QPen(accent, 1.6, c=Qt.PenCapStyle.RoundCap))
        middle = disc.center()
        for arm in (QPointF(_ARM, _ARM), QPointF(_ARM, -_ARM)):
            painter.drawLine(middle - arm, middle + arm)
        painter.end()
