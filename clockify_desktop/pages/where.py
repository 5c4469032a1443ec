"""The page "Where time went": bars of people, teams, projects or clients."""

from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.charts.bar_content import BarContent
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.matrix import Matrix
from clockify_desktop.domain.needs import Need, ReportNeed, needed_columns
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.selection import Selection
from clockify_desktop.domain.sentence import sentence
from clockify_desktop.domain.table import Table, table_of
from clockify_desktop.pages.answered_plan import plan_needs
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.chart_selection import selection_chips
from clockify_desktop.pages.page import PageContent, ViewOptions, heading, with_idle
from clockify_desktop.pages.table import TableContent
from clockify_desktop.pages.where_beside import (
    NOTHING_BESIDE,
    Beside,
    beside_of,
    known_of,
)
from clockify_desktop.pages.where_capacity import NO_TICKS, capacity_ticks
from clockify_desktop.pages.where_focus import (
    chosen_in,
    narrowed_by,
    narrowed_to,
    only_in_focus,
    opened_in,
    still_there,
)
from clockify_desktop.pages.where_matrix import matrices_of
from clockify_desktop.pages.where_options import (
    WhereOptions,
    alternative_of,
    chosen,
    controls_of,
    options_of,
)
from clockify_desktop.pages.where_table import where_table
from clockify_desktop.translation import tr

_TITLE: Final = tr("Where time went")


@dataclass(frozen=True, eq=False, kw_only=True)
class WhereContent(PageContent):
    """The page, worked out.

    Args:
        matrix: What is drawn: ordered rows, the largest columns, then what is gathered
            of others, then what has none, then the others as one.
        full: The same rows with every column by its name.
        drawn_in: intp, one a column of ``full``: which of ``matrix`` has its time.
        dimmed: Rows x columns of ``matrix``, bool; ``None`` with nothing selected.
    """

    chart: BarContent
    options: WhereOptions
    report: Report
    matrix: Matrix
    full: Matrix
    drawn_in: NDArray[np.intp]
    dimmed: NDArray[np.bool_] | None

    def narrowed_to(self, mark: str) -> Selection:
        """Narrow to a person, team, project or client."""
        marks, rows = frozenset({mark}), self.options.rows
        return narrowed_by(self.report, self.narrowed, rows, marks)

    def shows_the_same(self, other: PageContent) -> bool:
        """Tell whether what came meanwhile, such as a plan, changes nothing of it."""
        if not isinstance(other, WhereContent):
            return False
        ours, theirs = (
            [
                *(getattr(one, name) for name in _TOLD),
                *(one.chart.capacity_s, one.chart.notes, one.chart.assumed),
            ]
            for one in (self, other)
        )
        return ours == theirs

    @property
    def regroups(self) -> bool:
        """Whether its report knows days: that of tasks does not."""
        return super().regroups and Level.TASK not in self.options.levels

    @cached_property
    def table(self) -> TableContent:
        """The rows with their time and share, which open into the colours."""
        return where_table(
            self.matrix,
            self.full,
            self.drawn_in,
            self.dimmed,
            self.options,
            self.view,
        )

    @cached_property
    def file(self) -> Table:
        """Every project by its name, sorted by name; "Other" is for pictures."""
        return table_of(
            self.report,
            self.options.levels,
            self.narrowed,
            people_without_time=with_idle(self.view, self.narrowed),
        )


_DRAWN: Final = {"chart", "matrix", "full", "drawn_in", "dimmed"}
_TOLD: Final = [one.name for one in fields(WhereContent) if one.name not in _DRAWN]
"""What all but the capacity of a picture follows from."""


def where_content(
    report: Report,
    selection: Selection,
    view: ViewOptions,
    beside: Beside = NOTHING_BESIDE,
) -> WhereContent:
    """Work the page out of a report.

    Args:
        report: Where it does not tell what is chosen, the nearest is shown.
    """
    wanted = options_of(view.choices)
    options, remarks = known_of(wanted, report, beside)
    if options.billable.wanted is not None:
        selection = replace(selection, billable=options.billable.wanted)
    idle = with_idle(view, selection)
    full, drawn = matrices_of(report, options, selection, idle=idle)
    matrix = drawn.matrix
    # Of a part of somebody's time none is expected.
    of_people = options.rows is Level.USER and selection.of_whole_days
    ticks = NO_TICKS
    if beside.plan is not None and of_people:
        ticks = capacity_ticks(
            report, beside.plan, selection, matrix.rows, view.durations
        )
    selected = still_there(view.selected, matrix, full)
    dimmed = ~chosen_in(matrix, selected) if selected else None
    opened = opened_in(selected, matrix, full, drawn.drawn_in)
    in_focus = only_in_focus(full, opened)
    named_columns = {column.mark for column in matrix.columns}
    gathered = (one for one in full.columns if one.mark not in named_columns)
    running = report.is_running
    which = options.billable.wanted
    colors = None if options.colors is options.rows else options.colors
    shown = sentence(
        in_focus, options.rows, colors, view.durations, running=running, billable=which
    )
    said = " ".join(
        (tr("Selected: {sentence}", sentence=shown) if selected else shown, *remarks)
    )
    head = heading(_TITLE, report.query, running=running)
    return WhereContent(
        title=_TITLE,
        query=report.query,
        view=replace(view, choices=wanted.choices, selected=selected),
        sentence=said,
        chart=BarContent(
            matrix,
            head,
            said,
            ticks.capacity_s,
            dimmed,
            ticks.notes,
            durations=view.durations,
            running=running,
            assumed=ticks.assumed,
        ),
        what=options.what,
        narrowed=narrowed_to(report, selection, options, opened),
        fetched_at=report.fetched_at,
        chips=selection_chips(selected, matrix.rows, (*matrix.columns, *gathered)),
        running=running,
        lacking=(*(beside.lacking if of_people else ()), *beside.of_levels),
        nothing=options.billable.nothing,
        options=options,
        report=report,
        matrix=matrix,
        full=full,
        drawn_in=drawn.drawn_in,
        dimmed=dimmed,
    )


class WhereTimeWent:
    """Who spent how long on what."""

    key: Final = "where"
    title: Final = _TITLE

    def needs(self, query: ReportQuery) -> tuple[Need, ...]:
        """List what has to be known."""
        return (ReportNeed(query),)

    def optional_needs(self, query: ReportQuery) -> tuple[Need, ...]:
        """List what tells when people are expected to work, and how long."""
        return plan_needs(query)

    def view_needs(self, query: ReportQuery, view: ViewOptions) -> tuple[Need, ...]:
        """List what tells tasks or tags, where these are chosen."""
        columns = needed_columns(options_of(view.choices).levels)
        return (ReportNeed(query, columns),) if columns else ()

    def content(
        self,
        answers: Answers,
        query: ReportQuery,
        selection: Selection,
        view: ViewOptions,
    ) -> WhereContent | None:
        """Work out what is shown; what is selected and gone is dropped."""
        report: Report | None = answers.get(ReportNeed(query))
        if report is None:
            return None
        needs = self.view_needs(query, view)
        told, beside = beside_of(report, answers, needs, view)
        return where_content(told, selection, view, beside)

    worked_out = staticmethod(where_content)
    controls = staticmethod(controls_of)
    choose = staticmethod(chosen)
    alternative = staticmethod(alternative_of)


WHERE: Final = WhereTimeWent()
