"""Showing what a report file says: page and period at once, people when known."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from clockify_desktop.domain.day_counting import DayCounting, parse_rounding
from clockify_desktop.domain.errors import AppError, LookUpError
from clockify_desktop.domain.presets import parse_period
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.registry import GROUPED
from clockify_desktop.pages.where_options import WhereOptions
from clockify_desktop.services.page_choices import view_of
from clockify_desktop.services.profile import choose_workspace
from clockify_desktop.services.report_file import (
    WHOLE_REVIEW,
    ReportFile,
    with_names,
)
from clockify_desktop.services.report_request import ReportRequest, selection_of
from clockify_desktop.store.settings import SavedView
from clockify_desktop.viewmodels.choice import only
from clockify_desktop.viewmodels.picker_states import ChosenPeriod
from clockify_desktop.viewmodels.report import ReportViewModel
from clockify_desktop.viewmodels.report_state import ReportState

if TYPE_CHECKING:
    from clockify_desktop.domain.report import ReportQuery


class ReportOpening(QObject):
    """Brings a report view model to what a file says, as its account answers.

    Signals:
        failed: What of the file is not there, an ``AppError``.
    """

    failed = Signal(object)

    def __init__(self, model: ReportViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._wanted: ReportFile | None = None
        # Asked for, and its people and projects still to be chosen.
        self._asked: tuple[ReportFile, ReportQuery] | None = None
        # Whoever else hears of a change is to hear of it before there is the next one.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        model.changed.connect(self._on_changed)

    def open(self, file: ReportFile) -> None:
        """Show a file, or what is there of it; a later one takes its place."""
        self._wanted, self._asked = file, None
        self._timer.start()

    @Slot()
    def _on_changed(self) -> None:
        if self._wanted is not None or self._asked is not None:
            self._timer.start()

    @Slot()
    def _go_on(self) -> None:
        state = self._model.state
        if state.question is None:
            return
        if self._wanted is not None:
            file, self._wanted = self._wanted, None
            self._try(self._ask, file)
        elif self._asked is not None:
            file, query = self._asked
            if state.question.query != query:
                # Somebody chose something else meanwhile.
                self._asked = None
            elif state.report is not None and state.report.query == query:
                self._asked = None
                self._try(self._choose, file)

    def _try(self, step: Callable[[ReportFile], None], file: ReportFile) -> None:
        try:
            step(file)
        except LookUpError as error:
            self.failed.emit(with_names(error, file))
        except AppError as error:
            self.failed.emit(error)

    def _ask(self, file: ReportFile) -> None:
        model, state = self._model, self._model.state
        question, profile = state.question, state.profile
        if question is None or profile is None:
            return
        wanted = file.workspace
        # Where it names none, the command line asks the profile's.
        workspace = choose_workspace(wanted.text if wanted else None, profile)
        # The review as a whole is looked at from its first page.
        key = "" if file.page == WHOLE_REVIEW else file.page
        options = _options(file, state)
        view = SavedView(file.page, key, file.period, workspace.id, options)
        # Whom a file names by name alone can be found while names are to be seen.
        if file.hide_names and all(one.id for one in file.people):
            model.hide_names(hidden=True)
        rounding = parse_rounding(file.rounding) if file.rounding else None
        model.choose_counting(DayCounting(file.days_in, file.midnight, rounding))
        model.open_view(view)
        zone = file.time_zone or profile.time_zone
        model.choose_period(ChosenPeriod(parse_period(file.period), zone))
        asked = model.state.question
        self._asked = None if asked is None else (file, asked.query)
        # It may be here already.
        self._timer.start()

    def _choose(self, file: ReportFile) -> None:
        model, state = self._model, self._model.state
        if state.report is None:
            return
        request = ReportRequest(
            None,
            parse_period(file.period),
            None,
            [one.text for one in file.people],
            [one.text for one in file.projects],
            [one.text for one in file.clients],
        )
        selection = selection_of(request, state.report)
        if selection.people is not None:
            model.choose_people(only(selection.people, state.people_ids))
        if selection.projects is not None:
            model.choose_projects(only(selection.projects, state.project_ids))
        if file.hide_names:
            model.hide_names(hidden=True)


def _options(file: ReportFile, state: ReportState) -> dict[str, str]:
    """Put what a file says of its page into the choices of that page."""
    if file.page == GROUPED.key:
        usual = WhereOptions()
        rows, *more = file.group_by or usual.levels
        # The window has two levels, of which one alone has no colours.
        return WhereOptions(rows, [*more, rows][0], billable=file.only).choices
    for page in state.pages:
        if page.key == file.page:
            return dict(view_of(page, file.choose, ViewOptions()).choices)
    return {}
