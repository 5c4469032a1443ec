"""Reads the entries of detailed replies: each in numbers, or what is lost of it.

Facts and entries are made of the same reading, so that they cannot disagree.
"""

from collections import Counter
from datetime import date, datetime, tzinfo
from typing import NamedTuple

from clockify_desktop.api.wire.reports import DetailedEntry
from clockify_desktop.domain.completeness import Loss
from clockify_desktop.domain.directory import Tag
from clockify_desktop.domain.identity import TagId
from clockify_desktop.domain.keys import NO_WORK, WITHOUT_TAG
from clockify_desktop.domain.period import Period
from clockify_desktop.services.numbering import Names, Numbering
from clockify_desktop.services.summary_columns import OUTSIDE_DAYS, loss_of


class ReadEntry(NamedTuple):
    """One entry in numbers.

    Args:
        user: Its number in ``EntryReading.numbering``, as those of project and task.
        day: The ordinal of the day on which it began.
        seconds: ``None`` where it is still running.
        kind: One of ``NO_WORK``, ``None`` for work.
    """

    start: datetime
    user: int
    project: int
    task: int
    day: int
    seconds: int | None
    kind: str | None


class EntryReading:
    """Numbers what entries name, and counts what is lost of those of no use.

    Args:
        period: What was asked for.
        zone: What days are cut by.
    """

    def __init__(self, period: Period, zone: tzinfo) -> None:
        # An entry as long as any must end before the calendar does, in every zone.
        first, last = date.min.toordinal() + 1, date.max.toordinal() - OUTSIDE_DAYS - 1
        self._first = max(first, period.start.toordinal() - OUTSIDE_DAYS)
        self._last = min(last, period.end.toordinal() + OUTSIDE_DAYS)
        self._zone = zone
        self._tags = Names()
        self.numbering = Numbering()
        self.lost: Counter[tuple[Loss, int | str]] = Counter()

    def read(self, entry: DetailedEntry, *, running: bool = False) -> ReadEntry | None:
        """Read an entry; ``None`` where it is counted as lost.

        Args:
            running: Whether one that is still running is of use.
        """
        start, seconds = entry.time_interval.start, entry.time_interval.duration
        day = day_of(start, self._zone)
        loss = loss_of(seconds)
        if not self._first <= day <= self._last:
            loss = Loss.UNREADABLE
        if loss is Loss.RUNNING and running:
            loss = None
        if loss is not None or start is None:
            self.lost[
                loss or Loss.UNREADABLE, entry.user_id or entry.user_name or ""
            ] += 1
            return None
        numbering = self.numbering
        # Whoever has no id is not nobody, and not all who have none are one.
        user = numbering.users.number(
            entry.user_id or entry.user_name or None, entry.user_name
        )
        project = numbering.projects.number(
            entry.project_id or None,
            entry.project_name,
            entry.client_name,
            entry.project_color,
            entry.client_id or None,
        )
        kind = entry.type if entry.type in NO_WORK else None
        task = numbering.tasks.number(
            kind or entry.task_id or None, NO_WORK[kind] if kind else entry.task_name
        )
        return ReadEntry(start, user, project, task, day, seconds, kind)

    def tags_of(self, entry: DetailedEntry, kind: str | None) -> tuple[int, ...]:
        """Number the tags of an entry; what is no work has that for its tag."""
        told: dict[str | None, str | None] = {}
        if kind:
            told[kind] = NO_WORK[kind]
        else:
            told |= dict.fromkeys(entry.tag_ids or ())
            told |= {tag.id or tag.name: tag.name for tag in entry.tags or ()}
        return tuple(
            self._tags.number(tag_id, name)
            for tag_id, name in (told or {None: None}).items()
        )

    def tags(self) -> tuple[Tag, ...]:
        """Describe the tags in the order of their numbers."""
        return tuple(
            Tag(None, WITHOUT_TAG)
            if tag_id is None
            else Tag(TagId(tag_id), told.name or tag_id)
            for tag_id, told in self._tags.items()
        )


def day_of(start: datetime | None, zone: tzinfo) -> int:
    """Find the ordinal of a day; 0 where there is none."""
    try:
        return start.astimezone(zone).toordinal() if start else 0
    except OverflowError:
        # Before the first or after the last day that there is.
        return 0
