"""Asks under which name to keep what is looked at."""

from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from clockify_desktop.domain.showable import named
from clockify_desktop.translation import tr
from clockify_desktop.ui.labels import (
    close_button,
    field_label,
    push_button,
    show_words,
    text_label,
)
from clockify_desktop.ui.layouts import STRETCH, column, row

LONGEST_NAME: Final = 60


class SaveViewDialog(QDialog):
    """Opened with ``start()``."""

    # The name, which may be that of another view: it takes its place.
    confirmed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("save_view_dialog")
        self.setWindowTitle(tr("Save view"))
        self.setFixedWidth(460)
        self._names: frozenset[str] = frozenset()
        self._what = text_label("", self)
        self.name = QLineEdit(self)
        self.name.setObjectName("view_name")
        self.name.setMaxLength(LONGEST_NAME)
        self._said = text_label("", self, "quiet", name="view_said")
        self._save = push_button(tr("Save"), "save_view", self, "main")
        self._save.setDefault(True)
        self._save.clicked.connect(self._on_saved)
        self.name.textChanged.connect(self._on_typed)
        column(
            *(self._what, 4),
            *(field_label(tr("Name of the view"), self.name), self.name, self._said, 8),
            row(STRETCH, close_button(self), self._save, spacing=8),
            within=self,
            spacing=6,
            margins=(24, 20, 24, 16),
        )

    def start(self, what: str, names: frozenset[str]) -> None:
        """Ask for a name.

        Args:
            what: What is kept, in words.
            names: Those of the views that there are.
        """
        self._names = names
        self._what.setText(what)
        self.name.clear()
        self._on_typed()
        self.open()
        self.name.setFocus()

    @property
    def _wished(self) -> str:
        return self.name.text().strip()

    @Slot()
    def _on_typed(self) -> None:
        taken = self._wished in self._names
        self._save.setEnabled(bool(self._wished))
        show_words(self._save, tr("Replace") if taken else tr("Save"))
        said = tr(
            "There is a view {wished}: this one takes its place.",
            wished=named(self._wished),
        )
        self._said.setText(said if taken else tr("Kept on this computer."))

    @Slot()
    def _on_saved(self) -> None:
        self.accept()
        self.confirmed.emit(self._wished)
