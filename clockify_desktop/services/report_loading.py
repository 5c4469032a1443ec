"""Loading a part of a report: questions of a bearable size, asked together.

People and projects are never narrowed by the server. What is asked for is cut by
time alone, so that every reply can be checked against its own total.
"""

import asyncio
from datetime import UTC, datetime
from typing import Any

from clockify_desktop.api.client import Clockify
from clockify_desktop.api.errors import ResponseTooLargeError
from clockify_desktop.api.report_bodies import DetailedQuery, SummaryQuery
from clockify_desktop.domain.calendar import time_zone, weekday
from clockify_desktop.domain.directory import Directory
from clockify_desktop.domain.needs import FactsNeed
from clockify_desktop.domain.period import Period
from clockify_desktop.services.counted_loading import load_counted_part
from clockify_desktop.services.entry_facts import facts_of_entries
from clockify_desktop.services.gather import gather
from clockify_desktop.services.period_parts import FactsPart
from clockify_desktop.services.summary_facts import (
    Part,
    Reply,
    SummaryReading,
    facts_of_summaries,
)


async def load_part(
    clockify: Clockify, need: FactsNeed, directory: Directory
) -> FactsPart:
    """Ask for everybody's time in a part of a period.

    Raises:
        AppError: Clockify or the way to it refuses any of it.
    """
    if not need.counting.is_clockifys:
        return await load_counted_part(clockify, need, directory)
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
        return FactsPart(need.period, built, datetime.now(UTC))
    asking = _Asking(clockify, need)
    answered = await asking.answered(need.period)
    built = await asyncio.to_thread(
        facts_of_summaries,
        answered,
        asking.reading,
        directory,
        need.workspace,
    )
    return FactsPart(
        need.period,
        built,
        datetime.now(UTC),
        by_day=not asking.by_task,
        halved=len(answered) > 1,
    )


def _body(need: FactsNeed, period: Period) -> dict[str, Any]:
    return {
        "period": period,
        "time_zone": need.time_zone,
        "week_start": weekday(need.week_start),
    }


class _Asking:
    """Asks for summaries of some days, in halves where they are too large."""

    def __init__(self, clockify: Clockify, need: FactsNeed) -> None:
        self._clockify = clockify
        self._need = need
        self.by_task = "task" in need.columns
        self.reading = SummaryReading(need.period, by_task=self.by_task)

    async def answered(self, period: Period) -> list[Part]:
        """Ask for some days, in as many parts as it takes."""
        asked = await self._asked(period)
        return [asked] if isinstance(asked, Part) else await self._halved(period, asked)

    async def _halved(self, period: Period, error: ResponseTooLargeError) -> list[Part]:
        """Ask for both halves, and go on with the one that is too large.

        Where both are, the days are not what makes them large.
        """
        if period.days == 1:
            raise error
        halves = period.halves()
        asked = await gather(map(self._asked, halves))
        if not any(isinstance(one, Part) for one in asked):
            raise error
        found: list[Part] = []
        for half, one in zip(halves, asked, strict=True):
            found += [one] if isinstance(one, Part) else await self._halved(half, one)
        return found

    async def _asked(self, period: Period) -> Part | ResponseTooLargeError:
        try:
            return Part(
                *await gather(
                    self._summary(period, billable=billable)
                    for billable in (None, True)
                )
            )
        except ResponseTooLargeError as error:
            return error.with_traceback(None)

    async def _summary(self, period: Period, *, billable: bool | None) -> Reply:
        return await self._clockify.summary_report(
            self._need.workspace.id,
            SummaryQuery(
                **_body(self._need, period),
                groups=("USER", "PROJECT", "TASK" if self.by_task else "DATE"),
                billable=billable,
            ),
            self.reading.read,
        )
