"""Holidays, time off and approval requests.

The free plan has none of them; that its lists are then empty is [?]. A plain member
sees what is theirs. Pages of holidays and of time off hold at most 200 rows [off].
An unknown ``assigned-to`` is a 500 at the real service [live]; here it is a 400.
"""

from datetime import UTC, datetime

from clockify_desktop.sample.absences import POLICIES, Approval, Leave
from clockify_desktop.sample.ids import Kind, sample_id
from clockify_desktop.sample.moment import WEEK, date_of, instant
from clockify_desktop.sample.server import paging, refusals
from clockify_desktop.sample.server.calls import Call, Desk, Reply
from clockify_desktop.sample.server.reports.filters import approval_of
from clockify_desktop.sample.server.reports.question import read_wall
from clockify_desktop.sample.server.reports.sums import Rates, number
from clockify_desktop.sample.server.users import week_start
from clockify_desktop.sample.server.wire import Json, iso_duration

_LARGEST_PAGE = 200


def get_holidays(call: Call) -> Reply:
    """Answer ``GET /workspaces/{w}/holidays``."""
    desk = call.workspace()
    workspace = desk.workspace
    wanted = call.query.get("assigned-to")
    person = None if wanted is None else desk.person(wanted)
    rows: list[Json] = [
        {
            "id": sample_id(Kind.HOLIDAY, workspace.number, at),
            "name": holiday.name,
            "workspaceId": workspace.id,
            "datePeriod": {
                "startDate": date_of(holiday.first_day).isoformat(),
                "endDate": date_of(holiday.last_day).isoformat(),
            },
            "everyoneIncludingNew": holiday.people is None and not holiday.groups,
            "occursAnnually": holiday.annual,
            "userIds": [workspace.people[n].id for n in holiday.people or ()],
            "userGroupIds": [workspace.group_ids[group] for group in holiday.groups],
            "automaticTimeEntryCreation": False,
            "projectId": None,
            "taskId": None,
        }
        for at, holiday in enumerate(workspace.holidays)
        if person is None or holiday.covers(person, workspace.people[person])
    ]
    return paging.paged(call.query, rows, largest=_LARGEST_PAGE)


def _utc(zone: str, day: int, hour: float = 0.0) -> str:
    found = datetime.fromtimestamp(instant(zone, day, hour), UTC)
    return found.strftime("%Y-%m-%dT%H:%M:%SZ")


def _time_off(desk: Desk, at: int, leave: Leave) -> Json:
    workspace = desk.workspace
    person, boss = workspace.people[leave.person], workspace.people[0]
    days = leave.last_day - leave.first_day + 1
    decided = leave.status != "PENDING"
    return {
        "id": sample_id(Kind.TIME_OFF, workspace.number, at),
        "workspaceId": workspace.id,
        "userId": person.id,
        "userName": person.name,
        "userEmail": person.email,
        "userTimeZone": person.zone,
        "requesterUserId": person.id,
        "requesterUserName": person.name,
        "policyId": sample_id(Kind.POLICY, workspace.number, leave.policy),
        "policyName": POLICIES[leave.policy],
        "timeUnit": "DAYS",
        "timeOffPeriod": {
            "period": {
                "start": _utc(person.zone, leave.first_day),
                "end": _utc(person.zone, leave.last_day, 24 - 1 / 3600),
            },
            "halfDay": False,
            "halfDayPeriod": "NOT_DEFINED",
            "halfDayHours": None,
        },
        "balance": 20.0,
        "balanceDiff": float(days),
        "note": leave.note,
        "createdAt": _utc(person.zone, leave.first_day - 30, 9),
        "status": {
            "statusType": leave.status,
            "changedByUserId": boss.id if decided else None,
            "changedByUserName": boss.name if decided else None,
            "changedForUserName": person.name,
            "changedAt": _utc(boss.zone, leave.first_day - 28, 9) if decided else None,
            "note": None,
        },
    }


def _texts(call: Call, name: str) -> set[str]:
    found = call.body.get(name) or []
    if not isinstance(found, list):
        refusals.bad_request(f"{name} is no list")
    return {str(text) for text in found}


def _whole(call: Call, name: str, default: int, largest: int) -> int:
    found = call.body.get(name, default)
    if not isinstance(found, int) or not 1 <= found <= largest:
        refusals.bad_request(f"{name} must be between 1 and {largest}")
    return found


def find_time_off(call: Call) -> Reply:
    """Answer ``POST /workspaces/{w}/time-off/requests``, which is a search [off].

    ``start`` and ``end`` narrow by the day of creation, in the requester's zone.
    """
    desk = call.workspace()
    workspace = desk.workspace
    statuses, users = _texts(call, "statuses") - {"ALL"}, _texts(call, "users")
    groups = _texts(call, "userGroups")
    since, until = (
        None if call.body.get(name) is None else read_wall(call.body[name], name)
        for name in ("start", "end")
    )
    size = _whole(call, "pageSize", paging.DEFAULT_SIZE, _LARGEST_PAGE)
    page = _whole(call, "page", 1, 1000)
    rows = []
    for at, leave in enumerate(workspace.leaves):
        own_groups = {workspace.group_ids[g] for g in workspace.groups_of(leave.person)}
        created = date_of(leave.first_day - 30)
        if (
            (desk.sees_everybody or leave.person == desk.viewer)
            and (not statuses or leave.status in statuses)
            and (not users or workspace.people[leave.person].id in users)
            and (not groups or groups & own_groups)
            and (since is None or created >= since.date())
            and (until is None or created <= until.date())
        ):
            rows.append(_time_off(desk, at, leave))
    return Reply(
        {"count": len(rows), "requests": rows[(page - 1) * size : page * size]}
    )


def _approval(desk: Desk, at: int, approval: Approval) -> Json:
    """Write one request; the single entries are left out of it here."""
    workspace = desk.workspace
    person, boss = workspace.people[approval.person], workspace.people[0]
    entries = workspace.entries
    mine = entries.take(entries.user == approval.person)
    inside = mine.take(approval_of(workspace, mine) == at)
    seconds = inside.seconds()
    billable_s = int(seconds[inside.billable].sum())
    rates = Rates.of(workspace).minor[inside.user, inside.project]
    earned = int((seconds * rates * 10_000 // 3600)[inside.billable].sum())
    approved = approval.state == "APPROVED"
    tracked = iso_duration(int(seconds.sum()))
    return {
        "approvalRequest": {
            "id": sample_id(Kind.APPROVAL, workspace.number, at),
            "workspaceId": workspace.id,
            "type": "WEEKLY",
            "dateRange": {
                "start": _utc(boss.zone, approval.monday),
                "end": _utc(boss.zone, approval.monday + WEEK, -1 / 3600),
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
                "note": None,
                "updatedAt": _utc(boss.zone, approval.monday + WEEK, 10),
                "updatedBy": boss.id if approved else person.id,
                "updatedByUserName": boss.name if approved else person.name,
            },
        },
        "approvedTime": tracked if approved else "PT0S",
        "pendingTime": "PT0S" if approved else tracked,
        "trackedTime": tracked,
        "breakTime": "PT0S",
        "billableTime": iso_duration(billable_s),
        "billableAmount": number(earned) if desk.sees_everybody else None,
        "costAmount": None,
        "expenseTotal": 0,
        "entries": [],
        "expenses": [],
    }


def get_approval_requests(call: Call) -> Reply:
    """Answer ``GET /workspaces/{w}/approval-requests``, newest week first."""
    desk = call.workspace()
    known = desk.workspace.approvals
    status = call.query.get("status")
    numbers = [
        at
        for at, approval in enumerate(known)
        if (desk.sees_everybody or approval.person == desk.viewer)
        and status in {None, approval.state}
    ]
    numbers.sort(key=lambda at: -known[at].monday)
    page = paging.bounds(call.query)
    rows = [_approval(desk, at, known[at]) for at in numbers[page]]
    return Reply(rows, headers=paging.last_page(page, len(numbers)))
