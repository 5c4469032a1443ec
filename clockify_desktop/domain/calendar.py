"""Weeks, months and time zones: arithmetic on dates, without a clock.

Weekdays are numbers as in ``date.weekday``: Monday is 0, Sunday is 6. Clockify's
profile names them in English capitals (``settings.weekStart``).
"""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from clockify_desktop.domain.errors import UsageError
from clockify_desktop.domain.showable import named

MONDAY = 0
DAYS_A_WEEK = 7
# fmt: off
_WEEKDAYS = (
    "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY",
)
# fmt: on


def weekday_number(name: str | None) -> int:
    """Translate Clockify's name of a weekday.

    Args:
        name: Such as ``SUNDAY``; unknown and missing names mean Monday, because a
            profile that is still pending has no settings at all.
    """
    upper = (name or "").upper()
    return _WEEKDAYS.index(upper) if upper in _WEEKDAYS else MONDAY


def weekday_name(number: int) -> str:
    """Translate a weekday into Clockify's name of it.

    Returns:
        Such as ``MONDAY``.
    """
    return _WEEKDAYS[number]


def first_day_of_week(day: date, week_start: int) -> date:
    """Find the first day of the week that holds a day."""
    return day - timedelta(days=(day.weekday() - week_start) % DAYS_A_WEEK)


def first_day_of_month(day: date, months_later: int = 0) -> date:
    """Find the first day of a month.

    Args:
        months_later: How many months to go on; negative ones go back.
    """
    months = day.year * 12 + day.month - 1 + months_later
    return date(months // 12, months % 12 + 1, 1)


def time_zone(name: str) -> ZoneInfo:
    """Find a time zone by its name in the IANA data base.

    Raises:
        UsageError: No zone has that name.
    """
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        # KeyError: no such zone; ValueError: a name that is no relative path;
        # OSError: a name such as "Europe" that is a folder of zones.
        title = f"There is no time zone called “{named(name)}”"
        advice = "Use a name such as Europe/Berlin, America/New_York or UTC."
        raise UsageError(title, advice) from None
