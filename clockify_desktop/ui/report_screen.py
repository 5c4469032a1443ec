"""The report's window: pickers, figures, pages, picture and table, the bottom line."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from clockify_desktop.charts.theme import Theme
from clockify_desktop.ui.cached_size import FullWidth
from clockify_desktop.ui.layouts import VerticalScrollArea, column, least_height, row
from clockify_desktop.ui.note_strips import NoteStrip, SuggestionStrip
from clockify_desktop.ui.picker_row import PickerRow
from clockify_desktop.ui.report.attention_box import AttentionBox
from clockify_desktop.ui.report.entries_page import EntriesPage
from clockify_desktop.ui.report.figure_boxes import FigureBoxes
from clockify_desktop.ui.report.page_list import PageList
from clockify_desktop.ui.report.report_page import ReportPage
from clockify_desktop.ui.report.status_line import StatusLine
from clockify_desktop.ui.tab_order import move_on

_MOST_LEVELS: Final = 12
"""How deep parts stand within each other, whatever words change."""
_LOW_PX: Final = 760
"""Below this height all parts leave the height to picture and table."""
# Both sides of the window, and the gap behind the figures.
_AROUND_FIGURES_PX: Final = 42


class ReportScreen(QWidget):
    """Lays the parts of the report out; each of them renders a state of its own."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("report_screen")
        self.pickers = PickerRow(self)
        self.suggestions = SuggestionStrip(self)
        self.notes = NoteStrip(self)
        self.figures = FigureBoxes(self)
        self.attention = AttentionBox(self)
        self.pages = PageList(self)
        self.page = ReportPage(theme, self)
        self.status = StatusLine(self)
        self._low = False
        self._followed: list[PickerRow | FigureBoxes | AttentionBox | ReportPage] = [
            *(self.pickers, self.figures, self.attention, self.page)
        ]
        below = _AsLowAsItGets(self)
        top = row(self.figures, (self.attention, 1), spacing=10)
        strips = self.suggestions, self.notes, top
        inset = [row(strip, margins=(16, 0, 16, 0)) for strip in strips]
        self._body = row(self.pages, (self.page, 1), spacing=12)
        self._below = column(*inset, (self._body, 1), within=below)
        self._set_gaps(12)
        # A low window may hold less than strips and picture need at least.
        scroll = VerticalScrollArea(self)
        scroll.setObjectName("below_pickers")
        scroll.setWidget(below)
        last_line = FullWidth(self.status, self)
        column(self.pickers, (scroll, 1), last_line, within=self, spacing=0)

    def add_entries_page(self, theme: Theme) -> EntriesPage:
        """Make the place for lists of entries, beside the page and hidden."""
        page = EntriesPage(theme, self.page.parentWidget() or self)
        page.hide()
        page.set_low(self._low)
        self._followed.append(page)
        self._body.addWidget(page, 1)
        return page

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let all parts know whether there is little height."""
        super().resizeEvent(event)
        low = event.size().height() < _LOW_PX
        if low != self._low:
            self._low = low
            for part in self._followed:
                part.set_low(low)
            self._set_gaps(6 if low else 12)
        self._fit_attention()

    def lay_out(self) -> None:
        """Lay out what other words need, all of it before anything is painted.

        Qt does so one widget within another, and paints in between.
        """
        # What stands beside it may have changed.
        self._fit_attention()
        for _ in range(_MOST_LEVELS):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def _fit_attention(self) -> None:
        """Give a low window's links one line; the page list says the same."""
        if self._low:
            self.attention.set_room(
                self.width() - self.figures.sizeHint().width() - _AROUND_FIGURES_PX
            )

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001, N802 - Qt's own
        """Let the Tab key go as one reads; Qt's own way is the order of making."""
        current = self.window().focusWidget()
        return move_on(self, current, forward=forward) or super().focusNextPrevChild(
            forward
        )

    def _set_gaps(self, gap_px: int) -> None:
        self._body.setContentsMargins(16, 0, 16, gap_px)
        self._below.setContentsMargins(0, gap_px, 0, 0)
        self._below.setSpacing(gap_px)


class _AsLowAsItGets(QWidget):
    """Scrolls only where it would be squeezed; else it has the height that there is."""

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return 0 if layout is None else least_height(layout, width)
