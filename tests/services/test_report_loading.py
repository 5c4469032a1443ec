import asyncio
from collections.abc import Callable
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
    """Answers with a minute a day, as long as an answer is not too large.

    Args:
        most: How large it may be; each day makes it larger by 1.
        busy: Days that make it larger by 10.
    """

    def __init__(self, most: int, busy: Period | None = None) -> None:
        self.most, self.busy = most, busy
        self.asked: list[SummaryQuery] = []

    async def summary_report(
        self, _: WorkspaceId, query: SummaryQuery, take: Callable[[SummaryReport], Any]
    ) -> Any:
        self.asked.append(query)
        busy = self.busy and query.period.common(self.busy)
        if query.period.days + 9 * (busy.days if busy else 0) > self.most:
            raise ResponseTooLargeError(ASKED, 1)
        days = [SummaryNode(id=day.isoformat(), duration=60) for day in query.period]
        total_s = 60 * len(days)
        project = SummaryNode(id="p", children=days)
        report = SummaryReport(
            totals=(Totals(total_time=total_s, total_billable_time=total_s),),
            group_one=[SummaryNode(id="u", children=[project])],
        )
        return take(report)


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


def halves_of(*days: tuple[int, int]) -> list[Period]:
    """Give periods of January, each asked for twice."""
    periods = (Period(date(2026, 1, one), date(2026, 1, end)) for one, end in days)
    return [period for period in periods for _ in range(2)]


def test_what_is_too_large_is_halved_and_nothing_is_lost() -> None:
    clockify = Clockify(20, busy=Period(date(2026, 1, 1), date(2026, 1, 3)))
    part = load(clockify)
    assert part.is_confirmed
    assert part.halved
    assert part.built.facts.total_s == 31 * 60
    days = sorted(part.built.facts.day.tolist())
    assert days == [day.toordinal() for day in MONTH]
    # Only the half that is too large is halved again.
    asked = [query.period for query in clockify.asked]
    assert asked == halves_of(
        (1, 31), (1, 16), (17, 31), (1, 8), (9, 16), (1, 4), (5, 8), (1, 2), (3, 4)
    )


def test_a_single_day_that_is_too_large_is_refused() -> None:
    clockify = Clockify(0)
    with pytest.raises(ResponseTooLargeError):
        load(clockify, replace(NEED, period=Period(MONTH.start, MONTH.start)))
    assert len(clockify.asked) == 2
    clockify = Clockify(9, busy=Period(MONTH.start, MONTH.start))
    two_days = Period(MONTH.start, MONTH.start + timedelta(days=1))
    with pytest.raises(ResponseTooLargeError):
        load(clockify, replace(NEED, period=two_days))
    assert [query.period.days for query in clockify.asked] == [2, 2, 1, 1, 1, 1]


def test_two_halves_that_are_too_large_end_it() -> None:
    clockify = Clockify(0)
    with pytest.raises(ResponseTooLargeError):
        load(clockify)
    asked = [query.period for query in clockify.asked]
    assert asked == halves_of((1, 31), (1, 16), (17, 31))
