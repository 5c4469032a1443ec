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
from clockify_desktop.api.wire.people import User, UserSettings
from clockify_desktop.api.wire.workspaces import SentWorkspace
from clockify_desktop.domain.calendar import MONDAY, time_zone, weekday_number
from clockify_desktop.domain.directory import Workspace
from clockify_desktop.domain.errors import LookUpError, UsageError
from clockify_desktop.domain.identity import UserId, WorkspaceId
from clockify_desktop.domain.look_up import Candidate, Kind, look_up
from clockify_desktop.domain.normal_form import sorting_key
from clockify_desktop.domain.showable import named
from clockify_desktop.domain.written_dates import (
    CLOCKIFY_DATES,
    ISO_DATES,
    WrittenDates,
    written_dates,
)
from clockify_desktop.services.gather import gather
from clockify_desktop.translation import tr

if TYPE_CHECKING:
    from collections.abc import Coroutine

# What is longer is no name; it is quoted in notes.
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Profile:
    """The key's owner, as far as reports need them.

    Args:
        email: Their address, empty where hidden.
        time_zone: What a day is to them, an IANA name; ``UTC`` where their zone is
            not known.
        week_start: The weekday that their weeks begin with, Monday is 0.
        workspaces: All that the key can see, by name; at least one.
        home: The workspace that they have open in Clockify, else the first one.
        unknown_zone: What their profile names in place of ``time_zone`` and this
            computer does not know; empty where it names none, ``None`` where
            ``time_zone`` is theirs.
        unknown_week_start: What their profile names in place of ``week_start`` and is
            no weekday; empty as a rule.
        names_home: Whether ``home`` is the one that the profile names, or the only one.
        user: Their id, ``None`` where nobody told it.
        dates: How they write dates and times; as ISO 8601 has them where their date
            format is not known.
        unknown_date_format: What their profile names in place of it; empty as a rule.
    """

    email: str
    time_zone: str
    week_start: int
    workspaces: tuple[Workspace, ...]
    home: WorkspaceId
    unknown_zone: str | None = None
    unknown_week_start: str = ""
    names_home: bool = True
    user: UserId | None = None
    dates: WrittenDates = CLOCKIFY_DATES
    unknown_date_format: str = ""


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
        title = tr("Your profile names no workspace that this key can see")
        raise LookUpError(title, tr("Check the key."))
    ids = [one.id for one in workspaces]
    named = [
        one for one in (user.active_workspace, user.default_workspace) if one in ids
    ]
    zone, first_day = profile_zone_name(user), profile_week_start(user)
    week_start = weekday_number(first_day)
    known = _is_known(zone)
    settings = user.settings or UserSettings()
    date_format = settings.date_format or ""
    dates = written_dates(date_format, settings.time_format or "")
    return Profile(
        email=user.email or "",
        time_zone=zone if known else "UTC",
        week_start=MONDAY if week_start is None else week_start,
        workspaces=tuple(workspaces),
        home=WorkspaceId(named[0]) if named else ids[0],
        unknown_zone=None if known else zone[:_LONGEST_NAME],
        # A profile that is still pending has no settings at all.
        unknown_week_start=first_day[:_LONGEST_NAME] if week_start is None else "",
        names_home=bool(named) or len(ids) == 1,
        user=UserId(user.id),
        dates=dates or ISO_DATES,
        unknown_date_format="" if dates else date_format[:_LONGEST_NAME],
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
        return look_up(text, candidates, Kind.WORKSPACE)
    if profile.names_home:
        return next(one for one in workspaces if one.id == profile.home)
    title = tr("Your profile names no workspace that this key can see")
    names = "; ".join(f"{one.id}, {named(one.name)}" for one in workspaces)
    raise LookUpError(title, tr("Name one of these: {names}.", names=names))


def _is_known(zone: str) -> bool:
    try:
        time_zone(zone)
    except UsageError:
        return False
    return True


def _by_name(workspace: Workspace) -> tuple[str, str]:
    return sorting_key(workspace.name), workspace.id
