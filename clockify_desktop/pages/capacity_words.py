"""How a capacity comes about, in words: hours and days, leave, holidays."""

from collections.abc import Iterable, Sequence
from datetime import date

from clockify_desktop.domain.capacity import CapacitySource, WorkingHours
from clockify_desktop.domain.durations import (
    SECONDS_AN_HOUR,
    DurationFormat,
    duration_text,
)
from clockify_desktop.domain.period_words import WEEKDAYS, day_in_words, weekday
from clockify_desktop.domain.typed_values import weekday_runs
from clockify_desktop.translation import tr, tr_context

# A week that begins with Monday.
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
    return ", ".join(
        WEEKDAYS[first]
        if first == last
        else f"{WEEKDAYS[first]}\N{EN DASH}{WEEKDAYS[last]}"
        for first, last in weekday_runs(days)
    )
