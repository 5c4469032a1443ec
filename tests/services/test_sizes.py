import tracemalloc
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from clockify_desktop.domain.absences import Absences, TimeOff
from clockify_desktop.domain.approvals import Approvals, HandedIn
from clockify_desktop.domain.capacity import Capacity, CapacitySource, WorkingHours
from clockify_desktop.domain.directory import (
    Client,
    Directory,
    Person,
    Project,
    Tag,
    Task,
    UserGroup,
    Workspace,
)
from clockify_desktop.domain.entries import Entries
from clockify_desktop.domain.entry_report import EntryReport
from clockify_desktop.domain.facts import Facts
from clockify_desktop.domain.identity import (
    ClientId,
    GroupId,
    ProjectId,
    TagId,
    TaskId,
    UserId,
    WorkspaceId,
)
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.selection import Selection
from clockify_desktop.services.fact_building import BuiltFacts
from clockify_desktop.services.period_parts import FactsPart
from clockify_desktop.services.sizes import size_of

NOW = datetime(2026, 11, 23, tzinfo=UTC)
PERIOD = Period(date(2026, 11, 16), date(2026, 11, 22))
QUERY = ReportQuery(Workspace(WorkspaceId("w"), "Acme"), PERIOD, "UTC", 0)
# Neither a row nor a column each.
ROWS, PEOPLE, PROJECTS = 20_000, 700, 90


def directory() -> Directory:
    people = [
        Person(UserId(f"{n:024x}"), f"Person {n}", f"{n}@x.example", groups=tuple("ab"))
        for n in range(PEOPLE)
    ]
    projects = [
        Project(ProjectId(f"{n:024x}"), f"Project {n}", color=f"#{n:06x}")
        for n in range(PROJECTS)
    ]
    client, group = Client(ClientId("c"), "Client"), GroupId("g")
    members = tuple(one.id for one in people)
    groups = (UserGroup(group, "Team", members),)
    return Directory(tuple(people), tuple(projects), (client,), groups)


def facts(known: Directory) -> Facts:
    chance = np.random.default_rng(1)
    user, project = chance.integers(0, PEOPLE, ROWS), chance.integers(0, PROJECTS, ROWS)
    return Facts(
        people=tuple(known.people),
        projects=tuple(known.projects),
        currencies=("EUR",),
        user=user,
        project=project,
        day=np.full(ROWS, PERIOD.start.toordinal()),
        seconds=np.full(ROWS, 60),
        billable_seconds=np.zeros(ROWS, np.int64),
        amount_micros=np.zeros(ROWS, np.int64),
        currency=np.zeros(ROWS, np.intp),
    )


def narrowed() -> Report:
    known = directory()
    report = Report(QUERY, facts(known), known, NOW, ROWS * 60)
    people = frozenset(one.id for one in known.people[1:])
    assert len(report.narrowed(Selection(people=people))) > ROWS // 2
    return report


def part() -> FactsPart:
    built = BuiltFacts(facts(directory()), ROWS * 60, billable_withheld=False)
    return FactsPart(PERIOD, built, NOW)


def members() -> dict[ProjectId, frozenset[UserId]]:
    people = [UserId(str(n)) for n in range(PEOPLE)]
    return {ProjectId(str(n)): frozenset(people) for n in range(PROJECTS)}


def entries() -> EntryReport:
    known, chance = directory(), np.random.default_rng(2)

    def numbers(most: int) -> NDArray[np.intp]:
        return chance.integers(0, most, ROWS)

    columns = Entries(
        people=known.people,
        projects=known.projects,
        tasks=tuple(Task(TaskId(f"{n:024x}"), f"Task {n}") for n in range(500)),
        tag_sets=tuple((Tag(TagId(f"{n:024x}"), f"Tag {n}"),) for n in range(9)),
        descriptions=tuple(f"Answering ticket {n} of a client" for n in range(ROWS)),
        kinds=("REGULAR",),
        approvals=(None,),
        ids=np.array([f"{n:024x}" for n in range(ROWS)], np.object_),
        user=numbers(PEOPLE),
        project=numbers(PROJECTS),
        task=numbers(500),
        tags=numbers(9),
        description=np.arange(ROWS),
        kind=numbers(1),
        approval=numbers(1),
        start_s=numbers(10**9),
        end_s=numbers(10**9),
        start_offset_min=numbers(60).astype(np.int16),
        end_offset_min=numbers(60).astype(np.int16),
        day=numbers(10**6),
        seconds=numbers(36_000),
        billable=numbers(2).astype(np.bool_),
        running=numbers(1).astype(np.bool_),
        locked=numbers(1).astype(np.bool_),
    )
    return EntryReport(columns, NOW, None)


def test_fifty_thousand_entries_take_less_than_40_megabytes() -> None:
    assert size_of(entries()) * 50_000 / ROWS < 40_000_000


@pytest.mark.parametrize("make", [narrowed, part, directory, members, entries])
def test_it_is_what_is_taken(make: Callable[[], Any]) -> None:
    make()
    tracemalloc.start()
    try:
        made = make()
        taken, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert 0.8 * taken <= size_of(made) <= 1.3 * taken


def test_what_is_small_is_nothing() -> None:
    assert size_of("a profile") == 0


def test_a_view_holds_all_that_it_is_of() -> None:
    known = directory()
    table = facts(known)
    size = size_of(part())
    wide = np.zeros((9, ROWS), np.int64)
    several = Facts(
        **{
            **vars(table),
            "user": wide[0],
            "project": wide[1],
            "day": wide[2][::1],
            "seconds": wide[3],
        }
    )
    held = BuiltFacts(several, 0, billable_withheld=False)
    assert size_of(FactsPart(PERIOD, held, NOW)) == size + 5 * 8 * ROWS


def absences() -> Absences:
    days = (date(2026, 11, day) for day in range(1, 29))
    return Absences(
        tuple(
            TimeOff(UserId(f"u{number}"), day, date(2026, 12, 1), 0, number)
            for day in days
            for number in range(200)
        )
    )


def approvals() -> Approvals:
    return Approvals(
        tuple(
            HandedIn(
                UserId(f"u{number}"), date(2026, 1, 1), date(2026, 1, 7), approved=True
            )
            for number in range(5000)
        )
    )


def capacity() -> Capacity:
    return Capacity(
        {
            UserId(f"u{number}"): (
                WorkingHours(
                    tuple(number * 1000 + day for day in range(7)),
                    CapacitySource.ATTENDANCE,
                ),
            )
            for number in range(5000)
        }
    )


@pytest.mark.parametrize("make", [absences, approvals, capacity])
def test_what_a_plan_is_made_from_is_about_as_large_as_told(
    make: Callable[[], Any],
) -> None:
    make()
    tracemalloc.start()
    value = make()
    taken = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert 0.4 < size_of(value) / taken < 2
