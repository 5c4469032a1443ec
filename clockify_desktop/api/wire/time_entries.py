"""Bodies about single time entries, and the one that can be created."""

from datetime import datetime
from typing import Annotated

import msgspec

from clockify_desktop.api.wire.people import User
from clockify_desktop.api.wire.projects import SentProject, Tag, Task
from clockify_desktop.api.wire.workspaces import Rate
from clockify_desktop.domain.identity import (
    ProjectId,
    TagId,
    TaskId,
    TimeEntryId,
    UserId,
    WorkspaceId,
)


class Interval(msgspec.Struct, frozen=True, gc=False):
    """When; in UTC. ``end`` and ``duration`` are null while the entry runs.

    ``duration`` is ISO 8601 here (``PT2H54M``), unlike in reports.
    """

    start: Annotated[datetime, msgspec.Meta(tz=True)]
    end: Annotated[datetime, msgspec.Meta(tz=True)] | None = None
    duration: str | None = None


class TimeEntry(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """One time entry; the four whole objects come with ``hydrated`` only."""

    id: TimeEntryId
    time_interval: Interval
    user_id: UserId | None = None
    workspace_id: WorkspaceId | None = None
    project_id: ProjectId | None = None
    task_id: TaskId | None = None
    tag_ids: tuple[TagId, ...] | None = None
    description: str | None = None
    billable: bool | None = None
    is_locked: bool | None = None
    type: str | None = None
    hourly_rate: Rate | None = None
    user: User | None = None
    project: SentProject | None = None
    task: Task | None = None
    tags: tuple[Tag, ...] | None = None


class NewTimeEntry(
    msgspec.Struct, frozen=True, gc=False, rename="camel", omit_defaults=True
):
    """A time entry to create, between aware instants; without ``end`` it runs."""

    start: datetime
    end: datetime | None = None
    description: str = ""
    project_id: ProjectId | None = None
    task_id: TaskId | None = None
    tag_ids: tuple[TagId, ...] = ()
    billable: bool | None = None
