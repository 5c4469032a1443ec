import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clockify_desktop.domain.approvals import Approvals, HandedIn
from clockify_desktop.domain.cells import Cells
from clockify_desktop.domain.counted_facts import counted
from clockify_desktop.domain.day_counting import (
    AS_CLOCKIFY,
    DayCounting,
    DaysIn,
    Midnight,
    Rounding,
    RoundingMode,
)
from clockify_desktop.domain.directory import Directory, Project, Workspace
from clockify_desktop.domain.entry_report import EntryReport
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.identity import ProjectId, UserId, WorkspaceId
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.needs import (
    ApprovalsNeed,
    EntriesNeed,
    Need,
    ProfileNeed,
    ReportNeed,
    entries_need,
    opened_entries_need,
)
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.presets import FixedPeriod
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.selection import LevelCells, Selection
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.changed import CHANGED
from clockify_desktop.pages.chart_selection import ChartSelection
from clockify_desktop.pages.entries_beside import TwoEntriesContent
from clockify_desktop.pages.registry import PAGES
from clockify_desktop.pages.where import WHERE, WhereContent
from clockify_desktop.services.profile import Profile
from clockify_desktop.services.query_cache import QueryCache
from clockify_desktop.store.policy import Policy
from clockify_desktop.store.settings import AccountSettings
from clockify_desktop.viewmodels.choice import only
from clockify_desktop.viewmodels.kept_contents import KeptContents
from clockify_desktop.viewmodels.opened_entries import (
    EntriesDifferError,
    OpenedEntries,
    narrowed_to_part,
    work_out,
)
from clockify_desktop.viewmodels.picker_states import ChosenPeriod
from clockify_desktop.viewmodels.report import ReportViewModel
from clockify_desktop.viewmodels.report_state import ReportState
from tests.domain.few_entries import (
    ANN,
    BERLIN,
    BOB,
    HOME,
    OPS,
    URGENT,
    WEB,
    One,
    entries_of,
)

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
WORKSPACE = Workspace(WorkspaceId("w1"), "Acme")
PROFILE = Profile("me@x.example", "Europe/Berlin", 0, (WORKSPACE,), WORKSPACE.id)
ONES = (
    One("2026-11-16 09:00", 85, billable=True, approval="r1", id="web"),
    One("2026-11-16 14:00", 50, project=OPS, id="ops"),
    One("2026-11-17 09:00", 30, BOB, id="bob"),
)
APPROVED = Approvals(
    (HandedIn(ANN.id, date(2026, 11, 16), date(2026, 11, 22), approved=True),)
)
ANN_MARK, WEB_MARK, OPS_MARK = "one:ann", "one:web", "one:ops"
MakeReport = Callable[..., Report]
TWO_PAGES = Policy(
    pages_off=frozenset(one.key for one in PAGES if one not in {WHERE, CHANGED})
)


def report_of(
    make_report: MakeReport, ones: tuple[One, ...], query: ReportQuery | None = None
) -> Report:
    entries = entries_of(*ones)
    facts = replace(entries.as_facts(), more={})
    made = make_report([], (ANN, BOB), (), directory=Directory((ANN, BOB)))
    query = query or made.query
    return replace(made, query=query, facts=facts, server_total_s=facts.total_s)


class Stage:
    """A view model on a page of bars, and what Clockify answers it."""

    def __init__(self, make_report: MakeReport) -> None:
        self.make_report = make_report
        self.entries: tuple[One, ...] = ONES
        self.refusal: AppError | None = None
        self.refused_until = date.max
        self.asked = 0
        self.gate = asyncio.Event()
        self.gate.set()
        self.model = ReportViewModel(lambda: NOW, policy=TWO_PAGES)
        self.cache = QueryCache(
            self._load, size_of=lambda _: 0, is_closed=lambda _: True
        )

    async def _load(self, need: Need, refresh: bool) -> Any:  # noqa: FBT001 - as the cache has it
        if isinstance(need, ProfileNeed):
            return PROFILE
        if isinstance(need, ReportNeed):
            return report_of(self.make_report, ONES, need.query)
        if isinstance(need, ApprovalsNeed):
            return APPROVED
        if isinstance(need, EntriesNeed):
            self.asked += 1
            await self.gate.wait()
            if self.refusal is not None and need.period.end <= self.refused_until:
                raise self.refusal
            entries = entries_of(*self.entries)
            return EntryReport(entries, NOW, entries.total_s)
        raise AppError(type(need).__name__, str(refresh))

    async def settle(self) -> ReportState:
        for _ in range(60):
            await asyncio.sleep(0)
        return self.model.state

    async def opened(self) -> ReportState:
        self.model.open(self.cache, AccountSettings(page=WHERE.key))
        return await self.settle()


Scene = Callable[[Stage], Coroutine[Any, Any, None]]


@pytest.fixture
def play(
    make_report: MakeReport,
) -> Callable[[Scene], None]:
    def run(scene: Scene) -> None:
        async def whole() -> None:
            stage = Stage(make_report)
            await stage.opened()
            await scene(stage)
            await stage.model.close()
            await stage.cache.close()

        asyncio.run(whole())

    return run


def ids(state: ReportState) -> list[str]:
    assert state.opened is not None
    assert state.opened.content is not None
    return [str(row[-1]) for row in state.opened.content.file.rows]


def test_a_cell_opens_to_its_entries_and_closes_again(
    play: Callable[[Scene], None],
) -> None:
    async def scene(stage: Stage) -> None:
        model = stage.model
        chosen = ChartSelection(frozenset({ANN_MARK}))
        model.select(chosen)
        page = model.state.content
        assert page is not None
        assert stage.asked == 0
        stage.gate.clear()
        model.open_entries(ANN_MARK, WEB_MARK)
        state = await stage.settle()
        assert state.loading
        assert state.opened is not None
        assert state.opened.content is None
        assert state.looked_at is None
        assert state.opened.trail == ("Where time went", "Ann", "Web")
        stage.gate.set()
        state = await stage.settle()
        assert not state.loading
        assert ids(state) == ["web"]
        assert state.looked_at is state.opened.content
        assert state.opened.error is None
        # The page, with its figures and what is selected in it, is as it was.
        assert state.content is not None
        assert state.content.view == page.view
        assert state.view.selected == chosen
        model.open_entries(ANN_MARK, None)
        assert ids(model.state) == ["web", "ops"]
        # The row of totals has no mark.
        model.open_entries("", WEB_MARK)
        assert ids(model.state) == ["web", "bob"]
        model.close_entries()
        assert model.state.opened is None
        assert model.state.looked_at is model.state.content
        model.close_entries()
        model.open_entries(None, None)
        assert model.state.opened is None

    play(scene)


def test_what_is_approved_is_told(play: Callable[[Scene], None]) -> None:
    async def scene(stage: Stage) -> None:
        stage.model.open_entries(ANN_MARK, None)
        state = await stage.settle()
        assert state.report is not None
        assert state.opened is not None
        assert "1 is approved" in state.opened.content.sentence
        need = ApprovalsNeed(WORKSPACE, state.report.query.period)
        without = {**state.answers.values}
        del without[need]
        told = work_out(state.opened, replace(state, answers=Answers(without)))
        assert told is not None
        assert told.content is not None
        assert "1 is submitted" in told.content.sentence

    play(scene)


def test_pickers_narrow_the_list_and_another_page_or_period_closes_it(
    play: Callable[[Scene], None],
) -> None:
    async def scene(stage: Stage) -> None:
        model = stage.model
        model.open_entries(ANN_MARK, None)
        await stage.settle()
        every = [WEB.id, OPS.id]
        model.choose_projects(only([OPS.id], every))
        assert ids(model.state) == ["ops"]
        # Nothing of the bar is left.
        model.choose_people(only([BOB.id], [ANN.id, BOB.id]))
        assert model.state.opened is None
        model.choose_people(only([ANN.id], [ANN.id, BOB.id]))
        model.open_entries(ANN_MARK, None)
        assert ids(model.state) == ["ops"]
        question = model.state.question
        model.refresh()
        await stage.settle()
        assert model.state.opened is not None
        assert question is not None
        model.choose_period(
            ChosenPeriod(
                FixedPeriod(Period(date(2026, 11, 9), date(2026, 11, 15))),
                question.time_zone,
            )
        )
        assert model.state.opened is None
        await stage.settle()
        model.open_entries(ANN_MARK, None)
        assert model.state.opened is not None
        model.choose_page(WHERE.key)
        assert model.state.opened is None
        model.open_entries(ANN_MARK, None)
        model.choose_page(CHANGED.key)
        assert model.state.opened is None

    play(scene)


def test_a_refusal_is_said_and_tried_again(play: Callable[[Scene], None]) -> None:
    async def scene(stage: Stage) -> None:
        stage.refusal = AppError("Not now", "Wait.")
        stage.model.open_entries(ANN_MARK, WEB_MARK)
        state = await stage.settle()
        assert state.error is stage.refusal
        assert state.error_beside
        assert state.content is not None
        assert not state.not_refreshed
        stage.model.close_entries()
        # The page lacks nothing.
        assert stage.model.state.error is None
        stage.model.open_entries(ANN_MARK, WEB_MARK)
        stage.refusal = None
        stage.model.refresh()
        state = await stage.settle()
        assert state.error is None
        assert ids(state) == ["web"]

    play(scene)


def test_a_change_opens_to_both_weeks(play: Callable[[Scene], None]) -> None:
    async def scene(stage: Stage) -> None:
        stage.model.choose_page(CHANGED.key)
        await stage.settle()
        stage.gate.clear()
        stage.model.open_entries(WEB_MARK, None)
        state = await stage.settle()
        assert state.opened is not None
        assert state.opened.content is None
        stage.gate.set()
        state = await stage.settle()
        assert state.opened is not None
        assert isinstance(state.opened.content, TwoEntriesContent)
        assert stage.asked == 2
        assert ids(state) == ["web", "bob", "web", "bob"]
        assert "9\u201315 Nov 2026: 2 entries" in state.opened.content.sentence

    play(scene)


def test_the_week_before_may_be_refused(play: Callable[[Scene], None]) -> None:
    async def scene(stage: Stage) -> None:
        stage.refusal = AppError("Not now", "Wait.")
        stage.refused_until = date(2026, 11, 15)
        stage.model.choose_page(CHANGED.key)
        await stage.settle()
        stage.model.open_entries(WEB_MARK, None)
        state = await stage.settle()
        assert state.opened is not None
        assert ids(state) == ["web", "bob"]
        assert str(state.opened.error).startswith(
            "The entries of 9\u201315 Nov 2026 could not be had"
        )
        assert state.error is None

    play(scene)


def test_a_list_that_differs_from_the_bar_says_so(
    play: Callable[[Scene], None],
) -> None:
    async def scene(stage: Stage) -> None:
        stage.entries = (One("2026-11-16 09:00", 84, id="web"), *ONES[1:])
        stage.model.open_entries(ANN_MARK, WEB_MARK)
        state = await stage.settle()
        assert state.opened is not None
        error = state.opened.error
        assert isinstance(error, EntriesDifferError)
        assert (
            error.title == "The entries add up to 1:24:00, what was opened to 1:25:00"
        )
        assert error.advice.startswith("Somebody may have logged time in between.")

    play(scene)


def test_without_a_report_nothing_is_opened(make_report: MakeReport) -> None:
    opened = OpenedEntries(ANN_MARK, None)
    assert work_out(opened, ReportState()) is None
    assert narrowed_to_part(ReportState(), ANN_MARK, None) is None
    model = ReportViewModel(lambda: NOW)
    model.open_entries(ANN_MARK, None)
    assert model.state.opened is None
    assert ReportState(opened=opened).with_opened(ReportState()).opened is None
    report = report_of(make_report, ONES)
    state = ReportState(report=report, page_key=WHERE.key)
    # The page has nothing to be drawn from.
    assert narrowed_to_part(state, ANN_MARK, None) is None


class ByTag:
    """A page that reads more than the report of the window."""

    key, title = WHERE.key, WHERE.title

    def __init__(self, report: Report) -> None:
        self._report = report

    def __getattr__(self, name: str) -> Any:
        return getattr(WHERE, name)

    def content(self, *given: Any) -> WhereContent:
        urgent = Cells(rows=frozenset({f"one:{URGENT.id}"}))
        narrowed = Selection(cells=LevelCells(Level.TAG, None, urgent))
        part = WHERE.content(*given)
        assert part is not None
        return replace(part, report=self._report, narrowed=narrowed)


def test_a_bar_of_one_tag_among_several_has_all_the_time_of_its_entries(
    make_report: MakeReport,
) -> None:
    ones = (
        One("2026-11-16 09:00", 85, tags=(HOME, URGENT), id="both"),
        One("2026-11-16 14:00", 50, tags=(HOME,), id="other"),
    )
    entries = entries_of(*ones)
    report = report_of(make_report, ones)
    told = replace(report, facts=entries.as_facts(by_tag=True))
    state = ReportState(
        report=report,
        answers=Answers(
            {
                ReportNeed(report.query): report,
                entries_need(report.query): EntryReport(entries, NOW, entries.total_s),
            }
        ),
        pages=(ByTag(told),),
        page_key=WHERE.key,
    )
    opened = work_out(OpenedEntries(ANN_MARK, None), state)
    assert opened is not None
    assert opened.content is not None
    assert [row[-1] for row in opened.content.file.rows] == ["both"]
    assert opened.content.difference_s == 0
    assert opened.content.file.total_s == 85 * 60


WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
COUNTINGS = (
    AS_CLOCKIFY,
    DayCounting(midnight=Midnight.SPLIT),
    DayCounting(DaysIn.OWN, Midnight.SPLIT, Rounding(RoundingMode.UP, 15)),
)
MANY = tuple(Project(ProjectId(f"p{at:02}"), f"Project {at:02}") for at in range(20))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([ANN, BOB]),
            st.sampled_from(MANY),
            st.integers(1, 300),
            st.booleans(),
            st.sampled_from(["15 23:00", "16 09:00", "18 22:30", "22 23:50"]),
        ),
        min_size=1,
        max_size=40,
    ),
    st.sampled_from([("user", "project"), ("project", "user"), ("user", "billable")]),
    st.sampled_from(COUNTINGS),
)
def test_each_cell_has_entries_of_its_own_length(
    make_report: MakeReport,
    drawn: list[tuple[Any, Project, int, bool, str]],
    levels: tuple[str, str],
    counting: DayCounting,
) -> None:
    ones = tuple(
        One(
            *(f"2026-11-{begun}", minutes, person, project),
            billable=billable,
            id=f"e{at}",
        )
        for at, (person, project, minutes, billable, begun) in enumerate(drawn)
    )
    # One each of what is gathered, so that there is an "Other" every time.
    ones += tuple(
        One("2026-11-17 09:00", 1, ANN, project, id=f"m{at}")
        for at, project in enumerate(MANY)
    )
    report = report_of(make_report, ones)
    query = replace(report.query, period=WEEK, counting=counting)
    need = opened_entries_need(query)
    # Clockify answers by the days of the report.
    entries = entries_of(*ones)
    entries = entries.take(
        (entries.day >= need.period.start.toordinal())
        & (entries.day <= need.period.end.toordinal())
    )
    facts = counted(entries.as_facts(), entries.start_s, BERLIN, counting).on(WEEK)
    report = replace(
        report, query=query, facts=replace(facts, more={}), server_total_s=None
    )
    answers = Answers(
        {
            ReportNeed(query): report,
            need: EntryReport(entries, NOW, entries.total_s),
        }
    )
    view = WHERE.choose(ReportState().view, "rows", levels[0])
    view = WHERE.choose(view, "colors", levels[1])
    state = ReportState(
        report=report, answers=answers, page_key=WHERE.key, view=view
    ).with_content(ReportState(), KeptContents())
    content = state.content
    assert content is not None
    # Those that stand in "Other" have lines in the table, and open by themselves.
    for matrix in (content.matrix, content.full):
        for row, label in enumerate(matrix.rows):
            for column, of_column in enumerate(matrix.columns):
                expected_s = int(matrix.seconds[row, column])
                if not expected_s:
                    continue
                opened = work_out(OpenedEntries(label.mark, of_column.mark), state)
                assert opened is not None
                assert opened.content is not None
                assert opened.trail[1:] == (label.name, of_column.name)
                assert opened.content.difference_s == 0
                assert opened.content.file.total_s == expected_s
                assert not opened.content.lacking


def test_somebody_who_is_gone_has_nothing_behind(make_report: MakeReport) -> None:
    report = report_of(make_report, ONES)
    answers = Answers({ReportNeed(report.query): report})
    state = ReportState(report=report, answers=answers, page_key=WHERE.key)
    gone = f"one:{UserId('gone')}"
    assert work_out(OpenedEntries(gone, None), state) is None
