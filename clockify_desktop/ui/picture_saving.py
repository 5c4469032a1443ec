"""Saving the picture of a page as a file, or copying it."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from clockify_desktop.ui.save_as import RecentFolder, SaveAs
from clockify_desktop.viewmodels.export_state import PictureKind, PictureState

_KINDS: Final = {
    PictureKind.PNG: "PNG picture (*.png)",
    PictureKind.SVG: "SVG drawing (*.svg)",
    PictureKind.PDF: "PDF document (*.pdf)",
}


class PictureSaving(QObject):
    """Asks where a picture goes; puts a copied one on the clipboard.

    Signals:
        path_chosen: The ``PictureKind`` and the ``Path`` to save to.
    """

    path_chosen = Signal(object, object)

    def __init__(self, parent: QWidget, recent: RecentFolder | None = None) -> None:
        super().__init__(parent)
        self._kind = PictureKind.PNG
        self._save_as = SaveAs(parent, recent or RecentFolder())
        self._save_as.path_chosen.connect(self._on_path)

    def ask(self, kind: PictureKind, name: str) -> None:
        """Ask where to save."""
        self._kind = kind
        title = f"Save the picture as {kind.value.upper()}"
        self._save_as.ask(title, name, kind.value, _KINDS[kind])

    def show_state(self, state: PictureState) -> None:
        """Put a picture that was copied on the clipboard."""
        if state.copied is not None:
            QGuiApplication.clipboard().setImage(QImage.fromData(state.copied))

    @Slot(object)
    def _on_path(self, path: Path) -> None:
        self.path_chosen.emit(self._kind, path)
