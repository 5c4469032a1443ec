"""Calls about capacity, days off and approvals; most need a paid plan."""

from collections.abc import Iterable
from datetime import UTC, datetime

import msgspec

from clockify_desktop.api import endpoints
from clockify_desktop.api.calls.call_group import (
    SMALL_PAGE_SIZE,
    CallGroup,
    query,
    read,
    row_id,
)
from clockify_desktop.api.errors import InvalidResponseError
from clockify_desktop.api.page_decoding import decoded_time_off_page
from clockify_desktop.api.paging import Listed, Page, walk
from clockify_desktop.api.requester import ApiRequest
from clockify_desktop.api.wire.absences import ApprovalItem, SentHoliday, TimeOffRequest
from clockify_desktop.api.wire.people import MemberProfile
from clockify_desktop.domain.identity import UserId, WorkspaceId


class AbsenceCalls(CallGroup):
    """Calls that tell when somebody is not expected to work."""

    async def member_profile(
        self, workspace: WorkspaceId, user: UserId
    ) -> MemberProfile:
        """Fetch how much a person is expected to work."""
        ids = {"workspace": workspace, "user": user}
        return await self._one(ApiRequest(endpoints.MEMBER_PROFILE, ids), MemberProfile)

    async def holidays(self, workspace: WorkspaceId) -> Listed[SentHoliday]:
        """Fetch the holidays of a workspace."""
        ids = {"workspace": workspace}
        return await self._all(
            endpoints.HOLIDAYS, ids, SentHoliday, page_size=SMALL_PAGE_SIZE
        )

    async def time_off_requests(
        self,
        workspace: WorkspaceId,
        *,
        start: datetime | None = None,
        end: datetime | None = None,
        statuses: Iterable[str] = (),
        users: Iterable[UserId] = (),
    ) -> Listed[TimeOffRequest]:
        """Search the requests for time off between two aware instants.

        ``statuses`` are such as ``APPROVED`` and ``PENDING``; a filter that is empty is
        left out.
        """
        filters = {
            "start": start and _utc(start),
            "end": end and _utc(end),
            "statuses": list(statuses),
            "users": list(users),
        }
        search = {name: value for name, value in filters.items() if value}

        async def fetch(number: int) -> Page[TimeOffRequest]:
            paging = {"page": number, "pageSize": SMALL_PAGE_SIZE}
            body = msgspec.json.encode({**search, **paging})
            ids = {"workspace": workspace}
            request = ApiRequest(endpoints.TIME_OFF_REQUESTS, ids, body=body)
            response = await self._requester.send(request)
            page, unreadable = await read(response, decoded_time_off_page)
            if page.requests is None and page.count is None:
                raise InvalidResponseError(response.request_info, "$.requests")
            return Page(page.requests or (), None, unreadable, page.count)

        pages = walk(fetch, SMALL_PAGE_SIZE, row_id)
        return await self._walked(pages, endpoints.TIME_OFF_REQUESTS)

    async def approval_requests(
        self, workspace: WorkspaceId, *, status: str | None = None
    ) -> Listed[ApprovalItem]:
        """Fetch the timesheets that were submitted."""
        return await self._all(
            endpoints.APPROVAL_REQUESTS,
            {"workspace": workspace},
            ApprovalItem,
            params=query(status=status),
            page_size=SMALL_PAGE_SIZE,
        )


def _utc(instant: datetime) -> str:
    return f"{instant.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%f}Z"
