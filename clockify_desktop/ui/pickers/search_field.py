"""The field above a list: what is typed in it, and the walk between the two."""

from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from clockify_desktop.ui.pickers.pick_list import PickList

_INTO_THE_LIST: Final = frozenset(
    {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}
)


class SearchField(QLineEdit):
    """Narrows a list; the arrow down goes into it, and letters come back from it.

    Args:
        what: What is searched for, such as ``people``.
    """

    def __init__(self, name: str, what: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setPlaceholderText(f"Search {what}")
        self.setAccessibleName(f"Search {what}")
        self._list: PickList | None = None

    def lead_to(self, pick_list: PickList) -> None:
        """Name the list, which stands below and is made later."""
        self._list = pick_list
        pick_list.typed.connect(self._on_typed)
        pick_list.left_above.connect(self._on_left_above)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk into the list."""
        if self._list is not None and event.key() in _INTO_THE_LIST:
            self._list.enter()
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.insert(text)

    @Slot()
    def _on_left_above(self) -> None:
        self.setFocus(Qt.FocusReason.BacktabFocusReason)
