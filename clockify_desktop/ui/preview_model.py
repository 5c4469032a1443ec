"""The first rows of a file, for a look before it is saved."""

from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from clockify_desktop.ui.pickers.check_list_model import ModelIndex
from clockify_desktop.viewmodels.export_state import ExportState

_Role = Qt.ItemDataRole
_NOWHERE: Final = QModelIndex()
_TEXT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_NUMBER: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PreviewModel(QAbstractTableModel):
    """Cells as the file holds them; numbers stand at the right."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._state = ExportState()

    def show(self, state: ExportState) -> None:
        """Show other rows."""
        before, self._state = self._state, state
        if (state.columns, state.preview_rows) != (before.columns, before.preview_rows):
            self.beginResetModel()
            self.endResetModel()

    def rowCount(self, parent: ModelIndex = _NOWHERE) -> int:
        """Count the rows to look at."""
        return 0 if parent.isValid() else len(self._state.preview_rows)

    def columnCount(self, parent: ModelIndex = _NOWHERE) -> int:
        """Count the columns of the file."""
        return 0 if parent.isValid() else len(self._state.columns)

    def data(self, index: ModelIndex, role: int = _Role.DisplayRole) -> object:
        """Give what a view asks for; most roles hold nothing."""
        if not index.isValid():
            return None
        if role in {_Role.DisplayRole, _Role.ToolTipRole}:
            return self._state.preview_rows[index.row()][index.column()]
        if role == _Role.TextAlignmentRole:
            return self._side(index.column())
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = _Role.DisplayRole,
    ) -> object:
        """Give the names of the columns."""
        if orientation is Qt.Orientation.Vertical or section >= self.columnCount():
            return None
        if role == _Role.DisplayRole:
            return self._state.columns[section]
        return self._side(section) if role == _Role.TextAlignmentRole else None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        return _NUMBER if column in self._state.numbers else _TEXT
