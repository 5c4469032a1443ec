"""Every call that takes an id from outside, one for each id that it takes."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Final
from zoneinfo import ZoneInfo

from clockify_desktop.api.client import Clockify
from clockify_desktop.api.report_bodies import (
    AttendanceQuery,
    DetailedQuery,
    SummaryQuery,
)
from clockify_desktop.api.wire.time_entries import NewTimeEntry
from clockify_desktop.domain.identity import ProjectId, UserId, WorkspaceId
from clockify_desktop.domain.period import Period

ONE: Final = "one"
"""Stands for the other ids of a call."""

Call = Callable[[Clockify, str], Awaitable[object]]

_NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
_DAY = Period(_NOW.date(), _NOW.date())
_SUMMARY = SummaryQuery(period=_DAY, time_zone="UTC", groups=("USER",))
_DETAILED = DetailedQuery(period=_DAY, time_zone="UTC")
_ATTENDANCE = AttendanceQuery(period=_DAY, time_zone="UTC")
_W, _U, _P = WorkspaceId(ONE), UserId(ONE), ProjectId(ONE)


def _entries(
    clockify: Clockify, workspace: WorkspaceId, user: UserId
) -> Awaitable[object]:
    return clockify.time_entries(
        workspace, user, start=_NOW, end=_NOW, profile_zone=ZoneInfo("UTC")
    )


CALLS: tuple[Call, ...] = (
    lambda clockify, an_id: clockify.workspace(WorkspaceId(an_id)),
    lambda clockify, an_id: clockify.users(WorkspaceId(an_id)),
    lambda clockify, an_id: clockify.projects(WorkspaceId(an_id)),
    lambda clockify, an_id: clockify.project(WorkspaceId(an_id), _P),
    lambda clockify, an_id: clockify.project(_W, ProjectId(an_id)),
    lambda clockify, an_id: clockify.tasks(WorkspaceId(an_id), _P),
    lambda clockify, an_id: clockify.tasks(_W, ProjectId(an_id)),
    lambda clockify, an_id: clockify.clients(WorkspaceId(an_id)),
    lambda clockify, an_id: clockify.tags(WorkspaceId(an_id)),
    lambda clockify, an_id: clockify.user_groups(WorkspaceId(an_id)),
    lambda clockify, an_id: clockify.holidays(WorkspaceId(an_id)),
    lambda clockify, an_id: clockify.member_profile(WorkspaceId(an_id), _U),
    lambda clockify, an_id: clockify.member_profile(_W, UserId(an_id)),
    lambda clockify, an_id: clockify.time_off_requests(WorkspaceId(an_id)),
    lambda clockify, an_id: clockify.approval_requests(WorkspaceId(an_id)),
    lambda clockify, an_id: _entries(clockify, WorkspaceId(an_id), _U),
    lambda clockify, an_id: _entries(clockify, _W, UserId(an_id)),
    lambda clockify, an_id: clockify.time_entries_in_progress(WorkspaceId(an_id)),
    lambda clockify, an_id: clockify.add_time_entry(
        WorkspaceId(an_id), NewTimeEntry(_NOW)
    ),
    lambda clockify, an_id: clockify.summary_report(WorkspaceId(an_id), _SUMMARY, list),
    lambda clockify, an_id: clockify.detailed_report(WorkspaceId(an_id), _DETAILED),
    lambda clockify, an_id: clockify.attendance_report(WorkspaceId(an_id), _ATTENDANCE),
)
