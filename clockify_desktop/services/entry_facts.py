"""Facts from the entries of detailed replies: what no summary tells.

An entry with several tags is a fact under each of them, marked from the second on.
"""

from collections import Counter
from collections.abc import Collection
from datetime import tzinfo

import numpy as np

from clockify_desktop.api.detailed_pages import DetailedReport
from clockify_desktop.api.endpoints import DETAILED_REPORT
from clockify_desktop.api.errors import RequestInfo
from clockify_desktop.api.wire.reports import WRONG_AMOUNT, DetailedEntry, Totals
from clockify_desktop.domain.completeness import Loss
from clockify_desktop.domain.directory import Directory, Tag, Workspace
from clockify_desktop.domain.identity import TagId
from clockify_desktop.domain.keys import NO_WORK, WITHOUT_TAG
from clockify_desktop.domain.period import Period
from clockify_desktop.services.fact_building import BuiltFacts, Source, built_facts
from clockify_desktop.services.numbering import Names, Numbering
from clockify_desktop.services.summary_columns import (
    MOST_MINOR_UNITS,
    OUTSIDE_DAYS,
    Columns,
    loss_of,
)

_ENTRIES = Source(
    RequestInfo(DETAILED_REPORT.method, DETAILED_REPORT.path, ""),
    "$.timeentries[...]",
)
_NOTHING = Totals(0, 0, total_amount=0)


def facts_of_entries(
    report: DetailedReport,
    directory: Directory,
    workspace: Workspace,
    period: Period,
    zone: tzinfo,
    columns: Collection[str],
) -> BuiltFacts:
    """Make facts of all entries of a part of a period.

    Args:
        workspace: Its currency is that of money which names none.
        zone: What days are cut by.
        columns: ``tag`` where each tag of an entry is to have a fact.
    """
    reading = _Reading(period, zone, by_tag="tag" in columns)
    for entry in report.entries:
        reading.add(entry)
    totals = report.totals or (_NOTHING if not report.entries else Totals())
    reading.lost[Loss.UNREADABLE, ""] += report.unreadable
    return reading.built(directory, workspace, totals)


class _Reading:
    """Entries that become columns."""

    def __init__(self, period: Period, zone: tzinfo, *, by_tag: bool) -> None:
        self._first = period.start.toordinal() - OUTSIDE_DAYS
        self._last = period.end.toordinal() + OUTSIDE_DAYS
        self._zone = zone
        self._by_tag = by_tag
        self._numbering = Numbering()
        self._tags = Names()
        # user, project, day, seconds, currency, task, tag, billable, again
        self._rows: list[tuple[int, ...]] = []
        self._minor_units: list[float | None] = []
        self.lost: Counter[tuple[Loss, int | str]] = Counter()

    def add(self, entry: DetailedEntry) -> None:
        """Take an entry; count it where it cannot be used."""
        start, seconds = entry.time_interval.start, entry.time_interval.duration
        day = start.astimezone(self._zone).toordinal() if start else 0
        loss = loss_of(seconds)
        if not self._first <= day <= self._last:
            loss = Loss.UNREADABLE
        if seconds is None or loss is not None:
            self.lost[loss or Loss.RUNNING, entry.user_id or entry.user_name or ""] += 1
            return
        numbering = self._numbering
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
        currency = numbering.currencies[entry.currency or None]
        told = user, project, day, seconds, currency, task
        amount = entry.amount
        if abs(amount or 0.0) > MOST_MINOR_UNITS:
            amount = WRONG_AMOUNT
        for place, tag in enumerate(self._tags_of(entry, kind)):
            self._rows.append((*told, tag, bool(entry.billable), place > 0))
            self._minor_units.append(amount)

    def _tags_of(self, entry: DetailedEntry, kind: str | None) -> list[int]:
        if not self._by_tag:
            return [0]
        told: dict[str | None, str | None] = {}
        if kind:
            told[kind] = NO_WORK[kind]
        else:
            told |= dict.fromkeys(entry.tag_ids or ())
            told |= {tag.id or tag.name: tag.name for tag in entry.tags or ()}
        return [
            self._tags.number(tag_id, name)
            for tag_id, name in (told or {None: None}).items()
        ]

    def built(
        self, directory: Directory, workspace: Workspace, totals: Totals
    ) -> BuiltFacts:
        """Make the columns, and compare them with the server's own sums."""
        rows = np.array(self._rows, np.int64).reshape(-1, 9).T
        user, project, day, seconds, code, task, tag, billable, again = rows
        minor_units = np.array(self._minor_units, np.float64)
        tags = tuple(
            Tag(None, WITHOUT_TAG)
            if tag_id is None
            else Tag(TagId(tag_id), told.name or tag_id)
            for tag_id, told in self._tags.items()
        )
        return built_facts(
            Columns(user, project, day, seconds, minor_units, code),
            self._numbering,
            directory,
            workspace,
            day=day,
            billable_s=seconds * billable,
            totals=[totals],
            lost=+self.lost,
            task=task,
            tags=(tags, tag) if self._by_tag else None,
            again=again.astype(np.bool_) if again.any() else None,
            source=_ENTRIES,
        )
