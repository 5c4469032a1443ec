from collections import defaultdict
from collections.abc import Callable
from datetime import date
from itertools import permutations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clockify_desktop.domain.directory import (
    Person,
    Project,
)
from clockify_desktop.domain.identity import ClientId, ProjectId, UserId
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.normal_form import folded
from clockify_desktop.domain.projection import billable_matrix_of, matrix_of
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.table import table_of
from tests.domain.two_teams import DIRECTORY, FIRST, PEOPLE, PROJECTS, TOLD, facts


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(facts, st.sampled_from(list(permutations(TOLD, 2))))
def test_a_matrix_holds_the_same_numbers_as_the_table(
    make_report: Callable[..., Report],
    rows: list[tuple[int, int, date, int, int, int, int]],
    levels: tuple[Level, Level],
) -> None:
    report = make_report(rows, PEOPLE, PROJECTS, directory=DIRECTORY)
    matrix = matrix_of(report, *levels)
    cells: dict[tuple[str, str], int] = defaultdict(int)
    for row in table_of(report, levels).rows:
        cells[row.keys[0].label.key, row.keys[1].label.key] += row.duration_s
    for place, label in enumerate(matrix.rows):
        for across, column in enumerate(matrix.columns):
            assert matrix.seconds[place, across] == cells[label.key, column.key]
    assert {label.key for label in matrix.rows} == {one for one, _ in cells}
    assert {label.key for label in matrix.columns} == {one for _, one in cells}
    assert matrix.total_s == report.facts.total_s


def test_people_without_time_have_a_row_of_zero(
    make_report: Callable[..., Report],
) -> None:
    rows = [(0, 0, FIRST, 60, 60, 5, 1)]
    report = make_report(rows, PEOPLE, PROJECTS, directory=DIRECTORY)
    matrix = matrix_of(report, Level.USER, Level.PROJECT, people_without_time=True)
    assert [label.key for label in matrix.rows] == ["u1", "u4", "u2"]
    assert matrix.seconds.tolist() == [[0], [0], [60]]


def test_only_people_can_be_without_time(make_report: Callable[..., Report]) -> None:
    report = make_report([], PEOPLE, PROJECTS, directory=DIRECTORY)
    empty = matrix_of(report, Level.PROJECT, Level.DAY, people_without_time=True)
    assert empty.seconds.shape == (0, 0)


def test_facts_of_no_seconds_still_have_their_row(
    make_report: Callable[..., Report],
) -> None:
    rows = [(0, 0, FIRST, 0, 0, 0, 0), (2, 1, FIRST, 60, 0, 0, 0)]
    report = make_report(rows, PEOPLE, PROJECTS, directory=DIRECTORY)
    matrix = matrix_of(report, Level.USER, Level.PROJECT)
    assert [label.key for label in matrix.rows] == ["u4", "u2"]
    assert matrix.seconds.tolist() == [[60, 0], [0, 0]]


def test_labels_of_one_name_are_told_apart(
    make_report: Callable[..., Report],
) -> None:
    people = (
        Person(UserId("a"), "Sam", "sam@x.example"),
        Person(UserId("b"), "Sam"),
        Person(UserId("c"), "Tom", "tom@x.example"),
    )
    rows = [(one, 0, FIRST, 60, 0, 0, 0) for one in range(3)]
    report = make_report(rows, people, PROJECTS)
    matrix = matrix_of(report, Level.USER, Level.PROJECT)
    assert [label.name for label in matrix.rows] == [
        "Sam · sam@x.example",
        "Sam",
        "Tom",
    ]


def test_projects_of_one_name_and_client_are_told_apart(
    make_report: Callable[..., Report],
) -> None:
    acme = ClientId("c1"), "Client 1"
    projects = (
        Project(ProjectId("5f0000a1b2c3"), "Support", *acme),
        Project(ProjectId("5f0000d4e5f6"), "Sup\u200bport\xa0", *acme),
        Project(ProjectId("5f0000000009"), "Support", *acme, archived=True),
        Project(ProjectId("5f0000000008"), "Support", ClientId("c2"), "Client 2"),
        Project(ProjectId("5f0000000007"), "(Without project)"),
        Project(None, ""),
    )
    rows = [(0, one, FIRST, 60, 0, 0, 0) for one in range(6)]
    report = make_report(rows, PEOPLE, projects)
    matrix = matrix_of(report, Level.PROJECT, Level.PROJECT)
    names = [label.name for label in matrix.rows]
    assert sorted(folded(name) for name in names) == [
        "(without project)",
        "(without project) · id ...000007",
        "support · client 1 · archived",
        "support · client 1 · id ...a1b2c3",
        "support · client 1 · id ...d4e5f6",
        "support · client 2",
    ]
    assert matrix.columns == matrix.rows


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(facts, st.sampled_from([Level.USER, Level.GROUP, Level.PROJECT, Level.CLIENT]))
def test_billable_and_the_rest_are_the_whole(
    make_report: Callable[..., Report],
    rows: list[tuple[int, int, date, int, int, int, int]],
    level: Level,
) -> None:
    report = make_report(rows, PEOPLE, PROJECTS, directory=DIRECTORY)
    matrix = billable_matrix_of(report, level, people_without_time=True)
    assert matrix.total_s == report.facts.total_s
    table = table_of(report, [level])
    expected: dict[str, int] = defaultdict(int)
    for row in table.rows:
        expected[row.keys[0].label.key] += row.billable_s or 0
    found = dict(
        zip(
            (one.key for one in matrix.rows), matrix.seconds[:, 0].tolist(), strict=True
        )
    )
    assert {key: seconds for key, seconds in found.items() if seconds} == {
        key: seconds for key, seconds in expected.items() if seconds
    }


def test_withheld_billable_figures_leave_the_time(
    make_report: Callable[..., Report],
) -> None:
    rows = [(0, 0, FIRST, 60, 60, 5, 1)]
    report = make_report(rows, PEOPLE, PROJECTS, withheld=True)
    matrix = billable_matrix_of(report, Level.PROJECT)
    assert [label.name for label in matrix.columns] == ["Time"]
    assert matrix.seconds.tolist() == [[60]]
