import asyncio
import csv
import subprocess
import sys
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from clockify_desktop.domain.day_counting import DayCounting, DaysIn
from clockify_desktop.domain.directory import Person, Project
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.entry_report import EntryReport
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.file_table import FileTable
from clockify_desktop.domain.identity import ClientId, ProjectId, UserId
from clockify_desktop.domain.needs import Need, entries_need
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import EVERYTHING, Selection
from clockify_desktop.export.file_choice import (
    FileChoice,
    FileProgram,
    PeopleAs,
    PictureKind,
    Separator,
    TextEncoding,
)
from clockify_desktop.export.file_layout import FileLayout, RowKind
from clockify_desktop.pages.chart_selection import ChartSelection
from clockify_desktop.pages.page import PageContent, ViewOptions
from clockify_desktop.pages.where import WhereContent, where_content
from clockify_desktop.viewmodels.export import ExportViewModel
from clockify_desktop.viewmodels.export_state import ExportState, SavePhase
from tests.domain.few_entries import One, entries_of
from tests.viewmodels.file_sources import COMMA, source

DAY = date(2026, 11, 17)
PEOPLE = (
    *(Person(UserId(f"u{one}"), f"Person {one}") for one in range(3)),
    Person(UserId("idle"), "Idle"),
)
PROJECTS = tuple(
    Project(ProjectId(f"p{one:02}"), f"P{one:02}", ClientId(f"c{one % 2}"), f"C{one}")
    for one in range(20)
)

PLAIN = FileChoice(FileProgram.PLAIN, amounts=True)
SHOWN = ViewOptions()


@pytest.fixture
def report(make_report: Callable[..., Report]) -> Report:
    facts: list[Any] = [
        (one % 3, one, DAY, 100 * (20 - one), 60, 1_500_000, 0) for one in range(12)
    ]
    return make_report(facts, PEOPLE, PROJECTS)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8-sig") as stream:
        return list(csv.DictReader(stream))


def where(
    report: Report, selection: Selection = EVERYTHING, view: ViewOptions = SHOWN
) -> WhereContent:
    return where_content(report, selection, view)


class Played:
    """A view model within a loop, and what it told."""

    def __init__(self) -> None:
        self.model = ExportViewModel()
        self.states: list[ExportState] = []
        self.model.changed.connect(self.states.append)

    @property
    def state(self) -> ExportState:
        return self.model.state

    async def until(self, what: Callable[[ExportState], bool]) -> ExportState:
        moved = asyncio.Event()
        self.model.changed.connect(lambda _: moved.set())
        async with asyncio.timeout(20):
            while not what(self.state):
                moved.clear()
                await moved.wait()
        return self.state

    async def prepared(self, **changes: Any) -> ExportState:
        if changes:
            self.model.choose(changes)
        return await self.until(lambda state: not state.phase.is_preparing)

    async def saved(self, path: Path) -> ExportState:
        self.model.save(path)
        return await self.until(lambda state: state.phase is not SavePhase.SAVING)

    def play(self, script: Callable[[], Coroutine[Any, Any, None]]) -> None:
        async def main() -> None:
            await script()
            await self.model.close()

        asyncio.run(main())


def offered(
    content: PageContent, report: Report, wish: FileChoice = PLAIN, **others: Any
) -> ExportState:
    played = Played()
    played.model.offer(source(content, report, **others), wish)
    assert played.states == [played.state]
    return played.state


def test_an_offer_says_what_there_is(report: Report) -> None:
    state = offered(where(report), report, FileChoice(FileProgram.PLAIN))
    assert state.about == (
        "Where time went · Acme · 16–22 Nov 2026 · week 47 · Europe/Berlin"
    )
    assert state.file_name == "Acme_2026-W47_people-by-project.csv"
    assert state.phase is SavePhase.EDITING
    assert (state.count, state.total) == (13, "4:50")
    assert state.columns[:4] == ("user", "user_id", "user_email", "project")
    assert (len(state.columns), state.all_columns) == (15, 17)
    assert {"amount", "currency"}.isdisjoint({*state.columns, *state.every_column})
    assert [row[0] for row in state.preview_rows] == ["Idle"] + ["Person 0"] * 4 + [
        "Person 1"
    ] * 3
    numbers = {state.columns[place] for place in state.numbers}
    assert numbers == {
        *("duration_seconds", "duration_hours", "duration_hms", "billable_seconds"),
    }
    assert state.personal == "Contains personal data: names and e-mail of 4 people"
    assert {layout.kind for layout, _ in state.offered} == set(RowKind)
    assert dict(state.offered)[FileLayout.BY_DAY] == "person, project and day"
    assert dict(state.offered)[FileLayout.DAY_GRID] == "people × days"
    with_amounts = offered(where(report), report)
    assert {"amount", "currency"} < {*with_amounts.columns}


def test_a_page_with_columns_of_its_own(report: Report) -> None:
    rows = [("Web", -60, None), ("App", 0, None)]
    for total_s, total in ((None, ""), (3600, "1:00")):
        own = where(report)
        own.__dict__["file"] = FileTable(("project", "change", "word"), rows, total_s)
        state = offered(replace_report(own), report)
        assert (state.count, state.total) == (2, total)
        assert {state.columns[at] for at in state.numbers} == {"change"}
        assert state.preview_rows[0][:2] == ("Web", "-60")
        # It names nobody.
        assert state.personal == ""
        words = dict(state.offered)
        assert words == {
            FileLayout.SHOWN: "as the page shows",
            FileLayout.ENTRIES: "entry",
        }


def replace_report(content: WhereContent) -> PageContent:
    """Let a page be one that cannot be grouped anew."""
    own = replace(content)
    own.__dict__["file"] = content.file
    object.__setattr__(own, "report", None)
    return own


@pytest.mark.parametrize(
    ("durations", "total"),
    [(DurationFormat.SECONDS, "4:50:00"), (DurationFormat.DECIMAL, "4.83")],
)
def test_the_total_is_written_as_the_person_writes_hours(
    report: Report, durations: DurationFormat, total: str
) -> None:
    content = where(report, EVERYTHING, ViewOptions(durations=durations))
    assert offered(content, report).total == total


def test_pickers_and_focus_narrow_it_and_the_name_says_so(report: Report) -> None:
    chosen = Selection(frozenset({UserId("u0"), UserId("u1"), UserId("idle")}))
    row, column = "one:u0", "one:p03"
    view = ViewOptions(selected=ChartSelection(frozenset({row}), frozenset()))
    state = offered(where(report, chosen, view), report, sample=True)
    assert state.file_name == "SAMPLE_Acme_2026-W47_people-by-project_1-person.csv"
    assert state.about.endswith(" · 1 person")
    assert {one[0] for one in state.preview_rows} == {"Person 0"}
    view = ViewOptions(selected=ChartSelection(frozenset(), frozenset({column})))
    state = offered(where(report, chosen, view), report)
    assert state.file_name == ("Acme_2026-W47_people-by-project_3-people_1-project.csv")
    assert [one[3] for one in state.preview_rows] == ["P03"]


def test_a_focus_on_what_is_gathered_writes_each_of_it(
    make_report: Callable[..., Report],
) -> None:
    facts = [(0, one, DAY, 100 * (20 - one), 60, 0, 0) for one in range(20)]
    report = make_report(facts, PEOPLE, PROJECTS)
    content = where(report, EVERYTHING, ViewOptions())
    others = frozenset({content.matrix.columns[-1].mark})
    view = ViewOptions(selected=ChartSelection(frozenset(), others))
    state = offered(where(report, EVERYTHING, view), report)
    assert sorted(one[3] for one in state.preview_rows) == ["P13", "P15", "P17", "P19"]


def test_a_focus_on_billable_narrows_the_file(report: Report) -> None:
    focus = ChartSelection(frozenset(), frozenset({"one:billable"}))
    view = ViewOptions(
        {"rows": "client", "colors": "billable", "order": "time"}, selected=focus
    )
    state = offered(where(report, EVERYTHING, view), report)
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

    async def script() -> None:
        played.model.offer(source(where(report), report), PLAIN)
        by_day = await played.prepared(layout=FileLayout.BY_DAY)
        assert by_day.file_name == "Acme_2026-W47_people-by-project-and-day.csv"
        assert by_day.columns[7] == "day"
        by_client = await played.prepared(layout=FileLayout.BY_CLIENT)
        assert by_client.columns[3:5] == ("client", "client_id")
        people = await played.prepared(layout=FileLayout.PEOPLE)
        assert (people.count, people.file_name) == (4, "Acme_2026-W47_people.csv")
        grid = await played.prepared(layout=FileLayout.PROJECT_GRID)
        assert grid.columns[3:6] == ("P00", "P01", "P02")
        assert (grid.count, len(grid.preview_rows)) == (4, 4)
        assert grid.numbers == frozenset(range(3, 16))
        assert grid.every_column == ()
        day_grid = await played.prepared(layout=FileLayout.DAY_GRID)
        assert day_grid.columns[3] == DAY.isoformat()
        # It was added up already, and comes back at once.
        played.model.choose({"layout": FileLayout.PROJECT_GRID})
        assert played.state == grid
        await played.saved(target)

    played.play(script)
    rows = rows_of(target)
    assert [row["user"] for row in rows] == ["Idle", "Person 0", "Person 1", "Person 2"]
    assert float(rows[1]["P00"]) == pytest.approx(2000 / 3600, abs=1e-4)


def test_what_is_chosen_while_it_is_added_up_counts(
    report: Report, tmp_path: Path
) -> None:
    played = Played()
    kept: list[FileChoice] = []
    played.model.chosen.connect(kept.append)

    async def script() -> None:
        wish = replace(PLAIN, layout=FileLayout.DAY_GRID)
        played.model.offer(source(where(report), report, signs=COMMA), wish)
        assert played.state.phase is SavePhase.ADDING_UP
        played.model.save(tmp_path / "too early.csv")
        assert played.state.phase is SavePhase.ADDING_UP
        state = await played.prepared(program=FileProgram.EXCEL)
        assert state.choice == replace(wish, program=FileProgram.EXCEL)
        assert "," in state.preview_rows[1][3]
        assert kept == [state.choice]

    played.play(script)


def test_columns_are_chosen_once_and_one_always_stays(report: Report) -> None:
    played = Played()
    kept: list[FileChoice] = []
    played.model.chosen.connect(kept.append)
    played.model.offer(source(where(report), report), PLAIN)
    for name in played.state.every_column:
        played.model.choose_column(name, written=False)
    last = played.state.columns
    assert len(last) == 1
    assert played.state.every_column[-1:] == last
    played.model.choose_column("project", written=True)
    assert played.state.columns == ("project", *last)
    assert "project" not in kept[-1].without
    # Whoever names nobody has no personal data.
    assert played.state.personal == ""
    again = offered(where(report), report, kept[-1])
    assert again.columns == played.state.columns


def test_a_column_that_nobody_asked_for_is_offered_and_left_out(
    report: Report,
) -> None:
    played = Played()
    kept: list[FileChoice] = []
    played.model.chosen.connect(kept.append)

    async def ask(_: Need) -> EntryReport:
        invoice = np.array([0, 1], np.intp)
        entries = replace(told().entries, invoices=(None, ""), invoice=invoice)
        return replace(told(), entries=entries)

    async def script() -> None:
        played.model.offer(source(where(report), report, ask=ask), PLAIN)
        of_clockify = {"program": FileProgram.CLOCKIFY, "layout": FileLayout.ENTRIES}
        usual = await played.prepared(**of_clockify)
        assert "Invoiced" in usual.every_column
        assert "Invoiced" not in usual.columns
        for written in (True, False):
            played.model.choose_column("Invoiced", written=written)
            state = await played.prepared()
            assert ("Invoiced" in state.columns) is written
            assert kept[-1].added == ({"Invoiced"} if written else frozenset())

    played.play(script)


@pytest.mark.parametrize(
    ("people", "name"), [(PeopleAs.LETTERS, "Person B"), (PeopleAs.INITIALS, "P")]
)
def test_names_can_be_hidden_in_the_file_alone(
    report: Report, tmp_path: Path, people: PeopleAs, name: str
) -> None:
    played, target = Played(), tmp_path / "week.csv"

    async def script() -> None:
        played.model.offer(source(where(report), report), PLAIN)
        state = await played.prepared(people=people)
        assert state.personal == ""
        assert "Person 0" not in {row[0] for row in state.preview_rows}
        assert name in {row[0] for row in state.preview_rows}
        await played.saved(target)
        shown = await played.prepared(people=PeopleAs.NAMES)
        assert "Person 0" in {row[0] for row in shown.preview_rows}

    played.play(script)
    rows = rows_of(target)
    assert {row["user_id"] for row in rows} == {row["user_email"] for row in rows}
    assert sum(int(row["duration_seconds"]) for row in rows) == report.facts.total_s


def test_names_that_the_window_hides_stay_hidden(report: Report) -> None:
    state = offered(where(report), report, names_hidden=True)
    assert state.forced_names == "Names are hidden in the window."
    assert state.personal == ""


async def turns() -> None:
    """Let everything go on that can."""
    for _ in range(10):
        await asyncio.sleep(0)


def told() -> EntryReport:
    entries = entries_of(
        One("2026-11-17 09:00", 5, PEOPLE[0], PROJECTS[0], "=told"),
        One("2026-11-17 10:00", 3, PEOPLE[1], PROJECTS[1]),
    )
    return EntryReport(entries, datetime(2026, 11, 23, tzinfo=UTC), 480)


def test_every_entry_is_waited_for_and_can_be_given_up(
    report: Report, tmp_path: Path
) -> None:
    played, target = Played(), tmp_path / "entries.csv"
    asked: list[Need] = []
    given_up: list[Need] = []
    answers: list[Any] = []

    async def ask(need: Need) -> Any:
        asked.append(need)
        if not answers:
            try:
                await asyncio.Event().wait()
            finally:
                given_up.append(need)
        if isinstance(answers[0], AppError):
            raise answers[0]
        return answers[0]

    async def script() -> None:
        played.model.offer(source(where(report), report, ask=ask), PLAIN)
        played.model.choose({"layout": FileLayout.ENTRIES})
        assert played.state.phase is SavePhase.FETCHING
        await turns()
        assert asked == [entries_need(report.query)]
        # Another choice ends the waiting, and so does closing.
        await played.prepared(layout=FileLayout.SHOWN)
        await turns()
        assert given_up == asked
        played.model.choose({"layout": FileLayout.ENTRIES})
        await turns()
        played.model.withdraw()
        await turns()
        assert given_up == asked == [entries_need(report.query)] * 2
        answers.append(AppError("No way", "Try again."))
        failed = await played.prepared(layout=FileLayout.ENTRIES)
        assert (failed.phase, failed.made) == (SavePhase.FAILED, False)
        assert failed.error is not None
        answers[:] = [told()]
        played.model.prepare_again()
        state = await played.prepared()
        assert (state.count, state.total) == (2, "0:08")
        assert state.file_name == "Acme_2026-W47_entries.csv"
        assert "description" not in state.columns
        assert state.personal.endswith("names and e-mail of 2 people")
        assert "The entries add up to 0:08:00" in state.lacking[0]
        state = await played.prepared(descriptions=True, people=PeopleAs.LETTERS)
        await played.saved(target)
        clockify = await played.prepared(program=FileProgram.CLOCKIFY)
        assert clockify.file_name == "Acme_2026-W47_clockify-entries.csv"
        numbers = {clockify.columns[at] for at in clockify.numbers}
        assert numbers == {"Duration (h)", "Duration (decimal)"}

    played.play(script)
    rows = rows_of(target)
    # Person A is who logged nothing: letters are given by the report.
    assert [row["person"] for row in rows] == ["Person B", "Person C"]
    assert rows[0]["description"] == "'=told"


def test_clockifys_summary_has_a_row_a_group(report: Report, tmp_path: Path) -> None:
    played, target = Played(), tmp_path / "week.csv"

    async def script() -> None:
        own = replace_report(where(report))
        own.__dict__["file"] = FileTable(("project",), [("Web",)])
        played.model.offer(source(own, report), PLAIN)
        state = await played.prepared(program=FileProgram.CLOCKIFY)
        # A page of other columns is grouped as is usual.
        assert dict(state.offered)[FileLayout.SHOWN] == "person and project"
        assert (state.count, state.total) == (12, "4:50")
        assert {state.columns[at] for at in state.numbers} == {
            *("Time (h)", "Time (decimal)", "Amount (EUR)", "Amount (USD)"),
        }
        less = await played.prepared(amounts=False)
        assert "Amount (EUR)" not in less.columns
        await played.saved(target)

    played.play(script)
    assert target.read_bytes().startswith(b'"User","Project","Client","Time (h)"')


def test_days_that_are_counted_otherwise_have_no_entries_to_offer(
    report: Report,
) -> None:
    query = replace(report.query, counting=DayCounting(days_in=DaysIn.OWN))
    counted = replace(report, query=query)
    state = offered(where(counted), counted)
    assert FileLayout.ENTRIES not in dict(state.offered)


def test_a_layout_that_the_page_lacks_is_the_usual_one_and_stays_remembered(
    report: Report,
) -> None:
    wish = replace(PLAIN, layout=FileLayout.DAY_GRID)
    state = offered(replace_report(where(report)), report, wish)
    assert [*dict(state.offered)] == [FileLayout.SHOWN, FileLayout.ENTRIES]
    assert state.choice.layout is FileLayout.SHOWN
    assert replace_report(where(report)).grouped(()) is None


def test_a_picture_is_drawn_and_saved_in_its_kind(
    report: Report, tmp_path: Path
) -> None:
    played, target = Played(), tmp_path / "week.svg"

    async def script() -> None:
        played.model.offer(source(where(report), report), PLAIN)
        state = await played.prepared(program=FileProgram.PICTURE)
        assert state.picture.startswith(b"\x89PNG")
        assert state.file_name == "Acme_2026-W47_people-by-project.png"
        assert state.personal == "Contains personal data"
        assert state.offered == ()
        state = await played.prepared(picture=PictureKind.SVG, people=PeopleAs.LETTERS)
        assert state.personal == ""
        await played.saved(target)

    played.play(script)
    assert b"<svg" in target.read_bytes()


def test_signs_that_clash_or_have_no_place_are_said_and_mended(
    report: Report,
) -> None:
    played = Played()

    async def script() -> None:
        played.model.offer(source(where(report), report), PLAIN)
        clash = await played.prepared(
            program=FileProgram.OTHER, separator=Separator.COMMA
        )
        assert (clash.phase, clash.made) == (SavePhase.FAILED, False)
        assert clash.error is not None
        assert "the same" in clash.error.title
        mended = await played.prepared(separator=Separator.TAB)
        assert (mended.phase, mended.error) == (SavePhase.EDITING, None)
        utf_16 = await played.prepared(encoding=TextEncoding.UTF_16)
        assert utf_16.preview_rows == mended.preview_rows

    played.play(script)


def test_it_is_saved_as_it_was_offered(report: Report, tmp_path: Path) -> None:
    played = Played()
    target = tmp_path / "week.csv"

    async def script() -> None:
        content = where(report, EVERYTHING, ViewOptions({"order": "time"}))
        wish = FileChoice(amounts=True)
        played.model.offer(source(content, report, signs=COMMA), wish)
        assert played.state.excel == "; between, decimal comma"
        played.model.look_at(target)
        state = await played.saved(target)
        assert (state.saved, state.there) == (target, True)
        assert target.read_bytes().startswith(b"\xef\xbb\xbfuser;user_id;")
        assert b";0,5556;" in target.read_bytes()
        played.model.choose({"program": FileProgram.PLAIN})
        assert played.state.phase is SavePhase.EDITING
        assert played.state.saved is None
        await played.saved(target)
        played.model.look_at(tmp_path / "none.csv")
        await played.until(lambda state: not state.there)

    played.play(script)
    rows = rows_of(target)
    assert len(rows) == played.state.count
    assert sum(int(row["duration_seconds"]) for row in rows) == report.facts.total_s
    assert {row["project"] for row in rows} == {
        "",
        *(one.name for one in PROJECTS[:12]),
    }


def test_a_refusal_is_shown_and_can_be_mended(report: Report, tmp_path: Path) -> None:
    played = Played()

    async def script() -> None:
        played.model.offer(source(where(report), report), PLAIN)
        before = played.state.choice
        failed = await played.saved(tmp_path / "no such folder" / "week.csv")
        assert (failed.phase, failed.made) == (SavePhase.FAILED, True)
        assert failed.error is not None
        assert "The folder does not exist" in failed.error.advice
        assert (failed.saved, failed.choice) == (None, before)
        mended = await played.saved(tmp_path / "week.csv")
        assert (mended.phase, mended.error) == (SavePhase.SAVED, None)

    played.play(script)
    assert [one.name for one in tmp_path.iterdir()] == ["week.csv"]


def test_while_it_saves_nothing_else_is_taken(report: Report, tmp_path: Path) -> None:
    played = Played()

    async def script() -> None:
        played.model.save(tmp_path / "before an offer.csv")
        played.model.choose({"program": FileProgram.PLAIN})
        played.model.prepare_again()
        assert played.states == []
        played.model.offer(source(where(report), report), PLAIN)
        played.model.save(tmp_path / "one.csv")
        played.model.save(tmp_path / "two.csv")
        played.model.choose({"program": FileProgram.EXCEL})
        played.model.withdraw()
        assert played.state.choice.program is FileProgram.PLAIN
        assert played.state.phase is SavePhase.SAVING
        # A new offer takes the place of what is under way.
        played.model.offer(source(where(report), report), FileChoice())
        assert played.state.phase is SavePhase.EDITING

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
