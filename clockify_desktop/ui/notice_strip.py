"""The strip above every page: what was refused, the newest first."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from clockify_desktop.domain.errors import AppError
from clockify_desktop.ui.error_strip import ErrorStrip, ShownError

_CLOSE = "Close"
_AGAIN = "Try again"


class NoticeStrip(ErrorStrip):
    """Shows one notice; once it is closed, the one before it.

    Signals:
        again: The person would like what was refused to be tried again.
    """

    again = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "notice", "close_notice")
        self._notices: list[ShownError] = []
        self.retried.connect(self._on_pressed)

    def say(self, error: AppError, *, again: bool = False) -> None:
        """Say on top of the others that something was refused."""
        self.withdraw(error)
        self._notices.append(ShownError(error, action=_AGAIN if again else _CLOSE))
        self._show_newest()

    def withdraw(self, error: AppError) -> None:
        """Say something no more, whether it is shown or waits below another."""
        said = str(error)
        self._notices = [one for one in self._notices if str(one.error) != said]
        self._show_newest()

    @Slot()
    def _on_pressed(self) -> None:
        pressed = self._notices.pop()
        self._show_newest()
        if pressed.action == _AGAIN:
            self.again.emit()

    def _show_newest(self) -> None:
        self.show_state(self._notices[-1] if self._notices else None)
