"""Holidays and time off.

The free plan has none of them; that its lists are then empty is [?]. A plain member
sees what is theirs. Holidays ignore paging and have no ``Last-Page`` [live]. Pages of
time off hold at most 200 rows [off], and its days end at 23:59:00 of the last one by
the person's clock [rec]; what half a day and hours look like is not recorded [?]: here
half a day has the times of the whole, hours have their own.
An unknown ``assigned-to`` is a 500 at the real service [live]; here it is a 400.
"""

from clockify_desktop.sample.absences import POLICIES, Leave
from clockify_desktop.sample.ids import Kind, sample_id
from clockify_desktop.sample.moment import date_of
from clockify_desktop.sample.server import paging, refusals
from clockify_desktop.sample.server.calls import Call, Desk, Reply
from clockify_desktop.sample.server.reports.question import read_wall
from clockify_desktop.sample.server.wire import Json, utc_clock

_LARGEST_PAGE = 200
# Before the first day a request was made.
_DAYS_AHEAD = 30


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
    return Reply(rows)


def _time_off(desk: Desk, at: int, leave: Leave) -> Json:
    workspace = desk.workspace
    person, boss = workspace.people[leave.person], workspace.people[0]
    last_minute = 24 - 1 / 60
    begin_h, end_h = leave.hours or (0.0, last_minute)
    asked_for = person.zone, leave.first_day - _DAYS_AHEAD, 9
    half = leave.half != "NOT_DEFINED"
    days = (leave.last_day - leave.first_day + 1) / (2 if half else 1)
    decided = leave.status != "PENDING"
    changed = utc_clock(boss.zone, leave.first_day - _DAYS_AHEAD + 2, 9)
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
        "timeUnit": "HOURS" if leave.hours else "DAYS",
        "timeOffPeriod": {
            "period": {
                "start": utc_clock(person.zone, leave.first_day, begin_h),
                "end": utc_clock(person.zone, leave.last_day, end_h),
            },
            "halfDay": half,
            "halfDayPeriod": leave.half,
            "halfDayHours": None,
        },
        "balance": 20.0 - days,
        "balanceDiff": end_h - begin_h if leave.hours else days,
        "note": leave.note,
        # With nanoseconds [rec].
        "createdAt": utc_clock(*asked_for).replace("Z", f".{679_797_762 + at:09d}Z"),
        "status": {
            "statusType": leave.status,
            "changedByUserId": boss.id if decided else None,
            # Of a pending one too [rec].
            "changedByUserName": boss.name,
            "changedForUserName": person.name,
            "changedAt": changed if decided else None,
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
        created = date_of(leave.first_day - _DAYS_AHEAD)
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
