"""Asking for a file to read, without ever blocking the event loop."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from clockify_desktop.ui.save_as import RecentFolder


class OpenFile(QObject):
    """The system's own question for a file that is there."""

    path_chosen = Signal(Path)

    def __init__(self, parent: QWidget, recent: RecentFolder) -> None:
        super().__init__(parent)
        self._home, self._recent = parent, recent

    def ask(self, title: str, kinds: str) -> None:
        """Ask; ``kinds`` is spelled as Qt's filters are: ``CSV file (*.csv)``."""
        dialog = QFileDialog(self._home, title, self._recent.or_documents(), kinds)
        dialog.setObjectName("open_file")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_selected)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _on_selected(self, file: str) -> None:
        path = Path(file)
        self._recent.path = path.parent
        self.path_chosen.emit(path)
