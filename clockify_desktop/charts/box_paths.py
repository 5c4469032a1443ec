"""Outlines of many equal things as one path each."""

from functools import lru_cache

import numpy as np
from matplotlib.path import Path
from numpy.typing import ArrayLike, NDArray

Boxes = NDArray[np.float64]
"""n x 4: left, top, right, bottom."""

_CORNERS = 8
_OCTAGON = np.array(
    [Path.MOVETO, *[Path.LINETO] * (_CORNERS - 1), Path.CLOSEPOLY], Path.code_type
)


def rounded_boxes(boxes: Boxes, corner_px: float) -> Path | None:
    """Draw rectangles with their corners cut, which look rounded at this size.

    Less is cut where a box is too small; ``None`` comes of no box.
    """
    return _octagons(boxes, corner_px) if len(boxes) else None


@lru_cache(maxsize=256)
def rounded_square(left: float, top: float, side: float, corner_px: float) -> Path:
    """Draw one square with its corners cut; the same ones come back often."""
    square = np.array([[left, top, left + side, top + side]])
    return _octagons(square, corner_px)


def boxes(
    left: ArrayLike, top: ArrayLike, right: ArrayLike, bottom: ArrayLike
) -> Boxes:
    """Put sides, of one shape or single numbers, together in a last axis of four."""
    sides = np.broadcast_arrays(left, top, right, bottom)
    return np.stack(sides, axis=-1).astype(np.float64)


def _octagons(boxes: Boxes, corner_px: float) -> Path:
    left, top, right, bottom = boxes.T
    cut = np.minimum(corner_px, np.minimum(right - left, bottom - top) / 3)
    x = (left + cut, right - cut, right, right, right - cut, left + cut, left, left)
    y = (top, top, top + cut, bottom - cut, bottom, bottom, bottom - cut, top + cut)
    points = np.empty((len(boxes), _CORNERS + 1, 2))
    points[:, :_CORNERS, 0] = np.stack(x, axis=1)
    points[:, :_CORNERS, 1] = np.stack(y, axis=1)
    points[:, _CORNERS] = points[:, 0]
    return Path(points.reshape(-1, 2), np.tile(_OCTAGON, len(boxes)))
