"""The list of a picker of many: rows with boxes, narrowed by a search."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from clockify_desktop.ui.pickers.rows import Row, found, ids_of
from clockify_desktop.viewmodels.choice import PickedId

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
"""The ``Row`` itself."""

ModelIndex = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NOWHERE: Final = QModelIndex()


class CheckListModel(QAbstractListModel):
    """Rows, each with the state of its box.

    Signals:
        checked: The ids of a row whose box was set (frozenset), for those to choose.
        unchecked: The ids of a row whose box was cleared.
    """

    checked = Signal(object)
    unchecked = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._all: tuple[Row, ...] = ()
        self._rows: tuple[Row, ...] = ()
        self._search = ""
        self._chosen: frozenset[PickedId] = frozenset()
        self._states: tuple[Qt.CheckState, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows found."""
        return self._rows

    @property
    def shown_ids(self) -> frozenset[PickedId]:
        """Everybody who is in the rows found."""
        return ids_of(self._rows)

    def show(self, rows: Sequence[Row], chosen: frozenset[PickedId]) -> None:
        """Show rows, or the same rows with other boxes.

        Args:
            rows: All of them, before the search.
        """
        if tuple(rows) == self._all:
            self._check(chosen)
            return
        self._all, self._chosen = tuple(rows), chosen
        self._find()

    def search(self, text: str) -> None:
        """Show only the rows that hold some words."""
        if text != self._search:
            self._search = text
            self._find()

    def _find(self) -> None:
        self.beginResetModel()
        self._rows = found(self._all, self._search)
        self._states = self._states_now()
        self.endResetModel()

    def _check(self, chosen: frozenset[PickedId]) -> None:
        self._chosen = chosen
        states = self._states_now()
        if states == self._states:
            return
        self._states = states
        last = self.index(len(self._rows) - 1)
        self.dataChanged.emit(self.index(0), last, [_Role.CheckStateRole])

    def _states_now(self) -> tuple[Qt.CheckState, ...]:
        return tuple(_state(row.ids, self._chosen) for row in self._rows)

    def rowCount(self, parent: ModelIndex = _NOWHERE) -> int:
        """Count the rows found."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: ModelIndex, role: int = _Role.DisplayRole) -> object:
        """Give what a view asks for; most roles hold nothing."""
        if role == _Role.CheckStateRole:
            has_box = index.isValid() and bool(self._rows[index.row()].ids)
            return self._states[index.row()] if has_box else None
        if role == ROW_ROLE:
            return self._rows[index.row()] if index.isValid() else None
        if role == _Role.DisplayRole:
            return self._rows[index.row()].text if index.isValid() else None
        if role in {_Role.AccessibleTextRole, _Role.ToolTipRole}:
            return self._rows[index.row()].spoken if index.isValid() else None
        return None

    def setData(
        self, index: ModelIndex, value: object, role: int = _Role.EditRole
    ) -> bool:
        """Tell of the wish to set or clear a box; a new state will answer it."""
        if role != _Role.CheckStateRole or not index.isValid():
            return False
        ids = self._rows[index.row()].ids
        if not ids:
            return False
        wanted = Qt.CheckState(value) is Qt.CheckState.Checked
        (self.checked if wanted else self.unchecked).emit(ids)
        return True

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        """Let everything be chosen but headings without a box."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if not self._rows[index.row()].ids:
            return Qt.ItemFlag.ItemNeverHasChildren
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemNeverHasChildren
        )


def _state(ids: frozenset[PickedId], chosen: frozenset[PickedId]) -> Qt.CheckState:
    if not ids or ids.isdisjoint(chosen):
        return Qt.CheckState.Unchecked
    return Qt.CheckState.Checked if ids <= chosen else Qt.CheckState.PartiallyChecked
