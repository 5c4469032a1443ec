import json
from datetime import date
from typing import Any

import httpx
import pytest

from clockify_desktop.api import errors
from clockify_desktop.api.report_bodies import (
    DetailedQuery,
    SummaryQuery,
    WeeklyQuery,
)
from clockify_desktop.domain.errors import UsageError
from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.domain.period import Period

W = WorkspaceId("w1")
WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
DETAILED = DetailedQuery(period=WEEK, time_zone="UTC", page_size=10)


def entry(number: int) -> dict[str, Any]:
    return {"_id": f"e{number}", "timeInterval": {"start": "2026-11-16T09:00:00Z"}}


class Paged:
    """A detailed report of some entries; what it tells of their number varies."""

    def __init__(self, total: int, *, tells: Any = "count", overlap: int = 0) -> None:
        self.total, self.tells, self.overlap = total, tells, overlap
        self.pages: list[int] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        asked = json.loads(request.content)["detailedFilter"]
        self.pages.append(asked["page"])
        start = (asked["page"] - 1) * asked["pageSize"]
        stop = min(start + asked["pageSize"], self.total)
        rows = [entry(n) for n in range(max(0, start - self.overlap), stop)]
        totals = (
            [{"entriesCount": self.total, "totalTime": 7}]
            if self.tells == "count"
            else self.tells
        )
        return httpx.Response(200, json={"totals": totals, "timeentries": rows})


def test_summary(recorded: Any, ask: Any) -> None:
    query = SummaryQuery(period=WEEK, time_zone="UTC", groups=("DATE", "USER"))
    report, seen = ask(
        lambda _request: httpx.Response(
            200, json=recorded("REPORT_SUMMARY_hidden_amounts")
        ),
        lambda c: c.summary_report(W, query),
    )
    assert report.group_one[0].duration == 28800
    assert seen[0].url.path == "/report/v1/workspaces/w1/reports/summary"
    assert seen[0].headers["content-type"] == "application/json"


def test_a_large_summary_is_read_off_the_loop_and_is_the_same(ask: Any) -> None:
    query = SummaryQuery(period=WEEK, time_zone="UTC", groups=("USER",))
    people = [{"_id": f"u{n}", "name": "x" * 200, "duration": n} for n in range(6000)]
    report, _ = ask(
        lambda _request: httpx.Response(200, json={"groupOne": people}),
        lambda c: c.summary_report(W, query),
    )
    assert [node.duration for node in report.group_one] == list(range(6000))


@pytest.mark.parametrize("total", [0, 1, 9, 10, 11, 95, 100])
def test_all_pages_in_order(ask: Any, total: int) -> None:
    server = Paged(total)
    report, seen = ask(server, lambda c: c.detailed_report(W, DETAILED))
    assert [one.id for one in report.entries] == [f"e{n}" for n in range(total)]
    assert report.totals.total_time == 7
    assert sorted(server.pages) == list(range(1, max(1, -(-total // 10)) + 1))
    assert seen[0].url.path == "/report/v1/workspaces/w1/reports/detailed"


def test_entries_that_move_between_pages_come_once(ask: Any) -> None:
    report, _ = ask(Paged(35, overlap=2), lambda c: c.detailed_report(W, DETAILED))
    assert [one.id for one in report.entries] == [f"e{n}" for n in range(35)]


@pytest.mark.parametrize("tells", [None, [], [None], [{}], [{"entriesCount": None}]])
def test_where_nobody_tells_how_many(ask: Any, tells: Any) -> None:
    server = Paged(25, tells=tells)
    report, _ = ask(server, lambda c: c.detailed_report(W, DETAILED))
    assert len(report.entries) == 25
    assert server.pages == [1, 2, 3]


def test_a_page_that_fails_fails_the_report(ask: Any) -> None:
    server = Paged(500)

    def failing(request: httpx.Request) -> httpx.Response:
        page = json.loads(request.content)["detailedFilter"]["page"]
        return httpx.Response(429) if page == 7 else server(request)

    with pytest.raises(errors.BusyError):
        ask(failing, lambda c: c.detailed_report(W, DETAILED))


def test_no_list_at_all(ask: Any) -> None:
    report, _ = ask(
        lambda _request: httpx.Response(200, json={"totals": []}),
        lambda c: c.detailed_report(W, DETAILED),
    )
    assert report.entries == []
    assert report.totals is None


def test_weekly(ask: Any) -> None:
    report, seen = ask(
        lambda _request: httpx.Response(200, json={"groupOne": [{"_id": "u1"}]}),
        lambda c: c.weekly_report(W, WeeklyQuery(period=WEEK, time_zone="UTC")),
    )
    assert report.group_one[0].id == "u1"
    assert seen[0].url.path == "/report/v1/workspaces/w1/reports/weekly"


def test_a_week_has_seven_days(ask: Any) -> None:
    def never(_request: httpx.Request) -> httpx.Response:
        raise AssertionError

    days = Period(date(2026, 11, 16), date(2026, 11, 21))
    with pytest.raises(UsageError, match="6 days"):
        ask(
            never, lambda c: c.weekly_report(W, WeeklyQuery(period=days, time_zone="X"))
        )
