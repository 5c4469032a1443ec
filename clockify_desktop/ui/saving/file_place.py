"""The name of a file and its folder, both of which a person can change."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QLineEdit, QSizePolicy, QWidget

from clockify_desktop.domain.showable import showable_name
from clockify_desktop.translation import tr
from clockify_desktop.ui.labels import field_label, push_button, set_tool_tip
from clockify_desktop.ui.layouts import column, row
from clockify_desktop.ui.save_as import RecentFolder

_TEXT_ENDINGS = ("csv", "txt")


class FilePlace(QWidget):
    """Tells the path whenever it is another one."""

    path_changed = Signal(Path)

    def __init__(self, parent: QWidget, recent: RecentFolder) -> None:
        super().__init__(parent)
        self._recent = recent
        self._offered, self._ending, self._told = "", "csv", Path()
        self._dialog: QFileDialog | None = None
        self.name = QLineEdit(self)
        self.name.setObjectName("file_name")
        title = field_label(tr("File"), self.name)
        self._folder = QLineEdit(self)
        self._folder.setObjectName("file_folder")
        self._folder.setReadOnly(True)
        self._folder.setAccessibleName(tr("Folder"))
        self._folder.setSizePolicy(
            QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        )
        self.change = push_button(
            tr("Change\N{HORIZONTAL ELLIPSIS}"), "change_folder", self
        )
        self.change.setAccessibleName(tr("Change the folder"))
        self.change.setAutoDefault(False)
        place = row((self.name, 5), (self._folder, 3), self.change, spacing=8)
        column(title, place, within=self, spacing=6)
        self.name.textEdited.connect(self._tell)
        self.change.clicked.connect(self.ask)

    @property
    def path(self) -> Path | None:
        """Where the file goes, ``None`` without a name.

        A name without an ending of its kind gets one.
        """
        name = self.name.text().strip()
        if not name:
            return None
        path = Path(self._recent.or_documents()) / name
        if not Path(name).name:
            # It is the path of a folder.
            return None
        endings = _TEXT_ENDINGS if self._ending == "csv" else (self._ending,)
        if path.suffix[1:].lower() not in endings:
            path = path.with_name(f"{path.name}.{self._ending}")
        return path

    def show_name(self, name: str, ending: str) -> None:
        """Offer a name; one that a person wrote stays, with another ending."""
        text = self.name.text()
        if text in {"", self._offered}:
            self.name.setText(name)
        elif ending != self._ending and Path(text.strip()).name:
            self.name.setText(str(Path(text).with_suffix(f".{ending}")))
        self.name.setCursorPosition(0)
        self._offered, self._ending = name, ending
        self._show_folder()
        self._tell()

    def forget_name(self) -> None:
        """Offer the next name, whatever was written."""
        self.name.clear()
        self._told = Path()

    @Slot()
    def ask(self) -> None:
        """Ask for another folder, without blocking."""
        dialog = QFileDialog(
            self, tr("Folder of the file"), self._recent.or_documents()
        )
        dialog.setObjectName("folder_question")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._on_folder)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _on_folder(self, folder: str) -> None:
        self._recent.path = Path(folder)
        self._show_folder()
        self._tell()

    def _show_folder(self) -> None:
        folder = Path(self._recent.or_documents())
        shown = showable_name(str(folder))
        self._folder.setText(shown)
        self._folder.setCursorPosition(0)
        set_tool_tip(self._folder, shown)

    @Slot()
    def _tell(self) -> None:
        path = self.path
        if path is not None and path != self._told:
            self._told = path
            self.path_changed.emit(path)
