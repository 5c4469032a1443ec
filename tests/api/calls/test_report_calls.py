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
from clockify_desktop.api.wire.reports import WRONG_AMOUNT
from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.domain.period import Period

W = WorkspaceId("w1")
WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
DETAILED = DetailedQuery(period=WEEK, time_zone="UTC", page_size=10)


def entry(number: int, duration: Any = 60) -> dict[str, Any]:
    interval = {"start": "2026-11-16T09:00:00Z", "duration": duration}
    return {"_id": f"e{number}", "timeInterval": interval, "billable": number % 2 == 0}


class Paged:
    """A detailed report of some entries; what it tells of their number varies.

    ``largest`` is the most that it gives at once, whatever is asked for.
    """

    def __init__(
        self,
        total: int,
        *,
        tells: Any = "count",
        overlap: int = 0,
        largest: int = 1000,
    ) -> None:
        self.total, self.tells, self.overlap = total, tells, overlap
        self.largest = largest
        self.pages: list[int] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        filters = json.loads(request.content)["detailedFilter"]
        self.pages.append(filters["page"])
        size = min(filters["pageSize"], self.largest)
        start = (filters["page"] - 1) * size
        stop = min(start + size, self.total)
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
    # An empty page is the end, and the second walk confirms the first one.
    assert server.pages == [1, 2, 3, 4] * 2


@pytest.mark.parametrize("total", [9, 10, 25])
def test_pages_smaller_than_asked_for_are_known_by_the_count(
    call_with: Any, total: int
) -> None:
    server = Paged(total, largest=4)
    report, _ = call_with(server, lambda c: c.detailed_report(W, DETAILED))
    assert [one.id for one in report.entries] == [f"e{n}" for n in range(total)]
    assert report.complete
    assert sorted(server.pages) == list(range(1, -(-total // 4) + 1))


def test_a_count_that_nothing_bears_out_is_not_followed(call_with: Any) -> None:
    """Else a server could ask for millions of pages."""
    body = {"totals": [{"entriesCount": 9_000_000}], "timeentries": [entry(1)]}
    report, seen = call_with(
        lambda _request: httpx.Response(200, json=body),
        lambda c: c.detailed_report(W, DETAILED),
    )
    assert (len(report.entries), report.complete) == (1, False)
    assert len(seen) == 6


def test_more_pages_than_there_can_be_are_walked_to_their_end(call_with: Any) -> None:
    sums = {"entriesCount": 200_000, "totalTime": 60, "totalBillableTime": 0}
    server = Paged(3, tells=[sums], largest=1)
    report, _ = call_with(server, lambda c: c.detailed_report(W, DETAILED))
    assert (len(report.entries), report.complete) == (3, False)
    # Page 2 shows that there are more, then page after page to the one without rows.
    assert server.pages == [1, 2, 2, 3, 4] * 3


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
    # Of whatever has an id it can be told whose it is.
    assert [one.id for one in report.entries] == [
        f"e{n}" for n in (1, 2, 3, 4, 5, 6, 8)
    ]
    wrong = [one.id for one in report.entries if one.time_interval.is_wrong]
    assert wrong == ["e2", "e3", "e5", "e6"]
    assert report.unreadable == 1
    assert report.totals.total_time == 60
    assert report.complete
    assert len(seen) == 1


def test_of_an_entry_only_what_is_wrong_is_lost(call_with: Any) -> None:
    wrong = {"amount": "a lot", "userName": "Ann", "tags": "none", "taskId": 7}
    rows = [entry(1), {**entry(2), **wrong}]
    report, _ = call_with(
        lambda _request: httpx.Response(200, json={"timeentries": rows}),
        lambda c: c.detailed_report(W, DETAILED),
    )
    _, kept = report.entries
    assert kept.time_interval == report.entries[0].time_interval
    assert (kept.amount, kept.user_name) == (WRONG_AMOUNT, "Ann")
    assert (kept.tags, kept.task_id, report.unreadable) == (None, None, 0)


def test_more_entries_than_a_page_has_are_not_read_one_by_one(
    call_with: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clockify_desktop.api.page_decoding.MOST_ROWS", 2)
    rows = [entry(1), entry(2), entry(3, "60")]
    with pytest.raises(errors.InvalidResponseError):
        call_with(
            lambda _request: httpx.Response(200, json={"timeentries": rows}),
            lambda c: c.detailed_report(W, DETAILED),
        )


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
