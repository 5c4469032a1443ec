"""The rows of "Projects": time in the period and to date, estimates, members."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.calendar import time_zone
from clockify_desktop.domain.completeness import Visibility
from clockify_desktop.domain.directory import Activity, Members, Person, Project
from clockify_desktop.domain.facts import Facts, summed
from clockify_desktop.domain.identity import ProjectId
from clockify_desktop.domain.keys import labels_told_apart, project_key
from clockify_desktop.domain.label import Label
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.project_totals import (
    ProjectEstimate,
    ProjectTotal,
    ProjectTotals,
    TermTotals,
    share_passed,
)
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.review_records import ProjectDates
from clockify_desktop.domain.rounding import half_up
from clockify_desktop.domain.selection import Selection

Seconds = NDArray[np.int64]
Truths = NDArray[np.bool_]

_AHEAD_POINTS: Final = 10
_UNTOLD: Final = ProjectTotal()
# Of whom it is known that they are no members any more nobody expects time.
_MEMBERS: Final = frozenset({Activity.ACTIVE, Activity.UNKNOWN})


@dataclass(frozen=True, slots=True)
class ProjectAnswers:
    """What is known of projects beside the report.

    Args:
        totals: ``None`` where they are not here.
        terms: Likewise.
        members: Likewise.
        loading: Whether totals or terms may still come.
    """

    totals: ProjectTotals | None = None
    terms: TermTotals | None = None
    members: Members | None = None
    dates: Mapping[ProjectId, ProjectDates] = field(default_factory=dict)
    loading: bool = False


@dataclass(frozen=True, slots=True)
class ProjectMembers:
    """Who logged time on a project, and which members did not, both by name.

    Args:
        logged: With seconds.
        members: How many members there are; ``None`` where that is not known.
        of_members: How many of those who logged time are members.
    """

    logged: tuple[tuple[Person, int], ...]
    idle: tuple[Person, ...] = ()
    members: int | None = None
    of_members: int = 0


@dataclass(frozen=True, slots=True)
class Use:
    """How much of a project's estimate is used.

    Args:
        used_s: Time that counts against it; ``None`` where that is not known.
        in_period_s: What of it was logged in the period by those who are shown.
        passed: Days that are over, and all days; ``None`` where dates are missing.
        term: Whose estimate it is, ``None`` for all of the project.
    """

    estimate: ProjectEstimate
    used_s: int | None
    in_period_s: int
    passed: tuple[int, int] | None
    term: Period | None = None

    @property
    def over_s(self) -> int:
        """By how much it is used up; not above 0 where it is not."""
        return (self.used_s or 0) - self.estimate.seconds

    @property
    def used_percent(self) -> int | None:
        """The share used in whole percents."""
        if self.used_s is None:
            return None
        return half_up(100 * self.used_s, self.estimate.seconds)

    @property
    def passed_percent(self) -> int | None:
        """The share of time passed in whole percents."""
        if self.passed is None:
            return None
        over, days = self.passed
        return half_up(100 * over, days)

    @property
    def is_ahead(self) -> bool:
        """Whether as shown it runs ahead of time, and is not over."""
        used, passed = self.used_percent, self.passed_percent
        if used is None or passed is None or self.over_s > 0:
            return False
        return used - passed >= _AHEAD_POINTS


@dataclass(frozen=True, eq=False)
class ProjectHours:
    """Projects with time in the period, or active; columns have one entry each.

    Args:
        projects: By name, "no project" last.
        facts: Of the period, as narrowed by the pickers, each time once.
        row: intp, a row each fact.
        hours_s: int64, time in the period.
    """

    report: Report
    answers: ProjectAnswers
    selection: Selection
    projects: tuple[Project, ...]
    facts: Facts
    row: NDArray[np.intp]
    hours_s: Seconds

    @classmethod
    def of(
        cls, report: Report, answers: ProjectAnswers, selection: Selection
    ) -> "ProjectHours":
        """Add the time of projects up."""
        facts = report.narrowed(selection).once
        with_time = {facts.projects[at].id for at in np.unique(facts.project).tolist()}
        chosen = selection.projects
        projects = tuple(
            sorted(
                (
                    one
                    for one in report.every_project
                    if (chosen is None or one.id in chosen)
                    and (one.id in with_time or not (one.archived or one.id is None))
                ),
                key=lambda one: one.id is None,
            )
        )
        row_of = {one.id: row for row, one in enumerate(projects)}
        rows = np.array([row_of.get(one.id, 0) for one in facts.projects], np.intp)
        row = rows[facts.project] if len(facts) else np.zeros(0, np.intp)
        hours_s = summed(row, facts.seconds, len(projects))
        return cls(report, answers, selection, projects, facts, row, hours_s)

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """Their names, told apart."""
        grouping = self.report.grouping
        return labels_told_apart([project_key(one, grouping) for one in self.projects])

    @cached_property
    def billable_s(self) -> Seconds | None:
        """The billable part of the time in the period; ``None`` where withheld."""
        billable = self.facts.billable_seconds
        if billable is None:
            return None
        return summed(self.row, billable, len(self.projects))

    @cached_property
    def amounts_micros(self) -> dict[str, Seconds] | None:
        """What it earned in each currency; ``None`` where this key may not see it."""
        facts = self.facts
        if facts.amount_micros is None:
            return None
        found = {}
        for place, code in enumerate(facts.currencies):
            mask = facts.currency == place
            if mask.any():
                of_code = facts.amount_micros[mask]
                found[code] = summed(self.row[mask], of_code, len(self.projects))
        return found

    def total(self, row: int) -> ProjectTotal:
        """Give what Clockify tells of a project."""
        project = self.projects[row].id
        if project is None or self.answers.totals is None:
            return _UNTOLD
        return self.answers.totals.get(project, _UNTOLD)

    @cached_property
    def uses(self) -> dict[int, Use]:
        """How much of each estimate is used, by row."""
        found = {}
        for row in range(len(self.projects)):
            estimate = self.total(row).estimate
            if estimate is not None:
                found[row] = self._use(row, estimate)
        return found

    @cached_property
    def is_over(self) -> Truths:
        """Whose estimate is used up and more."""
        return self._of_uses({row: one.over_s > 0 for row, one in self.uses.items()})

    @cached_property
    def is_ahead(self) -> Truths:
        """Whose estimate is used faster than time passes."""
        return self._of_uses({row: one.is_ahead for row, one in self.uses.items()})

    def dates(self, row: int) -> ProjectDates | None:
        """Give what the manager said of when a project is to run."""
        project = self.projects[row].id
        return None if project is None else self.answers.dates.get(project)

    def members(self, row: int) -> ProjectMembers:
        """Tell who logged time on a project, and who of its members did not."""
        seconds = self._by_project.get(row, {})
        everybody = self._everybody
        logged = tuple(
            (everybody[user], seconds[user])
            for user in sorted(seconds, key=self._place_of.__getitem__)
        )
        project = self.projects[row].id
        told = self.answers.members
        sees_all = self.report.directory.visibility is Visibility.EVERYBODY
        if project is None or told is None or project not in told or not sees_all:
            return ProjectMembers(logged)
        shown = self.selection.people
        here = {
            one
            for one in told[project]
            if one in everybody and (shown is None or one in shown)
        }
        missing = [
            everybody[one]
            for one in here - set(seconds)
            if everybody[one].activity in _MEMBERS
        ]
        missing.sort(key=lambda one: self._place_of[one.id])
        of_members = len(here & set(seconds))
        return ProjectMembers(
            logged, tuple(missing), len(missing) + of_members, of_members
        )

    def _use(self, row: int, estimate: ProjectEstimate) -> Use:
        project = self.projects[row].id
        today = self.today
        if estimate.reset is not None and project is not None:
            term = estimate.reset.term(self.report.query.period.end)
            told = (self.answers.terms or {}).get(term)
            used_s = None if told is None else told.get(project, 0)
            passed = share_passed(term.start, term.end, today)
            in_period_s = int(self._in_term(term)[row])
            return Use(estimate, used_s, in_period_s, passed, term)
        used_s = self.total(row).to_date_s
        dates = self.dates(row)
        passed_days = None
        if dates is not None and dates.first is not None and dates.last is not None:
            passed_days = share_passed(dates.first, max(dates.first, dates.last), today)
        return Use(estimate, used_s, int(self.hours_s[row]), passed_days)

    @cached_property
    def today(self) -> date:
        """The day on which the numbers came."""
        zone = time_zone(self.report.query.time_zone)
        return self.report.fetched_at.astimezone(zone).date()

    def _in_term(self, term: Period) -> Seconds:
        if term not in self._terms:
            first, last = term.start.toordinal(), term.end.toordinal()
            inside = (self.facts.day >= first) & (self.facts.day <= last)
            seconds = self.facts.seconds[inside]
            self._terms[term] = summed(self.row[inside], seconds, len(self.projects))
        return self._terms[term]

    @cached_property
    def _terms(self) -> dict[Period, Seconds]:
        return {}

    @cached_property
    def _everybody(self) -> dict[str, Person]:
        return {one.id: one for one in self.report.everybody}

    @cached_property
    def _place_of(self) -> dict[str, int]:
        return {one.id: at for at, one in enumerate(self.report.everybody)}

    @cached_property
    def _by_project(self) -> dict[int, dict[str, int]]:
        """Seconds by row and person, of those with any fact."""
        people = len(self.facts.people)
        cell = self.row * people + self.facts.user
        cells, number = np.unique(cell, return_inverse=True)
        seconds = summed(number, self.facts.seconds, len(cells)).tolist()
        found: dict[int, dict[str, int]] = {}
        for at, one in zip(cells.tolist(), seconds, strict=True):
            row, user = divmod(at, people)
            found.setdefault(row, {})[self.facts.people[user].id] = one
        return found

    def _of_uses(self, truths: dict[int, bool]) -> Truths:
        found = np.zeros(len(self.projects), np.bool_)
        found[[row for row, one in truths.items() if one]] = True
        return found
