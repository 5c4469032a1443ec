import csv
import io
import json
import os
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from clockify_desktop.cli.page_report import page_text
from clockify_desktop.domain.durations import hours_and_minutes
from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.domain.review_records import DayOff
from clockify_desktop.domain.selection import EVERYTHING
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.page_keys import GROUPED_KEY, PAGE_KEYS
from clockify_desktop.pages.registry import GROUPED, OVERVIEW, PAGES, QUESTIONS
from clockify_desktop.sample.ids import Kind, sample_id
from clockify_desktop.services.connection import (
    CORE_URL,
    KEY,
    REPORTS_URL,
    from_environment,
)
from clockify_desktop.services.switched_off import page_left
from clockify_desktop.store.folders import VARIABLE
from clockify_desktop.store.policy import Policy
from clockify_desktop.store.review_file import ReviewFile, review_path
from tests.charts.pdf_text import written_pages
from tests.pages.five_weeks import HOUR, answers_of, query_of

Run = Callable[..., tuple[int, bytes, str]]
WEEK = ("report", "--period", "2026-W47")
CHANGED = (*WEEK, "--page", "changed")


def rows_of(written: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written.decode(), newline="")))


def total_s(cli: Run, week: str) -> int:
    _, out, _ = cli("report", "--period", week)
    return sum(int(row["duration_seconds"]) for row in rows_of(out))


@pytest.mark.parametrize("rows", ["user", "project", "client"])
def test_a_page_adds_up_to_the_reports_of_its_weeks(cli: Run, rows: str) -> None:
    code, out, err = cli(*CHANGED, "--choose", f"rows={rows}")
    assert (code, err) == (0, "")
    read = rows_of(out)
    assert {row["period_start"] for row in read} == {"2026-11-16"}
    assert {row["before_start"] for row in read} == {"2026-11-09"}
    for week, column in (("2026-W47", "now_seconds"), ("2026-W46", "before_seconds")):
        assert sum(int(row[column] or 0) for row in read) == total_s(cli, week)


def test_a_table_for_reading_says_what_it_is(cli: Run) -> None:
    code, out, err = cli(*CHANGED, "--format", "table")
    assert (code, err) == (0, "")
    title, sentence, blank, head, rule, *_ = out.decode().splitlines()
    assert title.startswith("What changed · Acme Studio · 16\u201322 Nov 2026")
    assert " than the week before, " in sentence
    assert blank == ""
    assert head.split() == ["Project", "Now", "Before", "Change", "Mean", "of", "4"]
    assert set(rule) == {"-"}


def test_the_overview_is_read_by_its_questions_and_figures() -> None:
    query = query_of()
    answers = answers_of(query, [[(0, 0, 0, HOUR)], [(0, 0, 0, HOUR)]])
    content = OVERVIEW.content(answers, query, EVERYTHING, ViewOptions())
    assert content is not None
    _, said, _, *lines = page_text(content).splitlines()
    assert said == content.sentence
    names = [line.split(":")[0] for line in lines[: len(QUESTIONS)]]
    assert names == [page.title for page in QUESTIONS]
    assert lines[len(QUESTIONS) + 1].split() == [
        "Figure",
        "This",
        "Before",
        "Mean",
        *("of", "4"),
    ]
    # There is no total, and no room for one.
    assert "" not in lines[len(QUESTIONS) + 1 :]


def test_json_and_a_picture(cli: Run, tmp_path: Path) -> None:
    code, out, _ = cli(*CHANGED, "--format", "json", "--user", "Amara Okafor")
    document = json.loads(out)
    assert code == 0
    assert document["total_seconds"] == sum(
        row["now_seconds"] or 0 for row in document["rows"]
    )
    target = tmp_path / "changed.png"
    code, out, err = cli(*CHANGED, "--output", str(target))
    assert (code, out, err) == (0, b"", "")
    assert target.read_bytes().startswith(b"\x89PNG")


def test_the_page_where_is_the_one_without_a_name(cli: Run) -> None:
    assert GROUPED.key == GROUPED_KEY
    by_client = ("--group-by", "client")
    assert cli(*WEEK, *by_client) == cli(*WEEK, "--page", "where", *by_client)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--page", "nowhere"), "There is no page “nowhere”"),
        (("--page", "nowhere"), ", ".join(page.key for page in PAGES)),
        (
            ("--page", "changed", "--group-by", "user"),
            "--group-by is of the page where",
        ),
        (
            ("--page", "changed", "--only", "billable"),
            "--only is of the page where",
        ),
        (("--choose", "rows=user"), "--choose is of other pages than where"),
        (("--page", "changed", "--choose", "colour=1"), "It has: rows, against, order"),
        (("--page", "changed", "--choose", "rows=day"), "“day” is no choice of rows"),
        (("--page", "changed", "--choose", "rows=day"), "user, project, client"),
    ],
)
def test_what_no_page_has_is_said(cli: Run, words: list[str], said: str) -> None:
    code, out, err = cli(*WEEK, *words)
    assert (code, out) == (2, b"")
    assert said in err


def test_every_page_of_the_window_has_a_key_here() -> None:
    assert [page_left(key, Policy()) for key in PAGE_KEYS] == list(PAGES)


@pytest.mark.parametrize(
    ("page", "kind", "code"),
    [("who-logged", "missing", 3), ("to-check", "to-check", 3)],
)
def test_what_asks_for_something_may_end_with_3_when_all_is_written(
    cli: Run, tmp_path: Path, page: str, kind: str, code: int
) -> None:
    words = (*WEEK, "--page", page, "--format", "csv", "--output")
    plain, failing = tmp_path / "plain.csv", tmp_path / "failing.csv"
    assert cli(*words, str(plain))[0] == 0
    assert cli(*words, str(failing), "--fail-on", kind)[0] == code
    assert failing.read_bytes() == plain.read_bytes()
    other = cli(*WEEK, "--page", "capacity", "--fail-on", kind)
    assert other[0] == 2
    assert f"is of the page {page}" in other[2]


def test_days_that_the_manager_said_in_the_window_count_here(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = (*WEEK, "--page", "who-logged", "--fail-on", "missing")
    connection = from_environment(os.environ)
    workspace = WorkspaceId(sample_id(Kind.WORKSPACE, 0))
    for name in (KEY, CORE_URL, REPORTS_URL):
        monkeypatch.delenv(name)
    monkeypatch.setenv(VARIABLE, str(tmp_path))

    async def connect(_: str | None) -> tuple[object, object]:
        return SimpleNamespace(name="mia"), connection

    monkeypatch.setattr("clockify_desktop.cli.connection.connect_account", connect)
    assert cli(*missing)[0] == 3
    # Nothing was kept, and reading makes no file.
    path = review_path(tmp_path, "mia")
    assert not path.exists()
    kept = ReviewFile(path)
    kept.keep(workspace, DayOff(None, date(2026, 11, 1), date(2026, 11, 30)))
    kept.close()
    assert cli(*missing)[0] == 0
    path.write_bytes(b"no database")
    code, _, err = cli(*missing)
    assert code == 3
    assert err.startswith("note: ")


@pytest.fixture
def policy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path))
    path = tmp_path / "clockify-desktop" / "policy.toml"
    path.parent.mkdir()
    return path


def test_a_page_that_is_off_is_not_written(cli: Run, policy: Path) -> None:
    policy.write_text('pages_off = ["changed"]')
    code, out, err = cli(*CHANGED)
    assert (code, out) == (1, b"")
    assert "switched off by the policy of this computer" in err
    _, _, err = cli(*WEEK, "--page", "nowhere")
    assert "Use one of:" in err
    assert "changed" not in err


def test_nothing_is_asked_under_a_policy_that_nobody_can_read(
    cli: Run, policy: Path
) -> None:
    policy.write_text("pages_off = [")
    code, out, err = cli(*CHANGED)
    assert (code, out) == (1, b"")
    assert "policy of this computer could not be read" in err


def test_a_policy_hides_rules_descriptions_and_names(cli: Run, policy: Path) -> None:
    to_check = (*WEEK, "--page", "to-check", "--choose", "rules=all")
    before = rows_of(cli(*to_check)[1])
    policy.write_text(
        'rules_off = ["overlapping"]\ndescriptions = false\nhide_names = true'
    )
    rows = rows_of(cli(*to_check)[1])
    gone = {row["rule"] for row in before} - {row["rule"] for row in rows}
    assert gone == {"Overlaps"}
    assert "description" in before[0]
    assert not any("description" in row or "(hidden)" in row.values() for row in rows)
    assert {row["email"] + row["user_id"] for row in rows} == {""}
    assert all(row["person"].startswith("Person ") for row in rows)


def test_the_whole_review_has_the_numbers_of_the_csv(cli: Run, tmp_path: Path) -> None:
    target = tmp_path / "review.pdf"
    review = (*WEEK, "--page", "review", "--output", str(target))
    code, out, err = cli(*review, "--paper", "letter")
    assert (code, out, err) == (0, b"", "")
    pdf = target.read_bytes()
    assert b"/MediaBox [ 0 0 792 612 ]" in pdf
    words = "".join(written_pages(pdf))
    _, out, _ = cli(*WEEK, "--group-by", "user")
    # The CSV has a row for each currency of a person.
    people: Counter[str] = Counter()
    for row in rows_of(out):
        people[row["user_id"]] += int(row["duration_seconds"])
    _, out, _ = cli(*CHANGED)
    changed = [
        int(row[name] or 0)
        for row in rows_of(out)
        for name in ("now_seconds", "before_seconds")
    ]
    for seconds in (*people.values(), people.total(), *changed):
        assert hours_and_minutes(seconds) in words
    assert "Contains personal data" in words
    assert "Priya Raman" in words


def test_names_are_hidden_in_the_whole_review(cli: Run, tmp_path: Path) -> None:
    target = tmp_path / "review.pdf"
    chosen = ("--page", "review", "--hide-names", "--output", str(target))
    assert cli(*WEEK, *chosen)[0] == 0
    words = "".join(written_pages(target.read_bytes()))
    assert "Person A" in words
    assert "Contains personal data" not in words
    assert "Priya Raman" not in words


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "The review as a whole is not written as csv"),
        (("--format", "png"), "The review as a whole is not written as png"),
        (("--format", "pdf", "--choose", "rows=user"), "--choose is of a single page"),
    ],
)
def test_what_is_not_of_the_whole_review_is_refused(
    cli: Run, words: tuple[str, ...], said: str
) -> None:
    code, out, err = cli(*WEEK, "--page", "review", *words)
    assert (code, out) == (2, b"")
    assert said in err


def test_only_a_pdf_has_paper(cli: Run) -> None:
    code, out, err = cli(*WEEK, "--paper", "a4")
    assert (code, out) == (2, b"")
    assert "A csv has no paper" in err
