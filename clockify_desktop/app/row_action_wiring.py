"""Menus over rows and cells: what can be said of them, and kept."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMenu, QWidget

from clockify_desktop.app.asking_wiring import AskingWiring
from clockify_desktop.app.review_wiring import ReviewWiring
from clockify_desktop.domain.review_records import DayOff, ReviewRecord
from clockify_desktop.domain.showable import showable
from clockify_desktop.pages.page import RowAction
from clockify_desktop.ui.labels import add_entry
from clockify_desktop.ui.report.reason_dialog import ReasonDialog
from clockify_desktop.viewmodels.report import ReportViewModel

_ASKS = "\N{HORIZONTAL ELLIPSIS}"


class RowActionWiring(QObject):
    """Offers what the page in view says of a row, in every menu the same."""

    def __init__(
        self,
        model: ReportViewModel,
        review: ReviewWiring,
        window: QWidget,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._model, self._review, self._window = model, review, window
        self._asking = AskingWiring(model, review, window, self)

    @Slot(object, object, object)
    def offer(self, menu: QMenu, mark: str, column: str | None) -> None:
        """Add to a menu what can be said of a row, or of a column of it."""
        content = self._model.state.content
        actions = content.row_actions(mark, column) if content is not None else ()
        if actions:
            menu.addSeparator()
            self.add(menu, mark, actions)
            menu.addSeparator()

    def add(self, menu: QMenu, mark: str, actions: Iterable[RowAction]) -> None:
        """Add entries for what can be said of a row."""
        for action in actions:
            asks = action.asks_why or action.asks is not None
            entry = add_entry(menu, showable(action.words + (_ASKS if asks else "")))
            entry.setObjectName("action_of_row")
            entry.triggered.connect(partial(self._do, mark, action))

    def _do(self, mark: str, action: RowAction, *_: object) -> None:
        if action.asks is not None:
            self._asking.ask(mark, action.asks)
        elif action.record is not None and action.asks_why:
            self._ask_why(action, action.record)
        elif action.record is not None:
            self._review.keep(action.record, forget=action.forgets)

    def _ask_why(self, action: RowAction, record: ReviewRecord) -> None:
        dialog = ReasonDialog(self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.confirmed.connect(partial(self._keep, record))
        dialog.start(showable(action.words))

    def _keep(self, record: ReviewRecord, reason: str) -> None:
        if isinstance(record, DayOff):
            record = replace(record, reason=reason)
        self._review.keep(record)
