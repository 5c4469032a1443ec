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
from clockify_desktop.domain.keys import Key
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.projection import idle_people
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import EVERYTHING, Selection

_MICROS = Decimal(1_000_000)


@dataclass(frozen=True, slots=True)
class Row:
    """One group and currency of a table.

    Args:
        keys: One key a level; shorter than the levels for a person without time,
            who has no project and no day either.
        billable_s: Seconds, ``None`` where withheld.
        amount: Major units of ``currency``, ``None`` where hidden or left out.
        currency: Its code, ``None`` where there is no amount.
    """

    keys: tuple[Key, ...]
    duration_s: int
    billable_s: int | None
    amount: Decimal | None
    currency: str | None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows in the order of their levels, and their totals.

    Args:
        levels: One to three, each once.
        rows: Sorted by the keys, then by the currency.
        totals: One a currency, without keys; they count all time once.
        unconfirmed: Currencies whose sum differs from Clockify's own;
            ``amount_check.ALL_MONEY`` means all of them.
    """

    levels: tuple[Level, ...]
    rows: tuple[Row, ...]
    totals: tuple[Row, ...]
    unconfirmed: frozenset[str] = frozenset()

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns that the levels bring; each name once.

        Grouped by project and client both, the client stands once, where the first
        of them puts it.
        """
        names = (name for level in self.levels for name in level.columns)
        return tuple(dict.fromkeys(names))

    @property
    def notes(self) -> tuple[str, ...]:
        """What has to be said of how its levels count."""
        return tuple(level.note for level in self.levels if level.note)

    @property
    def total_s(self) -> int:
        """All seconds."""
        return sum(row.duration_s for row in self.totals)


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
    axes = [report.axis(level) for level in levels]
    rows, totals = _rows(facts, axes), _rows(facts.once, ())
    if people_without_time and levels[0] is Level.USER:
        missing = idle_people(report, selection, facts)
        keys = [(Level.USER.key(one, report.grouping),) for one in missing]
        rows += [_row_without_time(report, key) for key in keys]
        rows.sort(key=_order)
        if missing and not _has_own_currency(report, totals):
            totals.append(_row_without_time(report, ()))
    unconfirmed = frozenset(report.amounts.differences)
    return Table(tuple(levels), tuple(rows), tuple(totals), unconfirmed)


def _rows(facts: Facts, axes: Sequence[Axis]) -> list[Row]:
    group = np.zeros(len(facts), np.intp)
    positions = [axis.position(facts) for axis in axes]
    for axis, position in zip(axes, positions, strict=True):
        group = group * len(axis.keys) + position
    # A fact without a currency has -1: its place is the first.
    group = group * (len(facts.currencies) + 1) + facts.currency + 1
    # The groups of a year by person, project and day are far fewer than the product
    # of the three: they are numbered anew before they are added up.
    groups, first, number = np.unique(group, return_index=True, return_inverse=True)
    size = len(groups)
    seconds = summed(number, facts.seconds, size).tolist()
    billable = _summed_or_none(number, facts.billable_seconds, size)
    amounts = _summed_or_none(number, facts.amount_micros, size)
    places = [position[first].tolist() for position in positions]
    currencies = facts.currency[first].tolist()
    return [
        Row(
            keys=tuple(
                axis.keys[place[row]] for axis, place in zip(axes, places, strict=True)
            ),
            duration_s=seconds[row],
            billable_s=billable[row],
            amount=_major(amounts[row]) if code >= 0 else None,
            currency=facts.currencies[code] if code >= 0 else None,
        )
        for row, code in enumerate(currencies)
    ]


def _summed_or_none(
    number: NDArray[np.intp], values: NDArray[np.int64] | None, size: int
) -> list[int] | list[None]:
    if values is None:
        return [None] * size
    sums: list[int] = summed(number, values, size).tolist()
    return sums


def _major(micros: int | None) -> Decimal | None:
    return None if micros is None else Decimal(micros) / _MICROS


def _has_own_currency(report: Report, totals: Sequence[Row]) -> bool:
    return report.query.workspace.currency in {row.currency for row in totals}


def _row_without_time(report: Report, keys: tuple[Key, ...]) -> Row:
    hidden = report.facts.amount_micros is None
    return Row(
        keys=keys,
        duration_s=0,
        billable_s=None if report.facts.billable_seconds is None else 0,
        amount=None if hidden else Decimal(0),
        currency=None if hidden else report.query.workspace.currency,
    )


def _order(row: Row) -> tuple[tuple[tuple[str, str], ...], str]:
    return tuple(key.rank for key in row.keys), row.currency or ""
