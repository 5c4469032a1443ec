"""How numbers are rounded wherever they become text: half up, away from zero.

Nothing else of the program rounds a figure that people read; ``rounded_columns`` has
the same rule for columns. This module knows no numpy: the window's first frame is here
before that is.
"""

from decimal import ROUND_HALF_UP, Decimal


def half_up(part: int, unit: int) -> int:
    """Count whole units in a part; a half one counts."""
    count = (2 * abs(part) + unit) // (2 * unit)
    return -count if part < 0 else count


def in_decimals(part: int, unit: int, places: int) -> str:
    """Write how many units a part is, to so many decimals, such as ``0.6389``."""
    count = half_up(part * 10**places, unit)
    return f"{Decimal(count).scaleb(-places):f}"


def to_places(amount: Decimal, places: int) -> Decimal:
    """Round to so many decimals; nothing is never below nothing."""
    rounded = amount.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return rounded or abs(rounded)
