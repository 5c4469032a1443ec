"""What the page "Projects" shows, worked out."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.charts.projects_content import ProjectsContent
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.file_table import FileTable
from clockify_desktop.domain.identity import UserId
from clockify_desktop.domain.label import Label
from clockify_desktop.domain.selection import Selection
from clockify_desktop.pages.asked import ProjectDatesAsked
from clockify_desktop.pages.chart_selection import ChartSelection, selection_chips
from clockify_desktop.pages.page import (
    Control,
    PageContent,
    RowAction,
    ViewOptions,
    heading,
)
from clockify_desktop.pages.project_rows import ProjectHours, Truths
from clockify_desktop.pages.projects_file import projects_file
from clockify_desktop.pages.projects_options import (
    ProjectsOptions,
    controls_of,
    options_of,
)
from clockify_desktop.pages.projects_picture import order_of, picture_of, swatches_of
from clockify_desktop.pages.projects_table import projects_table
from clockify_desktop.pages.projects_words import sentence_of
from clockify_desktop.pages.table import TableContent
from clockify_desktop.translation import tr

TITLE: Final = tr("Projects")


@dataclass(frozen=True, eq=False, kw_only=True)
class ProjectsPageContent(PageContent):
    """The page, worked out.

    Args:
        order: intp, the projects that are shown, from the top.
        in_focus: Bool, a project each: which of all what is selected leaves.
        without_time: How many active projects have no time in the period.
    """

    chart: ProjectsContent
    hours: ProjectHours
    options: ProjectsOptions
    order: NDArray[np.intp]
    in_focus: Truths
    without_time: int

    @cached_property
    def picture(self) -> ProjectsContent:
        """The bars with hours and minutes, however the window writes hours."""
        minutes = DurationFormat.MINUTES
        return picture_of(
            self.hours,
            self.order,
            self.options,
            minutes,
            title=self.chart.title,
            sentence=_said(self.hours, self.in_focus, minutes, self.view.selected),
            marks=self.view.selected.rows,
        )

    @property
    def is_empty(self) -> bool:
        """Whether there are no projects to be shown."""
        return not len(self.order)

    @property
    def needs_time(self) -> bool:
        """An estimate may be used up without time in the period."""
        return False

    @property
    def controls(self) -> tuple[Control, ...]:
        """Count the projects without time."""
        return controls_of(self.view, self.without_time)

    def narrowed_to(self, mark: str) -> Selection:
        """Narrow to a project."""
        return _narrowed(self.narrowed, self.hours, frozenset({mark}), None)

    def row_actions(
        self,
        mark: str,
        column: str | None = None,  # noqa: ARG002 - dates are of no column
    ) -> tuple[RowAction, ...]:
        """Say when a project is to run."""
        hours = self.hours
        for row, label in enumerate(hours.labels):
            project = hours.projects[row].id
            if label.mark == mark and project is not None:
                asked = ProjectDatesAsked(
                    *(project, label.name, hours.today),
                    *(hours.dates(row), self.query.week_start),
                )
                return (RowAction(tr("Set start and end"), asks=asked),)
        return ()

    @cached_property
    def table(self) -> TableContent:
        """The projects with their numbers, opening into people."""
        rows = self.order[self.in_focus[self.order]]
        series, swatches = swatches_of(self.hours)
        return projects_table(self.hours, rows, self.view.durations, series, swatches)

    @cached_property
    def file(self) -> FileTable:
        """A row a project and currency, by name, also of those without time."""
        return projects_file(self.hours, np.flatnonzero(self.in_focus), self.lacking)


def projects_content(
    hours: ProjectHours,
    selection: Selection,
    view: ViewOptions,
    lacking: tuple[str, ...] = (),
) -> ProjectsPageContent:
    """Work the page out; what is selected and gone is dropped."""
    options, report = options_of(view.choices), hours.report
    # What the sentence names is there to be seen.
    with_time = (hours.hours_s != 0) | hours.is_over | hours.is_ahead
    shown = with_time | options.without_time
    order = order_of(hours, options)
    order = order[shown[order]]
    drawn = [hours.labels[row] for row in order.tolist()]
    selected = ChartSelection(view.selected.rows & {one.mark for one in drawn})
    person = _whose(view.selected, hours)
    if person is not None:
        cells = (
            one for one in view.selected.cells if one[0] in {a.mark for a in drawn}
        )
        selected = ChartSelection(cells=frozenset(cells))
    chosen = selected.rows | {row for row, _ in selected.cells}
    in_focus = np.ones(len(hours.projects), np.bool_)
    if selected:
        marks = (one.mark in chosen for one in hours.labels)
        in_focus = np.fromiter(marks, np.bool_, len(hours.labels))
    running = report.is_running
    said = _said(hours, in_focus, view.durations, selected)
    return ProjectsPageContent(
        title=TITLE,
        query=report.query,
        view=replace(view, choices=options.choices, selected=selected),
        sentence=said,
        chart=picture_of(
            hours,
            order,
            options,
            view.durations,
            title=heading(TITLE, report.query, running=running),
            sentence=said,
            marks=chosen,
        ),
        what=tr("projects and their estimates"),
        narrowed=_narrowed(selection, hours, chosen, person),
        fetched_at=report.fetched_at,
        chips=selection_chips(selected, drawn, () if person is None else [person]),
        running=running,
        lacking=lacking,
        hours=hours,
        options=options,
        order=order,
        in_focus=in_focus,
        without_time=int(np.count_nonzero(~with_time)),
    )


def _said(
    hours: ProjectHours,
    in_focus: Truths,
    durations: DurationFormat,
    selected: ChartSelection,
) -> str:
    said = sentence_of(hours, in_focus, durations)
    return tr("Selected: {sentence}", sentence=said) if selected else said


def _whose(selected: ChartSelection, hours: ProjectHours) -> Label | None:
    """Find whose part of a project is opened; clicks select whole projects alone."""
    marks = {column for _, column in selected.cells}
    people = (Label(one.id, one.name) for one in hours.report.everybody if marks)
    return next((one for one in people if one.mark in marks), None)


def _narrowed(
    selection: Selection,
    hours: ProjectHours,
    marks: frozenset[str],
    person: Label | None,
) -> Selection:
    if not marks:
        return selection
    if person is not None:
        selection = replace(selection, people=frozenset({UserId(person.key)}))
    pairs = zip(hours.projects, hours.labels, strict=True)
    chosen = frozenset(one.id for one, label in pairs if label.mark in marks)
    return replace(selection, projects=chosen)
