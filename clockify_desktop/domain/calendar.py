"""Weeks, months and time zones: arithmetic on dates, without a clock.

Weekdays are numbers as in ``date.weekday``: Monday is 0, Sunday is 6. Clockify's
profile names them in English capitals (``settings.weekStart``).
"""

import errno
import os
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from clockify_desktop.domain.errors import FileRefusedError, UsageError
from clockify_desktop.domain.showable import named
from clockify_desktop.translation import tr

MONDAY = 0
DAYS_A_WEEK = 7
# What a disk says of names that are no file's: a folder such as "Europe", a place
# within a file, a name that no disk takes. Windows refuses to open a folder.
_NO_FILE_OF_A_ZONE = {
    *(errno.EISDIR, errno.ENOTDIR, errno.ENAMETOOLONG, errno.EINVAL),
    *((errno.EACCES,) if os.name == "nt" else ()),
}
# fmt: off
_WEEKDAYS = (
    "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY",
)
# fmt: on


def weekday_number(name: str) -> int | None:
    """Translate Clockify's name of a weekday.

    Args:
        name: Such as ``SUNDAY``.

    Returns:
        ``None`` where it is none of the seven.
    """
    upper = name.upper()
    return _WEEKDAYS.index(upper) if upper in _WEEKDAYS else None


def weekday(number: int) -> str:
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
        FileRefusedError: The data base cannot be read.
    """
    try:
        return ZoneInfo(name)
    except OSError as error:
        if error.errno not in _NO_FILE_OF_A_ZONE:
            # Such as too many open files, whatever the name.
            title = tr("The time zones of this computer could not be read")
            reason = (error.strerror or "").rstrip(".")
            advice = (
                tr("The computer says: {reason}.", reason=reason)
                if reason
                else tr("The computer gives no reason.")
            )
            raise FileRefusedError(title, advice) from None
    # No such zone; no relative path.
    except (KeyError, ValueError):
        pass
    title = tr(
        "There is no time zone called "
        "\N{LEFT DOUBLE QUOTATION MARK}{name}\N{RIGHT DOUBLE QUOTATION MARK}",
        name=named(name),
    )
    raise UsageError(
        title, tr("Use a name such as Europe/Berlin, America/New_York or UTC.")
    )


def unknown_zone_in_words(name: str) -> str:
    """Say that a profile's zone is of no use; ``name`` is empty where it names none."""
    if not name:
        return tr("Your Clockify profile names no time zone")
    return tr(
        "This computer does not know the time zone of your profile, "
        "\N{LEFT DOUBLE QUOTATION MARK}{name}\N{RIGHT DOUBLE QUOTATION MARK}",
        name=named(name),
    )
