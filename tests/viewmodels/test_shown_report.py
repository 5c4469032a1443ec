import shlex
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.cli.report_arguments import parsed
from clockify_desktop.domain.day_counting import DayCounting, parse_rounding
from clockify_desktop.domain.errors import UsageError
from clockify_desktop.domain.hidden_names import HiddenNames, Hiding
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.presets import Preset, parse_period
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.pages.page import Page, ViewOptions
from clockify_desktop.pages.registry import GROUPED, PAGES
from clockify_desktop.pages.where_options import options_of
from clockify_desktop.services.command_words import command_line, report_words
from clockify_desktop.services.page_choices import view_of
from clockify_desktop.services.report_request import ReportRequest, selection_of
from clockify_desktop.viewmodels.choice import ALL, Choice, Rule, none, only
from clockify_desktop.viewmodels.picker_states import ZoneReason
from clockify_desktop.viewmodels.query_state import QueryState
from clockify_desktop.viewmodels.report_state import ReportState
from clockify_desktop.viewmodels.shown_report import shown_report
from tests.pages.five_weeks import DIRECTORY, WORKSPACE, report_of

TODAY = date(2026, 11, 24)
PEOPLE = [one.id for one in DIRECTORY.people]
PROJECTS = [one.id for one in DIRECTORY.projects]
COUNTINGS = st.builds(
    DayCounting,
    rounding=st.sampled_from([None, parse_rounding("nearest:6")]),
    days_in=st.sampled_from(["report", "own"]),
    midnight=st.sampled_from(["start", "split"]),
)


def choices_of(ids: list[Any]) -> st.SearchStrategy[Choice]:
    some = st.frozensets(st.sampled_from(ids), min_size=1)
    return st.one_of(
        st.just(ALL),
        some.map(lambda chosen: only(chosen, ids)),
        some.filter(lambda left: len(left) < len(ids)).map(
            lambda left: Choice(Rule.EXCEPT, left)
        ),
    )


def told_by(page: Page, view: ViewOptions) -> list[object]:
    """Tell what the controls of a page say, but limits of rules that are off."""
    own = ("own", "As chosen below")
    return [
        (one.key, {(key, words[:1]) for key, words in {*one.choices} - {own}})
        if one.key == "limits"
        else (one.key, {(key, words[:1]) for key, words in one.choices}, one.chosen)
        for one in page.controls(view)
    ]


@st.composite
def states(draw: st.DrawFn) -> ReportState:
    """Draw whatever the window may show of one report."""
    period = draw(st.sampled_from([*Preset, "2026-W40", "2026-02-03..2026-02-04"]))
    unknown = draw(st.sampled_from([None, None, "", "Mars"]))
    question = QueryState(
        WORKSPACE,
        choice := parse_period(period),
        choice.resolve(TODAY, 0),
        TODAY,
        "Europe/Berlin" if unknown is None else "UTC",
        ZoneReason.PROFILE,
        0,
        counting=draw(COUNTINGS),
    ).stepped(draw(st.integers(-2, 2)))
    query = replace(question.query, unknown_zone=unknown)
    page = draw(st.sampled_from(PAGES))
    view = ViewOptions()
    for _ in range(draw(st.integers(0, 4))):
        controls = page.controls(view)
        if controls:
            control = draw(st.sampled_from(controls))
            key, _words = draw(st.sampled_from(control.choices))
            view = page.choose(view, control.key, key)
    hidden = draw(st.booleans())
    report = report_of(query, [(0, 0, 0, 3600), (1, 3, 0, 60)])
    if hidden:
        report = Hiding(HiddenNames()).of(report)
    return ReportState(
        question=question,
        report=report,
        people=draw(choices_of(PEOPLE)),
        projects=draw(choices_of(PROJECTS)),
        page_key=page.key,
        view=view,
        names_hidden=hidden,
    )


@given(states(), st.sampled_from([None, "Ann · USA", "-x"]))
def test_a_copied_command_asks_for_what_is_shown(
    state: ReportState, account: str | None
) -> None:
    shown = shown_report(state, account)
    assert shown is not None
    line = command_line(["report", *report_words(shown)], windows=False)
    arguments = parsed(shlex.split(line)[2:])
    assert state.report is not None
    assert state.question is not None
    query = state.report.query
    assert arguments.account == account
    assert arguments.workspace == query.workspace.id
    period = arguments.period.resolve(TODAY, query.week_start)
    zone = None if query.unknown_zone is not None else query.time_zone
    assert (period, arguments.time_zone) == (query.period, zone)
    if state.question.is_where_chosen:
        assert arguments.period == state.question.period_choice
    assert arguments.counting == query.counting
    assert arguments.hide_names == state.names_hidden
    request = ReportRequest(
        arguments.workspace,
        arguments.period,
        arguments.time_zone,
        arguments.user or (),
        arguments.project or (),
        arguments.client or (),
    )
    assert selection_of(request, state.report) == state.selection
    assert arguments.page == state.page_key
    if state.page is GROUPED:
        options = options_of(state.view.choices)
        assert arguments.group_by == options.levels
        assert arguments.only == {True: "billable", False: "not-billable"}.get(
            options.billable.wanted  # type: ignore[arg-type]
        )
        return
    view = view_of(state.page, arguments.choose, ViewOptions())
    assert told_by(state.page, view) == told_by(state.page, state.view)


def test_a_file_names_whom_it_chooses_unless_names_are_hidden() -> None:
    query = ReportQuery(WORKSPACE, Preset.LAST_WEEK.resolve(TODAY, 0), "UTC", 0)
    question = QueryState(
        *(WORKSPACE, Preset.LAST_WEEK, query.period, TODAY, "UTC"),
        *(ZoneReason.PROFILE, 0),
    )
    report = report_of(query, [])
    state = ReportState(
        question=question,
        report=report,
        page_key="where",
        people=only([PEOPLE[0]], PEOPLE),
        projects=only(PROJECTS[-1:], PROJECTS),
    )
    shown = shown_report(state, None)
    assert shown is not None
    assert [one.name for one in shown.people] == ["Ann"]
    assert [(one.id, one.name) for one in shown.projects] == [("", "(Without project)")]
    assert shown.group_by == (Level.USER, Level.PROJECT)
    hidden = shown_report(replace(state, names_hidden=True), None)
    assert hidden is not None
    assert [(one.id, one.name) for one in hidden.people] == [("u0", "")]
    assert shown_report(ReportState(), None) is None
    for nobody in ({"people": none(PEOPLE)}, {"projects": none(PROJECTS)}):
        with pytest.raises(UsageError, match="is chosen"):
            shown_report(replace(state, **nobody), None)
