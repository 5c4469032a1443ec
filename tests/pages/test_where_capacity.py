"""The ticks at people's capacity, against a plain path that adds day by day."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.charts.chart import ChartHit
from clockify_desktop.domain.absences import Absences, TimeOff
from clockify_desktop.domain.directory import Activity
from clockify_desktop.domain.durations import hours_and_minutes
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.identity import ProjectId
from clockify_desktop.domain.needs import (
    AbsencesNeed,
    CapacityNeed,
    MemberProfilesNeed,
    ReportNeed,
)
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import EVERYTHING, Selection
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.capacity import CAPACITY
from clockify_desktop.pages.chart_selection import ChartSelection
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.where import WHERE, WhereContent
from clockify_desktop.viewmodels.kept_contents import KeptContents
from clockify_desktop.viewmodels.report_state import ReportState
from tests.pages.plan_of_people import (
    DAY_S,
    HOUR,
    WEEK,
    WORKSPACE,
    answers_of,
    hours,
    person,
    report_of,
)

MON, TUE, WED = tuple(WEEK)[:3]
ANN, BOB, CY, DI = map(person, ("Ann", "Bob", "Cy", "Di"))
GONE = person("Eve", activity=Activity.INACTIVE)
TEAM = (ANN, BOB, CY, DI, GONE)
FIVE = (hours(*range(5)),)
TOLERANCE_S = 5 * HOUR


def content_of(
    report: Report,
    answers: Answers,
    selection: Selection = EVERYTHING,
    **choices: str,
) -> WhereContent:
    view = ViewOptions(choices)
    content = WHERE.content(answers, report.query, selection, view)
    assert content is not None
    return content


@given(data=st.data())
def test_ticks_stand_where_days_add_up_to_and_who_is_short_is_said(
    data: st.DataObject,
) -> None:
    days = list(WEEK)
    weekdays = st.frozensets(st.integers(0, 6))
    day_h = {one.id: data.draw(st.integers(1, 10)) for one in TEAM}
    worked = {one.id: data.draw(weekdays) for one in TEAM}
    known = data.draw(st.frozensets(st.sampled_from([one.id for one in TEAM])))
    away = data.draw(
        st.frozensets(st.sampled_from([(p.id, d) for p in TEAM for d in days]))
    )
    logged = data.draw(
        st.lists(
            st.tuples(
                st.sampled_from([one.name for one in TEAM]),
                st.sampled_from(days),
                st.integers(1, 20 * HOUR),
            )
        )
    )
    report = report_of(TEAM, logged)
    answers = answers_of(
        report,
        {who: (hours(*worked[who], day_h=day_h[who]),) for who in known},
        Absences(tuple(TimeOff(who, day, day) for who, day in away)),
    )
    content = content_of(
        report, answers, order=data.draw(st.sampled_from(["name", "time"]))
    )
    rows = [label.name for label in content.matrix.rows]
    assert set(rows) == {one.name for one in TEAM[:4]} | {who for who, *_ in logged}
    for one in TEAM:
        if one.name not in rows:
            continue
        row = rows.index(one.name)
        a_day_s, on = day_h[one.id] * HOUR, worked[one.id]
        if one.id not in known:
            # Assumed, but not where nobody's hours are known.
            a_day_s, on = DAY_S if known else 0, frozenset(range(5))
        expected_s = sum(
            a_day_s for day in days if day.weekday() in on and (one.id, day) not in away
        )
        # Whoever has left is not expected on days without time.
        if one is GONE:
            assert content.chart.capacity(row) in {None, expected_s}
            continue
        assert content.chart.capacity(row) == (expected_s or None)
        if expected_s:
            assert (row in content.chart.assumed) is (one.id not in known)
        lacking_s = expected_s - sum(s for who, _, s in logged if who == one.name)
        short = lacking_s > TOLERANCE_S
        said = f"{hours_and_minutes(lacking_s)} short" if short else ""
        assert content.chart.note(row) == said


def test_the_name_says_its_capacity_and_whether_that_is_assumed() -> None:
    logged = [("Ann", MON, 30 * HOUR), ("Bob", MON, 36 * HOUR), ("Cy", MON, HOUR)]
    report = report_of(TEAM, logged)
    content = content_of(report, answers_of(report, {ANN.id: FIVE, BOB.id: FIVE}))
    assert [content.chart.tooltip(ChartHit(row)) for row in range(4)] == [
        "Ann · 30:00 · 45 % · capacity 40:00 · 10:00 short",
        "Bob · 36:00 · 54 % · capacity 40:00",
        "Cy · 1:00 · 1 % · capacity 40:00 assumed · 39:00 short",
        "Di · 0:00 · 0 % · capacity 40:00 assumed · 40:00 short",
    ]
    assert content.chart.tooltip(ChartHit(0, 0)).endswith("30:00 · 100 %")
    # What is selected is part of the bar: the bar and its tick stay.
    selected = ChartSelection(frozenset({content.matrix.rows[0].mark}))
    view = replace(content.view, selected=selected)
    answers = answers_of(report, {ANN.id: FIVE})
    dimmed = WHERE.content(answers, report.query, EVERYTHING, view)
    assert dimmed is not None
    assert dimmed.chart.capacity(0) == 40 * HOUR


def test_where_nobodys_hours_are_known_there_is_no_tick() -> None:
    report = report_of(TEAM, [("Ann", MON, HOUR)])
    content = content_of(report, answers_of(report))
    assert (content.chart.capacity_s, content.chart.notes) == (None, None)


def test_nobody_is_short_before_the_week_is_over() -> None:
    at = datetime.fromisoformat("2026-11-18T12:00:00+01:00")
    report = report_of(TEAM, [("Ann", MON, HOUR)], at=at)
    content = content_of(report, answers_of(report, {ANN.id: FIVE}))
    assert content.chart.capacity(0) == 40 * HOUR
    assert not content.chart.note(0)


@pytest.mark.parametrize(
    ("selection", "choices"),
    [
        (Selection(projects=frozenset({ProjectId("p")})), {}),
        (Selection(projects=frozenset({None})), {}),
        (EVERYTHING, {"rows": "project"}),
        (EVERYTHING, {"rows": "group"}),
    ],
)
def test_of_a_part_of_time_nothing_is_expected(
    selection: Selection, choices: dict[str, str]
) -> None:
    report = report_of(TEAM, [("Ann", MON, HOUR)])
    answers = answers_of(report, {ANN.id: FIVE}, refusals=refused(report))
    content = content_of(report, answers, selection, **choices)
    assert content.chart.capacity_s is None
    assert content.chart.notes is None
    assert content.lacking == ()


def refused(report: Report) -> dict[AbsencesNeed, AppError]:
    need = AbsencesNeed(WORKSPACE, report.query.period)
    return {need: AppError("Not for you", "Ask an admin.")}


def test_what_could_not_be_had_is_said_and_the_rest_is_there() -> None:
    report = report_of(TEAM, [("Ann", MON, HOUR)])
    answers = answers_of(report, {ANN.id: FIVE}, refusals=refused(report))
    content = content_of(report, answers)
    assert content.lacking == ("Not for you. Ask an admin.",)
    assert content.chart.capacity(0) == 40 * HOUR


@pytest.mark.parametrize("missing", [CapacityNeed, AbsencesNeed])
def test_there_is_no_tick_while_some_of_it_may_come(missing: type[object]) -> None:
    report = report_of(TEAM, [("Ann", MON, HOUR)])
    answers = answers_of(report, {ANN.id: FIVE})
    here = {
        need: one for need, one in answers.values.items() if type(need) is not missing
    }
    if missing is CapacityNeed:
        del here[MemberProfilesNeed(WORKSPACE)]
    content = content_of(report, Answers(here))
    assert content.chart.capacity_s is None
    assert content.sentence.startswith("1 person logged 1:00.")


def test_what_is_shown_stays_until_something_of_it_changes() -> None:
    report = report_of(TEAM, [("Ann", MON, HOUR)])
    whole = answers_of(report, {ANN.id: FIVE})
    values = dict(whole.values)
    del values[AbsencesNeed(WORKSPACE, WEEK)]
    query = report.query
    first = Answers({ReportNeed(query): report})

    def state(answers: Answers, before: ReportState) -> ReportState:
        made = replace(before, report=report, answers=answers, page_key=WHERE.key)
        return made.with_content(before, KeptContents())

    waiting = state(first, ReportState())
    # Nothing is drawn anew for a capacity without the absences.
    still_waiting = state(Answers(values), waiting)
    assert still_waiting.content is waiting.content is not None
    ready = state(whole, still_waiting)
    assert ready.content is not waiting.content
    assert state(answers_of(report, {ANN.id: FIVE}), ready).content is ready.content
    four = answers_of(report, {ANN.id: (hours(*range(4)),)})
    assert state(four, ready).content is not ready.content
    other = CAPACITY.content(whole, query, EVERYTHING, ViewOptions())
    assert ready.content is not None
    assert other is not None
    assert not ready.content.shows_the_same(other)
    assert not other.shows_the_same(other)
