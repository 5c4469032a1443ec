"""What the lists of the core host hold, page by page and filter by filter."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from clockify_desktop.sample.people import Membership


@pytest.mark.parametrize("page", [1, 2, 3])
def test_pages_tell_whether_they_are_the_last(asking: Any, page: int) -> None:
    reply = asking.core("/users", **{"page": page, "page-size": 10})
    assert len(reply.json()) == (10, 10, 4)[page - 1]
    assert reply.headers["Last-Page"] == ("true" if page == 3 else "false")


def test_a_last_page_may_be_full(asking: Any) -> None:
    reply = asking.core("/users", **{"page": 2, "page-size": 12})
    assert len(reply.json()) == 12
    assert reply.headers["Last-Page"] == "true"


def test_workspaces_ignore_paging(asking: Any) -> None:
    reply = asking.send("GET", "/api/v1/workspaces", params={"page": 2, "page-size": 1})
    assert len(reply.json()) == 2
    assert "Last-Page" not in reply.headers


def test_users_by_standing(asking: Any) -> None:
    def names(**query: Any) -> list[str]:
        return [row["email"] for row in asking.core("/users", **query).json()]

    assert names(status="INACTIVE") == ["quentin.dubois@acme.example"]
    assert names(status="PENDING") == ["ruth.adler@acme.example"]
    assert len(names(status="ACTIVE")) == 22
    assert len(names(status="ALL")) == len(names()) == 24
    assert names(name="sam tay", **{"sort-order": "DESCENDING"}) == [
        "samuel.taylor@acme.example",
        "sam.taylor@acme.example",
    ]
    private = next(
        number
        for number, project in enumerate(asking.organisation.workspaces[0].projects)
        if project.only
    )
    project = asking.organisation.workspaces[0].project_ids[private]
    assert names(**{"project-id": project}) == ["chiara.lombardi@acme.example"]


def test_somebody_deactivated_has_an_active_account(asking: Any) -> None:
    rows = asking.core("/users", **{"include-memberships": "true"}).json()
    quentin = next(row for row in rows if row["name"] == "Quentin Dubois")
    home, labs = asking.organisation.workspaces
    standing = {
        one["targetId"]: one["membershipStatus"]
        for one in quentin["memberships"]
        if one["membershipType"] == "WORKSPACE"
    }
    assert quentin["status"] == "ACTIVE"
    assert standing == {home.id: Membership.INACTIVE, labs.id: Membership.ACTIVE}


def test_roles_when_asked(asking: Any) -> None:
    rows = asking.core("/users", **{"include-roles": "true"}).json()
    roles = [row["roles"][0]["role"] for row in rows]
    assert sorted(set(roles)) == ["OWNER", "TEAM_MEMBER", "WORKSPACE_ADMIN"]
    assert "roles" not in asking.core("/users").json()[0]


def test_projects_by_filter(asking: Any) -> None:
    space = asking.organisation.workspaces[0]

    def names(**query: Any) -> list[str]:
        return [row["name"] for row in asking.core("/projects", **query).json()]

    assert names(archived="true") == ["Intranet (old)"]
    assert len(names(archived="false")) == 13
    assert len(names()) == 14
    assert names(name="mobile") == ["Mobile app"]
    assert names(name="mobile", **{"strict-name-search": "true"}) == []
    assert names(name="Mobile app", **{"strict-name-search": "true"}) == ["Mobile app"]
    assert names(clients=space.client_ids[0]) == ["Data platform", "Mobile app"]
    without = names(clients=space.client_ids[0], **{"contains-client": "false"})
    assert len(without) == 12
    chiara = next(p.id for p in space.people if p.handle == "chiara.lombardi")
    owner = space.people[0].id
    assert "Hudson pilot" in names(users=chiara)
    assert "Hudson pilot" not in names(users=owner)
    assert "Hudson pilot" in names(users=owner, **{"contains-user": "false"})
    assert len(names(billable="true")) == 11
    by_time = asking.core(
        "/projects", **{"sort-column": "DURATION", "sort-order": "DESCENDING"}
    )
    hours = [int(row["duration"][2:].split("H")[0]) for row in by_time.json()]
    assert hours == sorted(hours, reverse=True)
    by_client = asking.core("/projects", **{"sort-column": "CLIENT_NAME"}).json()
    clients = [row["clientName"].casefold() for row in by_client]
    assert clients == sorted(clients)
    by_id = asking.core("/projects", **{"sort-column": "ID"}).json()
    assert [row["id"] for row in by_id] == sorted(space.project_ids)


def test_groups_and_profiles(asking: Any) -> None:
    groups = asking.core("/user-groups").json()
    assert [group["name"] for group in groups] == [
        "Client services",
        "Design",
        "Engineering",
    ]
    people = asking.organisation.people
    elif_yilmaz = next(p for p in people if p.handle == "elif.yilmaz")
    profile = asking.core(f"/member-profile/{elif_yilmaz.id}").json()
    assert profile["workCapacity"] == "PT8H"
    # In no order.
    assert profile["workingDays"] == ["MONDAY", "WEDNESDAY", "TUESDAY"]
    assert profile["weekStart"] == "MONDAY"


def test_holidays_and_leave(asking: Any) -> None:
    names = [row["name"] for row in asking.core("/holidays").json()]
    assert names == [
        "New Year",
        "Labour Day",
        "Christmas Day",
        "Sydney office day",
        "Design retreat",
    ]
    # One list whatever page is asked for.
    paged = asking.core("/holidays", **{"page": 2, "page-size": 1})
    assert [row["name"] for row in paged.json()] == names
    assert "Last-Page" not in paged.headers
    people = {person.handle: person.id for person in asking.organisation.people}
    mine = asking.core("/holidays", **{"assigned-to": people["jonas.weber"]}).json()
    assert [row["name"] for row in mine] == names[:3]
    search = {"users": [people["wilhelmina"]], "statuses": ["APPROVED"]}
    found = asking.post("/time-off/requests", search).json()
    assert found["count"] == len(found["requests"]) == 2
    period = found["requests"][1]["timeOffPeriod"]["period"]
    assert period == {"start": "2026-11-18T23:00:00Z", "end": "2026-11-20T22:59:00Z"}
    pending = asking.post("/time-off/requests", {"statuses": ["PENDING"]}).json()
    assert [row["userName"] for row in pending["requests"]] == ["Jonas Weber"]
    paged = asking.post("/time-off/requests", {"page": 2, "pageSize": 20}).json()
    assert len(paged["requests"]) == paged["count"] - 20


def test_parts_of_a_day_away(asking: Any) -> None:
    """Half a day and some hours: a day has the times of the whole, hours their own."""
    found = asking.post("/time-off/requests", {"pageSize": 200}).json()["requests"]
    whole, half, hours = (
        [row for row in found if condition(row)]
        for condition in (
            lambda row: (
                row["timeUnit"] == "DAYS" and not row["timeOffPeriod"]["halfDay"]
            ),
            lambda row: row["timeOffPeriod"]["halfDay"],
            lambda row: row["timeUnit"] == "HOURS",
        )
    )
    assert len(whole) > 20
    (afternoon,), (errand,) = half, hours
    assert afternoon["timeOffPeriod"] == {
        "period": {"start": "2026-11-19T23:00:00Z", "end": "2026-11-20T22:59:00Z"},
        "halfDay": True,
        "halfDayPeriod": "SECOND_HALF",
        "halfDayHours": None,
    }
    assert (afternoon["balanceDiff"], errand["balanceDiff"]) == (0.5, 2.5)
    assert errand["timeOffPeriod"]["period"] == {
        "start": "2026-11-17T13:00:00Z",
        "end": "2026-11-17T15:30:00Z",
    }
    # Such a person is at work all the same.
    assert errand["userName"] == "Inês Carvalho"
    ends = {row["timeOffPeriod"]["period"]["end"][-6:] for row in whole + half}
    # 23:59:00 by clocks that differ by whole and half hours.
    assert ends == {"59:00Z", "29:00Z"}


def test_time_off_is_found_by_when_it_was_asked_for(asking: Any) -> None:
    body = {"start": "2026-11-16T00:00:00Z", "end": "2026-11-22T23:59:59Z"}
    found = asking.post("/time-off/requests", body).json()["requests"]
    assert {row["createdAt"][:10] for row in found} <= {
        f"2026-11-{day}" for day in range(15, 23)
    }
    away = [row["timeOffPeriod"]["period"]["start"][:7] for row in found]
    assert "2026-11" not in away


def test_approval_requests_come_with_their_entries(asking: Any) -> None:
    rows = asking.core("/approval-requests", **{"page-size": 20}).json()
    for row in rows:
        durations = [one["timeInterval"]["duration"] for one in row["entries"]]
        assert durations
        assert {one["userId"] for one in row["entries"]} == {
            row["approvalRequest"]["owner"]["userId"]
        }
    assert any(row["costAmount"] != int(row["costAmount"]) for row in rows)
    sydney = next(
        row
        for row in asking.core("/approval-requests", **{"page-size": 200}).json()
        if row["approvalRequest"]["owner"]["timeZone"] != "Europe/Berlin"
    )
    dates = sydney["approvalRequest"]["dateRange"]
    zone = ZoneInfo(sydney["approvalRequest"]["owner"]["timeZone"])
    walls = [datetime.fromisoformat(dates[n]).astimezone(zone) for n in dates]
    assert [str(wall.time()) for wall in walls] == ["00:00:00", "23:59:59"]


def test_approval_requests_by_status(asking: Any) -> None:
    def states(**query: Any) -> set[str]:
        rows = asking.core("/approval-requests", **query).json()
        return {row["approvalRequest"]["status"]["state"] for row in rows}

    assert states() == {"PENDING", "APPROVED"}
    assert states(status="PENDING") == {"PENDING"}
    assert states(status="WITHDRAWN_APPROVAL") == set()
    assert states(types="EXPENSE") == set()
    # These do nothing.
    ignored = {"userId": "nobody", "start": "2030-01-01T00:00:00Z"}
    assert states(types="TIMESHEET", **ignored) == {"PENDING", "APPROVED"}


@pytest.mark.parametrize("column", [None, "ID", "USER_ID", "START"])
def test_approval_requests_in_order(asking: Any, column: str | None) -> None:
    query = {"page-size": 200, "sort-order": "ASCENDING"}
    query |= {"sort-column": column} if column else {}
    requests = [
        row["approvalRequest"]
        for row in asking.core("/approval-requests", **query).json()
    ]
    keys = {
        "ID": [one["id"] for one in requests],
        "USER_ID": [one["owner"]["userId"] for one in requests],
    }
    weeks = [one["dateRange"]["start"][:7] for one in requests]
    found = keys.get(column or "", weeks)
    assert found == sorted(found)


def test_approvals_lock_the_time_they_cover(asking: Any) -> None:
    approved = asking.core("/approval-requests", status="APPROVED").json()
    one = approved[0]
    body = asking.week(
        detailedFilter={"page": 1, "pageSize": 1000},
        users={
            "ids": [one["approvalRequest"]["owner"]["userId"]],
            "contains": "CONTAINS",
            "status": "ALL",
        },
    )
    rows = asking.report("detailed", body).json()
    assert {row["approvalRequestId"] for row in rows["timeentries"]} == {
        one["approvalRequest"]["id"]
    }
    assert all(row["isLocked"] for row in rows["timeentries"])
    assert rows["totals"][0]["totalAmount"] == one["billableAmount"]
    states = {"APPROVED": 0, "UNAPPROVED": 0, "ALL": 0}
    for state in states:
        totals = asking.summary("USER", approvalState=state)["totals"]
        states[state] = totals[0]["totalTime"]
    assert 0 < states["APPROVED"] < states["ALL"]
    assert states["APPROVED"] + states["UNAPPROVED"] == states["ALL"]
