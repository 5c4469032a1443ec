"""The page "Trend": twelve periods of everything, and of each row by itself."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.charts.trend_content import TrendContent
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.file_table import FileTable
from clockify_desktop.domain.label import LabelKind
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.needs import Need, ReportNeed
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.report_notes import notes_of
from clockify_desktop.domain.selection import Selection
from clockify_desktop.pages.answered_plan import PLANNED, people_shown, plan_needs
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.capacity_table import ASSUMED_SIGN
from clockify_desktop.pages.chart_selection import ChartSelection, selection_chips
from clockify_desktop.pages.page import Control, PageContent, ViewOptions, heading
from clockify_desktop.pages.period_phrases import NO_TIME_IN, NOT_BEGUN
from clockify_desktop.pages.table import TableContent
from clockify_desktop.pages.trend_options import (
    Order,
    TrendOptions,
    alternative_of,
    chosen,
    controls_of,
    options_of,
)
from clockify_desktop.pages.trend_periods import trend_need
from clockify_desktop.pages.trend_rows import TrendRows, TrendSources, trend_rows
from clockify_desktop.pages.trend_table import TrendLine, trend_file
from clockify_desktop.pages.trend_words import TrendWords, mark_of, sentence_of
from clockify_desktop.pages.where_focus import narrowed_by
from clockify_desktop.translation import tr

_TITLE: Final = tr("Trend")


@dataclass(frozen=True, slots=True)
class TrendState:
    """How far what the trend is made from is here.

    Args:
        awaited: Whether some of its periods may still come.
        capacity_loading: Whether capacity or leave may still come.
        is_assumed: Whether nobody's capacity is known.
    """

    awaited: bool
    capacity_loading: bool
    is_assumed: bool


@dataclass(frozen=True, eq=False, kw_only=True)
class TrendPageContent(PageContent):
    """The page, worked out.

    Args:
        rows: The small pictures, in their order.
        in_focus: intp, which of them what is selected leaves.
    """

    chart: TrendContent
    sources: TrendSources
    words: TrendWords
    rows: TrendRows
    in_focus: NDArray[np.intp]
    state: TrendState

    @property
    def picture(self) -> TrendContent:
        """The lines with hours and minutes, however the window writes hours."""
        minutes = DurationFormat.MINUTES
        return replace(
            self.chart,
            durations=minutes,
            sentence=_said(self, minutes),
            legend=self.words.legend(minutes, is_assumed=self.state.is_assumed),
        )

    @property
    def needs_time(self) -> bool:
        """Whether there is nothing to see where the period has no time: others may."""
        return False

    @property
    def controls(self) -> tuple[Control, ...]:
        """What its head offers, with the periods named."""
        return controls_of(self.view, self.rows.level, self.words.several)

    def period_of(self, mark: str) -> Period | None:
        """Find the period that a mark of picture or table stands for, if for any."""
        periods = self.words.periods
        every = (*periods.whole, *filter(None, (periods.running,)))
        return next((one for one in every if mark_of(one) == mark), None)

    @property
    def opens_entries(self) -> bool:
        """Open none: a click on a period leads to it."""
        return False

    def narrowed_to(self, mark: str) -> Selection:
        """Narrow to a row; a period narrows nothing."""
        labels = self.rows.lines.labels
        places = [at for at, label in enumerate(labels) if label.mark == mark]
        return _narrowed(self.sources, self.rows, places, self.narrowed)

    @cached_property
    def table(self) -> TableContent:
        """The large picture's hours, capacity and share, the newest period first."""
        state = self.state
        return TrendLine(
            self.chart,
            self.words,
            state.awaited,
            ASSUMED_SIGN if state.is_assumed else "",
            state.capacity_loading,
        ).table()

    @cached_property
    def file(self) -> FileTable:
        """A row a period of each small picture."""
        shown = self.rows.take(np.sort(self.in_focus))
        made = trend_file(shown, self.words, self.chart)
        return replace(made, notes=self.lacking)


class Trend:
    """How the hours of each went over the last periods."""

    key: Final = "trend"
    title: Final = _TITLE

    def needs(self, query: ReportQuery) -> tuple[Need, ...]:
        """List what has to be known."""
        return (ReportNeed(query),)

    def optional_needs(self, query: ReportQuery) -> tuple[Need, ...]:
        """Use all other periods at once, and what was expected in them."""
        wide = trend_need(query)
        return (wide, *plan_needs(wide.query))

    def content(
        self,
        answers: Answers,
        query: ReportQuery,
        selection: Selection,
        view: ViewOptions,
    ) -> TrendPageContent | None:
        """Work out what is shown; what is selected and gone is dropped."""
        report: Report | None = answers.get(ReportNeed(query))
        if report is None:
            return None
        options = options_of(view.choices)
        wide = trend_need(query)
        sources = TrendSources.of(report, answers, options.count)
        loading = not sources.with_capacity
        if not selection.of_whole_days:
            sources = replace(sources, with_capacity=False)
        missing = None in sources.of_periods
        refusal = answers.refusal(wide)
        lacking = PLANNED.lacking(answers, wide.query)
        if missing and refusal is not None:
            lacking = (
                tr("Earlier periods could not be had: {reason}.", reason=refusal.title),
                *lacking,
            )
        whole: Report | None = answers.get(wide)
        if whole is not None:
            own = notes_of(report)
            notes = (one for one in notes_of(whole) if one not in own)
            lacking = (
                *lacking,
                *(tr("Other periods: {note}.", note=one.text) for one in notes),
            )
        state = TrendState(
            awaited=missing and refusal is None,
            capacity_loading=loading,
            is_assumed=PLANNED.is_assumed(answers, wide.query),
        )
        return trend_content(sources, selection, view, options, state, lacking)

    controls = staticmethod(controls_of)
    choose = staticmethod(chosen)
    alternative = staticmethod(alternative_of)


def trend_content(
    sources: TrendSources,
    selection: Selection,
    view: ViewOptions,
    options: TrendOptions,
    state: TrendState,
    lacking: tuple[str, ...],
) -> TrendPageContent:
    """Work the page out.

    Args:
        lacking: What could not be had and why, a line each.
    """
    report, periods = sources.report, sources.periods
    query = report.query
    words = TrendWords(periods, query.period, query.week_start)
    people = len(people_shown(report, selection))
    level = options.shown(people, has_teams=bool(report.directory.groups))
    rows = trend_rows(sources, level, selection, words.named)
    place = sources.chosen
    rows = rows.take(_order_of(rows, options.order, place))
    labels = rows.lines.labels
    marks = {label.mark for label in labels}
    selected = ChartSelection(view.selected.rows & marks)
    chosen_rows = [at for at, one in enumerate(labels) if one.mark in selected.rows]
    focus = chosen_rows if selected else range(len(labels))
    head = heading(_TITLE, query, running=report.is_running)
    nothing = _nothing(words, rows)
    dimmed = None
    if selected:
        dimmed = np.array([one.mark not in selected.rows for one in labels], np.bool_)
    durations = view.durations
    total = rows
    if not selected and level in {Level.PROJECT, Level.CLIENT}:
        # All of it is people's time, who have a capacity.
        total = trend_rows(sources, Level.USER, selection, words.named)
    whole = chosen_rows or range(len(total.cells))
    large = total.together(whole, _name_of(total, chosen_rows))
    chart = TrendContent(
        title=head,
        sentence=nothing,
        steps=words.steps(),
        running=words.running_step(),
        large=large,
        small=rows.lines if not nothing else rows.take(np.zeros(0, np.intp)).lines,
        chosen=place,
        has_days=sources.has_days,
        has_before=sources.has_before,
        axis=words.axis,
        legend=words.legend(durations, is_assumed=state.is_assumed),
        with_mean=level in {Level.PROJECT, Level.CLIENT} or not selection.of_whole_days,
        dimmed=dimmed,
        durations=durations,
    )
    content = TrendPageContent(
        title=_TITLE,
        query=query,
        view=replace(view, choices=options.choices, selected=selected),
        sentence=nothing,
        chart=chart,
        what=tr("trend by {level}", level=level.singular),
        narrowed=_narrowed(sources, rows, chosen_rows, selection),
        fetched_at=report.fetched_at,
        chips=selection_chips(selected, labels, ()),
        running=report.is_running,
        lacking=lacking,
        nothing=nothing,
        sources=sources,
        words=words,
        rows=rows,
        in_focus=np.array(focus, np.intp),
        state=state,
    )
    said = _said(content, durations)
    return replace(content, sentence=said, chart=replace(chart, sentence=said))


def _said(content: TrendPageContent, durations: DurationFormat) -> str:
    if content.nothing:
        return content.nothing
    chart = content.chart
    said = sentence_of(
        chart.large,
        content.words,
        durations,
        awaited=content.state.awaited,
        has_days=chart.has_days,
        has_before=chart.has_before,
    )
    return tr("Selected: {sentence}", sentence=said) if content.chips else said


def _nothing(words: TrendWords, rows: TrendRows) -> str:
    """Say why there is nothing to be seen; nothing where there is."""
    periods = words.periods
    if not periods.whole and periods.running is None:
        said = NOT_BEGUN.get(words.of_kind or "")
        return said or tr("These {days} have not begun.", days=words.kind)
    if not rows.cells:
        return NO_TIME_IN[words.of_kind]
    return ""


def _order_of(rows: TrendRows, order: Order, place: int | None) -> NDArray[np.intp]:
    lines = rows.lines
    without = np.array([one.kind is not LabelKind.ONE for one in lines.labels])
    if order is Order.NAME:
        return np.argsort(without, kind="stable")
    seconds = lines.so_far_s if place is None else lines.seconds[:, place]
    return np.lexsort((-seconds, without)).astype(np.intp)


def _name_of(rows: TrendRows, chosen_rows: list[int]) -> str:
    labels = rows.lines.labels
    if len(chosen_rows) == 1:
        return labels[chosen_rows[0]].name
    if chosen_rows:
        return rows.level.counted(len(chosen_rows))
    if rows.people:
        return Level.USER.total(len(rows.people))
    return rows.level.total(len(labels))


def _narrowed(
    sources: TrendSources, rows: TrendRows, places: list[int], selection: Selection
) -> Selection:
    """Narrow to some rows, by what any of the reports knows of them."""
    if not places:
        return selection
    if rows.people:
        members = (at for place in places for at in rows.members[place].tolist())
        ids = frozenset(rows.people[at].id for at in members)
        return replace(selection, people=ids)
    marks = frozenset(rows.lines.labels[place].mark for place in places)
    each = (
        narrowed_by(report, selection, rows.level, marks).projects or frozenset()
        for report in (sources.report, *sources.others)
    )
    return replace(selection, projects=frozenset().union(*each))


TREND: Final = Trend()
