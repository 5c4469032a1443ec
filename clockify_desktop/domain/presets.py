"""Periods by name: presets, ISO weeks, ranges and single days.

What a person asks for is kept as chosen and resolved when today is known, because a
preset means something else every Monday and "today" depends on the time zone.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from clockify_desktop.domain.calendar import (
    DAYS_A_WEEK,
    first_day_of_month,
    first_day_of_week,
)
from clockify_desktop.domain.errors import UsageError
from clockify_desktop.domain.number_words import count_in_words
from clockify_desktop.domain.period import Period
from clockify_desktop.translation import tr, tr_plural

_ISO_WEEK = re.compile(r"(\d{4})-W(\d{2})")
_DAY = r"\d{4}-\d{2}-\d{2}"
_RANGE = re.compile(rf"({_DAY})(?:\.\.({_DAY}))?")
_MONTHS_A_QUARTER = 3
_MONTHS_A_YEAR = 12
# A slip of the finger in the year must not become thousands of questions.
_LONGEST_DAYS = 3660


class Preset(StrEnum):
    """The periods that have a name, as the command line spells them."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    THIS_WEEK = "this-week"
    LAST_WEEK = "last-week"
    PAST_TWO_WEEKS = "past-two-weeks"
    LAST_4_WEEKS = "last-4-weeks"
    LAST_8_WEEKS = "last-8-weeks"
    LAST_12_WEEKS = "last-12-weeks"
    THIS_MONTH = "this-month"
    LAST_MONTH = "last-month"
    THIS_QUARTER = "this-quarter"
    LAST_QUARTER = "last-quarter"
    THIS_YEAR = "this-year"
    LAST_YEAR = "last-year"

    @property
    def is_of_days(self) -> bool:
        """Whether it is days or weeks, however long the months are."""
        return self not in _MONTHS

    def resolve(self, today: date, week_start: int) -> Period:
        """Tell which days the preset means.

        Weeks are whole: the last four are the four whole weeks before this one.

        Args:
            week_start: The weekday that a week begins with, Monday is 0.
        """
        if self in _DAYS_BACK:
            day = today - timedelta(days=_DAYS_BACK[self])
            return Period(day, day)
        if self in _WEEKS:
            back, count = _WEEKS[self]
            this_week = first_day_of_week(today, week_start)
            start = this_week - timedelta(days=back * DAYS_A_WEEK)
            return Period(start, start + timedelta(days=count * DAYS_A_WEEK - 1))
        length, back = _MONTHS[self]
        start = first_day_of_month(today, -((today.month - 1) % length) - back * length)
        return Period(start, first_day_of_month(start, length) - timedelta(days=1))


_DAYS_BACK = {Preset.TODAY: 0, Preset.YESTERDAY: 1}
# How many weeks to go back, and how many weeks from there.
_WEEKS = {
    Preset.THIS_WEEK: (0, 1),
    Preset.LAST_WEEK: (1, 1),
    Preset.PAST_TWO_WEEKS: (2, 2),
    Preset.LAST_4_WEEKS: (4, 4),
    Preset.LAST_8_WEEKS: (8, 8),
    Preset.LAST_12_WEEKS: (12, 12),
}
# How many months there are in one, and how many of them to go back.
_MONTHS = {
    Preset.THIS_MONTH: (1, 0),
    Preset.LAST_MONTH: (1, 1),
    Preset.THIS_QUARTER: (_MONTHS_A_QUARTER, 0),
    Preset.LAST_QUARTER: (_MONTHS_A_QUARTER, 1),
    Preset.THIS_YEAR: (_MONTHS_A_YEAR, 0),
    Preset.LAST_YEAR: (_MONTHS_A_YEAR, 1),
}


@dataclass(frozen=True, slots=True)
class FixedPeriod:
    """A choice that means the same days whenever it is resolved."""

    period: Period

    def resolve(self, today: date, week_start: int) -> Period:
        """Give the days."""
        del today, week_start
        return self.period


PeriodChoice = Preset | FixedPeriod


def parse_period(text: str) -> PeriodChoice:
    """Read a period as people write it on the command line.

    Args:
        text: A preset, ``2026-W47``, ``2026-11-16..2026-11-22`` or ``2026-11-16``.

    Returns:
        What to resolve once today is known. An ISO week goes from Monday to Sunday,
        however the person's own week begins.

    Raises:
        UsageError: The text is none of these, or such a day or week does not exist,
            or the range ends before it starts or is longer than ten years.
    """
    if text in set(Preset):
        return Preset(text)
    try:
        if week := _ISO_WEEK.fullmatch(text):
            monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
            return FixedPeriod(Period(monday, monday + timedelta(days=6)))
        if days := _RANGE.fullmatch(text):
            start = date.fromisoformat(days[1])
            return FixedPeriod(
                _bounded(Period(start, date.fromisoformat(days[2] or days[1])))
            )
    except (ValueError, OverflowError):
        title = tr(
            "There is no such day or week: "
            "\N{LEFT DOUBLE QUOTATION MARK}{text}\N{RIGHT DOUBLE QUOTATION MARK}",
            text=text,
        )
        advice = tr("Check the calendar.")
    else:
        title = tr(
            "\N{LEFT DOUBLE QUOTATION MARK}{text}\N{RIGHT DOUBLE QUOTATION MARK} "
            "is no period",
            text=text,
        )
        advice = tr(
            "Use a week such as 2026-W47, a day such as 2026-11-16, a range "
            "such as 2026-11-16..2026-11-22, or one of: {names}.",
            names=", ".join(Preset),
        )
    raise UsageError(title, advice) from None


def spelled(choice: PeriodChoice) -> str:
    """Spell a choice as ``parse_period`` reads it."""
    if isinstance(choice, FixedPeriod):
        return f"{choice.period.start}..{choice.period.end}"
    return choice.value


def _bounded(period: Period) -> Period:
    if period.days > _LONGEST_DAYS:
        title = tr_plural(
            "The period is too long: {days} day",
            "The period is too long: {days} days",
            period.days,
            days=count_in_words(period.days),
        )
        raise UsageError(title, tr("Ask for ten years at most."))
    return period
