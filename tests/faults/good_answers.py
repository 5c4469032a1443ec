"""The honest Clockify that every fault is an exception to: two people, one week."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from tests.loopback import Seen

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
TOTAL_S = 5400
_BILLABLE_S = 3600
_DAY = "2026-11-17"

Shape = Literal["object", "list", "summary", "detailed", "attendance"]


@dataclass(frozen=True)
class Place:
    """An endpoint as the faults see it.

    Args:
        name: What it is called in the table.
        ending: What its path ends with.
        shape: What it answers.
        at_start: It is asked when an account is opened, not at a refresh.
        in_window: The window asks it; the others are asked by calls.
        may_be_refused: A member may not see it, and the report is shown without.
    """

    name: str
    ending: str
    shape: Shape
    at_start: bool = False
    in_window: bool = True
    may_be_refused: bool = False


USER = Place("user", "/user", "object", at_start=True)
WORKSPACES = Place("workspaces", "/workspaces", "list", at_start=True)
USERS = Place("users", "/users", "list", may_be_refused=True)
PROJECTS = Place("projects", "/projects", "list", may_be_refused=True)
CLIENTS = Place("clients", "/clients", "list", may_be_refused=True)
GROUPS = Place("user-groups", "/user-groups", "list", may_be_refused=True)
SUMMARY = Place("summary", "/reports/summary", "summary")
DETAILED = Place("detailed", "/reports/detailed", "detailed", in_window=False)
ENTRIES = Place("time entries", "/time-entries", "list", in_window=False)
ATTENDANCE = Place("attendance", "/reports/attendance", "attendance", in_window=False)
PLACES = (
    USER,
    WORKSPACES,
    USERS,
    PROJECTS,
    CLIENTS,
    GROUPS,
    SUMMARY,
    DETAILED,
    ENTRIES,
    ATTENDANCE,
)

HOLIDAYS = Place("holidays", "/holidays", "list", in_window=False)
TIME_OFF = Place("time off", "/time-off/requests", "object", in_window=False)
MEMBER_PROFILE = Place("member profile", "/u1", "object", in_window=False)
BESIDE = (HOLIDAYS, TIME_OFF, MEMBER_PROFILE)
"""What the window asks besides; no faults are tried there, but by their decoders."""

_BY_ID: dict[Place, Any] = {
    HOLIDAYS: [
        {
            "id": "h1",
            "name": "Day of Rest",
            "datePeriod": {"startDate": "2026-11-18", "endDate": "2026-11-18"},
            "everyoneIncludingNew": True,
        }
    ],
    TIME_OFF: {"count": 0, "requests": []},
    MEMBER_PROFILE: {"workCapacity": "PT8H", "workingDays": ["MONDAY"]},
    USER: {
        "id": "u1",
        "email": "ann@x.example",
        "name": "Ann",
        "activeWorkspace": "w1",
        "defaultWorkspace": "w1",
        "settings": {"timeZone": "Europe/Berlin", "weekStart": "MONDAY"},
    },
    WORKSPACES: [{"id": "w1", "name": "Acme"}],
    USERS: [{"id": "u1", "name": "Ann"}, {"id": "u2", "name": "Bob"}],
    PROJECTS: [
        {"id": "p1", "name": "Web", "clientId": "c1"},
        {"id": "p2", "name": "App", "clientId": ""},
    ],
    CLIENTS: [{"id": "c1", "name": "Shop"}],
    GROUPS: [{"id": "g1", "name": "Team", "userIds": ["u1", "u2"]}],
    DETAILED: {
        "totals": [{"totalTime": TOTAL_S, "entriesCount": 2}],
        "timeentries": [
            {
                "_id": f"e{number}",
                "userId": "u1",
                "timeInterval": {
                    "start": f"{_DAY}T0{number}:00:00+01:00",
                    "end": f"{_DAY}T0{number}:45:00+01:00",
                    "duration": 2700,
                },
            }
            for number in (1, 2)
        ],
    },
    ATTENDANCE: {
        "entities": [
            {"userId": user, "date": f"{_DAY}T00:00:00.000Z", "capacity": 28_800}
            for user in ("u1", "u2")
        ]
    },
    ENTRIES: [
        {
            "id": "e1",
            "timeInterval": {
                "start": f"{_DAY}T08:00:00Z",
                "end": f"{_DAY}T09:30:00Z",
                "duration": "PT1H30M",
            },
        }
    ],
}


def place_of(seen: Seen) -> Place:
    """Find out what a request asks for."""
    path = seen.target.split("?")[0]
    if "/member-profile/" in path:
        return MEMBER_PROFILE
    every = (*PLACES, *BESIDE)
    fitting = [place for place in every if path.endswith(place.ending)]
    return max(fitting, key=lambda place: len(place.ending))


def good_json(place: Place, *, billable: bool = False) -> Any:
    """Give what an endpoint answers, fresh, so that a fault may change it.

    Args:
        place: The endpoint.
        billable: Of a summary, only the billable part.
    """
    sent = _summary(billable=billable) if place is SUMMARY else _BY_ID[place]
    return json.loads(json.dumps(sent))


def good_body(seen: Seen) -> bytes:
    """Give the honest body for a request."""
    place = place_of(seen)
    billable = place is SUMMARY and json.loads(seen.body).get("billable") is True
    return json.dumps(good_json(place, billable=billable)).encode()


def _summary(*, billable: bool) -> Any:
    def day(seconds: int) -> Any:
        return {"_id": _DAY, "name": _DAY, "duration": seconds, "amount": 100.5}

    def person(number: int, seconds: int) -> Any:
        project = {
            "_id": f"p{number}",
            "name": "P",
            "duration": seconds,
            "children": [day(seconds)],
        }
        return {"_id": f"u{number}", "duration": seconds, "children": [project]}

    people = [person(1, _BILLABLE_S)]
    if not billable:
        people.append(person(2, TOTAL_S - _BILLABLE_S))
    total_s = _BILLABLE_S if billable else TOTAL_S
    money = 100.5 * len(people)
    totals = {
        "totalTime": total_s,
        "totalBillableTime": _BILLABLE_S,
        "totalAmount": money,
        "totalAmountByCurrency": {"EUR": money},
    }
    return {"totals": [totals], "groupOne": people}
