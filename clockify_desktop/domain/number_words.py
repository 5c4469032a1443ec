"""Numbers as people read them in their language; files have signs of their own."""

from decimal import Decimal
from typing import Final

from clockify_desktop.domain.rounding import to_places
from clockify_desktop.translation import tr, tr_context

MONEY_PLACES: Final = 2
"""So many decimals an amount has to read; files may have more."""
_DECIMAL_SIGN: Final = tr_context("decimal sign", ".")
_THOUSANDS_SIGN: Final = tr_context("thousands sign", ",")


def decimals_in_words(plain: str) -> str:
    """Write a number that is written with a point, such as ``7.50``, to be read."""
    return plain.replace(".", _DECIMAL_SIGN)


def count_in_words(count: int) -> str:
    """Write a whole number that may be large, such as ``4,018``."""
    return f"{count:,}".replace(",", _THOUSANDS_SIGN)


def percent_in_words(percent: int) -> str:
    """Write whole percents, such as ``8 %``."""
    return tr("{number} %", number=percent)


def money_in_words(amount: Decimal, currency: str) -> str:
    """Write major units of money, such as ``130.50 EUR``."""
    number = decimals_in_words(f"{to_places(amount, MONEY_PLACES):f}")
    return tr_context("money", "{amount} {currency}", amount=number, currency=currency)
