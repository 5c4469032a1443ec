"""What the page "Hours and capacity" shows, worked out."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.charts.capacity_content import (
    CAPACITY_LOADING,
    BesideLines,
    CapacityContent,
)
from clockify_desktop.domain.durations import (
    DurationFormat,
    duration_text,
    share_text,
)
from clockify_desktop.domain.figure import Figure
from clockify_desktop.domain.file_table import FileTable
from clockify_desktop.domain.selection import Selection
from clockify_desktop.pages.capacity_actions import CAPACITY_FILES, capacity_action
from clockify_desktop.pages.capacity_beside import PeopleBefore
from clockify_desktop.pages.capacity_file import capacity_file
from clockify_desktop.pages.capacity_options import (
    TEAMS_FROM,
    CapacityOptions,
    Order,
    Rows,
    controls_of,
)
from clockify_desktop.pages.capacity_rows import PeopleHours, TeamRows
from clockify_desktop.pages.capacity_sentence import CapacityCounts, capacity_sentence
from clockify_desktop.pages.capacity_table import TableRows, people_table, teams_table
from clockify_desktop.pages.chart_selection import ChartSelection, selection_chips
from clockify_desktop.pages.page import (
    Control,
    PageAction,
    PageContent,
    RowAction,
    ViewOptions,
    heading,
)
from clockify_desktop.pages.table import TableContent, Truths
from clockify_desktop.translation import tr, tr_plural

if TYPE_CHECKING:
    from clockify_desktop.domain.label import Label

TITLE: Final = tr("Hours and capacity")
_WHAT: Final = {
    Rows.PEOPLE: tr("people and their capacity"),
    Rows.TEAMS: tr("teams and their capacity"),
}


@dataclass(frozen=True, eq=False, kw_only=True)
class HoursAndCapacityContent(PageContent):
    """The page, worked out.

    Args:
        people: Everybody whom the pickers chose.
        teams: What the bars are, ``None`` where they are people.
        order: Which people or teams the bars are, from the top.
        in_focus: Bool, a person each: whom what is selected leaves.
        counts: What the sentence says.
    """

    chart: CapacityContent
    people: PeopleHours
    teams: TeamRows | None
    order: NDArray[np.intp]
    in_focus: Truths
    counts: CapacityCounts

    @cached_property
    def picture(self) -> CapacityContent:
        """The bars with hours and minutes, however the window writes hours."""
        minutes = DurationFormat.MINUTES
        drawn = _chart(self.people, self.teams, self.order, self.counts, minutes)
        said = _said(self.counts, minutes, self.view.selected)
        return replace(
            drawn,
            title=self.chart.title,
            sentence=said,
            dimmed=self.chart.dimmed,
            beside=self.chart.beside,
        )

    @property
    def controls(self) -> tuple[Control, ...]:
        """What its head offers, with the rows that are shown."""
        shown = Rows.PEOPLE if self.teams is None else Rows.TEAMS
        return controls_of(self.view, shown)

    def narrowed_to(self, mark: str) -> Selection:
        """Narrow to a person, or to the people of a team."""
        rows = _people_in(self.people, self.teams, frozenset({mark}))
        return _narrowed(self.narrowed, self.people, rows)

    @property
    def set_actions(self) -> tuple[PageAction, ...]:
        """Read capacities from a file, and save one to fill in.

        Lines are found by e-mails, which are hidden with the names. What is so already
        is only known when all that tells it has come.
        """
        hidden = any(one.hidden for one in self.people.people)
        return () if hidden or self.counts.is_loading else CAPACITY_FILES

    def row_actions(
        self,
        mark: str,
        column: str | None = None,  # noqa: ARG002 - hours are of no column
    ) -> tuple[RowAction, ...]:
        """Set the capacity of a person, or of the people of a team."""
        labels = self.people.labels if self.teams is None else self.teams.labels
        name = next((one.name for one in labels if one.mark == mark), None)
        if name is None:
            return ()
        rows = _people_in(self.people, self.teams, frozenset({mark}))
        of_team = self.teams is not None
        return (capacity_action(self.people, rows, name, self.view, of_team=of_team),)

    @cached_property
    def table(self) -> TableContent:
        """The rows with hours, capacity and difference."""
        people, teams = self.people, self.teams
        shown = np.flatnonzero(self.in_focus)
        dimmed = self.chart.dimmed
        positions = self.order if dimmed is None else self.order[~dimmed]
        rows = TableRows(
            labels=people.labels,
            hours_s=people.hours_s,
            expected_s=people.expected_s,
            is_assumed=people.is_assumed,
            has_track=people.full_s > 0,
            positions=shown if teams else positions,
            counted=(self.counts.hours_s, self.counts.expected_s),
            durations=self.view.durations,
            is_loading=self.counts.is_loading,
        )
        if teams is None:
            return people_table(rows, people)
        of_teams = replace(
            rows,
            labels=teams.labels,
            hours_s=teams.summed(people.hours_s),
            expected_s=teams.summed(people.expected_s),
            is_assumed=teams.any(people.is_assumed),
            has_track=teams.any(people.full_s > 0),
            positions=positions,
        )
        return teams_table(of_teams, teams, rows)

    @cached_property
    def file(self) -> FileTable:
        """A row a person, by name, with every number of the page."""
        return capacity_file(self.people, self.in_focus)


def capacity_content(
    people: PeopleHours,
    selection: Selection,
    view: ViewOptions,
    options: CapacityOptions,
    lacking: tuple[str, ...] = (),
    *,
    is_loading: bool = False,
    before: PeopleBefore | None = None,
) -> HoursAndCapacityContent:
    """Work the page out; what is selected and gone is dropped.

    Args:
        is_loading: Whether capacity or absences may still come.
        before: The periods before, ``None`` for none.
    """
    report, durations = people.report, view.durations
    teams = _teams_of(people, options)
    labels = people.labels if teams is None else teams.labels
    order = _order_of(people, teams, options)
    drawn = [labels[row] for row in order]
    selected = ChartSelection(view.selected.rows & {one.mark for one in drawn})
    in_focus, dimmed = np.ones(len(people.people), np.bool_), None
    if selected:
        in_focus = _people_in(people, teams, selected.rows)
        dimmed = np.array([one.mark not in selected.rows for one in drawn], np.bool_)
    counts = _counts(people, in_focus, selection, is_loading=is_loading)
    running = report.is_running
    said = _said(counts, durations, selected)
    shown = Rows.PEOPLE if teams is None else Rows.TEAMS
    short = 0 if is_loading else counts.short
    return HoursAndCapacityContent(
        title=TITLE,
        query=report.query,
        view=replace(view, choices=options.choices, selected=selected),
        sentence=said,
        chart=replace(
            _chart(people, teams, order, counts, durations),
            title=heading(TITLE, report.query, running=running),
            sentence=said,
            dimmed=dimmed,
            beside=_beside(before, people, teams, order),
        ),
        what=_WHAT[shown],
        narrowed=_narrowed(selection, people, in_focus if selected else None),
        fetched_at=report.fetched_at,
        chips=selection_chips(selected, drawn, ()),
        count=None if is_loading else short,
        running=running,
        attention=tr_plural(
            "{count} short of capacity", "{count} short of capacity", short
        )
        if short
        else "",
        figure=_figure(counts, durations, running=running),
        lacking=lacking,
        people=people,
        teams=teams,
        order=order,
        in_focus=in_focus,
        counts=counts,
    )


def _said(
    counts: CapacityCounts, durations: DurationFormat, selected: ChartSelection
) -> str:
    said = capacity_sentence(counts, durations)
    return tr("Selected: {sentence}", sentence=said) if selected else said


def _teams_of(people: PeopleHours, options: CapacityOptions) -> TeamRows | None:
    usual = Rows.TEAMS if len(people.people) >= TEAMS_FROM else Rows.PEOPLE
    has_teams = bool(people.report.directory.groups)
    if not has_teams or (options.rows or usual) is Rows.PEOPLE:
        return None
    return TeamRows.of(people.report, people.people)


def _order_of(
    people: PeopleHours, teams: TeamRows | None, options: CapacityOptions
) -> NDArray[np.intp]:
    hours_s = people.hours_s if teams is None else teams.summed(people.hours_s)
    if options.order is Order.TIME:
        return np.argsort(-hours_s, kind="stable")
    return np.arange(len(hours_s))


def _chart(
    people: PeopleHours,
    teams: TeamRows | None,
    order: NDArray[np.intp],
    counts: CapacityCounts,
    durations: DurationFormat,
) -> CapacityContent:
    has_track = people.expected_s > 0
    tolerance_s = np.where(has_track, people.tolerance_s, 0)
    columns = (people.hours_s, people.expected_s, people.full_s, tolerance_s)
    truths = (people.is_assumed, has_track)
    labels: tuple[Label, ...] = people.labels
    if teams is not None:
        labels = teams.labels
        columns = tuple(map(teams.summed, columns))  # type: ignore[assignment]  # four, as before
        truths = tuple(map(teams.any, truths))  # type: ignore[assignment]  # two, as before
    if counts.is_loading:
        notes = [CAPACITY_LOADING] * len(labels)
    elif teams is None:
        notes = [people.note(row, durations) for row in range(len(labels))]
    else:
        notes = [people.note_of(members) for members in teams.members]
    hours_s, expected_s, full_s, tolerances_s = (one[order] for one in columns)
    return CapacityContent(
        labels=tuple(labels[row] for row in order),
        title="",
        sentence="",
        hours_s=hours_s,
        expected_s=expected_s,
        full_s=full_s,
        tolerance_s=tolerances_s,
        is_assumed=truths[0][order],
        has_track=truths[1][order],
        notes=tuple(notes[row] for row in order),
        within=tr("within {time}", time=duration_text(people.tolerance_s, durations)),
        is_loading=counts.is_loading,
        durations=durations,
    )


def _beside(
    before: PeopleBefore | None,
    people: PeopleHours,
    teams: TeamRows | None,
    order: NDArray[np.intp],
) -> BesideLines | None:
    if before is None:
        return None
    if teams is None:
        return before.of_people([people.people[row] for row in order])
    return before.of_teams(people.people, teams.take(order))


def _counts(
    people: PeopleHours, shown: Truths, selection: Selection, *, is_loading: bool
) -> CapacityCounts:
    there = shown & ((people.full_s > 0) | (people.hours_s > 0))

    def count(truths: Truths) -> int:
        return int(np.count_nonzero(truths & shown))

    def total(seconds: NDArray[np.int64]) -> int:
        return int(seconds[shown].sum())

    assumed, expecting = people.is_assumed[there], (people.full_s > 0)[there]
    return CapacityCounts(
        people=count(there),
        busy=count(people.hours_s > 0),
        hours_s=total(people.hours_s),
        expected_s=total(people.expected_s),
        leave_s=total(people.leave_s),
        holiday_s=total(people.holiday_s),
        short=count(people.is_short),
        over=count(people.is_over),
        unfinished=count(people.is_unfinished),
        tolerance_s=people.tolerance_s,
        all_assumed=bool(expecting.any()) and bool((assumed == expecting).all()),
        is_loading=is_loading,
        of_some_projects=selection.projects is not None,
    )


def _figure(
    counts: CapacityCounts, durations: DurationFormat, *, running: bool
) -> Figure | None:
    if counts.is_loading or counts.expected_s <= 0:
        return None
    share = share_text(counts.hours_s, counts.expected_s)
    name = tr("of capacity so far") if running else tr("of capacity")
    return Figure(share, name, duration_text(counts.expected_s, durations))


def _people_in(
    people: PeopleHours, teams: TeamRows | None, marks: frozenset[str]
) -> Truths:
    """Tell of each person whether some rows of the picture hold them."""
    if teams is None:
        return np.array([one.mark in marks for one in people.labels], np.bool_)
    found = np.zeros(len(people.people), np.bool_)
    for label, members in zip(teams.labels, teams.members, strict=True):
        found[members] |= label.mark in marks
    return found


def _narrowed(
    selection: Selection, people: PeopleHours, rows: Truths | None
) -> Selection:
    if rows is None:
        return selection
    ids = (people.people[row].id for row in np.flatnonzero(rows).tolist())
    return replace(selection, people=frozenset(ids))
