"""Wall clocks of time zones, for whole columns of instants at once.

``zoneinfo`` answers one instant at a time; half a million entries need the few
changes of a zone as numbers. An ambiguous or missing wall clock is read as
``datetime`` does with ``fold=0``.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import numpy as np
from numpy.typing import NDArray

Instants = NDArray[np.int64]
"""Seconds since 1970, UTC or (where said) on a wall clock, int64."""

DAY_S = 86_400
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Clock:
    """The offsets of one zone between two instants.

    Args:
        zone: The zone itself.
        changes_s: Instants of the changes, UTC, ascending.
        offsets_s: Seconds east of UTC before, between and after the changes; one
            more than there are changes.
    """

    zone: ZoneInfo
    changes_s: Instants
    offsets_s: Instants

    def to_wall(self, instants_s: Instants) -> Instants:
        """Turn instants into wall clocks.

        Args:
            instants_s: Seconds since 1970, UTC.

        Returns:
            Seconds since 1970 as the wall clock counts them, same shape.
        """
        at = np.searchsorted(self.changes_s, instants_s, side="right")
        return instants_s + self.offsets_s[at]

    def to_utc(self, wall_s: Instants) -> Instants:
        """Turn wall clocks into instants.

        Args:
            wall_s: Seconds since 1970 as the wall clock counts them.

        Returns:
            Seconds since 1970, UTC, same shape.
        """
        later = np.maximum(self.offsets_s[:-1], self.offsets_s[1:])
        at = np.searchsorted(self.changes_s + later, wall_s, side="right")
        return wall_s - self.offsets_s[at]

    def to_days(self, instants_s: Instants) -> Instants:
        """Tell the local days of instants.

        Args:
            instants_s: Seconds since 1970, UTC.

        Returns:
            Days since 1970-01-01 on the zone's calendar, same shape.
        """
        return self.to_wall(instants_s) // DAY_S


def _offset_s(zone: ZoneInfo, instant_s: int) -> int:
    offset = (_EPOCH + timedelta(seconds=instant_s)).astimezone(zone).utcoffset()
    return int((offset or timedelta()).total_seconds())


def _change_between(zone: ZoneInfo, low_s: int, high_s: int) -> int:
    before = _offset_s(zone, low_s)
    while high_s - low_s > 1:
        middle_s = (low_s + high_s) // 2
        if _offset_s(zone, middle_s) == before:
            low_s = middle_s
        else:
            high_s = middle_s
    return high_s


@lru_cache(maxsize=256)
def _clock(name: str, first_day: int, last_day: int) -> Clock:
    zone = find_zone(name)
    step_s = 7 * DAY_S
    first_s, last_s = first_day * DAY_S, last_day * DAY_S + step_s
    marks = range(first_s, last_s + step_s, step_s)
    known = [_offset_s(zone, mark) for mark in marks]
    changes: list[int] = []
    offsets = [known[0]]
    for number in range(1, len(known)):
        if known[number] != known[number - 1]:
            changes.append(_change_between(zone, marks[number - 1], marks[number]))
            offsets.append(known[number])
    return Clock(zone, np.array(changes, np.int64), np.array(offsets, np.int64))


def find_zone(name: str) -> ZoneInfo:
    """Find a zone of the IANA data base.

    Args:
        name: Such as ``Europe/Berlin``.

    Raises:
        LookupError: There is no such zone, or the name is no name at all.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise LookupError(name) from None


def clock_for(name: str, first_s: int, last_s: int) -> Clock:
    """Give the clock of a zone that is right between two instants.

    Args:
        name: A zone of the IANA data base.
        first_s: The earliest instant that will be asked for, UTC.
        last_s: The latest one.

    Raises:
        LookupError: There is no such zone.
    """
    # Whole years, so that a clock is made once and not anew for every report.
    year = 366
    return _clock(
        name,
        (first_s // DAY_S // year - 1) * year,
        (last_s // DAY_S // year + 2) * year,
    )


def wall_to_instant_ms(wall: datetime, zone: ZoneInfo) -> int:
    """Read a wall clock in a zone.

    Args:
        wall: Without a zone of its own.
        zone: Where that clock hangs.

    Returns:
        Milliseconds since 1970, UTC.
    """
    instant = wall.replace(tzinfo=zone).astimezone(UTC)
    return (instant - _EPOCH) // timedelta(milliseconds=1)
