"""Which periods a trend shows: those that are over, and the running one apart."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from clockify_desktop.domain.compared_periods import ComparedDays, compared_days
from clockify_desktop.domain.needs import ReportNeed
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.period_steps import stepped
from clockify_desktop.domain.report import ReportQuery

MOST_PERIODS: Final = 12
_QUARTER_DAYS: Final = 92
_LONGEST_DAYS: Final = MOST_PERIODS * _QUARTER_DAYS


@dataclass(frozen=True, slots=True)
class TrendPeriods:
    """The periods of a trend.

    Args:
        whole: Those that are over, the earliest first; none where the period looked
            at has not begun.
        running: The one that is not over, ``None`` where it is neither looked at nor
            follows what is, with a day that is over.
        so_far: Its days that are over, ``None`` for none.
    """

    whole: tuple[Period, ...]
    running: Period | None = None
    so_far: Period | None = None

    @property
    def same_days(self) -> Period | None:
        """As many days of the last whole one; ``None`` without any to compare."""
        if self.running is None or self.so_far is None or not self.whole:
            return None
        return ComparedDays(self.running, self.so_far.days).of(self.whole[-1])

    @property
    def columns(self) -> tuple[Period, ...]:
        """What there are hours of: the whole ones, the days so far, the same days."""
        apart = (self.so_far, self.same_days)
        return (*self.whole, *(one for one in apart if one is not None))


def trend_periods(period: Period, today: date, most: int) -> TrendPeriods:
    """List the periods that end with the one looked at, or before the running one.

    Args:
        most: How many whole ones there are at most, one or more.
    """
    if period.start > today:
        return TrendPeriods(())
    running = period if today in period else None
    last = period
    if running is None:
        following = stepped(period, None, 1)
        # On its first day there is nothing to be told of it yet.
        running = following if following.start < today <= following.end else None
    else:
        last = stepped(period, None, -1)
        if last == period:
            # The calendar begins here.
            return TrendPeriods((), running, _so_far(period, today))
    back = min(most, _most_of(period)) - 1
    whole = tuple(dict.fromkeys(stepped(last, None, -by) for by in range(back, -1, -1)))
    if running is None:
        return TrendPeriods(whole)
    return TrendPeriods(whole, running, _so_far(running, today))


def trend_need(query: ReportQuery) -> ReportNeed:
    """Need all days of a trend at once, whenever today is."""
    periods = [need.query.period for need in single_needs(query)]
    # Where the calendar begins or ends there are fewer.
    days = Period(min(one.start for one in periods), max(one.end for one in periods))
    return ReportNeed(replace(query, period=days))


def single_needs(query: ReportQuery) -> Iterator[ReportNeed]:
    """List the reports of its single periods, which others may have asked for."""
    for by in range(-_most_of(query.period), 2):
        yield ReportNeed(replace(query, period=stepped(query.period, None, by)))


def _most_of(period: Period) -> int:
    """Tell of how many periods there is a trend: of years of fewer than of weeks."""
    return max(min(MOST_PERIODS, _LONGEST_DAYS // period.days), 1)


def _so_far(period: Period, today: date) -> Period | None:
    days = compared_days(period, today)
    return days.of(period) if days.count else None
