"""A projection of a million facts, beside one pass of a Python dictionary."""

import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, date, datetime

import numpy as np
from figures import Figure, show

from clockify_desktop.domain.directory import Directory, Person, Project, Workspace
from clockify_desktop.domain.facts import Facts
from clockify_desktop.domain.identity import ProjectId, UserId, WorkspaceId
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.projection import matrix_of
from clockify_desktop.domain.report import Report, ReportQuery

FACTS = 1_000_000
PEOPLE = 500
PROJECTS = 60
RUNS = 9
TARGET = 0.05


def million_facts() -> Report:
    """Make a report of a year, 500 people and 60 projects at random."""
    chance = np.random.default_rng(1)
    period = Period(date(2026, 1, 1), date(2026, 12, 31))
    first = period.start.toordinal()
    seconds = chance.integers(60, 36_000, FACTS)
    facts = Facts(
        people=tuple(
            Person(UserId(f"u{one:03}"), f"Person {one:03}") for one in range(PEOPLE)
        ),
        projects=tuple(
            Project(ProjectId(f"p{one:02}"), f"Project {one:02}")
            for one in range(PROJECTS)
        ),
        currencies=("EUR",),
        user=chance.integers(0, PEOPLE, FACTS),
        project=chance.integers(0, PROJECTS, FACTS),
        day=first + chance.integers(0, period.days, FACTS),
        seconds=seconds,
        billable_seconds=seconds // 2,
        amount_micros=seconds * 1000,
        currency=np.zeros(FACTS, np.intp),
    )
    workspace = Workspace(WorkspaceId("w"), "Benchmark")
    query = ReportQuery(workspace, period, "UTC", 0)
    return Report(query, facts, Directory(), datetime.now(UTC), facts.total_s)


def by_dictionary(
    rows: list[int], columns: list[int], seconds: list[int]
) -> dict[tuple[int, int], int]:
    """Add up the naive way."""
    sums: dict[tuple[int, int], int] = defaultdict(int)
    for row, column, duration in zip(rows, columns, seconds, strict=True):
        sums[row, column] += duration
    return sums


def seconds_of(work: Callable[[], object]) -> float:
    """Time one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def figures() -> list[Figure]:
    """Measure both projections, each run beside its naive way."""
    report = million_facts()
    facts = report.facts
    users = facts.user.tolist()
    seconds = facts.seconds.tolist()
    found = []
    for name, level, places in (
        ("people x projects", Level.PROJECT, facts.project.tolist()),
        ("people x days", Level.DAY, facts.day.tolist()),
    ):
        ours = matrix_of(report, Level.USER, level)
        naive = by_dictionary(users, places, seconds)
        assert ours.total_s == sum(naive.values()) == facts.total_s
        assert np.count_nonzero(ours.seconds) == len(naive)
        ratios = []
        for _ in range(RUNS):
            fast = seconds_of(lambda at=level: matrix_of(report, Level.USER, at))
            slow = seconds_of(lambda at=places: by_dictionary(users, at, seconds))
            ratios.append(fast / slow)
        found.append(
            Figure(
                f"projection of 1 M facts, {name}, against a Python dictionary",
                statistics.median(ratios),
                TARGET,
            )
        )
    return found


if __name__ == "__main__":
    sys.exit(show(figures()))
