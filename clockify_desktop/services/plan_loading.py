"""What a session is asked about when people are expected to work."""

from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from clockify_desktop.api.client import Clockify
from clockify_desktop.domain.absences import Absences
from clockify_desktop.domain.approvals import Approvals
from clockify_desktop.domain.capacity import Capacity
from clockify_desktop.domain.directory import Activity, Directory, Workspace
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.needs import (
    AbsenceListsNeed,
    AbsencesNeed,
    ApprovalsNeed,
    CapacityNeed,
    DirectoryNeed,
    MemberProfilesNeed,
    ProfileNeed,
)
from clockify_desktop.services.absences import load_absences
from clockify_desktop.services.approvals import load_approvals
from clockify_desktop.services.capacity import load_attendance
from clockify_desktop.services.member_profiles import MemberProfiles
from clockify_desktop.services.query_cache import QueryCache, Refused

if TYPE_CHECKING:
    from clockify_desktop.services.profile import Profile

PlanNeed = (
    AbsencesNeed | AbsenceListsNeed | CapacityNeed | MemberProfilesNeed | ApprovalsNeed
)
PlanAnswer = Absences | Capacity | Approvals

# Of whom it is known that they are no members, nobody expects anything.
_MEMBERS: Final = frozenset({Activity.ACTIVE, Activity.UNKNOWN})


class PlanLoading:
    """Finds out what a work plan is made from.

    Args:
        answers: Of the same account, where lists are kept.
    """

    def __init__(self, clockify: Clockify, answers: QueryCache) -> None:
        self._clockify, self._answers = clockify, answers
        self._profiles = MemberProfiles(clockify)

    async def load(self, need: PlanNeed, *, refresh: bool) -> PlanAnswer:
        """Find a need's answer out."""
        if isinstance(need, ApprovalsNeed):
            return await load_approvals(self._clockify, need.workspace, need.period)
        if isinstance(need, AbsencesNeed):
            lists: Absences = await self._answers.get(
                AbsenceListsNeed(need.workspace), refresh=refresh
            )
            if refresh:
                self._answers.forget(
                    other
                    for other, _ in self._answers.kept(AbsencesNeed)
                    if other.workspace == need.workspace and other != need
                )
            return lists.touching(need.period)
        directory: Directory = await self._answers.get(DirectoryNeed(need.workspace))
        if isinstance(need, AbsenceListsNeed):
            return await load_absences(self._clockify, need.workspace, directory)
        if isinstance(need, CapacityNeed):
            profile: Profile = await self._answers.get(ProfileNeed())
            zone = profile.time_zone
            today = datetime.now(ZoneInfo(zone)).date()
            return await load_attendance(self._clockify, need.workspace, zone, today)
        return await self._profiles_of_others(need.workspace, directory)

    async def _profiles_of_others(
        self, workspace: Workspace, directory: Directory
    ) -> Capacity:
        told = await self._told_at_once(workspace)
        people = [
            person.id
            for person in directory.people
            if person.activity in _MEMBERS and person.id not in told.hours
        ]
        return await self._profiles.capacity(workspace.id, people, datetime.now(UTC))

    async def _told_at_once(self, workspace: Workspace) -> Capacity:
        need = CapacityNeed(workspace)
        # What was refused a moment ago would be so again.
        if not isinstance(self._answers.answer(need), Refused):
            with suppress(AppError):
                told: Capacity = await self._answers.get(need)
                return told
        return Capacity()
