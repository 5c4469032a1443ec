import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import httpx

from clockify_desktop.domain.identity import UserId, WorkspaceId

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


def test_holidays(call_with: Any) -> None:
    body = [
        {
            "id": "h1",
            "name": "New Year",
            "datePeriod": {"startDate": "2026-01-01", "endDate": "2026-01-01"},
            "occursAnnually": True,
            "userIds": None,
        }
    ]
    holidays, seen = call_with(
        lambda _request: httpx.Response(200, json=body), lambda c: c.holidays(W)
    )
    assert holidays[0].date_period.start_date == date(2026, 1, 1)
    assert seen[0].url.params["page-size"] == "200"


def test_time_off_is_a_search(call_with: Any) -> None:
    def page(request: httpx.Request) -> httpx.Response:
        number = json.loads(request.content)["page"]
        size = 200 if number == 1 else 3
        rows = [{"id": f"{number}-{n}", "note": None} for n in range(size)]
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
    assert requests[0].status.status_type == "SOME_NEW_WORD"
    assert [json.loads(one.content) for one in seen] == [
        {
            "page": number,
            "pageSize": 200,
            "start": "2026-11-15T23:00:00.000000Z",
            "end": "2026-11-23T00:00:00.000000Z",
            "statuses": ["APPROVED"],
            "users": ["u1"],
        }
        for number in (1, 2, 1, 2)
    ]


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
