"""The report's table for Qt: rows that open into parts, handed out as they are seen."""

from typing import Final

import numpy as np
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from clockify_desktop.ui.pickers.check_list_model import ModelIndex
from clockify_desktop.viewmodels.report_table import Column, Places, ReportTable

_Role = Qt.ItemDataRole
_NOWHERE: Final = QModelIndex()
_COLUMNS: Final = len(Column)

COLOR_ROLE: Final = _Role.UserRole
"""Of the name of a part: the column of the picture whose colour it has."""

AT_ONCE: Final = 64
"""So many rows a view gets at first, and again whenever it nears their end.

A tree asks several questions about every row it is told of, and a hundred thousand
rows would hold the window up.
"""


class TableModel(QAbstractItemModel):
    """Sorts and filters by itself; a proxy would ask Python for every comparison.

    An index of a part bears the row of the matrix it belongs to, plus one.

    Args:
        parent: The view.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._table: ReportTable | None = None
        self._order: list[int] = []
        self._place: np.ndarray = np.zeros(0, np.intp)
        self._shown = 0
        self._changing = False
        self._by: Column | None = None
        self._falling = False
        self._words = ""

    @property
    def table(self) -> ReportTable | None:
        """What is shown."""
        return self._table

    @property
    def order(self) -> list[int]:
        """All rows after sort and filter, also those not handed out yet."""
        return self._order

    def show(self, table: ReportTable) -> None:
        """Show other numbers, sorted and filtered as before."""
        self._arrange(table)

    def filter_by(self, words: str) -> None:
        """Show only rows whose names hold some words."""
        if words != self._words:
            self._words = words
            self._arrange(self._table)

    def sort(
        self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder
    ) -> None:
        """Sort rows and the parts of each.

        Args:
            column: One of ``Column``; -1 for the order of the picture.
            order: Rising or falling.
        """
        by = Column(column) if column >= 0 else None
        falling = order is Qt.SortOrder.DescendingOrder
        if (by, falling) != (self._by, self._falling):
            self._by, self._falling = by, falling
            self._arrange(self._table)

    def _arrange(self, table: ReportTable | None) -> None:
        if table is None:
            return
        found = table.arranged(self._by, falling=self._falling, words=self._words)
        order = found.tolist()
        if self._same_lines(table, order):
            self._take(table, found, order, self._shown)
            last = self.createIndex(self._shown - 1, _COLUMNS - 1, 0)
            self.dataChanged.emit(self.createIndex(0, 0, 0), last)
            return
        # Nobody may ask for rows before everybody has heard of the change.
        self._changing = True
        self.beginResetModel()
        self._take(table, found, order, min(len(order), AT_ONCE))
        self.endResetModel()
        self._changing = False

    def _take(
        self, table: ReportTable, found: Places, order: list[int], shown: int
    ) -> None:
        self._table, self._order, self._shown = table, order, shown
        self._place = np.zeros(len(table.totals_s), np.intp)
        self._place[found] = np.arange(len(found))

    def _same_lines(self, table: ReportTable, order: list[int]) -> bool:
        """Tell whether only what stands in the lines is new.

        A view then paints them and need not lay them out: most of what a choice in a
        picker costs the table.
        """
        before, shown = self._table, self._shown
        if before is None or not shown or before.heads != table.heads:
            return False
        if self.persistentIndexList():
            # Somebody holds on to a line: it is open, chosen or under the pointer.
            return False
        all_before, all_now = len(self._order) == shown, len(order) == shown
        if len(order) < shown or all_before != all_now:
            return False
        opened = (before.has_parts[row] for row in self._order[:shown])
        return list(opened) == [table.has_parts[row] for row in order[:shown]]

    def line_at(self, index: ModelIndex) -> tuple[int, int | None]:
        """Tell what an index stands for.

        Args:
            index: A valid one.

        Returns:
            The row of the matrix, and the part of it if it is one.
        """
        owner = index.internalId()
        if not owner:
            return self._order[index.row()], None
        if self._table is None:
            return owner - 1, None
        return owner - 1, int(self._table.parts(owner - 1)[index.row()])

    def mark_at(self, index: ModelIndex) -> str:
        """Name the row an index belongs to, to find it again in another report."""
        if self._table is None or not index.isValid():
            return ""
        return self._table.label(self.line_at(index)[0]).mark

    def index_of(self, row: int) -> QModelIndex:
        """Find a row of the matrix.

        Args:
            row: Its place.

        Returns:
            Its index; none where it is filtered out or not handed out yet.
        """
        if row >= len(self._place):
            return QModelIndex()
        place = int(self._place[row])
        if place >= self._shown or self._order[place] != row:
            return QModelIndex()
        return self.createIndex(place, 0, 0)

    def index(
        self, row: int, column: int, parent: ModelIndex = _NOWHERE
    ) -> QModelIndex:
        """Give the index of a row, or of a part of one."""
        # Not hasIndex, nor rowCount, which ask Python again for each of many rows.
        if not parent.isValid():
            if 0 <= row < self._shown and 0 <= column < _COLUMNS:
                return self.createIndex(row, column, 0)
            return QModelIndex()
        if 0 <= row < self.rowCount(parent) and 0 <= column < _COLUMNS:
            return self.createIndex(row, column, self._order[parent.row()] + 1)
        return QModelIndex()

    def parent(self, index: ModelIndex = _NOWHERE) -> QModelIndex:  # type: ignore[override]  # Qt has a second one, of the object, which nobody asks here
        """Give the row that a part belongs to."""
        owner = index.internalId() if index.isValid() else 0
        if not owner:
            return QModelIndex()
        return self.createIndex(int(self._place[owner - 1]), 0, 0)

    def rowCount(self, parent: ModelIndex = _NOWHERE) -> int:
        """Count the rows handed out, or the parts of one."""
        if not parent.isValid():
            return self._shown
        if self._table is None or parent.internalId() or parent.column():
            return 0
        return len(self._table.parts(self._order[parent.row()]))

    def columnCount(self, parent: ModelIndex = _NOWHERE) -> int:
        """Count the columns."""
        del parent
        return _COLUMNS

    def hasChildren(self, parent: ModelIndex = _NOWHERE) -> bool:  # noqa: N802 - Qt's name
        """Tell whether a row opens, without looking for its parts."""
        if not parent.isValid():
            return self._shown > 0
        if self._table is None or parent.internalId() or parent.column():
            return False
        return self._table.has_parts[self._order[parent.row()]]

    def canFetchMore(self, parent: ModelIndex) -> bool:
        """Tell whether rows are left."""
        if parent.isValid() or self._changing:
            return False
        return self._shown < len(self._order)

    def fetchMore(self, parent: ModelIndex) -> None:
        """Hand out more rows."""
        if not self.canFetchMore(parent):
            return
        more = min(AT_ONCE, len(self._order) - self._shown)
        self._changing = True
        self.beginInsertRows(QModelIndex(), self._shown, self._shown + more - 1)
        self._shown += more
        self.endInsertRows()
        self._changing = False

    def data(self, index: ModelIndex, role: int = _Role.DisplayRole) -> object:
        """Give what a view asks for; most roles hold nothing."""
        table = self._table
        if table is None or not index.isValid():
            return None
        if role == _Role.DisplayRole:
            return table.texts(*self.line_at(index))[index.column()]
        name = index.column() == Column.NAME
        if role == _Role.ToolTipRole:
            return table.texts(*self.line_at(index))[Column.NAME] if name else None
        if role == _Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if name else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == COLOR_ROLE:
            part = self.line_at(index)[1] if name else None
            return None if part is None else table.part_color(part)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = _Role.DisplayRole,
    ) -> object:
        """Give the head of a column."""
        if orientation is not Qt.Orientation.Horizontal or self._table is None:
            return None
        if role == _Role.DisplayRole:
            return self._table.heads[section]
        if role == _Role.TextAlignmentRole:
            left = section == Column.NAME
            side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None
