import asyncio
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from clockify_desktop.api.endpoints import SUMMARY_REPORT
from clockify_desktop.api.errors import RequestInfo, ResponseTooLargeError
from clockify_desktop.api.report_bodies import SummaryQuery
from clockify_desktop.api.wire.reports import SummaryNode, SummaryReport, Totals
from clockify_desktop.domain.directory import Directory, Person, Project, Workspace
from clockify_desktop.domain.identity import ProjectId, UserId, WorkspaceId
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.services.report_loading import load_report, longest_part_days

QUERY = ReportQuery(
    Workspace(WorkspaceId("w"), "Acme"),
    Period(date(2026, 1, 1), date(2026, 3, 31)),
    "Europe/Berlin",
    6,
)
ASKED = RequestInfo(SUMMARY_REPORT.method, SUMMARY_REPORT.path, "test")


class Clockify:
    """Answers with a minute a day, for as many days at once as it is willing to."""

    def __init__(self, most_days: int) -> None:
        self.most_days = most_days
        self.asked: list[SummaryQuery] = []

    async def summary_report(
        self, _: WorkspaceId, query: SummaryQuery
    ) -> SummaryReport:
        self.asked.append(query)
        if query.period.days > self.most_days:
            raise ResponseTooLargeError(ASKED, 1)
        days = [SummaryNode(id=day.isoformat(), duration=60) for day in query.period]
        total_s = 60 * len(days)
        project = SummaryNode(id="p", children=days)
        return SummaryReport(
            totals=(Totals(total_time=total_s, total_billable_time=total_s),),
            group_one=[SummaryNode(id="u", children=[project])],
        )


def load(clockify: Clockify, query: ReportQuery = QUERY) -> Any:
    return asyncio.run(load_report(clockify, query, Directory()))  # type: ignore[arg-type]


def test_a_quarter_is_asked_in_parts_each_with_its_billable_time() -> None:
    clockify = Clockify(31)
    report = load(clockify)
    assert report.facts.total_s == report.server_total_s == 90 * 60
    assert [query.period.days for query in clockify.asked] == [31, 31, 31, 31, 28, 28]
    assert [query.billable for query in clockify.asked] == [None, True] * 3
    assert {query.groups for query in clockify.asked} == {("USER", "PROJECT", "DATE")}
    assert {query.week_start for query in clockify.asked} == {"SUNDAY"}
    assert {query.time_zone for query in clockify.asked} == {"Europe/Berlin"}
    assert not report.billable_withheld
    assert report.fetched_at.utcoffset() == timedelta(0)


def test_what_is_too_large_is_halved_and_nothing_is_lost() -> None:
    report = load(Clockify(3))
    assert report.facts.total_s == report.server_total_s == 90 * 60
    assert sorted(set(report.facts.day.tolist())) == [
        day.toordinal() for day in QUERY.period
    ]


def test_a_single_day_that_is_too_large_is_refused() -> None:
    with pytest.raises(ResponseTooLargeError):
        load(Clockify(0))


@pytest.mark.parametrize(
    ("people", "projects", "limit", "days"),
    [
        (0, 0, None, 31),
        (100, 20, None, 31),
        (100, 21, None, 7),
        (1, 1, 31, 31),
        (1, 1, 5, 5),
        (100, 21, 31, 7),
    ],
)
def test_how_many_days_at_once(
    people: int, projects: int, limit: int | None, days: int
) -> None:
    directory = Directory(
        people=tuple(Person(UserId(str(one)), "") for one in range(people)),
        projects=tuple(Project(ProjectId(str(one)), "") for one in range(projects)),
    )
    workspace = replace(QUERY.workspace, longest_range_days=limit)
    assert longest_part_days(replace(QUERY, workspace=workspace), directory) == days
