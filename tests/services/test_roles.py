import asyncio
from collections.abc import Iterable

import pytest

from clockify_desktop.api.endpoints import WORKSPACES
from clockify_desktop.api.errors import RefusedRequestError, RequestInfo
from clockify_desktop.api.wire.workspaces import SentWorkspace
from clockify_desktop.domain.completeness import Visibility
from clockify_desktop.domain.directory import Workspace
from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.services.roles import Role, visibility_in

HERE = WorkspaceId("w")
ASKED = RequestInfo(WORKSPACES.method, WORKSPACES.path, "test", 400)
ALL = frozenset({Role.OWNER, Role.ADMIN, Role.TEAM_MANAGER, Role.PROJECT_MANAGER})


class Clockify:
    """Knows what somebody is in one workspace.

    Args:
        own: Their roles.
        refused: The roles that it refuses to filter by.
    """

    def __init__(self, own: frozenset[Role], refused: frozenset[Role]) -> None:
        self.own, self.refused = own, refused
        self.asked = 0

    async def workspaces(self, *, roles: Iterable[str] = ()) -> list[SentWorkspace]:
        self.asked += 1
        if self.refused & set(roles):
            raise RefusedRequestError(ASKED, "400")
        return [SentWorkspace(HERE)] if self.own & set(roles) else []


def visibility(
    *own: Role, refused: frozenset[Role] = frozenset(), hides: bool = True
) -> tuple[Visibility, int]:
    client = Clockify(frozenset(own), refused)
    workspace = Workspace(HERE, "Acme", hides_time=hides)
    return asyncio.run(visibility_in(client, workspace)), client.asked


def test_nothing_is_asked_where_nothing_is_hidden() -> None:
    assert visibility(hides=False) == (Visibility.EVERYBODY, 0)


@pytest.mark.parametrize(
    ("own", "seen"),
    [
        ((Role.OWNER,), Visibility.EVERYBODY),
        ((Role.ADMIN,), Visibility.EVERYBODY),
        ((Role.TEAM_MANAGER,), Visibility.TEAMS),
        ((Role.PROJECT_MANAGER,), Visibility.TEAMS),
        ((), Visibility.OWN),
    ],
)
def test_two_questions_tell_how_far_somebody_sees(
    own: tuple[Role, ...], seen: Visibility
) -> None:
    assert visibility(*own) == (seen, 2)


def test_an_admin_who_manages_teams_is_told_from_a_server_that_does_not_filter() -> (
    None
):
    assert visibility(Role.ADMIN, Role.TEAM_MANAGER) == (Visibility.EVERYBODY, 4)
    assert visibility(*ALL) == (Visibility.UNKNOWN, 4)


def test_what_is_refused_is_not_known() -> None:
    admins, managers = frozenset({Role.ADMIN}), frozenset({Role.TEAM_MANAGER})
    assert visibility(refused=admins) == (Visibility.UNKNOWN, 2)
    assert visibility(refused=managers) == (Visibility.UNKNOWN, 2)
    assert visibility(Role.OWNER, refused=managers) == (Visibility.EVERYBODY, 2)
