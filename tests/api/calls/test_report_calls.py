import json
from datetime import date
from typing import Any

import httpx
import pytest

from clockify_desktop.api import errors
from clockify_desktop.api.report_bodies import (
    DetailedQuery,
    SummaryQuery,
)
from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.domain.period import Period

W = WorkspaceId("w1")
WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
DETAILED = DetailedQuery(period=WEEK, time_zone="UTC", page_size=10)


def entry(number: int, duration: Any = 60) -> dict[str, Any]:
    interval = {"start": "2026-11-16T09:00:00Z", "duration": duration}
    return {"_id": f"e{number}", "timeInterval": interval, "billable": number % 2 == 0}


class Paged:
    """A detailed report of some entries; what it tells of their number varies."""

    def __init__(self, total: int, *, tells: Any = "count", overlap: int = 0) -> None:
        self.total, self.tells, self.overlap = total, tells, overlap
        self.pages: list[int] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        filters = json.loads(request.content)["detailedFilter"]
        self.pages.append(filters["page"])
        start = (filters["page"] - 1) * filters["pageSize"]
        stop = min(start + filters["pageSize"], self.total)
        rows = [entry(n) for n in range(max(0, start - self.overlap), stop)]
        sums = {
            "entriesCount": self.total,
            "totalTime": 60 * self.total,
            "totalBillableTime": 60 * -(-self.total // 2),
        }
        totals = [sums] if self.tells == "count" else self.tells
        return httpx.Response(200, json={"totals": totals, "timeentries": rows})


def test_summary(recorded: Any, call_with: Any) -> None:
    query = SummaryQuery(period=WEEK, time_zone="UTC", groups=("DATE", "USER"))
    report, seen = call_with(
        lambda _request: httpx.Response(
            200, json=recorded("REPORT_SUMMARY_hidden_amounts")
        ),
        lambda c: c.summary_report(W, query, lambda report: report),
    )
    assert report.group_one[0].duration == 28800
    assert seen[0].url.path == "/report/v1/workspaces/w1/reports/summary"
    assert seen[0].headers["content-type"] == "application/json"


def test_a_large_summary_is_read_off_the_loop_and_is_the_same(call_with: Any) -> None:
    query = SummaryQuery(period=WEEK, time_zone="UTC", groups=("USER",))
    people = [{"_id": f"u{n}", "name": "x" * 200, "duration": n} for n in range(6000)]
    report, _ = call_with(
        lambda _request: httpx.Response(200, json={"groupOne": people}),
        lambda c: c.summary_report(W, query, lambda report: report),
    )
    assert [node.duration for node in report.group_one] == list(range(6000))


@pytest.mark.parametrize("total", [0, 1, 9, 10, 11, 95, 100])
def test_all_pages_in_order(call_with: Any, total: int) -> None:
    server = Paged(total)
    report, seen = call_with(server, lambda c: c.detailed_report(W, DETAILED))
    assert [one.id for one in report.entries] == [f"e{n}" for n in range(total)]
    assert report.totals.total_time == 60 * total
    assert report.complete
    assert sorted(server.pages) == list(range(1, max(1, -(-total // 10)) + 1))
    assert seen[0].url.path == "/report/v1/workspaces/w1/reports/detailed"


def test_entries_that_move_between_pages_come_once(call_with: Any) -> None:
    server = Paged(35, overlap=2)
    report, _ = call_with(server, lambda c: c.detailed_report(W, DETAILED))
    assert [one.id for one in report.entries] == [f"e{n}" for n in range(35)]
    # They came twice, so the list moved; and it did so each time.
    assert not report.complete
    assert sorted(server.pages) == sorted([1, 2, 3, 4] * 3)


@pytest.mark.parametrize(
    "tells",
    [
        None,
        [],
        [None],
        [{}],
        [{"entriesCount": None}],
        [{"entriesCount": -1}],
        [{"entriesCount": 10**18}],
        [{"entriesCount": "many"}],
    ],
)
def test_where_nobody_tells_how_many(call_with: Any, tells: Any) -> None:
    server = Paged(25, tells=tells)
    report, _ = call_with(server, lambda c: c.detailed_report(W, DETAILED))
    assert len(report.entries) == 25
    assert report.complete
    # The second walk confirms the first one.
    assert server.pages == [1, 2, 3] * 2


@pytest.mark.parametrize(
    "sums",
    [
        {"totalTime": None},
        {"totalTime": 60 * 24},
        {"totalBillableTime": 60 * 12},
    ],
)
def test_other_sums_than_the_entries_have_are_looked_at_twice(
    call_with: Any, sums: dict[str, Any]
) -> None:
    totals = {"entriesCount": 25, "totalTime": 1500, "totalBillableTime": 780, **sums}
    server = Paged(25, tells=[totals])
    report, _ = call_with(server, lambda c: c.detailed_report(W, DETAILED))
    assert len(report.entries) == 25
    # As many as the totals tell, each once, and all of them there the second time.
    assert report.complete
    assert sorted(server.pages) == sorted([1, 2, 3] * 2)


def test_entries_that_cannot_be_read_are_counted(call_with: Any) -> None:
    rows = [
        entry(1),
        entry(2, "60"),
        entry(3, -1),
        entry(4, 10**30),
        {"_id": "e5"},
        {"_id": "e6", "timeInterval": {"start": "2026-11-16T09:00:00"}},
        7,
        entry(8, None),
    ]
    totals = [{"entriesCount": 8, "totalTime": 60}]
    report, seen = call_with(
        lambda _request: httpx.Response(
            200, json={"totals": totals, "timeentries": rows}
        ),
        lambda c: c.detailed_report(W, DETAILED),
    )
    assert [one.id for one in report.entries] == ["e1", "e8"]
    assert report.unreadable == 6
    assert report.totals.total_time == 60
    assert report.complete
    assert len(seen) == 1


def test_no_entry_at_all_that_can_be_read_is_a_wrong_answer(call_with: Any) -> None:
    with pytest.raises(errors.InvalidResponseError, match="timeInterval"):
        call_with(
            lambda _request: httpx.Response(200, json={"timeentries": [{"_id": "e"}]}),
            lambda c: c.detailed_report(W, DETAILED),
        )


def test_a_page_that_fails_fails_the_report(call_with: Any) -> None:
    server = Paged(500)

    def failing(request: httpx.Request) -> httpx.Response:
        page = json.loads(request.content)["detailedFilter"]["page"]
        return httpx.Response(429) if page == 7 else server(request)

    with pytest.raises(errors.BusyError):
        call_with(failing, lambda c: c.detailed_report(W, DETAILED))


def test_no_list_at_all(call_with: Any) -> None:
    report, _ = call_with(
        lambda _request: httpx.Response(200, json={"totals": []}),
        lambda c: c.detailed_report(W, DETAILED),
    )
    assert report.entries == []
    assert report.totals is None
