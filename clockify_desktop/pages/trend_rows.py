"""The lines of "Trend": hours a period, what was expected, and where there are gaps."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.charts.trend_content import PointState, TrendLines
from clockify_desktop.domain.calendar import time_zone
from clockify_desktop.domain.directory import Activity, Person
from clockify_desktop.domain.keys import Key, labels_told_apart, person_key
from clockify_desktop.domain.label import Label
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.planned_days import planned_days
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import Selection
from clockify_desktop.domain.work_plan import WorkPlan
from clockify_desktop.pages.answered_plan import PLANNED, people_shown
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.capacity_options import USUAL_TOLERANCE, Tolerance
from clockify_desktop.pages.capacity_rows import TeamRows
from clockify_desktop.pages.trend_hours import TrendHours, source_of, trend_hours
from clockify_desktop.pages.trend_periods import (
    TrendPeriods,
    single_needs,
    trend_need,
    trend_periods,
)
from clockify_desktop.translation import tr

Rows = NDArray[np.intp]
Named = Callable[[int], str]


@dataclass(frozen=True, eq=False)
class TrendSources:
    """What a trend is made from.

    Args:
        others: Further reports, whichever are here.
        plan: As far as it is known.
        with_capacity: Whether it is all here, and hours are not of some projects.
        tolerance: By how much a band goes either way.
    """

    report: Report
    others: tuple[Report, ...]
    plan: WorkPlan
    with_capacity: bool
    periods: TrendPeriods
    tolerance: Tolerance = USUAL_TOLERANCE

    @classmethod
    def of(
        cls,
        report: Report,
        answers: Answers,
        most: int,
        tolerance: Tolerance = USUAL_TOLERANCE,
    ) -> "TrendSources":
        """Take what is here of a trend that leads to a report.

        Args:
            most: How many whole periods there are at most.
        """
        query = report.query
        zone = time_zone(query.time_zone)
        today = report.fetched_at.astimezone(zone).date()
        periods = trend_periods(query.period, today, most)
        wide = trend_need(query)
        others = (answers.get(need) for need in (wide, *single_needs(query)))
        return cls(
            report,
            tuple(one for one in others if one is not None),
            PLANNED.of(answers, wide.query),
            not PLANNED.is_loading(answers, wide.query),
            periods,
            tolerance,
        )

    @cached_property
    def of_periods(self) -> tuple[Report | None, ...]:
        """The report that tells each period, ``None`` for none."""
        columns = self.periods.columns
        return tuple(source_of(one, self.report, self.others) for one in columns)

    @property
    def chosen(self) -> int | None:
        """The place of the period looked at, ``None`` where it is not over."""
        period, whole = self.report.query.period, self.periods.whole
        return whole.index(period) if period in whole else None

    @property
    def has_days(self) -> bool:
        """Whether days of the running period are over and known."""
        place = len(self.periods.whole)
        there = self.periods.so_far is not None
        return there and self.of_periods[place] is not None

    @property
    def has_before(self) -> bool:
        """Whether the same days of the period before are known."""
        there = self.has_days and self.periods.same_days is not None
        return there and self.of_periods[-1] is not None

    def hours(self, level: Level, selection: Selection) -> TrendHours:
        """Add up what is selected; of people also those without time."""
        idle: tuple[Key, ...] = ()
        if level is Level.USER and selection.of_whole_days:
            grouping = self.report.grouping
            shown = people_shown(self.report, selection)
            idle = tuple(person_key(one, grouping) for one in shown)
        columns = self.periods.columns
        return trend_hours(self.of_periods, columns, level, selection, idle)

    def people(self, hours: TrendHours) -> tuple[Person, ...]:
        """Find the people that rows are of."""
        known: dict[str, Person] = {}
        for report in dict.fromkeys((self.report, *self.of_periods)):
            for one in report.everybody if report is not None else ():
                known.setdefault(one.id, one)
        return tuple(known[key.label.key] for key in hours.keys)


@dataclass(frozen=True, eq=False)
class TrendRows:
    """The small pictures' lines, and what each is made of.

    Args:
        level: What they are.
        cells: Of each in a file.
        members: The places in ``base`` of each.
        base: People, projects or clients, each once.
        people: Those that the base is of, none where it is of something else.
    """

    level: Level
    lines: TrendLines
    cells: tuple[tuple[str, ...], ...]
    members: tuple[Rows, ...]
    base: TrendLines
    people: tuple[Person, ...]

    @property
    def is_repeated(self) -> bool:
        """Whether somebody stands in several of them."""
        return sum(map(len, self.members)) > len(self.base.labels)

    def together(self, places: Sequence[int], name: str) -> TrendLines:
        """Add some of them up as one line, each person once."""
        found = [self.members[place] for place in places]
        rows = np.unique(np.concatenate(found)) if found else np.zeros(0, np.intp)
        return added_up(self.base, (Label("", name),), (rows,))

    def take(self, order: Rows) -> "TrendRows":
        """Keep some, in an order."""
        places = order.tolist()
        return replace(
            self,
            lines=taken(self.lines, order),
            cells=tuple(self.cells[place] for place in places),
            members=tuple(self.members[place] for place in places),
        )


def trend_rows(
    sources: TrendSources, level: Level, selection: Selection, named: Named
) -> TrendRows:
    """Work the lines out, by name.

    Args:
        named: Gives what a period is called within a sentence.
    """
    of_people = level in {Level.USER, Level.GROUP}
    hours = sources.hours(Level.USER if of_people else level, selection)
    people = sources.people(hours) if of_people else ()
    base = _base(sources, hours, people, named)
    # Who left may have time only on days that are not over.
    gaps = (base.states == PointState.ABSENT).all(axis=1)
    shown = np.flatnonzero(~gaps | (base.so_far_s != 0))
    base, keys = taken(base, shown), [hours.keys[row] for row in shown.tolist()]
    people = tuple(people[row] for row in shown.tolist() if people)
    cells: tuple[tuple[str, ...], ...]
    if level is Level.GROUP:
        teams = TeamRows.of(sources.report, people)
        cells = tuple((one.name, one.key) for one in teams.labels)
        lines = noted(added_up(base, teams.labels, teams.members), named)
        return TrendRows(level, lines, cells, teams.members, base, people)
    cells = tuple(key.cells for key in keys)
    members = tuple(np.array([row]) for row in range(len(cells)))
    return TrendRows(level, base, cells, members, base, people)


def added_up(
    base: TrendLines, labels: tuple[Label, ...], members: Sequence[Rows]
) -> TrendLines:
    """Add lines up; there is a gap only where each of them has one."""

    def summed(column: NDArray[np.int64]) -> NDArray[np.int64]:
        sums = [column[rows].sum(axis=0, dtype=np.int64) for rows in members]
        return np.array(sums, np.int64).reshape(len(members), *column.shape[1:])

    most = int(PointState.UNKNOWN)
    states = [base.states[rows].min(axis=0, initial=most) for rows in members]
    return TrendLines(
        labels=labels,
        seconds=summed(base.seconds),
        states=np.array(states, np.uint8).reshape(len(members), -1),
        capacity_s=summed(base.capacity_s),
        tolerance_s=summed(base.tolerance_s),
        so_far_s=summed(base.so_far_s),
        before_s=summed(base.before_s),
        notes=("",) * len(members),
    )


def _base(
    sources: TrendSources,
    hours: TrendHours,
    people: tuple[Person, ...],
    named: Named,
) -> TrendLines:
    periods = sources.periods
    count = len(periods.whole)
    seconds = hours.seconds[:, :count]
    states = np.full(seconds.shape, PointState.POINT, np.uint8)
    capacity_s = np.zeros(seconds.shape, np.int64)
    if people and periods.whole:
        capacity_s, off = _expected(sources.report, sources.plan, people, periods.whole)
        nothing = (seconds == 0) & (capacity_s == 0)
        states[nothing] = PointState.ABSENT
        states[nothing & off] = PointState.OFF
    states[:, ~hours.known[:count]] = PointState.UNKNOWN
    if hours.known[:count].all():
        gone = _gone(sources.report, hours, people)
        absent = _not_there(seconds, states, gone, of_people=bool(people))
        states[absent] = PointState.ABSENT
    capacity_s[(states == PointState.ABSENT) | (not sources.with_capacity)] = 0
    days = periods.whole[-1].days if periods.whole else 0
    within_s = np.where(capacity_s > 0, sources.tolerance.of_days(days), 0)
    none = np.zeros(len(hours.keys), np.int64)
    apart = [hours.seconds[:, at] for at in range(count, hours.seconds.shape[1])]
    so_far_s, before_s = (*apart, none, none)[:2]
    lines = TrendLines(
        labels=labels_told_apart(hours.keys),
        seconds=seconds,
        states=states,
        capacity_s=capacity_s,
        tolerance_s=within_s.astype(np.int64),
        so_far_s=so_far_s,
        before_s=before_s,
        notes=(),
    )
    return noted(lines, named)


def _expected(
    report: Report,
    plan: WorkPlan,
    people: tuple[Person, ...],
    whole: Sequence[Period],
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Tell what was expected, int64, and who was off all the time; people x periods."""
    days = Period(whole[0].start, whole[-1].end)
    wide = replace(report, query=replace(report.query, period=days))
    planned = planned_days(wide, plan, people)
    starts = [(one.start - days.start).days for one in whole]
    expected_s, capacity_s = (
        np.add.reduceat(one, starts, axis=1)
        for one in (planned.expected_s, planned.capacity_s)
    )
    return expected_s, (capacity_s > 0) & (expected_s == 0)


def _not_there(
    seconds: NDArray[np.int64],
    states: NDArray[np.uint8],
    gone: NDArray[np.bool_],
    *,
    of_people: bool,
) -> NDArray[np.bool_]:
    """Tell where a row was not there yet, or no longer: lines x periods.

    Nobody tells since when: it is from the first time, or leave, on. A person who has
    none in any of these periods is taken to be there.
    """
    seen = (seconds != 0) | (states == PointState.OFF)
    since = np.logical_or.accumulate(seen, axis=1)
    until = np.logical_or.accumulate(seen[:, ::-1], axis=1)[:, ::-1]
    ever = seen.any(axis=1)[:, None] | (not of_people)
    found: NDArray[np.bool_] = ever & (~since | (~until & gone[:, None]))
    return found


def _gone(
    report: Report, hours: TrendHours, people: tuple[Person, ...]
) -> NDArray[np.bool_]:
    """Tell which rows are deactivated, archived or in no list any more."""
    directory = report.directory
    gone: set[str | None]
    if people:
        listed = {one.id for one in directory.people}
        inactive = {one.id for one in people if one.activity is Activity.INACTIVE}
        gone = {*inactive, *(one.id for one in people if one.id not in listed)}
    else:
        gone = {one.id for one in directory.projects if one.archived}
        gone |= {one.id for one in directory.clients if one.archived}
    return np.array([key.label.key in gone for key in hours.keys], np.bool_)


def noted(lines: TrendLines, named: Named) -> TrendLines:
    """Say since or until when a line is there, where that is not always.

    Args:
        named: Empty for a period of which nothing of the kind can be told.
    """
    absent = lines.states == PointState.ABSENT
    known = np.flatnonzero(~absent.all(axis=1) & absent.any(axis=1)).tolist()
    words = dict.fromkeys(range(len(lines.labels)), "")
    for line in known:
        there = np.flatnonzero(~absent[line]).tolist()
        is_new = there[0] > 0
        name = named(there[0 if is_new else -1])
        if name and (is_new or there[-1] < absent.shape[1] - 1):
            words[line] = (
                tr("from {week}", week=name)
                if is_new
                else tr("until {week}", week=name)
            )
    notes = [words[line] for line in range(len(lines.labels))]
    return replace(lines, notes=tuple(notes))


def taken(lines: TrendLines, order: Rows) -> TrendLines:
    """Keep some lines, in an order."""
    return TrendLines(
        labels=tuple(lines.labels[row] for row in order.tolist()),
        seconds=lines.seconds[order],
        states=lines.states[order],
        capacity_s=lines.capacity_s[order],
        tolerance_s=lines.tolerance_s[order],
        so_far_s=lines.so_far_s[order],
        before_s=lines.before_s[order],
        notes=tuple(lines.notes[row] for row in order.tolist()),
    )


def put_together(first: TrendLines, second: TrendLines) -> TrendLines:
    """Put the lines of one behind those of another."""

    def joined(one: NDArray[Any], other: NDArray[Any]) -> NDArray[Any]:
        return np.concatenate([one, other])

    return TrendLines(
        labels=(*first.labels, *second.labels),
        seconds=joined(first.seconds, second.seconds),
        states=joined(first.states, second.states),
        capacity_s=joined(first.capacity_s, second.capacity_s),
        tolerance_s=joined(first.tolerance_s, second.tolerance_s),
        so_far_s=joined(first.so_far_s, second.so_far_s),
        before_s=joined(first.before_s, second.before_s),
        notes=(*first.notes, *second.notes),
    )
