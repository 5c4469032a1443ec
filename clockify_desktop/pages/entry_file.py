"""An entry as the files of pages have it."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final

from clockify_desktop.domain.durations import hours_minutes_seconds
from clockify_desktop.domain.entries import Entries
from clockify_desktop.domain.file_table import Value, hours_of

ENTRY_COLUMNS: Final = (
    *("person", "user_id", "email", "date", "start", "end"),
    *("duration_seconds", "duration_hours", "duration_hms"),
    *("project", "project_id", "client", "task", "tags", "description"),
    *("type", "billable", "entry_id"),
)


def entry_cells(entries: Entries, at: int) -> tuple[Value, ...]:
    """Write an entry; one that is still running has no end and no duration."""
    person = entries.person(at)
    project = entries.projects[int(entries.project[at])]
    task = entries.tasks[int(entries.task[at])]
    tags = entries.tag_sets[int(entries.tags[at])]
    end_and_duration: tuple[Value, ...] = (None,) * 4
    if not entries.running[at]:
        seconds = int(entries.seconds[at])
        end_and_duration = (
            _instant(int(entries.end_s[at]), int(entries.end_offset_min[at])),
            seconds,
            hours_of(seconds),
            hours_minutes_seconds(seconds),
        )
    return (
        *person.cells,
        date.fromordinal(int(entries.day[at])),
        _instant(int(entries.start_s[at]), int(entries.start_offset_min[at])),
        *end_and_duration,
        project.name if project.id else None,
        project.id,
        project.client_name or None,
        task.name if task.id else None,
        ", ".join(tag.name for tag in tags) or None,
        entries.descriptions[int(entries.description[at])] or None,
        entries.kinds[int(entries.kind[at])],
        "yes" if entries.billable[at] else "no",
        str(entries.ids[at]),
    )


def _instant(instant_s: int, offset_min: int) -> str:
    zone = timezone(timedelta(minutes=offset_min))
    return datetime.fromtimestamp(instant_s, UTC).astimezone(zone).isoformat()
