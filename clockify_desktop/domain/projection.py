"""Projections: the same facts, added up by other levels.

A matrix is what a picture draws: two levels, durations only. A table is what a file
holds: one to three levels with billable time and money beside the duration.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.axis import (
    Axis,
    Key,
    labels_told_apart,
    person_key,
)
from clockify_desktop.domain.directory import Activity, Person
from clockify_desktop.domain.facts import EVERYTHING, Facts, Selection, summed
from clockify_desktop.domain.level import COLUMNS, Level
from clockify_desktop.domain.matrix import Label, Matrix
from clockify_desktop.domain.report import Report

_MICROS = Decimal(1_000_000)
ALL_TIME = Label("time", "Time")
BILLABLE = Label("billable", "Billable", "#03A9F4")
NOT_BILLABLE = Label("not-billable", "Not billable", "#9E9E9E")


@dataclass(frozen=True, slots=True)
class Row:
    """One group and currency of a table.

    Args:
        keys: One key a level; shorter than the levels for a person without time,
            who has no project and no day either.
        duration_s: Seconds.
        billable_s: Seconds, ``None`` where withheld.
        amount: Major units of ``currency``, ``None`` where hidden.
        currency: Its code, ``None`` where hidden.
    """

    keys: tuple[Key, ...]
    duration_s: int
    billable_s: int | None
    amount: Decimal | None
    currency: str | None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows in the order of their levels; a column's sum is the total.

    Args:
        levels: One to three, each once.
        rows: Sorted by the keys, then by the currency.
    """

    levels: tuple[Level, ...]
    rows: tuple[Row, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns that the levels bring; each name once.

        Grouped by project and client both, the client stands once, where the first
        of them puts it.
        """
        names = (name for level in self.levels for name in COLUMNS[level])
        return tuple(dict.fromkeys(names))

    @property
    def total_s(self) -> int:
        """The sum of all rows, seconds."""
        return sum(row.duration_s for row in self.rows)


def matrix_of(
    report: Report,
    rows: Level,
    columns: Level,
    selection: Selection = EVERYTHING,
    *,
    people_without_time: bool = False,
) -> Matrix:
    """Add up durations by two levels.

    Args:
        report: Where the facts are.
        rows: What the rows are.
        columns: What the columns are.
        selection: Which people and projects count.
        people_without_time: Give each chosen active person without time a row of
            zeros; only where people are the rows.

    Returns:
        All rows and columns that have a fact, sorted by name or date.
    """
    facts = report.narrowed(selection)
    down, across = report.axis(rows), report.axis(columns)
    shape = (len(down.keys), len(across.keys))
    # Multiplied once a person, not once a fact.
    cell = (down.table * shape[1])[down.places(facts)]
    cell += across.position(facts)
    seconds = summed(cell, facts.seconds, shape[0] * shape[1]).reshape(shape)
    used_rows = _used(down, facts, seconds.sum(axis=1))
    used_columns = _used(across, facts, seconds.sum(axis=0))
    keys = [down.keys[row] for row in used_rows.tolist()]
    if len(used_rows) < shape[0]:
        seconds = seconds[used_rows]
    if len(used_columns) < shape[1]:
        seconds = seconds[:, used_columns]
    missing = []
    if people_without_time and rows is Level.USER:
        idle = _people_without_time(report, selection, facts)
        missing = [person_key(person) for person in idle]
    if missing:
        keys += missing
        zeros = np.zeros((len(missing), seconds.shape[1]), np.int64)
        order = sorted(range(len(keys)), key=lambda place: keys[place].rank)
        keys = [keys[place] for place in order]
        seconds = np.vstack([seconds, zeros])[order]
    return Matrix(
        labels_told_apart(keys),
        labels_told_apart([across.keys[column] for column in used_columns.tolist()]),
        seconds,
    )


def billable_matrix_of(
    report: Report,
    rows: Level,
    selection: Selection = EVERYTHING,
    *,
    people_without_time: bool = False,
) -> Matrix:
    """Add up durations by one level, billable or not.

    Args:
        report: Where the facts are.
        rows: What the rows are.
        selection: Which people and projects count.
        people_without_time: As in ``matrix_of``.

    Returns:
        The rows that have a fact with the columns "Billable" and "Not billable"; one
        column "Time" where the billable figures are withheld.
    """
    whole = matrix_of(
        report, rows, rows, selection, people_without_time=people_without_time
    )
    totals_s = whole.row_totals_s
    facts = report.narrowed(selection)
    if facts.billable_seconds is None:
        return Matrix(whole.rows, (ALL_TIME,), totals_s.reshape(-1, 1))
    axis = report.axis(rows)
    sums = summed(axis.position(facts), facts.billable_seconds, len(axis.keys)).tolist()
    by_key = dict(zip((key.label.key for key in axis.keys), sums, strict=True))
    billable = np.array([by_key.get(label.key, 0) for label in whole.rows], np.int64)
    seconds = np.column_stack([billable, totals_s - billable])
    return Matrix(whole.rows, (BILLABLE, NOT_BILLABLE), seconds)


def table_of(
    report: Report,
    levels: Sequence[Level],
    selection: Selection = EVERYTHING,
    *,
    people_without_time: bool = False,
) -> Table:
    """Add up durations, billable time and amounts by one to three levels.

    Args:
        report: Where the facts are.
        levels: What to group by, each level once.
        selection: Which people and projects count.
        people_without_time: Give each chosen active person without time a row of
            zero; only where people are the first level.

    Returns:
        One row a group and currency.
    """
    facts = selection.narrow(report.facts)
    axes = [report.axis(level) for level in levels]
    rows = _rows(facts, axes)
    if people_without_time and levels[0] is Level.USER:
        missing = _people_without_time(report, selection, facts)
        rows += [_row_without_time(report, person) for person in missing]
        rows.sort(key=_order)
    return Table(tuple(levels), tuple(rows))


def _used(axis: Axis, facts: Facts, totals_s: NDArray[np.int64]) -> NDArray[np.intp]:
    """Find the keys that have a fact, in their order.

    The keys of all facts are looked up only where some fact may be of zero seconds, or
    take away what another one adds.
    """
    if totals_s.all() or facts.seconds.min(initial=1) > 0:
        return np.flatnonzero(totals_s)
    return np.flatnonzero(np.bincount(axis.position(facts), minlength=len(axis.keys)))


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
            amount=_major(amounts[row]),
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


def _people_without_time(
    report: Report, selection: Selection, facts: Facts
) -> list[Person]:
    """Find the chosen active people who have no fact among those of the selection."""
    with_time = {person.id for person in facts.people_with_time}
    return [
        person
        for person in report.directory.people
        if person.id not in with_time
        and person.activity is Activity.ACTIVE
        and (selection.people is None or person.id in selection.people)
    ]


def _row_without_time(report: Report, person: Person) -> Row:
    hidden = report.facts.amount_micros is None
    return Row(
        keys=(person_key(person),),
        duration_s=0,
        billable_s=None if report.facts.billable_seconds is None else 0,
        amount=None if hidden else Decimal(0),
        currency=None if hidden else report.query.workspace.currency,
    )


def _order(row: Row) -> tuple[tuple[tuple[str, str], ...], str]:
    return tuple(key.rank for key in row.keys), row.currency or ""
