from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from clockify_desktop.domain.directory import Person, Project
from clockify_desktop.domain.identity import ProjectId, UserId
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import EVERYTHING, Selection
from clockify_desktop.domain.table import table_of
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.where import where_content
from clockify_desktop.pages.where_options import WhereOptions

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


def looked_at(rows: Level, colors: Level | None) -> ViewOptions:
    return ViewOptions(WhereOptions(rows, colors).choices)


def test_every_project_is_written_sorted_by_name(report: Report) -> None:
    table = where_content(report, EVERYTHING, looked_at(Level.PROJECT, Level.USER)).file
    assert table.levels == (Level.PROJECT, Level.USER)
    names = [row.keys[0].label.name for row in table.rows]
    assert names == [one.name for one in PROJECTS]
    assert table.total_s == report.facts.total_s


@pytest.mark.parametrize("colors", [None, Level.USER])
def test_billable_and_the_same_level_twice_need_no_second_level(
    report: Report, colors: Level | None
) -> None:
    table = where_content(report, EVERYTHING, looked_at(Level.USER, colors)).file
    same = table_of(report, (Level.USER,), EVERYTHING, people_without_time=True)
    assert list(table.rows) == list(same.rows)
    assert (table.levels, table.totals) == (same.levels, same.totals)
    assert table.total_s == report.facts.total_s


def test_people_without_time_stand_there_unless_projects_were_chosen(
    report: Report,
) -> None:
    def people(selection: Selection) -> set[str]:
        table = where_content(report, selection, ViewOptions()).file
        return {row.keys[0].label.key for row in table.rows}

    assert people(EVERYTHING) == {"u1", "u2", "u3"}
    assert people(Selection(frozenset({UserId("u1"), UserId("u3")}))) == {"u1", "u3"}
    assert people(Selection(None, frozenset({ProjectId("p2")}))) == {"u1"}
    assert people(Selection(billable=True)) == {"u1", "u2"}
