"""Calls about capacity, days off and approvals; most need a paid plan."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from operator import attrgetter

import msgspec

from clockify_desktop.api import endpoints
from clockify_desktop.api.calls.call_group import (
    HEAVY_PAGE_SIZE,
    SMALL_PAGE_SIZE,
    CallGroup,
    query,
    read,
    row_id,
)
from clockify_desktop.api.errors import InvalidResponseError
from clockify_desktop.api.page_decoding import (
    decoded_attendance_page,
    decoded_time_off_page,
)
from clockify_desktop.api.paging import Listed, Page, walk, walk_once
from clockify_desktop.api.report_bodies import AttendanceQuery, attendance_body
from clockify_desktop.api.requester import ApiRequest
from clockify_desktop.api.wire.absences import (
    ApprovalItem,
    AttendanceRow,
    SentHoliday,
    TimeOffRequest,
)
from clockify_desktop.api.wire.people import MemberProfile
from clockify_desktop.domain.identity import UserId, WorkspaceId

# Weeks, half months and months are handed in.
_LONGEST_TIMESHEET = timedelta(days=32)
_person_and_day = attrgetter("user_id", "date")


class AbsenceCalls(CallGroup):
    """Calls that tell when somebody is not expected to work."""

    async def member_profile(
        self, workspace: WorkspaceId, user: UserId
    ) -> MemberProfile:
        """Fetch how much a person is expected to work."""
        ids = {"workspace": workspace, "user": user}
        return await self._one(ApiRequest(endpoints.MEMBER_PROFILE, ids), MemberProfile)

    async def attendance_report(
        self, workspace: WorkspaceId, query: AttendanceQuery
    ) -> Listed[AttendanceRow]:
        """Fetch how much everybody is expected to work, day by day.

        People without time are in it; nothing tells how many rows there are.
        """

        async def fetch(size: int, number: int) -> Page[AttendanceRow]:
            body = attendance_body(replace(query, page_size=size), number)
            ids = {"workspace": workspace}
            request = ApiRequest(endpoints.ATTENDANCE_REPORT, ids, body=body)
            response = await self._requester.send(request)
            page, unreadable = await read(response, decoded_attendance_page)
            if page.entities is None:
                raise InvalidResponseError(response.request_info, "$.entities")
            return Page(page.entities, None, unreadable)

        async def walked(size: int) -> Listed[AttendanceRow]:
            # Days neither come nor go: once is enough.
            found = await walk_once(partial(fetch, size), size, _person_and_day)
            rows = found.rows.values()
            return Listed(rows, unreadable=found.unreadable, changed=not found.whole)

        return await self._walked(walked, query.page_size, endpoints.ATTENDANCE_REPORT)

    async def holidays(self, workspace: WorkspaceId) -> Listed[SentHoliday]:
        """Fetch the holidays of a workspace; this list has no pages."""
        request = ApiRequest(endpoints.HOLIDAYS, {"workspace": workspace})
        return await self._unpaged(request, SentHoliday)

    async def time_off_requests(
        self,
        workspace: WorkspaceId,
        *,
        start: datetime | None = None,
        end: datetime | None = None,
        statuses: Iterable[str] = (),
        users: Iterable[UserId] = (),
    ) -> Listed[TimeOffRequest]:
        """Search the requests for time off that touch a range of aware instants.

        The range's end is not included. ``statuses`` are such as ``APPROVED`` and
        ``PENDING``; a filter that is empty is left out. A request that does not say
        when counts as unreadable where a range is given.
        """
        filters = {"statuses": list(statuses), "users": list(users)}
        search = {name: value for name, value in filters.items() if value}

        async def fetch(size: int, number: int) -> Page[TimeOffRequest]:
            body = msgspec.json.encode({**search, "page": number, "pageSize": size})
            ids = {"workspace": workspace}
            request = ApiRequest(endpoints.TIME_OFF_REQUESTS, ids, body=body)
            response = await self._requester.send(request)
            page, unreadable = await read(response, decoded_time_off_page)
            if page.requests is None and page.count is None:
                raise InvalidResponseError(response.request_info, "$.requests")
            return Page(page.requests or (), None, unreadable, page.count)

        async def walked(size: int) -> Listed[TimeOffRequest]:
            return await walk(partial(fetch, size), size, row_id)

        rows = await self._walked(walked, SMALL_PAGE_SIZE, endpoints.TIME_OFF_REQUESTS)
        # Not by the server: its range is that of the requests' creation.
        return _touching(rows, start, end) if start or end else rows

    async def approval_requests(
        self,
        workspace: WorkspaceId,
        *,
        status: str | None = None,
        since: datetime | None = None,
    ) -> Listed[ApprovalItem]:
        """Fetch the timesheets that were submitted.

        ``status`` is ``PENDING``, ``APPROVED`` or ``WITHDRAWN_APPROVAL``. From an aware
        instant on, the newest come first, and what ended long before may be left out.
        """
        order = ("START", "DESCENDING") if since else (None, None)
        return await self._all(
            endpoints.APPROVAL_REQUESTS,
            {"workspace": workspace},
            ApprovalItem,
            params=query(status=status, sort_column=order[0], sort_order=order[1]),
            # Each has all of its time entries with it.
            page_size=HEAVY_PAGE_SIZE,
            enough=partial(_all_before, since) if since else None,
        )


def _all_before(since: datetime, page: Page[ApprovalItem]) -> bool:
    """Tell whether a page and all behind it, newest first, are of earlier times."""
    ranges = [item.approval_request.date_range for item in page.rows]
    starts = [days.start for days in ranges if days and days.start]
    falls = starts == sorted(starts, reverse=True)
    # Whoever does not sort may have the newest ones on the last page.
    return falls and bool(starts) and starts[0] < since - _LONGEST_TIMESHEET


def _touching(
    rows: Listed[TimeOffRequest], start: datetime | None, end: datetime | None
) -> Listed[TimeOffRequest]:
    found = [row for row in rows if _touches(row, start, end)]
    unplaced = sum(row.absence is None for row in rows)
    return Listed(found, unreadable=rows.unreadable + unplaced, changed=rows.changed)


def _touches(row: TimeOffRequest, start: datetime | None, end: datetime | None) -> bool:
    if row.absence is None:
        return False
    first, last = row.absence
    return (start is None or last > start) and (end is None or first < end)
