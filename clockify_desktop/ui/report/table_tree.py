"""The rows of the table, which open into their parts."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from clockify_desktop.charts.theme import Theme
from clockify_desktop.ui.pickers.check_list_model import ModelIndex
from clockify_desktop.ui.report.table_delegate import (
    ARROW_PX,
    SIDE_PX,
    Line,
    TableDelegate,
)
from clockify_desktop.ui.report.table_model import TableModel
from clockify_desktop.ui.report.total_header import TotalHeader
from clockify_desktop.viewmodels.report_table import Column, ReportTable
from clockify_desktop.viewmodels.scene import Scene

_LEAST_TIME_PX: Final = 72
_LEAST_SHARE_PX: Final = 66
# A label keeps a little for itself.
_SPARE_PX: Final = 4


class TableTree(QTreeView):
    """The rows, which open; what was open stays open when the numbers change.

    Signals:
        copied: How many lines went to the clipboard.

    Args:
        theme: The colours.
        parent: Where it stands.
    """

    copied = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("report_table")
        self.setAccessibleName("Where time went, as a table")
        self._open: set[str] = set()
        self._current = ""
        self._scrolled = 0
        self._lines: list[Line] = []
        self._width = 0
        self._any_chosen = self._with_keyboard = False
        self._delegate = TableDelegate(theme, self)
        self._header = TotalHeader(self)
        self._model = TableModel(self)
        self.setHeader(self._header)
        self.setItemDelegate(self._delegate)
        self.setUniformRowHeights(True)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(True)
        self.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setModel(self._model)
        self._header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self._header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        self._header.resizeSection(Column.SHARE, _LEAST_SHARE_PX)
        self.expanded.connect(self._on_expanded)
        self.collapsed.connect(self._on_collapsed)
        self._model.modelAboutToBeReset.connect(self._on_about_to_be_reset)
        self._model.modelReset.connect(self._on_reset)

    @property
    def table_model(self) -> TableModel:
        """What it shows."""
        return self._model

    def show_scene(self, scene: Scene, theme: Theme) -> None:
        """Show other numbers.

        Args:
            scene: The page.
            theme: The colours.
        """
        self._delegate.use_colors(scene.matrix.columns, theme)
        table = ReportTable(scene)
        self._model.show(table)
        self._fit_columns(table)
        self._header.show_total(table.total_texts)
        self.setAccessibleDescription(" ".join(table.total_texts))
        self.viewport().update()

    def copy(self) -> None:
        """Put the chosen lines, or all that can be seen, into the clipboard."""
        table = self._model.table
        if table is None:
            return
        chosen = self.selectionModel().selectedRows()
        lines = (
            [self._model.line_at(one) for one in self._in_order(chosen)]
            if len(chosen) > 1
            else self._all_lines(table)
        )
        QGuiApplication.clipboard().setText(table.tab_separated(lines))
        self.copied.emit(len(lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy whole lines, open and close with Return, leave Escape to the page."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            index = self.currentIndex().siblingAtColumn(0)
            self.setExpanded(index, not self.isExpanded(index))
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

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
        table = self._model.table
        if table is None:
            return
        place = QRect(0, options.rect.top(), self._width, options.rect.height())
        row, part = self._model.line_at(index)
        color = is_open = None
        if part is not None:
            color = table.part_color(part)
        elif table.has_parts[row]:
            is_open = self.isExpanded(index)
        chosen = self._any_chosen and self.selectionModel().isRowSelected(
            index.row(), index.parent()
        )
        under_pointer = bool(options.state & QStyle.StateFlag.State_MouseOver)
        current = self._with_keyboard and index == self.currentIndex().siblingAtColumn(
            0
        )
        texts = table.texts(row, part)
        self._lines.append(
            Line(place, texts, color, is_open, chosen or under_pointer, current)
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open and close by a click on the arrow, which lies within the name."""
        super().mousePressEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        at_arrow = place.x() <= SIDE_PX + ARROW_PX
        if index.isValid() and index.column() == Column.NAME and at_arrow:
            self.setExpanded(index, not self.isExpanded(index))

    def _fit_columns(self, table: ReportTable) -> None:
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(bold)
        # No time and no share is wider than that of all.
        for column, least in (
            (Column.TIME, _LEAST_TIME_PX),
            (Column.SHARE, _LEAST_SHARE_PX),
        ):
            total = metrics.horizontalAdvance(table.total_texts[column])
            width = max(total + 2 * SIDE_PX + _SPARE_PX, least)
            self._header.resizeSection(column, width)

    def _in_order(self, chosen: list[QModelIndex]) -> list[QModelIndex]:
        return sorted(chosen, key=lambda index: self.visualRect(index).top())

    def _all_lines(self, table: ReportTable) -> list[tuple[int, int | None]]:
        lines: list[tuple[int, int | None]] = []
        is_open = set(table.rows_of(self._open))
        for row in self._model.order:
            lines.append((row, None))
            if row in is_open:
                lines += [(row, int(part)) for part in table.parts(row)]
        return lines

    @Slot(QModelIndex)
    def _on_expanded(self, index: QModelIndex) -> None:
        self._open.add(self._model.mark_at(index))

    @Slot(QModelIndex)
    def _on_collapsed(self, index: QModelIndex) -> None:
        self._open.discard(self._model.mark_at(index))

    @Slot()
    def _on_about_to_be_reset(self) -> None:
        self._current = self._model.mark_at(self.currentIndex())
        self._scrolled = self.verticalScrollBar().value()

    @Slot()
    def _on_reset(self) -> None:
        table = self._model.table
        if table is None:
            return
        for row in table.rows_of(self._open):
            self.expand(self._model.index_of(row))
        for row in table.rows_of([self._current] if self._current else []):
            self.setCurrentIndex(self._model.index_of(row))
        self.verticalScrollBar().setValue(self._scrolled)
