"""What each row logged in several periods, of whichever report tells each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.facts import summed
from clockify_desktop.domain.keys import Key
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import Selection

Seconds = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class TrendHours:
    """Hours by rows and periods.

    Args:
        keys: One a row, by name.
        seconds: int64, rows x periods; 0 where a period is not known.
        known: Bool, one a period.
    """

    keys: tuple[Key, ...]
    seconds: Seconds
    known: NDArray[np.bool_]


def source_of(
    period: Period, report: Report, others: Iterable[Report]
) -> Report | None:
    """Find the report that tells a period: the one looked at, else the newest."""
    if _holds(report, period):
        return report
    found = [one for one in others if _holds(one, period)]
    return max(found, key=lambda one: one.fetched_at, default=None)


def trend_hours(
    sources: Sequence[Report | None],
    periods: Sequence[Period],
    level: Level,
    selection: Selection,
    idle: Iterable[Key] = (),
) -> TrendHours:
    """Add up the same rows of several reports.

    Args:
        sources: A report for each period, ``None`` where none tells it.
        idle: Rows that are there without time, too.
    """
    keys = {key.label.mark: key for key in idle}
    parts: list[tuple[list[str], list[int], Seconds]] = []
    for report in {id(one): one for one in sources if one is not None}.values():
        places = [at for at, one in enumerate(sources) if one is report]
        axis = report.axis(level)
        by_day = _by_day(report, level, selection)
        first = report.query.period.start
        sums = np.stack(
            [
                by_day[:, (one.start - first).days : (one.end - first).days + 1].sum(1)
                for one in (periods[at] for at in places)
            ],
            axis=1,
        )
        busy = np.flatnonzero(sums.any(axis=1)).tolist()
        marks = [axis.keys[row].label.mark for row in busy]
        for row, mark in zip(busy, marks, strict=True):
            keys.setdefault(mark, axis.keys[row])
        parts.append((marks, places, sums[busy]))
    ordered = sorted(keys.values(), key=_rank)
    row_of = {key.label.mark: row for row, key in enumerate(ordered)}
    seconds = np.zeros((len(ordered), len(periods)), np.int64)
    for marks, places, sums in parts:
        rows = np.array([row_of[mark] for mark in marks], np.intp)
        seconds[np.ix_(rows, np.array(places, np.intp))] = sums
    known = np.array([one is not None for one in sources], np.bool_)
    return TrendHours(tuple(ordered), seconds, known)


def _holds(report: Report, period: Period) -> bool:
    return report.query.period.common(period) == period


def _by_day(report: Report, level: Level, selection: Selection) -> Seconds:
    """Add up by the keys of a level and the days of a report: int64, keys x days."""
    axis, facts = report.axis(level), report.narrowed(selection).once
    period, count = report.query.period, len(axis.keys)
    if not len(facts):
        return np.zeros((count, period.days), np.int64)
    day = facts.day - period.start.toordinal()
    here = (day >= 0) & (day < period.days)
    cell = (axis.position(facts) * period.days + day)[here].astype(np.intp)
    sums = summed(cell, facts.seconds[here], count * period.days)
    return sums.reshape(count, period.days)


def _rank(key: Key) -> tuple[str, str]:
    return key.rank
