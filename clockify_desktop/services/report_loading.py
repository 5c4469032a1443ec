"""Loading a part of a report: questions of a bearable size, asked together.

People and projects are never narrowed by the server. What is asked for is cut by
time alone, so that every reply can be checked against its own total.
"""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from clockify_desktop.api.client import Clockify
from clockify_desktop.api.errors import ResponseTooLargeError
from clockify_desktop.api.report_bodies import DetailedQuery, SummaryQuery
from clockify_desktop.api.wire.reports import SummaryReport
from clockify_desktop.domain.calendar import time_zone, weekday_name
from clockify_desktop.domain.directory import Directory
from clockify_desktop.domain.needs import FactsNeed
from clockify_desktop.domain.period import Period
from clockify_desktop.services.entry_facts import facts_of_entries
from clockify_desktop.services.fact_building import BuiltFacts
from clockify_desktop.services.gather import gather
from clockify_desktop.services.period_parts import FactsPart
from clockify_desktop.services.summary_facts import Part, facts_of_summaries


async def load_part(
    clockify: Clockify, need: FactsNeed, directory: Directory
) -> FactsPart:
    """Ask for everybody's time in a part of a period.

    Raises:
        AppError: Clockify or the way to it refuses any of it.
    """
    # Made off the loop: a big team's takes a quarter of a second.
    if need.of_entries:
        report = await clockify.detailed_report(
            need.workspace.id, DetailedQuery(**_body(need, need.period))
        )
        built = await asyncio.to_thread(
            facts_of_entries,
            report,
            directory,
            need.workspace,
            need.period,
            time_zone(need.time_zone),
            need.columns,
        )
    else:
        parts = list(await _asked(clockify, need, need.period))
        built = await asyncio.to_thread(_build, parts, directory, need)
    by_task = not need.of_entries and "task" in need.columns
    return FactsPart(need.period, built, datetime.now(UTC), by_day=not by_task)


def _build(parts: list[Part], directory: Directory, need: FactsNeed) -> BuiltFacts:
    built = facts_of_summaries(
        parts,
        directory,
        need.workspace,
        need.period,
        by_task="task" in need.columns,
    )
    # Tens of megabytes: given back here, not on the loop.
    parts.clear()
    return built


def _body(need: FactsNeed, period: Period) -> dict[str, Any]:
    return {
        "period": period,
        "time_zone": need.time_zone,
        "week_start": weekday_name(need.week_start),
    }


async def _asked(clockify: Clockify, need: FactsNeed, period: Period) -> Sequence[Part]:
    """Ask for some days; in halves where the reply would be too large."""
    try:
        everything, billable = await gather(
            _summary(clockify, need, period, billable=billable)
            for billable in (None, True)
        )
    except ResponseTooLargeError:
        if period.days == 1:
            raise
    else:
        return [Part(everything, billable)]
    halves = await gather(_asked(clockify, need, half) for half in period.halves())
    return [part for half in halves for part in half]


async def _summary(
    clockify: Clockify, need: FactsNeed, period: Period, *, billable: bool | None
) -> SummaryReport:
    return await clockify.summary_report(
        need.workspace.id,
        SummaryQuery(
            **_body(need, period),
            groups=("USER", "PROJECT", "TASK" if "task" in need.columns else "DATE"),
            billable=billable,
        ),
    )
