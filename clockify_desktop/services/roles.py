"""What the key's owner is in a workspace, and whose time they see there.

Clockify names nobody's role. The documented way to learn one's own is to ask for the
list of workspaces narrowed to a role; nobody here has seen how that is answered, so a
refusal of it must not keep anybody out.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Protocol

from clockify_desktop.api.errors import ClockifyError
from clockify_desktop.api.wire.workspaces import SentWorkspace
from clockify_desktop.domain.completeness import Visibility
from clockify_desktop.domain.directory import Workspace
from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.services.gather import gather


class Role(StrEnum):
    """What a person is in a workspace, by Clockify's own names."""

    OWNER = "OWNER"
    ADMIN = "WORKSPACE_ADMIN"
    TEAM_MANAGER = "TEAM_MANAGER"
    PROJECT_MANAGER = "PROJECT_MANAGER"
    MEMBER = "TEAM_MEMBER"
    UNKNOWN = "UNKNOWN"


ASKED = (Role.OWNER, Role.ADMIN, Role.TEAM_MANAGER, Role.PROJECT_MANAGER)
"""The roles that the list of workspaces can be narrowed to; the first found counts."""

Found = frozenset[WorkspaceId] | None
"""Where somebody has a role; ``None`` where Clockify refused to tell."""


class RolesClient(Protocol):
    """The part of the Clockify client that tells roles."""

    async def workspaces(self, *, roles: Iterable[str] = ()) -> list[SentWorkspace]:
        """Fetch the workspaces, narrowed to those where the person has a role."""
        ...


async def where(client: RolesClient, *roles: Role) -> Found:
    """Find the workspaces where the person has any of some roles."""
    try:
        return frozenset(one.id for one in await client.workspaces(roles=roles))
    except ClockifyError:
        return None


def ignores_roles(owned: Found, administered: Found) -> bool:
    """Tell whether a server passes over the filter of roles.

    Args:
        administered: Where they are said to be an admin; owners are not counted as
            admins [off].
    """
    return bool(owned and administered and owned & administered)


def roles_of(
    workspaces: Sequence[SentWorkspace], found: Sequence[Found]
) -> dict[WorkspaceId, Role]:
    """Tell the role in each workspace.

    Args:
        found: What ``where`` found for each of ``ASKED``, in their order.

    Returns:
        A role for each workspace; ``UNKNOWN`` where Clockify did not tell.
    """
    owned, administered, *_ = found
    if ignores_roles(owned, administered):
        found = [None for _ in found]
    told = [(role, ids) for role, ids in zip(ASKED, found, strict=True) if ids]
    otherwise = Role.UNKNOWN if None in found else Role.MEMBER
    return {
        one.id: next((role for role, ids in told if one.id in ids), otherwise)
        for one in workspaces
    }


async def visibility_in(client: RolesClient, workspace: Workspace) -> Visibility:
    """Tell whose time the person sees in a workspace.

    Two questions where the workspace hides time, none where it does not.

    Returns:
        How far they see; ``UNKNOWN`` where time is hidden and the role is not told.
    """
    if not workspace.hides_time:
        return Visibility.EVERYBODY
    admin, manager = await gather(
        where(client, *roles) for roles in (ASKED[:2], ASKED[2:])
    )
    if admin is None:
        return Visibility.UNKNOWN
    if workspace.id in admin:
        if manager is None or workspace.id not in manager:
            return Visibility.EVERYBODY
        # An admin may manage teams as well. No owner is an admin as well.
        apart = await gather(where(client, role) for role in ASKED[:2])
        return Visibility.UNKNOWN if ignores_roles(*apart) else Visibility.EVERYBODY
    if manager is None:
        return Visibility.UNKNOWN
    return Visibility.TEAMS if workspace.id in manager else Visibility.OWN
