"""A thin line that moves while an answer is under way."""

import sys
from typing import Final

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QStyle, QWidget

from clockify_desktop.translation import tr
from clockify_desktop.ui.look import palette as roles

HEIGHT_PX: Final = 3
_TICK_MS: Final = 40
_ROUND_MS: Final = 1600
_SHARE: Final = 0.25


class ProgressLine(QWidget):
    """As long as what has come; where nobody knows, a piece that wanders.

    Where the system asks for no motion the line is whole and stands still. It takes
    its room also while nothing is under way, so that nothing below it jumps.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("progress_line")
        self.setFixedHeight(HEIGHT_PX)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._running = False
        self._done: float | None = None
        self._phase = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._on_tick)

    @property
    def moving(self) -> bool:
        """Whether it is in motion."""
        return self._timer.isActive()

    def show_state(self, *, running: bool, done: float | None = None) -> None:
        """Show how far it is, 0 to 1; ``None`` where nobody knows."""
        if (running, done) == (self._running, self._done):
            return
        self._running, self._done = running, done
        self.setAccessibleName(tr("Asking Clockify") if running else "")
        self._follow()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, or nothing."""
        del event
        if not self._running:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(roles.LINE))
        accent = self.palette().color(roles.ACCENT)
        width = float(self.width())
        if self._done is not None:
            part = QRectF(0, 0, width * self._done, HEIGHT_PX)
        elif self.moving:
            left = (1 + _SHARE) * self._phase - _SHARE
            part = QRectF(left * width, 0, _SHARE * width, HEIGHT_PX)
        else:
            part = QRectF(self.rect())
        painter.fillRect(part, accent)
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:
        """Move again."""
        super().showEvent(event)
        self._follow()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stand still where nobody looks."""
        super().hideEvent(event)
        self._timer.stop()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system's setting of motion."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._follow()

    @Slot()
    def _on_tick(self) -> None:
        self._phase = (self._phase + _TICK_MS / _ROUND_MS) % 1.0
        self.update()

    def _follow(self) -> None:
        unknown = self._running and self._done is None
        if unknown and self.isVisible() and wants_motion(self):
            self._timer.start()
        else:
            self._timer.stop()


def wants_motion(widget: QWidget) -> bool:
    """Tell whether the system allows motion, by a widget's style.

    Windows says it by its effects, too; elsewhere those are off unless a desktop turns
    them on.
    """
    duration = QStyle.StyleHint.SH_Widget_Animation_Duration
    lasting = widget.style().styleHint(duration, None, widget) > 0
    if sys.platform == "win32":
        return lasting and QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
    return lasting
