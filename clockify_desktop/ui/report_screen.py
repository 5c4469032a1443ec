"""The report's window: pickers, figures, pages, picture and table, the bottom line."""

from PySide6.QtWidgets import QWidget

from clockify_desktop.charts.theme import Theme
from clockify_desktop.ui.layouts import VerticalScrollArea, column, row
from clockify_desktop.ui.note_strips import NoteStrip, SampleStrip, SuggestionStrip
from clockify_desktop.ui.picker_row import PickerRow
from clockify_desktop.ui.report.figure_boxes import FigureBoxes
from clockify_desktop.ui.report.page_list import PageList
from clockify_desktop.ui.report.report_page import ReportPage
from clockify_desktop.ui.report.status_line import StatusLine


class ReportScreen(QWidget):
    """Lays the parts of the report out; each of them renders a state of its own."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("report_screen")
        self.sample = SampleStrip(self)
        self.pickers = PickerRow(self)
        self.suggestions = SuggestionStrip(self)
        self.notes = NoteStrip(self)
        self.figures = FigureBoxes(self)
        self.pages = PageList(self)
        self.page = ReportPage(theme, self)
        self.status = StatusLine(self)
        below = _AsLowAsItGets(self)
        strips = self.sample, self.suggestions, self.notes, self.figures
        inset = [row(strip, margins=(16, 0, 16, 0)) for strip in strips]
        body = row(self.pages, (self.page, 1), spacing=12, margins=(16, 0, 16, 12))
        column(*inset, (body, 1), within=below, spacing=12, margins=(0, 12, 0, 0))
        # A low window may hold less than strips and picture need at least.
        scroll = VerticalScrollArea(self)
        scroll.setObjectName("below_pickers")
        scroll.setWidget(below)
        column(self.pickers, (scroll, 1), self.status, within=self, spacing=0)


class _AsLowAsItGets(QWidget):
    """Scrolls only where it would be squeezed; else it has the height that there is."""

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return 0 if layout is None else layout.minimumHeightForWidth(width)
