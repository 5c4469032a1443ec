"""The leaves of summary replies as columns.

A summary grouped by USER, PROJECT and DATE is a tree whose leaves are days; by TASK in
the place of DATE they are tasks. Five hundred people make hundreds of thousands of
leaves, so the tree is walked by projects and the leaves are read a column at a time,
never one by one. What is made at a time is a piece of some thousand: numpy keeps the
interpreter to itself while it reads a list, and the nodes of a piece are free when it
is made.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.api.summary_decoding import UNREADABLE
from clockify_desktop.api.wire.reports import (
    WRONG_AMOUNT,
    SummaryNode,
    SummaryReport,
    day_of,
    plain_id,
)
from clockify_desktop.domain.completeness import Loss
from clockify_desktop.domain.durations import LONGEST_S, SECONDS_AN_HOUR
from clockify_desktop.domain.period import Period
from clockify_desktop.services.numbering import Numbering

MOST_MINOR_UNITS = 1e11
"""More cannot be earned by one person on one project in a day: a thousand million.

In no currency is an hour worth as much, and a report of many such leaves still adds up
in whole millionths.
"""

# By another zone, or by the beginning of an entry that reaches into the period, a day
# can lie outside of it, but no further than the longest entry reaches.
OUTSIDE_DAYS = LONGEST_S // (24 * SECONDS_AN_HOUR) + 1
# Reading a list of so many takes a tenth of a millisecond.
_PIECE_LEAVES = 2000


class Columns(NamedTuple):
    """Leaves, a column each; all of one length.

    Args:
        user: intp, positions in ``Numbering.users``.
        project: intp, positions in ``Numbering.projects``.
        leaf: int64, days as ``date.toordinal`` counts them, or positions in
            ``Numbering.tasks``.
        seconds: int64.
        minor_units: float64, what each leaf earned; NaN where the reply does not say,
            infinite where that cannot be read.
        currency: intp, positions in ``Numbering.currencies``.
    """

    user: NDArray[np.intp]
    project: NDArray[np.intp]
    leaf: NDArray[np.int64]
    seconds: NDArray[np.int64]
    minor_units: NDArray[np.float64]
    currency: NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Leaves:
    """The leaves of one reply, or of several.

    Args:
        columns: Those that can be used.
        lost: How many others there are, by positions in ``Numbering.users``, or by the
            name or the id of whoever has none.
    """

    columns: Columns
    lost: Mapping[tuple[Loss, int | str], int]


def loss_of(duration_s: int | None) -> Loss | None:
    """Tell what is wrong with a duration; ``None`` where it can be used."""
    if duration_s is None:
        return Loss.RUNNING
    if duration_s < 0:
        return Loss.UNREADABLE
    return Loss.TOO_LONG if duration_s > LONGEST_S else None


def leaves_of(
    report: SummaryReport,
    numbering: Numbering,
    period: Period,
    *,
    by_task: bool = False,
) -> Leaves:
    """Read the leaves of a reply.

    Args:
        report: Grouped by USER, PROJECT and DATE, or TASK.
        numbering: Shared with the other replies of the same report.
        period: The whole one that was asked for.

    Returns:
        The leaves in their order. What has no day, one far outside of the period, or no
        duration or an impossible one is counted, and so is a user, a project or a task
        whose id is no text.
    """
    reading = _Reading(numbering, _Tasks(numbering) if by_task else _Days(period))
    for of_user in report.group_one or ():
        reading.add(of_user)
    return reading.leaves()


def joined_leaves(several: Sequence[Leaves]) -> Leaves:
    """Put the leaves of replies that follow each other in time together."""
    lost: Counter[tuple[Loss, int | str]] = Counter()
    for one in several:
        lost.update(one.lost)
    return Leaves(_joined([one.columns for one in several]), lost)


def _joined(several: Sequence[Columns]) -> Columns:
    return Columns(*map(np.concatenate, zip(*several, strict=True)))


class _Reading:
    """Leaves that become columns, a piece at a time."""

    def __init__(self, numbering: Numbering, kind: "_Days | _Tasks") -> None:
        self._numbering = numbering
        self._kind = kind
        self._pieces: list[Columns] = []
        self._lost: Counter[tuple[Loss, int | str]] = Counter()
        self._begin_piece()

    def _begin_piece(self) -> None:
        self._leaves: list[SummaryNode] = []
        # Of each project, and how many of the leaves are its.
        self._users: list[int] = []
        self._projects: list[int] = []
        self._currencies: list[int] = []
        self._counts: list[int] = []

    def add(self, of_user: SummaryNode) -> None:
        """Take all leaves of a user."""
        if not of_user.children or not _is_named(of_user):
            whose = plain_id(of_user.id) or of_user.name or ""
            self._lost[Loss.UNREADABLE, whose] += _has_time(of_user)
            return
        # Whoever has no id is not nobody, and not all who have none are one.
        told_id = plain_id(of_user.id) or of_user.name or None
        user = self._numbering.users.number(told_id, of_user.name)
        codes = self._numbering.currencies
        for of_project in of_user.children:
            leaves = of_project.children
            if not leaves or not _is_named(of_project):
                self._lost[Loss.UNREADABLE, user] += _has_time(of_project)
                continue
            self._users.append(user)
            self._projects.append(self._numbering.projects.number_of(of_project))
            self._currencies.append(codes[of_project.currency or None])
            self._counts.append(len(leaves))
            self._leaves += leaves
        if len(self._leaves) >= _PIECE_LEAVES:
            self._end_piece()

    def leaves(self) -> Leaves:
        """Put the pieces together."""
        self._end_piece()
        return Leaves(_joined(self._pieces), +self._lost)

    def _end_piece(self) -> None:
        leaves = self._leaves
        above = [
            np.repeat(np.array(column, np.intp), self._counts)
            for column in (self._users, self._projects, self._currencies)
        ]
        self._begin_piece()
        try:
            piece = self._columns(leaves, *above)
        except _NOT_USABLE:
            losses = list(map(self._loss, leaves))
            usable = np.array([loss is None for loss in losses], np.bool_)
            for loss, user in zip(losses, above[0].tolist(), strict=True):
                if loss is not None:
                    self._lost[loss, user] += 1
            kept = list(compress(leaves, usable))
            piece = self._columns(kept, *(column[usable] for column in above))
        self._pieces.append(piece)

    def _columns(
        self,
        leaves: list[SummaryNode],
        user: NDArray[np.intp],
        project: NDArray[np.intp],
        of_project: NDArray[np.intp],
    ) -> Columns:
        """Make columns of leaves all of which must be usable; else raise.

        Args:
            of_project: The currency of each leaf's project.
        """
        numbers = self._numbering.currencies
        leaf_number = np.array(self._kind.numbers_of(leaves), np.int64)
        seconds = np.array([leaf.duration for leaf in leaves], np.int64)
        minor_units = np.array([leaf.amount for leaf in leaves], np.float64)
        if ((seconds < 0) | (seconds > LONGEST_S)).any():
            message = "a number is out of bounds"
            raise ValueError(message)
        minor_units[np.abs(minor_units) > MOST_MINOR_UNITS] = WRONG_AMOUNT
        named = np.array([numbers[leaf.currency or None] for leaf in leaves], np.intp)
        currency = np.where(named == numbers[None], of_project, named)
        return Columns(user, project, leaf_number, seconds, minor_units, currency)

    def _loss(self, leaf: SummaryNode) -> Loss | None:
        try:
            self._kind.numbers_of([leaf])
        except (TypeError, ValueError):
            return Loss.UNREADABLE
        return loss_of(leaf.duration)


# TypeError: an object, a list or nothing; ValueError: a text that is no day, or a
# number out of bounds; OverflowError: a number that fits into no column.
_NOT_USABLE = (TypeError, ValueError, OverflowError)


def _is_named(node: SummaryNode) -> bool:
    """Tell whether an id is one or none; others would be taken for each other."""
    return node.id is None or isinstance(node.id, str)


def _has_time(passed_over: SummaryNode) -> bool:
    return passed_over.duration != 0


class _Tasks:
    """Leaves that are tasks."""

    def __init__(self, numbering: Numbering) -> None:
        self._tasks = numbering.tasks

    def numbers_of(self, leaves: Sequence[SummaryNode]) -> list[int]:
        """Number the tasks; raise where an id is no text, or it is no node at all."""
        if not all(leaf is not UNREADABLE and _is_named(leaf) for leaf in leaves):
            message = "an id is no text"
            raise TypeError(message)
        return [self._tasks.number_of(leaf) for leaf in leaves]


class _Days(dict[str, int]):
    """Leaves that are days: the ordinal of each, worked out when it is first met."""

    def __init__(self, period: Period) -> None:
        super().__init__()
        self._first = period.start.toordinal() - OUTSIDE_DAYS
        self._last = period.end.toordinal() + OUTSIDE_DAYS

    def numbers_of(self, leaves: Sequence[SummaryNode]) -> list[int]:
        """Give the ordinals of days; raise where one is no day of the period."""
        return [self[leaf.id] for leaf in leaves]

    def __missing__(self, text: str) -> int:
        ordinal = day_of(text).toordinal()
        if not self._first <= ordinal <= self._last:
            # A table by days would have a row for each day in between.
            message = f"{text} is far outside of the period"
            raise ValueError(message)
        self[text] = ordinal
        return ordinal
