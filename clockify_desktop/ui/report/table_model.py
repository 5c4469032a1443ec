"""A page's table for Qt: rows that may open, handed out as they are seen."""

from collections.abc import Set as AbstractSet
from typing import Final

import numpy as np
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from clockify_desktop.domain.normal_form import searchable
from clockify_desktop.domain.showable import showable
from clockify_desktop.pages.table import (
    EMPTY_TABLE,
    Alignment,
    LineKey,
    Positions,
    TableContent,
    TableLines,
    Truths,
)
from clockify_desktop.ui.labels import tool_tip
from clockify_desktop.ui.pickers.check_list_model import ModelIndex

LineMark = tuple[str, str | None]
"""The mark of a row, empty for none, and that of one of its parts."""

_Role = Qt.ItemDataRole
_NOWHERE: Final = QModelIndex()
SIDES: Final = {
    Alignment.LEADING: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    Alignment.TRAILING: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
}
"""What Qt calls the alignments, in the middle of the height."""

# A tool tip shows the whole of what may be cut.
_TEXT_ROLES: Final = {_Role.DisplayRole, _Role.ToolTipRole}

AT_ONCE: Final = 64
"""So many rows a view gets at first, and again whenever it nears their end.

A tree asks several questions about every row that it is told of.
"""


class TableModel(QAbstractItemModel):
    """Sorts and filters by itself; a proxy would ask Python for every comparison.

    An index of a part bears the number of the row it belongs to, plus one. ``order``
    has all rows of ``content`` after sort and filter, also those not handed out yet.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.content = EMPTY_TABLE
        self.order = EMPTY_TABLE.positions
        self._parts: dict[int, tuple[TableLines, Positions]] = {}
        self._shown = 0
        self._changing = False
        self._by: int | None = None
        self._falling = False
        self._words = ""
        # Which rows hold the words themselves; ``None`` without words.
        self._saying: Truths | None = None

    def filter_by(self, words: str) -> None:
        """Show only rows that hold some words."""
        if words != self._words:
            self._words = words
            self.show(self.content)

    def sort(
        self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder
    ) -> None:
        """Sort rows and the parts of each; -1 brings the order of the picture."""
        by = column if column >= 0 else None
        falling = order is Qt.SortOrder.DescendingOrder
        if (by, falling) != (self._by, self._falling):
            self._by, self._falling = by, falling
            self.show(self.content)

    def show(self, content: TableContent) -> None:
        """Show other numbers, sorted and filtered as before."""
        order = content.arranged(self._by, falling=self._falling, words=self._words)
        if self._same_lines(content, order):
            self._take(content, order, self._shown)
            last = self.createIndex(self._shown - 1, len(content.columns) - 1, 0)
            self.dataChanged.emit(self.createIndex(0, 0, 0), last)
            return
        # Nobody may ask for rows before everybody has heard of the change.
        self._changing = True
        self.beginResetModel()
        self._take(content, order, min(len(order), AT_ONCE))
        self.endResetModel()
        self._changing = False

    def _take(self, content: TableContent, order: Positions, shown: int) -> None:
        self.content, self.order, self._shown = content, order, shown
        self._parts = {}
        wanted = searchable(self._words)
        self._saying = content.saying(wanted) if wanted else None

    def _same_lines(self, content: TableContent, order: Positions) -> bool:
        """Tell whether only what stands in the lines is new.

        A view then paints them and need not lay them out: most of what a choice in a
        picker costs the table.
        """
        before, shown = self.content, self._shown
        if self._words:
            # Rows that were found by their parts may be others now.
            return False
        if not shown or before.titles != content.titles:
            return False
        if self.persistentIndexList():
            # Somebody holds on to a line: it is open, chosen or under the pointer.
            return False
        all_before, all_now = len(self.order) == shown, len(order) == shown
        if len(order) < shown or all_before != all_now:
            return False
        opened = [before.has_parts(row) for row in self.order[:shown]]
        return opened == [content.has_parts(row) for row in order[:shown]]

    def parts_of(self, row: int) -> tuple[TableLines, Positions]:
        """Give the parts of a row that opens, and how they are sorted."""
        known = self._parts.get(row)
        if known is None:
            parts = self.content.parts(row)
            words = "" if self._says(row) else self._words
            order = parts.arranged(self._by, falling=self._falling, words=words)
            known = parts, order
            self._parts[row] = known
        return known

    def rows_found_inside(self) -> list[int]:
        """List the rows handed out that are found by their parts alone."""
        if not self._words:
            return []
        shown = self.order[: self._shown].tolist()
        return [row for row in shown if not self._says(row)]

    def _says(self, row: int) -> bool:
        return self._saying is None or bool(self._saying[row])

    def line(self, index: ModelIndex) -> tuple[TableLines, int]:
        """Give what a valid index is one of, and its position in that."""
        owner = index.internalId()
        if not owner:
            return self.content, int(self.order[index.row()])
        parts, order = self.parts_of(int(self.order[owner - 1]))
        return parts, int(order[index.row()])

    def key_at(self, index: ModelIndex) -> LineKey:
        """Tell which row, or which part of which row, a valid index stands for."""
        owner = index.internalId()
        position = self.line(index)[1]
        return (int(self.order[owner - 1]), position) if owner else (position, None)

    def mark_at(self, index: ModelIndex) -> str:
        """Name the row an index belongs to, to find it again in another content."""
        return self.content.mark(self.key_at(index)[0]) if index.isValid() else ""

    def line_mark_at(self, index: ModelIndex) -> LineMark:
        """Name the row and the part that an index stands for."""
        if not index.isValid():
            return "", None
        row, part = self.key_at(index)
        mark = None if part is None else self.content.part_mark(part)
        return self.content.mark(row), mark

    def parts_marked(
        self, marks: AbstractSet[str], row: int | None = None
    ) -> list[QModelIndex]:
        """Find the parts with these marks under the rows handed out, or under one."""
        content = self.content
        found = []
        for place, owner in enumerate(self.order[: self._shown].tolist()):
            if marks and row in {None, owner} and content.has_parts(owner):
                parts = self.parts_of(owner)[1].tolist()
                found += [
                    self.createIndex(at, 0, place + 1)
                    for at, part in enumerate(parts)
                    if content.part_mark(part) in marks
                ]
        return found

    def index_of(self, row: int) -> QModelIndex:
        """Find a row; none where it is filtered out or not handed out yet."""
        found = np.flatnonzero(self.order[: self._shown] == row)
        return self.createIndex(int(found[0]), 0, 0) if len(found) else QModelIndex()

    def index(
        self, row: int, column: int, parent: ModelIndex = _NOWHERE
    ) -> QModelIndex:
        """Give the index of a row, or of a part of one."""
        # Not hasIndex, nor rowCount, which ask Python again for each of many rows.
        if 0 <= column < len(self.content.columns) and row >= 0:
            if not parent.isValid():
                if row < self._shown:
                    return self.createIndex(row, column, 0)
            elif row < self.rowCount(parent):
                return self.createIndex(row, column, parent.row() + 1)
        return QModelIndex()

    def parent(self, index: ModelIndex = _NOWHERE) -> QModelIndex:  # type: ignore[override]  # Qt has a second one, of the object, which nobody asks here
        """Give the row that a part belongs to."""
        owner = index.internalId() if index.isValid() else 0
        return self.createIndex(owner - 1, 0, 0) if owner else QModelIndex()

    def rowCount(self, parent: ModelIndex = _NOWHERE) -> int:
        """Count the rows handed out, or the parts of one."""
        if not parent.isValid():
            return self._shown
        if not self.hasChildren(parent):
            return 0
        return len(self.parts_of(int(self.order[parent.row()]))[1])

    def columnCount(self, parent: ModelIndex = _NOWHERE) -> int:
        """Count the columns."""
        del parent
        return len(self.content.columns)

    def hasChildren(self, parent: ModelIndex = _NOWHERE) -> bool:  # noqa: N802 - Qt's name
        """Tell whether a row opens, without looking for its parts."""
        if not parent.isValid():
            return self._shown > 0
        if parent.internalId() or parent.column():
            return False
        return self.content.has_parts(int(self.order[parent.row()]))

    def canFetchMore(self, parent: ModelIndex) -> bool:
        """Tell whether rows are left."""
        if parent.isValid() or self._changing:
            return False
        return self._shown < len(self.order)

    def fetchMore(self, parent: ModelIndex) -> None:
        """Hand out more rows."""
        if not self.canFetchMore(parent):
            return
        more = min(AT_ONCE, len(self.order) - self._shown)
        self._changing = True
        self.beginInsertRows(QModelIndex(), self._shown, self._shown + more - 1)
        self._shown += more
        self.endInsertRows()
        self._changing = False

    def data(self, index: ModelIndex, role: int = _Role.DisplayRole) -> object:
        """Give what a view asks for; most roles hold nothing."""
        if not index.isValid():
            return None
        if role == _Role.TextAlignmentRole:
            return SIDES[self.content.columns[index.column()].alignment]
        if role not in _TEXT_ROLES:
            return None
        lines, position = self.line(index)
        column = lines.columns[index.column()]
        if role == _Role.ToolTipRole and column.alignment is Alignment.TRAILING:
            return None
        text = column.text(position)
        return tool_tip(text) if role == _Role.ToolTipRole else text

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = _Role.DisplayRole,
    ) -> object:
        """Give the head of a column."""
        if orientation is Qt.Orientation.Horizontal:
            if role == _Role.DisplayRole:
                return self.content.columns[section].title
            if role == _Role.TextAlignmentRole:
                return SIDES[self.content.columns[section].alignment]
            if role == _Role.ToolTipRole and self.content.columns[section].hint:
                return tool_tip(showable(self.content.columns[section].hint))
        return None
