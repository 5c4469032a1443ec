"""How much somebody is expected to work, from a day on."""

from typing import Final

from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from clockify_desktop.domain.capacity import CapacitySource, working_hours
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.errors import UsageError
from clockify_desktop.domain.review_records import SetCapacity
from clockify_desktop.domain.showable import showable
from clockify_desktop.domain.typed_values import hours_to_type, read_hours
from clockify_desktop.pages.asked import CapacityAsked
from clockify_desktop.pages.capacity_words import hours_in_words, source_in_words
from clockify_desktop.translation import tr
from clockify_desktop.ui.labels import text_label
from clockify_desktop.ui.layouts import STRETCH, row
from clockify_desktop.ui.look.check_mark import CheckBox
from clockify_desktop.ui.pickers.date_field import DateField
from clockify_desktop.ui.report.asking_dialog import AskingDialog, Fault

# fmt: off
_WEEKDAYS: Final = (
    tr("Monday"), tr("Tuesday"), tr("Wednesday"), tr("Thursday"),
    tr("Friday"), tr("Saturday"), tr("Sunday"),
)
# fmt: on
_SHORT: Final = 3
_LONGEST: Final = 12
_HOURS: Final = tr("Such as 8, 7.5 or 7:30; 0 where no time is expected.")
_DAYS: Final = tr("Each of them has these hours.")
_FROM: Final = tr("Weeks before it stay as they were.")
_NO_DAY: Final = tr("Tick the days on which these hours are worked, or write 0 hours.")


class CapacityDialog(AskingDialog):
    """Opened with ``start()``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("capacity_dialog", parent)
        self._asked: CapacityAsked
        self._held = text_label("", self, "quiet", name="held_hours")
        self.hours = QLineEdit(self)
        self.hours.setObjectName("hours_a_day")
        self.hours.setMaxLength(_LONGEST)
        days = QFrame(self)
        days.setObjectName("working_days")
        self.days = [CheckBox(one[:_SHORT], days) for one in _WEEKDAYS]
        for box, name in zip(self.days, _WEEKDAYS, strict=True):
            box.setAccessibleName(name)
        row(*self.days, STRETCH, within=days, spacing=6)
        days.setFocusProxy(self.days[0])
        self._days = days
        self.valid_from = DateField("valid_from", tr("Valid from"), self)
        self._lay_out(
            *(self._held, 6),
            *self._field(tr("Hours a day"), self.hours, _HOURS),
            *self._field(tr("Working days"), days, _DAYS),
            *self._field(tr("Valid from"), self.valid_from, _FROM),
        )

    def start(self, asked: CapacityAsked) -> None:
        """Ask for the capacity of some people."""
        self._asked = asked
        held = asked.hours
        words = hours_in_words(held, DurationFormat.MINUTES)
        source = source_in_words(held.source)
        self._held.setText(
            tr("Up to now {words}: {source}.", words=words, source=source)
        )
        sizes = [one for one in held.seconds if one]
        usual = max(sizes, key=sizes.count, default=0)
        self.hours.setText(hours_to_type(usual))
        self.hours.selectAll()
        for box, seconds in zip(self.days, held.seconds, strict=True):
            box.setChecked(seconds > 0)
        self.valid_from.show_day(asked.first, asked.week_start)
        self._begin(
            showable(tr("Capacity of {asked}", asked=asked.name)),
            asked.told,
            self.hours,
        )

    def _fault(self) -> Fault:
        try:
            hours = read_hours(self.hours.text())
        except UsageError as error:
            return self.hours, f"{error.title}. {error.advice}"
        if hours and not any(box.isChecked() for box in self.days):
            return self._days, _NO_DAY
        return None

    def _records(self) -> tuple[SetCapacity, ...]:
        ticked = frozenset(at for at, box in enumerate(self.days) if box.isChecked())
        by_hand = CapacitySource.BY_HAND
        hours = working_hours(read_hours(self.hours.text()), ticked, by_hand)
        day = self.valid_from.day
        return tuple(
            SetCapacity(user, day, hours.seconds) for user in self._asked.users
        )
