"""Opens the dialogs that ask something of a row, and keeps what is said in them."""

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from clockify_desktop.app.review_wiring import ReviewWiring
from clockify_desktop.domain.review_records import ReviewRecord
from clockify_desktop.pages.asked import (
    Asked,
    CapacityAsked,
    DaysOffAsked,
    ProjectDatesAsked,
)
from clockify_desktop.ui.report.capacity_dialog import CapacityDialog
from clockify_desktop.ui.report.days_off_dialog import DaysOffDialog
from clockify_desktop.ui.report.project_dates_dialog import ProjectDatesDialog
from clockify_desktop.viewmodels.report import ReportViewModel
from clockify_desktop.viewmodels.report_state import ReportState

_Dialog = CapacityDialog | DaysOffDialog | ProjectDatesDialog
_DIALOGS: Final[dict[type[Asked], type[_Dialog]]] = {
    CapacityAsked: CapacityDialog,
    DaysOffAsked: DaysOffDialog,
    ProjectDatesAsked: ProjectDatesDialog,
}


class AskingWiring(QObject):
    """One dialog at a time; while it is open it lists what is kept."""

    def __init__(
        self,
        model: ReportViewModel,
        review: ReviewWiring,
        window: QWidget,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._model, self._review, self._window = model, review, window
        self._open: tuple[_Dialog, str, type[Asked]] | None = None
        model.changed.connect(self._on_changed)

    def ask(self, mark: str, asked: Asked) -> None:
        """Ask something of a row, by its mark."""
        dialog = _DIALOGS[type(asked)](self._window)
        dialog.kept.connect(self._on_kept)
        dialog.forgotten.connect(partial(self._review.keep, forget=True))
        dialog.finished.connect(self._on_finished)
        dialog.finished.connect(dialog.deleteLater)
        self._open = dialog, mark, type(asked)
        dialog.start(asked)  # type: ignore[arg-type]  # the table pairs them

    @Slot(object)
    def _on_changed(self, state: ReportState) -> None:
        if self._open is None or state.content is None:
            return
        dialog, mark, kind = self._open
        for action in state.content.row_actions(mark):
            if action.asks is not None and isinstance(action.asks, kind):
                dialog.show_told(action.asks.told)

    @Slot(object)
    def _on_kept(self, records: tuple[ReviewRecord, ...]) -> None:
        self._review.keep(*records)

    @Slot()
    def _on_finished(self) -> None:
        self._open = None
