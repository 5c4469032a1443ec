import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import httpx
import pytest

from clockify_desktop.api.errors import InvalidResponseError
from clockify_desktop.api.report_bodies import AttendanceQuery
from clockify_desktop.domain.identity import UserId, WorkspaceId
from clockify_desktop.domain.period import Period

W = WorkspaceId("w1")


def test_a_member_profile(call_with: Any) -> None:
    for days in (["MONDAY", "TUESDAY"], '["MONDAY","TUESDAY"]', None):
        body = {"workCapacity": "PT7H", "weekStart": "MONDAY", "workingDays": days}
        profile, seen = call_with(
            lambda _request, body=body: httpx.Response(200, json=body),
            lambda c: c.member_profile(W, UserId("u1")),
        )
        assert profile.work_capacity == "PT7H"
        assert seen[0].url.path == "/api/v1/workspaces/w1/member-profile/u1"


HOLIDAYS = [
    {
        "id": "h1",
        "name": "New Year",
        "datePeriod": {"startDate": "2026-01-01", "endDate": "2026-01-01"},
        "occursAnnually": True,
        "userIds": None,
    }
]


@pytest.mark.parametrize("rows", [HOLIDAYS, HOLIDAYS * 200])
def test_holidays_are_one_list_and_asked_for_once(call_with: Any, rows: Any) -> None:
    holidays, seen = call_with(
        lambda _request: httpx.Response(200, json=rows), lambda c: c.holidays(W)
    )
    assert holidays[0].date_period.start_date == date(2026, 1, 1)
    assert (len(holidays), holidays.changed) == (len(rows), False)
    assert [str(one.url.query, "ascii") for one in seen] == [""]


@pytest.mark.parametrize("told", ["true", "false"])
def test_a_list_without_pages_that_says_it_has_some(call_with: Any, told: str) -> None:
    headers = {"Last-Page": told}
    reply = httpx.Response(200, json=HOLIDAYS, headers=headers)
    for call in (lambda c: c.holidays(W), lambda c: c.workspaces()):
        rows, seen = call_with(lambda _request: reply, call)
        assert (len(rows), rows.changed) == (1, told == "false")
        assert len(seen) == 1


def away(name: str, start: str, end: str | None) -> dict[str, Any]:
    return {"id": name, "timeOffPeriod": {"period": {"start": start, "end": end}}}


def test_time_off_is_a_search_and_no_matter_when_it_was_asked_for(
    call_with: Any,
) -> None:
    """The server's ``start`` and ``end`` are those of the creation."""

    def page(request: httpx.Request) -> httpx.Response:
        number = json.loads(request.content)["page"]
        size = 200 if number == 1 else 3
        day = ("2026-11-17T23:00:00Z", "2026-11-18T22:59:00Z")
        rows = [away(f"{number}-{n}", *day) for n in range(size)]
        rows[0]["status"] = {"statusType": "SOME_NEW_WORD"}
        return httpx.Response(200, json={"count": 203, "requests": rows})

    requests, seen = call_with(
        page,
        lambda c: c.time_off_requests(
            W,
            start=datetime(2026, 11, 16, tzinfo=timezone(timedelta(hours=1))),
            end=datetime(2026, 11, 23, tzinfo=UTC),
            statuses=["APPROVED"],
            users=[UserId("u1")],
        ),
    )
    assert len(requests) == 203
    assert not requests.changed
    assert requests[0].status_name == "SOME_NEW_WORD"
    assert [json.loads(one.content) for one in seen] == [
        {"page": number, "pageSize": 200, "statuses": ["APPROVED"], "users": ["u1"]}
        for number in (1, 2, 1, 2)
    ]


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        # Monday to Wednesday in Belgrade, and one hour on Thursday.
        ((2026, 11, 16), (2026, 11, 17), ["days"]),
        ((2026, 11, 18, 22, 58), (2026, 11, 19), ["days"]),
        ((2026, 11, 18, 22, 59), (2026, 11, 19), []),
        ((2026, 11, 15), (2026, 11, 15, 23), []),
        ((2026, 11, 15), (2026, 11, 15, 23, 0, 1), ["days"]),
        (None, (2026, 11, 30), ["days", "hour"]),
        ((2026, 11, 19, 8, 30), None, ["hour"]),
    ],
)
def test_who_is_away_is_found_by_the_absence(
    call_with: Any,
    start: tuple[int, ...] | None,
    end: tuple[int, ...] | None,
    found: list[str],
) -> None:
    rows = [
        away("days", "2026-11-15T23:00:00Z", "2026-11-18T22:59:00Z"),
        away("hour", "2026-11-19T08:00:00Z", "2026-11-19T09:00:00Z"),
        away("without an end", "2026-11-16T08:00:00Z", None),
        {"id": "without a period"},
    ]
    requests, _ = call_with(
        lambda _request: httpx.Response(200, json={"count": 4, "requests": rows}),
        lambda c: c.time_off_requests(
            W,
            start=start and datetime(*start, tzinfo=UTC),  # type: ignore[misc]
            end=end and datetime(*end, tzinfo=UTC),  # type: ignore[misc]
        ),
    )
    assert [one.id for one in requests] == found
    assert requests.unreadable == 2


def test_recorded_time_off(recorded: Any, call_with: Any) -> None:
    body = recorded("POST_TIME_OFF_REQUESTS")
    requests, _ = call_with(
        lambda _request: httpx.Response(200, json=body),
        lambda c: c.time_off_requests(W),
    )
    (one,) = requests
    assert (one.status_name, one.time_unit, one.balance_diff) == ("PENDING", "DAYS", 3)
    assert one.user_time_zone == "Europe/Belgrade"
    assert one.absence == (
        datetime(2026, 4, 21, 22, tzinfo=UTC),
        datetime(2026, 4, 24, 21, 59, tzinfo=UTC),
    )
    assert not one.time_off_period.half_day


def test_a_status_that_is_a_text(call_with: Any) -> None:
    rows = [{"id": "a", "status": "APPROVED"}, {"id": "b"}]
    requests, _ = call_with(
        lambda _request: httpx.Response(200, json={"count": 2, "requests": rows}),
        lambda c: c.time_off_requests(W),
    )
    assert [one.status_name for one in requests] == ["APPROVED", None]


def test_time_off_of_a_server_that_gives_fewer_at_once(call_with: Any) -> None:
    def page(request: httpx.Request) -> httpx.Response:
        first = 2 * (json.loads(request.content)["page"] - 1)
        rows = [{"id": f"t{n}"} for n in range(first, min(first + 2, 5))]
        return httpx.Response(200, json={"count": 5, "requests": rows})

    requests, seen = call_with(page, lambda c: c.time_off_requests(W))
    assert ([one.id for one in requests]) == ["t0", "t1", "t2", "t3", "t4"]
    assert not requests.changed
    # By the count no fourth page is needed; the second walk confirms the first one.
    assert len(seen) == 6


def test_time_off_of_everybody(call_with: Any) -> None:
    requests, seen = call_with(
        lambda _request: httpx.Response(200, json={"count": 0, "requests": None}),
        lambda c: c.time_off_requests(W),
    )
    assert requests == []
    assert json.loads(seen[0].content) == {"page": 1, "pageSize": 200}


def test_requests_that_cannot_be_read_are_counted(call_with: Any) -> None:
    body = {"count": "3", "requests": [{"id": "a"}, {"id": 7}, None]}
    requests, _ = call_with(
        lambda _request: httpx.Response(200, json=body),
        lambda c: c.time_off_requests(W),
    )
    assert [one.id for one in requests] == ["a"]
    assert requests.unreadable == 2
    assert not requests.changed


def test_approvals(call_with: Any) -> None:
    body = [
        {
            "approvalRequest": {
                "id": "a1",
                "owner": {"userId": "u1", "timeZone": "Europe/Budapest"},
                "dateRange": {"start": "2026-11-16T00:00:00Z", "end": None},
                "status": {"state": "APPROVED", "updatedAt": None},
            },
            "approvedTime": "PT1H30M",
        }
    ]
    items, seen = call_with(
        lambda _request: httpx.Response(200, json=body),
        lambda c: c.approval_requests(W, status="APPROVED"),
    )
    assert items[0].approval_request.status.state == "APPROVED"
    assert items[0].approved_time == "PT1H30M"
    assert seen[0].url.params["status"] == "APPROVED"
    # Each comes with its time entries as whole objects.
    assert seen[0].url.params["page-size"] == "20"


def test_recorded_approvals(recorded: Any, call_with: Any) -> None:
    body = recorded("GET_APPROVAL_REQUESTS")
    body[0]["entries"] = [{"id": 1, "timeInterval": None}]
    items, _ = call_with(
        lambda _request: httpx.Response(200, json=body, headers={"Last-Page": "true"}),
        lambda c: c.approval_requests(W),
    )
    (one,) = items
    assert one.approval_request.date_range.start == datetime(
        2026, 5, 17, 22, tzinfo=UTC
    )
    assert one.tracked_time == "PT17H24M55S"


ATTENDANCE = AttendanceQuery(
    period=Period(date(2026, 5, 21), date(2026, 5, 21)), time_zone="Europe/Berlin"
)


def attendance(request: httpx.Request) -> tuple[int, int]:
    asked = json.loads(request.content)["attendanceFilter"]
    return asked["page"], asked["pageSize"]


def test_recorded_attendance(recorded: Any, call_with: Any) -> None:
    body = recorded("REPORT_ATTENDANCE")

    def reply(request: httpx.Request) -> httpx.Response:
        first = attendance(request)[0] == 1
        return httpx.Response(200, json=body if first else {"entities": []})

    rows, seen = call_with(reply, lambda c: c.attendance_report(W, ATTENDANCE))
    assert [one.capacity for one in rows] == [36_000, 36_000]
    assert {one.date for one in rows} == {"2026-05-21T00:00:00.000Z"}
    assert [attendance(one) for one in seen] == [(1, 1000), (2, 1000)]
    assert seen[0].url.path == "/report/v1/workspaces/w1/reports/attendance"
    assert not rows.changed


def test_attendance_of_some_pages_and_a_row_that_cannot_be_read(call_with: Any) -> None:
    def reply(request: httpx.Request) -> httpx.Response:
        page, size = attendance(request)
        numbers = range((page - 1) * size, min(page * size, 1500))
        rows: list[Any] = [{"userId": f"u{n}", "date": "2026-05-21"} for n in numbers]
        if page == 2:
            rows[0] = {"userId": 7}
        return httpx.Response(200, json={"entities": rows})

    rows, seen = call_with(reply, lambda c: c.attendance_report(W, ATTENDANCE))
    assert (len(rows), rows.unreadable, rows.changed) == (1499, 1, False)
    assert len(seen) == 3


def test_a_message_in_place_of_attendance(call_with: Any) -> None:
    body = {"message": "No.", "code": 501}
    with pytest.raises(InvalidResponseError, match=r"\$\.entities"):
        call_with(
            lambda _request: httpx.Response(200, json=body),
            lambda c: c.attendance_report(W, ATTENDANCE),
        )


def timesheets(starts: list[str], *, sorted_by_start: bool = True) -> Any:
    """Serve timesheets in pages, one a week."""
    rows = [
        {"approvalRequest": {"id": start, "dateRange": {"start": start, "end": start}}}
        for start in (sorted(starts, reverse=True) if sorted_by_start else starts)
    ]

    def reply(request: httpx.Request) -> httpx.Response:
        params = request.url.params
        size, page = int(params["page-size"]), int(params["page"])
        found = rows[(page - 1) * size : page * size]
        last = "true" if page * size >= len(rows) else "false"
        return httpx.Response(200, json=found, headers={"Last-Page": last})

    return reply


STARTS = [
    (datetime(2026, 11, 16, tzinfo=UTC) - timedelta(days=7 * at)).isoformat()
    for at in range(100)
]


def test_timesheets_of_long_ago_are_not_fetched(call_with: Any) -> None:
    """The server ignores a range, but can give the newest ones first."""
    since = datetime(2026, 11, 16, tzinfo=UTC)
    items, seen = call_with(
        timesheets(STARTS), lambda c: c.approval_requests(W, since=since)
    )
    assert seen[0].url.params["sort-column"] == "START"
    assert seen[0].url.params["sort-order"] == "DESCENDING"
    # The second page is all of long ago; it is walked twice, as every list is.
    assert {one.url.params["page"] for one in seen} == {"1", "2"}
    assert len(items) == 40
    assert not items.changed
    every, _ = call_with(timesheets(STARTS), lambda c: c.approval_requests(W))
    assert len(every) == 100


def test_timesheets_of_whoever_does_not_sort_are_all_fetched(call_with: Any) -> None:
    since = datetime(2026, 11, 16, tzinfo=UTC)
    items, _ = call_with(
        timesheets(STARTS[::-1], sorted_by_start=False),
        lambda c: c.approval_requests(W, since=since),
    )
    assert len(items) == 100
    # Of those without a date nothing is known.
    rows = [{"approvalRequest": {"id": f"a{at}"}} for at in range(3)]
    reply = httpx.Response(200, json=rows, headers={"Last-Page": "true"})
    items, _ = call_with(
        lambda _request: reply, lambda c: c.approval_requests(W, since=since)
    )
    assert len(items) == 3
