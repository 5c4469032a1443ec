"""Approval requests: weeks that were handed in, with all that is in them.

``status`` is one of three and ``types`` one of three; another ``types`` is a 400 code
3000 [live], another ``status`` here too [?]. ``userId``, ``start`` and ``end`` are
ignored [live]. Weeks are those of the person's own clock, written as UTC [rec]. Time
entries come whole [rec]; that they are those of the list of time entries is [?]. There
are no expenses here.
"""

from clockify_desktop.sample.absences import Approval
from clockify_desktop.sample.entries import TYPES
from clockify_desktop.sample.ids import Kind, sample_id
from clockify_desktop.sample.moment import WEEK
from clockify_desktop.sample.server import paging, refusals, time_entries
from clockify_desktop.sample.server.calls import Call, Desk, Reply
from clockify_desktop.sample.server.reports.filters import approval_of
from clockify_desktop.sample.server.reports.sums import Rates, cost_of, number
from clockify_desktop.sample.server.users import week_start
from clockify_desktop.sample.server.wire import Json, iso_duration, utc_clock

_BREAK = TYPES.index("BREAK")
_STATUSES = frozenset({"PENDING", "APPROVED", "WITHDRAWN_APPROVAL"})
_TYPES = frozenset({"TIMESHEET", "EXPENSE", "TIMESHEET_AND_EXPENSE"})
_COLUMNS = frozenset({"ID", "USER_ID", "START", "UPDATED_AT"})


def _approval(desk: Desk, at: int, approval: Approval) -> Json:
    """Write one request with all of its entries [rec]."""
    workspace = desk.workspace
    person, boss = workspace.people[approval.person], workspace.people[0]
    entries = workspace.entries
    mine = entries.take(entries.user == approval.person)
    inside = mine.take(approval_of(workspace, mine) == at)
    seconds = inside.seconds()
    billable_s = int(seconds[inside.billable].sum())
    rates = Rates.of(workspace).minor[inside.user, inside.project]
    earned = int((seconds * rates * 10_000 // 3600)[inside.billable].sum())
    cost = int(cost_of(seconds, rates).sum())
    approved = approval.state == "APPROVED"
    tracked = iso_duration(int(seconds.sum()))
    return {
        "approvalRequest": {
            "id": sample_id(Kind.APPROVAL, workspace.number, at),
            "workspaceId": workspace.id,
            "dateRange": {
                "start": utc_clock(person.zone, approval.monday),
                "end": utc_clock(person.zone, approval.monday + WEEK, -1 / 3600),
            },
            "owner": {
                "userId": person.id,
                "userName": person.name,
                "timeZone": person.zone,
                "startOfWeek": week_start(person),
            },
            "creator": {
                "userId": person.id,
                "userName": person.name,
                "userEmail": person.email,
            },
            "status": {
                "state": approval.state,
                "note": "",
                "updatedAt": utc_clock(boss.zone, approval.monday + WEEK, 10),
                "updatedBy": boss.id if approved else person.id,
                "updatedByUserName": boss.name if approved else person.name,
            },
        },
        "approvedTime": tracked if approved else "PT0S",
        "pendingTime": "PT0S" if approved else tracked,
        "trackedTime": tracked,
        "breakTime": iso_duration(int(seconds[inside.kind == _BREAK].sum())),
        "billableTime": iso_duration(billable_s),
        "billableAmount": number(earned) if desk.sees_everybody else None,
        "costAmount": number(cost) if desk.sees_everybody else None,
        "expenseTotal": 0,
        "entries": time_entries.written(desk, inside),
        "expenses": [],
    }


def _asked(call: Call, name: str, allowed: frozenset[str]) -> str | None:
    wanted = call.query.get(name)
    if wanted is not None and wanted not in allowed:
        refusals.no_such_value(name)
    return wanted


def _place(desk: Desk, column: str | None, at: int) -> tuple[str, int]:
    approval = desk.workspace.approvals[at]
    if column == "ID":
        return sample_id(Kind.APPROVAL, desk.workspace.number, at), 0
    if column == "USER_ID":
        return desk.workspace.people[approval.person].id, approval.monday
    return "", approval.monday


def get_approval_requests(call: Call) -> Reply:
    """Answer ``GET /workspaces/{w}/approval-requests``, newest week first."""
    desk = call.workspace()
    known = desk.workspace.approvals
    status = _asked(call, "status", _STATUSES)
    kind = _asked(call, "types", _TYPES)
    column = _asked(call, "sort-column", _COLUMNS)
    numbers = [
        at
        for at, approval in enumerate(known)
        if (desk.sees_everybody or approval.person == desk.viewer)
        and status in {None, approval.state}
        and kind != "EXPENSE"
    ]
    numbers.sort(
        key=lambda at: _place(desk, column, at),
        reverse=call.query.get("sort-order", "DESCENDING") == "DESCENDING",
    )
    page = paging.bounds(call.query)
    rows = [_approval(desk, at, known[at]) for at in numbers[page]]
    return Reply(rows, headers=paging.last_page(page, len(numbers)))
