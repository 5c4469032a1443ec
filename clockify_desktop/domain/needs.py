"""What may have to be known, each need a hashable value that its answer is kept by."""

from collections.abc import Iterable
from dataclasses import dataclass

from clockify_desktop.domain.directory import Workspace
from clockify_desktop.domain.level import Level
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
    """Everybody's time in a part of a period, as Clockify tells it at once.

    Args:
        columns: What ``needed_columns`` says.
    """

    workspace: Workspace
    period: Period
    time_zone: str
    week_start: int
    columns: frozenset[str] = frozenset()

    @property
    def of_entries(self) -> bool:
        """Whether no summary tells it: a summary has three levels, and hides tags."""
        return "tag" in self.columns or self.columns >= {"task", "day"}


@dataclass(frozen=True, slots=True)
class ReportNeed:
    """The report of a workspace and a period of any length."""

    query: ReportQuery
    columns: frozenset[str] = frozenset()

    def part(self, period: Period) -> FactsNeed:
        """Need a part of it."""
        query = self.query
        return FactsNeed(
            query.workspace, period, query.time_zone, query.week_start, self.columns
        )


def needed_columns(levels: Iterable[Level]) -> frozenset[str]:
    """Tell which columns of the facts levels need beside people and projects.

    Returns:
        None where days are all that is needed: facts tell these as a rule.
    """
    columns = frozenset(level.column for level in levels) - {"user", "project"}
    return frozenset() if columns <= {"day"} else columns


Need = ProfileNeed | DirectoryNeed | MembersNeed | FactsNeed | ReportNeed
