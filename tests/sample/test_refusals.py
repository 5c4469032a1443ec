"""Every error that is known of Clockify, with its status and code."""

from typing import Any

import pytest

from clockify_desktop.sample.keys import ADDON_TOKEN, MEMBER_KEY, OWNER_KEY

UNKNOWN = "0" * 24


def refused(reply: Any, status: int, code: int) -> str:
    assert reply.status_code == status, reply.text[:300]
    body = reply.json()
    assert sorted(body) == ["code", "message"]
    assert body["code"] == code
    return str(body["message"])


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({}, 1000),
        ({"X_Api_Key": OWNER_KEY, "X_Addon_Token": ADDON_TOKEN}, 1000),
        ({"X_Api_Key": "unknown"}, 4003),
        ({"X_Api_Key": ""}, 4003),
        ({"X_Addon_Token": "unknown"}, 4017),
    ],
)
def test_who_is_not_known_is_not_let_in(
    asking: Any, headers: dict[str, str], code: int
) -> None:
    stranger = asking.being(**headers)
    refused(stranger.core("/users"), 401, code)
    refused(stranger.report("summary", stranger.grouped("USER")), 401, code)


def test_an_addon_token_sees_what_the_owner_sees(asking: Any) -> None:
    addon = asking.being(X_Addon_Token=ADDON_TOKEN)
    assert addon.core("/users").json() == asking.core("/users").json()


@pytest.mark.parametrize(
    "path", ["/v1/user", "/", "/api/v1", "/api/v1/users", "/api/v1/user/", "/api/v1/x"]
)
def test_a_wrong_path_is_no_resource(asking: Any, path: str) -> None:
    message = refused(asking.send("GET", path), 404, 3000)
    assert message == f"No static resource {path.lstrip('/')}."


def test_the_two_hosts_do_not_know_each_others_paths(asking: Any) -> None:
    body = asking.grouped("USER")
    refused(asking.post("/reports/summary", body), 404, 3000)
    path = "/report/v1" + asking.path("/users")
    refused(asking.send("GET", path), 404, 3000)


def test_a_wrong_method_is_refused(asking: Any) -> None:
    refused(asking.send("DELETE", "/api/v1/user"), 405, 3000)
    refused(
        asking.send("GET", "/report/v1" + asking.path("/reports/summary")), 405, 3000
    )


@pytest.mark.parametrize("report", ["weekly", "expenses/detailed"])
def test_a_report_that_is_not_served_is_no_resource(asking: Any, report: str) -> None:
    refused(asking.report(report, asking.week()), 404, 3000)


def test_a_search_knows_one_method(asking: Any) -> None:
    refused(asking.core("/time-off/requests"), 405, 3000)


@pytest.mark.parametrize(
    "query", [{"types": "ALL"}, {"status": "REJECTED"}, {"sort-column": "NAME"}]
)
def test_a_value_that_does_not_exist(asking: Any, query: dict[str, str]) -> None:
    refused(asking.core("/approval-requests", **query), 400, 3000)


def test_an_unknown_workspace_is_an_empty_404(asking: Any) -> None:
    for prefix, method, rest in (
        ("/api/v1", "GET", ""),
        ("/api/v1", "GET", "/users"),
        ("/report/v1", "POST", "/reports/summary"),
    ):
        reply = asking.send(method, f"{prefix}/workspaces/{UNKNOWN}{rest}", json={})
        assert (reply.status_code, reply.content) == (404, b"")


@pytest.mark.parametrize(
    "path",
    [
        f"/projects/{UNKNOWN}",
        f"/projects/{UNKNOWN}/tasks",
        f"/member-profile/{UNKNOWN}",
        f"/user/{UNKNOWN}/time-entries",
        f"/users?project-id={UNKNOWN}",
        f"/holidays?assigned-to={UNKNOWN}",
    ],
)
def test_an_unknown_id_is_a_bad_request(asking: Any, path: str) -> None:
    refused(asking.core(path), 400, 501)


@pytest.mark.parametrize(
    "query",
    [
        {"page-size": "5001"},
        {"page-size": "0"},
        {"page-size": "-1"},
        {"page-size": "many"},
        {"page-size": "٣"},
        {"page-size": "9" * 5000},
        {"page": "0"},
        {"page": ""},
    ],
)
def test_pages_have_limits(asking: Any, query: dict[str, str]) -> None:
    refused(
        asking.send("GET", "/api/v1" + asking.path("/users"), params=query), 400, 501
    )


def test_the_largest_page_is_allowed(asking: Any) -> None:
    assert asking.core("/users", **{"page-size": 5000}).status_code == 200


@pytest.mark.parametrize(
    "wrong",
    [
        {"dateRangeStart": "2026-11-16"},
        {"dateRangeEnd": None},
        {"dateRangeEnd": "2026-11-31T00:00:00Z"},
        {"dateRangeEnd": "2026-11-01T00:00:00Z"},
        {"dateRangeEnd": 7},
        {"dateRangeStart": "0001-01-01T00:00:00Z"},
        {"dateRangeEnd": "9999-12-31T23:59:59Z"},
        {"timeZone": "Nowhere/Land"},
        {"timeZone": ["UTC"]},
        {"exportType": "XLSX"},
        {"exportType": ["JSON"]},
        {"weekStart": "DOMINGO"},
        {"users": "everybody"},
        {"projects": {"ids": "all"}},
        {"billable": "yes"},
        {"amounts": "EARNED"},
        {"summaryFilter": []},
    ],
)
def test_a_body_that_cannot_be_right_is_refused(
    asking: Any, wrong: dict[str, object]
) -> None:
    body = {**asking.grouped("USER"), **wrong}
    refused(asking.report("summary", body), 400, 501)


@pytest.mark.parametrize("sent", [b"{", b"[]", b"null", b"\xff", b"[" * 100_000])
def test_a_body_that_is_no_object_is_refused(asking: Any, sent: bytes) -> None:
    path = "/report/v1" + asking.path("/reports/summary")
    refused(asking.send("POST", path, content=sent), 400, 501)


@pytest.mark.parametrize(
    ("groups", "message"),
    [
        ([], "Please provide summary filter."),
        (None, "Please provide summary filter."),
        (["USERS"], "Invalid group name"),
        ([["USER"]], "Invalid group name"),
        (["USER", "USER"], "Invalid group name"),
        (["USER", "TAG", "DATE", "TASK"], "Summary filter can have at most 3 groups."),
    ],
)
def test_groups_that_do_not_exist(asking: Any, groups: Any, message: str) -> None:
    body = asking.week(summaryFilter={"groups": groups})
    assert refused(asking.report("summary", body), 400, 501) == message


def test_a_summary_without_a_filter(asking: Any) -> None:
    message = refused(asking.report("summary", asking.week()), 400, 501)
    assert message == "Please provide summary filter."


@pytest.mark.parametrize("wrong", [{"pageSize": 1001}, {"page": 0}, {"page": "1"}])
def test_a_detailed_page_has_limits(asking: Any, wrong: dict[str, object]) -> None:
    body = asking.week(detailedFilter=wrong)
    refused(asking.report("detailed", body), 400, 501)


def test_the_free_plan_reports_31_days(asking: Any) -> None:
    month = {
        "dateRangeStart": "2026-10-01T00:00:00Z",
        "dateRangeEnd": "2026-10-31T23:59:59.999Z",
    }
    longer = {**month, "dateRangeEnd": "2026-11-01T23:59:59.999Z"}
    for kind, part in (
        ("summary", {"summaryFilter": {"groups": ["USER"]}}),
        ("detailed", {"detailedFilter": {"page": 1}}),
    ):
        assert asking.report(kind, {**month, **part}, workspace=1).status_code == 200
        refused(asking.report(kind, {**longer, **part}, workspace=1), 400, 501)
        assert asking.report(kind, {**longer, **part}, workspace=0).status_code == 200


def test_who_may_not_is_told_so(asking: Any) -> None:
    owner = asking.organisation.people[0].id
    member = asking.being(X_Api_Key=MEMBER_KEY)
    refused(member.core(f"/user/{owner}/time-entries"), 403, 501)
    refused(member.core(f"/member-profile/{owner}"), 403, 501)
    # The manager is no member of the second workspace.
    refused(asking.manager.core("/users", workspace=1), 403, 501)
    space = asking.organisation.workspaces[0]
    private = next(n for n, project in enumerate(space.projects) if project.only)
    refused(member.core(f"/projects/{space.project_ids[private]}"), 403, 501)


@pytest.mark.parametrize(
    "wrong", [{"page": 0}, {"pageSize": 201}, {"users": "all"}, {"start": "2026-11-16"}]
)
def test_a_search_for_time_off_that_cannot_be_right(
    asking: Any, wrong: dict[str, object]
) -> None:
    refused(asking.post("/time-off/requests", wrong), 400, 501)
