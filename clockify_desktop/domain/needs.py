"""What may have to be known, each need a hashable value that its answer is kept by."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from clockify_desktop.domain.day_counting import AS_CLOCKIFY, DayCounting
from clockify_desktop.domain.directory import Workspace
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import ReportQuery

# A quarter has no more.
_FEW_DAYS: Final = 92


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
class ProjectTotalsNeed:
    """What Clockify knows of each project: time to date, and its estimate."""

    workspace: Workspace


@dataclass(frozen=True, slots=True)
class TermTotalsNeed:
    """Time by project in the terms of estimates that start anew, around one day.

    Args:
        time_zone: Of whose days the terms are.
    """

    workspace: Workspace
    day: date
    time_zone: str


@dataclass(frozen=True, slots=True)
class RecordsNeed:
    """What was said of a workspace during reviews, and is kept on this computer."""

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
    counting: DayCounting = AS_CLOCKIFY

    @property
    def of_entries(self) -> bool:
        """Whether no summary tells it: a summary has three levels, and hides tags."""
        return (
            not self.counting.is_clockifys
            or bool(self.columns & {"tag", "tags"})
            or self.columns >= {"task", "day"}
        )


@dataclass(frozen=True, slots=True)
class ReportNeed:
    """The report of a workspace and a period of any length."""

    query: ReportQuery
    columns: frozenset[str] = frozenset()

    def part(self, period: Period) -> FactsNeed:
        """Need a part of it."""
        query = self.query
        return FactsNeed(
            query.workspace,
            period,
            query.time_zone,
            query.week_start,
            self.columns,
            query.counting,
        )


@dataclass(frozen=True, slots=True)
class AbsencesNeed:
    """The holidays and the granted leave that touch a period."""

    workspace: Workspace
    period: Period


@dataclass(frozen=True, slots=True)
class AbsenceListsNeed:
    """All holidays and all granted leave: Clockify tells them whatever the period."""

    workspace: Workspace


@dataclass(frozen=True, slots=True)
class CapacityNeed:
    """How long people are expected to work, as one question for all tells it."""

    workspace: Workspace


@dataclass(frozen=True, slots=True)
class MemberProfilesNeed:
    """The same of those whom that question does not tell: a question a person."""

    workspace: Workspace


@dataclass(frozen=True, slots=True)
class ApprovalsNeed:
    """Which time of a period was handed in, and what became of it."""

    workspace: Workspace
    period: Period


@dataclass(frozen=True, slots=True)
class EntriesNeed:
    """Everybody's time entries in a period of any length, an ``EntryReport``."""

    workspace: Workspace
    period: Period
    time_zone: str
    week_start: int

    @property
    def query(self) -> ReportQuery:
        """The same days of the same workspace as a report."""
        return ReportQuery(self.workspace, self.period, self.time_zone, self.week_start)


def is_asked_ahead(need: "Need") -> bool:
    """Tell whether a need is worth its questions before anybody looks at its page.

    The entries of a year of a big team are hundreds of questions.
    """
    if isinstance(need, ReportNeed):
        part = need.part(need.query.period)
        return not part.of_entries or part.period.days <= _FEW_DAYS
    return not isinstance(need, EntriesNeed) or need.period.days <= _FEW_DAYS


def entries_need(query: ReportQuery) -> EntriesNeed:
    """Need the entries behind a report."""
    return EntriesNeed(query.workspace, query.period, query.time_zone, query.week_start)


def opened_entries_need(query: ReportQuery) -> EntriesNeed:
    """Need the entries of which some time counts in a report."""
    days = (query.period, *query.counting.days_around(query.period))
    period = Period(min(one.start for one in days), max(one.end for one in days))
    return entries_need(replace(query, period=period))


def needed_columns(levels: Iterable[Level]) -> frozenset[str]:
    """Tell which columns of the facts levels need beside people and projects.

    Returns:
        None where days are all that is needed: facts tell these as a rule.
    """
    columns = frozenset(level.column for level in levels) - {"user", "project"}
    return frozenset() if columns <= {"day"} else columns


Need = (
    ProfileNeed
    | DirectoryNeed
    | MembersNeed
    | ProjectTotalsNeed
    | TermTotalsNeed
    | RecordsNeed
    | FactsNeed
    | ReportNeed
    | AbsencesNeed
    | AbsenceListsNeed
    | CapacityNeed
    | MemberProfilesNeed
    | ApprovalsNeed
    | EntriesNeed
)
