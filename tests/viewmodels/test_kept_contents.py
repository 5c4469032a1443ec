from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from clockify_desktop.domain.directory import Person, Project
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.identity import ProjectId, UserId
from clockify_desktop.domain.needs import MembersNeed, ReportNeed
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import EVERYTHING, Selection
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.overview import Overview
from clockify_desktop.pages.page import PageContent, ViewOptions
from clockify_desktop.pages.where import WHERE
from clockify_desktop.viewmodels.kept_contents import KeptContents

ANN = Person(UserId("a"), "Ann")
WEB = Project(ProjectId("p"), "Web")
MONDAY = date(2026, 11, 16)
VIEW = ViewOptions()
DECIMAL = ViewOptions(durations=DurationFormat.DECIMAL)


@pytest.fixture
def report(make_report: Callable[..., Report]) -> Report:
    return make_report([(0, 0, MONDAY, 3600, 0, 0, 0)], (ANN,), (WEB,))


def of_weeks(report: Report, weeks: int, long: int = 1) -> Report:
    """Give the same report of as many weeks before."""
    start = MONDAY - timedelta(weeks=weeks)
    period = Period(start, start + timedelta(days=7 * long - 1))
    return replace(report, query=replace(report.query, period=period))


def answers_of(report: Report) -> Answers:
    return Answers({ReportNeed(report.query): report})


def worked_out(kept: KeptContents, report: Report) -> PageContent | None:
    return kept.content(WHERE, answers_of(report), report.query, EVERYTHING, VIEW)


def known(kept: KeptContents, report: Report) -> PageContent | None:
    return kept.known(WHERE, answers_of(report), report.query, EVERYTHING, VIEW)


def test_what_is_made_of_the_same_is_worked_out_once(report: Report) -> None:
    kept = KeptContents()
    assert known(kept, report) is None
    content = worked_out(kept, report)
    assert content is not None
    assert worked_out(kept, report) is known(kept, report) is content
    members = {MembersNeed(report.query.workspace): "members"}
    more = Answers({**answers_of(report).values, **members})
    assert kept.content(WHERE, more, report.query, EVERYTHING, VIEW) is content
    kept.clear()
    assert known(kept, report) is None


def test_anything_else_is_worked_out_anew(report: Report) -> None:
    kept = KeptContents()
    content = worked_out(kept, report)
    refreshed = replace(report, server_total_s=1)
    for answers, selection, view in (
        (answers_of(refreshed), EVERYTHING, VIEW),
        (answers_of(report), Selection(frozenset()), VIEW),
        (answers_of(report), EVERYTHING, DECIMAL),
    ):
        made_of = answers, report.query, selection, view
        assert kept.known(WHERE, *made_of) is None
        other = kept.content(WHERE, *made_of)
        assert other is not content
        assert kept.known(WHERE, *made_of) is other


def test_the_last_three_weeks_are_kept(report: Report) -> None:
    kept = KeptContents()
    weeks = [of_weeks(report, back) for back in range(4)]
    for week in weeks[:3]:
        worked_out(kept, week)
    assert all(known(kept, week) is not None for week in weeks[:3])
    # The first one is looked at again, and the next one takes another's place.
    worked_out(kept, weeks[0])
    worked_out(kept, weeks[3])
    assert [known(kept, week) is not None for week in weeks] == [
        True,
        False,
        True,
        True,
    ]


def test_a_longer_period_stays_while_it_is_looked_at(report: Report) -> None:
    kept, month = KeptContents(), of_weeks(report, 4, long=4)
    worked_out(kept, report)
    worked_out(kept, month)
    assert known(kept, report) is not None
    assert known(kept, month) is not None
    worked_out(kept, report)
    assert known(kept, month) is None


def test_what_cannot_be_worked_out_yet_is_not_kept(report: Report) -> None:
    kept = KeptContents()
    assert kept.content(WHERE, Answers(), report.query, EVERYTHING, VIEW) is None
    assert worked_out(kept, report) is not None


def test_the_overview_follows_the_pages_it_is_made_of(report: Report) -> None:
    kept, page = KeptContents(), Overview((WHERE,))
    made_of = answers_of(report), report.query, EVERYTHING, VIEW
    where = kept.content(WHERE, *made_of)
    assert where is not None
    empty = kept.overview(page, {}, *made_of)
    full = kept.overview(page, {WHERE.key: where}, *made_of)
    assert full is not None
    assert full is not empty
    assert kept.overview(page, {WHERE.key: where}, *made_of) is full
