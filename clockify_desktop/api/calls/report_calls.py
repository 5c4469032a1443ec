"""Calls of the reports host."""

import asyncio
from dataclasses import dataclass

from clockify_desktop.api import endpoints
from clockify_desktop.api.calls.asking import Asking
from clockify_desktop.api.decoding import decoded
from clockify_desktop.api.exchange import Question
from clockify_desktop.api.paging import Page, each_once, gather, walk
from clockify_desktop.api.report_bodies import (
    DetailedQuery,
    SummaryQuery,
    WeeklyQuery,
    detailed_body,
    summary_body,
    weekly_body,
)
from clockify_desktop.api.summary_decoding import LARGE_BYTES, decoded_summary
from clockify_desktop.api.wire.reports import (
    DetailedEntry,
    DetailedPage,
    SummaryReport,
    Totals,
    WeeklyReport,
    first_totals,
)
from clockify_desktop.domain.calendar import DAYS_A_WEEK
from clockify_desktop.domain.errors import UsageError
from clockify_desktop.domain.identity import WorkspaceId


@dataclass(frozen=True, slots=True)
class DetailedReport:
    """All entries of a period.

    Args:
        entries: By id, each once.
        totals: The server's own sums; ``None`` where nothing was found. Entries that
            are created or deleted during the walk make the two differ.
    """

    entries: list[DetailedEntry]
    totals: Totals | None


class ReportCalls(Asking):
    """Summary, detailed and weekly reports."""

    async def summary_report(
        self, workspace: WorkspaceId, query: SummaryQuery
    ) -> SummaryReport:
        """Fetch sums by one to three levels."""
        ids = {"workspace": workspace}
        question = Question(endpoints.SUMMARY_REPORT, ids, body=summary_body(query))
        answer = await self._exchange.send(question)
        if len(answer.body) < LARGE_BYTES:
            return decoded(answer.body, SummaryReport, answer.asked)
        return await asyncio.to_thread(decoded_summary, answer.body, answer.asked)

    async def detailed_report(
        self, workspace: WorkspaceId, query: DetailedQuery
    ) -> DetailedReport:
        """Fetch all entries of a period, page by page.

        The first page tells how many there are; the others are then asked together.
        Where it does not tell, they are asked one after the other.

        Args:
            workspace: Where.
            query: What.

        Returns:
            All entries and the server's sums.
        """
        first = await self._detailed_page(workspace, query, 1)
        totals = first_totals(first.totals)

        async def fetch(number: int) -> Page[DetailedEntry]:
            page = (
                first
                if number == 1
                else await self._detailed_page(workspace, query, number)
            )
            return Page(page.timeentries or ())

        if totals is None or totals.entries_count is None:
            return DetailedReport(await walk(fetch, query.page_size, _id), totals)
        pages = -(-totals.entries_count // query.page_size)
        rows = await gather(fetch, range(1, max(1, pages) + 1))
        return DetailedReport(each_once(rows, _id), totals)

    async def weekly_report(
        self, workspace: WorkspaceId, query: WeeklyQuery
    ) -> WeeklyReport:
        """Fetch one week of sums a day.

        Args:
            workspace: Where.
            query: What; exactly seven days, else Clockify refuses.

        Returns:
            The week.

        Raises:
            UsageError: The period is not seven days long.
        """
        if query.period.days != DAYS_A_WEEK:
            title = f"A weekly report of {query.period.days} days"
            raise UsageError(title, "Choose exactly seven days.")
        ids = {"workspace": workspace}
        question = Question(endpoints.WEEKLY_REPORT, ids, body=weekly_body(query))
        return await self._one(question, WeeklyReport)

    async def _detailed_page(
        self, workspace: WorkspaceId, query: DetailedQuery, number: int
    ) -> DetailedPage:
        ids = {"workspace": workspace}
        body = detailed_body(query, number)
        question = Question(endpoints.DETAILED_REPORT, ids, body=body)
        return await self._one(question, DetailedPage)


def _id(row: DetailedEntry) -> str:
    return row.id
