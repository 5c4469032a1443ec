"""Whether figures add up as they are shown: what is rounded need not.

The true total stays; where the shown ones do not add up to it, that is said once.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.durations import STEPS, DurationFormat
from clockify_desktop.domain.rounded_columns import half_up_each
from clockify_desktop.domain.rounding import half_up
from clockify_desktop.translation import tr

ROUNDED: Final = tr("Shown figures are rounded.")
_PERCENTS = 100


def durations_add_up(
    parts_s: NDArray[np.int64],
    durations: DurationFormat = DurationFormat.MINUTES,
    repeated_s: int = 0,
) -> bool:
    """Tell whether durations add up to the total as both are shown.

    Args:
        parts_s: int64, seconds; in two dimensions each row has a total of its own.
        repeated_s: How much of it the total leaves out, and is shown beside it.
    """
    steps, of_s = STEPS[durations]
    totals_s = parts_s.sum(axis=-1) - repeated_s
    shown = half_up_each(parts_s * steps, of_s).sum(axis=-1)
    totals = half_up_each(totals_s * steps, of_s) + half_up(repeated_s * steps, of_s)
    return bool((shown == totals).all())


def shares_add_up(parts_s: NDArray[np.int64]) -> bool:
    """Tell whether shares of a whole make 100 percent as they are shown.

    Args:
        parts_s: int64, seconds; in two dimensions each row is a whole of its own.
    """
    wholes_s = parts_s.sum(axis=-1, keepdims=True)
    there = wholes_s > 0
    shown = half_up_each(_PERCENTS * parts_s, np.where(there, wholes_s, 1))
    return bool((shown.sum(axis=-1, keepdims=True) == _PERCENTS)[there].all())


def amounts_add_up(parts: NDArray[np.int64], unit: int) -> bool:
    """Tell whether amounts add up to the total as all are shown.

    Args:
        parts: int64.
        unit: How much the last decimal that is shown is worth, in the same measure.
    """
    shown = half_up_each(parts, unit).sum()
    return bool(shown == half_up(int(parts.sum()), unit))
