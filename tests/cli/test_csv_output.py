import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from clockify_desktop.services import profile

Run = Callable[..., tuple[int, bytes, str]]

WEEK = ("report", "--period", "2026-W47")


def rows_of(written: bytes, **how: str) -> list[dict[str, str]]:
    text = written.decode(how.pop("encoding", "utf-8"))
    return list(csv.DictReader(io.StringIO(text, newline=""), **how))  # type: ignore[arg-type]


def seconds_of(text: str) -> int:
    hours, minutes, seconds = map(int, text.split(":"))
    return 3600 * hours + 60 * minutes + seconds


def test_every_layout_adds_up_to_the_same(cli: Run) -> None:
    code, out, err = cli(*WEEK)
    total_s = sum(int(row["duration_seconds"]) for row in rows_of(out))
    amounts = sum(
        float(row["amount"]) for row in rows_of(out) if row["currency"] == "EUR"
    )
    code, out, err = cli(*WEEK, "--layout", "entries")
    assert (code, err) == (0, "")
    entries = rows_of(out)
    assert sum(int(row["duration_seconds"] or 0) for row in entries) == total_s
    earned = sum(
        float(row["amount"] or 0) for row in entries if row["currency"] == "EUR"
    )
    assert earned == pytest.approx(amounts)
    for layout in ("clockify-detailed", "clockify-summary"):
        code, out, err = cli(*WEEK, "--layout", layout)
        assert (code, err) == (0, "")
        rows = rows_of(out)
        title = "Duration (h)" if layout == "clockify-detailed" else "Time (h)"
        assert sum(seconds_of(row[title]) for row in rows if row[title]) == total_s
        assert any("Amount (EUR)" in name for name in rows[0])
        assert all(int(row["Start Date"][:2]) for row in rows if "Start Date" in row)


def test_what_was_invoiced_is_written_where_it_is_asked_for(cli: Run) -> None:
    layout = ("report", "--period", "2026-W45", "--layout", "clockify-detailed")
    code, out, _ = cli(*layout)
    assert code == 0
    usual = rows_of(out)
    assert "Invoiced" not in usual[0]
    code, out, _ = cli(*layout, "--columns", "Invoiced,Billable")
    assert code == 0
    rows = rows_of(out)
    assert list(rows[0]) == ["Invoiced", "Billable"]
    assert [row["Billable"] for row in rows] == [row["Billable"] for row in usual]
    told = {(row["Invoiced"], row["Billable"]) for row in rows}
    assert told == {("Yes", "Yes"), ("No", "Yes"), ("No", "No")}
    code, _, err = cli(*layout, "--columns", "Invoice ID")
    assert code == 2
    assert "There is no column “Invoice ID”" in err


def test_entries_are_narrowed_as_the_report_is(cli: Run) -> None:
    chosen = ("--client", "Northwind Traders", "--only", "billable")
    _, out, _ = cli(*WEEK, *chosen)
    total_s = sum(int(row["duration_seconds"]) for row in rows_of(out))
    code, out, err = cli(*WEEK, *chosen, "--layout", "entries", "--no-descriptions")
    assert (code, err) == (0, "")
    rows = rows_of(out)
    assert sum(int(row["duration_seconds"] or 0) for row in rows) == total_s > 0
    assert {row["client"] for row in rows} == {"Northwind Traders"}
    assert {row["billable"] for row in rows} == {"yes"}
    assert "description" not in rows[0]


def test_names_amounts_and_descriptions_are_left_out(cli: Run) -> None:
    leave = ("--hide-names", "--no-amounts", "--no-descriptions")
    code, out, _ = cli(*WEEK, "--layout", "clockify-detailed", *leave)
    assert code == 0
    rows = rows_of(out)
    assert all(row["User"].startswith("Person ") for row in rows)
    assert {row["Email"] for row in rows} == {""}
    assert not {one for one in rows[0] if "(EUR)" in one or one == "Description"}
    code, out, _ = cli(*WEEK, "--no-amounts")
    assert not {"amount", "currency"} & set(rows_of(out)[0])


def test_signs_and_columns_are_as_somebody_chose(cli: Run) -> None:
    signs = ("--separator", "semicolon", "--decimal-sign", "comma")
    columns = ("--columns", "duration_hours, project")
    more = ("--encoding", "UTF16", "--no-formula-guard")
    code, out, err = cli(*WEEK, *signs, *columns, *more)
    assert (code, err) == (0, "")
    rows = rows_of(out, encoding="utf-16", delimiter=";")
    assert list(rows[0]) == ["duration_hours", "project"]
    assert all("," in row["duration_hours"] for row in rows)
    assert any(row["project"].startswith("=") for row in rows)
    code, _, err = cli(*WEEK, "--columns", "projct")
    assert code == 2
    assert "The nearest is project;" in err


def test_a_text_without_a_place_leaves_the_earlier_file(
    cli: Run, tmp_path: Path
) -> None:
    target = tmp_path / "week.csv"
    target.write_bytes(b"earlier")
    code, out, err = cli(*WEEK, "--encoding", "ascii", "--output", str(target))
    assert (code, out) == (1, b"")
    assert "cannot be written in ascii" in err
    assert target.read_bytes() == b"earlier"
    assert [*tmp_path.iterdir()] == [target]
    code, out, err = cli(*WEEK, "--encoding", "ascii", "--layout", "clockify-detailed")
    assert (code, out) == (1, b"")


def test_a_date_format_that_is_not_known_is_said(
    cli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(profile, "written_dates", lambda *_: None)
    for layout in ("clockify-detailed", "clockify-summary"):
        code, _, err = cli(*WEEK, "--layout", layout)
        assert code == 0
        assert "The date format DD/MM/YYYY of your profile is not known" in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--separator", "comma", "--decimal-sign", "comma"), "are the same"),
        (("--decimal-sign", "comma"), "are the same"),
        (("--encoding", "idna"), "cannot have this encoding"),
        (("--columns", "user,,project"), "empty name"),
        (("--columns", "user,user"), "stands twice"),
        (("--columns", "user", "--layout", "grid"), "not of a grid"),
        (("--layout", "entries", "--group-by", "user"), "a row for each entry"),
        (("--layout", "entries", "--rounding", "up:15"), "as Clockify counts them"),
        (("--layout", "entries", "--page", "changed"), "is of the page where"),
        (("--layout", "entries", "--format", "json"), "--layout is of CSV"),
        (("--no-amounts", "--format", "table"), "--no-amounts is of CSV"),
        (("--dialect", "excel", "--format", "json"), "--dialect is of CSV"),
    ],
)
def test_what_does_not_go_together_is_refused(
    cli: Run, words: tuple[str, ...], said: str
) -> None:
    code, out, err = cli(*WEEK, *words)
    assert (code, out) == (2, b"")
    assert said in err
