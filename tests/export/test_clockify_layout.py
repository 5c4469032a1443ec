"""Files in Clockify's layout, read as importers read those of Clockify."""

import csv
import io
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from clockify_desktop.csv_import.date_order import DateOrder
from clockify_desktop.csv_import.exported_file import read_export
from clockify_desktop.domain.directory import Directory, Person, Project, Tag, Task
from clockify_desktop.domain.identity import ProjectId, TagId, TaskId, UserId
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.table import table_of
from clockify_desktop.domain.written_dates import CLOCKIFY_DATES, WrittenDates
from clockify_desktop.export.clockify_layout import (
    as_clockify,
    detailed_columns,
    summary_lines,
)
from clockify_desktop.export.column_choice import ColumnChoice
from clockify_desktop.export.csv_file import PLAIN, excel
from clockify_desktop.export.entry_lines import entry_lines
from clockify_desktop.export.regional_signs import RegionalSigns
from tests.domain.few_entries import One, entries_of
from tests.export.test_entry_file import DIRECTORY, MIXED, QUERY, with_money

INVOICED: Final = ("Invoiced", "Invoice ID")
SAMPLES: Final = Path(__file__).parent / "clockify_csv"
DAY = date(2026, 11, 16)
ANN, BOB = Person(UserId("u1"), "Ann"), Person(UserId("u2"), "=Bob")
WEB = Project(ProjectId("p1"), "Web", client_name="Acme")
PROJECTS = (WEB, Project(None, ""))
FACTS = [
    (0, 0, DAY, 2300, 2300, 130_505_000, 0),
    (0, 0, DAY, 60, 0, 2_000_000, 1),
    (0, 1, DAY, 60, 0, 0, 0),
    (1, 0, DAY, -3600, 0, 0, 0),
]


def sample_rows(name: str) -> list[dict[str, str]]:
    text = (SAMPLES / name).read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def detailed(
    dates: WrittenDates = CLOCKIFY_DATES,
    *,
    amounts: bool = True,
    money: bool = True,
    **more: Any,
) -> str:
    entries = replace(with_money(MIXED) if money else MIXED, **more)
    syntax, shown = as_clockify(PLAIN), np.arange(len(MIXED))
    columns = detailed_columns(
        entries, shown, DIRECTORY, QUERY, dates, syntax, amounts=amounts
    )
    return b"".join(entry_lines(columns, shown, syntax)).decode()


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def read_entry(row: dict[str, str], day: str, time: str) -> tuple[str, ...] | None:
    """Read a row as importers do; both ends and the length must agree."""
    if not row["End Date"]:
        return None
    start, end = (
        datetime.strptime(  # noqa: DTZ007 - no file of Clockify names a zone
            f"{row[f'{which} Date']} {row[f'{which} Time']}", f"{day} {time}"
        )
        for which in ("Start", "End")
    )
    hours, minutes, seconds = map(int, row["Duration (h)"].split(":"))
    length = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    # On the day when clocks are put back, none of them tells how long it was.
    assert length - (end - start) in {timedelta(0), timedelta(hours=1)}
    assert abs(length / timedelta(hours=1) - float(row["Duration (decimal)"])) <= 0.005
    return row["Email"], start.isoformat(), row["Project"], row["Description"]


def test_what_was_invoiced_is_told_behind_what_is_billable() -> None:
    count = len(MIXED)
    told = detailed(invoices=("Invoice100", None, ""), invoice=np.arange(count) % 3)
    rows = rows_of(told)
    titles = list(rows[0])
    at = titles.index("Invoiced")
    assert titles[at - 1 : at + 3] == ["Billable", *INVOICED, "Start Date"]
    assert [tuple(row[one] for one in INVOICED) for row in rows] == [
        [("Yes", "Invoice100"), ("No", ""), ("Yes", "")][at % 3] for at in range(count)
    ]
    read = read_export(told.encode(), "a.csv", ZoneInfo("UTC"), DateOrder.MDY).entries
    assert read.invoice is not None
    back = Counter(read.invoices[at] for at in read.invoice)
    assert back == Counter(("Invoice100", None, "")[at % 3] for at in range(count))
    # Clockify's answers tell of no invoice what people call it.
    told = detailed(invoices=(None, ""), invoice=np.arange(count) % 2)
    assert "Invoice ID" not in rows_of(told)[0]
    assert {row["Invoiced"] for row in rows_of(told)} == {"Yes", "No"}


def test_titles_are_those_of_the_samples_in_their_order() -> None:
    for name in ("usd", "eur_invoiced"):
        known = list(sample_rows(f"detailed_{name}.csv")[0])
        known = [title.partition(" (USD)")[0].partition(" (EUR)")[0] for title in known]
        invoices = {"invoices": ("Invoice100",), "invoice": np.zeros(len(MIXED), int)}
        (head, *_) = detailed(**invoices if "Invoiced" in known else {}).splitlines()
        ours = [title.strip('"').partition(" (EUR)")[0] for title in head.split(",")]
        ours = [title for title in ours if "(USD)" not in title]
        assert [title for title in ours if title in known] == [
            title for title in known if title in ours
        ]
        assert set(known) - set(ours) <= {"Date of creation"}
        assert set(ours) - set(known) <= {"Type"}


@pytest.mark.parametrize(
    ("dates", "day", "time"),
    [
        (CLOCKIFY_DATES, "%m/%d/%Y", "%I:%M:%S %p"),
        (WrittenDates("DD.MM.YYYY", half_days=False), "%d.%m.%Y", "%H:%M:%S"),
        (WrittenDates("YYYY-MM-DD", half_days=True), "%Y-%m-%d", "%I:%M:%S %p"),
    ],
)
def test_importers_read_the_same_entries(
    dates: WrittenDates, day: str, time: str
) -> None:
    read = [read_entry(row, day, time) for row in rows_of(detailed(dates))]
    assert None in read
    assert [one for one in read if one] == [
        (MIXED.person(at).email, start, project, said)
        for at, start, project, said in (
            (0, "2026-11-17T09:00:00", "Web", "Talk"),
            (1, "2026-10-25T01:30:00", "Web", "Talk"),
            (2, "2026-11-16T09:00:00", "", "'=1+1"),
            (3, "2026-11-17T14:00:00", "Web", "Talk"),
        )
    ]


def test_what_has_no_place_is_empty_and_breaks_are_told_by_their_type() -> None:
    rows = {row["Start Time"]: row for row in rows_of(detailed())}
    runs = rows["11:59:00 PM"]
    assert (runs["End Date"], runs["End Time"], runs["Duration (h)"]) == ("", "", "")
    assert runs["Description"] == 'a;"b"\n,c'
    late = rows["02:00:00 PM"]
    assert (late["Tags"], late["Task"], late["Group"]) == (
        "Urgent, Home",
        "Mail",
        "Build, Design",
    )
    assert (late["Type"], late["Billable"]) == ("Regular", "No")
    assert {row["Type"] for row in rows.values()} == {"Regular", "Break"}


def test_what_stands_for_the_task_of_a_break_is_not_written() -> None:
    task, tag = Task(TaskId("BREAK"), "(Break)"), Tag(TagId("BREAK"), "(Break)")
    one = One("2026-11-16 09:00", task=task, tags=(tag,), kind="BREAK")
    leave = One("2026-11-17 09:00", kind="TIME_OFF")
    entries, shown = entries_of(one, leave), np.arange(2)
    syntax = as_clockify(PLAIN)
    columns = detailed_columns(
        entries, shown, Directory(), QUERY, CLOCKIFY_DATES, syntax
    )
    rows = rows_of(b"".join(entry_lines(columns, shown, syntax)).decode())
    assert [(row["Task"], row["Tags"], row["Type"]) for row in rows] == [
        ("", "", "Break"),
        ("", "", "Time off"),
    ]


def test_every_currency_has_its_columns_where_amounts_are_visible() -> None:
    rows = rows_of(detailed())
    titles = [title for title in rows[0] if title.startswith("Billable ")]
    assert titles == [
        *("Billable Rate (EUR)", "Billable Rate (USD)"),
        *("Billable Amount (EUR)", "Billable Amount (USD)"),
    ]
    assert [tuple(row[title] for title in titles) for row in rows[:3]] == [
        ("0.00", "0.00", "0.00", "0.00"),
        ("50.25", "0.00", "10.13", "0.00"),
        ("0.00", "100.50", "0.00", "20.25"),
    ]
    for hidden in (detailed(amounts=False), detailed(money=False)):
        assert "(EUR)" not in hidden
    none = replace(with_money(MIXED), currency=np.full(len(MIXED), -1))
    shown = np.arange(0)
    columns = detailed_columns(
        none, shown, Directory(), QUERY, CLOCKIFY_DATES, as_clockify(PLAIN)
    )
    assert [one.name for one in columns[-2:]] == [
        *("Billable Rate (EUR)", "Billable Amount (EUR)")
    ]


def test_a_summary_has_a_row_a_group_whatever_its_currencies(
    make_report: Callable[..., Report],
) -> None:
    report = make_report(FACTS, (ANN, BOB), PROJECTS)
    table = table_of(report, [Level.USER, Level.PROJECT])
    text = b"".join(summary_lines(table, CLOCKIFY_DATES, PLAIN)).decode()
    assert text == (
        '"User","Project","Client","Time (h)","Time (decimal)","Amount (EUR)",'
        '"Amount (USD)"\n'
        '"\'=Bob","Web","Acme","-01:00:00","-1.0000","0.00","0.00"\n'
        '"Ann","(Without project)","(Without client)","00:01:00","0.0167","0.00",'
        '"0.00"\n'
        '"Ann","Web","Acme","00:39:20","0.6556","130.51","2.00"\n'
    )
    for hidden in (
        b"".join(summary_lines(table, CLOCKIFY_DATES, PLAIN, amounts=False)),
        b"".join(
            summary_lines(
                table_of(
                    make_report(FACTS, (ANN, BOB), PROJECTS, hidden=True), [Level.USER]
                ),
                CLOCKIFY_DATES,
                PLAIN,
            )
        ),
    ):
        assert b"Amount" not in hidden


def test_a_summary_by_days_is_read_as_the_sample_is(
    make_report: Callable[..., Report],
) -> None:
    sample = sample_rows("summary_by_description.csv")
    report = make_report(FACTS[:2], (ANN, BOB), PROJECTS)
    table = table_of(report, [Level.DAY, Level.PROJECT])
    iso = WrittenDates("YYYY-MM-DD", half_days=False)
    ours = rows_of(b"".join(summary_lines(table, iso, PLAIN, amounts=False)).decode())
    assert list(ours[0]) == [one for one in sample[0] if one != "Description"]
    for row in (*sample, *ours):
        date.fromisoformat(row["Date"])
        hours, minutes, seconds = map(int, row["Time (h)"].split(":"))
        length_s = 3600 * hours + 60 * minutes + seconds
        assert abs(float(row["Time (decimal)"]) - length_s / 3600) <= 0.00005
    german = WrittenDates("DD.MM.YYYY")
    semicolons = excel(RegionalSigns(";", ","))
    choice = ColumnChoice(("Week", "Month", "Client", "Time (decimal)"))
    table = table_of(report, [Level.WEEK, Level.MONTH, Level.CLIENT])
    text = b"".join(summary_lines(table, german, semicolons, choice)).decode()
    assert text.splitlines()[1] == '"16.11.2026";"2026-11";"Acme";"0,6556"'
