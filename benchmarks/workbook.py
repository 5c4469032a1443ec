"""50,000 rows as a spreadsheet, beside XlsxWriter on tuples that are ready.

Both write the same cells into a workbook in memory: texts as texts, numbers as
numbers, a format a column. The bare one has no names to look up, no sums, no heads, no
widths and no sheet that says what was asked. In turns, so that a noisy machine slows
both.
"""

import gc
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import numpy as np
from figures import Figure, show
from xlsxwriter import Workbook

from clockify_desktop.domain.directory import Directory, Person, Project, Workspace
from clockify_desktop.domain.facts import Facts
from clockify_desktop.domain.identity import ClientId, ProjectId, UserId, WorkspaceId
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.selection import EVERYTHING
from clockify_desktop.domain.table import Table, table_of
from clockify_desktop.export.column_choice import EVERY_COLUMN
from clockify_desktop.export.sheet_columns import VALUES, sheet_columns, sheet_records
from clockify_desktop.export.sheet_writer import FORMATS
from clockify_desktop.export.workbook import workbook_bytes
from clockify_desktop.services.workbooks import table_book

PEOPLE, PROJECTS, DAYS = 100, 20, 25
ROWS = PEOPLE * PROJECTS * DAYS
RUNS = 7
TARGET = 1.3
FIRST = date(2026, 1, 5)
QUERY = ReportQuery(
    Workspace(WorkspaceId("w"), "Acme", "EUR"),
    Period(FIRST, FIRST + timedelta(days=DAYS - 1)),
    "Europe/Berlin",
    0,
)


def some_report() -> Report:
    """Make a report in which everybody worked on everything every day."""
    people = tuple(
        Person(UserId(f"{at:024x}"), f"Person {at}", f"p{at}@acme.example")
        for at in range(PEOPLE)
    )
    projects = tuple(
        Project(
            ProjectId(f"{at:024x}"), f"Project {at}", ClientId(f"{at}"), f"Client {at}"
        )
        for at in range(PROJECTS)
    )
    chance = np.random.default_rng(7)
    user, project, day = np.indices((PEOPLE, PROJECTS, DAYS)).reshape(3, ROWS)
    seconds = 60 + chance.integers(0, 8 * 3600, ROWS)
    facts = Facts(
        people=people,
        projects=projects,
        currencies=("EUR", "USD"),
        user=user,
        project=project,
        day=day + FIRST.toordinal(),
        seconds=seconds,
        billable_seconds=seconds // 2,
        amount_micros=seconds * 12_345,
        currency=project % 2,
    )
    directory = Directory(people=people, projects=projects)
    fetched_at = datetime(2026, 2, 1, tzinfo=UTC)
    return Report(QUERY, facts, directory, fetched_at, facts.total_s)


Cells = list[tuple[str | float | None, ...]]


def ready(table: Table) -> tuple[Cells, list[str]]:
    """Make the cells that ours writes, and the formats of their columns."""
    columns = sheet_columns(table, QUERY, EVERY_COLUMN)
    rows = [
        tuple(
            None if record[one.source] is None else VALUES[one.kind](record[one.source])
            for one in columns
        )
        for record in sheet_records(table, QUERY)
    ]
    return rows, [FORMATS[one.kind] for one in columns]


def bare(rows: Cells, formats: list[str]) -> bytes:
    """Write ready cells."""
    buffer = BytesIO()
    workbook = Workbook(buffer, {"in_memory": True})
    sheet = workbook.add_worksheet()
    for at, number_format in enumerate(formats):
        sheet.set_column(at, at, 12, workbook.add_format({"num_format": number_format}))
    text, number = sheet.write_string, sheet.write_number
    for row, cells in enumerate(rows, 1):
        for at, cell in enumerate(cells):
            if isinstance(cell, str):
                text(row, at, cell)
            elif cell is not None:
                number(row, at, cell)
    workbook.close()
    return buffer.getvalue()


def _seconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def figures() -> list[Figure]:
    """Measure both, run by run."""
    report = some_report()
    table = table_of(report, [Level.USER, Level.PROJECT, Level.DAY])
    assert len(table.rows) == ROWS
    rows, formats = ready(table)
    book = table_book("Days", table, report, EVERYTHING, hidden=False)
    ratio = statistics.median(
        _seconds(lambda: workbook_bytes(book)) / _seconds(lambda: bare(rows, formats))
        for _ in range(RUNS)
    )
    what = f"{ROWS:,} rows as a spreadsheet, against XlsxWriter on ready tuples"
    return [Figure(what, ratio, TARGET)]


if __name__ == "__main__":
    sys.exit(show(figures()))
