"""The table that shows the first rows of a file."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from clockify_desktop.export.csv_file import PREVIEW_ROWS
from clockify_desktop.ui.preview_model import PreviewModel
from clockify_desktop.viewmodels.export_state import ExportState

_ROW_PX: Final = 24
_WIDEST_PX: Final = 168
# An id is looked at by programs; its beginning is enough to see what it is.
_WIDEST_ID_PX: Final = 84
_PADDING: Final = "QTableView::item { padding: 0 5px; }"


class PreviewView(QFrame):
    """A quiet card with a table as tall as the rows there can be."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._model = PreviewModel(self)
        self._table = _Table(self)
        self._table.setModel(self._model)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._table)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_state(self, state: ExportState) -> None:
        """Show the first rows of a state."""
        self._model.show(state)
        # Once a state and not by a resize mode, which would measure at every paint.
        self._table.resizeColumnsToContents()
        for place, name in enumerate(state.columns):
            widest = _WIDEST_ID_PX if name.endswith("_id") else _WIDEST_PX
            width = min(self._table.columnWidth(place), widest)
            self._table.setColumnWidth(place, width)


class _Table(QTableView):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("first_rows")
        self.setStyleSheet(_PADDING)
        self.setAccessibleName("First rows of the file")
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
