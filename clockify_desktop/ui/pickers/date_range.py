"""Two date fields for days that have no name."""

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from clockify_desktop.domain.number_words import count_in_words
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.period_words import weekday
from clockify_desktop.translation import tr, tr_plural
from clockify_desktop.ui.labels import line_label, push_button
from clockify_desktop.ui.layouts import row
from clockify_desktop.ui.pickers.date_field import DateField

# As the command line: a slip in the year must not become thousands of questions.
_LONGEST_DAYS: Final = 3660


class DateRange(QWidget):
    """From one day to another."""

    period_entered = Signal(Period)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.start = DateField("custom_start", tr("First day"), self)
        self.end = DateField("custom_end", tr("Last day"), self)
        self.show_button = push_button(tr("Show"), "custom_show", self)
        self.show_button.setAccessibleName(tr("Show these days"))
        self._remark = line_label("", self, "quiet")
        # Beside the fields: in them a weekday would have to be typed with the day.
        self._weekdays = {
            one: line_label("", self, "quiet") for one in (self.start, self.end)
        }
        first, last = ((label, one) for one, label in self._weekdays.items())
        dates = *first, line_label("\N{EN DASH}", self), *last
        row(*dates, (self._remark, 1), self.show_button, within=self, spacing=8)
        self.start.dateChanged.connect(self._on_date_changed)
        self.end.dateChanged.connect(self._on_date_changed)
        self.show_button.clicked.connect(self._on_show_clicked)

    def fill(self, period: Period, week_start: int) -> None:
        """Put days into the fields; a week starts at a weekday, Monday is 0."""
        self.start.show_day(period.start, week_start)
        self.end.show_day(period.end, week_start)

    def entered(self) -> Period:
        """Read the days, the earlier one first however they were typed."""
        days = sorted((self.start.day, self.end.day))
        return Period(days[0], days[1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the days by Return in a field."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.show_button.click()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_date_changed(self) -> None:
        for field, label in self._weekdays.items():
            label.setText(weekday(field.day))
            field.setAccessibleDescription(label.text())
        days = self.entered().days
        fits = days <= _LONGEST_DAYS
        number = count_in_words(days)
        count = tr_plural("{count} day", "{count} days", days, count=number)
        self._remark.setText(count if fits else tr("over ten years"))
        self.show_button.setEnabled(fits)

    @Slot()
    def _on_show_clicked(self) -> None:
        self.period_entered.emit(self.entered())
