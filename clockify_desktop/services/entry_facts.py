"""Facts from the entries of detailed replies: what no summary tells.

An entry with several tags is a fact under each of them, marked from the second on.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import tzinfo

import numpy as np

from clockify_desktop.api.detailed_pages import DetailedReport
from clockify_desktop.api.endpoints import DETAILED_REPORT
from clockify_desktop.api.errors import RequestInfo
from clockify_desktop.api.wire.reports import DetailedEntry, Totals
from clockify_desktop.domain.directory import Directory, Tag
from clockify_desktop.domain.identity import TagId
from clockify_desktop.domain.keys import WITHOUT_TAG
from clockify_desktop.domain.period import Period
from clockify_desktop.services.fact_building import (
    BuiltFacts,
    Source,
    facts_of,
    possible_sum_s,
)
from clockify_desktop.services.numbering import Names, Numbering
from clockify_desktop.services.summary_columns import (
    MOST_MINOR_UNITS,
    OUTSIDE_DAYS,
    Columns,
)

_ENTRIES = Source(
    RequestInfo(DETAILED_REPORT.method, DETAILED_REPORT.path, ""),
    "$.timeentries[...]",
)
_NOTHING = Totals(0, 0)


def facts_of_entries(
    report: DetailedReport,
    directory: Directory,
    currency: str | None,
    period: Period,
    zone: tzinfo,
    columns: Collection[str],
) -> BuiltFacts:
    """Make facts of all entries of a part of a period.

    Args:
        currency: The workspace's own, for money that does not name its currency.
        zone: What days are cut by.
        columns: ``tag`` where each tag of an entry is to have a fact.
    """
    reading = _Reading(period, zone, by_tag="tag" in columns)
    for entry in report.entries:
        reading.add(entry)
    totals = report.totals or (_NOTHING if not report.entries else Totals())
    return reading.built(directory, currency, totals, report.unreadable)


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
        self._unreadable = 0
        self._unfinished = 0

    def add(self, entry: DetailedEntry) -> None:
        """Take an entry; count it where it cannot be used."""
        day = entry.time_interval.start.astimezone(self._zone).toordinal()
        seconds = entry.time_interval.duration
        affordable = abs(entry.amount or 0.0) <= MOST_MINOR_UNITS
        if seconds is None or not (affordable and self._first <= day <= self._last):
            self._unreadable += 1
            self._unfinished += seconds is None
            return
        numbering = self._numbering
        user = numbering.users.number(entry.user_id, entry.user_name)
        project = numbering.projects.number(
            entry.project_id or None,
            entry.project_name,
            entry.client_name,
            entry.project_color,
        )
        task = numbering.tasks.number(entry.task_id or None, entry.task_name)
        currency = numbering.currencies[entry.currency]
        told = user, project, day, seconds, currency, task
        for place, tag in enumerate(self._tags_of(entry)):
            self._rows.append((*told, tag, bool(entry.billable), place > 0))
            self._minor_units.append(entry.amount)

    def _tags_of(self, entry: DetailedEntry) -> list[int]:
        if not self._by_tag:
            return [0]
        told = {tag.id or tag.name: tag.name for tag in entry.tags or ()}
        told = told or dict.fromkeys(entry.tag_ids or (None,))
        return [self._tags.number(tag_id, name) for tag_id, name in told.items()]

    def built(
        self,
        directory: Directory,
        currency: str | None,
        totals: Totals,
        unreadable: int,
    ) -> BuiltFacts:
        """Make the columns, and compare them with the server's own sums."""
        rows = np.array(self._rows, np.int64).reshape(-1, 9).T
        user, project, day, seconds, code, task, tag, billable, again = rows
        minor_units = np.array(self._minor_units, np.float64)
        columns = Columns(user, project, day, seconds, minor_units, code)
        billable_s = seconds * billable
        once_s = int(billable_s[again == 0].sum())
        withheld = once_s != possible_sum_s([totals.total_billable_time])
        facts = facts_of(
            columns,
            self._numbering,
            directory,
            currency,
            day=day,
            billable_s=None if withheld else billable_s,
            task=task,
        )
        if self._by_tag:
            tags = tuple(
                Tag(None, WITHOUT_TAG)
                if tag_id is None
                else Tag(TagId(tag_id), told.name or tag_id)
                for tag_id, told in self._tags.items()
            )
            more = {**facts.more, "tag": (tags, tag)}
            repeated = again.astype(np.bool_) if again.any() else None
            facts = replace(facts, more=more, again=repeated)
        return BuiltFacts(
            facts,
            possible_sum_s([totals.total_time]),
            withheld,
            self._unreadable + unreadable,
            self._unfinished,
            _ENTRIES,
        )
