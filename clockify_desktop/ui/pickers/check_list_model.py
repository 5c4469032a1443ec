"""The lists of the pickers: rows narrowed by a search, plain or with boxes."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)

from clockify_desktop.domain.showable import Showable
from clockify_desktop.ui.labels import tool_tip
from clockify_desktop.ui.pickers.rows import Row, found, ids_of
from clockify_desktop.viewmodels.choice import PickedId

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
"""The ``Row`` itself."""

ModelIndex = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NOWHERE: Final = QModelIndex()


class RowListModel(QAbstractListModel):
    """Rows, of which a person picks one; ``rows`` are those the search finds."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._all: tuple[Row, ...] = ()
        self.rows: tuple[Row, ...] = ()
        self._search = ""

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; ``rows`` are all of them, before the search."""
        if tuple(rows) != self._all:
            self._all = tuple(rows)
            self._find()

    @Slot(str)
    def search(self, text: str) -> None:
        """Show only the rows that hold some words; all where there are none."""
        if text != self._search:
            self._search = text
            self._find()

    def current_index(self) -> QModelIndex:
        """Find the row that is chosen; an invalid index where it was not found."""
        for place, row in enumerate(self.rows):
            if row.current:
                return self.index(place)
        return QModelIndex()

    def _find(self) -> None:
        self.beginResetModel()
        self.rows = found(self._all, self._search)
        self._rows_changed()
        self.endResetModel()

    def _rows_changed(self) -> None:
        """Work out what else belongs to the rows."""

    def rowCount(self, parent: ModelIndex = _NOWHERE) -> int:
        """Count the rows found."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: ModelIndex, role: int = _Role.DisplayRole) -> object:
        """Give what a view asks for; most roles hold nothing."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == _Role.DisplayRole:
            return row.text
        if role == _Role.ToolTipRole:
            return tool_tip(self._whole(row))
        if role == _Role.AccessibleTextRole:
            return row.spoken
        return row if role == ROW_ROLE else None

    def _whole(self, row: Row) -> Showable:
        """Write what of a row may be cut."""
        return row.text


class CheckListModel(RowListModel):
    """Rows, each with the state of its box."""

    # The ids of a row whose box is to change.
    checked = Signal(object)
    unchecked = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._chosen: frozenset[PickedId] = frozenset()
        self._states: tuple[Qt.CheckState, ...] = ()

    @property
    def shown_ids(self) -> frozenset[PickedId]:
        """Everybody who is in the rows found."""
        return ids_of(self.rows)

    def show_choice(self, rows: Sequence[Row], chosen: frozenset[PickedId]) -> None:
        """Show rows (all of them, before the search), or the same with other boxes."""
        self._chosen = chosen
        if tuple(rows) != self._all:
            self.show_rows(rows)
            return
        before = self._states
        self._rows_changed()
        if self._states != before:
            last = self.index(len(self.rows) - 1)
            self.dataChanged.emit(self.index(0), last, [_Role.CheckStateRole])

    def _rows_changed(self) -> None:
        self._states = tuple(_state(row.ids, self._chosen) for row in self.rows)

    def data(self, index: ModelIndex, role: int = _Role.DisplayRole) -> object:
        """Give the box, too."""
        if role == _Role.CheckStateRole:
            has_box = index.isValid() and bool(self.rows[index.row()].ids)
            return self._states[index.row()] if has_box else None
        return super().data(index, role)

    def _whole(self, row: Row) -> Showable:
        return row.spoken

    def setData(
        self, index: ModelIndex, value: object, role: int = _Role.EditRole
    ) -> bool:
        """Tell that a box is to be set or cleared; only a new state changes it."""
        if role != _Role.CheckStateRole or not index.isValid():
            return False
        ids = self.rows[index.row()].ids
        if not ids:
            return False
        is_set = Qt.CheckState(value) is Qt.CheckState.Checked
        (self.checked if is_set else self.unchecked).emit(ids)
        return True

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        """Let everything be chosen but headings without a box."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if not self.rows[index.row()].ids:
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
