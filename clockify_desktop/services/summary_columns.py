"""The leaves of summary replies as columns.

A summary grouped by USER, PROJECT and DATE is a tree whose leaves are days. Five
hundred people make seventy thousand leaves, so the tree is walked by projects and
the leaves are read a column at a time, never one by one.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.api.endpoints import SUMMARY_REPORT
from clockify_desktop.api.errors import Asked, WrongAnswerError
from clockify_desktop.api.wire.reports import (
    SummaryNode,
    SummaryReport,
    day_of,
    plain_id,
)


@dataclass(frozen=True, slots=True)
class Columns:
    """Leaves, a column each; all of one length.

    Args:
        user: intp, positions in ``Numbering.users``.
        project: intp, positions in ``Numbering.projects``.
        day: int64, ordinals as ``date.toordinal`` counts them.
        seconds: int64.
        minor_units: What each leaf earned; ``None`` where the reply does not say.
        currencies: The code of each leaf's money; ``None`` where it does not say.
    """

    user: NDArray[np.intp]
    project: NDArray[np.intp]
    day: NDArray[np.int64]
    seconds: NDArray[np.int64]
    minor_units: list[float | None]
    currencies: list[str | None]


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


def columns_of(reports: Iterable[SummaryReport], numbering: Numbering) -> Columns:
    """Read the leaves of replies that follow each other in time.

    Args:
        reports: Summaries grouped by USER, PROJECT and DATE.
        numbering: Shared with the other replies of the same report.

    Returns:
        The leaves of all of them, in their order.

    Raises:
        WrongAnswerError: A leaf is no day.
    """
    leaves: list[SummaryNode] = []
    users: list[int] = []
    projects: list[int] = []
    counts: list[int] = []
    for report in reports:
        for of_user in report.group_one or ():
            user = numbering.user(of_user)
            for of_project in of_user.children or ():
                days = of_project.children or ()
                users.append(user)
                projects.append(numbering.project(of_project))
                counts.append(len(days))
                leaves += days
    ordinals = _Ordinals()
    try:
        days_met = [ordinals[leaf.id] for leaf in leaves]
    except (TypeError, ValueError):
        # TypeError: an object or a list; ValueError: a text that is no day.
        asked = Asked(SUMMARY_REPORT.method, SUMMARY_REPORT.path, "")
        wrong = WrongAnswerError(asked, "$.groupOne[...].children[...]._id")
        raise wrong from None
    return Columns(
        user=np.repeat(np.array(users, np.intp), counts),
        project=np.repeat(np.array(projects, np.intp), counts),
        day=np.array(days_met, np.int64),
        seconds=np.array([leaf.duration or 0 for leaf in leaves], np.int64),
        minor_units=[leaf.amount for leaf in leaves],
        currencies=[leaf.currency for leaf in leaves],
    )


class _Ordinals(dict[str, int]):
    """The ordinal of each day's text, worked out when it is first met."""

    def __missing__(self, text: str) -> int:
        self[text] = ordinal = day_of(text).toordinal()
        return ordinal
