"""From which day to which one a person is not expected to log time."""

from typing import Final

from PySide6.QtWidgets import QLineEdit, QWidget

from clockify_desktop.domain.review_records import DayOff
from clockify_desktop.domain.showable import named, showable
from clockify_desktop.pages.asked import DaysOffAsked
from clockify_desktop.translation import tr
from clockify_desktop.ui.pickers.date_field import DateField
from clockify_desktop.ui.report.asking_dialog import AskingDialog, Fault
from clockify_desktop.ui.report.optional_day import OptionalDay
from clockify_desktop.ui.report.reason_dialog import LONGEST_REASON

_FIRST: Final = tr("No time is expected on this day and those after it.")
_LAST: Final = tr("Without a last day until you take it back.")
_REVERSED: Final = tr("The last day is before the first: choose a later one.")
_REASON: Final = tr("It stands in the page and its files.")


class DaysOffDialog(AskingDialog):
    """Opened with ``start()``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("days_off_dialog", parent)
        self._asked: DaysOffAsked
        self.first = DateField("first_day_off", tr("First day"), self)
        self.last = OptionalDay("last_day_off", tr("Last day"), self)
        self.reason = QLineEdit(self)
        self.reason.setObjectName("reason")
        self.reason.setMaxLength(LONGEST_REASON)
        self._lay_out(
            *self._field(tr("From"), self.first, _FIRST),
            *self._field(tr("Until"), self.last, _LAST),
            *self._field(tr("Reason, if you like"), self.reason, _REASON, wide=True),
        )

    def start(self, asked: DaysOffAsked) -> None:
        """Ask for days of a person."""
        self._asked = asked
        first, last = asked.period.start, asked.period.end
        self.first.show_day(first, asked.week_start)
        self.last.show_day(last, last, asked.week_start)
        self.reason.clear()
        title = showable(
            tr("Days on which {asked} is not expected", asked=named(asked.name))
        )
        self._begin(title, asked.told, self.first)

    def _fault(self) -> Fault:
        last = self.last.day
        if last is not None and last < self.first.day:
            return self.last, _REVERSED
        return None

    def _records(self) -> tuple[DayOff, ...]:
        reason = self.reason.text().strip()
        return (DayOff(self._asked.user, self.first.day, self.last.day, reason),)
