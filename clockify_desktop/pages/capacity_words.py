"""How a capacity comes about, in words: hours and days, leave, holidays."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from clockify_desktop.domain.capacity import CapacitySource, WorkingHours
from clockify_desktop.domain.durations import (
    SECONDS_AN_HOUR,
    DurationFormat,
    duration_text,
)
from clockify_desktop.domain.period_words import day_in_words
from clockify_desktop.translation import tr

_WEEKDAYS = (
    tr("Mon"),
    tr("Tue"),
    tr("Wed"),
    tr("Thu"),
    tr("Fri"),
    tr("Sat"),
    tr("Sun"),
)
_SOURCES = {
    CapacitySource.BY_HAND: tr("set here"),
    CapacitySource.ATTENDANCE: tr("attendance report"),
    CapacitySource.PROFILE: tr("member profile"),
    CapacitySource.ASSUMED: "assumed",
}


def source_in_words(source: CapacitySource) -> str:
    """Name who says it."""
    return _SOURCES[source]


def hours_in_words(hours: WorkingHours, durations: DurationFormat) -> str:
    """Write hours by weekday.

    Returns:
        Such as ``8 h, Mon-Thu, from 5 Oct`` with an en dash, or ``8 h, Mon-Thu; 4 h,
        Fri``.
    """
    parts = []
    for seconds in dict.fromkeys(filter(None, hours.seconds)):
        days = [at for at, one in enumerate(hours.seconds) if one == seconds]
        parts.append(f"{_hours(seconds, durations)}, {weekday_list(days)}")
    words = "; ".join(parts) or tr("no working days")
    if hours.since is not None:
        words += tr(", from {day}", day=day_in_words(hours.since))
    return words


def days_in_words(days: Iterable[date]) -> str:
    """Name days of a period, such as ``Thu 19, Fri 20``."""
    return ", ".join(f"{_WEEKDAYS[day.weekday()]} {day.day}" for day in days)


def _hours(seconds: int, durations: DurationFormat) -> str:
    hours, rest = divmod(seconds, SECONDS_AN_HOUR)
    return duration_text(seconds, durations) if rest else f"{hours} h"


def weekday_list(days: Sequence[int]) -> str:
    """Name weekdays, Monday is 0, such as ``Mon-Thu, Sat`` with an en dash."""
    runs = []
    for _, places in groupby(enumerate(days), key=lambda pair: pair[1] - pair[0]):
        run = [day for _, day in places]
        first, last = _WEEKDAYS[run[0]], _WEEKDAYS[run[-1]]
        runs.append(first if first == last else f"{first}\N{EN DASH}{last}")
    return ", ".join(runs)
