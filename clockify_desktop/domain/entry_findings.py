"""What rules find among time entries, and what they look at."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.entries import Entries
from clockify_desktop.domain.facts import Facts
from clockify_desktop.domain.identity import ProjectId

Truths = NDArray[np.bool_]
Positions = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Checked:
    """What rules look at.

    Args:
        now_s: When the entries were fetched, seconds since 1970.
        known_projects: Those of which the workspace tells more than their time does.
        before: Everybody's time in the weeks before; ``None`` where it is not here.
    """

    entries: Entries
    now_s: int
    known_projects: frozenset[ProjectId | None] = frozenset()
    before: Facts | None = None


@dataclass(frozen=True, eq=False)
class Findings:
    """What one rule found, a value a finding; ``None`` where it tells no such thing.

    Args:
        at: intp, rising positions of the entries, each once.
        other: intp, the position of another entry that belongs to it.
        value: int64, what was found, such as the seconds that two entries share.
        usual: int64, what ``value`` is held against.
    """

    at: Positions
    other: Positions | None = None
    value: NDArray[np.int64] | None = None
    usual: NDArray[np.int64] | None = None

    def __len__(self) -> int:
        return len(self.at)


@dataclass(frozen=True, eq=False)
class FoundByRules:
    """What several rules found, one behind the other.

    Args:
        rule: intp, rising, which of the rules that were asked.
        at: intp, rising within a rule.
        other: intp, -1 for none.
        value: int64, 0 for none; ``usual`` likewise.
    """

    rule: Positions = field(default_factory=lambda: np.zeros(0, np.intp))
    at: Positions = field(default_factory=lambda: np.zeros(0, np.intp))
    other: Positions = field(default_factory=lambda: np.zeros(0, np.intp))
    value: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    usual: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))

    def __len__(self) -> int:
        return len(self.at)

    def take(self, chosen: Truths | Positions) -> "FoundByRules":
        """Keep some findings, or put them into another order."""
        return FoundByRules(
            *(
                column[chosen]
                for column in (self.rule, self.at, self.other, self.value, self.usual)
            )
        )


def found_where(truths: Truths) -> Findings:
    """Find the entries of which something is true."""
    return Findings(np.flatnonzero(truths))


def put_together(several: list[Findings]) -> FoundByRules:
    """Put what rules found one behind the other, in the order of the rules."""
    if not several:
        return FoundByRules()
    return FoundByRules(
        np.repeat(np.arange(len(several)), [len(one) for one in several]),
        np.concatenate([one.at for one in several]),
        np.concatenate([_or(one.other, -1, len(one)) for one in several]),
        np.concatenate([_or(one.value, 0, len(one)) for one in several]),
        np.concatenate([_or(one.usual, 0, len(one)) for one in several]),
    )


def _or(column: NDArray[np.int64] | None, value: int, length: int) -> NDArray[np.int64]:
    return np.full(length, value, np.int64) if column is None else column
