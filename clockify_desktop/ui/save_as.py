"""Asking where to save, without ever blocking the event loop, and what was saved."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from clockify_desktop.domain.showable import named
from clockify_desktop.export.file_choice import PictureKind
from clockify_desktop.translation import tr
from clockify_desktop.ui.copying import copy_picture
from clockify_desktop.ui.labels import link_button, text_label
from clockify_desktop.ui.layouts import row
from clockify_desktop.viewmodels.export_state import PictureState

_Place = QStandardPaths.StandardLocation
_KINDS: Final = {
    PictureKind.PNG: tr("PNG picture (*.png)"),
    PictureKind.SVG: tr("SVG drawing (*.svg)"),
    PictureKind.PDF: tr("PDF document (*.pdf)"),
}


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
    """The system's own question for a file to write, whose name says what it is.

    Whoever chooses a path agreed that a file there is replaced.
    """

    path_chosen = Signal(Path)

    def __init__(self, parent: QWidget, recent: RecentFolder | None) -> None:
        super().__init__(parent)
        self._home = parent
        self._recent = recent or RecentFolder()
        self._dialog: QFileDialog | None = None
        self._endings: tuple[str, ...] = ("",)
        self._question = ("", "")

    def ask(self, title: str, name: str, endings: tuple[str, ...], kinds: str) -> None:
        """Ask; a second call withdraws the first question.

        A name that has none of the endings gets the first; they have no point.
        ``kinds`` is spelled as Qt's filters are: ``CSV file (*.csv)``.
        """
        self._withdraw()
        self._endings, self._question = endings, (title, kinds)
        dialog = QFileDialog(self._home, title, self._recent.or_documents(), kinds)
        dialog.setObjectName("save_as")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(endings[0])
        dialog.selectFile(name)
        dialog.fileSelected.connect(self._on_selected)
        dialog.finished.connect(self._withdraw)
        self._dialog = dialog
        dialog.open()

    @Slot()
    def _withdraw(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            # It may be ending by itself while the next one is open already.
            dialog.finished.disconnect(self._withdraw)
            dialog.close()
            dialog.deleteLater()

    @Slot(str)
    def _on_selected(self, file: str) -> None:
        path = Path(file)
        self._recent.path = path.parent
        endings = tuple(f".{one}" for one in self._endings)
        if not path.name.lower().endswith(endings):
            path = path.with_name(f"{path.name}.{self._endings[0]}")
            if os.path.lexists(path):
                # Nobody agreed that this one is replaced.
                title, kinds = self._question
                self.ask(title, path.name, self._endings, kinds)
                return
        self.path_chosen.emit(path)


class PictureSaving(QObject):
    """Asks where a picture goes; puts a copied one on the clipboard.

    The ending of the name decides what kind of file it becomes.
    """

    path_chosen = Signal(PictureKind, Path)

    def __init__(self, parent: QWidget, recent: RecentFolder | None = None) -> None:
        super().__init__(parent)
        self._save_as = SaveAs(parent, recent)
        self._save_as.path_chosen.connect(self._on_path)

    def ask(self, kind: PictureKind, name: str) -> None:
        """Ask where to save."""
        others = (one.value for one in PictureKind if one is not kind)
        title = tr("Save the picture as {kind}", kind=kind.value.upper())
        self._save_as.ask(title, name, (kind.value, *others), _KINDS[kind])

    def show_state(self, state: PictureState) -> None:
        """Put a picture that was copied on the clipboard."""
        if state.copied is not None:
            copy_picture(state.copied)

    @Slot(object)
    def _on_path(self, path: Path) -> None:
        self.path_chosen.emit(PictureKind(path.suffix[1:].lower()), path)


class SavedLine(QWidget):
    """``Saved Acme_2026-W47_people-by-project.csv`` and *Show in folder*."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("saved_line")
        self._folder = QUrl()
        self._text = text_label("", self, "fine", name="saved")
        self._show = link_button(tr("Show in folder"), "show_in_folder", self)
        row((self._text, 1), self._show, within=self, spacing=8)
        self._show.clicked.connect(self._on_show)
        self.setVisible(False)

    def show_path(self, path: Path | None) -> None:
        """Say which file was saved; hide for ``None``."""
        self._folder = QUrl.fromLocalFile(str(path.parent)) if path else QUrl()
        said = tr("Saved {path}", path=named(path.name)) if path else ""
        self._text.show_file_name(said)
        self._text.setAccessibleName(said)
        self.setVisible(path is not None)

    @Slot()
    def _on_show(self) -> None:
        QDesktopServices.openUrl(self._folder)
