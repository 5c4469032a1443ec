"""The narrow list of the pages there are."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from clockify_desktop.viewmodels.page_state import PageListState

_WIDTH_PX: Final = 176


class PageList(QListWidget):
    """Pages by name; the arrows move the choice."""

    # A key.
    page_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("page_list")
        self.setAccessibleName("Pages")
        self.setProperty("role", "pages")
        self.setFixedWidth(_WIDTH_PX)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._on_current_changed)
        self._keys: tuple[str, ...] = ()

    def show_state(self, state: PageListState) -> None:
        """Show the pages."""
        with QSignalBlocker(self):
            keys = tuple(page.key for page in state.pages)
            if keys != self._keys:
                self._keys = keys
                self.clear()
                for page in state.pages:
                    item = QListWidgetItem(page.name, self)
                    item.setData(Qt.ItemDataRole.UserRole, page.key)
                    height = self.fontMetrics().height() + 18
                    item.setSizeHint(QSize(0, height))
            self.setCurrentRow(self._keys.index(state.chosen))
            # A style sheet cannot make an item bold.
            for place in range(self.count()):
                font = QFont(self.font())
                font.setBold(place == self.currentRow())
                self.item(place).setFont(font)

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_current_changed(self, current: QListWidgetItem | None) -> None:
        if current is not None:
            self.page_chosen.emit(current.data(Qt.ItemDataRole.UserRole))
