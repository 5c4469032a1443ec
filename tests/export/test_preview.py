from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from clockify_desktop.domain.directory import Person, Project
from clockify_desktop.domain.facts import EVERYTHING, Selection
from clockify_desktop.domain.identity import ProjectId, UserId
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.table import table_of
from clockify_desktop.export.csv_file import PLAIN, excel
from clockify_desktop.export.preview import NUMBER_COLUMNS, preview_rows, shown_table
from clockify_desktop.export.rows import VALUES

DAY = date(2026, 11, 16)
PEOPLE = (
    Person(UserId("u1"), "Zoe"),
    Person(UserId("u2"), '=1+1, \r\n"x"; y'),
    Person(UserId("u3"), "Idle"),
)
PROJECTS = tuple(Project(ProjectId(f"p{one}"), f"P{one:02}") for one in range(12))


@pytest.fixture
def report(make_report: Callable[..., Report]) -> Report:
    facts: list[Any] = [
        (one % 2, one, DAY, 3600 + one, 60, 1_500_000, 0) for one in range(12)
    ]
    return make_report(facts, PEOPLE, PROJECTS)


def test_every_project_is_written_sorted_by_name(report: Report) -> None:
    table = shown_table(report, Level.PROJECT, Level.USER, EVERYTHING)
    assert table.levels == (Level.PROJECT, Level.USER)
    names = [row.keys[0].label.name for row in table.rows]
    assert names == [one.name for one in PROJECTS]
    assert table.total_s == report.facts.total_s


@pytest.mark.parametrize("series", [None, Level.USER])
def test_billable_and_the_same_level_twice_need_no_second_level(
    report: Report, series: Level | None
) -> None:
    table = shown_table(report, Level.USER, series, EVERYTHING)
    assert table == table_of(
        report, (Level.USER,), EVERYTHING, people_without_time=True
    )
    assert table.total_s == report.facts.total_s


def test_people_without_time_stand_there_unless_projects_were_chosen(
    report: Report,
) -> None:
    def people(selection: Selection) -> set[str]:
        table = shown_table(report, Level.USER, Level.PROJECT, selection)
        return {row.keys[0].label.key for row in table.rows}

    assert people(EVERYTHING) == {"u1", "u2", "u3"}
    assert people(Selection(frozenset({UserId("u1"), UserId("u3")}))) == {"u1", "u3"}
    assert people(Selection(None, frozenset({ProjectId("p2")}))) == {"u1"}
    assert people(Selection(billable=True)) == {"u1", "u2"}


@pytest.mark.parametrize("syntax", [PLAIN, excel(","), excel(".")])
def test_a_look_shows_what_the_program_will_read(report: Report, syntax: Any) -> None:
    table = shown_table(report, Level.USER, Level.PROJECT, EVERYTHING)
    header, *rows = preview_rows(table, report.query, syntax)
    assert header == (*table.columns, *VALUES)
    assert len(rows) == 8
    assert rows[0][0] == '\'=1+1, \r\n"x"; y'
    sign = syntax.decimal_sign
    assert rows[0][header.index("duration_hours")] == f"1{sign}0003"
    assert rows[0][header.index("amount")] == f"1{sign}50"
    assert len(preview_rows(table, report.query, syntax, 3)) == 4


def test_number_columns_are_columns() -> None:
    assert set(VALUES) > NUMBER_COLUMNS
