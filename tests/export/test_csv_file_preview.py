from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from clockify_desktop.domain.directory import Person, Project
from clockify_desktop.domain.identity import ProjectId, UserId
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.table import table_of
from clockify_desktop.export.csv_file import PLAIN, excel, preview_rows
from clockify_desktop.export.regional_signs import RegionalSigns
from clockify_desktop.export.rows import VALUES

COMMA, POINT = RegionalSigns(";", ","), RegionalSigns(",", ".")
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


@pytest.mark.parametrize("syntax", [PLAIN, excel(COMMA), excel(POINT)])
def test_a_look_shows_what_the_program_will_read(report: Report, syntax: Any) -> None:
    table = table_of(report, (Level.USER, Level.PROJECT), people_without_time=True)
    header, *rows = preview_rows(table, report.query, syntax)
    assert header == (*table.columns, *VALUES)
    assert len(rows) == 8
    assert rows[0][0] == '\'=1+1, \r\n"x"; y'
    sign = syntax.decimal_sign
    assert rows[0][header.index("duration_hours")] == f"1{sign}0003"
    assert rows[0][header.index("amount")] == f"1{sign}50"
    assert len(preview_rows(table, report.query, syntax, 3)) == 4
