"""What the pickers show: one frozen state each."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clockify_desktop.domain.calendar import MONDAY
from clockify_desktop.domain.directory import (
    Members,
    Person,
    Project,
    UserGroup,
    Workspace,
)
from clockify_desktop.domain.identity import ProjectId, WorkspaceId
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.presets import PeriodChoice, Preset
from clockify_desktop.viewmodels.choice import ALL, Choice


@dataclass(frozen=True, slots=True)
class WorkspaceState:
    """What the workspace picker shows.

    Args:
        workspaces: All that the key may see, in the order to show them.
        current: The one that is shown, ``None`` before any is.
    """

    workspaces: tuple[Workspace, ...] = ()
    current: WorkspaceId | None = None


@dataclass(frozen=True, slots=True)
class PeopleState:
    """What the people picker shows.

    Args:
        people: Everybody there is, those only their time tells of among them.
        members: Who works on which project; ``None`` while that is not known.
        chosen_projects: The projects that are chosen, for *only members of the
            chosen projects*.
    """

    people: tuple[Person, ...] = ()
    groups: tuple[UserGroup, ...] = ()
    choice: Choice = ALL
    members: Members | None = None
    chosen_projects: frozenset[ProjectId | None] = frozenset()


@dataclass(frozen=True, slots=True)
class ProjectsState:
    """What the project picker shows.

    Args:
        projects: All there are; the one with the id ``None`` stands for time without
            a project.
    """

    projects: tuple[Project, ...] = ()
    choice: Choice = ALL


class ZoneReason(StrEnum):
    """Why a time zone is the one of the report, in words."""

    PROFILE = "from your Clockify profile"
    NOT_KNOWN = "because this computer does not know your profile's"
    CHOSEN = "chosen by you"


@dataclass(frozen=True, slots=True)
class PeriodState:
    """What the period picker shows.

    Args:
        period_choice: A preset is marked while ``period`` is still its.
        today: The day it is, in ``time_zone``.
        week_start: The weekday that a week begins with, Monday is 0.
        time_zone: What a day is, by its IANA name.
        profile_zone: The zone of the person's Clockify profile, where it is known.
    """

    period: Period
    period_choice: PeriodChoice
    today: date
    week_start: int = MONDAY
    time_zone: str = "UTC"
    zone_reason: ZoneReason = ZoneReason.PROFILE
    profile_zone: str | None = None

    @property
    def preset(self) -> Preset | None:
        """The preset whose days are shown, ``None`` for other days."""
        if not isinstance(self.period_choice, Preset):
            return None
        same = self.period_choice.resolve(self.today, self.week_start) == self.period
        return self.period_choice if same else None


@dataclass(frozen=True, slots=True)
class ChosenPeriod:
    """What a person chose in the period picker.

    Args:
        time_zone: An IANA name.
    """

    period_choice: PeriodChoice
    time_zone: str
