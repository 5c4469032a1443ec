"""Calls of the reports host."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final, TypeVar

from clockify_desktop.api import endpoints
from clockify_desktop.api.calls.call_group import CallGroup, read
from clockify_desktop.api.detailed_pages import (
    DetailedPages,
    DetailedPart,
    DetailedReport,
    part_of,
)
from clockify_desktop.api.errors import InvalidResponseError, RequestInfo
from clockify_desktop.api.page_decoding import decoded_detailed_page
from clockify_desktop.api.report_bodies import (
    DetailedQuery,
    SummaryQuery,
    detailed_body,
    summary_body,
)
from clockify_desktop.api.requester import ApiRequest
from clockify_desktop.api.summary_decoding import decoded_summary
from clockify_desktop.api.wire.reports import SummaryReport
from clockify_desktop.domain.identity import WorkspaceId

T = TypeVar("T")

# What is made of a summary takes some times as long as decoding it: already from this
# size on, some hundreds of leaves, it is made off the loop.
_LARGE_SUMMARY_BYTES: Final = 2**16


class ReportCalls(CallGroup):
    """Summary and detailed reports.

    Every field of a report may be missing, but not all of them: a message in its place
    is no report without time.
    """

    async def summary_report(
        self,
        workspace: WorkspaceId,
        query: SummaryQuery,
        take: Callable[[SummaryReport], T],
    ) -> T:
        """Fetch sums by one to three levels.

        Args:
            take: Makes of a summary, perhaps in a thread, what is kept of it. A large
                one is its text until it is read, and let go afterwards.
        """
        ids = {"workspace": workspace}
        request = ApiRequest(endpoints.SUMMARY_REPORT, ids, body=summary_body(query))

        def taken(body: bytearray, info: RequestInfo) -> T:
            report = decoded_summary(body, info)
            if report.totals is None and report.group_one is None:
                raise InvalidResponseError(info, "$.groupOne")
            return take(report)

        response = await self._requester.send(request)
        return await read(response, taken, _LARGE_SUMMARY_BYTES)

    async def detailed_report(
        self, workspace: WorkspaceId, query: DetailedQuery
    ) -> DetailedReport:
        """Fetch all entries of a period, page by page, and the server's sums."""

        async def fetch(size: int, number: int) -> DetailedPart:
            ids = {"workspace": workspace}
            body = detailed_body(replace(query, page_size=size), number)
            request = ApiRequest(endpoints.DETAILED_REPORT, ids, body=body)
            response = await self._requester.send(request)
            page, unreadable = await read(response, decoded_detailed_page)
            if page.totals is None and page.timeentries is None:
                raise InvalidResponseError(response.request_info, "$.timeentries")
            return part_of(page, unreadable)

        async def walked(size: int) -> DetailedReport:
            return await DetailedPages(partial(fetch, size), size).report()

        return await self._walked(walked, query.page_size, endpoints.DETAILED_REPORT)
