"""Reports from files that Clockify exported, as the command line makes them."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from clockify_desktop.cli.program import run
from tests.csv_import.exported import ENGLISH, table

Run = Callable[..., tuple[int, bytes, str]]

HOUR = {"Start Date": "11/16/2026", "Start Time": "09:00:00", "User": "Ann"}
HOUR |= {"Duration (h)": "01:00:00", "Billable": "Yes", "Project": "Web"}
IDS = "note: Ids are made from names and e-mail addresses: exports have none.\n"
BERLIN = ("--time-zone", "Europe/Berlin")


@pytest.fixture
def offline(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run a command without a key, an account or anybody to ask."""

    def call(*words: str) -> tuple[int, bytes, str]:
        code = run(words)
        captured = capfdbinary.readouterr()
        return code, captured.out, captured.err.decode()

    return call


def rows_of(written: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written.decode(), newline="")))


def facts(rows: list[dict[str, str]]) -> list[tuple[str, ...]]:
    """Keep what does not depend on ids; money to the cent, as exports have it."""
    names = ("user", "user_email", "project", "client", "task", "tags", "group", "day")
    return sorted(
        (
            *(row[name] for name in names if name in row),
            *(row["duration_seconds"], row["billable_seconds"], row["currency"]),
        )
        for row in rows
        if row["duration_seconds"] != "0"
    )


@pytest.mark.parametrize(
    "levels", ["user,project,day", "group,task,tags", "client,tag,week"]
)
def test_an_export_of_ours_is_read_back_to_the_same_facts(
    cli: Run, offline: Run, tmp_path: Path, levels: str
) -> None:
    path = tmp_path / "Clockify_Time_Report_Detailed_28_09_2026-22_11_2026.csv"
    days = ("--period", "2026-09-28..2026-11-22")
    layout = ("--layout", "clockify-detailed", "--output", str(path))
    code, _, _ = cli("report", *days, *layout)
    assert code == 0
    asked = ("report", *days, "--group-by", levels, "--no-zero")
    code, fetched, _ = cli(*asked)
    assert code == 0
    read = ("report", "--from", str(path), *BERLIN, "--group-by", levels, "--no-zero")
    code, told, said = offline(*read)
    assert code == 0
    theirs, ours = rows_of(fetched), rows_of(told)
    assert facts(ours) == facts(theirs)
    assert len(ours) > 50
    for currency in ("EUR", "USD"):
        sums = [
            sum(
                float(row["amount"] or 0) for row in rows if row["currency"] == currency
            )
            for rows in (theirs, ours)
        ]
        # Each of three thousand entries may be half a cent off.
        assert abs(sums[0] - sums[1]) < 0.005 * 3000
    assert IDS in said
    assert "could not be read" not in said
    assert "has no column" not in said


def test_the_period_is_the_whole_file_unless_given(
    offline: Run, tmp_path: Path
) -> None:
    path = tmp_path / "two days.csv"
    path.write_bytes(table(ENGLISH, HOUR, {**HOUR, "Start Date": "11/18/2026"}))
    code, out, err = offline("report", "--from", str(path), *BERLIN)
    assert (code, err) == (0, IDS)
    (row,) = rows_of(out)
    assert row["duration_seconds"] == "7200"
    assert (row["period_start"], row["period_end"]) == ("2026-11-16", "2026-11-18")
    assert (row["workspace"], row["time_zone"]) == ("two days", "Europe/Berlin")
    assert row["user_id"].startswith("csv-")
    day = ("--period", "2026-11-18", "--user", "Ann", "--project", "web")
    code, out, _ = offline("report", "--from", str(path), *BERLIN, *day)
    assert [one["duration_seconds"] for one in rows_of(out)] == ["3600"]
    code, _, err = offline("report", "--from", str(path), *BERLIN, "--period", "today")
    assert code == 1
    assert "is in the file: It holds" in err


def test_rows_that_cannot_be_read_are_said_and_strict_fails(
    offline: Run, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(table(ENGLISH, HOUR, {"User": "x"}, {**HOUR, "Start Time": "?"}))
    said = "note: 2 rows of a.csv could not be read: line 3, line 4.\n"
    words = ("report", "--from", str(path), *BERLIN)
    code, out, err = offline(*words, "--strict", "--format", "json")
    assert (code, err) == (3, said + IDS)
    document = json.loads(out)
    assert document["notes"] == [line[6:] for line in (said + IDS).splitlines()]
    assert document["unreadable_entries"] == 2


@pytest.mark.parametrize(
    "page", ["who-logged", "capacity", "trend", "projects", "to-check", "overview"]
)
def test_pages_say_what_they_do_not_know(
    offline: Run, tmp_path: Path, page: str
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(table(ENGLISH, HOUR, {**HOUR, "Start Date": "11/18/2026"}))
    words = ("report", "--from", str(path), *BERLIN, "--format", "table")
    code, out, err = offline(*words, "--page", page)
    assert code == 0
    assert b"16\xe2\x80\x9318 Nov 2026" in out
    assert ("Clockify exports time entries alone." in err) == (
        page in {"who-logged", "capacity", "projects", "trend"}
    )


def test_several_files_and_dates_that_somebody_has_to_explain(
    offline: Run, tmp_path: Path
) -> None:
    unclear = {**HOUR, "Start Date": "03/04/2026"}
    path, other = tmp_path / "a.csv", tmp_path / "b.csv"
    path.write_bytes(table(ENGLISH, unclear))
    other.write_bytes(table(ENGLISH, unclear, {**unclear, "User": "Bob"}))
    words = ("report", "--from", str(path), str(other), *BERLIN)
    code, out, err = offline(*words)
    assert (code, out) == (1, b"")
    assert err == (
        "error: a.csv does not tell the day from the month, as in 03/04/2026: Give"
        " --date-order mdy or dmy.\n"
    )
    code, out, err = offline(*words, "--date-order", "dmy")
    assert code == 0
    rows = rows_of(out)
    assert [(one["user"], one["duration_seconds"]) for one in rows] == [
        ("Ann", "3600"),
        ("Bob", "3600"),
    ]
    assert rows[0]["period_start"] == "2026-04-03"
    assert "1 row stands in several files and counts once." in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--from", "a.csv", "--demo"), "--demo and --from exclude each other"),
        (("--from", "a.csv", "--account", "A"), "--account and --from exclude"),
        (("--from", "a.csv", "--workspace", "W"), "--workspace and --from exclude"),
        (("--period", "today", "--date-order", "mdy"), "--date-order is of files"),
        (
            ("--period", "today", "--date-order", "my"),
            "--date-order is one of mdy, dmy",
        ),
        ((), "This needs --period"),
    ],
)
def test_what_does_not_go_together_is_refused(
    offline: Run, words: tuple[str, ...], said: str
) -> None:
    code, _, err = offline("report", *words)
    assert code == 2
    assert err.startswith(f"error: {said}")


def test_an_export_is_written_again_as_it_was(offline: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    amount = "Billable Amount (EUR)"
    path.write_bytes(table(ENGLISH, {**HOUR, "Start Time": "09:00:00 AM", amount: "5"}))
    words = ("report", "--from", str(path), *BERLIN, "--layout", "clockify-detailed")
    code, out, _ = offline(*words)
    assert code == 0
    (row,) = rows_of(out)
    assert (row["Start Date"], row["Start Time"]) == ("11/16/2026", "09:00:00 AM")
    assert (row["Duration (h)"], row[amount]) == ("01:00:00", "5.00")
