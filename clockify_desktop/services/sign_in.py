"""Signing in: whose key is it, what does it open, and where is it kept."""

from collections.abc import Callable, Coroutine, Iterable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from clockify_desktop.api.credentials import Credential
from clockify_desktop.api.errors import ClockifyError, CredentialError
from clockify_desktop.api.hosts import (
    DEPLOYMENTS,
    GLOBAL,
    REGIONS,
    Deployment,
    Hosts,
    subdomain_of,
    within,
)
from clockify_desktop.api.paging import Listed
from clockify_desktop.api.wire.people import User
from clockify_desktop.api.wire.workspaces import SentWorkspace
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.identity import UserId, WorkspaceId
from clockify_desktop.services.gather import gather
from clockify_desktop.services.roles import (
    ASKED,
    Role,
    RolesClient,
    roles_of,
    where,
)
from clockify_desktop.translation import tr

NO_NAME = tr("(no name)")


class SignInClient(RolesClient, Protocol):
    """The part of the Clockify client that signing in needs."""

    async def user(self) -> User:
        """Fetch the profile of the person whose key this is."""
        ...

    async def workspaces(self, *, roles: Iterable[str] = ()) -> Listed[SentWorkspace]:
        """Fetch the workspaces, narrowed to those where the person has a role."""
        ...


OpenClient = Callable[[Hosts, Credential], AbstractAsyncContextManager[SignInClient]]


@dataclass(frozen=True, slots=True)
class OpenWorkspace:
    """One workspace that the key opens.

    Args:
        role: What the person is there; ``UNKNOWN`` where Clockify did not tell.
        only_own_time: Whether the person sees nobody else's time there, ``None``
            where that is not known.
    """

    id: WorkspaceId
    name: str
    role: Role = Role.UNKNOWN
    only_own_time: bool | None = None


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Whose key it is and what it opens.

    Args:
        email: Their address, empty where hidden.
        workspaces: At least one; the one that their profile opens comes first.
        unreadable: How many other workspaces could not be read.
    """

    hosts: Hosts
    user_id: UserId
    person: str
    email: str
    workspaces: tuple[OpenWorkspace, ...]
    unreadable: int = 0


class NoWorkspaceError(AppError):
    """The key is known, and its owner is in no workspace."""


class KeyInNoRegionError(AppError):
    """None of the regions knows the key."""


async def test_connection(
    hosts: Hosts, credential: Credential, open_client: OpenClient
) -> SignedIn:
    """Ask who the key belongs to and which workspaces it opens.

    Raises:
        NoWorkspaceError: There is no workspace.
        ClockifyError: Clockify, or the way to it, refuses.
    """
    async with open_client(hosts, credential) as client:
        # Alone and first: a key that is not known is refused once, not six times.
        user = await client.user()
        questions: tuple[Coroutine[Any, Any, Any], ...] = (
            client.workspaces(),
            *(where(client, role) for role in ASKED),
        )
        workspaces, *found = await gather(questions)
    if not workspaces:
        title = tr("This key opens no workspace")
        advice = tr("Join or make a workspace in Clockify, then test again.")
        raise NoWorkspaceError(title, advice)
    first = user.active_workspace, user.default_workspace
    role_in = roles_of(workspaces, found)
    opened = [_open_workspace(one, role_in[one.id]) for one in workspaces]
    opened.sort(key=lambda one: first.index(one.id) if one.id in first else len(first))
    email = user.email or ""
    person = user.name or email or NO_NAME
    return SignedIn(hosts, user.id, person, email, tuple(opened), workspaces.unreadable)


def other_regions(tried: Hosts) -> tuple[Deployment, ...]:
    """Name the standard deployment and the regions but the one tried, no sandbox.

    Of a subdomain they are the mixed pairs: a region's own reports do not know it.
    """
    name = subdomain_of(tried)
    regions = (within(one, name) if name else one for one in REGIONS)
    standard = (one for one in DEPLOYMENTS if one.hosts == GLOBAL)
    return tuple(one for one in (*standard, *regions) if one.hosts != tried)


async def find_region(
    regions: Iterable[Deployment], credential: Credential, open_client: OpenClient
) -> Deployment:
    """Ask several regions at once which of them knows a key.

    The key goes to each of them, so only after the person agreed to those names.

    Returns:
        The first of them, in their order, that knows the key.

    Raises:
        KeyInNoRegionError: None knows it; it names those that did not answer.
    """
    asked = tuple(regions)
    outcomes = await gather(_knows(one, credential, open_client) for one in asked)
    for region, outcome in zip(asked, outcomes, strict=True):
        if outcome is None:
            return region
    silent = [
        region.title
        for region, outcome in zip(asked, outcomes, strict=True)
        if not isinstance(outcome, CredentialError)
    ]
    if silent:
        title = tr("No region that answered knows this key")
        advice = tr(
            "No answer came from {regions}. Try again later.", regions=", ".join(silent)
        )
    else:
        title = tr("None of the regions knows this key")
        advice = tr(
            "Copy the key once more. A workspace with a subdomain has keys of its own:"
            " give that address."
        )
    raise KeyInNoRegionError(title, advice)


async def _knows(
    region: Deployment, credential: Credential, open_client: OpenClient
) -> ClockifyError | None:
    """Tell why a region does not know the key; ``None`` if it does."""
    try:
        async with open_client(region.hosts, credential) as client:
            await client.user()
    except ClockifyError as error:
        return error.with_traceback(None)
    return None


def _open_workspace(workspace: SentWorkspace, role: Role) -> OpenWorkspace:
    settings = workspace.workspace_settings
    hidden = settings.only_admins_see_all_time_entries if settings else None
    if role in {Role.OWNER, Role.ADMIN}:
        only_own_time: bool | None = False
    elif role is Role.MEMBER:
        only_own_time = hidden
    else:
        # What managers see depends on their teams and projects.
        only_own_time = None
    return OpenWorkspace(workspace.id, workspace.name or NO_NAME, role, only_own_time)
