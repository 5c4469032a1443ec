import asyncio
import random
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from clockify_desktop.api.retry import Wait
from clockify_desktop.domain.day_counting import (
    AS_CLOCKIFY,
    DayCounting,
    DaysIn,
    Midnight,
)
from clockify_desktop.domain.directory import Members, Person, Project, Workspace
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.identity import ProjectId, UserId, WorkspaceId
from clockify_desktop.domain.needs import Need, ReportNeed
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.presets import FixedPeriod, Preset
from clockify_desktop.domain.progress import Progress
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.selection import Selection
from clockify_desktop.pages import registry
from clockify_desktop.pages.answers import Answers as PageAnswers
from clockify_desktop.pages.chart_selection import ChartSelection
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.where import WhereContent, WhereTimeWent
from clockify_desktop.services.profile import Profile
from clockify_desktop.services.query_cache import QueryCache
from clockify_desktop.store.policy import Policy
from clockify_desktop.store.settings import AccountSettings
from clockify_desktop.viewmodels import other_pages
from clockify_desktop.viewmodels import report as report_module
from clockify_desktop.viewmodels.choice import ALL, only, to_dict
from clockify_desktop.viewmodels.opening_page import Opening
from clockify_desktop.viewmodels.page_state import Tone
from clockify_desktop.viewmodels.picker_row import picker_row_of
from clockify_desktop.viewmodels.picker_states import (
    ChosenPeriod,
    PeopleState,
    ProjectsState,
    ZoneReason,
)
from clockify_desktop.viewmodels.report import ReportViewModel
from clockify_desktop.viewmodels.report_state import ReportState
from clockify_desktop.viewmodels.report_texts import (
    figures_of,
    notes_in_words,
    page_of,
    status_of,
)
from clockify_desktop.viewmodels.suggestions import suggestions_of

MONDAY = datetime(2026, 11, 23, 8, tzinfo=UTC)
WORKSPACES = tuple(
    Workspace(WorkspaceId(f"w{number}"), f"Workspace {number}") for number in range(3)
)
PROFILE = Profile("me@x.example", "Europe/Berlin", 0, WORKSPACES, WorkspaceId("w1"))
PEOPLE = (Person(UserId("a"), "Ann"), Person(UserId("b"), "Bob"))
PROJECTS = (Project(ProjectId("p"), "Web"), Project(ProjectId("q"), "App"))
LAST_WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))


@dataclass
class Answers:
    """Answers when it is told to, with facts that tell which question they answer."""

    make_report: Callable[..., Report]
    in_view: Callable[[], ReportQuery | None] = lambda: None
    question: list[tuple[ReportQuery, bool]] = field(default_factory=list)
    gates: list[asyncio.Event] = field(default_factory=list)
    held: bool = False
    error: AppError | None = None
    told: Profile = PROFILE
    members_asked: list[WorkspaceId] = field(default_factory=list)
    members_gate: asyncio.Event | None = None
    members_error: AppError | None = None

    async def profile(self) -> Profile:
        if self.error:
            raise self.error
        return self.told

    async def members(self, workspace: Workspace) -> Members:
        self.members_asked.append(workspace.id)
        if self.members_gate is not None:
            await self.members_gate.wait()
        if self.members_error:
            raise self.members_error
        return {ProjectId("p"): frozenset({UserId(workspace.id)})}

    async def report(self, query: ReportQuery, *, refresh: bool = False) -> Report:
        # Weeks beside it are asked for when nobody waits any more.
        if query == self.in_view():
            self.question.append((query, refresh))
        if self.held:
            gate = asyncio.Event()
            self.gates.append(gate)
            await gate.wait()
        if self.error:
            raise self.error
        facts = [
            (0, 0, query.period.start, 3600, 0, 0, 0),
            (1, 1, query.period.start, 1800, 0, 0, 0),
        ]
        made = self.make_report(facts, PEOPLE, PROJECTS)
        return replace(made, query=query)


class Stage:
    """A view model with its answers, and a clock that can be put forward."""

    def __init__(self, answers: Answers, cache_of: Callable[[Any], QueryCache]) -> None:
        self.now = MONDAY
        self.answers = answers
        self.cache_of = cache_of
        self.caches: list[QueryCache] = []
        self.model = ReportViewModel(lambda: self.now)
        self.answers.in_view = self._in_view
        self.states: list[ReportState] = []
        self.kept: list[AccountSettings] = []
        self.model.changed.connect(self.states.append)
        self.model.remembered.connect(self.kept.append)

    def _in_view(self) -> ReportQuery | None:
        question = self.model.state.question
        return question and question.query

    async def settle(self) -> ReportState:
        for _ in range(200):
            if not self.model.state.loading:
                break
            if self.answers.held and self.answers.gates:
                break
            await asyncio.sleep(0)
        # Whatever changed was told.
        assert self.states[-1] is self.model.state
        return self.model.state

    async def settle_members(self) -> ReportState:
        for _ in range(20):
            await asyncio.sleep(0)
        return self.model.state

    async def opened(self, settings: AccountSettings | None = None) -> ReportState:
        self.caches.append(self.cache_of(self.answers))
        self.model.open(self.caches[-1], settings or AccountSettings())
        return await self.settle()


Play = Callable[[Callable[[Stage], Coroutine[Any, Any, None]]], None]


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(other_pages, "PAUSE_S", 0)


@pytest.fixture
def play(
    make_report: Callable[..., Report], cache_of: Callable[[Any], QueryCache]
) -> Play:
    def run(scene: Callable[[Stage], Coroutine[Any, Any, None]]) -> None:
        async def whole() -> None:
            stage = Stage(Answers(make_report), cache_of)
            await scene(stage)
            stage.model.leave()
            for cache in stage.caches:
                await cache.close()

        asyncio.run(whole())

    return run


def test_it_opens_on_last_week_of_the_profiles_workspace(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        state = await stage.opened()
        assert state.question is not None
        assert state.question.workspace.id == "w1"
        assert state.question.period == LAST_WEEK
        assert state.question.zone_reason is ZoneReason.PROFILE
        assert state.report is not None
        assert state.content is not None
        assert state.content.matrix.total_s == 5400
        assert not state.loading
        assert not state.outdated
        assert stage.states[0].loading

    play(scene)


def test_what_is_remembered_comes_back(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        choice = only([UserId("a")], ["a", "b"])
        settings = AccountSettings(
            workspace_id="w2",
            period="this-month",
            time_zone="Asia/Tokyo",
            page="where",
            options={"where": {"rows": "project", "colors": "user", "order": "time"}},
            choices={"w2/people": to_dict(choice)},
        )
        state = await stage.opened(settings)
        assert state.question is not None
        assert state.question.workspace.id == "w2"
        assert state.question.period == Period(date(2026, 11, 1), date(2026, 11, 30))
        assert state.question.time_zone == "Asia/Tokyo"
        assert state.question.zone_reason is ZoneReason.CHOSEN
        assert state.view.choices == {
            "rows": "project",
            "colors": "user",
            "order": "time",
            "billable": "all",
        }
        assert state.people == choice
        assert state.content is not None
        assert state.content.matrix.total_s == 3600

    play(scene)


def test_what_makes_no_sense_any_more_is_passed_over(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        settings = AccountSettings(
            workspace_id="gone",
            period="someday",
            time_zone="Mars/Base",
            counting={"rounding": "sideways:7", "more": ""},
            page="gone too",
            options={"where": {"rows": "x", "colors": "y", "order": "z", "more": ""}},
        )
        state = await stage.opened(settings)
        assert state.question is not None
        assert state.question.workspace.id == "w1"
        assert state.question.period == LAST_WEEK
        assert state.question.time_zone == "Europe/Berlin"
        assert state.question.zone_reason is ZoneReason.PROFILE
        assert state.question.counting == AS_CLOCKIFY
        assert state.view.choices["rows"] == "user"

    play(scene)


@pytest.mark.parametrize(
    ("named", "reason"),
    [("Mars/Base", ZoneReason.NOT_KNOWN), ("", ZoneReason.NOT_NAMED)],
)
def test_a_zone_that_is_not_the_profiles_is_not_said_to_be(
    play: Play, named: str, reason: ZoneReason
) -> None:
    async def scene(stage: Stage) -> None:
        stage.answers.told = replace(
            PROFILE, time_zone="UTC", unknown_zone=named, unknown_week_start="NODAY"
        )
        state = await stage.opened()
        assert state.question is not None
        assert state.question.zone_reason is reason
        assert state.question.query.unknown_week_start == "NODAY"
        period = picker_row_of(state).period
        assert period is not None
        assert period.profile_zone is None
        period_choice = state.question.period_choice
        stage.model.choose_period(ChosenPeriod(period_choice, "Asia/Tokyo"))
        stage.model.choose_period(ChosenPeriod(period_choice, "UTC"))
        question = (await stage.settle()).question
        assert question is not None
        assert question.zone_reason is reason

    play(scene)


def test_people_and_projects_never_ask(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        await stage.opened()
        stage.model.choose_people(only(["a"], ["a", "b"]))
        assert stage.model.state.content is not None
        assert stage.model.state.content.matrix.total_s == 3600
        stage.model.choose_projects(only(["q"], ["p", "q"]))
        assert stage.model.state.content.matrix.total_s == 0
        stage.model.choose_people(ALL)
        assert stage.model.state.content.matrix.total_s == 1800
        assert len(stage.answers.question) == 1
        assert stage.kept[-1].choices["w1/projects"]["rule"] == "only"

    play(scene)


def test_members_come_after_the_report_and_with_its_workspace(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        stage.answers.members_gate = asyncio.Event()
        state = await stage.opened()
        # Nobody waits for them.
        assert state.report is not None
        assert not state.loading
        assert state.members is None
        stage.answers.members_gate.set()
        state = await stage.settle_members()
        assert state.members == {"p": {"w1"}}
        # What is known stays while the same workspace is asked anew.
        stage.model.refresh()
        assert (await stage.settle()).members == {"p": {"w1"}}
        await stage.settle_members()
        stage.model.choose_workspace("w2")
        assert (await stage.settle()).members is None
        assert (await stage.settle_members()).members == {"p": {"w2"}}
        assert stage.answers.members_asked == ["w1", "w1", "w2"]

    play(scene)


def test_without_members_the_report_goes_on(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        stage.answers.members_error = AppError("No", "Later.")
        opened = await stage.opened()
        state = await stage.settle_members()
        assert state.report is opened.report
        assert state.members is None
        assert state.error is None

    play(scene)


def test_late_members_of_an_account_that_is_left_are_dropped(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        stage.answers.members_gate = asyncio.Event()
        await stage.opened()
        stage.model.leave()
        stage.answers.members_gate.set()
        assert await stage.settle_members() == ReportState()

    play(scene)


def test_late_members_of_the_account_before_are_dropped(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        gate = stage.answers.members_gate = asyncio.Event()
        await stage.opened()
        await asyncio.sleep(0)
        stage.answers.held = True
        stage.answers.members_gate = None
        await stage.opened()
        gate.set()
        assert (await stage.settle_members()).members is None

    play(scene)


def test_steps_are_not_remembered_and_home_leads_back(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        await stage.opened()
        stage.model.step(-1)
        state = await stage.settle()
        assert state.question is not None
        assert state.question.period == Period(date(2026, 11, 9), date(2026, 11, 15))
        assert stage.kept[-1].period == "last-week"
        stage.model.reset_period()
        state = await stage.settle()
        assert state.question is not None
        assert state.question.period == LAST_WEEK
        stage.model.choose_period(
            ChosenPeriod(FixedPeriod(Period(date(1, 1, 1), date(1, 1, 7))), "UTC")
        )
        state = await stage.settle()
        stage.model.step(-1)
        assert stage.model.state.question == state.question
        assert stage.kept[-1].period == "0001-01-01..0001-01-07"
        assert stage.kept[-1].time_zone == "UTC"

    play(scene)


def test_what_is_here_is_shown_before_more_is_asked_for(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scene(stage: Stage) -> None:
        monkeypatch.setattr(report_module, "ASKED_AFTER_S", 0)
        first = await stage.opened()
        model, cache = stage.model, stage.caches[-1]
        model.step(-1)
        before = await stage.settle()
        wanted: list[None] = []
        want = cache.want

        def counted(*tiers: Any, beside: Any = ()) -> None:
            wanted.append(None)
            want(*tiers, beside=beside)

        monkeypatch.setattr(cache, "want", counted)
        # Whoever passes by asks for nothing on the way.
        for by, there in ((1, first), (-1, before), (1, first)):
            model.step(by)
            assert model.state.report is there.report
            assert not model.state.loading
        assert wanted == []
        await stage.settle_members()
        assert len(wanted) == 1
        # Who leaves asks once, for nothing.
        model.step(-1)
        model.leave()
        await stage.settle_members()
        assert len(wanted) == 2

    play(scene)


def test_what_was_only_just_stepped_to_is_asked_for_anew(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scene(stage: Stage) -> None:
        monkeypatch.setattr(report_module, "ASKED_AFTER_S", 0)
        first = await stage.opened()
        for by in (-1, -1):
            stage.model.step(by)
            await stage.settle_members()
            await stage.settle()
        # By now it is no week beside the one in view.
        stage.model.step(2)
        assert stage.model.state.report is first.report
        stage.answers.question.clear()
        stage.model.refresh()
        state = await stage.settle()
        assert stage.answers.question == [(state.report.query, True)]
        assert state.report is not first.report

    play(scene)


def test_the_profiles_own_zone_is_not_remembered(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        await stage.opened()
        for zone, kept in (("Asia/Tokyo", "Asia/Tokyo"), ("Europe/Berlin", None)):
            stage.model.choose_period(ChosenPeriod(Preset.LAST_WEEK, zone))
            assert stage.kept[-1].time_zone == kept

    play(scene)


def test_the_workspace_that_is_shown_is_not_asked_again(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        await stage.opened()
        stage.model.choose_workspace("w1")
        stage.model.choose_workspace("gone")
        assert not stage.model.state.loading
        assert len(stage.answers.question) == 1

    play(scene)


def test_a_wait_is_told_once_and_only_of_an_account_that_is_open(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        wait = Wait("Clockify is busy", MONDAY, 2, 3)
        stage.model.tell_wait(wait)
        assert stage.states == []
        await stage.opened()
        before = len(stage.states)
        stage.model.tell_wait(wait)
        stage.model.tell_wait(replace(wait))
        assert [one.wait for one in stage.states[before:]] == [wait]
        stage.model.tell_wait(None)
        assert stage.model.state.wait is None

    play(scene)


def test_an_error_is_gone_while_it_is_tried_again(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        refusal = AppError("No", "Later.")
        stage.answers.error = refusal
        await stage.opened()
        # The profile first, then the report.
        for _ in range(2):
            assert stage.model.state.error is refusal
            stage.model.refresh()
            assert stage.model.state.loading
            assert stage.model.state.error is None
            stage.answers.error = None
            await stage.settle()
            stage.answers.error = refusal
            stage.model.refresh()
            await stage.settle()

    play(scene)


def test_a_failure_leaves_the_report_and_a_retry_mends(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        before = await stage.opened()
        stage.answers.error = AppError("No", "Later.")
        stage.model.refresh()
        state = await stage.settle()
        assert state.error is stage.answers.error
        assert state.report is before.report
        assert not state.loading
        stage.answers.error = None
        stage.model.refresh()
        state = await stage.settle()
        assert state.error is None
        assert state.report is not before.report
        assert [refresh for _, refresh in stage.answers.question] == [False, True, True]

    play(scene)


def test_an_account_that_is_known_already_is_shown_at_once(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        state = await stage.opened()
        stage.model.leave()
        stage.model.open(stage.caches[-1], AccountSettings())
        assert not stage.model.state.loading
        assert stage.model.state.report is state.report
        assert len(stage.answers.question) == 1

    play(scene)


def test_a_profile_that_fails_can_be_asked_again(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        stage.answers.error = AppError("No", "Later.")
        state = await stage.opened()
        assert state.error is not None
        assert state.report is None
        stage.answers.error = None
        stage.model.refresh()
        assert (await stage.settle()).report is not None

    play(scene)


def test_how_far_a_report_is_is_shown_until_it_is_here(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        await stage.opened()
        stage.answers.held = True
        stage.model.step(-1)
        question = stage.model.state.question
        assert question is not None
        stage.caches[-1].tell_progress(ReportNeed(question.query), Progress(7, 61))
        assert stage.states[-1].progress == Progress(7, 61)
        stage.model.cancel()
        assert stage.states[-1].progress is None

    play(scene)


def test_cancel_keeps_the_report_and_turns_the_pickers_back(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        before = await stage.opened()
        stage.answers.held = True
        stage.model.step(-1)
        await asyncio.sleep(0)
        assert stage.model.state.loading
        assert stage.model.state.outdated
        assert stage.model.state.report is before.report
        assert stage.states[-1] is stage.model.state
        stage.model.choose_workspace("w2")
        assert stage.states[-1] is stage.model.state
        stage.model.cancel()
        assert stage.states[-1] is stage.model.state
        state = stage.model.state
        assert not state.loading
        assert not state.outdated
        assert state.report is before.report
        assert state.question is not None
        assert state.question.workspace.id == "w1"
        assert state.question.period == LAST_WEEK
        # It would else be the first to open next time.
        assert stage.kept[-1].workspace_id == "w1"

    play(scene)


def nothing_is_told_of_a_report(state: ReportState) -> bool:
    pickers = picker_row_of(state)
    told = (state.report, state.content, state.members)
    in_parts = (figures_of(state), notes_in_words(state.report), suggestions_of(state))
    status = status_of(state, MONDAY, "me")
    return (
        told == (None, None, None)
        and in_parts == ((), (), ())
        and (status.verdict, status.fetched, status.tone) == ("", "", Tone.QUIET)
        and (pickers.people, pickers.projects) == (PeopleState(), ProjectsState())
        and page_of(state, MONDAY).error_note == ""
        and not state.answers.values
        and not state.others
        and not state.view.selected
    )


def test_how_days_are_counted_is_asked_and_remembered(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        before = await stage.opened()
        split = DayCounting(midnight=Midnight.SPLIT)
        stage.model.choose_counting(split)
        state = await stage.settle()
        assert state.report is not before.report
        assert state.report is not None
        assert state.report.query.counting == split
        assert stage.kept[-1].counting == {"midnight": "split"}
        period = picker_row_of(state).period
        assert period is not None
        assert period.counting == split
        stage.answers.held = True
        stage.model.choose_counting(DayCounting(DaysIn.OWN))
        await asyncio.sleep(0)
        assert stage.model.state.report is state.report
        stage.model.cancel()
        assert stage.model.state.question is not None
        assert stage.model.state.question.counting == split
        assert stage.kept[-1].counting == {"midnight": "split"}
        stage.answers.held = False
        again = await stage.opened(stage.kept[-1])
        assert again.question is not None
        assert again.question.counting == split

    play(scene)


def test_nothing_of_another_workspace_stands_under_the_new_name(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        before = await stage.opened()
        assert before.content is not None
        stage.model.choose_people(only(["a"], ["a", "b"]))
        stage.model.select(ChartSelection(rows=frozenset({"one:a"})))
        stage.answers.held = True
        stage.model.choose_workspace("w2")
        await asyncio.sleep(0)
        assert stage.model.state.loading
        assert nothing_is_told_of_a_report(stage.model.state)
        stage.answers.error = AppError("No", "Later.")
        for gate in stage.answers.gates:
            gate.set()
        for _ in range(20):
            await asyncio.sleep(0)
        refused = stage.model.state
        assert refused.error is stage.answers.error
        assert nothing_is_told_of_a_report(refused)
        # Whoever goes back finds all as it was.
        stage.model.choose_workspace("w1")
        state = stage.model.state
        assert state.report is before.report
        assert state.people == only(["a"], ["a", "b"])
        assert state.error is None

    play(scene)


@pytest.mark.parametrize("fails", [False, True])
def test_nothing_of_another_account_stands_under_the_new_name(
    play: Play,
    fails: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    async def scene(stage: Stage) -> None:
        await stage.opened()
        before = len(stage.states)
        if fails:
            stage.answers.error = AppError("No", "Later.")
        stage.answers.held = not fails
        await stage.opened()
        told = stage.states[before:]
        assert told[-1].error is stage.answers.error
        # The first of them is told before anything is asked.
        assert told[0] == ReportState()
        assert all(map(nothing_is_told_of_a_report, told))

    play(scene)


def test_a_hundred_switches_never_show_a_foreign_row(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        await stage.opened()
        chance = random.Random(4)
        stage.answers.held = True
        for _ in range(100):
            stage.model.choose_workspace(f"w{chance.randrange(3)}")
            await asyncio.sleep(0)
            if stage.answers.gates and chance.random() < 0.5:
                chance.choice(stage.answers.gates).set()
            for _ in range(chance.randrange(4)):
                await asyncio.sleep(0)
            state = stage.model.state
            assert state.question is not None
            if not state.loading:
                assert state.report is not None
                assert state.report.query.workspace == state.question.workspace
        stage.answers.held = False
        for gate in stage.answers.gates:
            gate.set()
        state = await stage.settle()
        assert not state.outdated

    play(scene)


def test_a_new_day_moves_the_preset_but_nobody_who_stepped_away(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        await stage.opened()
        stage.model.refresh_today()
        assert len(stage.answers.question) == 1
        stage.now += timedelta(days=1)
        stage.model.refresh_today()
        assert len(stage.answers.question) == 1
        stage.now += timedelta(days=7)
        stage.model.refresh_today()
        state = await stage.settle()
        assert state.question is not None
        assert state.question.period == Period(date(2026, 11, 23), date(2026, 11, 29))
        stage.model.step(-2)
        stepped = await stage.settle()
        stage.now += timedelta(days=7)
        stage.model.refresh_today()
        assert stepped.question is not None
        assert stage.model.state.question is not None
        assert stage.model.state.question.period == stepped.question.period

    play(scene)


def test_a_focus_is_of_the_moment(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        state = await stage.opened()
        assert state.content is not None
        mark = state.content.matrix.rows[0].mark
        stage.model.select(ChartSelection(rows=frozenset({mark})))
        focused = stage.model.state
        assert focused.content is not None
        assert [chip.words() for chip in focused.content.chips] == ["Ann"]
        assert focused.content.narrowed.people == {"a"}
        stage.model.choose_control("rows", "project")
        assert not stage.model.state.view.selected
        assert stage.kept[-1].options["where"]["rows"] == "project"

    play(scene)


def test_a_focus_stays_in_its_workspace(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        state = await stage.opened()
        assert state.content is not None
        # People of the same id are in the other workspace too.
        mark = state.content.matrix.rows[0].mark
        stage.model.select(ChartSelection(rows=frozenset({mark})))
        stage.model.refresh()
        assert (await stage.settle()).view.selected
        stage.model.choose_workspace("w2")
        assert not (await stage.settle()).view.selected

    play(scene)


def test_leaving_drops_what_is_under_way(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        await stage.opened()
        stage.answers.held = True
        stage.model.refresh()
        await asyncio.sleep(0)
        stage.model.leave()
        for gate in stage.answers.gates:
            gate.set()
        for _ in range(5):
            await asyncio.sleep(0)
        assert stage.states[-1] == stage.model.state == ReportState()
        # Nothing can be wished of an account that is gone.
        stage.model.step(1)
        stage.model.refresh()
        stage.model.reset_period()
        stage.model.choose_workspace("w0")
        stage.model.refresh_today()
        stage.model.choose_period(ChosenPeriod(Preset.TODAY, "UTC"))
        assert stage.model.state == ReportState()
        stage.model.cancel()
        for _ in range(5):
            await asyncio.sleep(0)
        assert stage.model.state == ReportState()
        assert len(stage.answers.question) == 2

    play(scene)


class WithEarlierWeek(WhereTimeWent):
    """A page that needs an earlier report too, and counts what it was given."""

    key = "earlier"

    def needs(self, query: ReportQuery) -> tuple[Need, ...]:
        start, end = query.period.start, query.period.end
        earlier = Period(start - timedelta(days=28), end - timedelta(days=28))
        return ReportNeed(query), ReportNeed(replace(query, period=earlier))

    def content(
        self,
        answers: PageAnswers,
        query: ReportQuery,
        selection: Selection,
        view: ViewOptions,
    ) -> WhereContent | None:
        content = super().content(answers, query, selection, view)
        # Other pages need other things than reports.
        reports = sum(isinstance(one, ReportNeed) for one in answers.values)
        return None if content is None else replace(content, count=reports)


@pytest.fixture
def two_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = (registry.GROUPED, WithEarlierWeek())
    monkeypatch.setattr(registry, "PAGES", pages)


@pytest.mark.usefixtures("two_pages")
def test_a_page_is_given_what_it_needs_as_it_comes(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        stage.answers.held = True
        await stage.opened()
        stage.answers.gates[0].set()
        await stage.settle()
        first = await stage.settle_members()
        # What other pages need comes by itself, and is under way.
        stage.model.choose_page("earlier")
        await stage.settle_members()
        waiting = stage.model.state
        assert waiting.loading
        assert waiting.content is not None
        assert (waiting.content.count, waiting.report) == (1, first.report)
        stage.answers.held = False
        for gate in stage.answers.gates:
            gate.set()
        await stage.settle_members()
        whole = stage.model.state
        assert whole.content is not None
        assert (whole.content.count, whole.loading) == (2, False)
        stage.model.choose_control("rows", "project")
        stage.model.choose_page("where")
        assert stage.model.state.view.choices["rows"] == "user"
        assert stage.kept[-1].options["earlier"]["rows"] == "project"
        assert stage.kept[-1].page == "where"

    play(scene)


@pytest.mark.usefixtures("two_pages")
def test_days_that_another_page_asked_for_are_shown(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        await stage.opened(AccountSettings(page="where"))
        await stage.settle_members()
        # The other page needs the week four weeks ago.
        earlier = FixedPeriod(Period(date(2026, 10, 19), date(2026, 10, 25)))
        stage.model.choose_period(ChosenPeriod(earlier, "Europe/Berlin"))
        stepped = stage.model.state
        assert stepped.report is not None
        assert stepped.content is not None
        assert stepped.report.query.period.start == date(2026, 10, 19)
        assert stepped.content.query == stepped.report.query

    play(scene)


@pytest.mark.usefixtures("two_pages")
def test_what_a_page_needs_besides_may_be_refused(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        stage.answers.held = True
        await stage.opened()
        stage.answers.gates[0].set()
        await stage.settle()
        await stage.settle_members()
        error = stage.answers.error = AppError("Clockify is busy", "Wait a moment.")
        stage.answers.held = False
        for gate in stage.answers.gates:
            gate.set()
        await stage.settle_members()
        stage.model.choose_page("earlier")
        refused = await stage.settle()
        assert refused.error is error
        assert refused.content is not None
        assert refused.content.count == 1
        # The report is here and fresh: only what the page needs besides is not.
        assert not refused.not_refreshed
        stage.model.refresh()
        both = await stage.settle()
        assert both.error is error
        assert both.not_refreshed
        stage.answers.error = None
        stage.model.refresh()
        whole = await stage.settle()
        assert whole.error is None
        assert whole.content is not None
        assert whole.content.count == 2

    play(scene)


@pytest.mark.usefixtures("two_pages")
def test_what_nobody_looks_at_waits_until_it_may_be_looked_at(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        stage.model.hold_others()
        await stage.opened()
        first = await stage.settle_members()
        assert first.content is not None
        assert (stage.answers.members_asked, first.others) == ([], {})
        # Whoever goes on meanwhile is asked for what they see, and no more.
        stage.model.step(-1)
        stepped = await stage.settle_members()
        assert len(stage.answers.question) == 2
        assert (stage.answers.members_asked, stepped.others) == ([], {})
        stage.model.look_ahead()
        whole = await stage.settle_members()
        assert stage.answers.members_asked == ["w1"]
        assert set(whole.others) == {"earlier"}
        assert whole.report is stepped.report
        assert whole.content is not None
        assert stepped.content is not None
        assert whole.content.sentence == stepped.content.sentence
        # There is nothing to ask where no account is open.
        stage.model.leave()
        stage.model.look_ahead()
        assert stage.model.state.report is None

    play(scene)


def test_names_are_hidden_and_shown_again_without_asking(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        real = {one.name for one in PEOPLE}
        opened = await stage.opened()
        asked = len(stage.answers.question)
        assert opened.report is not None
        assert {one.name for one in opened.report.everybody} == real
        stage.model.hide_names(hidden=True)
        hidden = stage.model.state
        assert hidden.names_hidden
        assert hidden.report is not None
        assert hidden.content is not None
        words = {*(one.name for one in hidden.report.everybody)}
        words |= set(hidden.content.picture.names)
        assert not words & real
        # What comes later is hidden, too.
        stage.model.step(-1)
        earlier = await stage.settle()
        assert earlier.report is not None
        assert not {one.name for one in earlier.report.everybody} & real
        stage.model.step(1)
        await stage.settle()
        stage.model.hide_names(hidden=False)
        again = stage.model.state
        assert again.report is opened.report
        assert len(stage.answers.question) == asked + 1

    play(scene)


def test_that_names_are_hidden_is_remembered_of_each_account(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        model = stage.model
        # Of nobody's account nothing is remembered.
        model.hide_names(hidden=True)
        assert stage.kept == []
        opened = await stage.opened()
        assert not opened.names_hidden
        model.hide_names(hidden=True)
        assert stage.kept[-1].hide_names
        again = await stage.opened(stage.kept[-1])
        assert again.names_hidden
        assert again.report is not None
        assert not {one.name for one in again.report.everybody} & {"Ann", "Bob"}
        model.hide_names(hidden=False)
        assert not stage.kept[-1].hide_names
        other = await stage.opened(AccountSettings(hide_names=True))
        assert other.names_hidden

    play(scene)


def test_a_policy_hides_names_whatever_is_wished(
    make_report: Callable[..., Report], cache_of: Callable[[Any], QueryCache]
) -> None:
    policy = Policy(frozenset({"where"}), hide_names=True)

    async def scene() -> None:
        model = ReportViewModel(lambda: MONDAY, policy=policy)
        cache = cache_of(Answers(make_report))
        model.open(cache, AccountSettings(page="where"))
        for _ in range(50):
            await asyncio.sleep(0)
        model.hide_names(hidden=False)
        assert model.state.names_hidden
        assert model.state.report is not None
        assert all(
            one.name.startswith("Person ") for one in model.state.report.everybody
        )
        model.choose_page("where")
        assert model.state.page_key != "where"
        assert "where" not in model.state.contents
        await model.close()
        await cache.close()

    asyncio.run(scene())


def test_a_week_that_is_new_opens_the_overview_and_later_the_page_left(
    play: Play,
) -> None:
    async def scene(stage: Stage) -> None:
        async def opened(settings: AccountSettings) -> ReportState:
            stage.caches.append(stage.cache_of(stage.answers))
            stage.model.open(stage.caches[-1], settings, opening=Opening.OVERVIEW)
            return await stage.settle()

        state = await opened(AccountSettings(page="projects"))
        assert state.page_key == "overview"
        assert stage.kept[-1].seen == (f"{LAST_WEEK.start}..{LAST_WEEK.end}",)
        assert stage.kept[-1].page == "overview"
        stage.model.choose_page("trend")
        assert (await opened(stage.kept[-1])).page_key == "trend"
        stage.now += timedelta(weeks=1)
        assert (await opened(stage.kept[-1])).page_key == "overview"

    play(scene)


def test_a_week_that_could_not_be_had_is_still_new(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        await stage.opened()
        stage.answers.error = AppError("Clockify is busy", "Wait a moment.")
        stage.model.step(-9)
        refused = await stage.settle()
        assert refused.error is not None
        assert len(stage.kept[-1].seen) == 1

    play(scene)


def test_the_overview_hides_names_with_the_pages_it_is_made_of(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        await stage.opened()
        stage.model.choose_page("overview")
        # Sentences of one person name them.
        stage.model.choose_people(only({UserId("a")}, {one.id for one in PEOPLE}))
        await stage.settle_members()
        asked = len(stage.answers.question)
        for hidden in (False, True):
            stage.model.hide_names(hidden=hidden)
            content = stage.model.state.content
            assert content is not None
            assert not hidden or "Ann" not in " ".join(content.picture.names)
            await stage.settle_members()
            content = stage.model.state.content
            assert content is not None
            said = " ".join(content.picture.names)
            assert ("Ann" not in said) is hidden
            assert "Person A" in said or not hidden
        assert len(stage.answers.question) == asked

    play(scene)


def test_pages_are_turned_as_far_as_there_are_any(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        await stage.opened()
        stage.model.choose_page("projects")
        turned = []
        for by in (1, 1, -1, -1):
            stage.model.turn_page(by)
            turned.append(stage.model.state.page_key)
        assert turned == ["to-check", "to-check", "projects", "trend"]

    play(scene)


def test_tasks_are_asked_for_when_somebody_chooses_them(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        await stage.opened(AccountSettings(page="where"))
        asked = len(stage.answers.question)
        stage.answers.held = True
        stage.model.choose_control("rows", "task")
        waiting = await stage.settle_members()
        assert waiting.loading
        assert waiting.content is not None
        assert "Tasks are not here yet" in waiting.content.sentence
        assert waiting.view.choices["rows"] == "task"
        assert len(stage.answers.question) == asked + 1
        stage.answers.held = False
        for gate in stage.answers.gates:
            gate.set()
        await stage.settle()
        # Neither another order nor the way back asks for anything.
        for control, choice in (("order", "time"), ("rows", "user"), ("rows", "task")):
            stage.model.choose_control(control, choice)
            await stage.settle()
        assert len(stage.answers.question) == asked + 1
        # Both are asked anew together; what is refused is said above the page.
        stage.answers.error = AppError("Clockify is busy", "Wait.")
        stage.model.refresh()
        refused = await stage.settle()
        assert len(stage.answers.question) == asked + 3
        assert refused.error is stage.answers.error
        assert refused.content is not None

    play(scene)


def test_a_view_may_be_changed_before_anything_is_asked(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        view = replace(stage.model.state.view, choices={"rows": "task"})
        stage.model.change_view(view)
        assert stage.model.state.question is None
        assert stage.model.state.view.choices["rows"] == "task"

    play(scene)
