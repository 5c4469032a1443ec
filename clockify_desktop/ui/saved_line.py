"""The line that says what was saved, with the way to its folder."""

from pathlib import Path

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from clockify_desktop.ui.labels import link_button, text_label


class SavedLine(QWidget):
    """``Saved Acme_2026-W47_people-by-project.csv`` and *Show in folder*."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("saved_line")
        self._folder = QUrl()
        self._text = text_label("", self, "fine", name="saved")
        self._show = link_button("Show in folder", "show_in_folder", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        row.addWidget(self._show)
        self._show.clicked.connect(self._on_show)
        self.setVisible(False)

    def show_path(self, path: Path | None) -> None:
        """Say which file was saved; hide for ``None``."""
        self._folder = QUrl.fromLocalFile(str(path.parent)) if path else QUrl()
        # A place to break after each part: names have no blanks.
        name = "" if path is None else path.name.replace("_", "_\N{ZERO WIDTH SPACE}")
        self._text.setText(f"Saved {name}" if name else "")
        self._text.setAccessibleName(f"Saved {path.name}" if path else "")
        self.setVisible(path is not None)

    @Slot()
    def _on_show(self) -> None:
        QDesktopServices.openUrl(self._folder)
