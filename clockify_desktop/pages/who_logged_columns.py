"""The columns of "Who logged": days, or weeks and months where there are many."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.charts.heat_content import FULL_DAY_S, TODAY, HeatColumn
from clockify_desktop.domain.calendar import (
    DAYS_A_WEEK,
    first_day_of_month,
    first_day_of_week,
)
from clockify_desktop.domain.day_states import DayState
from clockify_desktop.domain.keys import Grouping
from clockify_desktop.domain.label import Label
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.period_words import (
    dates_in_words,
    day_in_words,
    month_in_words,
    weekday,
)
from clockify_desktop.domain.showable import showable
from clockify_desktop.translation import tr, tr_context

MOST_DAYS: Final = 31
"""Of a longer period the columns are weeks."""
MOST_WEEKS: Final = 53
"""Of an even longer one they are months."""

_NOT_OVER: Final = showable(tr_context("day", "not over"))
_TO_COME: Final = showable(tr_context("day", "to come"))
_WORKDAYS: Final = 5
_WORKDAYS_A_MONTH: Final = 21
_THURSDAY: Final = 3

# What a cell of several days or people is called, the first of them that it holds.
_BY_RANK: Final = (
    DayState.OFF,
    DayState.LEFT,
    DayState.NOT_YET_HERE,
    DayState.NOT_EXPECTED,
    DayState.LEAVE,
    DayState.HOLIDAY,
    DayState.OPEN,
    DayState.MISSING,
)
_STATES: Final = np.array(_BY_RANK, np.uint8)
_RANKS: Final = np.argsort(_STATES).astype(np.uint8)

States = NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Columns:
    """The days of a period, put together.

    Args:
        starts: intp, the first day of each column among the days.
        labels: Of the columns, as ``level`` has them.
        full_s: From so much time on a cell has the deepest shade, seconds.
    """

    level: Level
    days: tuple[date, ...]
    starts: NDArray[np.intp]
    heads: tuple[HeatColumn, ...]
    labels: tuple[Label, ...]
    full_s: int

    @property
    def are_days(self) -> bool:
        """Whether each column is one day."""
        return self.level is Level.DAY

    @property
    def of_day(self) -> NDArray[np.intp]:
        """The column of each day: intp."""
        ends = [*self.starts[1:].tolist(), len(self.days)]
        lengths = np.diff([*self.starts.tolist(), ends[-1]])
        return np.repeat(np.arange(len(self.starts)), lengths)

    def added_up(self, by_day: NDArray[np.int64]) -> NDArray[np.int64]:
        """Add up what is by people and days: int64, people x columns."""
        if self.are_days:
            return by_day
        sums: NDArray[np.int64] = np.add.reduceat(by_day, self.starts, axis=1)
        return sums

    def states(self, by_day: States) -> States:
        """Name each column of each person: uint8, people x columns."""
        if self.are_days:
            return by_day
        ranked: States = np.maximum.reduceat(_RANKS[by_day], self.starts, axis=1)
        return _STATES[ranked]


def joint_states(states: States) -> States:
    """Name what several people together are: uint8, one a column."""
    ranked: States = _RANKS[states].max(axis=0)
    return _STATES[ranked]


def columns_of(days: Sequence[date], week_start: int, today: date) -> Columns:
    """Choose days, weeks or months, and name them.

    Args:
        days: In order, without a gap.
        today: In the zone of the report.
    """
    level = Level.DAY
    if len(days) > MOST_DAYS:
        first, last = (
            first_day_of_week(day, week_start) for day in (days[0], days[-1])
        )
        weeks = (last - first).days // DAYS_A_WEEK + 1
        level = Level.WEEK if weeks <= MOST_WEEKS else Level.MONTH
    begins = {
        Level.DAY: lambda day: day,
        Level.WEEK: lambda day: first_day_of_week(day, week_start),
        Level.MONTH: first_day_of_month,
    }[level]
    groups = [list(group) for _, group in groupby(days, begins)]
    starts = np.cumsum([0, *map(len, groups[:-1])])
    grouping = Grouping({}, week_start)
    periods = [Period(group[0], group[-1]) for group in groups]
    keys = [level.key(group[0], grouping).label for group in groups]
    heads = tuple(
        _head(level, period, key.mark, week_start, today)
        for period, key in zip(periods, keys, strict=True)
    )
    labels = tuple(
        replace(key, name=head.full) for key, head in zip(keys, heads, strict=True)
    )
    full_days = {Level.DAY: 1, Level.WEEK: _WORKDAYS, Level.MONTH: _WORKDAYS_A_MONTH}
    full_s = FULL_DAY_S * full_days[level]
    return Columns(level, tuple(days), starts, heads, labels, full_s)


def _head(
    level: Level, period: Period, mark: str, week_start: int, today: date
) -> HeatColumn:
    start, full = period.start, dates_in_words(period)
    if level is Level.DAY:
        name, short = (
            tr_context(
                "date", "{weekday} {day}", weekday=weekday(start), day=start.day
            ),
            str(start.day),
        )
    elif level is Level.WEEK:
        thursday = first_day_of_week(start, week_start) + timedelta(
            days=(_THURSDAY - week_start) % DAYS_A_WEEK
        )
        name, short = day_in_words(start), str(thursday.isocalendar().week)
        full = tr("{dates}, week {number}", dates=full, number=short)
    else:
        name, short = (
            tr_context(
                "date", "{month} {year}", month=month_in_words(start), year=start.year
            ),
            month_in_words(start),
        )
    word = _TO_COME if start > today else _NOT_OVER
    if period.days == 1 and start == today:
        word = TODAY
    return HeatColumn(mark, showable(name), showable(short), full, word)
