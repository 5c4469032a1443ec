import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from clockify_desktop.domain.directory import Members, Person, Project, Workspace
from clockify_desktop.domain.identity import ProjectId, UserId, WorkspaceId
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.presets import FixedPeriod, Preset
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.services.profile import Profile
from clockify_desktop.services.query_cache import QueryCache
from clockify_desktop.store.policy import NOTHING_OFF, Policy
from clockify_desktop.store.settings import AccountSettings, SavedView
from clockify_desktop.viewmodels.choice import ALL, only, to_dict
from clockify_desktop.viewmodels.picker_states import ChosenPeriod
from clockify_desktop.viewmodels.report import ReportViewModel
from clockify_desktop.viewmodels.report_state import ReportState
from clockify_desktop.viewmodels.saved_views import (
    FIRST_VIEWS,
    renamed,
    with_view,
    without_view,
)
from clockify_desktop.viewmodels.suggestions import (
    SuggestionActions,
    SuggestionKey,
    suggestions_of,
)

ANN, BOB, CID = (Person(UserId(one), one.upper()) for one in "abc")
PROJECTS = tuple(Project(ProjectId(one), one.upper()) for one in "pq")
HOME, LABS = (Workspace(WorkspaceId(one), one) for one in ("w1", "w2"))
TWO = only(["a", "gone", "left"], ["a", "b", "gone", "left"])
GONE = SavedView(
    "Few",
    "where",
    "this-week",
    workspace="w1",
    choices={
        "people": to_dict(TWO),
        "projects": to_dict(only(["p", None, "old"], ["p", "q", None, "old"])),
    },
)


class Answers:
    """Ann and Bob work at home, where the key is Ann's; Cid at the labs."""

    def __init__(self, make_report: Callable[..., Report]) -> None:
        self._make_report = make_report

    async def profile(self) -> Profile:
        spaces = (HOME, LABS)
        return Profile("me@x.example", "UTC", 0, spaces, HOME.id, user=ANN.id)

    async def report(self, query: ReportQuery, *, refresh: bool = False) -> Report:
        del refresh
        people = (ANN, BOB) if query.workspace == HOME else (CID,)
        facts = [(0, 0, query.period.start, 60, 0, 0, 0)]
        return replace(self._make_report(facts, people, PROJECTS), query=query)

    async def members(self, workspace: Workspace) -> Members:
        del workspace
        return {}


class Stage:
    def __init__(self, model: ReportViewModel) -> None:
        self.model = model
        self.actions = SuggestionActions(model)
        self.kept: list[AccountSettings] = []
        model.remembered.connect(self.kept.append)

    @property
    def state(self) -> ReportState:
        return self.model.state

    async def settled(self) -> ReportState:
        def is_here() -> bool:
            return self.state.report is not None and not self.state.loading

        came = asyncio.Event()
        connection = self.model.changed.connect(lambda _: is_here() and came.set())
        if not is_here():
            await came.wait()
        self.model.changed.disconnect(connection)
        return self.state

    async def opened(self, name: str) -> ReportState:
        (view,) = (one for one in self.model.views if one.name == name)
        self.model.open_view(view)
        return await self.settled()

    @property
    def said(self) -> list[str]:
        return [one.words for one in suggestions_of(self.state)]


Scene = Callable[[Stage], Coroutine[Any, Any, None]]


@pytest.fixture
def play(
    make_report: Callable[..., Report], cache_of: Callable[[Any], QueryCache]
) -> Callable[..., None]:
    def run(
        scene: Scene, *views: SavedView, policy: Policy = NOTHING_OFF, page: str = ""
    ) -> None:
        async def whole() -> None:
            now = datetime(2026, 11, 23, 9, tzinfo=UTC)
            stage = Stage(ReportViewModel(lambda: now, policy=policy))
            cache = cache_of(Answers(make_report))
            settings = AccountSettings(page=page, views=views or None)
            stage.model.open(cache, settings)
            await stage.settled()
            await scene(stage)
            stage.model.leave()
            await cache.close()

        asyncio.run(asyncio.wait_for(whole(), 10))

    return run


def test_three_views_are_there_from_the_start(play: Callable[..., None]) -> None:
    async def scene(stage: Stage) -> None:
        assert stage.model.views == FIRST_VIEWS
        month = await stage.opened("Month by client")
        assert month.page_key == "where"
        assert month.view.choices["rows"] == "client"
        assert month.question is not None
        assert month.question.period == Period(date(2026, 10, 1), date(2026, 10, 31))
        own = await stage.opened("My own week")
        assert own.question is not None
        assert own.question.period.start == date(2026, 11, 23)
        assert own.selection.people == {"a"}
        # Bob was there when it was opened: he is not new since.
        assert stage.said == []
        monday = await stage.opened("Monday review")
        assert (monday.page_key, monday.people) == (monday.pages[0].key, ALL)
        assert monday.question is not None
        assert monday.question.period_choice is Preset.LAST_WEEK
        assert stage.kept[-1].page == monday.page_key
        assert stage.kept[-1].period == "last-week"

    play(scene)


def test_what_is_looked_at_is_saved_and_comes_back(play: Callable[..., None]) -> None:
    async def scene(stage: Stage) -> None:
        model = stage.model
        model.choose_page("where")
        model.choose_control("rows", "project")
        model.choose_people(only(["b"], ["a", "b"]))
        model.choose_projects(only(["p"], ["p", "q"]))
        days = FixedPeriod(Period(date(2026, 11, 2), date(2026, 11, 4)))
        model.choose_period(ChosenPeriod(days, "UTC"))
        await stage.settled()
        model.step(1)
        await stage.settled()
        model.keep_views(with_view(model.views, model.view_now("Bob")))
        assert stage.kept[-1].views is not None
        saved = stage.kept[-1].views[-1]
        assert (saved.page, saved.workspace) == ("where", "w1")
        # Steps are of the moment.
        assert saved.period == "2026-11-02..2026-11-04"
        await stage.opened("Monday review")
        assert stage.state.selection.people is None
        assert model.view_now("All").workspace == ""
        again = await stage.opened("Bob")
        assert (again.page_key, again.view.choices["rows"]) == ("where", "project")
        assert again.selection.people == {"b"}
        assert again.selection.projects == {"p"}
        assert again.question is not None
        assert again.question.period == days.period
        assert stage.said == []

    play(scene)


def test_a_view_of_chosen_people_leads_to_their_workspace(
    play: Callable[..., None],
) -> None:
    async def scene(stage: Stage) -> None:
        state = await stage.opened("Few")
        assert state.selection.people == {"a"}
        stage.model.choose_workspace("w2")
        await stage.settled()
        assert stage.said == []
        state = await stage.opened("Few")
        assert state.report is not None
        assert state.report.query.workspace == HOME
        assert state.selection.people == {"a"}
        assert stage.kept[-1].workspace_id == "w1"

    play(scene, GONE)


def test_who_is_gone_is_said_and_the_rest_is_shown(play: Callable[..., None]) -> None:
    async def scene(stage: Stage) -> None:
        state = await stage.opened("Few")
        assert state.selection.people == {"a"}
        assert state.selection.projects == {"p"}
        words = "The view Few has 2 people and 1 project not there any more."
        assert stage.said == [f"{words} Shown are the others"]
        stage.actions.decline(SuggestionKey.VIEW)
        assert stage.said == []
        assert stage.model.views == (GONE,)
        await stage.opened("Few")
        stage.actions.take(SuggestionKey.VIEW)
        assert stage.said == []
        (left,) = stage.model.views
        assert left.choices["people"]["ids"] == ["a"]
        assert left.choices["projects"]["ids"] == [None, "p"]
        await stage.opened("Few")
        assert stage.said == []

    play(scene, GONE)


def test_where_all_are_gone_nobody_is_shown(play: Callable[..., None]) -> None:
    nobody = to_dict(only(["gone"], ["gone", "a", "b"]))
    view = SavedView("One", "where", "this-week", "w1", choices={"people": nobody})

    async def scene(stage: Stage) -> None:
        state = await stage.opened("One")
        assert state.selection.people == frozenset()
        assert stage.said == ["The view One has 1 person not there any more"]
        stage.model.choose_people(ALL)
        assert stage.said == []
        await stage.opened("One")
        stage.model.choose_projects(ALL)
        assert stage.said == []

    play(scene, view)


def test_a_workspace_that_is_gone_leaves_page_and_period(
    play: Callable[..., None],
) -> None:
    async def scene(stage: Stage) -> None:
        state = await stage.opened("Few")
        assert state.question is not None
        assert state.question.period_choice is Preset.THIS_WEEK
        assert state.people == ALL
        said = "The view Few is of a workspace that is not here. Shown is all of w1"
        assert stage.said == [said]
        # Nothing is kept of a view that nobody mends.
        stage.actions.take(SuggestionKey.VIEW)
        stage.actions.take(SuggestionKey.VIEW)
        assert stage.model.views == ()

    play(scene, replace_workspace(GONE, "elsewhere"))


def replace_workspace(view: SavedView, workspace: str) -> SavedView:
    return SavedView(
        view.name, view.page, view.period, workspace, view.options, view.choices
    )


def test_a_page_that_is_switched_off_is_said(play: Callable[..., None]) -> None:
    view = SavedView("Days", "who-logged", "no such period")

    async def scene(stage: Stage) -> None:
        state = await stage.opened("Days")
        assert state.page_key == "where"
        assert state.question is not None
        assert state.question.period_choice is Preset.LAST_WEEK
        said = "The view Days is of a page that is not here. Shown is Where time went"
        assert stage.said == [said]
        stage.model.choose_page("trend")
        assert stage.said == []
        stage.model.leave()
        stage.model.open_view(view)
        assert stage.state.question is None

    play(scene, view, policy=Policy(frozenset({"who-logged"})))


def test_views_are_called_something_else_and_left_out() -> None:
    views = FIRST_VIEWS
    first, *others = views
    assert with_view(views, first) == views
    names = [one.name for one in renamed(views, first.name, "Mondays")]
    assert names == ["Mondays", *(one.name for one in others)]
    assert renamed(views, first.name, others[0].name) == views
    assert renamed(views, first.name, "") == views
    assert without_view(views, first.name) == tuple(others)
