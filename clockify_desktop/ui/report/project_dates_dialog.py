"""When a project is to run: dates that Clockify does not keep, and a manager gives."""

from typing import Final

from PySide6.QtWidgets import QWidget

from clockify_desktop.domain.review_records import ProjectDates
from clockify_desktop.domain.showable import named, showable
from clockify_desktop.pages.asked import ProjectDatesAsked
from clockify_desktop.translation import tr
from clockify_desktop.ui.report.asking_dialog import AskingDialog, Fault
from clockify_desktop.ui.report.optional_day import OptionalDay

_FIRST: Final = tr("The first day on which somebody works on it.")
_LAST: Final = tr("The share of time that passed needs both.")
_REVERSED: Final = tr("The end is before the start: choose a later one.")
_NEITHER: Final = tr("Tick the start, the end or both.")


class ProjectDatesDialog(AskingDialog):
    """Opened with ``start()``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("project_dates_dialog", parent)
        self._asked: ProjectDatesAsked
        self.first = OptionalDay("project_start", tr("First day"), self)
        self.last = OptionalDay("project_end", tr("Last day"), self)
        self._lay_out(
            *self._field(tr("Start"), self.first, _FIRST),
            *self._field(tr("End"), self.last, _LAST),
        )

    def start(self, asked: ProjectDatesAsked) -> None:
        """Ask for the dates of a project."""
        self._asked = asked
        told, today = asked.dates, asked.today
        first, last = (today, today) if told is None else (told.first, told.last)
        self.first.show_day(first, today, asked.week_start)
        self.last.show_day(last, first or today, asked.week_start)
        title = showable(tr("Start and end of {asked}", asked=named(asked.name)))
        self._begin(title, asked.told, self.first)

    def _fault(self) -> Fault:
        first, last = self.first.day, self.last.day
        if first is None and last is None:
            return self.first, _NEITHER
        if first is not None and last is not None and last < first:
            return self.last, _REVERSED
        return None

    def _records(self) -> tuple[ProjectDates, ...]:
        return (ProjectDates(self._asked.project, self.first.day, self.last.day),)
