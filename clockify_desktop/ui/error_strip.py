"""The quiet strip that says what did not work and what to do now."""

from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from clockify_desktop.domain.errors import AppError
from clockify_desktop.ui.look import palette as roles


@dataclass(frozen=True, slots=True)
class ShownError:
    """What the strip says; no button where ``action`` is empty."""

    error: AppError
    note: str = ""
    action: str = "Try again"


class ErrorStrip(QFrame):
    """Title in bold, advice, a button; not there while nothing is wrong.

    Signals:
        retried: The button was pressed.
    """

    retried = Signal()

    def __init__(
        self, parent: QWidget, name: str = "error_strip", button: str = "retry"
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "trouble")
        self._shown: ShownError | None = None
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._button = QPushButton(self)
        self._button.setObjectName(button)
        self._button.setAutoDefault(False)
        self._button.clicked.connect(self.retried)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 12, 10)
        row.setSpacing(12)
        row.addWidget(self._text, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setVisible(False)

    def show_state(self, shown: ShownError | None) -> None:
        """Say what did not work; hide for ``None``."""
        is_new = shown is not None and shown != self._shown
        self._shown = shown
        if shown is not None:
            self._write(shown)
            self._button.setText(shown.action)
            self._button.setAccessibleName(shown.action)
            self._button.setVisible(bool(shown.action))
        self.setVisible(shown is not None)
        if is_new:
            # A screen reader is to say it, wherever the focus is.
            alert = QAccessibleEvent(self, QAccessible.Event.Alert)
            QAccessible.updateAccessibility(alert)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the colours from light to dark."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._shown is not None:
            self._write(self._shown)

    def _write(self, shown: ShownError) -> None:
        color = self.palette().color(roles.TROUBLE).name()
        title, advice = escape(shown.error.title), escape(shown.error.advice)
        note = f" {escape(shown.note)}" if shown.note else ""
        text = f'<b style="color: {color}">{title}.</b> {advice}{note}'
        if self._text.text() != text:
            self._text.setText(text)
        spoken = f"{shown.error.title}. {shown.error.advice} {shown.note}".strip()
        self.setAccessibleName(spoken)
        self._text.setAccessibleName(spoken)
