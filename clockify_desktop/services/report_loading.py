"""Loading a report: questions of a bearable size, asked together, put together.

People and projects are never narrowed by the server. What is asked for is cut by
time alone, so that every reply can be checked against its own total.
"""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

from clockify_desktop.api.client import Clockify
from clockify_desktop.api.errors import ResponseTooLargeError
from clockify_desktop.api.report_bodies import SummaryQuery
from clockify_desktop.api.wire.reports import SummaryReport
from clockify_desktop.domain.calendar import DAYS_A_WEEK, weekday_name
from clockify_desktop.domain.directory import Directory
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.services.fact_building import BuiltFacts, Part, build_facts
from clockify_desktop.services.gather import gather

# The free plan answers no longer ranges.
_LONGEST_DAYS = 31
# With more possible leaves a day than this, a month's reply would be so large that
# decoding it holds up the window: then a week is asked at once.
_MANY_LEAVES_A_DAY = 2000


async def load_report(
    clockify: Clockify, query: ReportQuery, directory: Directory
) -> Report:
    """Ask for everybody's time in a period.

    Args:
        clockify: Whom to ask.
        query: The workspace, the period, what a day is.
        directory: Who and what the workspace holds.

    Returns:
        The facts of all parts, and Clockify's own sum.

    Raises:
        AppError: Clockify or the way to it refuses any of the parts.
    """
    longest = longest_part_days(query, directory)
    several = await gather(
        _load_part(clockify, query, part) for part in query.period.parts(longest)
    )
    parts = [part for some in several for part in some]
    several.clear()
    # Off the loop: a big team's takes a quarter of a second.
    built = await asyncio.to_thread(_build, parts, directory, query)
    return Report(
        query=query,
        facts=built.facts,
        directory=directory,
        fetched_at=datetime.now(UTC),
        server_total_s=built.server_total_s,
        billable_withheld=built.billable_withheld,
        unreadable=built.unreadable,
    )


def _build(parts: list[Part], directory: Directory, query: ReportQuery) -> BuiltFacts:
    built = build_facts(parts, directory, query.workspace.currency, query.period)
    # Tens of megabytes: given back here, not on the loop.
    parts.clear()
    return built


def longest_part_days(query: ReportQuery, directory: Directory) -> int:
    """Tell how many days are asked for at once.

    Args:
        query: Its workspace may have a limit of its own.
        directory: Many people and projects make many leaves a day.

    Returns:
        31 at most, or a week where people x projects exceed 2,000.
    """
    leaves_a_day = len(directory.people) * len(directory.projects)
    longest = DAYS_A_WEEK if leaves_a_day > _MANY_LEAVES_A_DAY else _LONGEST_DAYS
    return min(longest, query.workspace.longest_range_days or longest)


async def _load_part(
    clockify: Clockify, query: ReportQuery, period: Period
) -> Sequence[Part]:
    """Ask for one part; in halves where the reply would be too large."""
    try:
        everything, billable = await gather(
            _ask(clockify, query, period, billable=billable)
            for billable in (None, True)
        )
    except ResponseTooLargeError:
        if period.days == 1:
            raise
    else:
        return [Part(everything, billable)]
    halves = await gather(_load_part(clockify, query, half) for half in period.halves())
    return [part for half in halves for part in half]


async def _ask(
    clockify: Clockify, query: ReportQuery, period: Period, *, billable: bool | None
) -> SummaryReport:
    return await clockify.summary_report(
        query.workspace.id,
        SummaryQuery(
            period=period,
            time_zone=query.time_zone,
            groups=("USER", "PROJECT", "DATE"),
            billable=billable,
            week_start=weekday_name(query.week_start),
        ),
    )
