"""Durations as text. Seconds are whole numbers everywhere else."""

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from clockify_desktop.domain.number_words import decimals_in_words, percent_in_words
from clockify_desktop.domain.rounding import half_up, in_decimals
from clockify_desktop.translation import tr

SECONDS_AN_HOUR = 3600
LONGEST_S = 2000 * SECONDS_AN_HOUR
"""More cannot be one person's on one project from one day on, seconds.

All of an entry counts on the day on which it begins, so a day may hold more than 24
hours: a timer that nobody stopped, a month that was entered as one lump. Two thousand
hours are a whole year's work. Whoever sends milliseconds passes it after two hours.
"""
MINUS: Final = "\N{MINUS SIGN}"
_SECONDS_A_MINUTE = 60
_DECIMALS_IN_FILES = 4
_DECIMALS_TO_READ = 2


class DurationFormat(StrEnum):
    """How hours are written on the screen, as the settings spell it."""

    MINUTES = "h:mm"
    SECONDS = "h:mm:ss"
    DECIMAL = "decimal"


def hours_and_minutes(seconds: int) -> str:
    """Write ``h:mm``, rounded to the minute, never wrapped at 24 hours.

    Args:
        seconds: Whole seconds; negative ones get a minus sign in front.

    Returns:
        Such as ``812:30``, ``0:05`` or ``-1:30``.
    """
    rounded = half_up(seconds, _SECONDS_A_MINUTE)
    sign, minutes = "-" if rounded < 0 else "", abs(rounded)
    return f"{sign}{minutes // 60}:{minutes % 60:02}"


def hours_minutes_seconds(seconds: int) -> str:
    """Write ``h:mm:ss``, exact, such as ``42:50:07``."""
    size = abs(seconds)
    sign = "-" if seconds < 0 else ""
    return f"{sign}{size // 3600}:{size // 60 % 60:02}:{size % 60:02}"


def decimal_hours(seconds: int) -> str:
    """Write hours as files have them, such as ``0.6389`` for 2,300 seconds."""
    return in_decimals(seconds, SECONDS_AN_HOUR, _DECIMALS_IN_FILES)


def short_decimal(seconds: int) -> str:
    """Write hours for files with two decimals; most files have four."""
    return in_decimals(seconds, SECONDS_AN_HOUR, _DECIMALS_TO_READ)


def _hours_to_read(seconds: int) -> str:
    return decimals_in_words(short_decimal(seconds))


_WRITERS: Final[dict[DurationFormat, Callable[[int], str]]] = {
    DurationFormat.MINUTES: hours_and_minutes,
    DurationFormat.SECONDS: hours_minutes_seconds,
    DurationFormat.DECIMAL: _hours_to_read,
}


STEPS: Final = {
    DurationFormat.MINUTES: (1, _SECONDS_A_MINUTE),
    DurationFormat.SECONDS: (1, 1),
    DurationFormat.DECIMAL: (10**_DECIMALS_TO_READ, SECONDS_AN_HOUR),
}
"""What each is rounded to: so many steps in so many seconds."""


def duration_text(seconds: int, durations: DurationFormat) -> str:
    """Write a duration as the settings say; nothing else on the screen writes one."""
    return _WRITERS[durations](seconds)


def signed_text(seconds: int, durations: DurationFormat) -> str:
    """Write a difference with its sign; what shows as nothing has none."""
    size = duration_text(abs(seconds), durations)
    if size == duration_text(0, durations):
        return size
    return f"{'+' if seconds > 0 else MINUS}{size}"


def exact_text(seconds: int, durations: DurationFormat) -> str:
    """Write a duration as near to the settings as tells it from every other one."""
    if durations is DurationFormat.DECIMAL:
        return decimals_in_words(decimal_hours(seconds))
    return hours_minutes_seconds(seconds)


def share_text(part_s: int, whole_s: int) -> str:
    """Write a share as whole percents.

    Returns:
        Such as ``8 %``, or ``<1 %`` for little that is not nothing; empty where there
        is nothing to have a share of.
    """
    if whole_s <= 0:
        return ""
    percent = half_up(100 * part_s, whole_s)
    if part_s > 0 and not percent:
        return tr("<{number} %", number=1)
    return percent_in_words(percent)
