"""The report's window: pickers, figures, pages, picture and table, the bottom line."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clockify_desktop.charts.theme import Theme
from clockify_desktop.ui.note_strip import NoteStrip
from clockify_desktop.ui.offer_strip import OfferStrip
from clockify_desktop.ui.picker_row import PickerRow
from clockify_desktop.ui.report.figure_boxes import FigureBoxes
from clockify_desktop.ui.report.page_list import PageList
from clockify_desktop.ui.report.report_page import ReportPage
from clockify_desktop.ui.report.status_line import StatusLine
from clockify_desktop.ui.sample_strip import SampleStrip


class ReportScreen(QWidget):
    """Lays the parts of the report out; each of them renders a state of its own.

    Args:
        theme: The colours of the picture.
        parent: Where it stands.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("report_screen")
        self.sample = SampleStrip(self)
        self.pickers = PickerRow(self)
        self.offers = OfferStrip(self)
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.pickers)
        column.addLayout(_inset(self.sample))
        column.addLayout(_inset(self.offers))
        column.addLayout(_inset(self.notes))
        column.addLayout(_inset(self.figures))
        column.addLayout(body, 1)
        column.addWidget(self.status)


def _inset(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(16, 0, 16, 0)
    row.addWidget(widget)
    return row
