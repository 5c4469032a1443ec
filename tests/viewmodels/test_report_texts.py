import re
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from clockify_desktop.api.retry import Wait
from clockify_desktop.charts.chart import ChartHit
from clockify_desktop.domain.completeness import Loss, Visibility
from clockify_desktop.domain.day_counting import DayCounting, DaysIn
from clockify_desktop.domain.directory import Activity, Directory, Person, Project
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.figure import Figure
from clockify_desktop.domain.identity import ProjectId, UserId
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.presets import FixedPeriod
from clockify_desktop.domain.progress import Progress
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import Selection
from clockify_desktop.export.file_choice import FileChoice, FileProgram
from clockify_desktop.pages.page import Control, ViewOptions
from clockify_desktop.pages.where import WhereContent, where_content
from clockify_desktop.viewmodels.export import ExportViewModel
from clockify_desktop.viewmodels.page_state import EmptyWords, PagePhase, Tone
from clockify_desktop.viewmodels.picker_states import ZoneReason
from clockify_desktop.viewmodels.query_state import QueryState
from clockify_desktop.viewmodels.report_state import ReportState
from clockify_desktop.viewmodels.report_texts import (
    CHOOSE_PERIOD,
    SHOW_EVERYBODY,
    fetched,
    figures_of,
    notes_in_words,
    page_of,
    status_of,
)
from tests.viewmodels.file_sources import source

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
        return ReportState(
            report=report, content=where_content(report, selection, ViewOptions())
        )

    return make


def lacking(state: ReportState, **lacks: object) -> ReportState:
    assert state.report is not None
    return replace(state, report=replace(state.report, **lacks))


def seeing(state: ReportState, visibility: Visibility) -> ReportState:
    assert state.report is not None
    return lacking(
        state, directory=replace(state.report.directory, visibility=visibility)
    )


def asked_as(state: ReportState) -> QueryState:
    assert state.report is not None
    query = state.report.query
    return QueryState(
        workspace=query.workspace,
        period_choice=FixedPeriod(query.period),
        period=query.period,
        today=NOW.date(),
        time_zone=query.time_zone,
        zone_reason=ZoneReason.PROFILE,
        week_start=query.week_start,
    )


def test_figures_say_how_much_of_the_whole(make_state: Make) -> None:
    assert figures_of(make_state()) == (
        Figure("3:00", "Total", "2 people with time"),
        Figure("17 %", "Billable", "0:30"),
    )
    of_ann = make_state(selection=Selection(people=frozenset({UserId("a")})))
    assert figures_of(of_ann)[0] == Figure(
        "1:00 of 3:00", "Total", "1 person with time"
    )
    assert figures_of(ReportState()) == ()


def test_a_kind_of_time_is_part_of_what_is_the_same_in_clockify(
    make_report: Callable[..., Report],
) -> None:
    report = make_report(FACTS, PEOPLE, PROJECTS)
    view = ViewOptions({"billable": "billable"})
    content = where_content(report, Selection(), view)
    state = ReportState(report=report, content=content)
    assert figures_of(state) == (
        Figure("0:30 of 3:00", "Total", "1 person with time"),
        # Of all time: of billable time all is billable.
        Figure("17 %", "Billable", "0:30"),
    )
    verdict = "✓ all 2 people, billable or not: 3:00, the same in Clockify"
    assert status_of(state, NOW, "me").verdict == verdict
    alone = replace(seeing(state, Visibility.OWN), content=content)
    verdict = "✓ your own time, billable or not: 3:00, the same in Clockify"
    assert status_of(alone, NOW, "me").verdict == verdict


def test_a_report_is_not_late_for_what_is_refused_beside_it(
    make_state: Make,
) -> None:
    refused = replace(make_state(), error=AppError("Clockify is busy", "Wait."))
    assert "Shown is the report" in page_of(refused, NOW).error_note
    assert "not refreshed since" in status_of(refused, NOW, "me").fetched
    beside = replace(refused, error_beside=True)
    assert page_of(beside, NOW).error is refused.error
    assert not page_of(beside, NOW).error_note
    assert status_of(beside, NOW, "me") == status_of(make_state(), NOW, "me")


def test_all_that_is_of_a_running_period_says_so(
    make_report: Callable[..., Report],
) -> None:
    def running(facts: list[tuple[int, int, date, int, int, int, int]]) -> ReportState:
        report = replace(
            make_report(facts, (*PEOPLE, Person(UserId("c"), "Cy")), PROJECTS),
            fetched_at=datetime(2026, 11, 18, 9, tzinfo=UTC),
        )
        content = where_content(report, Selection(), ViewOptions())
        return ReportState(report=report, content=content)

    state = running(FACTS)
    content = state.content
    assert content is not None
    assert figures_of(state)[0].name == "Total so far"
    verdict = "✓ all 3 people: 3:00 so far, the same in Clockify"
    assert status_of(state, NOW, "me").verdict == verdict
    assert content.sentence == "2 people logged 3:00 so far."
    assert content.chart.nothing == "nothing so far"
    assert content.picture.title.endswith("week 47 · so far · Europe/Berlin")
    exporting = ExportViewModel()
    exporting.offer(source(content, content.report), FileChoice(FileProgram.PLAIN))
    assert "· so far ·" in exporting.state.about
    empty = page_of(running([]), NOW).empty
    assert empty is not None
    assert empty.title.endswith("2026 so far")


def test_figures_follow_the_days_that_a_page_selected(make_state: Make) -> None:
    other = DAY + timedelta(days=1)
    state = make_state([*FACTS, (0, 0, other, 1800, 0, 0, 0)])
    assert state.content is not None
    narrowed = Selection(days=frozenset({other}))
    state = replace(state, content=replace(state.content, narrowed=narrowed))
    assert figures_of(state) == (
        Figure("0:30 of 3:30", "Total", "1 person with time"),
        Figure("0 %", "Billable", "0:00"),
    )


def test_the_bottom_line_agrees_or_says_why_not(make_state: Make) -> None:
    status = status_of(make_state(), NOW, "me")
    assert status.verdict == "✓ all 2 people: 3:00, the same in Clockify"
    assert status.tone is Tone.FINE
    assert status.account == "me"
    differs = status_of(make_state(server_s=14_400), NOW, "me")
    assert differs.verdict == "3:00 here, 4:00 in Clockify"
    (why,) = notes_in_words(make_state(server_s=14_400).report)
    assert why.startswith("Somebody may have logged time")
    assert differs.tone is Tone.WARNING
    failed = replace(make_state(), error=AppError("No", "Later."))
    late = status_of(failed, NOW, "me")
    assert late.fetched.endswith("not refreshed since")
    # In green it would say that all is well.
    assert late.tone is Tone.QUIET
    differs = replace(make_state(server_s=14_400), error=failed.error)
    assert status_of(differs, NOW, "me").tone is Tone.WARNING
    waiting = status_of(ReportState(loading=True), NOW, "me")
    assert waiting.loading
    assert waiting.verdict == ""


def test_the_bottom_line_says_what_is_compared(make_state: Make) -> None:
    state = make_state()
    assert state.report is not None

    def verdict(begun_s: int) -> str:
        report = replace(state.report, begun_s=begun_s)
        return status_of(replace(state, report=report), NOW, "me").verdict

    same = "✓ all 2 people: 3:00, counted from 3:00, the same in Clockify"
    assert verdict(10_800) == same
    assert verdict(14_400) == "3:00 here, counted from 4:00; 3:00 in Clockify"


@pytest.mark.parametrize(
    ("durations", "server_s", "verdict"),
    [
        (DurationFormat.MINUTES, 10_801, "3:00:00 here, 3:00:01 in Clockify"),
        (DurationFormat.DECIMAL, 10_801, "3.0000 here, 3.0003 in Clockify"),
        (DurationFormat.SECONDS, 10_801, "3:00:00 here, 3:00:01 in Clockify"),
        (DurationFormat.MINUTES, 10_830, "3:00 here, 3:01 in Clockify"),
        (DurationFormat.DECIMAL, 10_860, "3.00 here, 3.02 in Clockify"),
    ],
)
def test_sums_that_differ_never_read_alike(
    make_state: Make, durations: DurationFormat, server_s: int, verdict: str
) -> None:
    report = make_state(server_s=server_s).report
    assert report is not None
    content = where_content(report, Selection(), ViewOptions(durations=durations))
    state = ReportState(report=report, content=content)
    assert status_of(state, NOW, "me").verdict == verdict


@pytest.mark.parametrize(
    ("durations", "written"),
    [
        (DurationFormat.MINUTES, {"2:45", "1:45", "1:00", "0:30"}),
        (DurationFormat.SECONDS, {"2:45:00", "1:45:00", "1:00:00", "0:30:00"}),
        (DurationFormat.DECIMAL, {"2.75", "1.75", "1.00", "0.50"}),
    ],
)
@pytest.mark.parametrize("rows", ["user", "project"])
def test_the_chosen_format_holds_in_all_that_is_said(
    make_report: Callable[..., Report],
    rows: str,
    durations: DurationFormat,
    written: set[str],
) -> None:
    facts = [(0, 0, DAY, 3600, 1800, 0, 0), (1, 1, DAY, 6300, 0, 0, 0)]
    projects = (*PROJECTS, Project(None, "(Without project)"))
    report = make_report(facts, PEOPLE, projects)
    view = ViewOptions({"rows": rows}, durations)
    content = where_content(report, Selection(), view)
    state = ReportState(report=report, content=content)
    first = content.table.arranged()[0]
    exporting = ExportViewModel()
    exporting.offer(source(content, content.report), FileChoice(FileProgram.PLAIN))
    said = [
        content.sentence,
        content.chart.sentence,
        *(content.chart.total(row) for row in range(2)),
        *(content.chart.tooltip(ChartHit(row)) for row in range(2)),
        content.chart.tooltip(ChartHit(0, 0)),
        *content.table.total,
        *content.table.texts(first),
        *content.table.parts(first).texts(0),
        *(f"{one.value} {one.remark}" for one in figures_of(state)),
        status_of(state, NOW, "me").verdict,
        exporting.state.total,
    ]
    found = set(re.findall(r"\d+(?:[:.]\d+)+", " ".join(said)))
    assert found == written


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
    assert page_of(asking, NOW).progress is None


@pytest.mark.parametrize(
    ("progress", "words", "share"),
    [
        (Progress(7, 61), "Asking Clockify… 7 of 61 parts", 7 / 61),
        (Progress(0, 1), "Asking Clockify…", None),
    ],
)
def test_how_far_a_long_report_is(
    progress: Progress, words: str, share: float | None
) -> None:
    state = ReportState(loading=True, progress=progress)
    assert status_of(state, NOW, "me").progress == words
    assert page_of(state, NOW).progress == share


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["Ruth"], "; Ruth has not joined yet"),
        (["Ruth", "Sol"], "; Ruth and Sol have not joined yet"),
        (["Ruth", "Sol", "Tim", "Uma"], "; 4 people have not joined yet"),
    ],
)
def test_who_has_not_joined_is_said_and_not_counted(
    make_state: Make, names: list[str], said: str
) -> None:
    state = make_state()
    assert state.report is not None
    invited = [Person(UserId(one), one, activity=Activity.PENDING) for one in names]
    directory = replace(state.report.directory, people=(*PEOPLE, *invited))
    verdict = status_of(lacking(state, directory=directory), NOW, "me").verdict
    assert verdict == f"✓ all 2 people: 3:00, the same in Clockify{said}"


def test_one_person_is_not_called_all(make_state: Make) -> None:
    state = lacking(make_state(), directory=Directory(people=PEOPLE[:1], projects=()))
    assert state.report is not None
    facts = state.report.facts
    one = replace(facts, people=PEOPLE[:1], user=facts.user * 0)
    alone = lacking(state, facts=one)
    said = status_of(alone, NOW, "me").verdict
    assert said == "✓ 1 person: 3:00, the same in Clockify"


def test_a_total_that_is_missing_is_said_in_other_words(make_state: Make) -> None:
    status = status_of(lacking(make_state(), server_total_s=None), NOW, "me")
    assert status.verdict == "3:00 here, no total from Clockify to compare it with"
    assert status.tone is Tone.QUIET


def test_the_bottom_line_of_a_report_that_could_not_be_read_in_full(
    make_state: Make,
) -> None:
    state = lacking(
        make_state(), losses={(Loss.UNREADABLE, ""): 1}, server_total_s=14_400
    )
    assert status_of(state, NOW, "me").verdict == "3:00 here, 4:00 in Clockify"
    same = status_of(
        lacking(make_state(), losses={(Loss.UNREADABLE, ""): 1}), NOW, "me"
    )
    assert same.tone is Tone.WARNING


def test_whoever_sees_only_their_own_time_is_not_told_of_all(make_state: Make) -> None:
    state = seeing(make_state(), Visibility.OWN)
    verdict = "✓ your own time: 3:00, the same in Clockify"
    assert status_of(state, NOW, "me").verdict == verdict


def test_what_a_report_lacks_is_said_in_whole_sentences(make_state: Make) -> None:
    assert notes_in_words(None) == ()
    assert notes_in_words(make_state().report) == ()
    state = lacking(
        make_state(), losses={(Loss.UNREADABLE, ""): 2}, billable_withheld=True
    )
    entries, billable = notes_in_words(state.report)
    assert entries == "2 entries could not be read."
    assert billable.endswith("confirm it. Refresh to read it again.")


def test_an_error_says_which_report_is_shown(make_state: Make) -> None:
    state = replace(make_state(), error=AppError("No", "Later."))
    page = page_of(state, NOW)
    assert page.error is state.error
    assert page.error_note.startswith("Shown is the report fetched")
    assert page.phase is PagePhase.READY
    assert page_of(replace(state, loading=True), NOW).phase is PagePhase.LOADING


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"period": Period(DAY, DAY)}, "16–22 Nov 2026"),
        ({"time_zone": "Asia/Tokyo"}, "16–22 Nov 2026, Europe/Berlin"),
        ({"counting": DayCounting(DaysIn.OWN)}, "16–22 Nov 2026, Europe/Berlin"),
    ],
)
def test_a_report_of_another_question_is_named(
    make_state: Make, changes: dict[str, Any], named: str
) -> None:
    state = make_state()
    assert state.report is not None
    question = replace(asked_as(state), **changes)
    failed = replace(state, question=question, error=AppError("No", "Later."))
    at = fetched(state.report.fetched_at, NOW)
    note = page_of(failed, NOW).error_note
    assert note == f"Shown is the report of {named}, {at}."
    status = status_of(failed, NOW, "me")
    assert status.fetched == f"{named} · {at} · not refreshed since"
    # Also while the answer is still under way.
    loading = replace(failed, loading=True, error=None)
    assert status_of(loading, NOW, "me").fetched == status.fetched
    same = replace(failed, question=asked_as(state))
    assert page_of(same, NOW).error_note == f"Shown is the report {at}."
    assert status_of(same, NOW, "me").fetched == f"{at} · not refreshed since"


def test_a_page_may_show_something_where_nobody_logged(
    make_state: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = make_state([])
    assert page_of(state, NOW).empty is not None
    monkeypatch.setattr(WhereContent, "needs_time", False)
    assert page_of(state, NOW).empty is None


def test_a_page_may_count_in_its_controls(
    make_state: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = make_state()
    assert page_of(state, NOW).controls == state.page.controls(state.view)
    own = (Control("shown", "People", (("all", "Everyone 2"),), "all"),)
    monkeypatch.setattr(WhereContent, "controls", own)
    assert page_of(state, NOW).controls == own


def test_an_empty_page_says_why_and_what_to_do(make_state: Make) -> None:
    assert page_of(make_state(), NOW).empty is None
    nobody = page_of(make_state([]), NOW).empty
    assert nobody is not None
    assert "16\u201322 Nov 2026" in nobody.title
    assert "Europe/Berlin" in nobody.advice
    assert nobody.action == CHOOSE_PERIOD
    lost = page_of(
        lacking(make_state([]), losses={(Loss.UNREADABLE, ""): 2}), NOW
    ).empty
    assert lost is not None
    assert (
        lost.title == "Nothing of what was logged on 16\u201322 Nov 2026 could be read"
    )
    narrow = make_state(selection=Selection(projects=frozenset()))
    too_narrow = page_of(narrow, NOW).empty
    assert too_narrow is not None
    assert too_narrow.action == SHOW_EVERYBODY
    first = page_of(ReportState(loading=True), NOW).empty
    assert first is not None
    assert page_of(ReportState(error=AppError("No", "Later.")), NOW).empty is None


@pytest.mark.parametrize(
    ("visibility", "title", "advice"),
    [
        (Visibility.EVERYBODY, "Nobody logged", "Or this key may not see it."),
        (Visibility.UNKNOWN, "Nobody logged", "Or this key may not see it."),
        (Visibility.TEAMS, "Nobody logged", "Other people's time is hidden"),
        (Visibility.OWN, "You logged no", "Other people's time is hidden"),
    ],
)
def test_an_empty_page_says_what_this_key_may_not_see(
    make_state: Make, visibility: Visibility, title: str, advice: str
) -> None:
    empty = page_of(seeing(make_state([]), visibility), NOW).empty
    assert empty is not None
    assert empty.title.startswith(f"{title} time on 16")
    assert empty.advice.startswith(advice)


def test_when_it_was_fetched() -> None:
    assert fetched(NOW, NOW, UTC) == "fetched today 09:14"
    yesterday = NOW - timedelta(days=1)
    assert fetched(yesterday, NOW, UTC) == "fetched Sun 22 Nov 09:14"


def test_a_page_may_know_why_it_is_empty_and_what_its_buttons_say(
    make_state: Make,
) -> None:
    state = make_state(selection=Selection(people=frozenset()))
    assert state.content is not None
    page = page_of(state, NOW)
    assert page.empty is not None
    assert page.empty.action == SHOW_EVERYBODY
    assert page.controls == state.page.controls(state.view)
    said = Control("against", "Against", (("before", "against 9 Nov"),), "before")

    class Knowing(WhereContent):
        needs_time = False
        controls = (said,)

    of_where = {
        one.name: getattr(state.content, one.name) for one in fields(state.content)
    }
    knows = Knowing(**{**of_where, "nothing": "Nothing to compare."})
    nobody = make_state([])
    assert nobody.report is not None
    for report in (state.report, nobody.report):
        page = page_of(replace(state, report=report, content=knows), NOW)
        assert page.empty == EmptyWords("Nothing to compare.")
        assert page.controls == (said,)
