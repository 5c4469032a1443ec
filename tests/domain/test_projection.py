from collections import defaultdict
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from itertools import permutations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clockify_desktop.domain.calendar import first_day_of_week
from clockify_desktop.domain.directory import (
    Activity,
    Directory,
    Person,
    Project,
    UserGroup,
)
from clockify_desktop.domain.facts import Selection
from clockify_desktop.domain.identity import ClientId, GroupId, ProjectId, UserId
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.matrix import LabelKind
from clockify_desktop.domain.projection import billable_matrix_of, matrix_of, table_of
from clockify_desktop.domain.report import Report

DESIGN, BUILD = GroupId("g1"), GroupId("g2")
PEOPLE = (
    Person(UserId("u2"), "Zoë", "zoe@x.example", groups=(DESIGN,)),
    Person(UserId("u1"), "ann", "ann@x.example", groups=(BUILD, DESIGN)),
    Person(UserId("u4"), "Ann", "ann2@x.example"),
    Person(UserId("u3"), "Gone", activity=Activity.INACTIVE, groups=(GroupId("??"),)),
)
PROJECTS = (
    Project(ProjectId("p1"), "Web", ClientId("c1"), "Acme", "#112233"),
    Project(ProjectId("p2"), "App", ClientId("c1"), "Acme"),
    Project(ProjectId("p3"), "Lab"),
    Project(None, ""),
)
GROUPS = (UserGroup(DESIGN, "Design"), UserGroup(BUILD, "Build"))
DIRECTORY = Directory(people=PEOPLE, projects=PROJECTS, groups=GROUPS)
FIRST = date(2026, 9, 28)

facts = st.lists(
    st.tuples(
        st.integers(0, 3),
        st.integers(0, 3),
        st.integers(0, 70).map(lambda days: FIRST + timedelta(days=days)),
        st.integers(0, 100_000),
        st.integers(0, 100_000),
        st.integers(-5, 10**10),
        st.integers(0, 1),
    ),
    max_size=40,
)
level_lists = st.sampled_from(
    [order for count in (1, 2, 3) for order in permutations(Level, count)]
)


def _names(
    level: Level, person: Person, project: Project, day: date, start: int
) -> tuple[str, ...]:
    """Say slowly what a fact's key is at a level: its cells."""
    if level is Level.USER:
        return (person.name, person.id, person.email)
    if level is Level.PROJECT:
        name = project.name if project.id else "(Without project)"
        return (name, project.id or "", project.client_name, project.client_id or "")
    if level is Level.CLIENT:
        return (project.client_name or "(Without client)", project.client_id or "")
    if level is Level.GROUP:
        return {
            "u2": ("Design", "g1"),
            "u1": ("Build + Design", "g2+g1"),
        }.get(person.id, ("(Without group)", ""))
    if level is Level.DAY:
        return (day.isoformat(),)
    if level is Level.WEEK:
        return (first_day_of_week(day, start).isoformat(),)
    return (f"{day.year:04}-{day.month:02}",)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(facts, level_lists, st.integers(0, 6))
def test_a_table_is_what_a_dictionary_adds_up(
    make_report: Callable[..., Report],
    rows: list[tuple[int, int, date, int, int, int, int]],
    levels: tuple[Level, ...],
    week_start: int,
) -> None:
    report = make_report(
        rows, PEOPLE, PROJECTS, directory=DIRECTORY, week_start=week_start
    )
    naive: dict[tuple[object, ...], list[int]] = defaultdict(lambda: [0, 0, 0])
    for user, project, day, seconds, billable, micros, currency in rows:
        key = tuple(
            _names(level, PEOPLE[user], PROJECTS[project], day, week_start)
            for level in levels
        )
        sums = naive[(*key, ("EUR", "USD")[currency])]
        sums[0] += seconds
        sums[1] += billable
        sums[2] += micros
    table = table_of(report, levels)
    found = {
        (*(key.cells for key in row.keys), row.currency): [
            row.duration_s,
            row.billable_s,
            (row.amount or Decimal(0)) * 1_000_000,
        ]
        for row in table.rows
    }
    assert found == naive
    assert len(table.rows) == len(naive)
    assert table.total_s == report.facts.total_s
    ranks = [(tuple(key.rank for key in row.keys), row.currency) for row in table.rows]
    assert ranks == sorted(ranks)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(facts, st.sampled_from(list(permutations(Level, 2))))
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
    table = table_of(report, [Level.USER, Level.PROJECT], people_without_time=True)
    assert [
        (row.keys[0].cells[1], len(row.keys), row.duration_s, row.amount, row.currency)
        for row in table.rows
    ] == [
        ("u1", 1, 0, Decimal(0), "EUR"),
        ("u4", 1, 0, Decimal(0), "EUR"),
        ("u2", 2, 60, Decimal("0.000005"), "USD"),
    ]
    matrix = matrix_of(report, Level.USER, Level.PROJECT, people_without_time=True)
    assert [label.key for label in matrix.rows] == ["u1", "u4", "u2"]
    assert matrix.seconds.tolist() == [[0], [0], [60]]


def test_only_the_chosen_people_have_a_row_of_zero(
    make_report: Callable[..., Report],
) -> None:
    report = make_report([], PEOPLE, PROJECTS, directory=DIRECTORY, hidden=True)
    chosen = Selection(people=frozenset({UserId("u4"), UserId("u3")}))
    table = table_of(report, [Level.USER], chosen, people_without_time=True)
    assert [(row.keys[0].cells[1], row.amount, row.currency) for row in table.rows] == [
        ("u4", None, None)
    ]
    # Only people can be without time; the other levels are found by their time.
    by_day = table_of(report, [Level.DAY], chosen, people_without_time=True)
    assert by_day.rows == ()
    empty = matrix_of(report, Level.PROJECT, Level.DAY, people_without_time=True)
    assert empty.seconds.shape == (0, 0)


def test_hidden_and_withheld_figures_are_none(
    make_report: Callable[..., Report],
) -> None:
    rows = [(0, 0, FIRST, 60, 60, 5, 1)]
    report = make_report(
        rows, PEOPLE, PROJECTS, directory=DIRECTORY, hidden=True, withheld=True
    )
    table = table_of(report, [Level.USER], people_without_time=True)
    assert {(row.billable_s, row.amount, row.currency) for row in table.rows} == {
        (None, None, None)
    }


def test_facts_of_no_seconds_still_have_their_row(
    make_report: Callable[..., Report],
) -> None:
    rows = [(0, 0, FIRST, 0, 0, 0, 0), (2, 1, FIRST, 60, 0, 0, 0)]
    report = make_report(rows, PEOPLE, PROJECTS, directory=DIRECTORY)
    matrix = matrix_of(report, Level.USER, Level.PROJECT)
    assert [label.key for label in matrix.rows] == ["u4", "u2"]
    assert matrix.seconds.tolist() == [[60, 0], [0, 0]]


def test_what_has_none_is_marked(make_report: Callable[..., Report]) -> None:
    rows = [(3, 3, FIRST, 60, 0, 0, 0)]
    report = make_report(rows, PEOPLE, PROJECTS, directory=DIRECTORY)
    for level in (Level.PROJECT, Level.CLIENT, Level.GROUP):
        (row,) = table_of(report, [level]).rows
        assert row.keys[0].label.kind is LabelKind.WITHOUT
        assert row.keys[0].label.key == ""


def test_each_column_stands_once(make_report: Callable[..., Report]) -> None:
    report = make_report([], PEOPLE, PROJECTS)
    table = table_of(report, [Level.CLIENT, Level.PROJECT, Level.MONTH])
    assert table.columns == ("client", "client_id", "project", "project_id", "month")


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
        "Sam · b",
        "Tom",
    ]


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
