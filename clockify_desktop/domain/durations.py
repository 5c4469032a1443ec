"""Durations as text. Seconds are whole numbers everywhere else."""

from decimal import ROUND_HALF_UP, Decimal

SECONDS_AN_HOUR = 3600
_FOUR_DECIMALS = Decimal("0.0001")


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
    """Write ``h:mm:ss``, exact, never wrapped at 24 hours.

    Args:
        seconds: Whole seconds; negative ones get a minus sign in front.

    Returns:
        Such as ``42:50:07``.
    """
    size = abs(seconds)
    sign = "-" if seconds < 0 else ""
    return f"{sign}{size // 3600}:{size // 60 % 60:02}:{size % 60:02}"


def decimal_hours(seconds: int) -> str:
    """Write hours with four decimals and a point, as Clockify's exports do.

    Args:
        seconds: Whole seconds.

    Returns:
        Such as ``0.6389`` for 2,300 seconds.
    """
    hours = Decimal(seconds) / SECONDS_AN_HOUR
    return str(hours.quantize(_FOUR_DECIMALS, ROUND_HALF_UP))
