import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from clockify_desktop.api.client import Clockify
from clockify_desktop.api.wire.people import User
from clockify_desktop.domain.identity import ClientId, ProjectId, UserId, WorkspaceId

W = WorkspaceId("w1")
P = ProjectId("p1")


def always(body: Any, **headers: str) -> Callable[[httpx.Request], httpx.Response]:
    return lambda _request: httpx.Response(200, json=body, headers=headers)


def test_recorded_replies_decode(recorded: Any, call_with: Any) -> None:
    user, _ = call_with(always(recorded("GET_USER")), lambda c: c.user())
    assert user.settings.week_start == recorded("GET_USER")["settings"]["weekStart"]
    workspaces, _ = call_with(
        always(recorded("GET_WORKSPACES")), lambda c: c.workspaces()
    )
    assert [one.name for one in workspaces][1] == "Alice in Wonderland"
    settings = workspaces[0].workspace_settings
    assert settings.only_admins_see_billable_rates is True
    assert settings.only_admins_see_all_time_entries is False
    hydrated = recorded("PROJECT_hydrated_and_plain", "project_hydrated")
    project, seen = call_with(
        always(hydrated), lambda c: c.project(W, P, hydrated=True)
    )
    assert [one.name for one in project.tasks] == ["Consulting", "Priority consulting"]
    assert project.memberships[0].membership_status == "ACTIVE"
    assert seen[0].url.query == b"hydrated=true"


@pytest.mark.parametrize(
    ("name", "call", "path"),
    [
        ("GET_USERS", lambda c: c.users(W), "/users"),
        ("GET_PROJECTS", lambda c: c.projects(W), "/projects"),
        ("GET_CLIENTS", lambda c: c.clients(W), "/clients"),
        ("GET_TAGS", lambda c: c.tags(W), "/tags"),
        ("GET_TASKS", lambda c: c.tasks(W, P), "/projects/p1/tasks"),
    ],
)
def test_recorded_lists_decode(
    recorded: Any, call_with: Any, name: str, call: Callable[[Clockify], Any], path: str
) -> None:
    rows, seen = call_with(always(recorded(name)), call)
    assert [row.id for row in rows] == [row["id"] for row in recorded(name)]
    assert seen[0].url.path == f"/api/v1/workspaces/w1{path}"
    assert seen[0].url.params["page"] == "1"
    assert seen[0].url.params["page-size"] == "1000"


def test_one_workspace_and_groups(call_with: Any) -> None:
    workspace, seen = call_with(
        always({"id": "w1", "name": None}), lambda c: c.workspace(W)
    )
    assert workspace.name is None
    assert seen[0].url.path == "/api/v1/workspaces/w1"
    groups, seen = call_with(
        always([{"id": "g", "name": "A", "userIds": ["u"]}]), lambda c: c.user_groups(W)
    )
    assert groups[0].user_ids == ("u",)
    assert seen[0].url.path == "/api/v1/workspaces/w1/user-groups"


@pytest.mark.parametrize(
    ("call", "params"),
    [
        (
            lambda c: c.users(
                W,
                status="ALL",
                memberships="WORKSPACE",
                project_id=P,
                name="A & b",
                email="a@b",
                include_roles=True,
            ),
            (
                "status=ALL&memberships=WORKSPACE&include-memberships=true&project-id=p1"
                "&name=A+%26+b&email=a%40b&include-roles=true"
            ),
        ),
        (
            lambda c: c.users(W, memberships="NONE"),
            "memberships=NONE&include-roles=false",
        ),
        (
            lambda c: c.projects(
                W,
                name="x",
                strict_name_search=True,
                archived=False,
                billable=True,
                clients=[ClientId("c1"), ClientId("c2")],
                contains_client=False,
                users=[UserId("u1")],
                contains_user=True,
                hydrated=True,
                sort_column="NAME",
                sort_order="DESCENDING",
            ),
            (
                "name=x&strict-name-search=true&archived=false&billable=true&clients=c1"
                "&clients=c2&contains-client=false&users=u1&contains-user=true"
                "&hydrated=true&sort-column=NAME&sort-order=DESCENDING"
            ),
        ),
        # Left out means archived and active ones.
        (lambda c: c.projects(W), ""),
        (lambda c: c.clients(W, archived=True, name="x"), "archived=true&name=x"),
        (lambda c: c.tags(W, archived=False), "archived=false"),
    ],
)
def test_filters(call_with: Any, call: Callable[[Clockify], Any], params: str) -> None:
    _, seen = call_with(always([]), call)
    query = str(seen[0].url.query, "ascii")
    # Whole projects are large: fewer come at once.
    rows = 200 if "hydrated=true" in params else 1000
    assert query.removesuffix(f"page=1&page-size={rows}").removesuffix("&") == params


def test_pages_to_the_last(call_with: Any) -> None:
    def page(request: httpx.Request) -> httpx.Response:
        number = int(request.url.params["page"])
        rows = [{"id": f"u{2 * number - 1}"}, {"id": f"u{2 * number}"}]
        last = "true" if number == 3 else "false"
        return httpx.Response(200, json=rows, headers={"Last-Page": last})

    users, seen = call_with(page, lambda c: c.users(W))
    assert users == [User(id=UserId(f"u{n}")) for n in range(1, 7)]
    # The second walk confirms the first one.
    assert len(seen) == 6


def test_full_pages_without_the_header(call_with: Any) -> None:
    def page(request: httpx.Request) -> httpx.Response:
        start = (int(request.url.params["page"]) - 1) * 1000
        rows = [{"id": str(n)} for n in range(start, min(start + 1000, 1500))]
        return httpx.Response(200, content=json.dumps(rows).encode())

    users, seen = call_with(page, lambda c: c.users(W))
    assert len(users) == 1500
    # An empty page is the end, and the second walk confirms the first one.
    assert len(seen) == 6


def test_people_that_cannot_be_read_are_counted(call_with: Any) -> None:
    rows = [{"id": "u1"}, {"id": 2}, {"name": "Ann"}, None, {"id": "u5", "name": None}]
    users, _ = call_with(always(rows), lambda c: c.users(W))
    assert users == [User(id=UserId("u1")), User(id=UserId("u5"))]
    assert users.unreadable == 3
    workspaces, _ = call_with(always([{"id": "w"}, 3]), lambda c: c.workspaces())
    assert ([one.id for one in workspaces], workspaces.unreadable) == (["w"], 1)
