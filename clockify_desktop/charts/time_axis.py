"""The steps of a time axis and their names."""

from dataclasses import dataclass
from itertools import chain, count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MINUTE_S = 60
_HOUR_S = 3600
_STEPS_S = (
    *(minutes * _MINUTE_S for minutes in (1, 2, 5, 10, 15, 30)),
    *(hours * _HOUR_S for hours in (1, 2, 5, 10, 20, 50, 100, 200, 500)),
)


@dataclass(frozen=True, slots=True)
class Tick:
    """One place on the axis, named ``10 h`` or ``15 min``."""

    seconds: int
    name: str


def ticks(end_s: int, pixels: float, closest_px: float = 80.0) -> tuple[Tick, ...]:
    """Choose round places from zero up to the end of an axis.

    Args:
        end_s: The largest value that the axis shows, seconds.
        pixels: How long the axis is up to there.
        closest_px: How near to each other two ticks may be.
    """
    if end_s <= 0 or pixels <= 0:
        return (Tick(0, "0 h"),)
    step_s = _step(end_s * closest_px / pixels)
    if step_s < _HOUR_S:
        return tuple(
            Tick(at, f"{at // _MINUTE_S} min") for at in range(0, end_s + 1, step_s)
        )
    return tuple(Tick(at, f"{at // _HOUR_S} h") for at in range(0, end_s + 1, step_s))


def _step(least_s: float) -> int:
    # After 500 h come 1000, 2000, 5000, 10000 h and so on.
    longer_s: Iterator[int] = (
        factor * 10**power * _HOUR_S for power in count(3) for factor in (1, 2, 5)
    )
    return next(step_s for step_s in chain(_STEPS_S, longer_s) if step_s >= least_s)
