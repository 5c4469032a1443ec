"""Durations as text. Seconds are whole numbers everywhere else."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final

SECONDS_AN_HOUR = 3600
LONGEST_S = 2000 * SECONDS_AN_HOUR
"""More cannot be one person's on one project from one day on, seconds.

All of an entry counts on the day on which it begins, so a day may hold more than 24
hours: a timer that nobody stopped, a month that was entered as one lump. Two thousand
hours are a whole year's work. Whoever sends milliseconds passes it after two hours.
"""
_FOUR_DECIMALS = Decimal("0.0001")
_TWO_DECIMALS = Decimal("0.01")


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
    minutes = (abs(seconds) + 30) // 60
    sign = "-" if seconds < 0 and minutes else ""
    return f"{sign}{minutes // 60}:{minutes % 60:02}"


def hours_minutes_seconds(seconds: int) -> str:
    """Write ``h:mm:ss``, exact, such as ``42:50:07``."""
    size = abs(seconds)
    sign = "-" if seconds < 0 else ""
    return f"{sign}{size // 3600}:{size // 60 % 60:02}:{size % 60:02}"


def decimal_hours(seconds: int) -> str:
    """Write hours as Clockify's exports do, such as ``0.6389`` for 2,300 seconds."""
    return str(_hours(seconds, _FOUR_DECIMALS))


def short_decimal(seconds: int) -> str:
    """Write hours with two decimals, which is enough to read; files have four."""
    hours = _hours(seconds, _TWO_DECIMALS)
    # Nothing is never below nothing.
    return str(hours or abs(hours))


def _hours(seconds: int, step: Decimal) -> Decimal:
    return (Decimal(seconds) / SECONDS_AN_HOUR).quantize(step, ROUND_HALF_UP)


_WRITERS: Final[dict[DurationFormat, Callable[[int], str]]] = {
    DurationFormat.MINUTES: hours_and_minutes,
    DurationFormat.SECONDS: hours_minutes_seconds,
    DurationFormat.DECIMAL: short_decimal,
}


def duration_text(seconds: int, durations: DurationFormat) -> str:
    """Write a duration as the settings say."""
    return _WRITERS[durations](seconds)


def share_text(part_s: int, whole_s: int) -> str:
    """Write a share as whole percents, rounded as in the sentence of the picture.

    Returns:
        Such as ``8 %``, or ``<1 %`` for little that is not nothing; empty where there
        is nothing to have a share of.
    """
    if whole_s <= 0:
        return ""
    percent = round(100 * part_s / whole_s)
    return "<1 %" if part_s > 0 and not percent else f"{percent} %"
