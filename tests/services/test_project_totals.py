import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import msgspec
import pytest

from clockify_desktop.api.client import Clockify
from clockify_desktop.api.errors import NotAllowedError, RequestInfo
from clockify_desktop.api.wire.projects import SentProject
from clockify_desktop.api.wire.reports import SummaryNode, SummaryReport
from clockify_desktop.domain.directory import Workspace
from clockify_desktop.domain.identity import ProjectId, WorkspaceId
from clockify_desktop.domain.needs import (
    ProjectTotalsNeed,
    TermTotalsNeed,
)
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.project_totals import (
    EstimateReset,
    ProjectEstimate,
    ProjectTotal,
    ResetInterval,
)
from clockify_desktop.services.not_offered import NotOfferedError
from clockify_desktop.services.project_totals import (
    load_project_totals,
    load_term_totals,
    total_of,
)
from clockify_desktop.services.session import Session
from tests.services.test_session import Counting, play, query_of

WORKSPACE = Workspace(WorkspaceId("w"), "Acme")
NEED = TermTotalsNeed(WORKSPACE, date(2026, 11, 22), "Europe/Berlin")
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))
MONTHLY = EstimateReset(ResetInterval.MONTHLY)
HOUR = 3600
ACTIVE = {"estimate": "PT10H", "type": "MANUAL", "active": True}


def read(**sent: Any) -> ProjectTotal:
    body = msgspec.json.encode({"id": "p", **sent})
    return total_of(msgspec.json.decode(body, type=SentProject))


@pytest.mark.parametrize(
    ("sent", "total"),
    [
        ({}, ProjectTotal()),
        ({"duration": "PT88H36M"}, ProjectTotal(88 * HOUR + 36 * 60)),
        # As described; and a number, which is not.
        ({"duration": "60000"}, ProjectTotal(60)),
        ({"duration": 60000}, ProjectTotal(60)),
        ({"timeEstimate": ACTIVE}, ProjectTotal(None, ProjectEstimate(10 * HOUR))),
        ({"estimate": ACTIVE}, ProjectTotal(None, ProjectEstimate(10 * HOUR))),
        # That in force is told beside the plain one.
        (
            {"estimate": ACTIVE, "timeEstimate": {**ACTIVE, "active": False}},
            ProjectTotal(),
        ),
        ({"timeEstimate": {**ACTIVE, "estimate": "PT0S"}}, ProjectTotal()),
        (
            {"timeEstimate": {**ACTIVE, "includeNonBillable": False}},
            ProjectTotal(None, ProjectEstimate(10 * HOUR, billable_only=True)),
        ),
        (
            {"timeEstimate": {**ACTIVE, "resetOption": "MONTHLY"}},
            ProjectTotal(None, ProjectEstimate(10 * HOUR, MONTHLY)),
        ),
        (
            {
                "timeEstimate": {**ACTIVE, "resetOption": "YEARLY"},
                "estimateReset": {"dayOfMonth": 15, "month": "APRIL"},
            },
            ProjectTotal(
                None,
                ProjectEstimate(
                    10 * HOUR, EstimateReset(ResetInterval.YEARLY, day=15, month=4)
                ),
            ),
        ),
        (
            {
                "timeEstimate": {**ACTIVE, "resetOption": "WEEKLY"},
                "estimateReset": {"dayOfWeek": "SUNDAY"},
            },
            ProjectTotal(
                None,
                ProjectEstimate(
                    10 * HOUR, EstimateReset(ResetInterval.WEEKLY, weekday=6)
                ),
            ),
        ),
        (
            {"budgetEstimate": {"estimate": 10000, "active": True}},
            ProjectTotal(in_money=True),
        ),
        (
            {"budgetEstimate": {"estimate": 10000, "active": False}},
            ProjectTotal(),
        ),
    ],
)
def test_what_a_project_tells(sent: dict[str, Any], total: ProjectTotal) -> None:
    assert read(**sent) == total


@pytest.mark.parametrize(
    "sent",
    [
        {"duration": "an hour"},
        {"duration": 0.5},
        {"duration": ["PT1H"]},
        {"duration": "-PT1H"},
        {"duration": "9" * 5000},
        {"duration": 10**30},
        {"duration": "PT99999999999999H"},
        {"timeEstimate": []},
        {"timeEstimate": {**ACTIVE, "estimate": {}}},
        {"timeEstimate": {**ACTIVE, "estimate": "PT-1H"}},
        {"timeEstimate": {**ACTIVE, "resetOption": "DAILY"}},
        {
            "timeEstimate": {**ACTIVE, "resetOption": "MONTHLY"},
            "estimateReset": {"dayOfMonth": 32},
        },
        {
            "timeEstimate": {**ACTIVE, "resetOption": "YEARLY"},
            "estimateReset": {"month": "SMARCH"},
        },
        {
            "timeEstimate": {**ACTIVE, "resetOption": "YEARLY"},
            "estimateReset": "monthly",
        },
        {"budgetEstimate": "much"},
    ],
)
def test_what_cannot_be_read_takes_nothing_else_along(sent: dict[str, Any]) -> None:
    right = {"duration": "PT1H", "budgetEstimate": {"estimate": 1, "active": True}}
    total = read(**{**right, **sent})
    assert total.unreadable
    expected = ProjectTotal(HOUR, in_money=True, unreadable=True)
    if "duration" in sent:
        expected = replace(expected, to_date_s=None)
    if "budgetEstimate" in sent:
        expected = replace(expected, in_money=False)
    assert total == expected


class Reports(Clockify):
    """Answers each summary, or each list, with one value."""

    def __init__(self, answer: Any) -> None:
        self.answer, self.asked = answer, []

    async def summary_report(self, workspace: Any, query: Any, take: Any) -> Any:
        del workspace
        self.asked.append(query)
        if isinstance(self.answer, Exception):
            raise self.answer
        return take(self.answer)

    async def projects(self, workspace: Any, **_: Any) -> Any:
        del workspace
        raise self.answer


def test_time_in_the_term_of_an_estimate() -> None:
    nodes = [
        SummaryNode("p1", duration=60),
        SummaryNode("p2", duration=-1),
        SummaryNode("p3"),
        SummaryNode(None, duration=7),
        SummaryNode("p4", duration=10**30),
    ]
    totals = {
        ProjectId(one): ProjectTotal(1, ProjectEstimate(2, reset))
        for one, reset in (("p1", MONTHLY), ("p2", MONTHLY), ("p5", None))
    }
    reports = Reports(SummaryReport(group_one=nodes))
    found = asyncio.run(load_term_totals(reports, NEED, totals))
    assert found == {NOVEMBER: {"p1": 60, "p2": None, "p3": None, "p4": None}}
    assert [(one.period, one.groups) for one in reports.asked] == [
        (NOVEMBER, ("PROJECT",))
    ]
    empty = Reports(SummaryReport(totals=()))
    assert asyncio.run(load_term_totals(empty, NEED, totals)) == {NOVEMBER: {}}
    # Without such an estimate nothing is asked.
    assert asyncio.run(load_term_totals(reports, NEED, {})) == {}


def test_what_is_kept_back_is_said() -> None:
    refused = Reports(NotAllowedError(RequestInfo("GET", "/projects", "x.example")))
    with pytest.raises(NotOfferedError) as error:
        asyncio.run(load_project_totals(refused, WORKSPACE))
    assert error.value.title == "Projects' time to date cannot be had here"
    totals = {ProjectId("p"): ProjectTotal(1, ProjectEstimate(2, MONTHLY))}
    with pytest.raises(NotOfferedError) as error:
        asyncio.run(load_term_totals(refused, NEED, totals))
    assert error.value.title.startswith("The time of estimates that start anew")


def test_the_sample_organisation_has_estimates_of_each_kind() -> None:
    async def scene(session: Session, app: Counting) -> None:
        query = await query_of(session)
        here = query.workspace
        report = await session.report(query)
        names = {one.id: one.name for one in report.directory.projects}
        totals = await session.answers.get(ProjectTotalsNeed(here))
        by_name = {names[one]: total for one, total in totals.items()}
        assert len(by_name) == 14
        assert not any(one.unreadable for one in by_name.values())
        assert by_name["Research"].estimate is None
        assert by_name["=Equals rebrand"].in_money
        support = by_name["Support"].estimate
        assert support == ProjectEstimate(500 * HOUR, MONTHLY)
        need = TermTotalsNeed(here, query.period.end, query.time_zone)
        terms = await session.answers.get(need)
        month = await session.report(replace(query, period=NOVEMBER))
        facts = month.facts
        for at, project in enumerate(facts.projects):
            if project.id is not None:
                seconds = facts.seconds[facts.project == at].sum()
                assert terms[NOVEMBER].get(project.id, 0) == seconds
        # A refresh of what is looked at asks for them anew.
        session.answers.want((need,))
        asked = len(app.paths)
        await session.report(query, refresh=True)
        again = await session.answers.get(need)
        assert again is not terms
        assert again == terms
        assert len(app.paths) > asked

    play(scene, now=datetime(2026, 11, 23, 8, tzinfo=UTC))
