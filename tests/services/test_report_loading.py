import asyncio
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from clockify_desktop.api.endpoints import SUMMARY_REPORT
from clockify_desktop.api.errors import RequestInfo, ResponseTooLargeError
from clockify_desktop.api.report_bodies import SummaryQuery
from clockify_desktop.api.wire.reports import SummaryNode, SummaryReport, Totals
from clockify_desktop.domain.directory import Directory, Workspace
from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.domain.needs import FactsNeed
from clockify_desktop.domain.period import Period
from clockify_desktop.services.period_parts import FactsPart
from clockify_desktop.services.report_loading import load_part

MONTH = Period(date(2026, 1, 1), date(2026, 1, 31))
NEED = FactsNeed(Workspace(WorkspaceId("w"), "Acme"), MONTH, "Europe/Berlin", 6)
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


def load(clockify: Any, need: FactsNeed = NEED) -> FactsPart:
    return asyncio.run(load_part(clockify, need, Directory()))


def test_a_part_is_asked_at_once_with_its_billable_time() -> None:
    clockify = Clockify(31)
    part = load(clockify)
    assert part.is_confirmed
    assert part.built.facts.total_s == part.built.server_total_s == 31 * 60
    assert part.fetched_at.utcoffset() == timedelta(0)
    assert [query.period for query in clockify.asked] == [MONTH, MONTH]
    assert [query.billable for query in clockify.asked] == [None, True]
    assert {query.groups for query in clockify.asked} == {("USER", "PROJECT", "DATE")}
    assert {query.week_start for query in clockify.asked} == {"SUNDAY"}
    assert {query.time_zone for query in clockify.asked} == {"Europe/Berlin"}


def test_what_is_too_large_is_halved_and_nothing_is_lost() -> None:
    part = load(Clockify(3))
    assert part.is_confirmed
    assert part.built.facts.total_s == 31 * 60
    days = sorted(part.built.facts.day.tolist())
    assert days == [day.toordinal() for day in MONTH]


def test_a_single_day_that_is_too_large_is_refused() -> None:
    with pytest.raises(ResponseTooLargeError):
        load(Clockify(0), replace(NEED, period=Period(MONTH.start, MONTH.start)))
    with pytest.raises(ResponseTooLargeError):
        load(Clockify(0))
