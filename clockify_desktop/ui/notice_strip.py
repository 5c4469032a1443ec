"""The strip above every page: what was refused, the newest first."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from clockify_desktop.domain.errors import AppError
from clockify_desktop.ui.error_strip import ErrorStrip, ShownError

_CLOSE = "Close"
_RETRY = "Try again"


class NoticeStrip(ErrorStrip):
    """Shows one notice; once it is closed, the one before it.

    Signals:
        retry_requested: What was refused is to be tried again.
    """

    retry_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "notice", "close_notice")
        self._notices: list[ShownError] = []
        self.retried.connect(self._on_pressed)

    def add(self, error: AppError, *, retry: bool = False) -> None:
        """Show an error on top of the others, once; ``retry`` offers to try again."""
        self.remove(error)
        self._notices.append(ShownError(error, action=_RETRY if retry else _CLOSE))
        self._show_newest()

    def remove(self, error: AppError) -> None:
        """Remove an error, whether it is shown or waits below another."""
        text = str(error)
        self._notices = [one for one in self._notices if str(one.error) != text]
        self._show_newest()

    @Slot()
    def _on_pressed(self) -> None:
        pressed = self._notices.pop()
        self._show_newest()
        if pressed.action == _RETRY:
            self.retry_requested.emit()

    def _show_newest(self) -> None:
        self.show_state(self._notices[-1] if self._notices else None)
