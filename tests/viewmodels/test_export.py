import asyncio
import csv
import subprocess
import sys
from collections.abc import Callable, Coroutine
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from clockify_desktop.domain.directory import Person, Project
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.identity import ClientId, ProjectId, UserId
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import EVERYTHING, Selection
from clockify_desktop.export.csv_file import FileFormat
from clockify_desktop.export.regional_signs import RegionalSigns
from clockify_desktop.pages.chart_selection import ChartSelection
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.where import WhereContent, where_content
from clockify_desktop.viewmodels.export import ExportViewModel
from clockify_desktop.viewmodels.export_state import ExportState, SavePhase

DAY = date(2026, 11, 17)
PEOPLE = (
    *(Person(UserId(f"u{one}"), f"Person {one}") for one in range(3)),
    Person(UserId("idle"), "Idle"),
)
PROJECTS = tuple(
    Project(ProjectId(f"p{one:02}"), f"P{one:02}", ClientId(f"c{one % 2}"), f"C{one}")
    for one in range(12)
)

COMMA, POINT = RegionalSigns(";", ","), RegionalSigns(",", ".")


@pytest.fixture
def report(make_report: Callable[..., Report]) -> Report:
    facts: list[Any] = [
        (one % 3, one, DAY, 100 * (20 - one), 60, 1_500_000, 0) for one in range(12)
    ]
    return make_report(facts, PEOPLE, PROJECTS)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8-sig") as stream:
        return list(csv.DictReader(stream))


class Played:
    """A view model within a loop, and what it told."""

    def __init__(self) -> None:
        self.model = ExportViewModel()
        self.states: list[ExportState] = []
        self.model.changed.connect(self.states.append)

    async def saved(self, path: Path) -> ExportState:
        ended = asyncio.Event()

        def look(state: ExportState) -> None:
            if state.phase in {SavePhase.SAVED, SavePhase.FAILED}:
                ended.set()

        self.model.changed.connect(look)
        self.model.save(path)
        async with asyncio.timeout(20):
            await ended.wait()
        self.model.changed.disconnect(look)
        return self.model.state

    def play(self, script: Callable[[], Coroutine[Any, Any, None]]) -> None:
        async def main() -> None:
            await script()
            await self.model.close()

        asyncio.run(main())


def offered(content: WhereContent, **others: Any) -> ExportState:
    played = Played()
    choice = {"file_format": FileFormat.PLAIN, "signs": POINT} | others
    played.model.offer(content, **choice)
    assert played.states == [played.model.state]
    return played.model.state


def test_an_offer_says_what_there_is(report: Report) -> None:
    state = offered(where_content(report, EVERYTHING, ViewOptions()))
    assert state.title == "People by project"
    assert state.about == "Acme · 16–22 Nov 2026 · week 47 · Europe/Berlin"
    assert state.file_name == "Acme_2026-W47_people-by-project.csv"
    assert state.phase is SavePhase.EDITING
    assert state.count == 13
    assert state.total == "4:50"
    assert state.columns[:4] == ("user", "user_id", "user_email", "project")
    assert [row[0] for row in state.preview_rows] == ["Idle"] + ["Person 0"] * 4 + [
        "Person 1"
    ] * 3
    numbers = {state.columns[place] for place in state.numbers}
    assert numbers == {
        "duration_seconds",
        "duration_hours",
        "duration_hms",
        "billable_seconds",
        "amount",
    }


@pytest.mark.parametrize(
    ("durations", "total"),
    [(DurationFormat.SECONDS, "4:50:00"), (DurationFormat.DECIMAL, "4.83")],
)
def test_the_total_is_written_as_the_person_writes_hours(
    report: Report, durations: DurationFormat, total: str
) -> None:
    content = where_content(report, EVERYTHING, ViewOptions(durations=durations))
    assert offered(content).total == total


def test_pickers_and_focus_narrow_it_and_the_name_says_so(report: Report) -> None:
    chosen = Selection(frozenset({UserId("u0"), UserId("u1"), UserId("idle")}))
    row, column = "one:u0", "one:p03"
    view = ViewOptions(selected=ChartSelection(frozenset({row}), frozenset()))
    state = offered(where_content(report, chosen, view), sample=True)
    assert state.file_name == "SAMPLE_Acme_2026-W47_people-by-project_1-person.csv"
    assert state.about.endswith(" · 1 person")
    assert {one[0] for one in state.preview_rows} == {"Person 0"}
    view = ViewOptions(selected=ChartSelection(frozenset(), frozenset({column})))
    state = offered(where_content(report, chosen, view))
    assert state.file_name == ("Acme_2026-W47_people-by-project_3-people_1-project.csv")
    assert [one[3] for one in state.preview_rows] == ["P03"]


def test_a_focus_on_other_writes_each_of_the_others(report: Report) -> None:
    content = where_content(
        report, EVERYTHING, ViewOptions({"rows": "user", "colors": "project"})
    )
    others = frozenset({content.matrix.columns[-1].mark})
    content = where_content(
        report, EVERYTHING, ViewOptions(selected=ChartSelection(frozenset(), others))
    )
    state = offered(content)
    assert sorted(one[3] for one in state.preview_rows) == ["P08", "P09", "P10", "P11"]


def test_a_focus_on_billable_narrows_the_file(report: Report) -> None:
    focus = ChartSelection(frozenset(), frozenset({"one:billable"}))
    view = ViewOptions(
        {"rows": "client", "colors": "billable", "order": "time"}, selected=focus
    )
    state = offered(where_content(report, EVERYTHING, view))
    assert state.file_name == "Acme_2026-W47_clients-by-billable_only-billable.csv"
    assert state.about.endswith(" · only billable")
    assert state.columns[0] == "client"
    seconds = state.columns.index("duration_seconds")
    billable = state.columns.index("billable_seconds")
    assert state.preview_rows
    for row in state.preview_rows:
        assert row[seconds] == row[billable] != "0"


def test_it_is_saved_as_it_was_offered(report: Report, tmp_path: Path) -> None:
    played = Played()
    target = tmp_path / "week.csv"

    async def script() -> None:
        content = where_content(report, EVERYTHING, ViewOptions({"order": "time"}))
        played.model.offer(content, FileFormat.EXCEL, COMMA, sample=False)
        state = await played.saved(target)
        assert state.saved == target
        assert target.read_bytes().startswith(b"\xef\xbb\xbfuser;user_id;")
        assert b";0,5556;" in target.read_bytes()
        played.model.choose_file_format(FileFormat.PLAIN)
        assert played.model.state.phase is SavePhase.EDITING
        assert played.model.state.saved is None
        await played.saved(target)

    played.play(script)
    phases = [one.phase.value for one in played.states]
    assert phases == ["editing", "saving", "saved", "editing", "saving", "saved"]
    rows = rows_of(target)
    assert len(rows) == played.model.state.count
    assert sum(int(row["duration_seconds"]) for row in rows) == report.facts.total_s
    assert {row["project"] for row in rows} == {"", *(one.name for one in PROJECTS)}


def test_a_refusal_is_shown_and_can_be_mended(report: Report, tmp_path: Path) -> None:
    played = Played()

    async def script() -> None:
        content = where_content(report, EVERYTHING, ViewOptions())
        played.model.offer(content, FileFormat.PLAIN, POINT)
        failed = await played.saved(tmp_path / "no such folder" / "week.csv")
        assert failed.phase is SavePhase.FAILED
        assert failed.error is not None
        assert "The folder does not exist" in failed.error.advice
        assert failed.saved is None
        mended = await played.saved(tmp_path / "week.csv")
        assert (mended.phase, mended.error) == (SavePhase.SAVED, None)

    played.play(script)
    assert [one.name for one in tmp_path.iterdir()] == ["week.csv"]


def test_while_it_saves_nothing_else_is_taken(report: Report, tmp_path: Path) -> None:
    played = Played()

    async def script() -> None:
        played.model.save(tmp_path / "before an offer.csv")
        played.model.choose_file_format(FileFormat.PLAIN)
        assert played.states == []
        content = where_content(report, EVERYTHING, ViewOptions())
        played.model.offer(content, FileFormat.PLAIN, POINT)
        played.model.save(tmp_path / "one.csv")
        played.model.save(tmp_path / "two.csv")
        played.model.choose_file_format(FileFormat.EXCEL)
        assert played.model.state.file_format is FileFormat.PLAIN
        assert played.model.state.phase is SavePhase.SAVING
        # A new offer takes the place of what is under way.
        played.model.offer(content, FileFormat.EXCEL, POINT)
        assert played.model.state.phase is SavePhase.EDITING

    played.play(script)
    assert not (tmp_path / "two.csv").exists()


def test_neither_matplotlib_nor_widgets_are_needed_to_export_numbers() -> None:
    program = (
        "import sys\n"
        "import clockify_desktop.viewmodels.export\n"
        "import clockify_desktop.viewmodels.picture_saver\n"
        "assert 'matplotlib' not in sys.modules\n"
        "assert 'PySide6.QtWidgets' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
