"""What a page shows: the one projection that picture, table and file share."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.facts import Selection
from clockify_desktop.domain.keys import (
    Key,
)
from clockify_desktop.domain.label import Label, LabelKind
from clockify_desktop.domain.largest import largest_and_other
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.matrix import Matrix
from clockify_desktop.domain.projection import (
    ALL_TIME,
    BILLABLE,
    NOT_BILLABLE,
    billable_matrix_of,
    matrix_of,
)
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.sentence import sentence
from clockify_desktop.viewmodels.report_view import (
    NO_SELECTION,
    ChartSelection,
    Order,
    ViewOptions,
)

TITLE = "Where time went"
_DAYS: Final = {Level.DAY, Level.WEEK, Level.MONTH}


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """One page, worked out.

    Args:
        view: How it is looked at.
        matrix: What is drawn: ordered rows, the largest columns, then what has none,
            then the others as one.
        full: The same rows with every column by its name.
        sentence: What it shows, under its title.
        dimmed: Rows x columns of ``matrix``, bool; ``None`` without a focus.
        narrowed: Pickers and focus as one selection; what a file holds.
        focus_words: One text a focused thing, for the chips.
    """

    view: ViewOptions
    matrix: Matrix
    full: Matrix
    sentence: str
    dimmed: NDArray[np.bool_] | None
    narrowed: Selection
    focus_words: tuple[str, ...]


def scene_of(report: Report, selection: Selection, view: ViewOptions) -> Scene:
    """Work a page out.

    Args:
        report: The facts.
        selection: What the pickers chose.
        view: How it is looked at.

    Returns:
        The page. A focus on what is not there any more is dropped.
    """
    rows, series = view.rows.level, view.series.level
    if not _DAYS & {rows, series}:
        report = report.condensed
    if series is None:
        full = billable_matrix_of(
            report, rows, selection, people_without_time=selection.of_whole_days
        )
        matrix = full
    else:
        full = matrix_of(
            report,
            rows,
            series,
            selection,
            people_without_time=selection.of_whole_days,
        )
        matrix = largest_and_other(full, series.plural)
    if view.order is Order.TIME:
        order = np.argsort(-full.row_totals_s, kind="stable")
        full, matrix = _reordered(full, order), _reordered(matrix, order)
    focus = _still_there(view.focus, matrix)
    return Scene(
        view=replace(view, focus=focus),
        matrix=matrix,
        full=full,
        sentence=sentence(full, rows, series),
        dimmed=_dimmed(matrix, focus),
        narrowed=_narrowed(report, selection, view, focus, matrix),
        focus_words=_words(matrix, focus),
    )


def _reordered(matrix: Matrix, order: NDArray[np.intp]) -> Matrix:
    rows = tuple(matrix.rows[place] for place in order)
    return Matrix(rows, matrix.columns, matrix.seconds[order])


def _still_there(focus: ChartSelection, matrix: Matrix) -> ChartSelection:
    if not focus:
        return NO_SELECTION
    # The one column of all time is nothing to narrow to.
    columns = {column.mark for column in matrix.columns if column != ALL_TIME}
    return ChartSelection(
        focus.rows & {one.mark for one in matrix.rows}, focus.columns & columns
    )


def _dimmed(matrix: Matrix, focus: ChartSelection) -> NDArray[np.bool_] | None:
    if not focus:
        return None
    rows = _focused(matrix.rows, focus.rows)
    columns = _focused(matrix.columns, focus.columns)
    return ~(rows[:, None] & columns[None, :])


def _focused(labels: tuple[Label, ...], marks: frozenset[str]) -> NDArray[np.bool_]:
    truths = (not marks or label.mark in marks for label in labels)
    return np.fromiter(truths, np.bool_, len(labels))


def _words(matrix: Matrix, focus: ChartSelection) -> tuple[str, ...]:
    if not focus:
        return ()
    return tuple(
        label.name
        for labels, marks in (
            (matrix.rows, focus.rows),
            (matrix.columns, focus.columns),
        )
        for label in labels
        if label.mark in marks
    )


def _narrowed(
    report: Report,
    selection: Selection,
    view: ViewOptions,
    focus: ChartSelection,
    matrix: Matrix,
) -> Selection:
    """Put pickers and focus into one selection."""
    narrowed = selection
    if focus.rows:
        narrowed = _narrowed_by(report, narrowed, view.rows.level, focus.rows, {})
    series = view.series.level
    if series is None:
        kinds = {BILLABLE.mark: True, NOT_BILLABLE.mark: False}
        wanted = {kinds[mark] for mark in focus.columns}
        # Both together are all time.
        billable = wanted.pop() if len(wanted) == 1 else None
        return replace(narrowed, billable=billable)
    if focus.columns:
        # The others are everything that is drawn under no name of its own.
        named = {label.mark: label for label in matrix.columns}
        narrowed = _narrowed_by(report, narrowed, series, focus.columns, named)
    return narrowed


def _narrowed_by(
    report: Report,
    selection: Selection,
    level: Level,
    marks: frozenset[str],
    named: Mapping[str, Label],
) -> Selection:
    with_others = any(
        label.kind is LabelKind.OTHER and mark in marks for mark, label in named.items()
    )

    def wanted(key: Key) -> bool:
        mark = key.label.mark
        return mark in marks or (with_others and mark not in named)

    if level.column == "user":
        everybody = (*report.directory.people, *report.facts.people)
        people = frozenset(
            person.id
            for person in everybody
            if wanted(level.key(person, report.grouping))
        )
        before = selection.people
        return replace(selection, people=people if before is None else people & before)
    projects = frozenset(
        project.id
        for project in report.facts.projects
        if wanted(level.key(project, report.grouping))
    )
    earlier = selection.projects
    return replace(
        selection, projects=projects if earlier is None else projects & earlier
    )
