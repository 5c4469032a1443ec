"""How far a zone's clock is ahead of UTC at many instants at once, and when days begin.

A clock is changed once a day at most, so that it need only be read where days of UTC
begin, and a few times more on days on which it is changed.
"""

from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Final

import numpy as np
from numpy.typing import NDArray

_DAY_S: Final = 24 * 3600
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST_ORDINAL: Final = date(1970, 1, 1).toordinal()


def offsets_s(zone: tzinfo, instants_s: NDArray[np.int64]) -> NDArray[np.int64]:
    """Tell by how much a zone's clock is ahead.

    Args:
        instants_s: int64, seconds since 1970, in any order.

    Returns:
        int64, seconds, one an instant.
    """
    if not len(instants_s):
        return np.zeros(0, np.int64)
    since_s, offset_s = _clock(zone, int(instants_s.min()), int(instants_s.max()))
    offsets: NDArray[np.int64] = offset_s[_places(since_s, instants_s)]
    return offsets


def instants_s(
    zone: tzinfo, clock_s: NDArray[np.int64], *, later: bool = False
) -> NDArray[np.int64]:
    """Find when a zone's clock shows some times.

    Args:
        clock_s: int64, seconds since 1970 as the clock counts them, in any order.
        later: Which is meant of an hour that the clock shows twice.

    Returns:
        int64, seconds since 1970. A time that the clock leaves out is as far behind
        the change as it says.
    """
    before, after = offsets_s(zone, clock_s - _DAY_S), offsets_s(zone, clock_s + _DAY_S)
    early, late = clock_s - before, clock_s - after
    is_early = offsets_s(zone, early) == before
    is_late = offsets_s(zone, late) == after
    if later:
        return np.where(is_late | ~is_early, late, early)
    return np.where(is_early | ~is_late, early, late)


class DayBeginnings:
    """When the days of a zone begin.

    Args:
        first_s: Seconds since 1970, before which nothing is asked for.
        last_s: Likewise, after which nothing is.
    """

    def __init__(self, zone: tzinfo, first_s: int, last_s: int) -> None:
        since_s, offset_s = _clock(zone, first_s, last_s)
        until_s = np.append(since_s[1:], last_s + 2 * _DAY_S)
        begin_s = [
            np.append(
                since,
                np.arange(since + _DAY_S - (since + ahead) % _DAY_S, until, _DAY_S),
            )
            for since, until, ahead in zip(since_s, until_s, offset_s, strict=True)
        ]
        lengths = [len(one) for one in begin_s]
        self._begin_s = np.concatenate(begin_s)
        clock_s = self._begin_s + np.repeat(offset_s, lengths)
        self._day = clock_s // _DAY_S + _FIRST_ORDINAL
        # Where the clock was changed within a day none begins.
        begins = np.diff(self._day, prepend=-1) != 0
        self._begin_s, self._day = self._begin_s[begins], self._day[begins]

    def day_and_end(
        self, instants_s: NDArray[np.int64]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Tell on which day instants are.

        Returns:
            int64, ordinals; int64, when the next day begins, seconds since 1970.
        """
        place = _places(self._begin_s, instants_s)
        return self._day[place], self._begin_s[place + 1]


def _places(
    begin_s: NDArray[np.int64], instants_s: NDArray[np.int64]
) -> NDArray[np.intp]:
    return np.searchsorted(begin_s, instants_s, "right") - 1


def _clock(
    zone: tzinfo, first_s: int, last_s: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Tell how a clock is set from the day of UTC of one instant to that of another.

    Returns:
        int64, since when, seconds since 1970, rising; int64, by how much it is ahead
        from then on, seconds.
    """
    since = range(first_s // _DAY_S * _DAY_S, (last_s // _DAY_S + 2) * _DAY_S, _DAY_S)
    told = [_offset_s(zone, day_s) for day_s in since]
    clock = [(since[0], told[0])]
    for day_s, before_s, after_s in zip(since, told, told[1:], strict=False):
        if after_s != before_s:
            clock.append((_change_s(zone, day_s, before_s), after_s))
    since_s, offset_s = np.array(clock, np.int64).T
    return since_s, offset_s


def _change_s(zone: tzinfo, day_s: int, before_s: int) -> int:
    """Find the first second of a day on which a clock is not as it was before."""
    low, high = day_s, day_s + _DAY_S
    while high - low > 1:
        middle = (low + high) // 2
        if _offset_s(zone, middle) == before_s:
            low = middle
        else:
            high = middle
    return high


def _offset_s(zone: tzinfo, instant_s: int) -> int:
    local = (_EPOCH + timedelta(seconds=instant_s)).astimezone(zone)
    offset = local.utcoffset()
    return int(offset.total_seconds()) if offset else 0
