"""How far the amounts of a report can be trusted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from clockify_desktop.domain.identity import ProjectId

ALL_MONEY = ""
"""In the place of a currency: a sum that Clockify gave without one."""


@dataclass(frozen=True, slots=True)
class AmountCheck:
    """The amounts of a report beside Clockify's own sums.

    Args:
        differences: By currency, the millionths by which Clockify's own sum exceeds
            ours, where they differ.
        unchecked: There are amounts, and Clockify gave no sum of them.
        left_out: Projects whose amounts are left out, because nothing tells their
            currency.
    """

    differences: Mapping[str, int] = field(default_factory=dict)
    unchecked: bool = False
    left_out: frozenset[ProjectId | None] = frozenset()


def joined_checks(several: Iterable[AmountCheck]) -> AmountCheck:
    """Say of all parts of a report what is said of each."""
    differences: dict[str, int] = {}
    unchecked = False
    left_out: frozenset[ProjectId | None] = frozenset()
    for one in several:
        for currency, micros in one.differences.items():
            differences[currency] = differences.get(currency, 0) + micros
        unchecked |= one.unchecked
        left_out |= one.left_out
    return AmountCheck(differences, unchecked, left_out)
