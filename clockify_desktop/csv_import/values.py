"""Times, lengths and amounts as Clockify's files write them, each text by itself."""

import re
from typing import Final

from clockify_desktop.domain.durations import SECONDS_AN_HOUR
from clockify_desktop.domain.rounding import half_up

_MINUTE_S: Final = 60
_HALF_DAY_H: Final = 12
_DAY_H: Final = 24
_TIME: Final = re.compile(
    r"(\d{1,2}):([0-5]\d)(?::([0-5]\d))?(?:\s*([AaPp])\.?\s?[Mm]\.?)?"
)
_CLOCK: Final = re.compile(r"(\d{1,6}):([0-5]\d)(?::([0-5]\d))?")
_DECIMAL: Final = re.compile(r"(\d{1,6})(?:[.,](\d{1,6}))?")
_AMOUNT: Final = re.compile(
    r"(-?)(\d{1,12}|\d{1,3}(?:([,.'\s])\d{3})(?:\3\d{3}){0,3})(?:([.,])(\d{1,6}))?"
)
_NO_DIGIT: Final = re.compile(r"\D")
_THOUSAND: Final = 3
_MICROS: Final = 1_000_000


def read_time(text: str) -> int | None:
    """Read a time of day, such as ``10:23:52 AM``, ``10:23 AM`` or ``14:00``.

    Returns:
        Seconds since midnight.
    """
    found = _TIME.fullmatch(text.strip())
    if found is None or not text.isprintable():
        return None
    hours, minutes, seconds = (int(one or 0) for one in found.group(1, 2, 3))
    if found[4]:
        if not 1 <= hours <= _HALF_DAY_H:
            return None
        hours = hours % _HALF_DAY_H + _HALF_DAY_H * (found[4] in "Pp")
    if hours >= _DAY_H:
        return None
    return (hours * _MINUTE_S + minutes) * _MINUTE_S + seconds


def read_length(text: str) -> tuple[int, int] | None:
    """Read a duration, such as ``01:30:00``, ``1:30``, ``1.50`` or ``1,5``.

    Returns:
        Seconds, and by how many the true length may differ from them.
    """
    typed = text.strip()
    if not typed.isascii():
        return None
    if found := _CLOCK.fullmatch(typed):
        hours, minutes, seconds = (int(one or 0) for one in found.groups())
        exact = found[3] is not None
        length_s = (hours * _MINUTE_S + minutes) * _MINUTE_S + seconds
        return length_s, 0 if exact else _MINUTE_S - 1
    if found := _DECIMAL.fullmatch(typed):
        size = 10 ** len(found[2] or "")
        digits = int(found[1] + (found[2] or ""))
        return half_up(digits * SECONDS_AN_HOUR, size), -(-SECONDS_AN_HOUR // size)
    return None


def read_amount(text: str) -> int | None:
    """Read an amount of money, such as ``1000.00``, ``1,000.00`` or ``1000,00``.

    Returns:
        Millionths of the major unit; ``None`` where it is none, or may be two.
    """
    found = _AMOUNT.fullmatch(text.strip())
    if found is None or not text.isascii():
        return None
    minus, whole, thousands, sign, decimals = found.groups()
    decimals = decimals or ""
    if thousands and (thousands == sign or (sign is None and thousands in ",.")):
        return None
    if sign == "," and len(decimals) == _THOUSAND and not thousands:
        # One comma before three digits: a thousand, or a decimal.
        return None
    digits = int(_NO_DIGIT.sub("", whole) + decimals)
    micros = half_up(digits * _MICROS, 10 ** len(decimals))
    return -micros if minus else micros
