"""Bodies about days off, attendance and approvals."""

from datetime import date, datetime
from typing import Annotated

import msgspec

from clockify_desktop.domain.identity import GroupId, UserId


class DatePeriod(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """Days, both included."""

    start_date: date
    end_date: date


class SentHoliday(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """A day off for some or all; one that occurs annually keeps its first year."""

    id: str
    name: str | None = None
    date_period: DatePeriod | None = None
    occurs_annually: bool | None = None
    everyone_including_new: bool | None = None
    user_ids: tuple[UserId, ...] | None = None
    user_group_ids: tuple[GroupId, ...] | None = None


class InstantPeriod(msgspec.Struct, frozen=True, gc=False):
    """From an instant to an instant."""

    start: Annotated[datetime, msgspec.Meta(tz=True)] | None = None
    end: Annotated[datetime, msgspec.Meta(tz=True)] | None = None


class TimeOffPeriod(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """When somebody is away, and whether for half a day only.

    Days run from midnight to 23:59:00 of the last one, by the person's own clock.
    """

    period: InstantPeriod | None = None
    half_day: bool | None = None
    half_day_period: str | None = None


class TimeOffStatus(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """Such as ``PENDING`` or ``APPROVED``."""

    status_type: str | None = None


class TimeOffRequest(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """One request for time off; ``time_unit`` is ``DAYS`` or ``HOURS``."""

    id: str
    user_id: UserId | None = None
    user_name: str | None = None
    user_time_zone: str | None = None
    policy_name: str | None = None
    time_unit: str | None = None
    balance_diff: float | None = None
    # The text alone is in no recorded reply, only in a client's own example.
    status: TimeOffStatus | str | None = None
    time_off_period: TimeOffPeriod | None = None

    @property
    def status_name(self) -> str | None:
        """The status, in whichever form it was sent."""
        status = self.status
        return status.status_type if isinstance(status, TimeOffStatus) else status

    @property
    def absence(self) -> tuple[datetime, datetime] | None:
        """The first and the last instant of the absence; ``None`` if not both came."""
        sent = self.time_off_period and self.time_off_period.period
        return (sent.start, sent.end) if sent and sent.start and sent.end else None


class TimeOffPage(msgspec.Struct, frozen=True, gc=False):
    """One page of requests, with how many there are in all."""

    requests: tuple[TimeOffRequest, ...] | None = None
    count: int | None = None


class AttendanceRow(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """One person on one day, with or without time.

    ``date`` is a wall clock's midnight with a ``Z``; ``capacity`` is in seconds.
    """

    user_id: UserId
    date: str
    capacity: int | None = None


class AttendancePage(msgspec.Struct, frozen=True, gc=False):
    """One page of an attendance report; nobody tells how many rows there are."""

    entities: tuple[AttendanceRow, ...] | None = None


class ApprovalOwner(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """Whose time it is."""

    user_id: UserId | None = None
    user_name: str | None = None
    time_zone: str | None = None


class ApprovalStatus(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """Such as ``PENDING`` or ``APPROVED``."""

    state: str | None = None


class ApprovalRequest(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """A timesheet that somebody submitted."""

    id: str
    owner: ApprovalOwner | None = None
    date_range: InstantPeriod | None = None
    status: ApprovalStatus | None = None


class ApprovalItem(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """One row of the list: the request and its sums such as ``PT1H30M``."""

    approval_request: ApprovalRequest
    approved_time: str | None = None
    pending_time: str | None = None
    tracked_time: str | None = None
    billable_time: str | None = None

    @property
    def id(self) -> str:
        """The id of the request."""
        return self.approval_request.id
