from collections.abc import Callable
from dataclasses import replace
from datetime import date

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.domain.directory import Person, Project, UserGroup
from clockify_desktop.domain.identity import ClientId, GroupId, ProjectId, UserId
from clockify_desktop.domain.label import Label, LabelKind
from clockify_desktop.domain.largest import (
    GATHERED,
    groups_of,
    largest_and_other,
    whole,
)
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.matrix import Matrix
from clockify_desktop.domain.report import Report

NO_CLIENT = Label("", "(Without client)", kind=LabelKind.WITHOUT)


def matrix_of(seconds: list[list[int]]) -> Matrix:
    table = np.array(seconds, np.int64)
    return Matrix(
        tuple(Label(f"r{row}", f"Row {row}") for row in range(table.shape[0])),
        tuple(Label(f"c{column}", f"{column}") for column in range(table.shape[1])),
        table,
    )


def clients(matrix: Matrix, numbers: list[int | None]) -> dict[str, Label]:
    """Say by number whose projects the columns are."""
    return {
        column.mark: NO_CLIENT if at is None else Label(f"k{at}", f"Client {at}")
        for column, at in zip(matrix.columns, numbers, strict=True)
    }


def names(matrix: Matrix) -> list[str]:
    return [label.name for label in matrix.columns]


@given(
    st.integers(1, 14).flatmap(
        lambda width: st.tuples(
            st.lists(
                st.lists(st.integers(0, 9999), min_size=width, max_size=width),
                min_size=1,
            ),
            st.lists(st.none() | st.integers(0, 5), min_size=width, max_size=width),
        )
    ),
    st.integers(1, 8),
)
def test_nothing_is_lost(
    given_: tuple[list[list[int]], list[int | None]], count: int
) -> None:
    matrix = matrix_of(given_[0])
    largest = largest_and_other(
        matrix, Level.PROJECT, clients(matrix, given_[1]), count=count
    )
    few = largest.matrix
    assert few.row_totals_s.tolist() == matrix.row_totals_s.tolist()
    assert few.rows == matrix.rows
    assert len(few.columns) <= count + 1 + GATHERED
    assert len({label.mark for label in few.columns}) == len(few.columns)
    assert len(set(names(few))) == len(few.columns)
    kept = [
        int(total)
        for total, label in zip(few.column_totals_s, few.columns, strict=True)
        if label.kind is LabelKind.ONE
    ]
    assert kept == sorted(kept, reverse=True)
    assert kept[:count] == sorted(matrix.column_totals_s, reverse=True)[:count]
    for at, label in enumerate(few.columns):
        parts = np.flatnonzero(largest.drawn_in == at).tolist()
        of_parts = matrix.seconds[:, parts].sum(axis=1)
        assert few.seconds[:, at].tolist() == of_parts.tolist()
        # Nothing stands for one alone but under its own name.
        assert (len(parts) > 1) is (label.kind is not LabelKind.ONE)


def test_the_others_are_counted() -> None:
    few = largest_and_other(matrix_of([[1, 5, 2, 4, 3]]), Level.PROJECT, count=2).matrix
    assert names(few) == ["1", "3", "Other (3 projects)"]
    assert few.seconds.tolist() == [[5, 4, 6]]


def test_a_single_other_keeps_its_name() -> None:
    few = largest_and_other(matrix_of([[1, 5, 2]]), Level.PROJECT, count=2).matrix
    assert names(few) == ["1", "2", "0"]


def test_the_smaller_ones_are_gathered_by_client() -> None:
    matrix = matrix_of([[9, 8, 1, 2, 3, 4, 1, 1]])
    of = clients(matrix, [0, None, 1, 0, 1, 0, None, 2])
    largest = largest_and_other(matrix, Level.PROJECT, of, count=2)
    few = largest.matrix
    assert names(few) == [
        "0",
        "1",
        # Of a client that has one under its own name, it is said that there are more.
        "Client 0 (2 more)",
        "Client 1 (2 projects)",
        "Other (2 projects)",
    ]
    assert few.seconds.tolist() == [[9, 8, 6, 4, 2]]
    assert largest.drawn_in.tolist() == [0, 1, 3, 2, 3, 2, 4, 4]
    assert [one.mark for one in few.columns[2:]] == [
        "gathered:k0",
        "gathered:k1",
        "other:",
    ]


def test_one_that_gathering_leaves_over_keeps_its_name() -> None:
    matrix = matrix_of([[9, 8, 1, 2, 3]])
    of = clients(matrix, [0, 1, 2, 3, 3])
    few = largest_and_other(matrix, Level.PROJECT, of, count=2).matrix
    assert names(few) == ["0", "1", "2", "Client 3 (2 projects)"]
    assert few.seconds.tolist() == [[9, 8, 1, 5]]


def test_of_many_clients_the_largest_are_gathered() -> None:
    matrix = matrix_of([[99, 98, *(at // 2 for at in range(4, 18))]])
    of = clients(matrix, [None, None, *(at // 2 for at in range(14))])
    few = largest_and_other(matrix, Level.PROJECT, of, count=2).matrix
    assert names(few)[2:] == [
        *(f"Client {at} (2 projects)" for at in (6, 5, 4, 3)),
        "Other (6 projects)",
    ]


def test_time_without_a_project_is_no_project() -> None:
    plain = matrix_of([[9, 5, 2, 4, 3]])
    columns = (Label("", "(Without project)", kind=LabelKind.WITHOUT), *plain.columns)
    few = largest_and_other(
        Matrix(plain.rows, columns[:5], plain.seconds), Level.PROJECT, count=2
    ).matrix
    assert names(few) == ["0", "2", "(Without project)", "Other (2 projects)"]
    assert few.seconds.tolist() == [[5, 4, 9, 5]]


def test_the_others_are_named_as_nothing_else_is() -> None:
    plain = matrix_of([[9, 8, 2, 4, 3, 1, 1]])
    columns = (
        Label("p", "other (3 projects)"),
        Label("q", "Client 0 (2 projects)"),
        *plain.columns[2:],
    )
    matrix = Matrix(plain.rows, columns, plain.seconds)
    of = clients(matrix, [None, None, None, 0, 0, None, None])
    few = largest_and_other(matrix, Level.PROJECT, of, count=2).matrix
    assert names(few) == [
        "other (3 projects)",
        "Client 0 (2 projects)",
        "Client 0 (2 projects) · id k0",
        "Other (3 projects) · 2",
    ]


def test_whole_keeps_every_column() -> None:
    matrix = matrix_of([[1, 5, 2]])
    kept = whole(matrix)
    assert kept.matrix is matrix
    assert kept.drawn_in.tolist() == [0, 1, 2]


def test_projects_belong_to_clients_and_people_to_teams(
    make_report: Callable[..., Report],
) -> None:
    teams = (UserGroup(GroupId("g"), "Design"),)
    people = (
        Person(UserId("u"), "Ann", groups=(teams[0].id,)),
        Person(UserId("v"), "Bo"),
    )
    projects = (
        Project(ProjectId("p"), "Web", ClientId("c"), "Acme"),
        Project(ProjectId("q"), "App", ClientId("d"), "Acme"),
        Project(ProjectId("r"), "Lab"),
        Project(None, ""),
    )
    facts = [(at % 2, at, date(2026, 11, 16), 60, 0, 0, 0) for at in range(4)]
    report = make_report(facts, people, projects)
    report = replace(report, directory=replace(report.directory, groups=teams))
    # Clients of one name are told apart.
    assert {
        mark: (group.key, group.name, group.kind is LabelKind.ONE)
        for mark, group in groups_of(report, Level.PROJECT).items()
    } == {
        "one:p": ("c", "Acme · id c", True),
        "one:q": ("d", "Acme · id d", True),
        "one:r": ("", "(Without client)", False),
        "without:": ("", "(Without client)", False),
    }
    of_people = groups_of(report, Level.USER)
    assert [of_people[f"one:{one}"].name for one in "uv"] == [
        "Design",
        "(Without group)",
    ]
    assert groups_of(report, Level.CLIENT) == {}
