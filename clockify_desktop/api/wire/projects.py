"""Bodies about projects and what belongs to them: clients, tasks, tags."""

import msgspec

from clockify_desktop.api.wire.people import SentMembership
from clockify_desktop.api.wire.workspaces import Currency, Rate
from clockify_desktop.domain.identity import ClientId, ProjectId, TagId, TaskId, UserId


class Estimate(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """An estimated duration such as ``PT8H``, set by hand or summed from tasks."""

    estimate: str | None = None
    type: str | None = None
    active: bool | None = None


class Task(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """One task of a project."""

    id: TaskId
    name: str | None = None
    project_id: ProjectId | None = None
    status: str | None = None
    duration: str | None = None
    estimate: str | None = None
    billable: bool | None = None
    assignee_ids: tuple[UserId, ...] | None = None


class SentProject(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """One project; ``clientId`` and ``clientName`` are ``""`` without a client.

    ``memberships``, ``tasks`` and ``currency`` come with ``hydrated`` only.
    """

    id: ProjectId
    name: str | None = None
    client_id: ClientId | None = None
    client_name: str | None = None
    color: str | None = None
    archived: bool | None = None
    billable: bool | None = None
    public: bool | None = None
    duration: str | None = None
    hourly_rate: Rate | None = None
    currency: Currency | None = None
    estimate: Estimate | None = None
    time_estimate: Estimate | None = None
    memberships: tuple[SentMembership, ...] | None = None
    tasks: tuple[Task, ...] | None = None


class SentClient(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """One client of the workspace; the currency is that of its projects."""

    id: ClientId
    name: str | None = None
    archived: bool | None = None
    currency_code: str | None = None


class Tag(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """One tag; only ``hydrated`` time entries carry tags without an archived flag."""

    id: TagId
    name: str | None = None
    archived: bool | None = None
