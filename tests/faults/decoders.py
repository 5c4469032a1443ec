"""Every decoder of the program, with good replies to begin from."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from clockify_desktop.api.report_bodies import AttendanceQuery, DetailedQuery
from clockify_desktop.api.wire.time_entries import NewTimeEntry
from clockify_desktop.domain.identity import ProjectId, UserId, WorkspaceId
from tests.faults.good_answers import (
    ATTENDANCE,
    CLIENTS,
    DETAILED,
    ENTRIES,
    GROUPS,
    PROJECTS,
    SUMMARY,
    USER,
    USERS,
    WORKSPACES,
    good_json,
)
from tests.faults.reading import (
    DAY,
    Read,
    as_accounts,
    as_settings,
    by_call,
    by_refusal,
    by_report,
    piece_by_piece,
)

_RECORDED = (
    Path(__file__).parents[1] / "recorded",
    Path(__file__).parents[1] / "api/replies",
)
_W, _U, _P = WorkspaceId("w1"), UserId("u1"), ProjectId("p1")
_START = datetime(2026, 11, 17, tzinfo=UTC)
_PERIOD = {"start": "2026-11-17T00:00:00Z", "end": "2026-11-18T00:00:00Z"}


@dataclass(frozen=True)
class Decoder:
    """Something that reads a reply or a file.

    Args:
        name: What it is called in the figures.
        read: Is given a damaged one; may raise what people see, and nothing else.
        seeds: Good ones.
    """

    name: str
    read: Read
    seeds: tuple[bytes, ...]


def _recorded(name: str, part: str = "body") -> Iterator[Any]:
    for folder in _RECORDED:
        yield json.loads((folder / f"{name}.json").read_bytes())[part]


def _seeds(*sent: Any) -> tuple[bytes, ...]:
    return tuple(json.dumps(one).encode() for one in sent)


_HOLIDAY = {
    "id": "h1",
    "name": "New Year",
    "datePeriod": {"startDate": "2026-01-01", "endDate": "2026-01-01"},
    "occursAnnually": True,
    "userIds": ["u1"],
    "userGroupIds": [],
}
_TIME_OFF = {
    "id": "t1",
    "userId": "u1",
    "userName": "Ann",
    "balanceDiff": 1.5,
    "status": {"statusType": "APPROVED"},
    "timeOffPeriod": {"period": _PERIOD, "halfDay": False},
}
_APPROVAL = {
    "approvalRequest": {
        "id": "a1",
        "owner": {"userId": "u1", "timeZone": "UTC", "startOfWeek": "MONDAY"},
        "dateRange": _PERIOD,
        "status": {"state": "PENDING", "updatedAt": "2026-11-18T00:00:00Z"},
    },
    "trackedTime": "PT1H",
}
_PROFILE = {"workCapacity": "PT7H", "weekStart": "MONDAY", "workingDays": ["MONDAY"]}
_SETTINGS = {
    "version": 2,
    "window": {"appearance": "dark", "splitters": {"main": [1, 2]}},
    "accounts": {
        "Ann": {
            "workspace_id": "w1",
            "period": "2026-11-16..2026-11-22",
            "time_zone": "Asia/Tokyo",
            "choices": {
                "w1/people": {"rule": "only", "ids": ["u1"], "left_out": ["u2"]}
            },
        }
    },
}
_SETTINGS_1 = {
    "version": 1,
    "window": {"dialect": "plain"},
    "accounts": {"Ann": {"rows": "client", "series": "billable", "order": "time"}},
}
_ACCOUNTS = {
    "version": 1,
    "last_used": "Ann",
    "accounts": [
        {
            "name": "Ann",
            "core_url": "https://api.clockify.me/api/v1",
            "reports_url": "https://reports.api.clockify.me/v1",
            "kind": "key",
        }
    ],
}
_DETAILED = DetailedQuery(period=DAY, time_zone="UTC", page_size=2)
_ATTENDANCE = AttendanceQuery(period=DAY, time_zone="UTC")
_SUMMARIES = _seeds(good_json(SUMMARY), *_recorded("REPORT_SUMMARY_hidden_amounts"))

DECODERS = (
    Decoder("user", by_report(USER), _seeds(good_json(USER), *_recorded("GET_USER"))),
    Decoder(
        "workspaces",
        by_report(WORKSPACES),
        _seeds(good_json(WORKSPACES), *_recorded("GET_WORKSPACES")),
    ),
    Decoder("users", by_report(USERS), _seeds(*_recorded("GET_USERS"))),
    Decoder("projects", by_report(PROJECTS), _seeds(*_recorded("GET_PROJECTS"))),
    Decoder("clients", by_report(CLIENTS), _seeds(*_recorded("GET_CLIENTS"))),
    Decoder("user groups", by_report(GROUPS), _seeds(good_json(GROUPS))),
    Decoder("summary", by_report(SUMMARY), _SUMMARIES[:1]),
    Decoder("summary, piece by piece", piece_by_piece, _SUMMARIES),
    Decoder(
        "workspace",
        by_call(lambda clockify: clockify.workspace(_W)),
        _seeds(*(sent[0] for sent in _recorded("GET_WORKSPACES"))),
    ),
    Decoder(
        "project",
        by_call(lambda clockify: clockify.project(_W, _P, hydrated=True)),
        _seeds(*_recorded("PROJECT_hydrated_and_plain", "project_hydrated")),
    ),
    Decoder(
        "tasks",
        by_call(lambda clockify: clockify.tasks(_W, _P)),
        _seeds(*_recorded("GET_TASKS")),
    ),
    Decoder(
        "tags",
        by_call(lambda clockify: clockify.tags(_W)),
        _seeds(*_recorded("GET_TAGS")),
    ),
    Decoder(
        "time entries",
        by_call(
            lambda clockify: clockify.time_entries(
                _W,
                _U,
                start=_START,
                end=_START + timedelta(days=1),
                profile_zone=ZoneInfo("Europe/Berlin"),
            )
        ),
        _seeds(good_json(ENTRIES), *_recorded("GET_TIME_ENTRIES")),
    ),
    Decoder(
        "entries in progress",
        by_call(lambda clockify: clockify.time_entries_in_progress(_W)),
        _seeds(*_recorded("GET_TIME_ENTRIES")),
    ),
    Decoder(
        "new entry",
        by_call(lambda clockify: clockify.add_time_entry(_W, NewTimeEntry(_START))),
        _seeds(*_recorded("PROJECT_hydrated_and_plain", "time_entry_plain")),
    ),
    Decoder(
        "detailed",
        by_call(lambda clockify: clockify.detailed_report(_W, _DETAILED)),
        _seeds(good_json(DETAILED), *_recorded("REPORT_DETAILED")),
    ),
    Decoder(
        "attendance",
        by_call(lambda clockify: clockify.attendance_report(_W, _ATTENDANCE)),
        _seeds(good_json(ATTENDANCE), *_recorded("REPORT_ATTENDANCE")),
    ),
    Decoder(
        "holidays", by_call(lambda clockify: clockify.holidays(_W)), _seeds([_HOLIDAY])
    ),
    Decoder(
        "member profile",
        by_call(lambda clockify: clockify.member_profile(_W, _U)),
        _seeds(_PROFILE),
    ),
    Decoder(
        "time off",
        by_call(lambda clockify: clockify.time_off_requests(_W)),
        _seeds(
            {"count": 1, "requests": [_TIME_OFF]}, *_recorded("POST_TIME_OFF_REQUESTS")
        ),
    ),
    Decoder(
        "approvals",
        by_call(lambda clockify: clockify.approval_requests(_W)),
        _seeds([_APPROVAL], *_recorded("GET_APPROVAL_REQUESTS")),
    ),
    Decoder("refusals", by_refusal, _seeds({"message": "No plan", "code": 501})),
    Decoder("settings", as_settings, _seeds(_SETTINGS, _SETTINGS_1)),
    Decoder("accounts", as_accounts, _seeds(_ACCOUNTS)),
)
