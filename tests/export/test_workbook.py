import csv
import io
import re
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.domain.directory import Person, Project, Workspace
from clockify_desktop.domain.errors import UsageError
from clockify_desktop.domain.file_table import FileTable
from clockify_desktop.domain.grid import Grid, grid_of
from clockify_desktop.domain.identity import ClientId, ProjectId, UserId, WorkspaceId
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.table import Table, table_of
from clockify_desktop.export import sheet_writer
from clockify_desktop.export.column_choice import (
    AMOUNT_COLUMNS,
    EVERY_COLUMN,
    ColumnChoice,
)
from clockify_desktop.export.csv_file import PLAIN
from clockify_desktop.export.sheet_writer import TooLargeError
from clockify_desktop.export.workbook import Book, Sheet, workbook_bytes
from tests.sheets import as_csv, opened, rows_of, texts_of
from tests.written import csv_bytes

DAY = date(2026, 11, 16)
PEOPLE = (
    Person(UserId("u1"), "=Ann", "ann@x.example"),
    Person(UserId("007"), "https://bob.example", "1E5"),
)
PROJECTS = (
    Project(ProjectId("p1"), "2026-11-16", ClientId("c1"), "<r><t>x</t></r>"),
    Project(None, ""),
)
FACTS = [
    (0, 0, DAY, 2300, 2300, 130_500_000, 0),
    (0, 1, DAY, 60, 0, 0, 1),
    (1, 0, DAY, 360_001, 3600, 400_555_555, 0),
]
QUERY = ReportQuery(
    Workspace(WorkspaceId("w1"), "Acme", "EUR"),
    Period(DAY, date(2026, 11, 22)),
    "Europe/Berlin",
    0,
)
FETCHED = datetime(2026, 11, 23, 8, 14, tzinfo=UTC)
SIGNS = "[\ud800-\udfff\ufffe\uffff]"


def written(
    table: Table | FileTable | Grid, choice: ColumnChoice = EVERY_COLUMN
) -> bytes:
    book = Book("Review", (), QUERY, FETCHED, (Sheet("Where time went", table),))
    return workbook_bytes(book, choice)


def sheet_of(content: bytes, *, values: bool = False) -> Any:
    return opened(content, values=values).worksheets[1]


def below(sheet: Any) -> list[dict[str, Any]]:
    """Read the sums by the heads of their columns."""
    last = int(re.split("[A-Z]+", sheet.auto_filter.ref)[-1])
    assert [cell.value for cell in sheet[last + 1]] == [None] * sheet.max_column
    names = [cell.value for cell in sheet[1]]
    return [
        {name: one.value for name, one in zip(names, row, strict=True) if one.value}
        for row in sheet.iter_rows(min_row=last + 2)
    ]


@pytest.fixture
def table(make_report: Callable[..., Report]) -> Table:
    report = make_report(FACTS, PEOPLE, PROJECTS)
    return table_of(report, [Level.USER, Level.PROJECT, Level.DAY])


def test_a_sheet_holds_what_the_csv_holds(table: Table) -> None:
    syntax = replace(PLAIN, guards=False)
    lines = io.StringIO(csv_bytes(table, QUERY, syntax).decode())
    expected = [*csv.DictReader(lines)]
    sheet = sheet_of(written(table))
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:P4"
    for row, line in zip(rows_of(sheet), expected, strict=True):
        found = dict(as_csv(row, line))
        assert found == {name: line[name] for name in found}
        assert {*line} - {*found} == {"duration_hours", "duration_hms"}
        assert row["day"].value == datetime(2026, 11, 16)  # noqa: DTZ001 - as openpyxl has days
        assert row["period_end"].number_format == "yyyy-mm-dd"


def test_the_sums_are_of_the_rows_that_a_filter_leaves(table: Table) -> None:
    content = written(table)
    euro, dollar = below(sheet_of(content))
    assert euro.pop("user") == "Sum of the rows shown"
    assert euro["duration"] == "=SUBTOTAL(109,I2:I4)"
    each = "SUBTOTAL(109,OFFSET(K2,ROW(K2:K4)-ROW(K2),0))"
    assert euro["amount"] == f'=SUMPRODUCT({each},--(L2:L4="EUR"))'
    assert dollar["amount"] == f'=SUMPRODUCT({each},--(L2:L4="USD"))'
    euro, dollar = below(sheet_of(content, values=True))
    assert euro["duration"].total_seconds() == 2300 + 60 + 360_001
    assert euro["billable"].total_seconds() == 2300 + 3600
    assert (euro["amount"], euro["currency"]) == (531.055555, "EUR")
    # What is nothing is not left out.
    assert dollar["currency"] == "USD"


@pytest.mark.parametrize(
    ("choice", "sums"),
    [
        (
            ColumnChoice(("currency", "amount", "user")),
            [("SUMPRODUCT", "EUR"), ("SUMPRODUCT", "USD")],
        ),
        # Two currencies are never added up.
        (ColumnChoice(("user", "amount")), []),
        (ColumnChoice(("user",), AMOUNT_COLUMNS), []),
    ],
)
def test_money_is_added_up_by_currency_alone(
    table: Table, choice: ColumnChoice, sums: list[tuple[str, str]]
) -> None:
    found = below(sheet_of(written(table, choice)))
    assert [(one["amount"][1:11], one["currency"]) for one in found] == sums


def test_one_currency_needs_no_column(make_report: Callable[..., Report]) -> None:
    report = make_report(FACTS[:1], PEOPLE, PROJECTS)
    table = table_of(report, [Level.PROJECT])
    (sums,) = below(sheet_of(written(table, ColumnChoice(("amount",)))))
    assert sums == {"amount": "=SUBTOTAL(109,A2:A2)"}


def test_columns_are_chosen_by_their_names_in_the_csv(table: Table) -> None:
    wanted = ("duration_hms", "user", "duration_hours", "amount")
    sheet = sheet_of(written(table, ColumnChoice(wanted)))
    assert [cell.value for cell in sheet[1]] == ["duration", "user", "amount"]
    with pytest.raises(UsageError, match="The nearest is duration_hours"):
        written(table, ColumnChoice(("duration_hour",)))


def test_what_may_be_negative_is_in_hours_and_instants_have_an_offset() -> None:
    own = FileTable(
        ("rule", "start", "end", "change_seconds", "change_hours", "this", "entry_id"),
        [
            (None, "2026-11-16T09:05:07+05:30", None, -5400, Decimal("-1.5"), 7, "e"),
            ("Gone", "2026-11-16T09:05:07-01:00", None, None, None, "7:00", "1"),
        ],
    )
    sheet = sheet_of(written(own))
    first, second = rows_of(sheet)
    clock = datetime(2026, 11, 16, 9, 5, 7)  # noqa: DTZ001 - as openpyxl has instants
    assert (first["start"].value, second["start"].value) == (clock, clock)
    assert first["start_utc_offset"].value == "+05:30"
    assert second["start_utc_offset"].value == "-01:00"
    assert (first["change_hours"].value, first["this"].value) == (-1.5, 7)
    assert (second["change_hours"].value, second["this"].value) == (None, "7:00")
    (sums,) = below(sheet)
    assert sums["change_hours"] == "=SUBTOTAL(109,F2:F3)"


def test_a_grid_has_durations_across(make_report: Callable[..., Report]) -> None:
    report = make_report(FACTS, PEOPLE, PROJECTS)
    laid_out = grid_of(table_of(report, [Level.USER, Level.PROJECT]))
    (row, other) = rows_of(sheet_of(written(laid_out)))
    assert row["2026-11-16"].value.total_seconds() == 2300
    assert row["total"].value.total_seconds() == 2360
    assert row["total"].number_format == "[h]:mm"
    assert other["(Without project)"].value is None


def test_months_are_dates(make_report: Callable[..., Report]) -> None:
    report = make_report(FACTS, PEOPLE, PROJECTS)
    for row in rows_of(sheet_of(written(table_of(report, [Level.MONTH])))):
        assert row["month"].value == datetime(2026, 11, 1)  # noqa: DTZ001 - as openpyxl has days
        assert row["month"].number_format == "yyyy-mm"


TEXTS = st.text() | st.sampled_from(
    [
        *("=1+1", "+1", "007", "1E5", "https://x.example", "mailto:a@x.example"),
        *("{=1}", "TRUE", "#N/A", "_x0041_", "<r><t>x</t></r>", "<r></r>", " a\t\n"),
        *("internal:A1", "16:00", "2026-11-16", "a" * 40_000, "&amp;", "\N{BOMB}" * 9),
        *("a\ufffe\uffffb", "\udc80x"),
    ]
)


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=6))
def test_any_text_stays_the_text_that_it_is(rows: list[tuple[str, str]]) -> None:
    texts = texts_of(written(FileTable(("project", "description"), rows)))
    for at, row in enumerate(rows, 2):
        for column, text in zip("AB", row, strict=True):
            # What XML and a cell have room for.
            whole = re.sub(SIGNS, "\N{REPLACEMENT CHARACTER}", text)[:32_767]
            assert texts.get(f"{column}{at}", "") == whole


def test_a_text_beyond_all_room_that_looks_like_formats_is_cut() -> None:
    text = f"<r>{'a' * 40_000}</r>"
    found = texts_of(written(FileTable(("project",), [(text,)])))["A2"]
    assert text.startswith(found)
    assert len(found) > 16_000


@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=9))
def test_durations_are_exact_to_the_second(seconds: list[int]) -> None:
    own = FileTable(("duration_seconds",), [(one,) for one in seconds])
    content = written(own)
    found = [row["duration"].value for row in rows_of(sheet_of(content))]
    assert [round(one.total_seconds()) for one in found] == seconds
    (sums,) = below(sheet_of(content, values=True))
    assert round(sums["duration"].total_seconds()) == sum(seconds)


def test_a_table_without_rows_has_its_heads() -> None:
    sheet = sheet_of(written(FileTable(("project", "change_seconds"), ())))
    assert sheet.max_row == 1
    assert sheet.auto_filter.ref == "A1:F1"


@pytest.mark.parametrize(("limit", "most"), [("MOST_ROWS", 3), ("MOST_CELLS", 3 * 16)])
def test_what_no_sheet_has_room_for_is_refused(
    table: Table, monkeypatch: pytest.MonkeyPatch, limit: str, most: int
) -> None:
    monkeypatch.setattr(sheet_writer, limit, most)
    assert written(table)
    monkeypatch.setattr(sheet_writer, limit, most - 1)
    with pytest.raises(TooLargeError, match="“Where time went” is too large"):
        written(table)


def test_the_same_book_is_the_same_bytes_and_needs_no_other_file(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/no/such/folder")
    content = written(table)
    assert written(table) == content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {one.date_time[0] for one in archive.infolist()} == {1980}


def test_the_first_sheet_has_texts_dates_and_times() -> None:
    clock = datetime(2026, 11, 23, 9, 14, tzinfo=UTC)
    about = (("Workspace", "=1+1"), ("First day", DAY), ("Fetched", clock))
    content = workbook_bytes(Book("=Title", about, QUERY, FETCHED, ()))
    workbook = opened(content)
    (sheet,) = workbook.worksheets
    assert sheet.title == "About this file"
    assert [cell.value for cell in sheet["A"]] == [
        *("=Title", None, "Workspace", "First day", "Fetched")
    ]
    assert {cell.data_type for cell in sheet["A"]} == {"s", "n"}
    text, day, fetched = (sheet.cell(row, 2) for row in (3, 4, 5))
    assert (text.value, text.data_type) == ("=1+1", "s")
    assert day.value.date() == DAY
    assert fetched.value == clock.replace(tzinfo=None)
    assert workbook.properties.created == FETCHED.replace(tzinfo=None)
    assert workbook.properties.title == "=Title"
