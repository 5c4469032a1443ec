"""The rows of "Hours and capacity": what each person, or team, logged of how much."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.day_states import DayState
from clockify_desktop.domain.directory import Person
from clockify_desktop.domain.durations import DurationFormat, duration_text
from clockify_desktop.domain.facts import summed
from clockify_desktop.domain.keys import (
    WITHOUT_GROUP,
    labels_told_apart,
    person_key,
)
from clockify_desktop.domain.label import Label, LabelKind
from clockify_desktop.domain.normal_form import sorting_key
from clockify_desktop.domain.planned_days import PlannedDays, planned_days
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.showable import named
from clockify_desktop.domain.work_plan import WorkPlan, logged_days
from clockify_desktop.pages.capacity_options import Tolerance
from clockify_desktop.pages.capacity_words import days_in_words
from clockify_desktop.translation import tr, tr_context, tr_plural

Seconds = NDArray[np.int64]
Truths = NDArray[np.bool_]

_NOT_HERE = {
    DayState.NOT_YET_HERE: tr_context("person", "not yet here"),
    DayState.LEFT: tr_context("person", "left"),
    DayState.NOT_EXPECTED: tr_context("person", "not expected"),
}


@dataclass(frozen=True, eq=False)
class PeopleHours:
    """People with their hours and capacity; all columns have one entry a person.

    Args:
        hours_s: int64, all their time, whatever it was for.
        day_s: int64, people x days, their time on the days of the period.
        tolerance_s: By how much either way nothing is said of a person.
    """

    report: Report
    plan: WorkPlan
    planned: PlannedDays
    hours_s: Seconds
    day_s: Seconds
    tolerance: Tolerance
    tolerance_s: int

    @classmethod
    def of(
        cls,
        report: Report,
        plan: WorkPlan,
        people: Sequence[Person],
        tolerance: Tolerance,
    ) -> "PeopleHours":
        """Work out what some people logged of what was expected."""
        facts = report.condensed.facts
        row_of = {person.id: row for row, person in enumerate(people)}
        rows = np.array([row_of.get(one.id, len(people)) for one in facts.people])
        row = rows[facts.user] if len(facts) else np.zeros(0, np.intp)
        hours_s = summed(row, facts.seconds, len(people) + 1)[: len(people)]
        planned = planned_days(report, plan, people)
        return cls(
            report,
            plan,
            planned,
            hours_s,
            logged_days(report, planned.people)[0],
            tolerance,
            tolerance.of_days(report.query.period.days),
        )

    @property
    def people(self) -> tuple[Person, ...]:
        """The people, by name."""
        return self.planned.people

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """Their names, told apart."""
        grouping = self.report.grouping
        return labels_told_apart([person_key(one, grouping) for one in self.people])

    @cached_property
    def full_s(self) -> Seconds:
        """Their capacity before anything is taken off."""
        return _summed(self.planned.capacity_s)

    @cached_property
    def leave_s(self) -> Seconds:
        """What leave takes off."""
        return _summed(self.planned.leave_s)

    @cached_property
    def holiday_s(self) -> Seconds:
        """What holidays take off."""
        return _summed(self.planned.holiday_s)

    @cached_property
    def expected_s(self) -> Seconds:
        """What remains of the capacity."""
        return self.full_s - self.leave_s - self.holiday_s

    @cached_property
    def is_unfinished(self) -> Truths:
        """Whether a day on which something is expected is not over."""
        open_days = self.planned.states == DayState.OPEN
        found: Truths = (open_days & (self.planned.expected_s > 0)).any(axis=1)
        return found

    @cached_property
    def is_short(self) -> Truths:
        """Who is below their capacity by more than the tolerance, all days over."""
        below = self.hours_s < self.expected_s - self.tolerance_s
        found: Truths = below & ~self.is_unfinished
        return found

    @cached_property
    def is_over(self) -> Truths:
        """Who is above it; of whoever is not here nothing is expected."""
        above = self.hours_s > self.expected_s + self.tolerance_s
        found: Truths = above & (self.full_s > 0)
        return found

    @cached_property
    def is_assumed(self) -> Truths:
        """Whose capacity is assumed."""
        found: Truths = self.planned.is_assumed & (self.full_s > 0)
        return found

    def note(self, row: int, durations: DurationFormat) -> str:
        """Say quietly what is remarkable about a person."""
        difference_s = int(self.hours_s[row] - self.expected_s[row])
        words = []
        if self.is_short[row]:
            words.append(
                tr("{time} short", time=duration_text(-difference_s, durations))
            )
        elif self.is_over[row]:
            words.append(tr("{time} over", time=duration_text(difference_s, durations)))
        taken_s = int(self.leave_s[row])
        if taken_s and not self.expected_s[row]:
            words.append(tr("on leave"))
        elif taken_s:
            words.append(tr("leave {time}", time=duration_text(taken_s, durations)))
        words += map(named, self.holiday_names(row))
        if not self.full_s[row]:
            states = set(self.planned.states[row].tolist())
            words += [_NOT_HERE[one] for one in _NOT_HERE if states == {one}]
        return ", ".join(words)

    def note_of(self, rows: NDArray[np.intp]) -> str:
        """Count who of some people is short or over."""
        short = int(np.count_nonzero(self.is_short[rows]))
        over = int(np.count_nonzero(self.is_over[rows]))
        said = (
            tr_plural("{count} short", "{count} short", short) if short else "",
            tr_plural("{count} over", "{count} over", over) if over else "",
        )
        return ", ".join(filter(None, said))

    def holiday_names(self, row: int) -> list[str]:
        """Name the holidays that take something off, each once."""
        if not self.holiday_s[row]:
            return []
        words = self.planned.words
        at = np.flatnonzero(self.planned.holiday_s[row]).tolist()
        return list(dict.fromkeys(words[row, place] for place in at))

    def beyond(self, row: int, durations: DurationFormat) -> tuple[str, ...]:
        """Say of each day that is over by how much it is beyond a tolerance by the day.

        Returns:
            Such as ``Tue 17 1:24 over``; nothing where the tolerance is by the week.
        """
        if not self.tolerance.by_day:
            return ()
        difference_s = self.day_s[row] - self.planned.expected_s[row]
        past = self.planned.states[row] != DayState.OPEN
        here = self.planned.states[row] < DayState.NOT_YET_HERE
        far = np.abs(difference_s) > self.tolerance.seconds
        days = tuple(self.planned.period)

        def said(at: int) -> str:
            day = days_in_words([days[at]])
            time = duration_text(abs(int(difference_s[at])), durations)
            if difference_s[at] > 0:
                return tr("{day} {time} over", day=day, time=time)
            return tr("{day} {time} short", day=day, time=time)

        return tuple(map(said, np.flatnonzero(past & here & far).tolist()))


@dataclass(frozen=True, eq=False)
class TeamRows:
    """Teams and who of some people is in each; somebody may be in several.

    Args:
        members: Rows of the people, one array a team.
    """

    labels: tuple[Label, ...]
    members: tuple[NDArray[np.intp], ...]

    @classmethod
    def of(cls, report: Report, people: Sequence[Person]) -> "TeamRows":
        """Sort people into teams by name; those without one come last."""
        row_of = {person.id: row for row, person in enumerate(people)}
        found: list[tuple[Label, NDArray[np.intp]]] = []
        teamless = set(row_of.values())
        for group in sorted(
            report.directory.groups, key=lambda one: (sorting_key(one.name), one.id)
        ):
            rows = sorted(row_of[one] for one in set(group.members) if one in row_of)
            if rows:
                found.append((Label(group.id, group.name), np.array(rows, np.intp)))
                teamless.difference_update(rows)
        if teamless:
            without = Label("", WITHOUT_GROUP, kind=LabelKind.WITHOUT)
            found.append((without, np.array(sorted(teamless), np.intp)))
        return cls(tuple(one for one, _ in found), tuple(rows for _, rows in found))

    def take(self, order: NDArray[np.intp]) -> "TeamRows":
        """Keep some, in an order."""
        rows = order.tolist()
        labels = tuple(self.labels[row] for row in rows)
        return TeamRows(labels, tuple(self.members[row] for row in rows))

    def summed(self, column: Seconds) -> Seconds:
        """Add a column of the people up by team."""
        sums = [int(column[rows].sum()) for rows in self.members]
        return np.array(sums, np.int64)

    def any(self, column: Truths) -> Truths:
        """Tell of which team it holds of anybody."""
        return np.array([bool(column[rows].any()) for rows in self.members], np.bool_)


def _summed(cells: Seconds) -> Seconds:
    sums: Seconds = cells.sum(axis=1, dtype=np.int64)
    return sums
