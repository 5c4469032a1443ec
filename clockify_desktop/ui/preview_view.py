"""The first rows of a file, for a look before it is saved."""

from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QTableView,
    QWidget,
)

from clockify_desktop.domain.showable import showable_name
from clockify_desktop.export.csv_file import PREVIEW_ROWS
from clockify_desktop.translation import tr
from clockify_desktop.ui.labels import tool_tip
from clockify_desktop.ui.layouts import column
from clockify_desktop.ui.pickers.check_list_model import ModelIndex
from clockify_desktop.viewmodels.export_state import ExportState

_Role = Qt.ItemDataRole
_NOWHERE: Final = QModelIndex()
_TEXT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_NUMBER: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ROW_PX: Final = 24
_WIDEST_PX: Final = 168
# An id is looked at by programs; its beginning is enough to see what it is.
_WIDEST_ID_PX: Final = 84
_LEAST_ID_PX: Final = 44
# What is left of a name in less could be anybody's.
_LEAST_PX: Final = 60
# The lines of the card, at both sides.
_AROUND: Final = 4
_HOURS: Final = "duration_hours"
_DATES: Final = frozenset({"day", "week", "month", "date"})
_PADDING: Final = "QTableView::item { padding: 0 5px; }"


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
            cell = self._state.preview_rows[index.row()][index.column()]
            shown = showable_name(cell)
            return tool_tip(shown) if role == _Role.ToolTipRole else shown
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


class PreviewView(QFrame):
    """A quiet card with a table as tall as the rows there can be."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._model = PreviewModel(self)
        self._table = _Table(self)
        self._table.setModel(self._model)
        self._columns: tuple[str, ...] = ()
        self._numbers: frozenset[int] = frozenset()
        self._widths: list[int] = []
        column(self._table, within=self, margins=(1, 1, 1, 1))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_state(self, state: ExportState) -> None:
        """Show the first rows of a state."""
        self._model.show(state)
        # Without columns there is no header, and less room was asked for.
        self._table.updateGeometry()
        self._columns, self._numbers = state.columns, state.numbers
        # Once a state and not by a resize mode, which would measure at every paint.
        self._table.resizeColumnsToContents()
        self._widths = [
            min(
                self._table.columnWidth(place),
                _WIDEST_ID_PX if name.endswith("_id") else _WIDEST_PX,
            )
            for place, name in enumerate(state.columns)
        ]
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Cut ids, then names, where hours are then seen without scrolling.

        Else nothing is cut for them: they are scrolled to.
        """
        names, widths = self._columns, list(self._widths)
        until = names.index(_HOURS) + 1 if _HOURS in names else 0
        excess = sum(widths[:until]) - (self.width() - _AROUND)
        ids = [at for at in range(until) if names[at].endswith("_id")]
        cut = {
            *ids,
            *self._numbers,
            *(at for at in range(until) if names[at] in _DATES),
        }
        others = [at for at in range(until) if at not in cut]
        for group, least_px in ((ids, _LEAST_ID_PX), (others, _LEAST_PX)):
            room = sum(widths[at] for at in group)
            for at in group if excess > 0 else ():
                fitting = int(widths[at] * (room - excess) / room)
                widths[at] = max(fitting, min(widths[at], least_px))
            excess -= room - sum(widths[at] for at in group)
        for at, width in enumerate(self._widths if excess > 0 else widths):
            self._table.setColumnWidth(at, width)


class _Table(QTableView):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("first_rows")
        self.setStyleSheet(_PADDING)
        self.setAccessibleName(tr("First rows of the file"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setHighlightSections(False)
        across.setTextElideMode(Qt.TextElideMode.ElideRight)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        down.setVisible(False)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(_ROW_PX)
        down.setDefaultSectionSize(max(_ROW_PX, self.fontMetrics().height() + 7))

    def sizeHint(self) -> QSize:
        """Have room for every row there can be, so that nothing jumps."""
        rows_px = PREVIEW_ROWS * self.verticalHeader().defaultSectionSize()
        around_px = self.horizontalHeader().sizeHint().height()
        around_px += self.horizontalScrollBar().sizeHint().height()
        return QSize(super().sizeHint().width(), rows_px + around_px + 2)

    def minimumSizeHint(self) -> QSize:
        """Never be cut off."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())
