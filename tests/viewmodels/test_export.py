import asyncio
import csv
import subprocess
import sys
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from clockify_desktop.domain.directory import Person, Project
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.file_table import FileTable
from clockify_desktop.domain.identity import ClientId, ProjectId, UserId
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import EVERYTHING, Selection
from clockify_desktop.export.csv_file import FileFormat
from clockify_desktop.export.file_layout import FileLayout
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
    for one in range(20)
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


async def until_added_up(played: Played) -> None:
    ended = asyncio.Event()
    played.model.changed.connect(lambda _: ended.set())
    async with asyncio.timeout(20):
        while played.model.state.phase is SavePhase.ADDING_UP:
            await ended.wait()
            ended.clear()


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


def test_a_page_with_columns_of_its_own(report: Report) -> None:
    content = where_content(report, EVERYTHING, ViewOptions())
    rows = [("Web", -60, None), ("App", 0, None)]
    for total_s, total in ((None, ""), (3600, "1:00")):
        own = replace(content)
        own.__dict__["file"] = FileTable(("project", "change", "word"), rows, total_s)
        state = offered(own)
        assert (state.count, state.total) == (2, total)
        assert {state.columns[at] for at in state.numbers} == {"change"}
        assert state.preview_rows[0][:2] == ("Web", "-60")


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


def test_a_focus_on_what_is_gathered_writes_each_of_it(
    make_report: Callable[..., Report],
) -> None:
    facts = [(0, one, DAY, 100 * (20 - one), 60, 0, 0) for one in range(20)]
    report = make_report(facts, PEOPLE, PROJECTS)
    content = where_content(
        report, EVERYTHING, ViewOptions({"rows": "user", "colors": "project"})
    )
    others = frozenset({content.matrix.columns[-1].mark})
    content = where_content(
        report, EVERYTHING, ViewOptions(selected=ChartSelection(frozenset(), others))
    )
    state = offered(content)
    assert sorted(one[3] for one in state.preview_rows) == ["P13", "P15", "P17", "P19"]


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


def test_its_rows_may_be_others_and_the_look_shows_them(
    report: Report, tmp_path: Path
) -> None:
    played, target = Played(), tmp_path / "week.csv"

    async def chosen(layout: FileLayout) -> ExportState:
        played.model.choose_layout(layout)
        assert played.model.state.layout is layout
        await until_added_up(played)
        return played.model.state

    async def script() -> None:
        content = where_content(report, EVERYTHING, ViewOptions())
        played.model.offer(content, FileFormat.PLAIN, POINT)
        assert played.model.state.layouts == tuple(FileLayout)
        by_day = await chosen(FileLayout.BY_DAY)
        assert by_day.title == "People by project and day"
        assert by_day.file_name == "Acme_2026-W47_people-by-project-and-day.csv"
        assert by_day.columns[7] == "day"
        assert (await chosen(FileLayout.BY_CLIENT)).columns[3:5] == (
            "client",
            "client_id",
        )
        grid = await chosen(FileLayout.PROJECT_GRID)
        assert grid.columns[3:6] == ("P00", "P01", "P02")
        assert (grid.count, len(grid.preview_rows)) == (4, 4)
        assert grid.numbers == frozenset(range(3, 16))
        assert (await chosen(FileLayout.DAY_GRID)).columns[3] == DAY.isoformat()
        # It was added up already, and comes back at once.
        played.model.choose_layout(FileLayout.PROJECT_GRID)
        assert played.model.state == grid
        await played.saved(target)

    played.play(script)
    rows = rows_of(target)
    assert [row["user"] for row in rows] == ["Idle", "Person 0", "Person 1", "Person 2"]
    assert float(rows[1]["P00"]) == pytest.approx(2000 / 3600, abs=1e-4)


def test_a_layout_is_kept_and_the_program_chosen_meanwhile_counts(
    report: Report, tmp_path: Path
) -> None:
    played = Played()

    async def script() -> None:
        content = where_content(report, EVERYTHING, ViewOptions())
        layout = FileLayout.DAY_GRID
        played.model.offer(content, FileFormat.PLAIN, COMMA, layout)
        assert played.model.state.phase is SavePhase.ADDING_UP
        played.model.save(tmp_path / "too early.csv")
        assert played.model.state.phase is SavePhase.ADDING_UP
        played.model.choose_file_format(FileFormat.EXCEL)
        await until_added_up(played)
        state = played.model.state
        assert (state.layout, state.file_format) == (layout, FileFormat.EXCEL)
        assert "," in state.preview_rows[1][3]

    played.play(script)


def test_a_page_that_cannot_be_grouped_anew_offers_what_it_shows(
    report: Report,
) -> None:
    content = where_content(report, EVERYTHING, ViewOptions())
    content = replace(content, report=None)
    assert content.grouped((Level.USER,)) is None
    # Its file was made before.
    vars(content)["file"] = where_content(report, EVERYTHING, ViewOptions()).file
    state = offered(content, layout=FileLayout.DAY_GRID)
    assert state.layouts == (FileLayout.SHOWN,)
    assert state.layout is FileLayout.SHOWN
    assert state.title == "People by project"


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
    assert {row["project"] for row in rows} == {
        "",
        *(one.name for one in PROJECTS[:12]),
    }


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
