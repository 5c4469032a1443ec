"""Asks why no time is expected, which may be left empty."""

from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from clockify_desktop.domain.showable import Showable
from clockify_desktop.translation import tr
from clockify_desktop.ui.labels import (
    close_button,
    field_label,
    push_button,
    text_label,
)
from clockify_desktop.ui.layouts import STRETCH, column, row
from clockify_desktop.ui.promise import KEPT_HERE

LONGEST_REASON: Final = 80


class ReasonDialog(QDialog):
    """Opened with ``start()``."""

    # The reason, empty where none was given.
    confirmed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reason_dialog")
        self.setFixedWidth(440)
        self._title = text_label("", self, "title")
        self.reason = QLineEdit(self)
        self.reason.setObjectName("reason")
        self.reason.setMaxLength(LONGEST_REASON)
        keep = push_button(tr("Keep"), "keep_reason", self, "main")
        keep.setDefault(True)
        keep.clicked.connect(self._on_kept)
        column(
            *(self._title, 4),
            *(field_label(tr("Reason, if you like"), self.reason), self.reason),
            *(text_label(KEPT_HERE, self, "quiet"), 8),
            row(STRETCH, close_button(self), keep, spacing=8),
            within=self,
            spacing=6,
            margins=(24, 20, 24, 16),
        )

    def start(self, words: Showable) -> None:
        """Ask for the reason of what the words say."""
        self.setWindowTitle(words)
        self._title.setText(words)
        self.open()
        self.reason.setFocus()

    @Slot()
    def _on_kept(self) -> None:
        self.accept()
        self.confirmed.emit(self.reason.text().strip())
