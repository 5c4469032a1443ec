"""What the page "Who logged" shows of the days of some people."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import numpy as np

from clockify_desktop.charts.heat_content import HeatContent
from clockify_desktop.domain.approvals import Approval
from clockify_desktop.domain.calendar import time_zone
from clockify_desktop.domain.day_states import DayGrid
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.file_table import FileTable
from clockify_desktop.domain.identity import UserId
from clockify_desktop.domain.label import Label
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.review_records import DayOff
from clockify_desktop.domain.selection import Selection
from clockify_desktop.domain.showable import Showable, showable
from clockify_desktop.pages import who_logged_words as words
from clockify_desktop.pages.chart_selection import selection_chips
from clockify_desktop.pages.day_off_actions import (
    day_actions,
    days_off_action,
    person_actions,
)
from clockify_desktop.pages.page import (
    Control,
    PageAction,
    PageContent,
    RowAction,
    ViewOptions,
    heading,
)
from clockify_desktop.pages.reminder import Reminder, reminder_of
from clockify_desktop.pages.table import TableContent
from clockify_desktop.pages.who_logged_columns import Columns, columns_of
from clockify_desktop.pages.who_logged_focus import (
    Focus,
    focus_of,
    narrowed_to_focus,
)
from clockify_desktop.pages.who_logged_options import (
    Folds,
    Order,
    WhoLoggedOptions,
    controls_of,
    options_of,
)
from clockify_desktop.pages.who_logged_rows import (
    cells_of,
    in_order,
    labels_of,
    rows_of,
    teams_of,
)
from clockify_desktop.pages.who_logged_table import who_logged_file, who_logged_table
from clockify_desktop.translation import tr

TITLE: Final = tr("Who logged")
REMIND: Final = PageAction("reminder", tr("Copy reminder\N{HORIZONTAL ELLIPSIS}"))


@dataclass(frozen=True, eq=False, kw_only=True)
class WhoLoggedContent(PageContent):
    """The page, worked out.

    Args:
        chart: With hours as the window writes them, and how teams fold by keys.
        order: In which the rows stand.
        labels: Of the people of the grid.
        note: Above the days, where there are no keys.
    """

    chart: HeatContent
    grid: DayGrid
    labels: tuple[Label, ...]
    columns: Columns
    focus: Focus
    order: Order
    options: WhoLoggedOptions
    note: str
    approvals: Mapping[UserId, str] | None
    days_off: tuple[DayOff, ...] = ()

    @property
    def picture(self) -> HeatContent:
        """The cells with hours and minutes, however the window writes hours."""
        return replace(self.chart, durations=DurationFormat.MINUTES, note=self.note)

    @property
    def is_empty(self) -> bool:
        """Whether there are no people to be shown."""
        return not self.grid.people

    @property
    def needs_time(self) -> bool:
        """A week in which nobody logged anything has the most to show."""
        return False

    @property
    def controls(self) -> tuple[Control, ...]:
        """Count the people that each choice shows."""
        missing = int(self.grid.is_missing().any(axis=1).sum())
        return controls_of(self.view, self.order, (len(self.grid.people), missing))

    @property
    def actions(self) -> tuple[PageAction, ...]:
        """Remind those whose days are missing."""
        return (REMIND,) if self.count else ()

    @cached_property
    def reminder(self) -> Reminder:
        """Whom to ask for which days, those in the focus ticked."""
        return reminder_of(self.query, self.grid, self.labels, self.focus)

    def narrowed_to(self, mark: str) -> Selection:
        """Narrow to a person."""
        people = zip(self.grid.people, self.labels, strict=True)
        found = (one.id for one, label in people if label.mark == mark)
        return replace(self.narrowed, people=frozenset(found))

    def row_actions(
        self, mark: str, column: str | None = None
    ) -> tuple[RowAction, ...]:
        """Say that no time is expected on a day, or of a person."""
        people = zip(self.grid.people, self.labels, strict=True)
        found = [(one, label.name) for one, label in people if label.mark == mark]
        person, name = found[0] if found else (None, "")
        if column is not None:
            if not self.columns.are_days:
                return ()
            days = zip(self.columns.days, self.columns.labels, strict=True)
            day = next(day for day, label in days if label.mark == column)
            return day_actions(day, person, name, self.days_off)
        if person is None:
            return ()
        period, week_start = self.query.period, self.query.week_start
        return (
            *person_actions(person, period, self.days_off),
            days_off_action(person, name, period, self.days_off, week_start),
        )

    @cached_property
    def table(self) -> TableContent:
        """Each person's time and missing days, those with missing days first."""
        has_missing = np.asarray(self.grid.is_missing().any(axis=1))
        order = Order.NAME if self.order is Order.NAME else Order.MISSING
        places = in_order(has_missing, order).tolist()
        if self.options.only_missing:
            places = [at for at in places if has_missing[at]]
        return who_logged_table(self.grid, self.labels, places, self.focus, self.view)

    @cached_property
    def file(self) -> FileTable:
        """A row a person and day."""
        return who_logged_file(self.grid, self.focus, self.approvals)


def who_logged_content(
    report: Report,
    grid: DayGrid,
    selection: Selection,
    view: ViewOptions,
    lacking: tuple[str, ...],
    approvals: Mapping[UserId, str] | None,
    days_off: tuple[DayOff, ...],
    *,
    is_assumed: bool,
    is_loading: bool,
) -> WhoLoggedContent:
    """Work the page out of the days of some people.

    Args:
        lacking: What could not be had and why, a line each.
        approvals: What became of people's time, ``None`` where that is not known.
        is_assumed: Whether workdays are assumed.
        is_loading: Whether leave or workdays may still come; until then nobody is
            counted or reminded.
    """
    query, options = report.query, options_of(view.choices)
    labels = labels_of(report, grid)
    today = report.fetched_at.astimezone(time_zone(query.time_zone)).date()
    columns = columns_of(grid.days, query.week_start, today)
    focus = focus_of(grid, labels, columns, view.selected)
    missing = grid.is_missing().astype(np.int64)
    has_missing = np.asarray(missing.any(axis=1))
    folds = options.folds
    folds_of = f"{query.period.start}..{query.period.end}"
    if folds.of != folds_of:
        folds = Folds(folds_of)
    teams = teams_of(grid, report.grouping.group_names)
    order = options.order_of(len(grid.people), teams=bool(teams))
    rows = rows_of(
        *(labels, has_missing, teams, order, folds),
        _remarks(grid, approvals),
        only_missing=options.only_missing,
    )
    cells = cells_of(rows, grid, columns)
    people = len(grid.people)
    note = words.note(
        by_team=rows.by_team,
        by_days=columns.are_days,
        in_several=rows.in_several,
        only_missing_of=int(has_missing.sum()) if options.only_missing else people,
        people=people,
    )
    said = words.sentence(
        [label.name for label in labels],
        focus.of(missing).sum(axis=1),
        np.asarray(~grid.seconds.any(axis=1)),
        words.Circumstances(
            is_loading=is_loading,
            is_assumed=is_assumed and not is_loading,
            all_projects=selection.projects is not None,
        ),
    )
    if focus.selected:
        said = tr("Selected: {sentence}", sentence=said)
    running, count = report.is_running, int(has_missing.sum())
    chart = HeatContent(
        heat_rows=rows.heads,
        columns=columns.heads,
        seconds=cells.seconds,
        states=cells.states,
        missing=cells.missing,
        totals_s=columns.added_up(grid.seconds).sum(axis=0),
        totals_missing=columns.added_up(missing).sum(axis=0),
        total_name=showable(Level.USER.total(people)),
        title=heading(TITLE, query, running=running),
        sentence=said,
        words=cells.words,
        full_s=columns.full_s,
        dimmed=focus.dimmed(rows.of_row),
        note=words.with_keys(note) if rows.by_team else note,
        durations=view.durations,
        remarks=showable(tr("Approval")),
        folds_of=folds_of,
    )
    return WhoLoggedContent(
        title=TITLE,
        query=query,
        view=replace(
            view,
            choices=replace(options, folds=folds).choices,
            selected=focus.selected,
        ),
        sentence=said,
        chart=chart,
        what=tr("people by day"),
        narrowed=narrowed_to_focus(grid, labels, columns, focus.selected, selection),
        fetched_at=report.fetched_at,
        chips=selection_chips(focus.selected, labels, columns.labels),
        count=None if is_loading else count,
        running=running,
        attention="" if is_loading else words.attention(count),
        lacking=lacking,
        grid=grid,
        labels=labels,
        columns=columns,
        focus=focus,
        order=order,
        options=options,
        note=note,
        approvals=approvals,
        days_off=days_off,
    )


def _remarks(
    grid: DayGrid, approvals: Mapping[UserId, str] | None
) -> dict[int, Showable]:
    if not approvals:
        return {}
    return {
        at: showable(Approval(approvals[person.id]).words)
        for at, person in enumerate(grid.people)
        if person.id in approvals
    }
