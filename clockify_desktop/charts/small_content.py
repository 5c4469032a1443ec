"""What the small pictures of the overview show: a page's numbers without words."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.charts.trend_content import TrendLines
from clockify_desktop.domain.label import Label


@dataclass(frozen=True, eq=False)
class SmallHeat:
    """A cell a row and day.

    Args:
        has_time: Bool, rows x days.
        is_missing: Bool, likewise; of a team, whether anybody's day is.
        is_off: Bool, likewise: nothing is expected.
    """

    has_time: NDArray[np.bool_]
    is_missing: NDArray[np.bool_]
    is_off: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class SmallBullet:
    """One bar in a track that ends at capacity; seconds."""

    hours_s: int
    expected_s: int


@dataclass(frozen=True, eq=False)
class SmallStack:
    """One bar of many colours.

    Args:
        seconds: int64, one a label; below zero counts as nothing.
    """

    labels: tuple[Label, ...]
    seconds: NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class SmallChanges:
    """Bars to either side of nothing.

    Args:
        change_s: int64, seconds a bar, from the top.
    """

    change_s: NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class SmallTrend:
    """One line over its band.

    Args:
        line: One line.
        chosen: The place of the period looked at, ``None`` where it is still running.
    """

    line: TrendLines
    chosen: int | None


@dataclass(frozen=True, eq=False)
class SmallTracks:
    """Bars in tracks of one length, the estimates.

    Args:
        used: float64, one a bar, 1 is the estimate.
        passed: float64, the share of time passed, NaN where it is not known.
    """

    used: NDArray[np.float64]
    passed: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class SmallDots:
    """A dot for each thing that is to do, and an empty one for what is settled."""

    left: int
    settled: int = 0


SmallContent = (
    SmallHeat
    | SmallBullet
    | SmallStack
    | SmallChanges
    | SmallTrend
    | SmallTracks
    | SmallDots
)
