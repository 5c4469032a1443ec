"""The report's window: pickers, figures, pages, picture and table, the bottom line."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clockify_desktop.charts.theme import Theme
from clockify_desktop.ui.note_strips import NoteStrip, SampleStrip, SuggestionStrip
from clockify_desktop.ui.picker_row import PickerRow
from clockify_desktop.ui.report.figure_boxes import FigureBoxes
from clockify_desktop.ui.report.page_list import PageList
from clockify_desktop.ui.report.report_page import ReportPage
from clockify_desktop.ui.report.status_line import StatusLine
from clockify_desktop.ui.scroll_area import VerticalScrollArea


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
        body = QHBoxLayout()
        body.setContentsMargins(16, 0, 16, 12)
        body.setSpacing(12)
        body.addWidget(self.pages)
        body.addWidget(self.page, 1)
        below = _AsLowAsItGets(self)
        middle = QVBoxLayout(below)
        middle.setContentsMargins(0, 12, 0, 0)
        middle.setSpacing(12)
        for strip in (self.sample, self.suggestions, self.notes, self.figures):
            middle.addLayout(_inset(strip))
        middle.addLayout(body, 1)
        # A low window may hold less than strips and picture need at least.
        scroll = VerticalScrollArea(self)
        scroll.setObjectName("below_pickers")
        scroll.setWidget(below)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pickers)
        column.addWidget(scroll, 1)
        column.addWidget(self.status)


class _AsLowAsItGets(QWidget):
    """Scrolls only where it would be squeezed; else it has the height that there is."""

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return 0 if layout is None else layout.minimumHeightForWidth(width)


def _inset(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(16, 0, 16, 0)
    row.addWidget(widget)
    return row
