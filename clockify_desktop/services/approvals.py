"""Asking which time of a period was handed in for approval."""

from datetime import UTC, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from clockify_desktop.api.client import Clockify
from clockify_desktop.api.wire.absences import ApprovalItem
from clockify_desktop.domain.approvals import Approvals, HandedIn
from clockify_desktop.domain.calendar import time_zone
from clockify_desktop.domain.directory import Workspace
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.period import Period
from clockify_desktop.services.gather import gather
from clockify_desktop.services.not_offered import KEPT_BACK, NotOfferedError
from clockify_desktop.translation import tr

# Each of them is a list of its own; what was rejected or withdrawn is not handed in.
_STATES: Final = ("PENDING", "APPROVED")
# In the zone furthest ahead a day begins so much earlier than in UTC.
_AHEAD: Final = timedelta(hours=14)
_A_SECOND: Final = timedelta(seconds=1)


async def load_approvals(
    clockify: Clockify, workspace: Workspace, period: Period
) -> Approvals:
    """Ask for the requests that touch a period.

    Raises:
        NotOfferedError: The plan or the key's role does not hold them.
        AppError: Clockify or the way to it refuses for any other reason.
    """
    since = datetime.combine(period.start, time(), UTC) - _AHEAD
    try:
        lists = await gather(
            clockify.approval_requests(workspace.id, status=state, since=since)
            for state in _STATES
        )
    except KEPT_BACK as error:
        refusal = NotOfferedError(tr("Approvals cannot be had here"), error)
    else:
        read = [handed_in_of(item) for listed in lists for item in listed]
        return Approvals(
            tuple(
                one
                for one in read
                if one is not None
                and one.first <= period.end
                and one.last >= period.start
            ),
            sum(listed.unreadable for listed in lists) + read.count(None),
            any(listed.changed for listed in lists),
        )
    raise refusal


def handed_in_of(item: ApprovalItem) -> HandedIn | None:
    """Read a request, ``None`` where it does not tell whose, when or its state."""
    sent = item.approval_request
    owner, days = sent.owner, sent.date_range
    state = sent.status.state if sent.status else None
    if owner is None or owner.user_id is None or days is None or state not in _STATES:
        return None
    if days.start is None or days.end is None or days.end <= days.start:
        return None
    zone = _zone(owner.time_zone)
    # The end is the last second of a day, or the midnight behind it.
    last = (days.end - _A_SECOND).astimezone(zone).date()
    first = days.start.astimezone(zone).date()
    return HandedIn(owner.user_id, first, max(first, last), state == "APPROVED")


def _zone(name: str | None) -> ZoneInfo:
    try:
        return time_zone(name or "UTC")
    except AppError:
        return ZoneInfo("UTC")
