"""The rule of ``rounding`` for columns of numbers."""

import numpy as np
from numpy.typing import NDArray

_HALF = 0.5


def half_up_each(
    parts: NDArray[np.int64], unit: int | NDArray[np.int64]
) -> NDArray[np.int64]:
    """Count whole units in each part; int64, below 2**61 in size."""
    units = np.asarray(unit, np.int64)
    counts: NDArray[np.int64] = np.floor_divide(2 * np.abs(parts) + units, 2 * units)
    return np.sign(parts) * counts


def whole_numbers(products: NDArray[np.float64]) -> NDArray[np.int64]:
    """Round products of decimals to whole numbers; int64.

    The last bit of a product is chance: what lacks no more of a half is a half.
    """
    sizes = np.nextafter(np.abs(products), np.inf)
    whole = np.floor(sizes)
    counts = (whole + (sizes - whole >= _HALF)).astype(np.int64)
    return np.where(products < 0, -counts, counts)
