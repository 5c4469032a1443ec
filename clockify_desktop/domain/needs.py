"""What has to be known for a page, each need a hashable value."""

from dataclasses import dataclass

from clockify_desktop.domain.report import ReportQuery


@dataclass(frozen=True, slots=True)
class ReportNeed:
    """The report of a workspace and period."""

    query: ReportQuery


Need = ReportNeed
