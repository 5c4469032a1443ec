"""Files that Clockify exported, read and put together: what a report is made of."""

import asyncio
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Final

import numpy as np

from clockify_desktop.csv_import.date_order import DateOrder
from clockify_desktop.csv_import.exported_file import ExportedFile, read_export
from clockify_desktop.csv_import.made_ids import made_id
from clockify_desktop.domain.calendar import time_zone
from clockify_desktop.domain.completeness import Losses
from clockify_desktop.domain.directory import (
    Directory,
    Person,
    UserGroup,
    Workspace,
)
from clockify_desktop.domain.entries import Entries
from clockify_desktop.domain.entry_report import EntryReport
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.file_source import FileSource
from clockify_desktop.domain.identity import GroupId, UserId, WorkspaceId
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.written_dates import WrittenDates
from clockify_desktop.files.regular_files import LARGEST_EXPORT
from clockify_desktop.files.system_zone import system_zone
from clockify_desktop.services.entry_columns import joined_entries
from clockify_desktop.services.file_reading import READING_LIMIT_S, read_file
from clockify_desktop.translation import tr, tr_plural

_NO_ZONE: Final = "UTC"


@dataclass(frozen=True, eq=False)
class Exports:
    """What some files hold together.

    Args:
        workspace: Called as they are; its currency is that of most amounts.
        time_zone: Whose clock their times are of, an IANA name.
        period: From the first to the last day that one of them tells of.
        losses: What could not be used of rows that can be read.
        unreadable: How many rows could not be read at all.
        told_until: When what they tell ends, an aware instant: what was logged later
            is not missing in them.
        written_at: When the last of the files was written, aware; not before that.
    """

    workspace: Workspace
    time_zone: str
    entries: Entries
    directory: Directory
    period: Period
    losses: Losses
    unreadable: int
    billable_told: bool
    dates: WrittenDates
    source: FileSource
    told_until: datetime
    written_at: datetime


async def read_exports(
    paths: Sequence[Path],
    zone_name: str | None = None,
    date_order: DateOrder | None = None,
) -> Exports:
    """Read files in threads of their own.

    Args:
        paths: One at least.
        zone_name: Whose clock their times are of; that of this computer if ``None``.
        date_order: As somebody said; ``None`` lets each file tell.

    Raises:
        AppError: The disk refuses, a file is none that Clockify exported, or nothing
            tells the order of its dates.
    """
    name, remarks = (zone_name, ()) if zone_name else _zone_of_computer()
    zone = time_zone(name)
    files = []
    for path in dict.fromkeys(paths):
        content = await read_file(path, READING_LIMIT_S, largest=LARGEST_EXPORT)
        # Made off the loop: a hundred thousand rows take a second.
        files.append(
            await asyncio.to_thread(read_export, content, path.name, zone, date_order)
        )
    written_at = datetime.fromtimestamp(max(map(_changed_s, paths)), UTC)
    return await asyncio.to_thread(joined_exports, files, name, written_at, remarks)


def joined_exports(
    files: Sequence[ExportedFile],
    zone_name: str,
    written_at: datetime,
    remarks: Iterable[str] = (),
) -> Exports:
    """Put files together; an entry that stands in several counts once.

    Args:
        files: One at least, all read by the same clock.
        written_at: When the last of them was written, aware.
        remarks: What is to be said of all of them.
    """
    directory = _joined_directory([one.directory for one in files])
    reports = [EntryReport(one.entries, written_at, None) for one in files]
    entries, repeated = files[0].entries, 0
    if len(files) > 1:
        entries = joined_entries(reports, directory).entries
        first = {made: at for at, made in reversed(list(enumerate(entries.ids)))}
        repeated = len(entries) - len(first)
        entries = entries.take(np.sort(np.array([*first.values()], np.intp)))
    said = list(remarks)
    period = Period(
        min(one.period.start for one in files), max(one.period.end for one in files)
    )
    if repeated:
        said.append(
            tr_plural(
                "{count} row stands in several files and counts once",
                "{count} rows stand in several files and count once",
                repeated,
            )
        )
    names = [one.name for one in files]
    told_until = _told_until(entries, period, zone_name, written_at)
    currencies = Counter(one.currency for one in files if one.currency)
    return Exports(
        workspace=Workspace(
            WorkspaceId(made_id("workspace", *names)),
            _called(names),
            next((one for one, _ in currencies.most_common(1)), None),
        ),
        time_zone=zone_name,
        entries=entries,
        directory=directory,
        period=period,
        losses=sum((Counter(one.losses) for one in files), Counter()),
        unreadable=sum(len(one.unreadable) for one in files),
        billable_told=all(one.billable_told for one in files),
        dates=files[0].dates,
        source=FileSource(
            tuple(names),
            tuple(said for one in files for said in one.lacking),
            (*said, *(said for one in files for said in one.remarks)),
            zone_name,
        ),
        told_until=told_until,
        written_at=max(told_until, written_at),
    )


def _changed_s(path: Path) -> float:
    """Tell when a file was written; now where the disk does not say."""
    now_s = datetime.now(UTC).timestamp()
    with suppress(OSError):
        return min(path.stat().st_mtime, now_s)
    return now_s


def _told_until(
    entries: Entries, period: Period, zone_name: str, written_at: datetime
) -> datetime:
    """Tell when a file ends: with its days, or when it was written within these."""
    following = datetime.combine(period.end + timedelta(days=1), time())
    ends_at = following.replace(tzinfo=time_zone(zone_name)).astimezone(UTC)
    last = datetime.fromtimestamp(int(entries.start_s.max()), UTC)
    return max(min(written_at, ends_at), min(last, ends_at))


def default_zone() -> str:
    """Name the zone of this computer; UTC where nothing tells it."""
    name = system_zone() or _NO_ZONE
    try:
        time_zone(name)
    except AppError:
        return _NO_ZONE
    return name


def _zone_of_computer() -> tuple[str, tuple[str, ...]]:
    name = default_zone()
    said = tr(
        "Times are those of {zone}, as this computer has them: exports name no zone."
        " --time-zone names another",
        zone=name,
    )
    return name, (said,)


def _called(names: Sequence[str]) -> str:
    """Name several files after the first of them."""
    first = Path(names[0]).stem
    if len(names) == 1:
        return first
    return tr_plural(
        "{file} and {count} more",
        "{file} and {count} more",
        len(names) - 1,
        file=first,
    )


def _joined_directory(several: Sequence[Directory]) -> Directory:
    """Put directories together; of people who bear two names the last one counts."""
    people: dict[UserId, Person] = {}
    groups: dict[GroupId, UserGroup] = {}
    for directory in several:
        for person in directory.people:
            before = people.get(person.id, person)
            teams = tuple(dict.fromkeys((*before.groups, *person.groups)))
            people[person.id] = replace(person, groups=teams)
        for group in directory.groups:
            members = groups.get(group.id, group).members + group.members
            groups[group.id] = replace(group, members=tuple(dict.fromkeys(members)))
    projects = {one.id: one for each in several for one in each.projects}
    clients = {one.id: one for each in several for one in each.clients}
    return Directory(
        people=tuple(people.values()),
        projects=tuple(projects.values()),
        clients=tuple(clients.values()),
        groups=tuple(groups.values()),
    )
