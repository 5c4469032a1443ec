"""A period in words, as pickers, pictures and files name it."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from clockify_desktop.domain.calendar import DAYS_A_WEEK
from clockify_desktop.domain.day_counting import AS_CLOCKIFY, DayCounting
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.period_steps import whole_months
from clockify_desktop.translation import tr, tr_context, tr_plural

_MONTHS: Final = (
    tr_context("month", "Jan"),
    tr_context("month", "Feb"),
    tr_context("month", "Mar"),
    tr_context("month", "Apr"),
    tr_context("month", "May"),
    tr_context("month", "Jun"),
    tr_context("month", "Jul"),
    tr_context("month", "Aug"),
    tr_context("month", "Sep"),
    tr_context("month", "Oct"),
    tr_context("month", "Nov"),
    tr_context("month", "Dec"),
)
WEEKDAYS: Final = (
    tr_context("weekday", "Mon"),
    tr_context("weekday", "Tue"),
    tr_context("weekday", "Wed"),
    tr_context("weekday", "Thu"),
    tr_context("weekday", "Fri"),
    tr_context("weekday", "Sat"),
    tr_context("weekday", "Sun"),
)
"""The names of the weekdays, Monday first, as they stand in dates and tables."""
SO_FAR: Final = tr("so far")
"""Said of all that is of a period which is not over, where it stands by itself."""

_THURSDAY = 3
_DAYS_A_YEAR = 365


class PeriodKind(StrEnum):
    """What people call a period that is one of its kind."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


# By how many months they have; each begins where a year is cut into such.
_OF_MONTHS: Final = {1: PeriodKind.MONTH, 3: PeriodKind.QUARTER, 12: PeriodKind.YEAR}
_KINDS: Final = {
    PeriodKind.DAY: tr("day"),
    PeriodKind.WEEK: tr("week"),
    PeriodKind.MONTH: tr("month"),
    PeriodKind.QUARTER: tr("quarter"),
    PeriodKind.YEAR: tr("year"),
}


def day_in_words(day: date) -> str:
    """Name a day of a year that is clear, such as ``16 Nov``."""
    return tr_context("date", "{day} {month}", day=day.day, month=month_in_words(day))


def day_with_year(day: date) -> str:
    """Name a day of any year, such as ``16 Nov 2026``."""
    return tr_context(
        "date",
        "{day} {month} {year}",
        day=day.day,
        month=month_in_words(day),
        year=day.year,
    )


def day_of_month(day: date) -> str:
    """Name a day of a month that is clear, such as ``16``."""
    return tr_context("day of a month", "{day}", day=day.day)


def weekday(day: date) -> str:
    """Name the weekday of a day, such as ``Mon``."""
    return WEEKDAYS[day.weekday()]


def weekday_of_month(day: date) -> str:
    """Name a day of a month that is clear with its weekday, such as ``Mon 16``."""
    return tr_context("date", "{weekday} {day}", weekday=weekday(day), day=day.day)


def single_day(day: date) -> str:
    """Name a day that stands by itself, such as ``Mon 16 Nov``."""
    return tr_context(
        "date",
        "{weekday} {day} {month}",
        weekday=weekday(day),
        day=day.day,
        month=month_in_words(day),
    )


def dates_in_words(period: Period) -> str:
    """Name the days of a period, as short as it stays clear.

    Returns:
        ``Mon 16 Nov 2026``, ``16-22 Nov 2026`` (with an en dash), ``28 Sep - 4 Oct
        2026`` or ``29 Dec 2025 - 4 Jan 2026``.
    """
    start, end = period.start, period.end
    if start == end:
        return tr_context(
            "date",
            "{weekday} {day} {month} {year}",
            weekday=weekday(end),
            day=end.day,
            month=month_in_words(end),
            year=end.year,
        )
    if (start.year, start.month) == (end.year, end.month):
        return tr_context(
            "date",
            "{first}\N{EN DASH}{last} {month} {year}",
            first=start.day,
            last=end.day,
            month=month_in_words(end),
            year=end.year,
        )
    return _from_to(start, day_with_year(end), end.year)


def days_in_words(period: Period, year: int) -> str:
    """Name days where the year is clear, such as ``9-15 Nov`` (with an en dash)."""
    start, end = period.start, period.end
    if end.year != year:
        return dates_in_words(period)
    if start == end:
        return single_day(end)
    if (start.year, start.month) == (end.year, end.month):
        return tr_context(
            "date",
            "{first}\N{EN DASH}{last} {month}",
            first=start.day,
            last=end.day,
            month=month_in_words(end),
        )
    return _from_to(start, day_in_words(end), year)


def _from_to(start: date, last: str, year: int) -> str:
    first = day_in_words(start) if start.year == year else day_with_year(start)
    return tr_context("dates", "{first} \N{EN DASH} {last}", first=first, last=last)


def weekdays_in_words(period: Period) -> str:
    """Name the weekdays of less than a week, such as ``Mon-Wed`` (with an en dash)."""
    first, last = (weekday(day) for day in (period.start, period.end))
    return first if period.days == 1 else f"{first}\N{EN DASH}{last}"


def kind_of(period: Period, week_start: int) -> PeriodKind | None:
    """Tell what a period is one of, ``None`` where it is several days or months.

    Args:
        week_start: The weekday that a week begins with, Monday is 0.
    """
    months = whole_months(period)
    if months:
        begins = (period.start.month - 1) % months == 0
        return _OF_MONTHS.get(months) if begins else None
    if period.days == 1:
        return PeriodKind.DAY
    begins = period.start.weekday() == week_start
    return PeriodKind.WEEK if begins and period.days == DAYS_A_WEEK else None


def kind_in_words(period: Period, week_start: int) -> str:
    """Say what a period is one of, such as ``week``, ``month`` or ``10 days``.

    Args:
        week_start: The weekday that a week begins with, Monday is 0.
    """
    if kind := kind_of(period, week_start):
        return _KINDS[kind]
    if months := whole_months(period):
        return tr_plural("{count} month", "{count} months", months)
    weeks, rest = divmod(period.days, DAYS_A_WEEK)
    if rest or period.start.weekday() != week_start:
        return tr_plural("{count} day", "{count} days", period.days)
    return tr_plural("{count} week", "{count} weeks", weeks)


def week_number(period: Period, week_start: int) -> tuple[int, int] | None:
    """Number a week by the ISO week of its Thursday.

    Args:
        week_start: The weekday that a week begins with, Monday is 0.

    Returns:
        The ISO year and week, or ``None`` where the period is not one whole week.
    """
    if period.days != DAYS_A_WEEK or period.start.weekday() != week_start:
        return None
    to_thursday = (_THURSDAY - week_start) % DAYS_A_WEEK
    year, week, _ = (period.start + timedelta(days=to_thursday)).isocalendar()
    return year, week


def period_in_words(
    period: Period,
    week_start: int,
    time_zone: str,
    counting: DayCounting = AS_CLOCKIFY,
    *,
    running: bool = False,
) -> str:
    """Name a period in full, and say where it is not over or not as Clockify counts.

    Returns:
        Such as ``16-22 Nov 2026 · week 47 · Europe/Berlin``.
    """
    week = week_number(period, week_start)
    parts = [dates_in_words(period)]
    if week is not None:
        parts.append(tr("week {number}", number=week[1]))
    if running:
        parts.append(SO_FAR)
    return " · ".join([*parts, counting.zone_in_words(time_zone), *counting.in_words])


def month_in_words(day: date) -> str:
    """Name the month of a day of a year that is clear, such as ``Nov``."""
    return _MONTHS[day.month - 1]


def month_with_year(day: date) -> str:
    """Name the month of a day of any year, such as ``Nov 2026``."""
    month = month_in_words(day)
    return tr_context("date", "{month} {year}", month=month, year=day.year)


def some_days_in_words(days: Sequence[date], period: Period) -> str:
    """Name some days of a period in their order.

    Returns:
        ``Mon, Tue`` where the period is a week or less, else ``2, 3, 16 Nov, 1 Dec``,
        with years where days of the same name may be in it.
    """
    if period.days <= DAYS_A_WEEK:
        return ", ".join(map(weekday, days))
    parts = []
    for at, day in enumerate(days):
        later = days[at + 1] if at + 1 < len(days) else None
        same = later is not None and later.replace(day=1) == day.replace(day=1)
        named = day_with_year if period.days > _DAYS_A_YEAR else day_in_words
        parts.append(day_of_month(day) if same else named(day))
    return ", ".join(parts)
