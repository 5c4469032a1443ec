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
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.period_words import day_in_words, weekday
from clockify_desktop.translation import tr, tr_context

# A week that begins with Monday.
_WEEKDAYS = tuple(map(weekday, Period(date(2026, 11, 16), date(2026, 11, 22))))
_SOURCES = {
    CapacitySource.BY_HAND: tr_context("capacity", "set here"),
    CapacitySource.ATTENDANCE: tr_context("capacity", "attendance report"),
    CapacitySource.PROFILE: tr_context("capacity", "member profile"),
    CapacitySource.ASSUMED: tr_context("capacity", "assumed"),
}


def source_in_words(source: CapacitySource) -> str:
    """Name who says it."""
    return _SOURCES[source]


def hours_in_words(
    hours: WorkingHours, durations: DurationFormat, *, with_year: bool = False
) -> str:
    """Write hours by weekday.

    Args:
        with_year: Whether the day from which they hold has its year.

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
        day = day_in_words(hours.since)
        if with_year:
            day = tr_context("date", "{day} {year}", day=day, year=hours.since.year)
        # Translators: {hours} is such as "8 h, Mon-Thu; 4 h, Fri".
        words = tr("{hours}, from {day}", hours=words, day=day)
    return words


def days_in_words(days: Iterable[date]) -> str:
    """Name days of a period, such as ``Thu 19, Fri 20``."""
    return ", ".join(
        tr_context("date", "{weekday} {day}", weekday=weekday(day), day=day.day)
        for day in days
    )


def _hours(seconds: int, durations: DurationFormat) -> str:
    hours, rest = divmod(seconds, SECONDS_AN_HOUR)
    return duration_text(seconds, durations) if rest else tr("{hours} h", hours=hours)


def weekday_list(days: Sequence[int]) -> str:
    """Name weekdays, Monday is 0, such as ``Mon-Thu, Sat`` with an en dash."""
    runs = []
    for _, places in groupby(enumerate(days), key=lambda pair: pair[1] - pair[0]):
        run = [day for _, day in places]
        first, last = _WEEKDAYS[run[0]], _WEEKDAYS[run[-1]]
        runs.append(first if first == last else f"{first}\N{EN DASH}{last}")
    return ", ".join(runs)
