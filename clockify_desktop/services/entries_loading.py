"""Loading entries: a short period at once, a long one in parts that are kept too."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

from clockify_desktop.api.client import Clockify
from clockify_desktop.api.report_bodies import DetailedQuery
from clockify_desktop.domain.calendar import time_zone, weekday
from clockify_desktop.domain.directory import Directory
from clockify_desktop.domain.entry_report import EntryReport
from clockify_desktop.domain.needs import EntriesNeed
from clockify_desktop.services.entry_columns import entry_report, joined_entries
from clockify_desktop.services.gather import gather
from clockify_desktop.services.period_parts import longest_part_days, pieces

# Their pages are asked for together, and kept until all are here.
_PARTS_AT_ONCE: Final = 2


async def load_entries(
    clockify: Clockify,
    need: EntriesNeed,
    directory: Directory,
    part: Callable[[EntriesNeed], Coroutine[Any, Any, EntryReport]],
) -> EntryReport:
    """Ask for everybody's entries in a period.

    Args:
        part: Gives the entries of fewer days, each asked for by itself.

    Raises:
        AppError: Clockify or the way to it refuses any of it.
    """
    days = longest_part_days(need.query, directory)
    needs = [
        replace(need, period=piece)
        for piece in pieces(need.period, days, need.week_start)
    ]
    if len(needs) == 1:
        return await _loaded(clockify, need, directory)
    parts: list[EntryReport] = []
    for first in range(0, len(needs), _PARTS_AT_ONCE):
        together = needs[first : first + _PARTS_AT_ONCE]
        parts += await gather(map(part, together))
    return await asyncio.to_thread(joined_entries, parts, directory)


async def _loaded(
    clockify: Clockify, need: EntriesNeed, directory: Directory
) -> EntryReport:
    query = DetailedQuery(
        period=need.period,
        time_zone=need.time_zone,
        week_start=weekday(need.week_start),
    )
    report = await clockify.detailed_report(need.workspace.id, query)
    # Made off the loop: a thousand entries take some milliseconds.
    return await asyncio.to_thread(
        entry_report,
        report,
        directory,
        need.period,
        time_zone(need.time_zone),
        datetime.now(UTC),
        need.workspace,
    )
