"""Asking for a file to read, without ever blocking the event loop."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from clockify_desktop.ui.save_as import RecentFolder


class OpenFile(QObject):
    """The system's own question for a file that is there."""

    path_chosen = Signal(Path)
    # Several of them, a list.
    paths_chosen = Signal(list)

    def __init__(self, parent: QWidget, recent: RecentFolder) -> None:
        super().__init__(parent)
        self._home, self._recent = parent, recent

    def ask(self, title: str, kinds: str, *, several: bool = False) -> None:
        """Ask.

        Args:
            kinds: Spelled as Qt's filters are: ``CSV file (*.csv)``.
            several: Whether more than one can be chosen.
        """
        dialog = QFileDialog(self._home, title, self._recent.or_documents(), kinds)
        dialog.setObjectName("open_file")
        modes = QFileDialog.FileMode
        dialog.setFileMode(modes.ExistingFiles if several else modes.ExistingFile)
        if several:
            dialog.filesSelected.connect(self._on_several)
        else:
            dialog.fileSelected.connect(self._on_selected)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _on_selected(self, file: str) -> None:
        path = Path(file)
        self._recent.path = path.parent
        self.path_chosen.emit(path)

    @Slot(list)
    def _on_several(self, files: list[str]) -> None:
        paths = list(map(Path, files))
        self._recent.path = paths[0].parent
        self.paths_chosen.emit(paths)
