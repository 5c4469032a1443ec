import asyncio
from typing import Any

import pytest

from clockify_desktop.api.endpoints import USERS
from clockify_desktop.api.errors import Asked, BusyError, NoRightError
from clockify_desktop.api.wire.people import Membership, User
from clockify_desktop.api.wire.projects import Project
from clockify_desktop.domain.directory import Activity
from clockify_desktop.domain.identity import ProjectId, UserId, WorkspaceId
from clockify_desktop.services.directory_loading import load_directory

ASKED = Asked(USERS.method, USERS.path, "test", 403)
WORKSPACE = WorkspaceId("w")
ME = User(
    id=UserId("me"),
    name="Me",
    memberships=(
        Membership(
            target_id="w", membership_type="WORKSPACE", membership_status="ACTIVE"
        ),
    ),
)


class Clockify:
    def __init__(self, error: Exception | None) -> None:
        self.error = error

    async def users(self, _: WorkspaceId, **filters: Any) -> list[User]:
        assert filters == {"status": "ALL", "memberships": "WORKSPACE"}
        return self._or([ME, User(id=UserId("other"), name="Other")])

    async def projects(self, _: WorkspaceId) -> list[Project]:
        return [Project(id=ProjectId("p"), name="Web", archived=True)]

    async def clients(self, _: WorkspaceId) -> list[Any]:
        return self._or([])

    async def user_groups(self, _: WorkspaceId) -> list[Any]:
        return self._or([])

    def _or(self, rows: list[Any]) -> list[Any]:
        if self.error:
            raise self.error
        return rows


def load(error: Exception | None) -> Any:
    clockify: Any = Clockify(error)
    return asyncio.run(load_directory(clockify, WORKSPACE, ME))


def test_everybody_and_everything() -> None:
    directory = load(None)
    assert [person.name for person in directory.people] == ["Me", "Other"]
    assert directory.people[0].activity is Activity.ACTIVE
    assert [project.archived for project in directory.projects] == [True]


def test_what_a_member_may_not_see_is_left_out() -> None:
    directory = load(NoRightError(ASKED))
    assert [person.name for person in directory.people] == ["Me"]
    assert len(directory.projects) == 1


def test_any_other_refusal_is_one() -> None:
    with pytest.raises(BusyError):
        load(BusyError(ASKED, None))
