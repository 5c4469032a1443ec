import asyncio
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from clockify_desktop.api.endpoints import USERS
from clockify_desktop.api.errors import BusyError, NoRightError, PlanError, RequestInfo
from clockify_desktop.api.paging import Listed
from clockify_desktop.api.wire.people import SentMembership, User
from clockify_desktop.api.wire.projects import SentProject
from clockify_desktop.domain.completeness import IncompleteList, Listing, Visibility
from clockify_desktop.domain.directory import Activity, Workspace
from clockify_desktop.domain.identity import ProjectId, UserId, WorkspaceId
from clockify_desktop.services.directory_loading import load_directory

ASKED = RequestInfo(USERS.method, USERS.path, "test", 403)
WORKSPACE = Workspace(WorkspaceId("w"), "Acme")
ME = User(
    id=UserId("me"),
    name="Me",
    memberships=(
        SentMembership(
            target_id="w", membership_type="WORKSPACE", membership_status="ACTIVE"
        ),
    ),
)


class Clockify:
    def __init__(self, error: Exception | None = None, **lists: Listed[Any]) -> None:
        self.error = error
        self.lists = lists

    async def users(self, _: WorkspaceId, **filters: Any) -> Listed[User]:
        assert filters == {"status": "ALL", "memberships": "WORKSPACE"}
        return self._or(Listed([ME, User(id=UserId("other"), name="Other")]))

    async def projects(self, _: WorkspaceId) -> Listed[SentProject]:
        own = Listed([SentProject(id=ProjectId("p"), name="Web", archived=True)])
        return self.lists.get("projects", own)

    async def clients(self, _: WorkspaceId) -> Listed[Any]:
        return self._or(Listed())

    async def user_groups(self, _: WorkspaceId) -> Listed[Any]:
        return self._or(self.lists.get("groups", Listed()))

    async def workspaces(self, *, roles: Iterable[str] = ()) -> list[Any]:
        assert roles
        return []

    def _or(self, rows: Listed[Any]) -> Listed[Any]:
        if self.error:
            raise self.error
        return rows


def load(
    error: Exception | None = None,
    workspace: Workspace = WORKSPACE,
    **lists: Listed[Any],
) -> Any:
    clockify: Any = Clockify(error, **lists)
    return asyncio.run(load_directory(clockify, workspace, ME))


def test_everybody_and_everything() -> None:
    directory = load()
    assert [person.name for person in directory.people] == ["Me", "Other"]
    assert directory.people[0].activity is Activity.ACTIVE
    assert [project.archived for project in directory.projects] == [True]
    assert directory.incomplete_lists == ()
    assert directory.visibility is Visibility.EVERYBODY


def test_what_a_member_may_not_see_is_left_out_and_told() -> None:
    directory = load(NoRightError(ASKED))
    assert [person.name for person in directory.people] == ["Me"]
    assert len(directory.projects) == 1
    assert directory.incomplete_lists == tuple(
        IncompleteList(listing, refused=True)
        for listing in (Listing.PEOPLE, Listing.CLIENTS, Listing.TEAMS)
    )


def test_what_the_plan_does_not_hold_is_not_missed() -> None:
    directory = load(PlanError(ASKED))
    assert [person.name for person in directory.people] == ["Me"]
    assert directory.incomplete_lists == ()


def test_any_other_refusal_is_one() -> None:
    with pytest.raises(BusyError):
        load(BusyError(ASKED, None))


def test_what_is_not_whole_is_told() -> None:
    directory = load(
        projects=Listed(unreadable=2), groups=Listed(unreadable=1, changed=True)
    )
    assert directory.incomplete_lists == (
        IncompleteList(Listing.PROJECTS, unreadable=2),
        IncompleteList(Listing.TEAMS, unreadable=1, changed=True),
    )


def test_whose_time_is_seen_is_asked_where_any_is_hidden() -> None:
    assert (
        load(workspace=replace(WORKSPACE, hides_time=True)).visibility is Visibility.OWN
    )
