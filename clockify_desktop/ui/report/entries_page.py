"""The entries behind a part of a page, in the place of the page."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from clockify_desktop.charts.chart import ChartHit
from clockify_desktop.charts.theme import Theme
from clockify_desktop.pages.entries_list import EntriesContent
from clockify_desktop.pages.page import PageContent
from clockify_desktop.translation import tr
from clockify_desktop.ui.copying import copy_table
from clockify_desktop.ui.report.entry_pane import EntryPane
from clockify_desktop.ui.report.report_page import ReportPage
from clockify_desktop.viewmodels.page_state import PageState

_UP: Final = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Backspace})


class EntriesPage(ReportPage):
    """A list, and in ``pane`` everything about the entry that is looked at."""

    side_title = tr("Entry")
    has_table = False
    # One step up.
    left = Signal()
    # The mark of an entry.
    web_requested = Signal(str)
    # What was copied, in words.
    copied = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setObjectName("entries_page")
        self._content: EntriesContent | None = None
        self._mark = ""
        self.filter_action.setShortcuts([])
        self.card.page_actions.action_chosen.connect(self._on_cleared)
        pane = self.pane
        pane.web.clicked.connect(self._on_web)
        pane.question.clicked.connect(self._on_copy_question)
        pane.copy.clicked.connect(self._on_copy_entry)
        self._outlining = QTimer(self)
        self._outlining.setSingleShot(True)
        self._outlining.setInterval(0)
        self._outlining.timeout.connect(self._outline)

    def attach_chart(self) -> None:
        """Make the picture of the list."""
        super().attach_chart()
        chart = self.card.chart
        if chart is not None:
            chart.walked.connect(self._on_walked)

    def show_state(self, state: PageState) -> None:
        """Show a list; the entry that is looked at stays, else it is the first."""
        before = self._content
        content = state.content
        self._content = content if isinstance(content, EntriesContent) else None
        super().show_state(state)
        if self._content is before:
            return
        if self._content is not None:
            if self._content.place_of(self._mark) is None:
                self._mark = self._content.first_mark
            self._outlining.start()
        self._tell_entry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go one step up, or copy the list."""
        if event.key() in _UP:
            self.left.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            if self._content is not None:
                copy_table(self._content.copied)
                self.copied.emit(tr("copied the list"))
        else:
            super().keyPressEvent(event)

    def offer_web(self, *, offered: bool) -> None:
        """Let people open the web page of an entry's person and day, or not."""
        self.pane.web.setVisible(offered)

    def look_at(self, mark: str) -> None:
        """Tell everything about another entry."""
        if self._content is not None and self._content.place_of(mark) is not None:
            self._mark = mark
            self._tell_entry()

    def _beside_picture(self) -> QWidget:
        self.table.hide()
        self.finding.hide()
        self.pane = EntryPane(self)
        return self.pane

    def _show_beside(self, state: PageState, before: PageContent | None) -> None:
        """Leave the pane: it follows the entry that is looked at."""

    def _tell_entry(self) -> None:
        sheet = None
        if self._content is not None and self._place is not None:
            sheet = self._content.sheet_of(self._mark)
        self.pane.show_state(sheet)

    @property
    def _place(self) -> ChartHit | None:
        """That of the entry that is looked at."""
        return None if self._content is None else self._content.place_of(self._mark)

    @Slot()
    def _outline(self) -> None:
        chart, place = self.card.chart, self._place
        if chart is not None and place is not None:
            chart.outline(place)

    @Slot(object, object)
    def _on_walked(self, mark: str, *_: object) -> None:
        self.look_at(mark)

    @Slot(object, object, bool)
    def _on_clicked(self, row: str | None, *_: object) -> None:
        if row is not None:
            self.look_at(row)

    @Slot(object, object, bool)
    def _on_opened(self, row: str | None, *_: object) -> None:
        self._on_clicked(row)
        if self.is_folded:
            self.turn_over()

    @Slot()
    def _on_cleared(self, *_: object) -> None:
        self.left.emit()

    @Slot()
    def _on_web(self) -> None:
        self.web_requested.emit(self._mark)

    @Slot()
    def _on_copy_question(self) -> None:
        if self._content is not None and self._place is not None:
            self._copy(
                self._content.question_about(self._mark), tr("copied the question")
            )

    @Slot()
    def _on_copy_entry(self) -> None:
        if self._content is not None and self._place is not None:
            self._copy(self._content.sheet_of(self._mark).text, tr("copied the entry"))

    def _copy(self, text: str, words: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(words)
