"""Writes the bodies of requests for reports, as JSON.

People and projects are never filtered by the server: ``users`` with ids alone finds
nothing, and a report that is filtered in two places cannot be checked. ``archived``
is left out, which Clockify takes as "both".
"""

from dataclasses import dataclass
from typing import Any, Literal

import msgspec

from clockify_desktop.api.wall_clock import report_range
from clockify_desktop.domain.period import Period

Group = Literal["USER", "PROJECT", "CLIENT", "TASK", "TAG", "DATE", "WEEK", "MONTH"]
# Clockify refuses larger pages of the detailed report.
LARGEST_DETAILED_PAGE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportBody:
    """What all reports have in common.

    Args:
        time_zone: An IANA name; the period is whole days of it.
        billable: Only billable time, only the other, or ``None`` for all.
        rounding: Whether each entry is rounded as the workspace's settings say.
        week_start: A weekday such as ``MONDAY``; matters to weeks only.
    """

    period: Period
    time_zone: str
    billable: bool | None = None
    rounding: bool = False
    week_start: str | None = None
    amount_shown: Literal["EARNED", "COST", "PROFIT", "HIDE_AMOUNT"] = "EARNED"


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryQuery(ReportBody):
    """A summary, grouped by one to three levels."""

    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailedQuery(ReportBody):
    """All time entries of a period; ``description`` is any part of an entry's."""

    page_size: int = LARGEST_DETAILED_PAGE
    description: str | None = None
    without_description: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceQuery(ReportBody):
    """Everybody's attendance by days."""

    page_size: int = LARGEST_DETAILED_PAGE


def attendance_body(query: AttendanceQuery, page: int) -> bytes:
    """Write the body for one page, counted from 1, of an attendance report."""
    return _body(
        query,
        attendanceFilter={
            "page": page,
            "pageSize": query.page_size,
            "sortColumn": "USER",
        },
        sortOrder="ASCENDING",
    )


def summary_body(query: SummaryQuery) -> bytes:
    """Write the body for a summary."""
    return _body(query, summaryFilter={"groups": query.groups, "sortColumn": "GROUP"})


def detailed_body(query: DetailedQuery, page: int) -> bytes:
    """Write the body for one page, counted from 1, of a detailed report."""
    return _body(
        query,
        description=query.description,
        withoutDescription=query.without_description,
        # By id, because nothing moves between pages while they are walked.
        detailedFilter={
            "page": page,
            "pageSize": query.page_size,
            "sortColumn": "ID",
            "options": {"totals": "CALCULATE"},
        },
        sortOrder="ASCENDING",
    )


def _body(query: ReportBody, **more: Any) -> bytes:  # noqa: ANN401 - JSON of any kind
    start, end = report_range(query.period)
    body = {
        "dateRangeStart": start,
        "dateRangeEnd": end,
        "timeZone": query.time_zone,
        "billable": query.billable,
        "rounding": query.rounding,
        "weekStart": query.week_start,
        "amountShown": query.amount_shown,
        "exportType": "JSON",
        **more,
    }
    return msgspec.json.encode(
        {name: value for name, value in body.items() if value is not None}
    )
