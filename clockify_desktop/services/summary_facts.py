"""Facts from Clockify's summary replies.

Each part of the period brings two replies, grouped by USER, PROJECT and DATE or TASK:
all time, and the billable part of it.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.api.wire.reports import (
    SummaryReport,
    Totals,
    first_totals,
)
from clockify_desktop.domain.completeness import Loss
from clockify_desktop.domain.directory import Directory, Workspace
from clockify_desktop.domain.period import Period
from clockify_desktop.services.fact_building import BuiltFacts, built_facts
from clockify_desktop.services.numbering import Numbering
from clockify_desktop.services.summary_columns import (
    Columns,
    Leaves,
    joined_leaves,
    leaves_of,
)


@dataclass(frozen=True, slots=True)
class Reply:
    """What is kept of a reply: its leaves as columns, and the server's own sums."""

    leaves: Leaves
    totals: Totals


@dataclass(frozen=True, slots=True)
class Part:
    """The two replies about one part of the period."""

    everything: Reply
    billable: Reply


class SummaryReading:
    """Reads the replies about a period, each when it comes, so that none is kept.

    Args:
        period: All of it; by tasks, all time counts for its first day.
        by_task: Whether the replies are grouped by TASK, not by DATE.
    """

    def __init__(self, period: Period, *, by_task: bool = False) -> None:
        self.period, self.by_task = period, by_task
        self.numbering = Numbering()
        self._turn = Lock()

    def read(self, report: SummaryReport) -> Reply:
        """Make columns of a reply; threads take turns."""
        with self._turn:
            leaves = leaves_of(
                report, self.numbering, self.period, by_task=self.by_task
            )
        return Reply(leaves, _totals(report))


def facts_of_summaries(
    parts: Sequence[Part],
    reading: SummaryReading,
    directory: Directory,
    workspace: Workspace,
) -> BuiltFacts:
    """Put the parts of a report together.

    Args:
        parts: In the order of time; no day is in two of them.
        reading: What read them.
        directory: What the facts are joined with.
        workspace: Its currency is that of money which names none.

    Returns:
        The facts and how far they agree with the server.
    """
    leaves = joined_leaves([part.everything.leaves for part in parts])
    billable = joined_leaves([part.billable.leaves for part in parts])
    columns = leaves.columns
    day, task = columns.leaf, None
    if reading.by_task:
        first_day = reading.period.start.toordinal()
        day, task = np.full_like(columns.leaf, first_day), columns.leaf.astype(np.intp)
    return built_facts(
        columns,
        reading.numbering,
        directory,
        workspace,
        day=day,
        billable_s=_billable_column(leaves, billable.columns),
        totals=[part.everything.totals for part in parts],
        lost=_lost(leaves, billable),
        task=task,
    )


def _lost(leaves: Leaves, billable: Leaves) -> Counter[tuple[Loss, int | str]]:
    """Count what is lost, and where only the billable part of it is."""

    def by_person(of: Leaves) -> Counter[int | str]:
        found: Counter[int | str] = Counter()
        for (_, whose), count in of.lost.items():
            found[whose] += count
        return found

    lost = Counter(leaves.lost)
    for whose, count in (by_person(billable) - by_person(leaves)).items():
        lost[Loss.BILLABLE, whose] = count
    return lost


def _totals(report: SummaryReport) -> Totals:
    told = first_totals(report.totals)
    if told is None:
        # Where nothing was found there are no totals either.
        return Totals() if report.group_one else Totals(0, 0, total_amount=0)
    return told


def _billable_column(leaves: Leaves, billable: Columns) -> NDArray[np.int64] | None:
    """Give each leaf its billable part.

    Returns:
        int64, one a leaf; ``None`` where a billable leaf has no counterpart, as when
        somebody logs time between the two questions. Where leaves are lost, it may
        have been one of these.
    """
    columns = leaves.columns
    found = np.zeros(len(columns.seconds), np.int64)
    if not len(billable.seconds):
        return found
    if not len(found):
        return found if leaves.lost else None
    first = min(int(columns.leaf.min()), int(billable.leaf.min()))
    last = max(int(columns.leaf.max()), int(billable.leaf.max()))
    span = last - first + 1
    projects = int(max(columns.project.max(), billable.project.max())) + 1

    def keys(of: Columns) -> NDArray[np.int64]:
        return (of.user * projects + of.project) * span + of.leaf - first

    own, wanted = keys(columns), keys(billable)
    order = np.argsort(own, kind="stable")
    places = order[np.minimum(np.searchsorted(own, wanted, sorter=order), len(own) - 1)]
    matched = own[places] == wanted
    if not (matched.all() or leaves.lost):
        return None
    np.add.at(found, places[matched], billable.seconds[matched])
    return found
