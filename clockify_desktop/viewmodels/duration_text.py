"""Durations on the screen, in the format that a person chose."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from clockify_desktop.domain.durations import (
    SECONDS_AN_HOUR,
    hours_and_minutes,
    hours_minutes_seconds,
)
from clockify_desktop.viewmodels.settings_state import DurationFormat

_TWO_DECIMALS: Final = Decimal("0.01")


def short_decimal(seconds: int) -> str:
    """Write hours with two decimals, which is enough to read; files have four.

    Args:
        seconds: Whole seconds.

    Returns:
        Such as ``0.64`` for 2,300 seconds.
    """
    hours = (Decimal(seconds) / SECONDS_AN_HOUR).quantize(_TWO_DECIMALS, ROUND_HALF_UP)
    # Nothing is never below nothing.
    return str(hours or abs(hours))


_WRITERS: Final[dict[DurationFormat, Callable[[int], str]]] = {
    DurationFormat.MINUTES: hours_and_minutes,
    DurationFormat.SECONDS: hours_minutes_seconds,
    DurationFormat.DECIMAL: short_decimal,
}


def duration_text(seconds: int, durations: DurationFormat) -> str:
    """Write a duration.

    Args:
        seconds: Whole seconds.
        durations: The format.

    Returns:
        Such as ``812:30``, ``812:30:00`` or ``812.50``.
    """
    return _WRITERS[durations](seconds)


def share_text(part_s: int, whole_s: int) -> str:
    """Write a share as whole percents, rounded as in the sentence of the picture.

    Args:
        part_s: Seconds.
        whole_s: Seconds.

    Returns:
        Such as ``8 %``, or ``<1 %`` for little that is not nothing; empty where there
        is nothing to have a share of.
    """
    if whole_s <= 0:
        return ""
    percent = round(100 * part_s / whole_s)
    return "<1 %" if part_s > 0 and not percent else f"{percent} %"
