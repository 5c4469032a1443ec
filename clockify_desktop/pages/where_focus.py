"""What is selected on the page "Where time went", and what it narrows to."""

from collections import defaultdict
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.keys import BILLABLE, NOT_BILLABLE
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.matrix import Matrix
from clockify_desktop.domain.projection import ALL_TIME
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import LevelCells, Selection
from clockify_desktop.pages.chart_selection import NO_SELECTION, ChartSelection
from clockify_desktop.pages.where_options import WhereOptions


def still_there(
    selected: ChartSelection, matrix: Matrix, full: Matrix
) -> ChartSelection:
    """Drop what neither picture nor table has a mark of any more.

    Args:
        full: The same rows with every column by its name.
    """
    if not selected:
        return NO_SELECTION
    # The one column of all time is nothing to narrow to.
    every = (*matrix.columns, *full.columns)
    columns = {column.mark for column in every if column != ALL_TIME}
    rows = {row.mark for row in matrix.rows}
    cells = (one for one in selected.cells if one[0] in rows and one[1] in columns)
    return ChartSelection(
        selected.rows & rows, selected.columns & columns, frozenset(cells)
    )


def opened_in(
    selected: ChartSelection,
    matrix: Matrix,
    full: Matrix,
    drawn_in: NDArray[np.intp],
) -> ChartSelection:
    """Put in the place of "Other", and of what is gathered, all that it stands for."""
    if not selected:
        return selected
    stands_for = defaultdict[str, list[str]](list)
    for column, at in zip(full.columns, drawn_in.tolist(), strict=True):
        drawn = matrix.columns[at].mark
        stands_for[drawn].append(column.mark)
        if drawn != column.mark:
            stands_for[column.mark].append(column.mark)
    return ChartSelection(
        selected.rows,
        frozenset(one for mark in selected.columns for one in stands_for[mark]),
        frozenset(
            (row, one) for row, mark in selected.cells for one in stands_for[mark]
        ),
    )


def chosen_in(matrix: Matrix, selected: ChartSelection) -> NDArray[np.bool_]:
    """Tell of each row and column of a matrix whether it is selected."""
    return selected.among(
        (row.mark for row in matrix.rows), (column.mark for column in matrix.columns)
    )


def only_in_focus(matrix: Matrix, selected: ChartSelection) -> Matrix:
    """Keep the rows and columns that have some of what is selected, and only that."""
    if not selected:
        return matrix
    seconds = np.where(chosen_in(matrix, selected), matrix.seconds, 0)
    whole = np.fromiter((one.mark in selected.rows for one in matrix.rows), np.bool_)
    rows = np.flatnonzero(whole | (seconds != 0).any(axis=1)).tolist()
    columns = np.flatnonzero((seconds != 0).any(axis=0)).tolist()
    return Matrix(
        tuple(matrix.rows[row] for row in rows),
        tuple(matrix.columns[column] for column in columns),
        seconds[np.ix_(rows, columns)],
    )


def narrowed_to(
    report: Report, selection: Selection, options: WhereOptions, opened: ChartSelection
) -> Selection:
    """Put pickers and what is selected into one selection."""
    if not opened:
        return selection
    product = opened.product
    if product is None or not options.of_people_and_projects:
        return replace(
            selection, cells=LevelCells(options.rows, options.colors, opened)
        )
    rows, columns = product
    selection = narrowed_by(report, selection, options.rows, rows)
    if options.colors is not None:
        return narrowed_by(report, selection, options.colors, columns)
    kinds = {BILLABLE.mark: True, NOT_BILLABLE.mark: False}
    wanted = {kinds[mark] for mark in columns}
    # Both together, or none, are all that is shown.
    return replace(selection, billable=wanted.pop()) if len(wanted) == 1 else selection


def narrowed_by(
    report: Report, selection: Selection, level: Level, marks: frozenset[str]
) -> Selection:
    """Narrow to some rows or columns of a level, to all where there are none."""
    if not marks:
        return selection
    if level.column not in {"user", "project"}:
        return replace(
            selection, cells=LevelCells(level, level, ChartSelection(rows=marks))
        )
    if level.column == "user":
        # Those without time too: a file lists them.
        people = frozenset(
            person.id
            for person in report.everybody
            if level.key(person, report.grouping).label.mark in marks
        )
        if selection.people is not None:
            people &= selection.people
        return replace(selection, people=people)
    projects = frozenset(
        project.id
        for project in report.facts.projects
        if level.key(project, report.grouping).label.mark in marks
    )
    if selection.projects is not None:
        projects &= selection.projects
    return replace(selection, projects=projects)
