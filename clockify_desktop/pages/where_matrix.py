"""What the bars of "Where time went" are drawn from."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.keys import BILLABLE, NOT_BILLABLE
from clockify_desktop.domain.label import Label
from clockify_desktop.domain.largest import (
    Largest,
    groups_of,
    largest_and_other,
    whole,
)
from clockify_desktop.domain.matrix import Matrix
from clockify_desktop.domain.projection import ALL_TIME, billable_matrix_of, matrix_of
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import Selection
from clockify_desktop.pages.where_options import Order, WhereOptions


def matrices_of(
    report: Report, options: WhereOptions, selection: Selection, *, idle: bool
) -> tuple[Matrix, Largest]:
    """Add the report up as it is looked at.

    Args:
        selection: Narrowed to billable time, or to the other, where only that is shown.
        idle: Whether people without time have a row of their own.

    Returns:
        Ordered rows with every column by its name; the same with those that are drawn.
    """
    rows, colors = options.rows, options.colors
    # What is neither of people nor of projects needs more than one fact for both.
    source = report.condensed if options.of_people_and_projects else report
    if colors is None:
        full = billable_matrix_of(source, rows, selection, people_without_time=idle)
        if selection.billable is not None:
            full = _as_one(full, BILLABLE if selection.billable else NOT_BILLABLE)
        drawn = whole(full)
    else:
        full = matrix_of(source, rows, colors, selection, people_without_time=idle)
        if colors is rows:
            full = _as_one(full, ALL_TIME)
        drawn = largest_and_other(full, colors, groups_of(source, colors))
    if options.order is Order.TIME:
        order = np.argsort(-full.row_totals_s, kind="stable")
        drawn = replace(drawn, matrix=_reordered(drawn.matrix, order))
        full = _reordered(full, order)
    return full, drawn


def _as_one(matrix: Matrix, column: Label) -> Matrix:
    totals_s = matrix.row_totals_s.reshape(-1, 1)
    return replace(matrix, columns=(column,), seconds=totals_s)


def _reordered(matrix: Matrix, order: NDArray[np.intp]) -> Matrix:
    rows = tuple(matrix.rows[place] for place in order)
    return replace(matrix, rows=rows, seconds=matrix.seconds[order])
