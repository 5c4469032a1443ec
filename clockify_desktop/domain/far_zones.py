"""Days of people whose clock is far from the report's: their time may stand beside.

Clockify counts an entry on the day on which it begins in the report's time zone.
Whoever begins at nine in Auckland begins on the day before in Berlin: what they did on
a Friday is found on Thursday, and that Friday has nothing says nothing of them.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta, tzinfo
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.calendar import time_zone
from clockify_desktop.domain.directory import Person
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.planned_days import own_zone
from clockify_desktop.domain.report import Report

# Of whom few begin a day of work before eight, or only after two in the afternoon.
_MOST_AHEAD: Final = timedelta(hours=8)
_MOST_BEHIND: Final = timedelta(hours=10)
_NOON: Final = 12

Truths = NDArray[np.bool_]


def told_beside(report: Report, people: Iterable[Person], logged: Truths) -> Truths:
    """Tell on which days of whom time may stand on the day beside: people x days.

    That is where it has some. Of the day beside the period nobody knows: there it may
    be with whoever has any time at all.

    Args:
        logged: Bool, people x days: where there is any time.
    """
    period, zone = report.query.period, time_zone(report.query.time_zone)
    found = np.zeros(logged.shape, np.bool_)
    shifts: dict[str, NDArray[np.int64]] = {}
    for row, person in enumerate(people):
        own = own_zone(person)
        if own is None:
            continue
        if own.key not in shifts:
            shifts[own.key] = _shifts(own, zone, period)
        shift = shifts[own.key]
        if shift.any():
            ever = bool(logged[row].any())
            around = np.concatenate([[ever], logged[row], [ever]])
            beside = around[np.arange(1, period.days + 1) + shift]
            found[row] = (shift != 0) & beside
    return found


def _shifts(own: tzinfo, zone: tzinfo, period: Period) -> NDArray[np.int64]:
    """Tell where the time of each own day may stand: -1 for the day before, 0, or 1."""
    found = []
    for day in period:
        noon = datetime(day.year, day.month, day.day, _NOON)  # noqa: DTZ001 - a clock's
        ahead = (
            noon.replace(tzinfo=zone).timestamp() - noon.replace(tzinfo=own).timestamp()
        )
        by = timedelta(seconds=ahead)
        found.append(-1 if by > _MOST_AHEAD else int(by < -_MOST_BEHIND))
    return np.array(found, np.int64)
