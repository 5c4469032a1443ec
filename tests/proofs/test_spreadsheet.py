"""LibreOffice opens what the program writes: no formula, and all numbers and dates."""

import csv
import io
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain, repeat
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from clockify_desktop.domain.directory import (
    Directory,
    Person,
    Project,
    Tag,
    Task,
    UserGroup,
    Workspace,
)
from clockify_desktop.domain.identity import (
    ClientId,
    GroupId,
    ProjectId,
    TagId,
    TaskId,
    UserId,
    WorkspaceId,
)
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.table import table_of
from clockify_desktop.domain.written_dates import CLOCKIFY_DATES, WrittenDates
from clockify_desktop.export.clockify_layout import (
    as_clockify,
    detailed_columns,
    summary_lines,
)
from clockify_desktop.export.csv_file import PLAIN, CsvSyntax, csv_lines, excel
from clockify_desktop.export.entry_file import entry_columns
from clockify_desktop.export.entry_lines import entry_lines
from clockify_desktop.export.regional_signs import RegionalSigns
from tests.conftest import FULL
from tests.domain.few_entries import One, entries_of

OFFICE: Final = shutil.which("soffice")
pytestmark = [
    pytest.mark.proof,
    pytest.mark.skipif(not FULL, reason="LibreOffice is started by make proofs alone"),
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice Calc is not installed"),
]

SIGNS: Final = ("=", "+", "-", "@", "\u2212", "\ufe62", "\uff0b", "\uff1d", "\uff20")
BEFORE: Final = ("", " ", "\u00a0", "\u200b", "\u3000", "\ufeff", "\u2800")
HOSTILE: Final = (
    *(f"{before}{sign}2*3" for before in BEFORE for sign in SIGNS),
    *("\t=1+1", "\r=1+1", '=HYPERLINK("http://x.example";"y")', "=cmd|' /C calc'!A0"),
    *('",=1+1', '";=1+1', "=1+1;=1+1", "-1+1", "+A1", "a\n=1+1"),
)
FIRST: Final = date(2026, 11, 16)
QUERY: Final = ReportQuery(
    Workspace(WorkspaceId("w"), "=1+1", "EUR"),
    Period(FIRST, FIRST + timedelta(days=len(HOSTILE))),
    "Europe/Berlin",
    0,
)
# How it is written, by which language it is read, and how dates are written.
KINDS: Final = {
    "comma": (PLAIN, 1033, CLOCKIFY_DATES),
    "semicolon": (
        excel(RegionalSigns(";", ",")),
        1031,
        WrittenDates("DD.MM.YYYY", half_days=False),
    ),
}
# What the titles of columns say of what stands below.
NUMBERS: Final = ("_seconds", "_hours", "(decimal)", "amount", "rate", "Amount", "Rate")
DATES: Final = {"date", "day", "Date", "Start Date", "End Date", "period_start"}
TIMES: Final = {"duration_hms", "Duration (h)", "Time (h)", "Start Time", "End Time"}
_FILTER: Final = (
    "Text - txt - csv (StarCalc):{},34,76,1,,{},false,true,true,false,false,-1,true"
)
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def person(at: int) -> Person:
    text = HOSTILE[at]
    return Person(UserId(text), text, text, groups=(GroupId(f"g{at}"),))


def project(at: int) -> Project:
    text = HOSTILE[at]
    return Project(ProjectId(f"{at} {text}"), text, ClientId(f"c{at}"), text)


def files(
    syntax: CsvSyntax, dates: WrittenDates, make_report: Callable[..., Report]
) -> Iterator[tuple[str, bytes]]:
    """Write every layout, each hostile text in each column that holds texts."""
    places = range(len(HOSTILE))
    people, projects = tuple(map(person, places)), tuple(map(project, places))
    entries = entries_of(
        *(
            One(
                f"{FIRST + timedelta(days=at)} 09:05",
                90 + at,
                people[at],
                projects[at],
                HOSTILE[at],
                Task(TaskId(f"k{at}"), HOSTILE[at], projects[at]),
                (Tag(TagId(f"t{at}"), HOSTILE[at]),),
                billable=True,
                kind=HOSTILE[at],
                id=HOSTILE[at],
            )
            for at in places
        )
    )
    count = np.arange(len(HOSTILE))
    entries = replace(
        entries,
        currencies=("EUR",),
        rate_micros=count * 50_250_000,
        amount_micros=count * 10_125_555,
        currency=count * 0,
    )
    groups = tuple(UserGroup(GroupId(f"g{at}"), HOSTILE[at]) for at in places)
    directory = Directory(people=people, projects=projects, groups=groups)
    columns = entry_columns(entries, directory, QUERY, syntax)
    yield "entries", b"".join(entry_lines(columns, count, syntax))
    quoted = as_clockify(syntax)
    columns = detailed_columns(entries, count, directory, QUERY, dates, quoted)
    yield "clockify-detailed", b"".join(entry_lines(columns, count, quoted))
    facts = [(at, at, FIRST, 3600 + at, 60, 10_125_555, 0) for at in places]
    report = make_report(facts, people, projects, directory=directory)
    for name, levels in (
        ("rows", [Level.USER, Level.PROJECT, Level.DAY]),
        ("groups", [Level.GROUP]),
    ):
        table = table_of(report, levels)
        yield name, b"".join(csv_lines(table, QUERY, syntax))
        lines = summary_lines(table, dates, syntax)
        yield f"clockify-summary-{name}", b"".join(lines)


def opened(folder: Path, separator: str, language: int) -> None:
    """Let LibreOffice read all files of a folder."""
    assert OFFICE is not None
    subprocess.run(
        [
            OFFICE,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            f"--infilter={_FILTER.format(ord(separator), language)}",
            *("--convert-to", "fods", "--outdir", str(folder)),
            *map(str, sorted(folder.glob("*.csv"))),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )


def cells_of(sheet: Path) -> list[list[dict[str, str]]]:
    """Read the attributes of all cells, a list a row."""
    tree = ET.parse(sheet)  # noqa: S314 - LibreOffice has just written it
    return [
        list(
            chain.from_iterable(
                repeat(
                    {name.rpartition("}")[2]: value for name, value in cell.items()},
                    min(int(cell.get(f"{_TABLE}number-columns-repeated", "1")), 99),
                )
                for cell in row
            )
        )
        for row in tree.iter(f"{_TABLE}table-row")
    ]


def expected(title: str, field: str) -> str | None:
    """Tell what a spreadsheet must take a field for, ``None`` where all is right."""
    if not field:
        return None
    if title.startswith(NUMBERS) or title.endswith(NUMBERS):
        return "float"
    if title in DATES:
        return "date"
    if title in TIMES:
        return "time"
    return "string" if any(one.strip() in field for one in HOSTILE) else None


def checked(path: Path, syntax: CsvSyntax) -> Counter[str]:
    """Compare what LibreOffice read with what was written; count what was right."""
    cells = cells_of(path.with_suffix(".fods"))
    assert not [one for row in cells for one in row if "formula" in one], path.name
    text = io.StringIO(path.read_text(syntax.encoding), newline="")
    head, *rows = csv.reader(text, delimiter=syntax.separator)
    assert len(cells) > len(rows) >= len(HOSTILE)
    counts = Counter[str]()
    for row, told in zip(rows, cells[1:], strict=False):
        for title, field, cell in zip(head, row, told, strict=False):
            kind = expected(title, field)
            if kind is None:
                continue
            assert cell.get("value-type") == kind, f"{path.name}: {title}: {field!r}"
            if kind == "float":
                number = float(field.replace(syntax.decimal_sign, "."))
                assert float(cell["value"]) == pytest.approx(number)
            counts[kind] += 1
    return counts


@pytest.mark.parametrize("kind", KINDS)
def test_no_text_is_run_and_numbers_and_dates_are_such(
    kind: str,
    make_report: Callable[..., Report],
    tmp_path: Path,
    figure: Callable[[str, str], None],
) -> None:
    assert len(HOSTILE) >= 60
    syntax, language, dates = KINDS[kind]
    for guards in (True, False):
        folder = tmp_path / f"{'guarded' if guards else 'control'}"
        folder.mkdir()
        how = replace(syntax, guards=guards)
        for name, content in files(how, dates, make_report):
            (folder / f"{name}.csv").write_bytes(content)
        opened(folder, syntax.separator, language)
    for sheet in (tmp_path / "control").glob("*.fods"):
        cells = chain.from_iterable(cells_of(sheet))
        assert any("formula" in cell for cell in cells), sheet.name
    paths = sorted((tmp_path / "guarded").glob("*.csv"))
    counts = sum((checked(path, syntax) for path in paths), Counter[str]())
    assert set(counts) == {"string", "float", "date", "time"}
    assert min(counts.values()) >= len(HOSTILE)
    said = ", ".join(f"{count:,} {what}" for what, count in sorted(counts.items()))
    figure(f"LibreOffice, {kind}, {len(HOSTILE)} hostile texts", f"0 formulas; {said}")
