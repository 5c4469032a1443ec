"""A page of the review: the picture, and the table with the same numbers."""

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QTabBar, QWidget

from clockify_desktop.charts.theme import Theme
from clockify_desktop.pages.chart_selection import NO_SELECTION, ChartSelection
from clockify_desktop.pages.page import PageContent
from clockify_desktop.pages.registry import PAGES
from clockify_desktop.translation import tr
from clockify_desktop.ui.layouts import LEFTOVER, column
from clockify_desktop.ui.report.finding_pane import FindingPane
from clockify_desktop.ui.report.picture_card import PictureCard
from clockify_desktop.ui.report.table_view import TableView
from clockify_desktop.viewmodels.page_state import PagePhase, PageState

if TYPE_CHECKING:
    from clockify_desktop.pages.page import PageContent

FOLD_BELOW_PX: Final = 1200
"""Width of the window; in a narrower one picture and table take turns."""

_TABLE_PX: Final = 352
_LEAST_TABLE_PX: Final = 240
# The least width of the page at which a finding finds room beside a folded picture.
_BESIDE_PX: Final = 720
_FINDING_PX: Final = 300
_LEAST_PICTURE_PX: Final = 380
# Beyond that names in the table are cut, though not to less than so many pixels.
_MOST_FOR_NAMES: Final = 0.4
_LEAST_FOR_NAMES_PX: Final = 96
_PICTURE, _TABLE = 0, 1


class ReportPage(QWidget):
    """Picture and table of a report.

    ``filter_action`` is that of Ctrl+F; it may stand in a menu too.
    """

    side_title: ClassVar = tr("Table")
    has_table: ClassVar = True
    selection_changed = Signal(ChartSelection)
    # The marks of a row and of a column, ``None`` for all: what is behind it.
    entries_requested = Signal(object, object)
    copy_picture_requested = Signal()
    # ``png``, ``svg`` or ``pdf``.
    save_picture_requested = Signal(str)
    # A ``QMenu`` of the picture, and the marks of the row and column it is over.
    picture_menu_requested = Signal(object, object, object)
    # Periods to go on; negative ones go back.
    stepped = Signal(int)
    # The key of a page that is to be opened, of one that is ticked off or not any more.
    page_opened = Signal(str)
    ticked = Signal(str)
    # Escape was pressed with nothing in focus.
    left = Signal()
    # Whether picture and table take turns now.
    folded = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("report_page")
        self._theme = theme
        self._state = PageState()
        self._folded = False
        # As a person shared the width, empty where nobody did.
        self._sizes: list[int] = []
        self._table_px = self._least_px = _TABLE_PX
        self._before_click = NO_SELECTION
        self._tabs = QTabBar(self)
        self._tabs.setObjectName("picture_or_table")
        self._tabs.setAccessibleName(tr("Picture or table"))
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.addTab(tr("Picture"))
        self._tabs.addTab(self.side_title)
        self._tabs.hide()
        self.card = PictureCard(theme, self)
        self.finding = FindingPane(self)
        self.table = TableView(PAGES[0].title, theme, self)
        self.side = self._beside_picture()
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setObjectName("picture_and_table")
        self._splitter.setHandleWidth(12)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.card)
        self._splitter.addWidget(self.side)
        self._splitter.setStretchFactor(_PICTURE, 1)
        self._splitter.setStretchFactor(_TABLE, 0)
        self._splitter.splitterMoved.connect(self._on_moved)
        self.card.setMinimumWidth(_LEAST_PICTURE_PX)
        self.side.setMinimumWidth(_LEAST_TABLE_PX)
        tabs = self._tabs, Qt.AlignmentFlag.AlignLeft
        column(tabs, (self._splitter, 1), within=self, spacing=6)
        self.filter_action = self.table.filter_action
        # Not before the tree is done with the click or the key.
        queued = Qt.ConnectionType.QueuedConnection
        self.table.tree.lines_chosen.connect(self._on_lines, queued)
        self.table.tree.opened.connect(self._on_line_opened)
        self.finding.left.connect(self._on_left)
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
        chart.opened.connect(self._on_opened)
        chart.selection_opened.connect(self._on_selection_opened)
        chart.cleared.connect(self._on_cleared)
        chart.choice_made.connect(self.card.controls.choice_made)
        chart.only_requested.connect(self._on_only)
        chart.page_opened.connect(self.page_opened)
        chart.ticked.connect(self.ticked)
        chart.menu_requested.connect(self.picture_menu_requested)
        chart.stepped.connect(self.stepped)
        chart.copy_requested.connect(self.copy_picture_requested)
        chart.save_requested.connect(self.save_picture_requested)
        self.card.attach(chart)
        self.card.show_state(self._state, self._theme)

    def show_state(self, state: PageState) -> None:
        """Show the page."""
        before, self._state = self._state.content, state
        self.card.show_state(state, self._theme)
        self._show_beside(state, before)

    def _beside_picture(self) -> QWidget:
        """Give what stands beside the picture."""
        side = QWidget(self)
        parts = self.finding, (self.table, 1), LEFTOVER
        column(*parts, within=side, spacing=12)
        return side

    def _show_beside(self, state: PageState, before: "PageContent | None") -> None:
        if state.content is not None:
            self.table.set_title(state.content.title)
            self.table.show_state(state.content.table, self._theme)
            if state.content is not before:
                if before is None or before.title != state.content.title:
                    self._least_px = _TABLE_PX
                self._follow_names()
                self._follow_selection(state.content)
        else:
            self.table.clear(self._theme)
            self.finding.show_state(None)
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
        """Tell how a person shared the width, in pixels; empty where nobody did."""
        return list(self._sizes)

    def set_sizes(self, sizes: list[int]) -> None:
        """Share the width as it was remembered; anything strange is passed over."""
        if len(sizes) != len((_PICTURE, _TABLE)) or min(sizes) <= 0:
            return
        self._sizes = list(sizes)
        self._share_width()

    def set_low(self, low: bool) -> None:  # noqa: FBT001 - a setter
        """Leave the height to picture and table."""
        self.card.set_low(low)
        self.table.set_low(low)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the focus back with Escape, from anywhere on the page, or leave it."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_cleared()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Share the width for the first time."""
        super().showEvent(event)
        self.window().installEventFilter(self)
        self._fold()
        self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold the table; the share stays, not the pixels."""
        super().resizeEvent(event)
        self._fold()
        if self._folded:
            self._turn()
        self._share_width()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width of the window, on which folding depends."""
        if event.type() is QEvent.Type.Resize and watched is self.window():
            self._fold()
        return super().eventFilter(watched, event)

    def _share_width(self) -> None:
        """Share the width that there is as that of another window was.

        Where nobody shared one, the table has room for its names.
        """
        if self._folded or not self.isVisible():
            return
        width = self._splitter.width() - self._splitter.handleWidth()
        most = max(round(width * _MOST_FOR_NAMES), self._least_px)
        table = min(self._table_px, most, width - _LEAST_PICTURE_PX)
        if self._sizes:
            table = round(width * self._sizes[_TABLE] / sum(self._sizes))
        if table != self._splitter.sizes()[_TABLE]:
            self._splitter.setSizes([width - table, table])

    def _follow_selection(self, content: "PageContent") -> None:
        """Show what is selected beside the picture, and in the table."""
        had = self.finding.has_something
        self.finding.show_state(content.detail)
        if content.table.selects:
            self.table.tree.choose(content.view.selected.rows)
        if had != self.finding.has_something:
            self._turn()

    def _follow_names(self) -> None:
        """Give the table room for longer names; it takes none back on a page."""
        self._table_px = max(self._table_px, self.table.wished_px())
        least = self.table.wished_px(_LEAST_FOR_NAMES_PX)
        self._least_px = max(self._least_px, least)
        if not self._sizes:
            self._share_width()

    def _fold(self) -> None:
        folded = self.window().width() < FOLD_BELOW_PX
        if folded == self._folded:
            return
        self._folded = folded
        self._tabs.setVisible(folded)
        self.folded.emit(folded)
        self._turn()
        self._share_width()

    @Slot()
    def _on_moved(self) -> None:
        self._sizes = self._splitter.sizes()

    @Slot()
    def _turn(self) -> None:
        place = self._tabs.currentIndex()
        with_table = not self._folded or place == _TABLE
        room = self.width() >= _BESIDE_PX and self.finding.has_something
        self.card.setVisible(not self._folded or place == _PICTURE)
        self.table.setVisible(with_table and self.has_table)
        self.side.setVisible(with_table or room)
        if room and not with_table:
            width = self._splitter.width() - self._splitter.handleWidth()
            self._splitter.setSizes([width - _FINDING_PX, _FINDING_PX])

    @property
    def is_folded(self) -> bool:
        """Whether picture and table take turns now."""
        return self._folded

    @Slot()
    def turn_over(self) -> None:
        """Let picture and table change places, where they take turns."""
        self._tabs.setCurrentIndex(_TABLE - self._tabs.currentIndex())

    @Slot()
    def _on_filter(self) -> None:
        self._tabs.setCurrentIndex(_TABLE)
        self.table.focus_filter()

    @Slot(object, object, bool)
    def _on_clicked(self, row: str | None, column: str | None, add: bool) -> None:  # noqa: FBT001 - a slot
        content = self._state.content
        if content is not None:
            self._before_click = content.view.selected
            self.selection_changed.emit(
                content.view.selected.clicked(row, column, add=add)
            )

    @Slot(object)
    def _on_lines(self, marks: frozenset[str]) -> None:
        content = self._state.content
        if content is not None and marks != content.view.selected.rows:
            self.selection_changed.emit(ChartSelection(marks))

    @Slot()
    def _on_left(self) -> None:
        """Go back from the note to where one walks from finding to finding."""
        place: QWidget = self.table.tree
        if self.card.chart is not None and self.card.isVisible():
            place = self.card.chart
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object, object, bool)
    def _on_opened(self, row: str | None, column: str | None, clicked: bool) -> None:  # noqa: FBT001 - a slot
        if clicked:
            # The first of the two clicks selected it.
            self.selection_changed.emit(self._before_click)
        self.entries_requested.emit(row, column)

    @Slot()
    def _on_selection_opened(self) -> None:
        content = self._state.content
        only = None if content is None else content.view.selected.only
        if content is not None and content.opens_entries and only is not None:
            self.entries_requested.emit(*only)

    @Slot(object, object)
    def _on_line_opened(self, row: str, part: str | None) -> None:
        content = self._state.content
        # Where nothing is behind a line, the line itself is what is selected.
        if content is not None and content.opens_entries:
            self.entries_requested.emit(row, part)

    @Slot(str)
    def _on_only(self, mark: str) -> None:
        self.selection_changed.emit(NO_SELECTION.clicked(mark, None, add=False))

    @Slot()
    def _on_cleared(self) -> None:
        content = self._state.content
        if content is not None and content.view.selected:
            self.selection_changed.emit(NO_SELECTION)
        else:
            self.left.emit()
