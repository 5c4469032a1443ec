"""The list of a picker, and the field above it that searches in it."""

from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from clockify_desktop.ui.look import palette as roles
from clockify_desktop.ui.pickers.check_list_model import RowListModel
from clockify_desktop.ui.pickers.row_delegate import CHECK_KEYS, RowDelegate

_ROWS_AT_ONCE: Final = 12
_ROWS_AT_LEAST: Final = 2
_ROW_PX: Final = 27
_INTO_THE_LIST: Final = frozenset(
    {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}
)


class PickList(QListView):
    """A list whose typed letters go to the search field."""

    typed = Signal(str)
    # The arrow up was pressed in the first row.
    left_above = Signal()
    # A row without a box was clicked, or Return pressed in it.
    picked = Signal(QModelIndex)

    def __init__(
        self, name: str, spoken: str, nothing: str, model: RowListModel, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._nothing = nothing
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self))
        self.setProperty("role", "picks")
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        # Tab leaves the list; the arrows walk in it.
        self.setTabKeyNavigation(False)
        self.clicked.connect(self._on_clicked)

    def fit_rows(self, at_once: int = _ROWS_AT_ONCE) -> None:
        """Be as high as the rows need; more than ``at_once`` are scrolled to."""
        rows = min(max(self.model().rowCount(), _ROWS_AT_LEAST), at_once)
        self.setFixedHeight(rows * max(self.sizeHintForRow(0), _ROW_PX) + 2)

    def enter(self) -> None:
        """Take the keyboard, at the current row or the first."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._first())
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by Return as by the space bar, and send letters to the search."""
        current = self.currentIndex()
        if event.key() == Qt.Key.Key_Up and current.row() <= self._first().row():
            self.left_above.emit()
        elif event.key() in CHECK_KEYS and current.isValid():
            if not self.edit(current, QListView.EditTrigger.AnyKeyPressed, event):
                self.picked.emit(current)
        elif event.text().strip() and event.text().isprintable():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say so when there is nothing to list."""
        super().paintEvent(event)
        if self.model().rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().color(roles.QUIET))
        painter.drawText(
            self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self._nothing
        )
        painter.end()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        if not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            self.picked.emit(index)

    def _first(self) -> QModelIndex:
        model = self.model()
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            if index.flags() & Qt.ItemFlag.ItemIsEnabled:
                return index
        return self.rootIndex()


class SearchField(QLineEdit):
    """Narrows the list below it.

    The arrow down goes into the list, and letters typed there come back.
    """

    def __init__(
        self, name: str, words: str, pick_list: PickList, model: RowListModel
    ) -> None:
        super().__init__(pick_list.parentWidget())
        self.setObjectName(name)
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self._list = pick_list
        QWidget.setTabOrder(self, pick_list)
        self.textChanged.connect(model.search)
        pick_list.typed.connect(self._on_typed)
        pick_list.left_above.connect(self._on_left_above)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk into the list."""
        if event.key() in _INTO_THE_LIST:
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
