"""Opens pages from the overview, ticks them off, and leads back to it."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from clockify_desktop.app.review_wiring import ReviewWiring
from clockify_desktop.domain.needs import RecordsNeed
from clockify_desktop.domain.review_records import LookedAt, ReviewRecords
from clockify_desktop.pages.overview import SEND, SENT, START, AllPagesContent
from clockify_desktop.pages.registry import OVERVIEW
from clockify_desktop.ui.main_window import MainWindow
from clockify_desktop.ui.report.report_page import ReportPage
from clockify_desktop.viewmodels.report import ReportViewModel


class OverviewWiring(QObject):
    """The overview's part of the program.

    Signals:
        file_wanted: A ``PageContent`` of which a file is to be saved.
    """

    file_wanted = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        page: ReportPage,
        model: ReportViewModel,
        review: ReviewWiring,
    ) -> None:
        super().__init__(model)
        self._model, self._review = model, review
        page.page_opened.connect(self._on_opened)
        page.ticked.connect(self._on_ticked)
        page.left.connect(self._on_left)
        page.card.page_actions.action_chosen.connect(self._on_action)
        for name, by in (("next", 1), ("previous", -1)):
            turn = partial(model.turn_page, by)
            window.action(f"action_{name}_page").triggered.connect(turn)

    @Slot()
    def _on_left(self) -> None:
        # A policy may have switched it off.
        if any(page.key == OVERVIEW.key for page in self._model.state.pages):
            self._model.choose_page(OVERVIEW.key)

    @Slot(str)
    def _on_action(self, key: str) -> None:
        content = self._model.state.content
        if key == START and isinstance(content, AllPagesContent):
            self._model.choose_page(content.next_page)

    @Slot(str)
    def _on_opened(self, key: str) -> None:
        if key != SEND:
            self._model.choose_page(key)
            return
        sent = self._model.state.contents.get(SENT)
        if sent is not None:
            self.file_wanted.emit(sent)

    @Slot(str)
    def _on_ticked(self, key: str) -> None:
        state = self._model.state
        if state.report is None:
            return
        query = state.report.query
        kept = state.answers.get(RecordsNeed(query.workspace)) or ReviewRecords()
        record = LookedAt(key, query.period.start, query.period.end)
        self._review.keep(record, forget=kept.looked_at(key, query.period))
