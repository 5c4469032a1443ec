"""From columns that replies are read into to the table of facts.

What is lost on the way, and how far the sums agree with the server's own, is told along
with it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.api.endpoints import SUMMARY_REPORT
from clockify_desktop.api.errors import InvalidResponseError, RequestInfo
from clockify_desktop.api.wire.reports import Totals
from clockify_desktop.domain.amount_check import AmountCheck
from clockify_desktop.domain.completeness import Loss, Losses, unreadable_entries
from clockify_desktop.domain.directory import (
    Directory,
    Person,
    Workspace,
)
from clockify_desktop.domain.facts import Facts, Further
from clockify_desktop.services.amounts import amounts_of, sums_of
from clockify_desktop.services.named_things import people_of, projects_of, tasks_of
from clockify_desktop.services.numbering import Numbering
from clockify_desktop.services.summary_columns import Columns

# They still add up in 64 bits, whatever is added first.
_MOST_MICROS_IN_ALL = 9e18
# Readers of JSON take whole numbers up to here exactly.
_MOST_TOTAL_S = 2**53


class Source(NamedTuple):
    """Which reply facts are from, and where in it one of them stands."""

    request_info: RequestInfo
    place: str


SUMMARY = Source(
    RequestInfo(SUMMARY_REPORT.method, SUMMARY_REPORT.path, ""),
    "$.groupOne[...].children[...].children[...]",
)


@dataclass(frozen=True, slots=True)
class BuiltFacts:
    """Facts, and what the server itself says about their sum.

    Args:
        facts: The table.
        server_total_s: The sum of the server's own totals, seconds; ``None`` where
            one of them is missing or impossible.
        billable_withheld: The billable replies do not add up to the server's own
            billable total, so the facts have no billable figures.
        losses: What could not be used of the replies.
        amounts: How the amounts compare with the server's own sums.
        begun_s: Where days are not counted as the server counts them, what begins on
            each day that was asked for as it does, seconds. Else ``None``.
    """

    facts: Facts
    server_total_s: int | None
    billable_withheld: bool
    losses: Losses = field(default_factory=dict)
    amounts: AmountCheck = field(default_factory=AmountCheck)
    source: Source = SUMMARY
    begun_s: tuple[int, ...] | None = None

    @property
    def compared_s(self) -> int:
        """The seconds that the server's own sum is compared with."""
        return self.facts.total_s if self.begun_s is None else sum(self.begun_s)

    @property
    def unreadable(self) -> int:
        """How many entries are missing that were logged."""
        return unreadable_entries(self.losses)


def check_usable(several: Sequence[BuiltFacts]) -> None:
    """Refuse what no report can be made of.

    Args:
        several: All parts of a report.

    Raises:
        InvalidResponseError: There are entries, and none of them can be used; or their
            amounts are too large to be added up.
    """
    source = several[0].source
    unreadable = any(one.unreadable for one in several)
    if unreadable and not any(len(one.facts) for one in several):
        raise InvalidResponseError(*source)
    amounts = [one.facts.amount_micros for one in several]
    in_all = sum(
        float(np.abs(one).sum(dtype=float)) for one in amounts if one is not None
    )
    if in_all > _MOST_MICROS_IN_ALL:
        raise InvalidResponseError(source.request_info, f"{source.place}.amount")


def possible_sum_s(seconds: Sequence[int | None]) -> int | None:
    """Add up sums of which each must be possible, else there is none."""
    told = [one for one in seconds if one is not None and 0 <= one <= _MOST_TOTAL_S]
    return sum(told) if len(told) == len(seconds) else None


def built_facts(
    columns: Columns,
    numbering: Numbering,
    directory: Directory,
    workspace: Workspace,
    *,
    day: NDArray[np.int64],
    billable_s: NDArray[np.int64] | None,
    totals: Sequence[Totals],
    lost: Mapping[tuple[Loss, int | str], int],
    task: NDArray[np.intp] | None = None,
    tags: Mapping[str, tuple[Sequence[Further], NDArray[np.intp]]] | None = None,
    again: NDArray[np.bool_] | None = None,
    source: Source = SUMMARY,
) -> BuiltFacts:
    """Join columns with the directory, and compare them with the server's own sums.

    Args:
        columns: Positions among what ``numbering`` holds.
        day: int64, ordinals.
        billable_s: int64, seconds, or ``None`` where they cannot be told.
        totals: What each of the replies says.
        lost: How many entries lost what, by positions in ``numbering.users``, or by
            the name or the id of whoever has none.
        task: intp, positions in ``numbering.tasks``; ``None`` where none are told.
        tags: By the name of a column what it points into, and intp positions therein.
        again: See ``Facts.again``.
    """
    people = people_of(numbering, directory)
    projects = projects_of(numbering, directory)
    first = slice(None) if again is None else ~again
    if billable_s is not None and not _is_confirmed(
        columns.seconds[first], billable_s[first], totals, lost
    ):
        billable_s = None
    amounts = amounts_of(
        columns,
        numbering,
        projects,
        directory,
        workspace,
        sums_of(totals),
        again=again,
        billable_s=billable_s,
    )
    more = dict(tags or {})
    if task is not None:
        more["task"] = tasks_of(numbering, projects, columns.project, task), task
    facts = Facts(
        people=people,
        projects=projects,
        currencies=amounts.currencies,
        user=columns.user,
        project=columns.project,
        day=day,
        seconds=columns.seconds,
        billable_seconds=billable_s,
        amount_micros=amounts.micros,
        currency=amounts.code,
        more=more,
        again=again,
        from_sums=amounts.from_sums,
    )
    counted = Counter(lost)
    first = amounts.lost if again is None else amounts.lost & ~again
    counted.update((Loss.AMOUNT, user) for user in columns.user[first].tolist())
    return BuiltFacts(
        facts,
        possible_sum_s([one.total_time for one in totals]),
        billable_s is None,
        losses_by_name(counted, people, directory),
        amounts.check,
        source,
    )


def _is_confirmed(
    seconds: NDArray[np.int64],
    billable_s: NDArray[np.int64],
    totals: Sequence[Totals],
    lost: Mapping[tuple[Loss, int | str], int],
) -> bool:
    """Tell whether the server's own sum confirms the billable time.

    Where entries are lost, it may count them or not, as billable or not: then it may
    exceed ours by what is lost of all time.
    """
    total_s = possible_sum_s([one.total_time for one in totals])
    total_billable_s = possible_sum_s([one.total_billable_time for one in totals])
    if total_billable_s is None:
        return False
    lacking_s = total_billable_s - int(billable_s.sum())
    losses = {loss for loss, _ in lost} - {Loss.RUNNING}
    if not losses or total_s is None:
        return bool(losses) or not lacking_s
    lost_s = total_s - int(seconds.sum())
    if Loss.BILLABLE in losses:
        lost_s += int((seconds - billable_s).sum())
    return min(lost_s, 0) <= lacking_s <= max(lost_s, 0)


def losses_by_name(
    lost: Mapping[tuple[Loss, int | str], int],
    people: Sequence[Person],
    directory: Directory,
) -> Losses:
    """Say whose the entries are that lost something.

    Args:
        lost: By positions in ``people``, or by the name or the id of whoever has none.
    """
    names: dict[str, str] = {person.id: person.name for person in directory.people}
    found: Counter[tuple[Loss, str]] = Counter()
    for (loss, whose), count in lost.items():
        name = names.get(whose, whose) if isinstance(whose, str) else people[whose].name
        found[loss, name] += count
    return found
