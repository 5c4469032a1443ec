"""A report: the facts of one period, and how far they can be trusted."""

from dataclasses import dataclass
from datetime import datetime

from clockify_desktop.domain.directory import Directory, Workspace
from clockify_desktop.domain.facts import Facts
from clockify_desktop.domain.period import Period


@dataclass(frozen=True, slots=True)
class ReportQuery:
    """What a report was asked for. People and projects are narrowed afterwards.

    Args:
        workspace: The one workspace.
        period: Whole days in ``time_zone``.
        time_zone: Its IANA name, such as ``Europe/Berlin``.
        week_start: The weekday that a week begins with, Monday is 0.
    """

    workspace: Workspace
    period: Period
    time_zone: str
    week_start: int


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """What Clockify answered, as facts.

    Args:
        query: What was asked.
        facts: The answer, all people and projects.
        directory: Who and what the workspace holds, with time or without.
        fetched_at: When the last part came in, an aware instant.
        server_total_s: The sum that Clockify itself gave, seconds.
        billable_withheld: The billable figures did not add up to Clockify's own sum
            and are therefore left out.
    """

    query: ReportQuery
    facts: Facts
    directory: Directory
    fetched_at: datetime
    server_total_s: int
    billable_withheld: bool = False

    @property
    def difference_s(self) -> int:
        """Seconds by which the facts exceed Clockify's own sum; 0 when they agree."""
        return self.facts.total_s - self.server_total_s
