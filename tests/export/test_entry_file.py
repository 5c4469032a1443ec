import csv
import io
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.domain.directory import Directory, UserGroup, Workspace
from clockify_desktop.domain.entries import Entries
from clockify_desktop.domain.file_table import FileTable
from clockify_desktop.domain.identity import GroupId, WorkspaceId
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.domain.written_dates import WrittenDates
from clockify_desktop.export import entry_lines as lines_module
from clockify_desktop.export.column_choice import EVERY_COLUMN, ColumnChoice
from clockify_desktop.export.csv_file import PLAIN, CsvSyntax, excel
from clockify_desktop.export.entry_file import entry_columns
from clockify_desktop.export.entry_lines import EntryFields, entry_lines
from clockify_desktop.export.regional_signs import RegionalSigns
from clockify_desktop.pages.entry_file import ENTRY_COLUMNS, entry_cells
from tests.domain.few_entries import (
    ANN,
    BOB,
    HOME,
    MAIL,
    NO_PROJECT,
    OPS,
    URGENT,
    One,
    entries_of,
)
from tests.written import csv_bytes

QUERY = ReportQuery(
    Workspace(WorkspaceId("w1"), "Acme", "EUR"),
    Period(date(2026, 11, 16), date(2026, 11, 22)),
    "Europe/Berlin",
    0,
)
TEAMS = (UserGroup(GroupId("g1"), "Build"), UserGroup(GroupId("g2"), "Design"))
MEMBER = replace(ANN, groups=(GroupId("g1"), GroupId("gone"), GroupId("g2")))
DIRECTORY = Directory(people=(MEMBER, BOB), groups=TEAMS)
MIXED = entries_of(
    One("2026-11-17 09:00", 60, BOB, billable=True, id="bob"),
    One("2026-11-17 14:00", 30, MEMBER, tags=(URGENT, HOME), task=MAIL, id="late"),
    One("2026-11-16 09:00", 90, MEMBER, NO_PROJECT, "=1+1", id="early"),
    One("2026-11-16 23:59", None, MEMBER, OPS, 'a;"b"\n,c', tags=(HOME,), id="runs"),
    One("2026-10-25 01:30", 90.5, MEMBER, kind="BREAK", id="-1"),
)
FORMS = [
    PLAIN,
    excel(RegionalSigns(";", ",")),
    replace(PLAIN, quotes_all=True, guards=False),
    replace(PLAIN, separator="|", encoding="utf-16"),
]


def with_money(entries: Entries) -> Entries:
    count = len(entries)
    return replace(
        entries,
        currencies=("EUR", "USD"),
        rate_micros=np.arange(count) * 50_250_000,
        amount_micros=np.arange(count) * 10_125_555,
        currency=np.arange(count) % 3 - 1,
    )


def written(
    entries: Entries, syntax: CsvSyntax = PLAIN, choice: ColumnChoice = EVERY_COLUMN
) -> bytes:
    columns = entry_columns(entries, DIRECTORY, QUERY, syntax)
    return b"".join(entry_lines(columns, np.arange(len(entries)), syntax, choice))


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


@pytest.mark.parametrize("syntax", FORMS)
def test_entries_stand_as_the_files_of_pages_have_them(syntax: CsvSyntax) -> None:
    rows = [entry_cells(MIXED, at) for at in range(len(MIXED))]
    same = csv_bytes(FileTable(ENTRY_COLUMNS, rows), QUERY, syntax)
    more = ("groups", "rate", "amount", "currency")
    choice = ColumnChoice(without=frozenset(more))
    assert written(MIXED, syntax, choice) == same


def test_what_is_written_in_blocks_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = written(MIXED)
    monkeypatch.setattr(lines_module, "_BLOCK", 2)
    monkeypatch.setattr(lines_module, "_MOST_KNOWN", 1)
    assert written(MIXED) == whole


def test_groups_and_money_have_columns_of_their_own() -> None:
    rows = rows_of(written(with_money(MIXED)))
    assert [row["groups"] for row in rows] == ["", *["Build, Design"] * 4]
    money = [(row["rate"], row["amount"], row["currency"]) for row in rows]
    assert money == [
        ("", "", ""),
        ("50.25", "10.125555", "EUR"),
        ("100.50", "20.25111", "USD"),
        ("", "", ""),
        ("201.00", "40.50222", "EUR"),
    ]
    spreadsheet = excel(RegionalSigns(";", ","))
    assert ";50,25;10,13;EUR;" in written(with_money(MIXED), spreadsheet).decode()
    assert {row["amount"] for row in rows_of(written(MIXED))} == {""}
    assert {row["workspace"] for row in rows} == {"Acme"}


def test_descriptions_that_may_not_be_shown_have_no_column() -> None:
    hidden = replace(MIXED, described=False)
    assert "description" not in rows_of(written(hidden))[0]
    fields = EntryFields(hidden, PLAIN, WrittenDates()).descriptions()
    assert set(fields(np.arange(len(hidden)))) == {""}


ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.lists(ANY_TEXT, min_size=1, max_size=6), st.sampled_from(FORMS[2:]))
def test_pythons_csv_reads_any_description_back(
    texts: list[str], syntax: CsvSyntax
) -> None:
    syntax = replace(syntax, guards=False)
    starts = (f"2026-11-16 0{at}:00" for at in range(len(texts)))
    entries = entries_of(
        *(
            One(start, description=text)
            for start, text in zip(starts, texts, strict=True)
        )
    )
    content = written(entries, syntax, ColumnChoice(("description",)))
    text = io.StringIO(content.decode(syntax.encoding), newline="")
    _, *rows = csv.reader(text, delimiter=syntax.separator)
    assert rows == [[one] for one in texts]
