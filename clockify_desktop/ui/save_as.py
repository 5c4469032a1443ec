"""Asking where to save, without ever blocking the event loop."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

_Place = QStandardPaths.StandardLocation


@dataclass(slots=True)
class RecentFolder:
    """Where this run saved last, shared by all that ask; ``None`` until then."""

    path: Path | None = None

    def or_documents(self) -> str:
        """Give a folder to begin with."""
        if self.path is not None and self.path.is_dir():
            return str(self.path)
        return QStandardPaths.writableLocation(_Place.DocumentsLocation)


class SaveAs(QObject):
    """The system's own question for a file to write.

    Signals:
        path_chosen: The ``Path``; the person agreed that a file there is replaced.
    """

    path_chosen = Signal(object)

    def __init__(self, parent: QWidget, recent: RecentFolder) -> None:
        super().__init__(parent)
        self._home = parent
        self._recent = recent
        self._dialog: QFileDialog | None = None

    def ask(self, title: str, name: str, suffix: str, kinds: str) -> None:
        """Ask; a second call withdraws the first question.

        Args:
            suffix: What a name without an ending gets, without a point.
            kinds: What the files are, as Qt spells filters: ``CSV file (*.csv)``.
        """
        self._withdraw()
        dialog = QFileDialog(self._home, title, self._recent.or_documents(), kinds)
        dialog.setObjectName("save_as")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(name)
        dialog.fileSelected.connect(self._on_selected)
        dialog.finished.connect(self._on_finished)
        self._dialog = dialog
        dialog.open()

    def _withdraw(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.close()
            dialog.deleteLater()

    @Slot(str)
    def _on_selected(self, file: str) -> None:
        path = Path(file)
        self._recent.path = path.parent
        self.path_chosen.emit(path)

    @Slot()
    def _on_finished(self) -> None:
        self._withdraw()
