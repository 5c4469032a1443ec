"""Bodies about people: users, their memberships, user groups, member profiles."""

import msgspec

from clockify_desktop.domain.identity import GroupId, UserId, WorkspaceId


class SentMembership(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """Somebody's membership of a workspace, a project or a user group."""

    target_id: str | None = None
    membership_type: str | None = None
    membership_status: str | None = None
    user_id: UserId | None = None


class UserSettings(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """The part of a profile that decides how dates are read and written."""

    time_zone: str | None = None
    week_start: str | None = None
    date_format: str | None = None
    time_format: str | None = None


class User(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """One person; name and settings are null while an invitation is pending.

    ``status`` is that of the account, not of any workspace.
    """

    id: UserId
    email: str | None = None
    name: str | None = None
    status: str | None = None
    active_workspace: WorkspaceId | None = None
    default_workspace: WorkspaceId | None = None
    settings: UserSettings | None = None
    memberships: tuple[SentMembership, ...] | None = None


class SentUserGroup(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """A named set of people."""

    id: GroupId
    name: str | None = None
    user_ids: tuple[UserId, ...] | None = None


class MemberProfile(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """How much a person is expected to work; the capacity is such as ``PT7H``.

    ``workingDays`` is a list of weekdays, or the same list as JSON text.
    """

    name: str | None = None
    email: str | None = None
    week_start: str | None = None
    work_capacity: str | None = None
    working_days: tuple[str, ...] | str | None = None
