"""The rows of a picture as a list, which nobody sees and screen readers read."""

from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QSize, Qt
from PySide6.QtGui import QAccessible, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from clockify_desktop.charts.chart import Chart, ChartContent, ChartHit
from clockify_desktop.charts.chart_figure import EMPTY_CHART
from clockify_desktop.translation import tr
from clockify_desktop.ui.pickers.check_list_model import ModelIndex

_Role = Qt.ItemDataRole
_NOWHERE: Final = QModelIndex()


class ChartRowsModel(QAbstractListModel):
    """Says of each row what its tool tip says, when somebody asks."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._content: ChartContent = EMPTY_CHART
        self.height_px = 1

    def show(self, content: ChartContent) -> None:
        """Say other rows."""
        self.beginResetModel()
        self._content = content
        self.endResetModel()

    def rowCount(self, parent: ModelIndex = _NOWHERE) -> int:
        """Count the rows, also those out of view."""
        return 0 if parent.isValid() else self._content.rows

    def data(self, index: ModelIndex, role: int = _Role.DisplayRole) -> object:
        """Give the words of a row."""
        if role == _Role.SizeHintRole:
            return QSize(1, self.height_px)
        if role != _Role.DisplayRole or not index.isValid():
            return None
        return self._content.tooltip(ChartHit(index.row()))


class ChartRows(QListView):
    """Lies over the picture while something reads the screen; takes no keys or clicks.

    Its rows stand about where those of the picture do.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("rows_of_chart")
        self.setAccessibleName(tr("Rows of the picture"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerItem)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(off)
        self.setHorizontalScrollBarPolicy(off)
        self._model = ChartRowsModel(self)
        self.setModel(self._model)
        self.hide()

    def show_chart(self, content: ChartContent, chart: Chart, size: QSize) -> None:
        """Say what a picture of some size shows, where somebody may be listening."""
        self.setVisible(QAccessible.isActive() and content.rows > 0)
        if not self.isHidden():
            self.resize(size)
            self._model.height_px = size.height() // max(chart.rows_in_view, 1)
            self._model.show(content)
            self.scroll_to(chart.first_row)

    def scroll_to(self, row: int) -> None:
        """Put another row on top."""
        self.verticalScrollBar().setValue(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing."""
