"""One day, typed or taken from a calendar."""

from datetime import date
from typing import Final

from PySide6.QtCore import QDate, QEvent, QLocale, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QDateEdit,
    QStyle,
    QToolButton,
    QWidget,
)

from clockify_desktop.translation import spoken_language, tr
from clockify_desktop.ui.look import palette as roles
from clockify_desktop.ui.look.drawing import draw_arrow

_FIRST: Final = date(2000, 1, 1)
_LAST: Final = date(2099, 12, 31)
# Translators: how a day is written: d is the day, MMM the short month, yyyy the year.
_FORMAT: Final = tr("d MMM yyyy")
_ARROW_ROOM: Final = 22
_TALLER: Final = 22
_WEEKEND: Final = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)
_ARROWS: Final = {
    "qt_calendar_prevmonth": (
        "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}",
        tr("A month back"),
    ),
    "qt_calendar_nextmonth": (
        "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}",
        tr("A month on"),
    ),
}


class DateField(QDateEdit):
    """A date field with a calendar below it."""

    def __init__(self, name: str, spoken: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        # The months as everywhere in the program, whatever the system's language.
        locale = QLocale(spoken_language())
        self.setLocale(locale)
        self.setDisplayFormat(_FORMAT)
        self.setCalendarPopup(True)
        self.setDateRange(_to_qt(_FIRST), _to_qt(_LAST))
        self._calendar = _Calendar(self)
        self._calendar.setLocale(locale)
        self._calendar.setAccessibleName(tr("Calendar: {field}", field=spoken))
        self._calendar.setVerticalHeaderFormat(
            QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
        )
        for arrow, (text, words) in _ARROWS.items():
            button = self._calendar.findChild(QToolButton, arrow)
            if button is None:
                continue
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setText(text)
            button.setAccessibleName(words)
        self.setCalendarWidget(self._calendar)
        self._color_weekend()

    @property
    def day(self) -> date:
        """The day in the field."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def show_day(self, day: date, week_start: int) -> None:
        """Put a day into the field; a week starts at a weekday, Monday is 0."""
        self.setDate(_to_qt(day))
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek(week_start + 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow, which the style sheet has no picture for."""
        super().paintEvent(event)
        place = QRect(self.width() - _ARROW_ROOM, 0, _ARROW_ROOM - 6, self.height())
        place = QStyle.visualRect(self.layoutDirection(), self.rect(), place)
        painter = QPainter(self)
        draw_arrow(painter, place, self.palette().color(roles.TEXT))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the calendar's weekend in the colours of the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._color_weekend()

    def _color_weekend(self) -> None:
        # Qt's own red is neither readable on dark nor meant as trouble.
        plain = QTextCharFormat()
        plain.setForeground(self.palette().color(roles.TEXT))
        for day in _WEEKEND:
            self._calendar.setWeekdayTextFormat(day, plain)
        names = QTextCharFormat(plain)
        names.setBackground(self.palette().color(roles.SURFACE))
        self._calendar.setHeaderTextFormat(names)


class _Calendar(QCalendarWidget):
    """A calendar with a line around it; Qt's popup has none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(1, 1, 1, 1)

    def sizeHint(self) -> QSize:
        """Have room for six weeks, whatever the style sheet adds to the buttons."""
        return super().sizeHint() + QSize(2, _TALLER)

    def minimumSizeHint(self) -> QSize:
        """Never cut a week off."""
        return super().minimumSizeHint() + QSize(2, _TALLER)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(roles.CONTROL_BORDER))
        painter.end()


def _to_qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
