"""What the window saves is, byte for byte, what the command line writes."""

import asyncio
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from clockify_desktop.api.client_factory import open_clockify
from clockify_desktop.domain.facts import Selection
from clockify_desktop.domain.presets import parse_period
from clockify_desktop.domain.report import Report
from clockify_desktop.export.csv_file import FileFormat
from clockify_desktop.services.connection import from_environment
from clockify_desktop.services.report_request import ReportRequest, request_report
from clockify_desktop.viewmodels.export import ExportViewModel
from clockify_desktop.viewmodels.export_state import ExportState, SavePhase
from clockify_desktop.viewmodels.report_view import (
    ChartSelection,
    Order,
    Rows,
    Series,
    ViewOptions,
)
from clockify_desktop.viewmodels.scene import Scene, scene_of

Run = Callable[..., tuple[int, bytes, str]]
WEEK = "2026-W47"


def asked(
    people: tuple[str, ...] = (), projects: tuple[str, ...] = ()
) -> tuple[Report, Selection]:
    async def ask() -> tuple[Report, Selection]:
        connection = from_environment(os.environ)
        assert connection is not None
        request = ReportRequest(None, parse_period(WEEK), None, people, projects)
        async with open_clockify(connection.hosts, connection.credential) as clockify:
            return await request_report(clockify, request, datetime.now(UTC))

    return asyncio.run(ask())


def saved(report: Report, scene: Scene, file_format: FileFormat, path: Path) -> bytes:
    async def save() -> None:
        model = ExportViewModel()
        ended = asyncio.Event()

        def look(state: ExportState) -> None:
            if state.phase in {SavePhase.SAVED, SavePhase.FAILED}:
                ended.set()

        model.changed.connect(look)
        model.offer(report, scene, file_format, ",")
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
        ((), (), (), ViewOptions(order=Order.TIME)),
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
            ViewOptions(Rows.PEOPLE, Series.CLIENTS),
        ),
        (("--group-by", "group"), (), (), ViewOptions(Rows.TEAMS, Series.BILLABLE)),
        (
            ("--group-by", "client,user"),
            (),
            (),
            ViewOptions(Rows.CLIENTS, Series.PEOPLE, Order.TIME),
        ),
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
    report, selection = asked(people, projects)
    scene = scene_of(report, selection, view)
    code, out, err = cli("report", "--period", WEEK, *words)
    assert (code, err) == (0, "")
    assert out.count(b"\n") > 2
    assert saved(report, scene, FileFormat.PLAIN, tmp_path / "week.csv") == out


def test_a_focus_is_what_the_command_line_would_narrow_to(
    cli: Run, tmp_path: Path
) -> None:
    report, selection = asked()
    research = next(one for one in report.facts.projects if one.name == "Research")
    focus = ChartSelection(frozenset(), frozenset({f"one:{research.id}"}))
    scene = scene_of(report, selection, ViewOptions(focus=focus))
    assert scene.focus_words == ("Research",)
    _, out, _ = cli("report", "--period", WEEK, "--project", str(research.id))
    assert saved(report, scene, FileFormat.PLAIN, tmp_path / "week.csv") == out


def test_for_a_spreadsheet(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report, selection = asked()
    scene = scene_of(report, selection, ViewOptions())
    monkeypatch.setattr("locale.localeconv", lambda: {"decimal_point": ","})
    _, out, _ = cli("report", "--period", WEEK, "--dialect", "excel")
    assert saved(report, scene, FileFormat.EXCEL, tmp_path / "week.csv") == out
