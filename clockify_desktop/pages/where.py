"""The page "Where time went": bars of people, teams, projects or clients."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.charts.bar_content import BarContent
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.largest import largest_and_other
from clockify_desktop.domain.matrix import Matrix
from clockify_desktop.domain.needs import Need, ReportNeed
from clockify_desktop.domain.projection import ALL_TIME, billable_matrix_of, matrix_of
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.selection import Selection
from clockify_desktop.domain.sentence import sentence
from clockify_desktop.domain.table import Table, table_of
from clockify_desktop.pages.chart_selection import selection_chips
from clockify_desktop.pages.page import Answers, PageContent, ViewOptions, heading
from clockify_desktop.pages.table import TableContent
from clockify_desktop.pages.where_focus import (
    chosen_in,
    narrowed_by,
    narrowed_to,
    only_in_focus,
    opened_in,
    still_there,
)
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
        return narrowed_by(self.report, self.narrowed, rows, marks)

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
    drawn_from = report.condensed if options.of_people_and_projects else report
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
    selected = still_there(view.selected, matrix)
    dimmed = ~chosen_in(matrix, selected) if selected else None
    opened = opened_in(selected, matrix, full)
    in_focus = only_in_focus(full, opened)
    running = report.is_running
    columns = None if colors is rows else colors
    said, said_in_files = (
        sentence(in_focus, rows, columns, durations, running=running)
        for durations in (view.durations, DurationFormat.MINUTES)
    )
    if selected:
        said, said_in_files = f"Selected: {said}", f"Selected: {said_in_files}"
    head = heading(_TITLE, report.query, running=running)
    return WhereContent(
        title=_TITLE,
        query=report.query,
        view=replace(view, choices=options.choices, selected=selected),
        sentence=said,
        chart=BarContent(
            matrix,
            head,
            said,
            dimmed=dimmed,
            durations=view.durations,
            running=running,
        ),
        what=options.what,
        narrowed=narrowed_to(report, selection, options, opened),
        fetched_at=report.fetched_at,
        chips=selection_chips(selected, matrix.rows, matrix.columns),
        running=running,
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
