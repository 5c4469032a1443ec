"""What files of many rows cost while they are written."""

import tracemalloc
from collections.abc import Callable, Iterable
from datetime import date, timedelta

import pytest

from clockify_desktop.domain.directory import Person, Project
from clockify_desktop.domain.identity import ProjectId, UserId
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.table import Table, table_of
from clockify_desktop.export.csv_file import csv_lines
from clockify_desktop.export.json_file import json_lines
from clockify_desktop.export.text_table import table_lines

# A third of them is more than is taken out of the columns at once.
DAYS = [date(2026, 11, 16) + timedelta(days=at) for at in range(78)]
PEOPLE = tuple(Person(UserId(f"u{at}"), f"Person {at}") for at in range(20))
PROJECTS = (Project(ProjectId("p"), "Web"),)

Write = Callable[[Table, Report], Iterable[bytes | str]]


def peak_of(written: Callable[[], object]) -> int:
    tracemalloc.start()
    try:
        written()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "write",
    [
        lambda table, report: csv_lines(table, report.query),
        json_lines,
        lambda table, _: table_lines(table),
    ],
    ids=["csv", "json", "table"],
)
def test_a_line_is_not_kept_when_it_is_written(
    make_report: Callable[..., Report], write: Write
) -> None:
    def peak(days: list[date]) -> int:
        told = [
            (user, 0, day, 3600 + user, 60, 1_500_000, 0)
            for day in days
            for user in range(len(PEOPLE))
        ]
        report = make_report(told, PEOPLE, PROJECTS)
        table = table_of(report, [Level.USER, Level.DAY])
        assert len(table.rows) == len(told)
        # Other threads may take memory meanwhile, such as those of the test runner.
        return min(
            peak_of(lambda: sum(map(len, write(table, report)))) for _ in range(3)
        )

    # What is looked up once is there.
    peak(DAYS[:1])
    assert peak(DAYS) < 1.5 * peak(DAYS[:26])
