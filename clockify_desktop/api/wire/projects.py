"""Bodies about projects and what belongs to them: clients, tasks, tags."""

from typing import Any

import msgspec

from clockify_desktop.api.wire.people import SentMembership
from clockify_desktop.api.wire.workspaces import Currency, Rate
from clockify_desktop.domain.identity import ClientId, ProjectId, TagId, TaskId, UserId


class SentReset(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """When an estimate starts anew, such as on a day of each month [off]."""

    day_of_month: int | None = None
    day_of_week: str | None = None
    month: str | None = None


class Estimate(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """An estimate, set by hand or summed from tasks.

    A duration such as ``PT8H`` [rec], though described as milliseconds [off]; of money
    a whole number, in minor units by analogy [?].
    """

    estimate: str | int | None = None
    type: str | None = None
    active: bool | None = None
    include_non_billable: bool | None = None
    reset_option: str | None = None


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

    ``memberships``, ``tasks`` and ``currency`` come with ``hydrated`` only. What is
    wrong of its sum and its estimates must not take the project along:
    ``services.project_totals`` reads them as ``Estimate`` and ``SentReset``.
    """

    id: ProjectId
    name: str | None = None
    client_id: ClientId | None = None
    client_name: str | None = None
    color: str | None = None
    archived: bool | None = None
    billable: bool | None = None
    public: bool | None = None
    duration: Any = None
    hourly_rate: Rate | None = None
    currency: Currency | None = None
    estimate: Any = None
    time_estimate: Any = None
    budget_estimate: Any = None
    estimate_reset: Any = None
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
