"""The rows of a page's table, which may open into parts."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QSignalBlocker,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from clockify_desktop.charts.theme import Theme
from clockify_desktop.domain.showable import showable
from clockify_desktop.pages.table import EMPTY_TABLE, ColumnKind, LineKey, TableContent
from clockify_desktop.ui.copying import copy_table
from clockify_desktop.ui.look.drawing import bold_font
from clockify_desktop.ui.pickers.check_list_model import ModelIndex
from clockify_desktop.ui.report.table_delegate import (
    ARROW_PX,
    SIDE_PX,
    Line,
    TableDelegate,
)
from clockify_desktop.ui.report.table_menu import TableMenu
from clockify_desktop.ui.report.table_model import LineMark, TableModel
from clockify_desktop.ui.report.total_header import TotalHeader
from clockify_desktop.ui.report.veil import Veil

_WHOLE_LINES: Final = (
    QItemSelectionModel.SelectionFlag.ClearAndSelect
    | QItemSelectionModel.SelectionFlag.Rows
)
# A label keeps a little for itself.
_SPARE_PX: Final = 4


class TableTree(QTreeView):
    """The rows; what was open stays open when the numbers change."""

    # How many lines went to the clipboard.
    copied = Signal(int)
    # The marks of the lines that a person chose, where the table selects.
    lines_chosen = Signal(object)
    # The mark of a row, and that of a part of it or ``None``.
    opened = Signal(object, object)
    # A ``TableMenu`` that others may add to before it is shown.
    menu_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("report_table")
        self._open: set[str] = set()
        self._current: LineMark = ("", None)
        # Lines follow what is selected, and nobody chose them.
        self._follows = False
        self._scrolled = 0
        self._lines: list[Line] = []
        self._width = 0
        self._any_chosen = self._with_keyboard = False
        self._delegate = TableDelegate(theme, self)
        self._header = TotalHeader(self)
        self.table_model = TableModel(self)
        self.veil = Veil(self)
        self.setHeader(self._header)
        self.setItemDelegate(self._delegate)
        self.setUniformRowHeights(True)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setModel(self.table_model)
        self._header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self._header.use_columns(EMPTY_TABLE.columns)
        self.doubleClicked.connect(self._on_opened)
        self.expanded.connect(self._on_expanded)
        self.collapsed.connect(self._on_collapsed)
        self.table_model.modelAboutToBeReset.connect(self._on_about_to_be_reset)
        self.table_model.modelReset.connect(self._on_reset)
        self.selectionModel().selectionChanged.connect(self._on_chosen)

    def show_content(self, content: TableContent, theme: Theme) -> None:
        """Show other numbers, or another table."""
        self._delegate.set_content(content, theme)
        is_other = content.layout != self.table_model.content.layout
        if is_other:
            self._header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table_model.show(content)
        if is_other:
            self._header.use_columns(content.columns)
        self._fit_columns(content)
        of_rows = len(content.positions) > 0
        self._header.show_total(content.total, of_rows=of_rows)
        self.setAccessibleDescription(self._header.total_text)
        self.viewport().update()

    def choose(self, marks: frozenset[str]) -> None:
        """Choose the lines that are selected in the picture.

        Whoever has the keyboard here comes to the first of them.
        """
        model, content = self.table_model, self.table_model.content
        lines = [model.index_of(row) for row in content.rows_of(marks)]
        parts = model.parts_marked(marks)
        here = [one for one in parts if self.isExpanded(one.parent())]
        if self.hasFocus() and not here:
            # An entry may stand under several rows; where one is, one stays.
            here = parts[:1]
        found = [one for one in (*lines, *here) if one.isValid()]
        self._follows = True
        if found and self.currentIndex().siblingAtColumn(0) not in found:
            self.setCurrentIndex(found[0])
        chosen = QItemSelection()
        for one in found:
            chosen.select(one, one)
        self.selectionModel().select(chosen, _WHOLE_LINES)
        self._follows = False

    def copy(self, *, heads: bool = True) -> None:
        """Put the chosen lines, or all that can be seen, into the clipboard."""
        content = self.table_model.content
        if content is EMPTY_TABLE:
            return
        chosen = self.selectionModel().selectedRows()
        chosen.sort(key=lambda index: self.visualRect(index).top())
        keys = [self.table_model.key_at(index) for index in chosen]
        if len(keys) <= 1:
            keys = self._all_keys(content)
        copy_table(content.copy_of(keys), heads=heads)
        self.copied.emit(len(keys))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a line, or with what is chosen."""
        index = self.currentIndex()
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
        model = self.table_model
        mark = model.mark_at(index) if index.isValid() else None
        name = ""
        if index.isValid():
            name = model.content.columns[0].text(model.key_at(index)[0])
        menu = TableMenu(mark, showable(name), self)
        menu.add_copying(self.copy)
        self.menu_requested.emit(menu)
        place = event.globalPos()
        if event.reason() is not QContextMenuEvent.Reason.Mouse and index.isValid():
            corner = self.visualRect(index).bottomLeft()
            place = self.viewport().mapToGlobal(corner)
        menu.popup(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy whole lines, open what is behind one, leave Escape to the page."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_opened(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the veil lie over heads and rows."""
        super().resizeEvent(event)
        self.veil.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Collect the lines in view, and draw them all at once."""
        # A pixel more, for what is drawn up to its edge.
        self._width = self.viewport().width() + 1
        self._any_chosen = self.selectionModel().hasSelection()
        self._with_keyboard = self.hasFocus()
        self._lines.clear()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setClipRegion(event.region())
        self._delegate.paint_lines(
            painter,
            self.palette(),
            self.layoutDirection(),
            self._header.places(),
            self._lines,
        )
        painter.end()

    def dataChanged(  # noqa: N802 - Qt's name
        self,
        topLeft: ModelIndex,  # noqa: N803 - Qt's name
        bottomRight: ModelIndex,  # noqa: N803 - Qt's name
        roles: Sequence[int] = (),
    ) -> None:
        """Paint what changed; a tree would ask first how high each of the lines is."""
        QAbstractItemView.dataChanged(self, topLeft, bottomRight, roles)

    def drawBranches(  # noqa: N802 - Qt's name
        self, painter: QPainter, rect: QRect, index: ModelIndex
    ) -> None:
        """Draw nothing: the arrow belongs to the name."""

    def drawRow(  # noqa: N802 - Qt's name
        self, painter: QPainter, options: QStyleOptionViewItem, index: ModelIndex
    ) -> None:
        """Take a line down; it is drawn together with the others."""
        del painter
        place = QRect(0, options.rect.top(), self._width, options.rect.height())
        content, current = self.table_model.content, self.currentIndex()
        lines, position = self.table_model.line(index)
        opens = lines is content and content.has_parts(position)
        is_open = self.isExpanded(index) if opens else None
        marked = bool(options.state & QStyle.StateFlag.State_MouseOver) or (
            self._any_chosen
            and self.selectionModel().isRowSelected(index.row(), index.parent())
        )
        with_keyboard = self._with_keyboard and index == current.siblingAtColumn(0)
        self._lines.append(Line(place, lines, position, is_open, marked, with_keyboard))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open and close by a click on the arrow, which lies within the name."""
        super().mousePressEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        at_arrow = place.x() <= SIDE_PX + ARROW_PX
        if index.isValid() and not index.column() and at_arrow:
            self.setExpanded(index, not self.isExpanded(index))

    def _fit_columns(self, content: TableContent) -> None:
        metrics = QFontMetrics(bold_font(self.font()))
        for at, column in enumerate(content.columns):
            if column.kind is not ColumnKind.NAME:
                # No number is wider than that of all, but the head may be.
                lines = content.total[at].split("\n")
                widest_px = max(
                    self._header.fontMetrics().horizontalAdvance(column.title),
                    *map(metrics.horizontalAdvance, lines),
                )
                width = max(widest_px + 2 * SIDE_PX + _SPARE_PX, column.least_px)
                self._header.resizeSection(at, width)

    def _all_keys(self, content: TableContent) -> list[LineKey]:
        keys: list[LineKey] = []
        is_open = set(content.rows_of(self._open))
        is_open |= set(self.table_model.rows_found_inside())
        for row in self.table_model.order.tolist():
            keys.append((row, None))
            if row in is_open:
                parts = self.table_model.parts_of(row)[1]
                keys += [(row, part) for part in parts.tolist()]
        return keys

    @Slot(QModelIndex)
    def _on_opened(self, index: QModelIndex) -> None:
        if index.isValid():
            content = self.table_model.content
            row, part = self.table_model.key_at(index)
            column = None if part is None else content.part_mark(part)
            self.opened.emit(content.mark(row), column)

    @Slot(QModelIndex)
    def _on_expanded(self, index: QModelIndex) -> None:
        self._open.add(self.table_model.mark_at(index))

    @Slot(QModelIndex)
    def _on_collapsed(self, index: QModelIndex) -> None:
        self._open.discard(self.table_model.mark_at(index))

    @Slot()
    def _on_chosen(self) -> None:
        model, content = self.table_model, self.table_model.content
        if content.selects and not self._follows:
            chosen = self.selectionModel().selectedRows()
            marks = (model.line_mark_at(index) for index in chosen)
            self.lines_chosen.emit(frozenset(part or row for row, part in marks))

    @Slot()
    def _on_about_to_be_reset(self) -> None:
        self._follows = True
        self._current = self.table_model.line_mark_at(self.currentIndex())
        self._scrolled = self.verticalScrollBar().value()

    @Slot()
    def _on_reset(self) -> None:
        content = self.table_model.content
        for row in content.rows_of(self._open):
            self.expand(self.table_model.index_of(row))
        # What is found in a row is seen; it is not remembered as open.
        with QSignalBlocker(self):
            for row in self.table_model.rows_found_inside():
                self.expand(self.table_model.index_of(row))
        mark, part = self._current
        for row in content.rows_of([mark] if mark else []):
            index = self.table_model.index_of(row)
            of_row = self.table_model.parts_marked({part} if part else set(), row)
            self.setCurrentIndex(of_row[0] if of_row else index)
        self.verticalScrollBar().setValue(self._scrolled)
        self._follows = False
