import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from clockify_desktop.pages.registry import PAGES
from tests.sheets import as_csv, opened, rows_of

Run = Callable[..., tuple[int, bytes, str]]
WEEK = ("report", "--period", "2026-W47")
ABOUT = "About this file"


def csv_rows(written: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written.decode(), newline="")))


def same(sheet: object, out: bytes) -> None:
    """Hold a sheet against the CSV of the same page, cell by cell."""
    lines, rows = csv_rows(out), rows_of(sheet)
    assert len(rows) == len(lines) > 0
    for row, line in zip(rows, lines, strict=True):
        found = dict(as_csv(row, line))
        assert found == {name: line[name] for name in found}
        # The others say the same durations again.
        assert all(name.endswith(("_hours", "_hms")) for name in {*line} - {*found})


def test_the_whole_review_is_the_csv_of_each_page(cli: Run, tmp_path: Path) -> None:
    target = tmp_path / "review.xlsx"
    code, out, err = cli(*WEEK, "--page", "review", "--output", str(target))
    assert (code, out, err) == (0, b"", "")
    workbook = opened(target.read_bytes())
    assert workbook.sheetnames == [ABOUT, *(page.title for page in PAGES)]
    for page in PAGES:
        _, out, _ = cli(*WEEK, "--page", page.key, "--no-formula-guard")
        same(workbook[page.title], out)
    about = {row[0].value: row[1].value for row in workbook[ABOUT].iter_rows()}
    assert about["Personal data"] == "Contains personal data"
    assert about["Workspace"] == "Acme Studio"


@pytest.mark.parametrize(
    "words",
    [
        ("--group-by", "client,month,user", "--only", "billable"),
        ("--page", "to-check", "--choose", "rules=all"),
        ("--layout", "entries"),
        ("--layout", "entries", "--no-descriptions", "--only", "billable"),
        ("--columns", "duration_seconds,amount,currency,user", "--no-zero"),
        ("--no-amounts", "--user", "Amara Okafor"),
    ],
)
def test_a_page_is_its_csv(cli: Run, words: tuple[str, ...]) -> None:
    code, out, err = cli(*WEEK, *words, "--format", "xlsx")
    assert (code, err) == (0, "")
    workbook = opened(out)
    about, sheet = workbook.worksheets
    assert about.title == ABOUT
    _, plain, _ = cli(*WEEK, *words, "--no-formula-guard")
    same(sheet, plain)


def test_a_grid_has_durations_of_days_across(cli: Run) -> None:
    grid = (*WEEK, "--layout", "grid", "--group-by", "user,day")
    workbook = opened(cli(*grid, "--format", "xlsx")[1])
    lines = csv_rows(cli(*grid, "--no-formula-guard")[1])
    for row, line in zip(rows_of(workbook.worksheets[1]), lines, strict=True):
        assert row["user"].value == line["user"]
        seconds = row["total"].value.total_seconds()
        assert f"{seconds / 3600:.2f}" == f"{float(line['total_hours']):.2f}"
        assert (row["2026-11-16"].value is None) == (line["2026-11-16"] == "")


def test_names_and_descriptions_are_left_out(cli: Run) -> None:
    review = (*WEEK, "--page", "review", "--format", "xlsx", "--no-amounts")
    _, out, _ = cli(*review, "--hide-names", "--no-descriptions")
    workbook = opened(out)
    texts = [
        str(cell.value) for sheet in workbook for row in sheet.rows for cell in row
    ]
    assert "Names are hidden" in texts
    assert any(text.startswith("Person ") for text in texts)
    for secret in ("Okafor", "amara", "@"):
        assert not [text for text in texts if secret in text]
    assert not {"amount", "currency", "description"} & {*texts}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--separator", "tab"), "--separator is of CSV, not of xlsx"),
        (("--dialect", "excel"), "--dialect is of CSV, not of xlsx"),
        (("--layout", "clockify-detailed"), "--layout is of CSV, not of xlsx"),
        (("--no-formula-guard",), "--no-formula-guard is of CSV, not of xlsx"),
        (("--paper", "a4"), "A xlsx has no paper"),
        (("--columns", "nobody"), "There is no column “nobody”"),
        (("--page", "review", "--columns", "user"), "--columns is of a single page"),
        (("--layout", "grid", "--columns", "user"), "--columns is not of a grid"),
    ],
)
def test_what_a_spreadsheet_has_not_is_refused(
    cli: Run, words: tuple[str, ...], said: str
) -> None:
    code, out, err = cli(*WEEK, "--format", "xlsx", *words)
    assert (code, out) == (2, b"")
    assert said in err
