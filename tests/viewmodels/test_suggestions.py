import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from clockify_desktop.domain.directory import Members, Person, Project, Workspace
from clockify_desktop.domain.identity import ProjectId, UserId, WorkspaceId
from clockify_desktop.domain.presets import Preset
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.pages.chart_selection import ChartSelection
from clockify_desktop.services.profile import Profile
from clockify_desktop.services.query_cache import QueryCache
from clockify_desktop.store.settings import AccountSettings
from clockify_desktop.viewmodels.choice import only, to_dict
from clockify_desktop.viewmodels.report import ReportViewModel
from clockify_desktop.viewmodels.report_state import ReportState
from clockify_desktop.viewmodels.suggestions import (
    SuggestionActions,
    SuggestionKey,
    suggestions_of,
)

PEOPLE = tuple(Person(UserId(one), one.upper()) for one in "abc")
PROJECTS = tuple(Project(ProjectId(one), one.upper()) for one in "pq")
HOME = Workspace(WorkspaceId("w1"), "Acme")


class Answers:
    def __init__(self, make_report: Callable[..., Report]) -> None:
        self._make_report = make_report

    async def profile(self) -> Profile:
        return Profile("me@x.example", "UTC", 0, (HOME,), HOME.id)

    async def report(self, query: ReportQuery, *, refresh: bool = False) -> Report:
        del refresh
        facts = [(0, 0, query.period.start, 60, 0, 0, 0)]
        return replace(self._make_report(facts, PEOPLE, PROJECTS), query=query)

    async def members(self, workspace: Workspace) -> Members:
        del workspace
        return {}


@pytest.fixture
def play(
    make_report: Callable[..., Report], cache_of: Callable[[Any], QueryCache]
) -> Callable[..., None]:
    def run(
        settings: AccountSettings, scene: Callable[[ReportViewModel, Any], None]
    ) -> None:
        async def whole() -> None:
            model = ReportViewModel(lambda: datetime(2026, 11, 23, 9, tzinfo=UTC))
            came = asyncio.Event()

            def note(state: ReportState) -> None:
                if state.report is not None and not state.loading:
                    came.set()

            model.changed.connect(note)
            cache = cache_of(Answers(make_report))
            model.open(cache, settings)
            await came.wait()
            scene(model, SuggestionActions(model))
            model.leave()
            await cache.close()

        asyncio.run(whole())

    return run


def keys(model: ReportViewModel) -> list[SuggestionKey]:
    return [offer.key for offer in suggestions_of(model.state)]


def test_nothing_is_offered_at_first(play: Callable[..., None]) -> None:
    assert suggestions_of(ReportState()) == ()

    def scene(model: ReportViewModel, _: SuggestionActions) -> None:
        assert keys(model) == []

    play(AccountSettings(), scene)


def test_days_that_come_back_offer_last_week(play: Callable[..., None]) -> None:
    settings = AccountSettings(period="2026-11-02..2026-11-04")

    def taking(model: ReportViewModel, taker: SuggestionActions) -> None:
        (offer,) = suggestions_of(model.state)
        assert offer.words == "2–4 Nov 2026: chosen when you were last here"
        taker.take(offer.key)
        assert model.state.question is not None
        assert model.state.question.period_choice is Preset.LAST_WEEK
        assert model.state.question.period.start == date(2026, 11, 16)
        assert keys(model) == []

    def declining(model: ReportViewModel, taker: SuggestionActions) -> None:
        taker.decline(SuggestionKey.LAST_WEEK)
        assert model.state.question is not None
        assert model.state.question.period.start == date(2026, 11, 2)
        assert keys(model) == []

    def stepping(model: ReportViewModel, _: SuggestionActions) -> None:
        model.step(1)
        assert keys(model) == []

    for scene in (taking, declining, stepping):
        play(settings, scene)


def test_a_week_of_the_trend_is_gone_to_and_back(play: Callable[..., None]) -> None:
    week = ChartSelection(frozenset({"period:2026-11-09"}))

    def lead(model: ReportViewModel) -> date:
        model.select(week)
        assert model.state.question is not None
        assert not model.state.view.selected
        return model.state.question.period.start

    def going_back(model: ReportViewModel, taker: SuggestionActions) -> None:
        assert lead(model) == date(2026, 11, 9)
        assert model.state.page_key == "trend"
        (offer,) = suggestions_of(model.state)
        words = "9–15 Nov 2026: opened from the picture, Alt+Home leads back"
        assert (offer.words, offer.take) == (words, "Back to 16–22 Nov 2026")
        taker.take(offer.key)
        assert model.state.question is not None
        assert model.state.question.is_where_chosen
        assert keys(model) == []

    def staying(model: ReportViewModel, taker: SuggestionActions) -> None:
        assert lead(model) == date(2026, 11, 9)
        taker.decline(SuggestionKey.BACK)
        assert keys(model) == []
        model.step(-1)
        assert keys(model) == []

    def being_there(model: ReportViewModel, _: SuggestionActions) -> None:
        before = model.state
        model.select(ChartSelection(frozenset({"period:2026-11-16"})))
        assert model.state is before
        model.select(ChartSelection(frozenset({"one:a"})))
        assert model.state.view.selected.rows == {"one:a"}

    for scene in (going_back, staying, being_there):
        play(AccountSettings(page="trend"), scene)


def test_those_who_are_new_are_added_or_left_out(play: Callable[..., None]) -> None:
    choices = {
        "w1/people": to_dict(only(["a"], ["a", "b"])),
        "w1/projects": to_dict(only(["p"], ["p"])) | {"rule": "only", "ids": ["p"]},
    }
    choices["w1/projects"]["left_out"] = []
    settings = AccountSettings(choices=choices)

    def taking(model: ReportViewModel, taker: SuggestionActions) -> None:
        people, projects = suggestions_of(model.state)
        assert people.words == "1 new person is not shown"
        assert projects.words == "1 new project is not shown"
        taker.take(people.key)
        assert model.state.selection.people == {"a", "c"}
        taker.take(projects.key)
        assert model.state.selection.projects is None
        assert keys(model) == []

    def declining(model: ReportViewModel, taker: SuggestionActions) -> None:
        taker.decline(SuggestionKey.NEW_PEOPLE)
        taker.decline(SuggestionKey.NEW_PROJECTS)
        assert model.state.selection.people == {"a"}
        assert model.state.selection.projects == {"p"}
        assert keys(model) == []

    for scene in (taking, declining):
        play(settings, scene)
