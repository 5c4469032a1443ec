import csv
import io
from collections.abc import Callable
from datetime import UTC, date, datetime

from clockify_desktop.domain.directory import Person, Project
from clockify_desktop.domain.entry_report import EntryReport
from clockify_desktop.domain.grid import grid_of
from clockify_desktop.domain.identity import ProjectId, UserId
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import EVERYTHING, Selection
from clockify_desktop.domain.table import table_of
from clockify_desktop.domain.written_dates import CLOCKIFY_DATES
from clockify_desktop.export.csv_wish import CsvWish, entries_shown
from clockify_desktop.export.file_choice import FileChoice
from tests.domain.few_entries import ANN, BOB, OPS, WEB, One, entries_of

DAY = date(2026, 11, 16)
ENTRIES = entries_of(
    One("2026-11-16 09:00", 60, ANN, WEB, "=1+1"),
    One("2026-11-17 09:00", 30, BOB, OPS),
)
TOLD = EntryReport(ENTRIES, datetime(2026, 11, 23, tzinfo=UTC), None)


def rows_of(lines: object) -> list[dict[str, str]]:
    text = b"".join(lines).decode()  # type: ignore[call-overload]  # lines of bytes
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_project_called_like_a_column_stays_in_a_grid(
    make_report: Callable[..., Report],
) -> None:
    people = (Person(UserId("u1"), "Ann"),)
    projects = tuple(Project(ProjectId(one), one) for one in ("amount", "tag_id"))
    report = make_report(
        [(0, 0, DAY, 3600, 0, 0, 0), (0, 1, DAY, 7200, 0, 0, 0)], people, projects
    )
    grid = grid_of(table_of(report, (Level.USER, Level.PROJECT)))
    wish = CsvWish(choice=FileChoice(ids=False).columns)
    (row,) = rows_of(wish.table_lines(grid, report.query))
    assert (row["amount"], row["tag_id"]) == ("1.0000", "2.0000")
    assert "user_id" not in row


def test_entries_have_the_columns_of_both_layouts(
    make_report: Callable[..., Report],
) -> None:
    report = make_report([(0, 0, DAY, 3600, 0, 0, 0)], (ANN, BOB), (WEB, OPS))
    chosen = entries_shown(TOLD, report, Selection(frozenset({BOB.id})))
    assert chosen.tolist() == [1]
    every = entries_shown(TOLD, report, EVERYTHING)
    choice = FileChoice(descriptions=True).columns
    own = rows_of(CsvWish(choice=choice).entry_lines(TOLD, every, report))
    assert [row["description"] for row in own] == ["'=1+1", "Talk"]
    wish = CsvWish(choice=choice, amounts=False, dates=CLOCKIFY_DATES)
    written = [*wish.entry_lines(TOLD, chosen, report)]
    assert written[0].startswith(b'"Project","Client",')
    (row,) = rows_of(written)
    assert (row["User"], row["Start Date"]) == (BOB.name, "11/17/2026")
    columns = wish.entry_columns(TOLD, every, report)
    assert [one.name for one in columns] == [*row]
