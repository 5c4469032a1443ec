"""Who the key's owner is, and which of their workspaces a question is about."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from clockify_desktop.api.client import Clockify
from clockify_desktop.api.directory_mapping import (
    profile_week_start,
    profile_zone_name,
    workspace_of,
)
from clockify_desktop.api.paging import Listed
from clockify_desktop.api.wire.people import User
from clockify_desktop.api.wire.workspaces import SentWorkspace
from clockify_desktop.domain.calendar import time_zone
from clockify_desktop.domain.directory import Workspace
from clockify_desktop.domain.errors import LookUpError, UsageError
from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.domain.look_up import Candidate, look_up
from clockify_desktop.domain.showable import named
from clockify_desktop.services.gather import gather

if TYPE_CHECKING:
    from collections.abc import Coroutine


@dataclass(frozen=True, slots=True)
class Profile:
    """The key's owner, as far as reports need them.

    Args:
        email: Their address, empty where hidden.
        time_zone: What a day is to them, an IANA name; ``UTC`` where this computer
            does not know their zone.
        week_start: The weekday that their weeks begin with, Monday is 0.
        workspaces: All that the key can see, by name; at least one.
        home: The workspace that they have open in Clockify, else the first one.
        names_home: Whether ``home`` is the one that the profile names, or the only one.
    """

    email: str
    time_zone: str
    week_start: int
    workspaces: tuple[Workspace, ...]
    home: WorkspaceId
    zone_name: str = ""
    names_home: bool = True

    @property
    def zone_is_theirs(self) -> bool:
        """Whether ``time_zone`` is the zone that their profile names."""
        return self.zone_name in {"", self.time_zone}


async def ask_profile(clockify: Clockify) -> tuple[User, Listed[SentWorkspace]]:
    """Ask who the key's owner is and which workspaces they have, at once."""
    questions: tuple[Coroutine[Any, Any, Any], ...] = (
        clockify.user(),
        clockify.workspaces(),
    )
    user, workspaces = await gather(questions)
    return user, workspaces


def profile_of(user: User, sent: Sequence[SentWorkspace]) -> Profile:
    """Put a profile together.

    Raises:
        LookUpError: There is no workspace.
    """
    workspaces = sorted(map(workspace_of, sent), key=_by_name)
    if not workspaces:
        title = "Your profile names no workspace that this key can see"
        raise LookUpError(title, "Check the key.")
    ids = [one.id for one in workspaces]
    named = [
        one for one in (user.active_workspace, user.default_workspace) if one in ids
    ]
    zone = profile_zone_name(user)
    return Profile(
        email=user.email or "",
        time_zone=_known_zone(zone),
        week_start=profile_week_start(user),
        workspaces=tuple(workspaces),
        home=WorkspaceId(named[0]) if named else ids[0],
        zone_name=zone,
        names_home=bool(named) or len(ids) == 1,
    )


def choose_workspace(text: str | None, profile: Profile) -> Workspace:
    """Find the workspace that somebody means.

    Args:
        text: An id or a name, or ``None`` for the one that the profile names.

    Raises:
        LookUpError: None or several match, or the profile names none to be seen.
    """
    workspaces = profile.workspaces
    if text is not None:
        candidates = [Candidate(one, one.id, one.name) for one in workspaces]
        return look_up(text, candidates, "workspace")
    if profile.names_home:
        return next(one for one in workspaces if one.id == profile.home)
    title = "Your profile names no workspace that this key can see"
    names = "; ".join(f"{one.id}, {named(one.name)}" for one in workspaces)
    raise LookUpError(title, f"Name one of these: {names}.")


def _known_zone(name: str) -> str:
    """Give a zone that days can be cut by; a window lets the person choose another."""
    try:
        return time_zone(name).key
    except UsageError:
        return "UTC"


def _by_name(workspace: Workspace) -> tuple[str, str]:
    return workspace.name.casefold(), workspace.id
