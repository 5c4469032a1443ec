"""The quiet strips that say what did not work and what to do now."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QWidget

from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.showable import showable
from clockify_desktop.translation import tr
from clockify_desktop.ui.labels import push_button, show_words, text_label
from clockify_desktop.ui.layouts import column, row

_CLOSE: Final = tr("Close")
_RETRY: Final = tr("Try again")
_MARGINS: Final = (14, 10, 12, 10)


@dataclass(frozen=True, slots=True)
class ShownError:
    """What the strip says; no button where ``action`` is empty."""

    error: AppError
    note: str = ""
    action: str = _RETRY


class ErrorStrip(QFrame):
    """Title in bold, below it advice, a button; not there while nothing is wrong."""

    retried = Signal()

    def __init__(
        self, parent: QWidget, name: str = "error_strip", button: str = "retry"
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "trouble")
        self._shown: ShownError | None = None
        self._title = text_label("", self, "trouble", name="error_title")
        self._advice = text_label("", self, name="error_advice")
        for label in (self._title, self._advice):
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            label.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._button = push_button("", button, self)
        self._button.setAutoDefault(False)
        self._button.clicked.connect(self.retried)
        centred = self._button, Qt.AlignmentFlag.AlignVCenter
        words = column(self._title, self._advice, spacing=2), 1
        row(words, centred, within=self, spacing=12, margins=_MARGINS)
        self.setVisible(False)

    def show_state(self, shown: ShownError | None) -> None:
        """Say what did not work; hide for ``None``."""
        is_new = shown is not None and shown != self._shown
        self._shown = shown
        if shown is not None:
            self._write(shown)
            show_words(self._button, shown.action)
            self._button.setVisible(bool(shown.action))
        self.setVisible(shown is not None)
        if is_new:
            # A screen reader is to say it, wherever the focus is.
            alert = QAccessibleEvent(self, QAccessible.Event.Alert)
            QAccessible.updateAccessibility(alert)

    def _write(self, shown: ShownError) -> None:
        title = f"{shown.error.title}."
        advice = f"{shown.error.advice} {shown.note}".strip()
        self._title.setText(title)
        self._advice.setText(advice)
        self.setAccessibleName(showable(f"{title} {advice}"))


class NoticeStrip(ErrorStrip):
    """Shows what was refused, the newest first; once closed, the one before it."""

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
