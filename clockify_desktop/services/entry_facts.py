"""Facts from the entries of detailed replies: what no summary tells.

An entry with several tags is a fact under each of them, marked from the second on,
where that is asked for; else it is one fact, which may tell all of them together.
"""

from collections.abc import Collection, Sequence
from datetime import tzinfo
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.api.detailed_pages import DetailedReport
from clockify_desktop.api.endpoints import DETAILED_REPORT
from clockify_desktop.api.errors import RequestInfo
from clockify_desktop.api.wire.reports import WRONG_AMOUNT, DetailedEntry, Totals
from clockify_desktop.domain.completeness import Loss
from clockify_desktop.domain.directory import Directory, TagSet, Workspace
from clockify_desktop.domain.period import Period
from clockify_desktop.services.entry_reading import EntryReading
from clockify_desktop.services.fact_building import BuiltFacts, Source, built_facts
from clockify_desktop.services.summary_columns import MOST_MINOR_UNITS, Columns

if TYPE_CHECKING:
    from clockify_desktop.domain.facts import Further

ENTRIES = Source(
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
        columns: ``tag`` where each tag of an entry is to have a fact, ``tags`` where
            all of them together are to be told.
    """
    built, _ = timed_facts(report, directory, workspace, period, zone, columns)
    return built


class TimedFacts(NamedTuple):
    """Facts, and when the entry of each began, seconds since 1970."""

    built: BuiltFacts
    start_s: NDArray[np.int64]


def timed_facts(
    report: DetailedReport,
    directory: Directory,
    workspace: Workspace,
    period: Period,
    zone: tzinfo,
    columns: Collection[str],
) -> TimedFacts:
    """Make the same facts, and tell when the entry of each began."""
    reading = EntryReading(period, zone)
    facts = _Facts(reading, columns)
    for entry in report.entries:
        facts.add(entry)
    reading.lost[Loss.UNREADABLE, ""] += report.unreadable
    built = facts.built(directory, workspace, totals_of(report))
    return TimedFacts(built, np.array(facts.start_s, np.int64))


def totals_of(report: DetailedReport) -> Totals:
    """Give the server's own sums; that nothing was found is a sum, too."""
    return report.totals or (_NOTHING if not report.entries else Totals())


class _Facts:
    """Entries that become facts."""

    def __init__(self, reading: EntryReading, columns: Collection[str]) -> None:
        self._reading = reading
        self._by_tag, self._with_tags = "tag" in columns, "tags" in columns
        # The same set of tags is kept once.
        self._tag_sets: dict[tuple[int, ...], int] = {}
        # user, project, day, seconds, currency, task, tags, tag, billable, again
        self._rows: list[tuple[int, ...]] = []
        self._minor_units: list[float | None] = []
        self.start_s: list[int] = []

    def add(self, entry: DetailedEntry) -> None:
        """Take an entry; leave it out where it cannot be used."""
        read = self._reading.read(entry)
        if read is None or read.seconds is None:
            return
        currency = self._reading.numbering.currencies[entry.currency or None]
        every: tuple[int, ...] = (0,)
        several = 0
        if self._by_tag or self._with_tags:
            every = self._reading.tags_of(entry, read.kind)
            several = self._tag_sets.setdefault(every, len(self._tag_sets))
        told = read.user, read.project, read.day, read.seconds, currency, read.task
        amount = entry.amount
        if abs(amount or 0.0) > MOST_MINOR_UNITS:
            amount = WRONG_AMOUNT
        for place, tag in enumerate(every if self._by_tag else (0,)):
            self._rows.append((*told, several, tag, bool(entry.billable), place > 0))
            self._minor_units.append(amount)
            self.start_s.append(int(read.start.timestamp()))

    def built(
        self, directory: Directory, workspace: Workspace, totals: Totals
    ) -> BuiltFacts:
        """Make the columns, and compare them with the server's own sums."""
        rows = np.array(self._rows, np.int64).reshape(-1, 10).T
        user, project, day, seconds, code, task, several, tag, billable, again = rows
        names = self._reading.tags()
        tags: dict[str, tuple[Sequence[Further], NDArray[np.intp]]] = {}
        if self._by_tag:
            tags["tag"] = names, tag
        if self._with_tags:
            sets = (tuple(names[one] for one in every) for every in self._tag_sets)
            tags["tags"] = tuple(map(TagSet, sets)), several
        minor_units = np.array(self._minor_units, np.float64)
        return built_facts(
            Columns(user, project, day, seconds, minor_units, code),
            self._reading.numbering,
            directory,
            workspace,
            day=day,
            billable_s=seconds * billable,
            totals=[totals],
            lost=+self._reading.lost,
            task=task,
            tags=tags,
            again=again.astype(np.bool_) if again.any() else None,
            source=ENTRIES,
        )
