"""Sizes of type and the distances of a picture, in logical pixels."""

from typing import Final

TITLE_PX: Final = 15.0
SENTENCE_PX: Final = 13.0
NAME_PX: Final = 13.0
REMARK_PX: Final = 12.0
AXIS_PX: Final = 11.0

MARGIN_PX: Final = 16.0

_CAPITAL = 0.729
"""Height of DejaVu's capitals and figures, as a share of the size."""


def baseline_of_middle(middle: float, size: float) -> float:
    """Give the baseline, on a whole pixel, of text centred by its capitals.

    Args:
        middle: Pixels down.
        size: Height of the type.

    Returns:
        Pixels down.
    """
    return float(round(middle + size * _CAPITAL / 2))
