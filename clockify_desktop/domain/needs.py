"""What may have to be known, each need a hashable value that its answer is kept by."""

from dataclasses import dataclass

from clockify_desktop.domain.directory import Workspace
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import ReportQuery


@dataclass(frozen=True, slots=True)
class ProfileNeed:
    """Who the key's owner is, and their workspaces."""


@dataclass(frozen=True, slots=True)
class DirectoryNeed:
    """Who and what a workspace holds."""

    workspace: Workspace


@dataclass(frozen=True, slots=True)
class MembersNeed:
    """Who is a member of which project of a workspace."""

    workspace: Workspace


@dataclass(frozen=True, slots=True)
class FactsNeed:
    """Everybody's time in a part of a period, as Clockify tells it at once."""

    workspace: Workspace
    period: Period
    time_zone: str
    week_start: int


@dataclass(frozen=True, slots=True)
class ReportNeed:
    """The report of a workspace and a period of any length."""

    query: ReportQuery


Need = ProfileNeed | DirectoryNeed | MembersNeed | FactsNeed | ReportNeed
