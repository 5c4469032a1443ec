"""A tick each second, while there is something to count down."""

from PySide6.QtCore import QObject, QTimer, Signal

_SECOND_MS = 1000


class Countdown(QObject):
    """Ticks only as long as somebody waits.

    Signals:
        ticked: Another second is over.
    """

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND_MS)
        self._timer.timeout.connect(self.ticked)

    @property
    def running(self) -> bool:
        """Whether it ticks."""
        return self._timer.isActive()

    def follow(self, *, waiting: bool) -> None:
        """Tick from now on, or stand still."""
        if not waiting:
            self._timer.stop()
        elif not self.running:
            self._timer.start()
