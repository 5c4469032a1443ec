"""Outlines of many equal things as one path each."""

from functools import lru_cache

import numpy as np
from matplotlib.path import Path
from numpy.typing import ArrayLike, NDArray

Boxes = NDArray[np.float64]
"""n x 4: left, top, right, bottom."""

DOTS = 5
"""How many a tick has whose place is only assumed."""
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


def dotted(
    left: NDArray[np.float64],
    top: NDArray[np.float64],
    width: float,
    height: float,
    dots: int = DOTS,
) -> Boxes:
    """Cut ticks into so many dots with gaps as long between them."""
    step = height / (2 * dots - 1)
    offsets = np.arange(dots) * 2 * step
    tops = (top[:, None] + offsets).ravel()
    lefts = np.repeat(left, dots)
    return boxes(lefts, tops, lefts + width, tops + step)


def dashes(around: Boxes, line: float, dash: float) -> Boxes:
    """Give the dashes of outlines just inside of boxes, most of them of one size.

    Args:
        line: How thick they are, pixels.
        dash: About how long they and the gaps between them are, pixels.

    Returns:
        n x 4; a dash begins at each corner, so that corners are closed.
    """
    corners = around[:, :2]
    sizes, which = np.unique(around[:, 2:] - corners, axis=0, return_inverse=True)
    found = [np.empty((0, 4))]
    for place, (width, height) in enumerate(sizes.tolist()):
        one = _dashes_of(width, height, line, dash)
        at = np.tile(corners[which.ravel() == place], 2)
        found.append((at[:, None] + one).reshape(-1, 4))
    return np.concatenate(found)


def _dashes_of(width: float, height: float, line: float, dash: float) -> Boxes:
    x, wide = _dashed(width, dash)
    y, high = _dashed(height, dash)
    sides = (
        boxes(x, 0.0, x + wide, line),
        boxes(x, height - line, x + wide, height),
        boxes(0.0, y, line, y + high),
        boxes(width - line, y, width, y + high),
    )
    return np.concatenate(sides)


def _dashed(length: float, dash: float) -> tuple[NDArray[np.float64], float]:
    """Give where dashes begin, of which the last ends at the end, and their length."""
    gaps = max(round((length / dash - 1) / 2), 1)
    step = length / (2 * gaps + 1)
    starts: NDArray[np.float64] = np.arange(gaps + 1, dtype=np.float64)
    return starts * np.float64(2 * step), step
