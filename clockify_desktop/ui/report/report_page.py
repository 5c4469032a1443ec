"""A page of the review: the picture, and the table with the same numbers."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QTabBar, QWidget

from clockify_desktop.charts.theme import Theme
from clockify_desktop.pages.chart_selection import NO_SELECTION, ChartSelection
from clockify_desktop.pages.registry import PAGES
from clockify_desktop.ui.layouts import column
from clockify_desktop.ui.report.picture_card import PictureCard
from clockify_desktop.ui.report.table_view import TableView
from clockify_desktop.viewmodels.page_state import PagePhase, PageState

FOLD_BELOW_PX: Final = 1200
"""Width of the window; in a narrower one picture and table take turns."""

_TABLE_PX: Final = 352
_LEAST_TABLE_PX: Final = 240
_LEAST_PICTURE_PX: Final = 420
_PICTURE, _TABLE = 0, 1


class ReportPage(QWidget):
    """Picture and table of a report.

    ``filter_action`` is that of Ctrl+F; it may stand in a menu too.
    """

    selection_changed = Signal(ChartSelection)
    copy_picture_requested = Signal()
    # ``png``, ``svg`` or ``pdf``.
    save_picture_requested = Signal(str)
    # Periods to go on; negative ones go back.
    stepped = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("report_page")
        self._theme = theme
        self._state = PageState()
        self._folded = False
        self._sizes: list[int] = []
        self._is_shared = False
        self._tabs = QTabBar(self)
        self._tabs.setObjectName("picture_or_table")
        self._tabs.setAccessibleName("Picture or table")
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.addTab("Picture")
        self._tabs.addTab("Table")
        self._tabs.hide()
        self.card = PictureCard(theme, self)
        self.table = TableView(PAGES[0].title, theme, self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setObjectName("picture_and_table")
        self._splitter.setHandleWidth(12)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.card)
        self._splitter.addWidget(self.table)
        self._splitter.setStretchFactor(_PICTURE, 1)
        self._splitter.setStretchFactor(_TABLE, 0)
        self.card.setMinimumWidth(_LEAST_PICTURE_PX)
        self.table.setMinimumWidth(_LEAST_TABLE_PX)
        tabs = self._tabs, Qt.AlignmentFlag.AlignLeft
        column(tabs, (self._splitter, 1), within=self, spacing=6)
        self.filter_action = self.table.filter_action
        self.card.chips.selection_changed.connect(self.selection_changed)
        self._tabs.currentChanged.connect(self._turn)
        self.filter_action.triggered.connect(self._on_filter)
        self.addAction(self.filter_action)

    def attach_chart(self) -> None:
        """Make the picture; matplotlib should have been imported by now."""
        if self.card.chart is not None:
            return
        from clockify_desktop.ui.report.chart_view import ChartView  # noqa: PLC0415 - matplotlib is no part of the first frame

        chart = ChartView(self._theme, self.card)
        chart.clicked.connect(self._on_clicked)
        chart.cleared.connect(self._on_cleared)
        chart.stepped.connect(self.stepped)
        chart.copy_requested.connect(self.copy_picture_requested)
        chart.save_requested.connect(self.save_picture_requested)
        self.card.attach(chart)
        self.card.show_state(self._state, self._theme)

    def show_state(self, state: PageState) -> None:
        """Show the page."""
        self._state = state
        self.card.show_state(state, self._theme)
        if state.content is not None:
            self.table.set_title(state.content.title)
            self.table.show_state(state.content.table, self._theme)
        else:
            self.table.clear(self._theme)
        self.table.setEnabled(state.content is not None)
        veil, loading = self.table.tree.veil, state.phase is PagePhase.LOADING
        veil.setVisible(loading and state.content is not None)
        veil.raise_()

    @Slot(object)
    def set_theme(self, theme: Theme) -> None:
        """Change all colours."""
        self._theme = theme
        self.show_state(self._state)

    def sizes(self) -> list[int]:
        """Tell how the width is shared, in pixels, to be remembered."""
        is_laid_out = self._is_shared and not self._folded
        return self._splitter.sizes() if is_laid_out else self._sizes

    def set_sizes(self, sizes: list[int]) -> None:
        """Share the width as it was remembered; anything strange is passed over."""
        if len(sizes) != len((_PICTURE, _TABLE)) or min(sizes) <= 0:
            return
        self._sizes = list(sizes)
        if self._is_shared and not self._folded:
            self._share_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the focus back with Escape, from anywhere on the page."""
        content = self._state.content
        focused = content is not None and bool(content.view.selected)
        if event.key() == Qt.Key.Key_Escape and focused:
            self._on_cleared()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Share the width for the first time."""
        super().showEvent(event)
        self.window().installEventFilter(self)
        self._fold()
        if not self._sizes:
            self._sizes = [max(self.width() - _TABLE_PX, 1), _TABLE_PX]
        if not self._is_shared and not self._folded:
            self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold the table."""
        super().resizeEvent(event)
        self._fold()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width of the window, on which folding depends."""
        if event.type() is QEvent.Type.Resize and watched is self.window():
            self._fold()
        return super().eventFilter(watched, event)

    def _share_width(self) -> None:
        """Share the width that there is as that of another window was."""
        picture, table = self._sizes
        width = self._splitter.width() - self._splitter.handleWidth()
        table = round(width * table / (picture + table))
        self._is_shared = True
        self._splitter.setSizes([width - table, table])

    def _fold(self) -> None:
        folded = self.window().width() < FOLD_BELOW_PX
        if folded == self._folded:
            return
        if folded and self._is_shared:
            self._sizes = self._splitter.sizes()
        self._folded = folded
        self._tabs.setVisible(folded)
        self._turn()
        if self._is_shared and not folded:
            self._splitter.setSizes(self._sizes)
        elif self._sizes and not folded:
            self._share_width()

    @Slot()
    def _turn(self) -> None:
        place = self._tabs.currentIndex()
        self.card.setVisible(not self._folded or place == _PICTURE)
        self.table.setVisible(not self._folded or place == _TABLE)

    @Slot()
    def _on_filter(self) -> None:
        self._tabs.setCurrentIndex(_TABLE)
        self.table.focus_filter()

    @Slot(object, object, bool)
    def _on_clicked(self, row: str | None, column: str | None, add: bool) -> None:  # noqa: FBT001 - a slot
        content = self._state.content
        if content is not None:
            self.selection_changed.emit(
                content.view.selected.clicked(row, column, add=add)
            )

    @Slot()
    def _on_cleared(self) -> None:
        content = self._state.content
        if content is not None and content.view.selected:
            self.selection_changed.emit(NO_SELECTION)
