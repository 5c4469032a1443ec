"""Projections for pictures: the facts added up by two levels, durations only."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.axis import Axis
from clockify_desktop.domain.directory import Activity, Person
from clockify_desktop.domain.facts import Facts, summed
from clockify_desktop.domain.keys import BILLABLE, NOT_BILLABLE, labels_told_apart
from clockify_desktop.domain.label import Label
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.matrix import Matrix
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import EVERYTHING, Selection
from clockify_desktop.translation import tr

ALL_TIME = Label("time", tr("Time"))


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
        idle = idle_people(report, selection, facts)
        missing = [rows.key(person, report.grouping) for person in idle]
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
        _repeated_s(facts),
    )


def billable_matrix_of(
    report: Report,
    rows: Level,
    selection: Selection = EVERYTHING,
    *,
    people_without_time: bool = False,
) -> Matrix:
    """Add up durations by one level, billable or not.

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
        seconds = totals_s.reshape(-1, 1)
        return replace(whole, columns=(ALL_TIME,), seconds=seconds)
    axis = report.axis(rows)
    sums = summed(axis.position(facts), facts.billable_seconds, len(axis.keys)).tolist()
    by_key = dict(zip((key.label.key for key in axis.keys), sums, strict=True))
    billable = np.array([by_key.get(label.key, 0) for label in whole.rows], np.int64)
    seconds = np.column_stack([billable, totals_s - billable])
    return replace(whole, columns=(BILLABLE, NOT_BILLABLE), seconds=seconds)


def _repeated_s(facts: Facts) -> int:
    if facts.again is None:
        return 0
    return int(facts.seconds.sum(dtype=np.int64)) - facts.total_s


def _used(axis: Axis, facts: Facts, totals_s: NDArray[np.int64]) -> NDArray[np.intp]:
    """Find the keys that have a fact, in their order.

    The keys of all facts are looked up only where some fact may be of zero seconds, or
    take away what another one adds.
    """
    if totals_s.all() or facts.seconds.min(initial=1) > 0:
        return np.flatnonzero(totals_s)
    return np.flatnonzero(np.bincount(axis.position(facts), minlength=len(axis.keys)))


def idle_people(report: Report, selection: Selection, facts: Facts) -> list[Person]:
    """Find the chosen active people who have no fact."""
    with_time = {person.id for person in facts.people_with_time}
    return [
        person
        for person in report.directory.people
        if person.id not in with_time
        and person.activity is Activity.ACTIVE
        and (selection.people is None or person.id in selection.people)
    ]
