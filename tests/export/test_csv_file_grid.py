import csv
import io
from collections.abc import Callable
from datetime import date

from clockify_desktop.domain.directory import Person, Project
from clockify_desktop.domain.grid import grid_of
from clockify_desktop.domain.identity import ClientId, ProjectId, UserId
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.table import table_of
from clockify_desktop.export.csv_file import (
    excel,
    number_columns,
    preview_rows,
)
from clockify_desktop.export.regional_signs import RegionalSigns
from tests.written import csv_bytes

DAY = date(2026, 11, 16)
PEOPLE = (Person(UserId("u1"), "Ann", "ann@x.example"), Person(UserId("u2"), "Bob"))
PROJECTS = (
    Project(ProjectId("p1"), "=Web", ClientId("c1"), "Acme"),
    Project(ProjectId("p2"), "=Web", ClientId("c2"), "Bolt"),
    Project(ProjectId("p3"), "user"),
    Project(None, ""),
)
FACTS = [
    (0, 0, DAY, 5400, 0, 0, 0),
    (0, 1, DAY, 60, 0, 0, 0),
    (0, 2, DAY, 1, 0, 0, 0),
    (1, 3, DAY, 3600, 0, 0, 0),
]
ABOUT = ["2026-11-16", "2026-11-22", "Europe/Berlin", "Acme"]


def test_a_grid_has_hours_with_names_across(make_report: Callable[..., Report]) -> None:
    report = make_report(FACTS, PEOPLE, PROJECTS)
    grid = grid_of(table_of(report, (Level.USER, Level.PROJECT)))
    written = csv_bytes(grid, report.query, excel(RegionalSigns(";", ",")))
    head, *rows = csv.reader(io.StringIO(written.decode("utf-8-sig")), delimiter=";")
    assert head[:3] == ["user", "user_id", "user_email"]
    # What a spreadsheet would run is defused, and no two columns bear the same name.
    assert head[3:7] == [
        "(Without project)",
        "'=Web · Acme",
        "'=Web · Bolt",
        "user · id p3",
    ]
    assert head[7:] == [
        *("total_hours", "period_start", "period_end", "time_zone", "workspace")
    ]
    ann = "Ann", "u1", "ann@x.example"
    assert rows == [
        [*ann, "", "1,5000", "0,0167", "0,0003", "1,5169", *ABOUT],
        ["Bob", "u2", "", "1,0000", "", "", "", "1,0000", *ABOUT],
    ]
    assert number_columns(grid) == frozenset(range(3, 8))
    first = preview_rows(grid, report.query, excel(RegionalSigns(";", ",")), 1)
    assert [list(one) for one in first] == [head, rows[0]]
