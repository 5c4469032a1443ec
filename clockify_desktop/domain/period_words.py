"""A period in words, as pickers, pictures and files name it."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from clockify_desktop.domain.calendar import DAYS_A_WEEK
from clockify_desktop.domain.day_counting import AS_CLOCKIFY, DayCounting
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.period_steps import whole_months
from clockify_desktop.translation import tr

# fmt: off
_MONTHS = (
    tr("Jan"), tr("Feb"), tr("Mar"), tr("Apr"), tr("May"), tr("Jun"), tr("Jul"), tr("Aug"), tr("Sep"), tr("Oct"), tr("Nov"), tr("Dec"),
)
# fmt: on
_WEEKDAYS = (
    tr("Mon"),
    tr("Tue"),
    tr("Wed"),
    tr("Thu"),
    tr("Fri"),
    tr("Sat"),
    tr("Sun"),
)
SO_FAR: Final = tr("so far")
"""Said of all that is of a period which is not over."""

_THURSDAY = 3
_DAYS_A_YEAR = 365
# By how many months they have; each begins where a year is cut into such.
_KINDS: Final = {1: "month", 3: "quarter", 12: "year"}


def day_in_words(day: date) -> str:
    """Name a day of a year that is clear, such as ``16 Nov``."""
    return f"{day.day} {_MONTHS[day.month - 1]}"


def weekday(day: date) -> str:
    """Name the weekday of a day, such as ``Mon``."""
    return _WEEKDAYS[day.weekday()]


def single_day(day: date) -> str:
    """Name a day that stands by itself, such as ``Mon 16 Nov``."""
    return f"{weekday(day)} {day_in_words(day)}"


def dates_in_words(period: Period) -> str:
    """Name the days of a period, as short as it stays clear.

    Returns:
        ``Mon 16 Nov 2026``, ``16-22 Nov 2026`` (with an en dash), ``28 Sep - 4 Oct
        2026`` or ``29 Dec 2025 - 4 Jan 2026``.
    """
    start, end = period.start, period.end
    if start == end:
        return f"{single_day(end)} {end.year}"
    last = f"{day_in_words(end)} {end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}\N{EN DASH}{last}"
    year = "" if start.year == end.year else f" {start.year}"
    return f"{day_in_words(start)}{year} \N{EN DASH} {last}"


def days_in_words(period: Period, year: int) -> str:
    """Name days where the year is clear, such as ``9-15 Nov`` (with an en dash)."""
    return dates_in_words(period).removesuffix(f" {year}")


def weekdays_in_words(period: Period) -> str:
    """Name the weekdays of less than a week, such as ``Mon-Wed`` (with an en dash)."""
    first, last = (_WEEKDAYS[day.weekday()] for day in (period.start, period.end))
    return first if period.days == 1 else f"{first}\N{EN DASH}{last}"


def kind_in_words(period: Period, week_start: int) -> str:
    """Tell what a period is one of, such as ``week``, ``month`` or ``10 days``.

    Args:
        week_start: The weekday that a week begins with, Monday is 0.
    """
    if months := whole_months(period):
        begins = (period.start.month - 1) % months == 0
        kind = _KINDS.get(months) if begins else None
        return kind or tr("{months} months", months=months)
    if period.days == 1:
        return "day"
    weeks, rest = divmod(period.days, DAYS_A_WEEK)
    if rest or period.start.weekday() != week_start:
        return tr("{days} days", days=period.days)
    return "week" if weeks == 1 else tr("{weeks} weeks", weeks=weeks)


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
        parts.append(tr("week {week}", week=week[1]))
    if running:
        parts.append(SO_FAR)
    return " · ".join([*parts, counting.zone_in_words(time_zone), *counting.in_words])


def month_in_words(day: date) -> str:
    """Name the month of a day of a year that is clear, such as ``Nov``."""
    return _MONTHS[day.month - 1]


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
        year = f" {day.year}" if period.days > _DAYS_A_YEAR else ""
        parts.append(str(day.day) if same else f"{day_in_words(day)}{year}")
    return ", ".join(parts)
