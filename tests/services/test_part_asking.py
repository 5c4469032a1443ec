import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from clockify_desktop.api.endpoints import SUMMARY_REPORT
from clockify_desktop.api.errors import RequestInfo, ResponseTooLargeError
from clockify_desktop.domain.directory import Directory, Workspace
from clockify_desktop.domain.facts import Facts
from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.domain.needs import ReportNeed
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.progress import Progress
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.services.fact_building import BuiltFacts
from clockify_desktop.services.part_asking import PartAsking, PartLengths
from clockify_desktop.services.period_parts import FactsPart

FIRST = date(2026, 1, 1)
ASKED = RequestInfo(SUMMARY_REPORT.method, SUMMARY_REPORT.path, "test")
WORKSPACE = Workspace(WorkspaceId("w"), "Acme")


def days(first: int, last: int) -> Period:
    return Period(FIRST + timedelta(days=first), FIRST + timedelta(days=last))


def need_of(period: Period, *columns: str) -> ReportNeed:
    query = ReportQuery(WORKSPACE, period, "Europe/Berlin", 0)
    return ReportNeed(query, frozenset(columns))


class Server:
    """Answers in turn, and counts how many questions there are at once."""

    def __init__(self, no_facts: Facts, most_days: int) -> None:
        self.built = BuiltFacts(no_facts, 0, billable_withheld=False)
        self.most_days = most_days
        self.asked: list[Period] = []
        self.at_once = self.most_at_once = 0
        self.told: list[Progress] = []

    async def part(self, period: Period) -> FactsPart:
        self.asked.append(period)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(0)
        self.at_once -= 1
        halved = period.days > self.most_days
        return FactsPart(period, self.built, datetime.now(UTC), halved=halved)

    def parts(
        self,
        need: ReportNeed,
        *gaps: Period,
        lengths: PartLengths | None = None,
        ask: Callable[[Period], Awaitable[FactsPart]] | None = None,
    ) -> list[FactsPart]:
        asking = PartAsking(
            need,
            Directory(),
            lengths or PartLengths(),
            ask or self.part,
            self.told.append,
        )
        return asyncio.run(asking.parts(gaps))


@pytest.fixture
def server(make_report: Callable[..., Report]) -> Server:
    return Server(make_report([], (), ()).facts, most_days=31)


def test_some_are_asked_at_once_and_each_is_told(server: Server) -> None:
    period = days(0, 61 * 31 - 1)
    parts = server.parts(need_of(period), period)
    assert sorted(part.period.start for part in parts) == [
        part.start for part in period.parts(31)
    ]
    assert server.most_at_once == 4
    assert server.told == [Progress(done, 61) for done in range(62)]


def test_the_first_of_many_is_asked_alone(server: Server) -> None:
    few, many = days(0, 8 * 31 - 1), days(0, 8 * 31)
    server.most_days = 16
    server.parts(need_of(few), few)
    assert [part.days for part in server.asked[:5]] == [31, 31, 31, 31, 16]
    server.asked.clear()
    server.told.clear()
    server.parts(need_of(many), many)
    # The halves of one of 31 days have 16 at most.
    assert [part.days for part in server.asked] == [31, *[16] * 13, 10]
    assert server.told[0] == Progress(0, 9)
    assert server.told[1:] == [Progress(done, 15) for done in range(1, 16)]


def test_what_was_learnt_holds_for_the_same_workspace_and_columns(
    server: Server,
) -> None:
    lengths = PartLengths()
    period = days(0, 61)
    server.most_days = 4
    for length in (31, 16, 8, 4, 4):
        server.asked.clear()
        server.parts(need_of(period), days(0, 30), lengths=lengths)
        assert server.asked[0].days == length
    by_task = need_of(period, "task")
    assert lengths.days(by_task, Directory()) == 31
    # What comes at once teaches nothing.
    server.most_days = 31
    server.parts(by_task, days(0, 30), lengths=lengths)
    assert lengths.days(by_task, Directory()) == 31


def test_entries_are_asked_for_fewer_parts_at_once(server: Server) -> None:
    period = days(0, 299)
    server.parts(need_of(period, "tag"), period)
    assert server.most_at_once == 2


def test_nothing_is_asked_where_all_is_here(server: Server) -> None:
    assert server.parts(need_of(days(0, 9))) == []
    assert server.told == [Progress(0, 0)]


def test_a_refusal_ends_the_others(server: Server) -> None:
    async def refuse(period: Period) -> FactsPart:
        if period.start == FIRST:
            raise ResponseTooLargeError(ASKED, 1)
        return await server.part(period)

    period = days(0, 100)
    with pytest.raises(ResponseTooLargeError):
        server.parts(need_of(period), period, ask=refuse)
