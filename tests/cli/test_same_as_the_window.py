"""What the window saves is, byte for byte, what the command line writes."""

import asyncio
import os
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from clockify_desktop.api.client_factory import open_clockify
from clockify_desktop.domain.presets import parse_period
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import Selection
from clockify_desktop.export.file_choice import FileChoice, FileProgram
from clockify_desktop.export.picture import picture_bytes, picture_foot, picture_note
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.chart_selection import ChartSelection
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.where import WHERE, WhereContent, where_content
from clockify_desktop.services.connection import from_environment
from clockify_desktop.services.report_request import ReportRequest, request_page
from clockify_desktop.viewmodels.export import ExportViewModel
from clockify_desktop.viewmodels.export_state import ExportState, SavePhase
from tests.viewmodels.file_sources import COMMA, source

Run = Callable[..., tuple[int, bytes, str]]
WEEK = "2026-W47"
_FETCHED = re.compile(rb"Fetched [\w :]+")


def asked(
    people: tuple[str, ...] = (), projects: tuple[str, ...] = ()
) -> tuple[Report, Selection, Answers]:
    async def ask() -> tuple[Report, Selection, Answers]:
        connection = from_environment(os.environ)
        assert connection is not None
        request = ReportRequest(None, parse_period(WEEK), None, people, projects)
        async with open_clockify(connection.hosts, connection.credential) as clockify:
            return await request_page(clockify, request, WHERE, datetime.now(UTC))

    return asyncio.run(ask())


def saved(content: WhereContent, program: FileProgram, path: Path) -> bytes:
    async def save() -> None:
        model = ExportViewModel()
        ended = asyncio.Event()

        def look(state: ExportState) -> None:
            if state.phase in {SavePhase.SAVED, SavePhase.FAILED}:
                ended.set()

        model.changed.connect(look)
        offered = source(content, content.report, signs=COMMA)
        model.offer(offered, FileChoice(program, amounts=True))
        model.save(path)
        async with asyncio.timeout(20):
            await ended.wait()
        await model.close()

    asyncio.run(save())
    return path.read_bytes()


@pytest.mark.parametrize(
    ("words", "people", "projects", "view"),
    [
        ((), (), (), ViewOptions()),
        ((), (), (), ViewOptions({"order": "time"})),
        (
            ("--user", "Priya Raman", "--user", "Elif Yılmaz"),
            ("Priya Raman", "Elif Yılmaz"),
            (),
            ViewOptions(),
        ),
        (
            ("--project", "Research", "--group-by", "user,client"),
            (),
            ("Research",),
            ViewOptions({"rows": "user", "colors": "client"}),
        ),
        (
            ("--group-by", "group"),
            (),
            (),
            ViewOptions({"rows": "group", "colors": "billable"}),
        ),
        (
            ("--group-by", "client,user"),
            (),
            (),
            ViewOptions({"rows": "client", "colors": "user", "order": "time"}),
        ),
        (("--only", "not-billable"), (), (), ViewOptions({"billable": "not-billable"})),
    ],
)
def test_plain_csv(
    cli: Run,
    tmp_path: Path,
    words: tuple[str, ...],
    people: tuple[str, ...],
    projects: tuple[str, ...],
    view: ViewOptions,
) -> None:
    report, selection, _ = asked(people, projects)
    content = where_content(report, selection, view)
    code, out, err = cli("report", "--period", WEEK, *words)
    assert (code, err) == (0, "")
    assert out.count(b"\n") > 2
    assert saved(content, FileProgram.PLAIN, tmp_path / "week.csv") == out


@pytest.mark.parametrize(
    ("levels", "choices"),
    [
        ("user,project", {}),
        ("group,project", {"rows": "group"}),
        ("user", {"colors": "user"}),
        ("day,client", {"rows": "day", "colors": "client"}),
        ("user,project", {"billable": "billable"}),
    ],
)
def test_picture(
    cli: Run, tmp_path: Path, levels: str, choices: dict[str, str]
) -> None:
    report, selection, answers = asked()
    view = ViewOptions(choices)
    content = WHERE.content(answers, report.query, selection, view)
    assert content is not None
    target = tmp_path / "week.svg"
    only = ("--only", choices["billable"]) if "billable" in choices else ()
    words = ("--group-by", levels, *only, "--output", str(target))
    code, _, err = cli("report", "--period", WEEK, *words)
    noted = picture_note(content.picture, report.query.workspace.name)
    assert (code, err) == (0, f"note: {noted}\n" if noted else "")
    foot = picture_foot(content.query, content.fetched_at, sample=False)
    drawn = picture_bytes(content.picture, "svg", foot=foot)
    # They were fetched one after the other.
    ours, theirs = (_FETCHED.sub(b"", one) for one in (drawn, target.read_bytes()))
    assert ours == theirs
    assert len(ours) < len(drawn)


def test_a_focus_is_what_the_command_line_would_narrow_to(
    cli: Run, tmp_path: Path
) -> None:
    report, selection, _ = asked()
    research = next(one for one in report.facts.projects if one.name == "Research")
    focus = ChartSelection(frozenset(), frozenset({f"one:{research.id}"}))
    content = where_content(report, selection, ViewOptions(selected=focus))
    assert [chip.words() for chip in content.chips] == ["Research"]
    _, out, _ = cli("report", "--period", WEEK, "--project", str(research.id))
    assert saved(content, FileProgram.PLAIN, tmp_path / "week.csv") == out


def test_for_a_spreadsheet(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report, selection, _ = asked()
    content = where_content(report, selection, ViewOptions())
    monkeypatch.setattr("locale.localeconv", lambda: {"decimal_point": ","})
    _, out, _ = cli("report", "--period", WEEK, "--dialect", "excel")
    assert saved(content, FileProgram.EXCEL, tmp_path / "week.csv") == out
