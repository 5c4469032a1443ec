import asyncio
from datetime import UTC, date, datetime
from typing import Any

import pytest

from clockify_desktop.api.endpoints import APPROVAL_REQUESTS
from clockify_desktop.api.errors import BusyError, PlanError, RequestInfo
from clockify_desktop.api.paging import Listed
from clockify_desktop.api.wire.absences import (
    ApprovalItem,
    ApprovalOwner,
    ApprovalRequest,
    ApprovalStatus,
    InstantPeriod,
)
from clockify_desktop.domain.approvals import Approval, Approvals, HandedIn
from clockify_desktop.domain.directory import Workspace
from clockify_desktop.domain.identity import UserId, WorkspaceId
from clockify_desktop.domain.period import Period
from clockify_desktop.services.approvals import handed_in_of, load_approvals
from clockify_desktop.services.not_offered import NotOfferedError

ASKED = RequestInfo(APPROVAL_REQUESTS.method, APPROVAL_REQUESTS.path, "test", 402)
ANN = UserId("ann")
WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
BELGRADE = "Europe/Belgrade"


def item(
    start: str | None,
    end: str | None,
    state: str | None = "APPROVED",
    zone: str | None = BELGRADE,
    user: UserId | None = ANN,
) -> ApprovalItem:
    days = InstantPeriod(*(at and datetime.fromisoformat(at) for at in (start, end)))  # type: ignore[arg-type]  # None stays None
    owner = ApprovalOwner(user, time_zone=zone)
    return ApprovalItem(ApprovalRequest("a", owner, days, ApprovalStatus(state)))


# As recorded: local midnight to the last second.
A_WEEK = ("2026-11-15T23:00:00Z", "2026-11-22T22:59:59Z")
DAYS = (date(2026, 11, 16), date(2026, 11, 22))


@pytest.mark.parametrize(
    ("sent", "found"),
    [
        (item(*A_WEEK), HandedIn(ANN, *DAYS, approved=True)),
        (item(*A_WEEK, "PENDING"), HandedIn(ANN, *DAYS, approved=False)),
        # The midnight behind the last day.
        (
            item("2026-11-15T23:00:00Z", "2026-11-22T23:00:00Z"),
            HandedIn(ANN, *DAYS, approved=True),
        ),
        (
            item("2026-07-31T22:00:00Z", "2026-08-15T21:59:59Z"),
            HandedIn(ANN, date(2026, 8, 1), date(2026, 8, 15), approved=True),
        ),
        (
            item("2026-11-16T00:00:00Z", "2026-11-22T23:59:59Z", zone="Mars/Base"),
            HandedIn(ANN, *DAYS, approved=True),
        ),
        (
            item("2026-11-16T00:00:00Z", "2026-11-22T23:59:59Z", zone=None),
            HandedIn(ANN, *DAYS, approved=True),
        ),
        (item(*A_WEEK, "REJECTED"), None),
        (item(*A_WEEK, None), None),
        (item(*A_WEEK, user=None), None),
        (item(A_WEEK[0], None), None),
        (item(None, A_WEEK[1]), None),
        (item(A_WEEK[1], A_WEEK[0]), None),
        (ApprovalItem(ApprovalRequest("a")), None),
    ],
)
def test_a_request_is_days_of_its_owner(
    sent: ApprovalItem, found: HandedIn | None
) -> None:
    assert handed_in_of(sent) == found


class Clockify:
    def __init__(self, error: Exception | None = None) -> None:
        self.error = error

    async def approval_requests(
        self, _: WorkspaceId, *, status: str, since: datetime
    ) -> Listed[ApprovalItem]:
        if self.error:
            raise self.error
        assert since == datetime(2026, 11, 15, 10, tzinfo=UTC)
        earlier = item("2026-11-08T23:00:00Z", "2026-11-15T22:59:59Z", status)
        later = item("2026-11-22T23:00:00Z", "2026-11-29T22:59:59Z", status)
        own = item(*A_WEEK, status, user=UserId(status.lower()))
        rows = [earlier, own, later, item(None, None)]
        return Listed(rows, unreadable=1, changed=status == "PENDING")


def load(clockify: Any) -> Approvals:
    workspace = Workspace(WorkspaceId("w"), "Acme")
    return asyncio.run(load_approvals(clockify, workspace, WEEK))


def test_what_touches_the_period_is_kept() -> None:
    approvals = load(Clockify())
    assert len(approvals.handed_in) == 2
    assert approvals.of(UserId("approved"), WEEK) is Approval.APPROVED
    assert approvals.of(UserId("pending"), WEEK) is Approval.SUBMITTED
    assert approvals.of(ANN, WEEK) is Approval.NOT_SUBMITTED
    assert (approvals.unreadable, approvals.changed) == (4, True)


def test_what_is_kept_back_is_said_so() -> None:
    with pytest.raises(NotOfferedError, match="Approvals"):
        load(Clockify(PlanError(ASKED)))
    with pytest.raises(BusyError):
        load(Clockify(BusyError(ASKED)))
