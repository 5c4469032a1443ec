import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from clockify_desktop.domain.directory import Person, Project
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.identity import ProjectId, UserId
from clockify_desktop.domain.needs import MembersNeed, ReportNeed
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import Report
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.where import WHERE, WhereTimeWent
from clockify_desktop.viewmodels import other_pages
from clockify_desktop.viewmodels.choice import only
from clockify_desktop.viewmodels.kept_contents import KeptContents
from clockify_desktop.viewmodels.other_pages import Contents, OtherPages
from clockify_desktop.viewmodels.report_state import ReportState

ANN = Person(UserId("a"), "Ann")
WEB = Project(ProjectId("p"), "Web")
MONDAY = date(2026, 11, 16)
DECIMAL = ViewOptions(durations=DurationFormat.DECIMAL)


class _Second(WhereTimeWent):
    key = "second"  # type: ignore[misc]  # another page that looks at the same


class _Unknown(WhereTimeWent):
    key = "unknown"  # type: ignore[misc]  # a page whose needs are not here yet

    def content(self, *_: object) -> None:  # type: ignore[override]  # whatever it is asked
        return None


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(other_pages, "PAUSE_S", 0)


@pytest.fixture
def report(make_report: Callable[..., Report]) -> Report:
    return make_report([(0, 0, MONDAY, 3600, 0, 0, 0)], (ANN,), (WEB,))


@pytest.fixture
def state(report: Report) -> ReportState:
    answers = Answers({ReportNeed(report.query): report})
    pages = (WHERE, _Second(), _Unknown())
    state = ReportState(report=report, answers=answers, page_key=WHERE.key, pages=pages)
    return state.with_content(ReportState(), KeptContents())


@pytest.fixture
def told() -> list[Contents]:
    return []


Play = Callable[[Callable[[OtherPages], Coroutine[Any, Any, None]]], None]


@pytest.fixture
def play(told: list[Contents]) -> Play:

    def run(scene: Callable[[OtherPages], Coroutine[Any, Any, None]]) -> None:
        async def whole() -> None:
            others = OtherPages(lambda _: DECIMAL, told.append)
            await scene(others)
            await others.close()

        asyncio.run(whole())

    return run


async def turns() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


def test_pages_not_in_view_are_worked_out_in_turns(
    state: ReportState, told: list[Contents], play: Play
) -> None:
    async def scene(others: OtherPages) -> None:
        assert others.follow(state) == {}
        # The same state again begins nothing anew.
        assert others.follow(state) == {}
        await turns()
        assert [list(one) for one in told] == [["second"]]
        assert told[0]["second"].view.durations is DECIMAL.durations

    play(scene)


def test_they_stay_while_the_same_report_is_narrowed(
    state: ReportState, told: list[Contents], play: Play
) -> None:
    async def scene(others: OtherPages) -> None:
        others.follow(state)
        await turns()
        shown = replace(state, others=told[0])
        narrowed = replace(shown, people=only([UserId("b")], ["a", "b"]))
        assert others.follow(narrowed) == told[0]
        await turns()
        assert len(told) == 2
        assert told[1]["second"].is_empty

    play(scene)


def test_what_others_need_changes_nothing_of_a_page(
    state: ReportState, report: Report, told: list[Contents], play: Play
) -> None:
    async def scene(others: OtherPages) -> None:
        others.follow(state)
        await turns()
        shown = replace(state, others=told[0])
        members = MembersNeed(report.query.workspace)
        values = {**state.answers.values, members: "members"}
        more = replace(
            shown, answers=Answers(values, {members: AppError("No", "It is so.")})
        )
        more = more.with_content(shown, others.kept)
        assert more.content is state.content
        others.follow(more)
        await turns()
        assert told[1]["second"] is told[0]["second"]

    play(scene)


def test_nothing_of_another_report_stays(
    state: ReportState, report: Report, told: list[Contents], play: Play
) -> None:
    async def scene(others: OtherPages) -> None:
        others.follow(state)
        await turns()
        shown = replace(state, others=told[0])
        other = replace(report, server_total_s=1)
        answers = Answers({ReportNeed(other.query): other})
        assert others.follow(replace(shown, report=other, answers=answers)) == {}
        # Left in mid-way, nothing is told.
        assert others.follow(ReportState()) == {}
        await turns()
        assert len(told) == 1

    play(scene)


def test_a_page_that_fails_is_told_of_by_the_hooks(
    state: ReportState,
    told: list[Contents],
    play: Play,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    broken = RuntimeError("broken")

    def fails(*_: object) -> None:
        raise broken

    async def scene(others: OtherPages) -> None:
        heard: list[object] = []
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, about: heard.append(about["exception"]))
        monkeypatch.setattr(_Second, "content", fails)
        others.follow(state)
        await turns()
        assert heard == [broken]
        assert told == []

    play(scene)


def test_a_week_seen_before_is_there_at_once(
    state: ReportState, report: Report, told: list[Contents], play: Play
) -> None:
    async def scene(others: OtherPages) -> None:
        week = Period(date(2026, 11, 9), date(2026, 11, 15))
        before = replace(report, query=replace(report.query, period=week))
        answers = Answers({ReportNeed(before.query): before})
        others.follow(state)
        await turns()
        there = replace(state, others=told[0])
        stepped = replace(there, report=before, answers=answers)
        assert others.follow(stepped) == {}
        await turns()
        assert others.follow(state) == told[0]
        assert others.follow(replace(stepped, others=told[0])) == told[1]

    play(scene)


def test_nothing_is_worked_out_where_all_is_known(
    state: ReportState, told: list[Contents], play: Play
) -> None:
    async def scene(others: OtherPages) -> None:
        known = replace(state, pages=state.pages[:2])
        others.follow(known)
        await turns()
        assert len(told) == 1
        narrowed = replace(known, people=only([UserId("b")], ["a", "b"]))
        others.follow(narrowed)
        # Overtaken before it began.
        assert others.follow(known) == told[0]
        await turns()
        assert len(told) == 1

    play(scene)
