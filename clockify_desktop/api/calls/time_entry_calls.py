"""Calls about single time entries, among them the only one that writes."""

from collections.abc import Iterable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import msgspec

from clockify_desktop.api import endpoints
from clockify_desktop.api.calls.call_group import SMALL_PAGE_SIZE, CallGroup, query
from clockify_desktop.api.paging import Listed
from clockify_desktop.api.requester import ApiRequest
from clockify_desktop.api.wall_clock import entry_list_range
from clockify_desktop.api.wire.time_entries import NewTimeEntry, TimeEntry
from clockify_desktop.domain.errors import UsageError
from clockify_desktop.domain.identity import (
    ProjectId,
    TagId,
    TaskId,
    UserId,
    WorkspaceId,
)
from clockify_desktop.translation import tr


class TimeEntryCalls(CallGroup):
    """Time entries as they are on the core host: instants in UTC."""

    async def time_entries(
        self,
        workspace: WorkspaceId,
        user: UserId,
        *,
        start: datetime,
        end: datetime,
        profile_zone: ZoneInfo,
        project: ProjectId | None = None,
        task: TaskId | None = None,
        tags: Iterable[TagId] = (),
        description: str | None = None,
        in_progress: bool | None = None,
        hydrated: bool | None = None,
    ) -> Listed[TimeEntry]:
        """Fetch exactly those entries of a person that start within a range.

        The range is two aware instants, its end not included; ``profile_zone`` is that
        of the *key owner's* profile, by whose wall clock Clockify reads it. The entries
        are in the server's order. ``description`` matches any part; with ``hydrated``
        project, task, tags and user come as whole objects.
        """
        from_wall, to_wall = entry_list_range(start, end, profile_zone)
        rows = await self._all(
            endpoints.TIME_ENTRIES,
            {"workspace": workspace, "user": user},
            TimeEntry,
            params=query(
                start=from_wall,
                end=to_wall,
                project=project,
                task=task,
                tags=tags,
                description=description,
                in_progress=in_progress,
                hydrated=hydrated,
            ),
        )
        return Listed(
            [row for row in rows if start <= row.time_interval.start < end],
            unreadable=rows.unreadable,
            changed=rows.changed,
        )

    async def time_entries_in_progress(
        self, workspace: WorkspaceId
    ) -> Listed[TimeEntry]:
        """Fetch the entries that run now, of everybody the key may see."""
        return await self._all(
            endpoints.TIME_ENTRIES_IN_PROGRESS,
            {"workspace": workspace},
            TimeEntry,
            page_size=SMALL_PAGE_SIZE,
        )

    async def add_time_entry(
        self, workspace: WorkspaceId, entry: NewTimeEntry
    ) -> TimeEntry:
        """Create a time entry for the key's owner: the only call that writes."""
        request = ApiRequest(
            endpoints.ADD_TIME_ENTRY,
            {"workspace": workspace},
            body=msgspec.json.encode(_in_utc(entry)),
        )
        return await self._one(request, TimeEntry)


def _in_utc(entry: NewTimeEntry) -> NewTimeEntry:
    if entry.start.tzinfo is None or (entry.end and entry.end.tzinfo is None):
        title = tr("A point in time without its zone")
        raise UsageError(
            title, tr("Give the offset too, such as 2026-11-16T09:00+01:00.")
        )
    if entry.end and entry.end < entry.start:
        title = tr("The entry ends before it starts")
        raise UsageError(title, tr("Give the earlier time first."))
    return msgspec.structs.replace(
        entry,
        start=entry.start.astimezone(UTC),
        end=entry.end and entry.end.astimezone(UTC),
    )
