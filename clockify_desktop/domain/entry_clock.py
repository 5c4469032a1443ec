"""What the clock on somebody's wall showed at some instants."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.calendar import time_zone
from clockify_desktop.domain.directory import Person
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.zone_offsets import offsets_s

_MINUTE_S: Final = 60


def own_clock_s(
    people: Sequence[Person],
    user: NDArray[np.intp],
    instant_s: NDArray[np.int64],
    offset_min: NDArray[np.int16],
) -> NDArray[np.int64]:
    """Read the clock of people, each at an instant of their own.

    Args:
        user: intp, positions in ``people``.
        instant_s: int64, seconds since 1970.
        offset_min: int16, how far another clock was ahead of UTC, which is read where
            a person's zone is not known.

    Returns:
        int64, seconds since 1970 as the clock counts them.
    """
    clock_s = sent_clock_s(instant_s, offset_min)
    for name in {person.time_zone for person in people}:
        try:
            zone = time_zone(name or "?")
        except AppError:
            continue
        in_zone = np.array([person.time_zone == name for person in people], np.bool_)
        theirs = in_zone[user]
        own_s = instant_s[theirs]
        clock_s[theirs] = own_s + offsets_s(zone, own_s)
    return clock_s


def sent_clock_s(
    instant_s: NDArray[np.int64], offset_min: NDArray[np.int16]
) -> NDArray[np.int64]:
    """Read the clock that instants were sent by.

    Returns:
        int64, seconds since 1970 as that clock counts them.
    """
    # 16 bits hold the minutes of an offset, but not its seconds.
    ahead_s: NDArray[np.int64] = np.int64(_MINUTE_S) * offset_min
    return instant_s + ahead_s
