"""What is selected on the page "Where time went", and what it narrows to."""

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


def still_there(selected: ChartSelection, matrix: Matrix) -> ChartSelection:
    """Drop what a picture has no mark of any more."""
    if not selected:
        return NO_SELECTION
    # The one column of all time is nothing to narrow to.
    columns = {column.mark for column in matrix.columns if column != ALL_TIME}
    rows = {row.mark for row in matrix.rows}
    cells = (one for one in selected.cells if one[0] in rows and one[1] in columns)
    return ChartSelection(
        selected.rows & rows, selected.columns & columns, frozenset(cells)
    )


def opened_in(selected: ChartSelection, matrix: Matrix, full: Matrix) -> ChartSelection:
    """Put everything that is drawn under no name of its own in the place of "Other"."""
    other = matrix.columns[-1].mark if matrix.columns else ""
    named = {column.mark for column in matrix.columns}
    hidden = {one.mark for one in full.columns} - named

    def columns(mark: str) -> set[str]:
        return hidden if mark == other and hidden else {mark}

    return ChartSelection(
        selected.rows,
        frozenset(one for mark in selected.columns for one in columns(mark)),
        frozenset((row, one) for row, mark in selected.cells for one in columns(mark)),
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
    # Both together are all time.
    billable = wanted.pop() if len(wanted) == 1 else None
    return replace(selection, billable=billable)


def narrowed_by(
    report: Report, selection: Selection, level: Level, marks: frozenset[str]
) -> Selection:
    """Narrow to some rows or columns of a level, to all where there are none."""
    if not marks:
        return selection
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
