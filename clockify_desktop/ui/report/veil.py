"""What lies over numbers while newer ones are under way."""

from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from clockify_desktop.ui.look import palette as roles

_SHARE: Final = 0.45


def paint_veil(painter: QPainter, place: QRect, surface: QColor) -> None:
    """Dim what was painted there."""
    veil = QColor(surface)
    veil.setAlphaF(_SHARE)
    painter.fillRect(place, veil)


class Veil(QWidget):
    """Dims the widget that is its parent, which gives it its size."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what is below."""
        painter = QPainter(self)
        paint_veil(painter, event.rect(), self.palette().color(roles.SURFACE))
        painter.end()
