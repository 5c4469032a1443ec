"""What the pickers show: one frozen state each."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clockify_desktop.domain.calendar import MONDAY
from clockify_desktop.domain.day_counting import AS_CLOCKIFY, DayCounting
from clockify_desktop.domain.directory import (
    Members,
    Person,
    Project,
    UserGroup,
    Workspace,
)
from clockify_desktop.domain.identity import ProjectId, UserId, WorkspaceId
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.presets import PeriodChoice, Preset
from clockify_desktop.translation import tr
from clockify_desktop.viewmodels.choice import ALL, Choice


@dataclass(frozen=True, slots=True)
class WorkspaceState:
    """All workspaces that the key may see, and the one that is shown, if any is."""

    workspaces: tuple[Workspace, ...] = ()
    current: WorkspaceId | None = None


@dataclass(frozen=True, slots=True)
class PeopleState:
    """Everybody there is, those only their time tells of among them, and the choice.

    ``not_joined`` are those of them who were invited and could have logged nothing.
    ``members`` tells who works on which project, ``None`` while that is not known; with
    ``chosen_projects`` it is for *only members of the chosen projects*.
    """

    people: tuple[Person, ...] = ()
    groups: tuple[UserGroup, ...] = ()
    choice: Choice = ALL
    not_joined: frozenset[UserId] = frozenset()
    members: Members | None = None
    chosen_projects: frozenset[ProjectId | None] = frozenset()


@dataclass(frozen=True, slots=True)
class ProjectsState:
    """All projects, of which the id ``None`` is time without one, and the choice."""

    projects: tuple[Project, ...] = ()
    choice: Choice = ALL


class ZoneReason(StrEnum):
    """Why a time zone is the one of the report, in words."""

    PROFILE = tr("from your Clockify profile")
    NOT_KNOWN = tr("because this computer does not know your profile's")
    NOT_NAMED = tr("because your Clockify profile names none")
    CHOSEN = tr("chosen by you")


@dataclass(frozen=True, slots=True)
class PeriodState:
    """What the period picker shows; a preset is marked while the period is its own.

    ``today`` is the day it is in ``time_zone``. Both zones have their IANA names;
    that of the person's profile is ``None`` where it is not known. Monday is 0.
    """

    period: Period
    period_choice: PeriodChoice
    today: date
    week_start: int = MONDAY
    time_zone: str = "UTC"
    zone_reason: ZoneReason = ZoneReason.PROFILE
    profile_zone: str | None = None
    counting: DayCounting = AS_CLOCKIFY

    @property
    def preset(self) -> Preset | None:
        """The preset whose days are shown, ``None`` for other days."""
        if not isinstance(self.period_choice, Preset):
            return None
        same = self.period_choice.resolve(self.today, self.week_start) == self.period
        return self.period_choice if same else None


@dataclass(frozen=True, slots=True)
class ChosenPeriod:
    """What a person chose in the period picker; the zone by its IANA name."""

    period_choice: PeriodChoice
    time_zone: str
