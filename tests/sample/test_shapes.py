"""Every key and type that Clockify was recorded to send is in the replies."""

import re
from collections.abc import Callable
from typing import Any

import pytest

Compare = Callable[..., list[str]]
MISSING_OK = {"projectId", "taskId", "project", "task", "client", "clientId"}


def test_the_comparison_finds_what_is_wrong(unlike_recorded: Compare) -> None:
    assert unlike_recorded("GET_CLIENTS", [{"id": 1, "name": None}]) == [
        "$[0].archived: missing",
        "$[0].id: number instead of ['string']",
        "$[0].name: null instead of ['string']",
        "$[0].workspaceId: missing",
    ]


@pytest.mark.parametrize("asked", [{}, {"memberships": "ALL"}])
def test_user(asking: Any, unlike_recorded: Compare, asked: dict[str, str]) -> None:
    me = asking.send("GET", "/api/v1/user", params=asked).json()
    assert unlike_recorded("GET_USER", me) == []
    assert bool(me["memberships"]) == bool(asked)
    part = "user_embedded"
    assert unlike_recorded("PROJECT_hydrated_and_plain", me, part=part) == []


def test_users(asking: Any, unlike_recorded: Compare) -> None:
    rows = asking.core("/users", memberships="ALL").json()
    assert len(rows) == 24
    known = [row for row in rows if row["settings"] is not None]
    assert len(known) == 23
    assert unlike_recorded("GET_USERS", known, {"hourlyRate"}) == []
    # Settings and name of who has not accepted yet are null [live].
    open_invitation = next(row for row in rows if row["settings"] is None)
    assert open_invitation["name"] is None
    assert open_invitation["status"] == "PENDING_EMAIL_VERIFICATION"


def test_workspaces(asking: Any, unlike_recorded: Compare) -> None:
    rows = asking.send("GET", "/api/v1/workspaces").json()
    assert unlike_recorded("GET_WORKSPACES", rows) == []
    assert asking.core("").json() == rows[0]
    assert [row["featureSubscriptionType"] for row in rows] == ["ENTERPRISE", "FREE"]


def test_clients_tags_and_tasks(asking: Any, unlike_recorded: Compare) -> None:
    project = asking.organisation.workspaces[0].project_ids[0]
    assert unlike_recorded("GET_CLIENTS", asking.core("/clients").json()) == []
    assert unlike_recorded("GET_TAGS", asking.core("/tags").json()) == []
    back = asking.core("/tags", **{"sort-order": "DESCENDING"}).json()
    assert back == asking.core("/tags").json()[::-1]
    assert [row["name"] for row in asking.core("/tags", name="REV").json()] == [
        "review"
    ]
    assert asking.core("/clients", archived="true").json() == []
    tasks = asking.core(f"/projects/{project}/tasks").json()
    # In 2020 somebody was assigned; the newer recording has null.
    assert unlike_recorded("GET_TASKS", tasks, {"assigneeId"}) == []


def test_projects(asking: Any, unlike_recorded: Compare) -> None:
    plain = asking.core("/projects").json()
    full = asking.core("/projects", hydrated="true").json()
    assert len(plain) == len(full) == 14
    assert unlike_recorded("GET_PROJECTS", plain) == []
    assert all(project["memberships"] == [] for project in plain)
    assert all(project["memberships"] for project in full)
    name = "PROJECT_hydrated_and_plain"
    for row in plain:
        assert unlike_recorded(name, row, part="project_plain") == []
    for row in full:
        part = "project_hydrated"
        assert unlike_recorded(name, row, MISSING_OK, part) == []
        alone = asking.core(f"/projects/{row['id']}", hydrated="true").json()
        assert alone == row


def test_time_entries(asking: Any, unlike_recorded: Compare) -> None:
    person = asking.organisation.people[0].id
    path = f"/user/{person}/time-entries"
    rows = asking.core(path).json()
    assert len(rows) == 50
    assert unlike_recorded("GET_TIME_ENTRIES", rows, MISSING_OK) == []
    name = "PROJECT_hydrated_and_plain"
    for row in rows:
        found = unlike_recorded(
            name, row, {*MISSING_OK, "costRate"}, "time_entry_plain"
        )
        assert found == []
    hydrated = asking.core(path, hydrated="true").json()
    assert "tagIds" not in hydrated[0]
    for row in hydrated:
        assert unlike_recorded(name, row["user"], part="user_embedded") == []
        if row["project"] is not None:
            assert unlike_recorded(name, row["project"], part="project_plain") == []


def test_a_running_entry_has_neither_end_nor_duration(asking: Any) -> None:
    reply = asking.core("/time-entries/status/in-progress")
    assert reply.headers["Last-Page"] == "true"
    (row,) = reply.json()
    assert row["timeInterval"]["end"] is row["timeInterval"]["duration"] is None


def test_detailed(asking: Any, unlike_recorded: Compare) -> None:
    body = asking.week(detailedFilter={"page": 1, "pageSize": 1000})
    reply = asking.report("detailed", body).json()
    nullable = {"projectId", "taskId", "projectName", "projectColor"}
    assert reply["timeentries"]
    for row in reply["timeentries"]:
        row.setdefault("taskName", "")
    assert unlike_recorded("REPORT_DETAILED", reply, {*nullable}) == []


def test_a_summary_with_hidden_amounts(asking: Any, unlike_recorded: Compare) -> None:
    groups = ("DATE", "USER", "TIMEENTRY")
    reply = asking.summary(*groups, amountShown="HIDE_AMOUNT")
    assert unlike_recorded("REPORT_SUMMARY_hidden_amounts", reply) == []
    (total,) = reply["totals"]
    assert total["amounts"] == []
    assert total["totalAmount"] is None
    assert total["totalAmountByCurrency"] == {}
    day = reply["groupOne"][0]
    assert day["_id"] == day["name"] == "2026-11-16"
    assert "amount" not in day
    person = day["children"][0]
    entry = person["children"][0]
    assert entry["_id"] == {
        "DATE": day["_id"],
        "USER": person["_id"],
        "TIMEENTRY": entry["name"],
    }
    assert "children" not in entry


def test_time_off_and_approvals(asking: Any, unlike_recorded: Compare) -> None:
    sent = asking.post("/time-off/requests", {"pageSize": 200}).json()
    assert unlike_recorded("POST_TIME_OFF_REQUESTS", sent) == []
    pattern = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z"
    assert all(re.fullmatch(pattern, row["createdAt"]) for row in sent["requests"])
    approvals = asking.core("/approval-requests").json()
    assert unlike_recorded("GET_APPROVAL_REQUESTS", approvals) == []
    person = asking.organisation.people[0].id
    profile = asking.core(f"/member-profile/{person}").json()
    assert unlike_recorded("GET_MEMBER_PROFILE", profile) == []


def test_money_of_entries_is_fractional(asking: Any) -> None:
    body = asking.week(detailedFilter={"page": 1, "pageSize": 1000})
    rows = asking.report("detailed", body).json()["timeentries"]
    for row in rows:
        hours = row["timeInterval"]["duration"] / 3600
        assert row["earnedAmount"] == row["amount"]
        assert abs(row["costAmount"] - row["costRate"] * hours) < 0.001
    assert any(row["costAmount"] != int(row["costAmount"]) for row in rows)
