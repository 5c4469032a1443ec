"""The page "Where time went": bars of people, teams, projects or clients."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.charts.bar_content import BarContent
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.keys import Key
from clockify_desktop.domain.label import Label, LabelKind
from clockify_desktop.domain.largest import largest_and_other
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.matrix import Matrix
from clockify_desktop.domain.needs import Need, ReportNeed
from clockify_desktop.domain.projection import (
    ALL_TIME,
    BILLABLE,
    NOT_BILLABLE,
    billable_matrix_of,
    matrix_of,
)
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.selection import Selection
from clockify_desktop.domain.sentence import sentence
from clockify_desktop.domain.table import Table, table_of
from clockify_desktop.pages.chart_selection import (
    NO_SELECTION,
    ChartSelection,
    selection_chips,
)
from clockify_desktop.pages.page import (
    Answers,
    PageContent,
    ViewOptions,
    heading,
)
from clockify_desktop.pages.table import TableContent
from clockify_desktop.pages.where_options import (
    Order,
    WhereOptions,
    alternative_of,
    chosen,
    controls_of,
    options_of,
)
from clockify_desktop.pages.where_table import where_table

_TITLE: Final = "Where time went"


@dataclass(frozen=True, eq=False, kw_only=True)
class WhereContent(PageContent):
    """The page, worked out.

    Args:
        matrix: What is drawn: ordered rows, the largest columns, then what has none,
            then the others as one.
        full: The same rows with every column by its name.
        dimmed: Rows x columns of ``matrix``, bool; ``None`` with nothing selected.
        said_in_files: The sentence beside hours and minutes.
    """

    chart: BarContent
    options: WhereOptions
    report: Report
    matrix: Matrix
    full: Matrix
    dimmed: NDArray[np.bool_] | None
    said_in_files: str = ""

    @property
    def picture(self) -> BarContent:
        """The bars with hours and minutes, however the window writes hours."""
        return replace(
            self.chart, durations=DurationFormat.MINUTES, sentence=self.said_in_files
        )

    def narrowed_to(self, mark: str) -> Selection:
        """Narrow to a person, team, project or client."""
        marks, rows = frozenset({mark}), self.options.rows
        return _narrowed_by(self.report, self.narrowed, rows, marks, {})

    @cached_property
    def table(self) -> TableContent:
        """The rows with their time and share, which open into the colours."""
        return where_table(self.matrix, self.full, self.dimmed, self.options, self.view)

    @cached_property
    def file(self) -> Table:
        """Every project by its name, sorted by name; "Other" is for pictures."""
        return table_of(
            self.report,
            self.options.levels,
            self.narrowed,
            people_without_time=_with_idle(self.view, self.narrowed),
        )


def where_content(
    report: Report, selection: Selection, view: ViewOptions
) -> WhereContent:
    """Work the page out of a report."""
    options = options_of(view.choices)
    if not all(report.facts.has_column(level.column) for level in options.levels):
        options = WhereOptions(order=options.order)
    rows, colors = options.rows, options.colors
    # What is neither of people nor of projects needs more than one fact for both.
    columns = {rows.column, colors.column if colors else rows.column}
    drawn_from = report.condensed if columns <= {"user", "project"} else report
    with_idle = _with_idle(view, selection)
    if colors is None:
        matrix = full = billable_matrix_of(
            drawn_from, rows, selection, people_without_time=with_idle
        )
    else:
        full = matrix_of(
            drawn_from, rows, colors, selection, people_without_time=with_idle
        )
        if colors is rows:
            totals_s = full.row_totals_s.reshape(-1, 1)
            full = replace(full, columns=(ALL_TIME,), seconds=totals_s)
        matrix = largest_and_other(full, colors.plural)
    if options.order is Order.TIME:
        order = np.argsort(-full.row_totals_s, kind="stable")
        full, matrix = _reordered(full, order), _reordered(matrix, order)
    selected = _still_there(view.selected, matrix)
    dimmed = _dimmed(matrix, selected)
    said, said_in_files = (
        sentence(full, rows, None if colors is rows else colors, durations)
        for durations in (view.durations, DurationFormat.MINUTES)
    )
    head = heading(_TITLE, report.query)
    return WhereContent(
        title=_TITLE,
        query=report.query,
        view=replace(view, choices=options.choices, selected=selected),
        sentence=said,
        chart=BarContent(matrix, head, said, dimmed=dimmed, durations=view.durations),
        what=options.what,
        narrowed=_narrowed(report, selection, options, selected, matrix),
        fetched_at=report.fetched_at,
        chips=selection_chips(selected, matrix.rows, matrix.columns),
        options=options,
        report=report,
        matrix=matrix,
        full=full,
        dimmed=dimmed,
        said_in_files=said_in_files,
    )


def _with_idle(view: ViewOptions, selection: Selection) -> bool:
    return view.people_without_time and selection.of_whole_days


def _reordered(matrix: Matrix, order: NDArray[np.intp]) -> Matrix:
    rows = tuple(matrix.rows[place] for place in order)
    return replace(matrix, rows=rows, seconds=matrix.seconds[order])


def _still_there(selected: ChartSelection, matrix: Matrix) -> ChartSelection:
    if not selected:
        return NO_SELECTION
    # The one column of all time is nothing to narrow to.
    columns = {column.mark for column in matrix.columns if column != ALL_TIME}
    rows = {row.mark for row in matrix.rows}
    return ChartSelection(selected.rows & rows, selected.columns & columns)


def _dimmed(matrix: Matrix, selected: ChartSelection) -> NDArray[np.bool_] | None:
    if not selected:
        return None
    rows = _selected(matrix.rows, selected.rows)
    columns = _selected(matrix.columns, selected.columns)
    return ~(rows[:, None] & columns[None, :])


def _selected(labels: tuple[Label, ...], marks: frozenset[str]) -> NDArray[np.bool_]:
    truths = (not marks or label.mark in marks for label in labels)
    return np.fromiter(truths, np.bool_, len(labels))


def _narrowed(
    report: Report,
    selection: Selection,
    options: WhereOptions,
    selected: ChartSelection,
    matrix: Matrix,
) -> Selection:
    """Put pickers and what is selected into one selection."""
    if selected.rows:
        selection = _narrowed_by(report, selection, options.rows, selected.rows, {})
    if options.colors is None:
        kinds = {BILLABLE.mark: True, NOT_BILLABLE.mark: False}
        wanted = {kinds[mark] for mark in selected.columns}
        # Both together are all time.
        billable = wanted.pop() if len(wanted) == 1 else None
        return replace(selection, billable=billable)
    if not selected.columns:
        return selection
    # The others are everything that is drawn under no name of its own.
    named = {label.mark: label for label in matrix.columns}
    return _narrowed_by(report, selection, options.colors, selected.columns, named)


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
        # Those without time too: a file lists them.
        people = frozenset(
            person.id
            for person in report.everybody
            if wanted(level.key(person, report.grouping))
        )
        if selection.people is not None:
            people &= selection.people
        return replace(selection, people=people)
    projects = frozenset(
        project.id
        for project in report.facts.projects
        if wanted(level.key(project, report.grouping))
    )
    if selection.projects is not None:
        projects &= selection.projects
    return replace(selection, projects=projects)


class WhereTimeWent:
    """Who spent how long on what."""

    key: Final = "where"
    title: Final = _TITLE

    def needs(self, query: ReportQuery) -> tuple[Need, ...]:
        """List what has to be known."""
        return (ReportNeed(query),)

    def content(
        self,
        answers: Answers,
        query: ReportQuery,
        selection: Selection,
        view: ViewOptions,
    ) -> WhereContent | None:
        """Work out what is shown; what is selected and gone is dropped."""
        report: Report | None = answers.get(ReportNeed(query))
        return None if report is None else where_content(report, selection, view)

    worked_out = staticmethod(where_content)
    controls = staticmethod(controls_of)
    choose = staticmethod(chosen)
    alternative = staticmethod(alternative_of)


WHERE: Final = WhereTimeWent()
