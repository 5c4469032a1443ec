"""A period in words, as pickers, pictures and files name it."""

from datetime import date, timedelta
from typing import Final

from clockify_desktop.domain.calendar import DAYS_A_WEEK
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.showable import named

# fmt: off
_MONTHS = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)
# fmt: on
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
SO_FAR: Final = "so far"
"""Said of all that is of a period which is not over."""

_THURSDAY = 3


def day_in_words(day: date) -> str:
    """Name a day of a year that is clear, such as ``16 Nov``."""
    return f"{day.day} {_MONTHS[day.month - 1]}"


def dates_in_words(period: Period) -> str:
    """Name the days of a period, as short as it stays clear.

    Returns:
        ``Mon 16 Nov 2026``, ``16-22 Nov 2026`` (with an en dash), ``28 Sep - 4 Oct
        2026`` or ``29 Dec 2025 - 4 Jan 2026``.
    """
    start, end = period.start, period.end
    last = f"{day_in_words(end)} {end.year}"
    if start == end:
        return f"{_WEEKDAYS[start.weekday()]} {last}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}\N{EN DASH}{last}"
    year = "" if start.year == end.year else f" {start.year}"
    return f"{day_in_words(start)}{year} \N{EN DASH} {last}"


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
    period: Period, week_start: int, time_zone: str, *, running: bool = False
) -> str:
    """Name a period in full, and say where it is not over.

    Returns:
        Such as ``16-22 Nov 2026 · week 47 · Europe/Berlin``.
    """
    week = week_number(period, week_start)
    parts = [dates_in_words(period)]
    if week is not None:
        parts.append(f"week {week[1]}")
    if running:
        parts.append(SO_FAR)
    return " · ".join([*parts, named(time_zone)])
