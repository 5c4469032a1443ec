"""Projections for files: the facts added up by one to three levels.

Billable time and money stand beside the duration.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.axis import Axis
from clockify_desktop.domain.facts import Facts, summed
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.projection import idle_people
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import EVERYTHING, Selection
from clockify_desktop.domain.table_rows import Row, Rows


@dataclass(frozen=True, slots=True)
class Table:
    """Rows in the order of their levels, and their totals.

    Args:
        levels: One to three, each once.
        rows: Sorted by the keys, then by the currency.
        totals: One a currency, without keys; they count all time once.
        unconfirmed: Currencies whose sum differs from Clockify's own;
            ``amount_check.ALL_MONEY`` means all of them.
        from_sums: Whether that is so of some row's currency.
    """

    levels: tuple[Level, ...]
    rows: Rows
    totals: tuple[Row, ...]
    unconfirmed: frozenset[str] = frozenset()
    from_sums: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns that the levels bring."""
        return columns_of_levels(self.levels)

    @property
    def notes(self) -> tuple[str, ...]:
        """What has to be said of how its levels count."""
        return tuple(level.note for level in self.levels if level.note)

    @property
    def total_s(self) -> int:
        """All seconds."""
        return sum(row.duration_s for row in self.totals)


def columns_of_levels(levels: Sequence[Level]) -> tuple[str, ...]:
    """Name the columns that levels bring into a file; each name once.

    Grouped by project and client both, the client stands once, where the first of
    them puts it.
    """
    return tuple(dict.fromkeys(name for level in levels for name in level.columns))


def table_of(
    report: Report,
    levels: Sequence[Level],
    selection: Selection = EVERYTHING,
    *,
    people_without_time: bool = False,
) -> Table:
    """Add up durations, billable time and amounts by one to three levels.

    Args:
        levels: What to group by, each level once.
        people_without_time: Give each chosen active person without time a row of
            zero; only where people are the first level.
    """
    facts = report.narrowed(selection)
    rows = _rows(facts, [report.axis(level) for level in levels])
    totals = list(_rows(facts.once, ()))
    if people_without_time and levels[0] is Level.USER:
        hidden = report.facts.amount_micros is None
        own = None if hidden else report.query.workspace.currency
        idle = idle_people(report, selection, facts)
        keys = [Level.USER.key(one, report.grouping) for one in idle]
        rows = rows.with_zeros(keys, own)
        if idle and own not in {row.currency for row in totals}:
            withheld = report.facts.billable_seconds is None
            totals.append(_nothing(own, withheld=withheld))
    unconfirmed = frozenset(report.amounts.differences)
    from_sums = bool(rows.from_sums.any())
    return Table(tuple(levels), rows, tuple(totals), unconfirmed, from_sums)


def _rows(facts: Facts, axes: Sequence[Axis]) -> Rows:
    group = np.zeros(len(facts), np.intp)
    positions = [axis.position(facts) for axis in axes]
    for axis, position in zip(axes, positions, strict=True):
        group = group * len(axis.keys) + position
    # A fact without a currency has -1, the last place: its row is the first.
    currencies = sorted(facts.currencies)
    place = np.array([*map(currencies.index, facts.currencies), -1], np.intp)
    currency = place[facts.currency]
    group = group * (len(currencies) + 1) + currency + 1
    # The groups of a year by person, project and day are far fewer than the product
    # of the three: they are numbered anew before they are added up.
    groups, first, number = np.unique(group, return_index=True, return_inverse=True)
    size = len(groups)
    from_sums = np.zeros(size, np.bool_)
    if facts.from_sums is not None:
        from_sums[number[facts.from_sums]] = True
    places = [position[first] for position in positions]
    return Rows(
        keys=tuple(axis.keys for axis in axes),
        places=np.array(places, np.intp).reshape(len(axes), size).T,
        duration_s=summed(number, facts.seconds, size),
        billable_s=_summed_or_none(number, facts.billable_seconds, size),
        amount_micros=_summed_or_none(number, facts.amount_micros, size),
        currencies=tuple(currencies),
        currency=currency[first],
        from_sums=from_sums,
    )


def _summed_or_none(
    number: NDArray[np.intp], values: NDArray[np.int64] | None, size: int
) -> NDArray[np.int64] | None:
    return None if values is None else summed(number, values, size)


def _nothing(currency: str | None, *, withheld: bool) -> Row:
    """Make the total of people without time, in a currency that no other total has."""
    amount = None if currency is None else Decimal(0)
    return Row((), 0, None if withheld else 0, amount, currency, from_sums=False)
