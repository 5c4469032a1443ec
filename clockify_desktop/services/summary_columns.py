"""The leaves of summary replies as columns.

A summary grouped by USER, PROJECT and DATE is a tree whose leaves are days. Five
hundred people make seventy thousand leaves, so the tree is walked by projects and
the leaves are read a column at a time, never one by one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.api.wire.reports import (
    SummaryNode,
    SummaryReport,
    day_of,
    plain_id,
)
from clockify_desktop.domain.durations import (
    LONGEST_S,
    SECONDS_AN_HOUR,
    is_plausible,
)
from clockify_desktop.domain.period import Period

MOST_MINOR_UNITS = 1e11
"""More cannot be earned by one person on one project in a day: a thousand million.

In no currency is an hour worth as much, and a report of many such leaves still adds up
in whole millionths.
"""

# By another zone, or by the beginning of an entry that reaches into the period, a day
# can lie outside of it, but no further than the longest entry reaches.
_OUTSIDE_DAYS = LONGEST_S // (24 * SECONDS_AN_HOUR) + 1


@dataclass(frozen=True, slots=True)
class Columns:
    """Leaves, a column each; all of one length.

    Args:
        user: intp, positions in ``Numbering.users``.
        project: intp, positions in ``Numbering.projects``.
        day: int64, ordinals as ``date.toordinal`` counts them.
        seconds: int64.
        minor_units: float64, what each leaf earned; NaN where the reply does not say.
        currencies: The code of each leaf's money; ``None`` where it does not say.
    """

    user: NDArray[np.intp]
    project: NDArray[np.intp]
    day: NDArray[np.int64]
    seconds: NDArray[np.int64]
    minor_units: NDArray[np.float64]
    currencies: list[str | None]


@dataclass(frozen=True, slots=True)
class Leaves:
    """The leaves of some replies.

    Args:
        columns: Those that can be used.
        unreadable: How many others there are.
        unfinished: How many of these are days that only lack a duration, as the day
            of a timer that is running may do.
    """

    columns: Columns
    unreadable: int
    unfinished: int


class Numbering:
    """Numbers users and projects in the order in which replies name them.

    One numbering serves all parts of a report, so that their columns fit together.
    ``users`` and ``projects`` hold the first node of each id; the id of time without
    a project is ``None``, whatever the reply calls it.
    """

    def __init__(self) -> None:
        self.users: dict[str | None, SummaryNode] = {}
        self.projects: dict[str | None, SummaryNode] = {}
        self._user_numbers: dict[str | None, int] = {}
        self._project_numbers: dict[str | None, int] = {}

    def user(self, node: SummaryNode) -> int:
        """Give the number of a user's node."""
        return _number(node, self.users, self._user_numbers)

    def project(self, node: SummaryNode) -> int:
        """Give the number of a project's node."""
        return _number(node, self.projects, self._project_numbers)


def _number(
    node: SummaryNode,
    nodes: dict[str | None, SummaryNode],
    numbers: dict[str | None, int],
) -> int:
    node_id = plain_id(node.id)
    number = numbers.get(node_id)
    if number is None:
        number = numbers[node_id] = len(numbers)
        nodes[node_id] = node
    return number


def leaves_of(
    reports: Iterable[SummaryReport], numbering: Numbering, period: Period
) -> Leaves:
    """Read the leaves of replies that follow each other in time.

    Args:
        reports: Summaries grouped by USER, PROJECT and DATE.
        numbering: Shared with the other replies of the same report.
        period: The whole one that was asked for.

    Returns:
        The leaves of all of them, in their order. What has no day, one far outside of
        the period, no duration or an impossible one, or an impossible amount is
        counted, and so is a user or a project whose id is no text.
    """
    leaves: list[SummaryNode] = []
    users: list[int] = []
    projects: list[int] = []
    counts: list[int] = []
    barren = 0
    for report in reports:
        for of_user in report.group_one or ():
            if not of_user.children or not _is_named(of_user):
                barren += _has_time(of_user)
                continue
            user = numbering.user(of_user)
            for of_project in of_user.children:
                days = of_project.children
                if not days or not _is_named(of_project):
                    barren += _has_time(of_project)
                    continue
                users.append(user)
                projects.append(numbering.project(of_project))
                counts.append(len(days))
                leaves += days
    user_column = np.repeat(np.array(users, np.intp), counts)
    project_column = np.repeat(np.array(projects, np.intp), counts)
    ordinals = _Ordinals(period)
    try:
        columns = _columns(leaves, user_column, project_column, ordinals)
    except _NOT_USABLE:
        usable = np.fromiter((_is_usable(leaf, ordinals) for leaf in leaves), np.bool_)
    else:
        return Leaves(columns, barren, 0)
    kept = list(compress(leaves, usable))
    columns = _columns(kept, user_column[usable], project_column[usable], ordinals)
    lost = len(leaves) - len(kept)
    unfinished = sum(
        leaf.duration is None and _is_day(leaf, ordinals) for leaf in leaves
    )
    return Leaves(columns, barren + lost, unfinished)


# TypeError: an object, a list or nothing; ValueError: a text that is no day, or a
# number out of bounds; OverflowError: a number that fits into no column.
_NOT_USABLE = (TypeError, ValueError, OverflowError)


def _is_named(node: SummaryNode) -> bool:
    """Tell whether an id is one or none; others would be taken for each other."""
    return node.id is None or isinstance(node.id, str)


def _has_time(passed_over: SummaryNode) -> bool:
    return passed_over.duration != 0


def _columns(
    leaves: list[SummaryNode],
    user: NDArray[np.intp],
    project: NDArray[np.intp],
    ordinals: "_Ordinals",
) -> Columns:
    """Make columns of leaves all of which must be usable; else raise."""
    day = np.array([ordinals[leaf.id] for leaf in leaves], np.int64)
    seconds = np.array([leaf.duration for leaf in leaves], np.int64)
    minor_units = np.array([leaf.amount for leaf in leaves], np.float64)
    implausible = (
        (seconds < 0) | (seconds > LONGEST_S) | (np.abs(minor_units) > MOST_MINOR_UNITS)
    )
    if implausible.any():
        message = "a number is out of bounds"
        raise ValueError(message)
    currencies = [leaf.currency for leaf in leaves]
    return Columns(user, project, day, seconds, minor_units, currencies)


def _is_usable(leaf: SummaryNode, ordinals: "_Ordinals") -> bool:
    plausible = leaf.duration is not None and is_plausible(leaf.duration)
    affordable = abs(leaf.amount or 0.0) <= MOST_MINOR_UNITS
    return plausible and affordable and _is_day(leaf, ordinals)


def _is_day(leaf: SummaryNode, ordinals: "_Ordinals") -> bool:
    try:
        ordinals[leaf.id]
    except (TypeError, ValueError):
        return False
    return True


class _Ordinals(dict[str, int]):
    """The ordinal of each day's text, worked out when it is first met."""

    def __init__(self, period: Period) -> None:
        super().__init__()
        self._first = period.start.toordinal() - _OUTSIDE_DAYS
        self._last = period.end.toordinal() + _OUTSIDE_DAYS

    def __missing__(self, text: str) -> int:
        ordinal = day_of(text).toordinal()
        if not self._first <= ordinal <= self._last:
            # A table by days would have a row for each day in between.
            message = f"{text} is far outside of the period"
            raise ValueError(message)
        self[text] = ordinal
        return ordinal
