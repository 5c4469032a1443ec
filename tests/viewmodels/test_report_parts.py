from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from clockify_desktop.api.waits import Wait
from clockify_desktop.domain.directory import Person, Project
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.facts import Selection
from clockify_desktop.domain.identity import ProjectId, UserId
from clockify_desktop.domain.report import Report
from clockify_desktop.viewmodels.page_state import FigureBox, Phase, Tone
from clockify_desktop.viewmodels.report_parts import (
    CHOOSE_PERIOD,
    SHOW_EVERYBODY,
    fetched,
    figures_of,
    page_of,
    status_of,
)
from clockify_desktop.viewmodels.report_state import ReportState
from clockify_desktop.viewmodels.report_view import View
from clockify_desktop.viewmodels.scene import scene_of

DAY = date(2026, 11, 16)
NOW = datetime(2026, 11, 23, 9, 14, tzinfo=UTC)
PEOPLE = (Person(UserId("a"), "Ann"), Person(UserId("b"), "Bob"))
PROJECTS = (Project(ProjectId("w"), "Web"),)
FACTS = [(0, 0, DAY, 3600, 1800, 0, 0), (1, 0, DAY, 7200, 0, 0, 0)]

Make = Callable[..., ReportState]


@pytest.fixture
def make_state(make_report: Callable[..., Report]) -> Make:
    def make(
        facts: list[tuple[int, int, date, int, int, int, int]] = FACTS,
        selection: Selection = Selection(),  # noqa: B008 - frozen
        server_s: int | None = None,
    ) -> ReportState:
        report = make_report(facts, PEOPLE, PROJECTS)
        if server_s is not None:
            report = replace(report, server_total_s=server_s)
        return ReportState(report=report, scene=scene_of(report, selection, View()))

    return make


def test_figures_say_how_much_of_the_whole(make_state: Make) -> None:
    assert figures_of(make_state()) == (
        FigureBox("3:00", "Total", "2 people with time"),
        FigureBox("17 %", "Billable", "0:30"),
    )
    of_ann = make_state(selection=Selection(people=frozenset({UserId("a")})))
    assert figures_of(of_ann)[0] == FigureBox(
        "1:00 of 3:00", "Total", "1 person with time"
    )
    assert figures_of(ReportState()) == ()


def test_the_bottom_line_agrees_or_says_why_not(make_state: Make) -> None:
    status = status_of(make_state(), NOW, "me")
    assert status.verdict == "✓ all 2 people: 3:00, the same in Clockify"
    assert status.tone is Tone.FINE
    assert status.account == "me"
    differs = status_of(make_state(server_s=14_400), NOW, "me")
    assert differs.verdict.startswith("3:00 here, 4:00 in Clockify")
    assert differs.tone is Tone.WARNING
    failed = replace(make_state(), error=AppError("No", "Later."))
    assert status_of(failed, NOW, "me").fetched.endswith("not refreshed since")
    waiting = status_of(ReportState(loading=True), NOW, "me")
    assert waiting.loading
    assert waiting.verdict == ""


@pytest.mark.parametrize(
    ("left_s", "attempt", "words"),
    [
        (12.0, 2, "Clockify is busy · asking again in 12 s, attempt 2 of 3"),
        (11.2, 3, "Clockify is busy · asking again in 12 s, attempt 3 of 3"),
        (40.0, 1, "Clockify is busy · asking again in 40 s"),
        (-5.0, 1, "Clockify is busy · asking again in 0 s"),
    ],
)
def test_a_wait_is_counted_down(left_s: float, attempt: int, words: str) -> None:
    until = NOW + timedelta(seconds=left_s)
    wait = Wait("Clockify is busy", until, attempt, 3)
    state = ReportState(loading=True, wait=wait)
    assert state.waiting
    assert status_of(state, NOW, "me").progress == words
    # Somebody else's wait, while nothing is asked for that a person would see.
    idle = replace(state, loading=False)
    assert not idle.waiting
    assert status_of(idle, NOW, "me").progress == ""
    asking = replace(state, wait=None)
    assert not asking.waiting
    assert status_of(asking, NOW, "me").progress == "Asking Clockify…"


def test_an_error_says_which_report_is_shown(make_state: Make) -> None:
    state = replace(make_state(), error=AppError("No", "Later."))
    page = page_of(state, NOW)
    assert page.error is state.error
    assert page.error_note.startswith("Shown is the report fetched")
    assert page.phase is Phase.READY
    assert page_of(replace(state, loading=True), NOW).phase is Phase.LOADING


def test_an_empty_page_says_why_and_what_to_do(make_state: Make) -> None:
    assert page_of(make_state(), NOW).empty is None
    nobody = page_of(make_state([]), NOW).empty
    assert nobody is not None
    assert "16\u201322 Nov 2026" in nobody.title
    assert "Europe/Berlin" in nobody.advice
    assert nobody.action == CHOOSE_PERIOD
    narrow = make_state(selection=Selection(projects=frozenset()))
    too_narrow = page_of(narrow, NOW).empty
    assert too_narrow is not None
    assert too_narrow.action == SHOW_EVERYBODY
    first = page_of(ReportState(loading=True), NOW).empty
    assert first is not None
    assert page_of(ReportState(error=AppError("No", "Later.")), NOW).empty is None


def test_when_it_was_fetched() -> None:
    assert fetched(NOW, NOW, UTC) == "fetched today 09:14"
    yesterday = NOW - timedelta(days=1)
    assert fetched(yesterday, NOW, UTC) == "fetched 22 Nov 09:14"
