"""One account during one run: who it is, what it may see, what was answered."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from clockify_desktop.api.client import Clockify
from clockify_desktop.api.directory_mapping import (
    profile_week_start,
    profile_zone_name,
    workspace_of,
)
from clockify_desktop.domain.calendar import time_zone
from clockify_desktop.domain.completeness import IncompleteList, Listing
from clockify_desktop.domain.directory import Directory, Members, Workspace
from clockify_desktop.domain.errors import LookUpError, UsageError
from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.services.directory_loading import (
    incomplete_lists_of,
    load_directory,
)
from clockify_desktop.services.gather import gather
from clockify_desktop.services.member_loading import load_members
from clockify_desktop.services.report_deadline import REPORT_DEADLINE_S, report_in_time
from clockify_desktop.services.report_loading import load_report
from clockify_desktop.services.workspace_choice import choose_workspace

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from clockify_desktop.api.wire.people import User

# Stepping through a year of weeks stays in memory; a report takes some megabytes.
_REMEMBERED = 60


@dataclass(frozen=True, slots=True)
class Profile:
    """The key's owner, as far as the window needs them.

    Args:
        email: Their address, empty where hidden.
        time_zone: What a day is to them, an IANA name; ``UTC`` where this computer
            does not know their zone.
        zone_is_theirs: Whether it is the zone that their profile names.
        week_start: The weekday that their weeks begin with, Monday is 0.
        workspaces: All that the key can see, by name.
        home: The workspace that they have open in Clockify.
    """

    email: str
    time_zone: str
    week_start: int
    workspaces: tuple[Workspace, ...]
    home: WorkspaceId
    zone_is_theirs: bool = True


class Session:
    """Asks Clockify for one account and remembers the answers until the run ends.

    Args:
        clockify: An open client; whoever opened it closes it.
        deadline_s: The longest that a report may take, all of its parts together.
    """

    def __init__(
        self, clockify: Clockify, *, deadline_s: float = REPORT_DEADLINE_S
    ) -> None:
        self._clockify = clockify
        self._deadline_s = deadline_s
        self._user: User | None = None
        self._shortfalls: tuple[IncompleteList, ...] = ()
        self._directories: dict[WorkspaceId, Directory] = {}
        self._reports: dict[ReportQuery, Report] = {}
        self._members: dict[WorkspaceId, Members] = {}

    async def profile(self) -> Profile:
        """Ask who the key's owner is and which workspaces they have.

        Returns:
            The profile.

        Raises:
            AppError: Clockify refuses, or there is no workspace.
        """
        questions: tuple[Coroutine[Any, Any, Any], ...] = (
            self._clockify.user(),
            self._clockify.workspaces(),
        )
        user, sent = await gather(questions)
        self._user = user
        self._shortfalls = incomplete_lists_of(Listing.WORKSPACES, sent)
        workspaces = sorted(map(workspace_of, sent), key=_by_name)
        try:
            home = choose_workspace(None, user, sent)
        except LookUpError:
            # A window can show the first one and let the person choose.
            if not workspaces:
                raise
            home = workspaces[0]
        zone = profile_zone_name(user)
        known_zone = _known_zone(zone)
        return Profile(
            email=user.email or "",
            time_zone=known_zone,
            zone_is_theirs=known_zone == zone,
            week_start=profile_week_start(user),
            workspaces=tuple(workspaces),
            home=home.id,
        )

    async def report(self, query: ReportQuery, *, refresh: bool = False) -> Report:
        """Give a report; what was asked before in this run comes from memory.

        Args:
            query: What is asked.
            refresh: Ask Clockify again.

        Returns:
            The report.

        Raises:
            AppError: Clockify or the way to it refuses, or it takes too long; what
                is remembered stays.
        """
        if refresh or query not in self._reports:
            report = await report_in_time(
                self._loaded(query, refresh=refresh), self._deadline_s
            )
            self._reports.pop(query, None)
            self._reports[query] = report
            if len(self._reports) > _REMEMBERED:
                self._reports.pop(next(iter(self._reports)))
        return self._reports[query]

    async def members(self, workspace: Workspace) -> Members:
        """Tell who is a member of which project.

        Args:
            workspace: One that a report was given of.

        Returns:
            Ids of people by project; asked for once, and again after its report was
            asked for anew.

        Raises:
            AppError: Clockify or the way to it refuses.
        """
        if workspace.id not in self._members:
            directory = await self._directory(workspace, refresh=False)
            members = await load_members(self._clockify, workspace.id, directory)
            self._members[workspace.id] = members
        return self._members[workspace.id]

    async def _loaded(self, query: ReportQuery, *, refresh: bool) -> Report:
        directory = await self._directory(query.workspace, refresh=refresh)
        return await load_report(self._clockify, query, directory)

    async def _directory(self, workspace: Workspace, *, refresh: bool) -> Directory:
        if refresh or workspace.id not in self._directories:
            if self._user is None:
                self._user = await self._clockify.user()
            directory = await load_directory(
                self._clockify, workspace, self._user, self._shortfalls
            )
            self._directories[workspace.id] = directory
            self._members.pop(workspace.id, None)
        return self._directories[workspace.id]


def _known_zone(name: str) -> str:
    """Give a zone that days can be cut by; a window lets the person choose another."""
    try:
        return time_zone(name).key
    except UsageError:
        return "UTC"


def _by_name(workspace: Workspace) -> tuple[str, str]:
    return workspace.name.casefold(), workspace.id
