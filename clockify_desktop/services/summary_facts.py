"""Facts from Clockify's summary replies.

Each part of the period brings two replies, grouped by USER, PROJECT and DATE or TASK:
all time, and the billable part of it.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

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
from clockify_desktop.services.summary_columns import Columns, Leaves, leaves_of


@dataclass(frozen=True, slots=True)
class Part:
    """The two replies about one part of the period."""

    everything: SummaryReport
    billable: SummaryReport


def facts_of_summaries(
    parts: Sequence[Part],
    directory: Directory,
    workspace: Workspace,
    period: Period,
    *,
    by_task: bool = False,
) -> BuiltFacts:
    """Put the parts of a report together.

    Args:
        parts: In the order of time; no day is in two of them.
        directory: What the facts are joined with.
        workspace: Its currency is that of money which names none.
        period: All of it; by tasks, all time counts for its first day.
        by_task: Whether the replies are grouped by TASK, not by DATE.

    Returns:
        The facts and how far they agree with the server.
    """
    numbering = Numbering()
    leaves, billable = (
        leaves_of(reports, numbering, period, by_task=by_task)
        for reports in (
            [part.everything for part in parts],
            [part.billable for part in parts],
        )
    )
    columns = leaves.columns
    day, task = columns.leaf, None
    if by_task:
        first_day = period.start.toordinal()
        day, task = np.full_like(columns.leaf, first_day), columns.leaf.astype(np.intp)
    return built_facts(
        columns,
        numbering,
        directory,
        workspace,
        day=day,
        billable_s=_billable_column(leaves, billable.columns),
        totals=[_totals(part.everything) for part in parts],
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
