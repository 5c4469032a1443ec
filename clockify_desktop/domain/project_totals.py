"""What Clockify knows of projects beside their time in a period: sums and estimates."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from clockify_desktop.domain.calendar import (
    DAYS_A_WEEK,
    MONDAY,
    first_day_of_month,
)
from clockify_desktop.domain.identity import ProjectId
from clockify_desktop.domain.period import Period

_MONTHS_A_YEAR = 12


class ResetInterval(StrEnum):
    """How often an estimate starts anew; the value is what people read."""

    WEEKLY = "week"
    MONTHLY = "month"
    YEARLY = "year"


@dataclass(frozen=True, slots=True)
class EstimateReset:
    """When an estimate starts anew.

    Args:
        weekday: Of a weekly one, Monday is 0.
        day: Of the month; the last one where a month has fewer.
        month: Of a yearly one, January is 1.
    """

    interval: ResetInterval
    weekday: int = MONDAY
    day: int = 1
    month: int = 1

    def term(self, day: date) -> Period:
        """Find the days for which the estimate holds on a day.

        Where the calendar begins or ends it is cut.
        """
        if self.interval is ResetInterval.WEEKLY:
            begins = day.toordinal() - (day.weekday() - self.weekday) % DAYS_A_WEEK
            first, next_one = begins, begins + DAYS_A_WEEK
        else:
            months = 1
            start = day.replace(day=1)
            if self.interval is ResetInterval.YEARLY:
                months = _MONTHS_A_YEAR
                start = start.replace(month=self.month)
            back = months if day.toordinal() < self._begins(start, 0) else 0
            first = self._begins(start, -back)
            next_one = self._begins(start, months - back)
        return Period(
            date.fromordinal(max(first, date.min.toordinal())),
            date.fromordinal(min(next_one - 1, date.max.toordinal())),
        )

    def _begins(self, month: date, later: int) -> int:
        """Give the ordinal of the day on which it starts anew so many months later."""
        try:
            start = first_day_of_month(month, later)
        except ValueError:
            return date.max.toordinal() + 1 if later > 0 else date.min.toordinal()
        last = monthrange(start.year, start.month)[1]
        return start.toordinal() + min(self.day, last) - 1


@dataclass(frozen=True, slots=True)
class ProjectEstimate:
    """How long a project is to take.

    Args:
        seconds: Of all of it, or of each term.
        reset: When it starts anew; ``None`` where it never does.
        billable_only: Whether only billable time is to count, which the sum to date
            does not tell apart.
    """

    seconds: int
    reset: EstimateReset | None = None
    billable_only: bool = False


@dataclass(frozen=True, slots=True)
class ProjectTotal:
    """What Clockify tells of one project.

    Args:
        to_date_s: All its time, whoever logged it; ``None`` where not told.
        estimate: In hours; ``None`` without one.
        in_money: Whether there is an estimate of money, which hours cannot be held
            against.
        unreadable: Whether something of it was told and could not be read.
    """

    to_date_s: int | None = None
    estimate: ProjectEstimate | None = None
    in_money: bool = False
    unreadable: bool = False


ProjectTotals = Mapping[ProjectId, ProjectTotal]
"""What Clockify tells of each project."""

TermTotals = Mapping[Period, Mapping[ProjectId, int | None]]
"""Seconds by project in the terms of estimates; ``None`` for what cannot be read.

A project that has none in a term is not there.
"""


def terms_of(totals: ProjectTotals, day: date) -> frozenset[Period]:
    """List the terms, each once, for which estimates hold on a day."""
    resets = {one.estimate.reset for one in totals.values() if one.estimate}
    return frozenset(one.term(day) for one in resets if one is not None)


def share_passed(first: date, last: date, today: date) -> tuple[int, int]:
    """Count the days of a project that are over, and all of them.

    Args:
        last: Included, not before ``first``.
    """
    days = (last - first + timedelta(days=1)).days
    return min(max((today - first).days, 0), days), days
