"""The views that are saved: opened, called something else, and deleted."""

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from clockify_desktop.domain.showable import named, showable_name
from clockify_desktop.translation import tr
from clockify_desktop.ui.labels import (
    close_button,
    field_label,
    link_button,
    push_button,
    text_label,
)
from clockify_desktop.ui.layouts import STRETCH, column, row
from clockify_desktop.ui.save_view_dialog import LONGEST_NAME

_KEYS: Final = tr(
    "F2 renames, Del deletes. The first nine open by Ctrl and their number."
)
_AIRY: Final = "QListView::item { padding: 4px 6px; }"
_NAME: Final = Qt.ItemDataRole.UserRole


class ViewsDialog(QDialog):
    """Opened with ``open()``.

    Signals:
        chosen: The name of a view that is to be opened.
        renamed: A name, and the one in its place.
        deleted: The name of a view.
        undone: The last one that was deleted is to come back.
    """

    chosen = Signal(str)
    renamed = Signal(str, str)
    deleted = Signal(str)
    undone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("views_dialog")
        self.setWindowTitle(tr("Views"))
        self.resize(460, 380)
        self.views = QListWidget(self)
        self.views.setObjectName("saved_views")
        self.views.setStyleSheet(_AIRY)
        self.views.setEditTriggers(QListWidget.EditTrigger.EditKeyPressed)
        self._said = text_label("", self, "quiet", name="views_said")
        self._undo = link_button(tr("Undo"), "undo_deletion", self)
        self._open = push_button(tr("Open"), "open_view", self, "main")
        self._open.setDefault(True)
        self._rename = push_button(tr("Rename"), "rename_view", self)
        self._delete = push_button(tr("Delete"), "delete_view", self)
        for button in (self._rename, self._delete):
            button.setAutoDefault(False)
        column(
            *(field_label(tr("Saved views"), self.views), (self.views, 1)),
            *(row((self._said, 1), self._undo, spacing=8), 8),
            row(
                *(self._rename, self._delete, STRETCH),
                *(close_button(self), self._open),
                spacing=8,
            ),
            within=self,
            spacing=6,
            margins=(20, 16, 20, 16),
        )
        self.views.itemChanged.connect(self._on_item_changed)
        self.views.itemDoubleClicked.connect(self._on_open)
        self._open.clicked.connect(self._on_open)
        self._rename.clicked.connect(self._on_rename)
        self._delete.clicked.connect(self._on_delete)
        self._undo.clicked.connect(self._on_undo)
        self._say(_KEYS)

    def show_views(self, names: tuple[str, ...]) -> None:
        """List the views."""
        place, views = max(self.views.currentRow(), 0), self.views
        views.blockSignals(True)  # noqa: FBT003 - a setter of Qt
        # What stands already may be edited at this moment.
        while views.count() > len(names):
            views.takeItem(len(names))
        for at, name in enumerate(names):
            item = views.item(at) if at < views.count() else QListWidgetItem(views)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setText(showable_name(name))
            item.setData(_NAME, name)
        views.blockSignals(False)  # noqa: FBT003 - a setter of Qt
        views.setCurrentRow(min(place, len(names) - 1))
        for button in (self._open, self._rename, self._delete):
            button.setEnabled(bool(names))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete by Del, and undo it by the system's keys."""
        if event.key() == Qt.Key.Key_Delete:
            self._on_delete()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self._on_undo()
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Offer no undo of what was done before when it opens again."""
        super().done(result)
        self._say(_KEYS)

    def _current(self) -> str | None:
        if self.views.currentRow() < 0:
            return None
        return str(self.views.currentItem().data(_NAME))

    def _say(self, words: str, *, can_undo: bool = False) -> None:
        self._said.setText(words)
        self._undo.setVisible(can_undo)

    @Slot(QListWidgetItem)
    def _on_item_changed(self, item: QListWidgetItem) -> None:
        before, name = str(item.data(_NAME)), item.text().strip()[:LONGEST_NAME]
        if name == showable_name(before):
            return
        every = [self.views.item(at) for at in range(self.views.count())]
        if not name or any(name == one.data(_NAME) for one in every):
            if name:
                self._say(tr("There is another view {name}.", name=named(name)))
            item.setText(showable_name(before))
            return
        self._say(tr("Renamed to {name}.", name=named(name)))
        self.renamed.emit(before, name)

    @Slot()
    def _on_open(self) -> None:
        name = self._current()
        if name is not None:
            self.accept()
            self.chosen.emit(name)

    @Slot()
    def _on_rename(self) -> None:
        self.views.setFocus()
        self.views.editItem(self.views.currentItem())

    @Slot()
    def _on_delete(self) -> None:
        name = self._current()
        if name is not None:
            self._say(tr("Deleted {name}.", name=named(name)), can_undo=True)
            self.deleted.emit(name)

    @Slot()
    def _on_undo(self) -> None:
        if self._undo.isVisible():
            self._say(_KEYS)
            self.undone.emit()
