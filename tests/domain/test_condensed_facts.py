"""Condensed facts add up to the same by everything but days and money."""

from dataclasses import replace
from datetime import UTC, date, datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.domain import facts as facts_module
from clockify_desktop.domain.directory import (
    Directory,
    Person,
    Project,
    Tag,
    Workspace,
)
from clockify_desktop.domain.facts import Facts
from clockify_desktop.domain.identity import ProjectId, TagId, UserId, WorkspaceId
from clockify_desktop.domain.largest import largest_and_other
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.matrix import Matrix
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.projection import billable_matrix_of, matrix_of
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.selection import Selection
from clockify_desktop.domain.table import table_of

PEOPLE = tuple(Person(UserId(f"u{at}"), f"Person {at}") for at in range(4))
PROJECTS = (
    Project(None, "(Without project)"),
    Project(ProjectId("p1"), "Website", client_name="Acme"),
    Project(ProjectId("p2"), "Shop", client_name="Acme"),
)
DAY = date(2026, 11, 16).toordinal()

fact = st.tuples(
    st.integers(0, len(PEOPLE) - 1),
    st.integers(0, len(PROJECTS) - 1),
    st.integers(0, 6),
    st.integers(-100, 2**40) | st.just(0),
)
selection = st.builds(
    Selection,
    st.none() | st.frozensets(st.sampled_from([one.id for one in PEOPLE])),
    st.none() | st.frozensets(st.sampled_from([one.id for one in PROJECTS])),
)


def facts_of(rows: list[tuple[int, int, int, int]]) -> Facts:
    user, project, day, seconds = np.array(rows, np.int64).reshape(-1, 4).T
    return Facts(
        people=PEOPLE,
        projects=PROJECTS,
        currencies=("EUR",),
        user=user.astype(np.intp),
        project=project.astype(np.intp),
        day=DAY + day,
        seconds=seconds,
        billable_seconds=seconds // 3,
        amount_micros=seconds * 1000,
        currency=np.zeros(len(rows), np.intp),
    )


def report_of(facts: Facts) -> Report:
    week = Period(date(2026, 11, 16), date(2026, 11, 22))
    query = ReportQuery(Workspace(WorkspaceId("w"), "Acme"), week, "UTC", 0)
    directory = Directory(PEOPLE, PROJECTS)
    return Report(query, facts, directory, datetime.now(UTC), facts.total_s)


def same(one: Matrix, other: Matrix) -> bool:
    return (one.rows, one.columns, one.seconds.tolist()) == (
        other.rows,
        other.columns,
        other.seconds.tolist(),
    )


@pytest.mark.parametrize("sparse", [0, 16])
@given(rows=st.lists(fact, max_size=30), chosen=selection)
def test_every_projection_is_the_same(
    sparse: int, rows: list[tuple[int, int, int, int]], chosen: Selection
) -> None:
    # 0 numbers the cells by sorting, as where nearly none of them is used.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(facts_module, "_SPARSE", sparse)
        whole = facts_of(rows)
        few = whole.condensed
    assert len(few) == len({(user, project) for user, project, _, _ in rows})
    assert few.people_with_time == whole.people_with_time
    full = report_of(whole)
    short = replace(full, facts=few)
    for down, across in (
        (Level.USER, Level.PROJECT),
        (Level.CLIENT, Level.USER),
    ):
        assert same(
            matrix_of(short, down, across, chosen, people_without_time=True),
            matrix_of(full, down, across, chosen, people_without_time=True),
        )
    assert same(
        billable_matrix_of(short, Level.USER, chosen),
        billable_matrix_of(full, Level.USER, chosen),
    )


@given(st.lists(st.tuples(fact, st.booleans()), max_size=30), selection)
def test_time_that_stands_there_once_more_is_not_counted_twice(
    told: list[tuple[tuple[int, int, int, int], bool]], chosen: Selection
) -> None:
    again = np.array([repeated for _, repeated in told], np.bool_)
    every = facts_of([row for row, _ in told])
    tags = (Tag(None, "None"), Tag(TagId("t"), "Urgent"))
    tag = again.astype(np.intp)
    whole = replace(every, again=again, more={"tag": (tags, tag)})
    once = facts_of([row for row, repeated in told if not repeated])
    assert whole.total_s == once.total_s
    assert whole.condensed.seconds.tolist() == once.condensed.seconds.tolist()
    report, bare = report_of(whole), report_of(once)
    matrix = matrix_of(report, Level.USER, Level.PROJECT, chosen)
    assert matrix.seconds.sum() == chosen.narrow(every).total_s
    shown = largest_and_other(matrix, Level.PROJECT, count=1).matrix
    assert matrix.total_s == shown.total_s == chosen.narrow(once).total_s
    by_billable = billable_matrix_of(report, Level.USER, chosen)
    assert by_billable.total_s == chosen.narrow(once).total_s
    table, plain = (table_of(one, (Level.USER,), chosen) for one in (report, bare))
    assert table.total_s == chosen.narrow(once).total_s
    assert table.totals == plain.totals
    narrowed = chosen.narrow(whole)
    assert narrowed.column("tag").tolist() == narrowed.again.astype(int).tolist()
    assert narrowed.things("tag") == (tags, 0)


def test_further_columns_count_as_memory() -> None:
    bare = facts_of([(0, 1, 2, 60)])
    tag = np.zeros(1, np.intp)
    more = replace(bare, more={"tag": ((Tag(None, "None"),), tag)})
    assert more.size_bytes == bare.size_bytes + tag.nbytes


def test_withheld_billable_time_stays_withheld() -> None:
    facts = replace(facts_of([(0, 1, 2, 60)]), billable_seconds=None)
    assert facts.condensed.billable_seconds is None


def test_a_fact_of_zero_seconds_keeps_its_person() -> None:
    facts = facts_of([(2, 1, 0, 0)])
    assert facts.people_with_time == (PEOPLE[2],)
    assert facts.condensed.people_with_time == (PEOPLE[2],)


def test_no_facts_at_all() -> None:
    assert len(facts_of([]).condensed) == 0
    nothing = replace(facts_of([]), people=(), projects=())
    assert nothing.condensed.people_with_time == ()
