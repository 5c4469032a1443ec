"""The list of a picker of one: rows without boxes, narrowed by a search."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from clockify_desktop.ui.pickers.check_list_model import ROW_ROLE, ModelIndex
from clockify_desktop.ui.pickers.rows import Row, found

_Role = Qt.ItemDataRole
_NOWHERE: Final = QModelIndex()


class OneListModel(QAbstractListModel):
    """Rows, of which a person picks one."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._all: tuple[Row, ...] = ()
        self._rows: tuple[Row, ...] = ()
        self._search = ""

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows found."""
        return self._rows

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        if tuple(rows) != self._all:
            self._all = tuple(rows)
            self._find()

    def search(self, text: str) -> None:
        """Show only the rows that hold some words."""
        if text != self._search:
            self._search = text
            self._find()

    def current_index(self) -> QModelIndex:
        """Find the row that is chosen."""
        for place, row in enumerate(self._rows):
            if row.current:
                return self.index(place)
        return QModelIndex()

    def _find(self) -> None:
        self.beginResetModel()
        self._rows = found(self._all, self._search)
        self.endResetModel()

    def rowCount(self, parent: ModelIndex = _NOWHERE) -> int:
        """Count the rows found."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: ModelIndex, role: int = _Role.DisplayRole) -> object:
        """Give what a view asks for; most roles hold nothing."""
        if not index.isValid():
            return None
        if role in {_Role.DisplayRole, _Role.ToolTipRole}:
            return self._rows[index.row()].text
        if role == ROW_ROLE:
            return self._rows[index.row()]
        if role == _Role.AccessibleTextRole:
            return self._rows[index.row()].spoken
        return None
