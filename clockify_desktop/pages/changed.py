"""The page "What changed": a period against the one before and the four before."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.charts.change_content import NO_CHANGES, ChangeContent
from clockify_desktop.domain.changes import Changes
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.file_table import FileTable
from clockify_desktop.domain.needs import Need, ReportNeed
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.domain.selection import Selection
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.changed_comparison import (
    Comparison,
    comparison_of,
    day_of,
    earlier_needs,
)
from clockify_desktop.pages.changed_options import (
    ChangedOptions,
    alternative_of,
    chosen,
    controls_of,
    options_of,
)
from clockify_desktop.pages.changed_picture import (
    PictureRows,
    picture_of,
    picture_rows,
    swatches_of,
)
from clockify_desktop.pages.changed_table import changed_file, changed_table
from clockify_desktop.pages.changed_words import (
    ComparisonWords,
    comparison_words,
    figure_of,
    sentence_of,
)
from clockify_desktop.pages.chart_selection import (
    ChartSelection,
    SelectionChip,
    selection_chips,
)
from clockify_desktop.pages.page import (
    ComparedPart,
    Control,
    PageContent,
    ViewOptions,
    heading,
)
from clockify_desktop.pages.period_phrases import NO_DAY_OVER
from clockify_desktop.pages.table import TableContent
from clockify_desktop.pages.where_focus import narrowed_by
from clockify_desktop.translation import tr

_TITLE: Final = tr("What changed")


@dataclass(frozen=True, eq=False, kw_only=True)
class ChangedContent(PageContent):
    """The page, worked out.

    Args:
        changes: Every row, by name.
        in_focus: intp, those of the table, in their order.
        said_in_files: The sentence beside hours and minutes.
    """

    chart: ChangeContent
    options: ChangedOptions
    comparison: Comparison
    changes: Changes
    shown: PictureRows
    in_focus: NDArray[np.intp]
    words: ComparisonWords
    said_in_files: str = ""

    @property
    def picture(self) -> ChangeContent:
        """The bars with hours and minutes, however the window writes hours."""
        if self.is_empty:
            return self.chart
        return picture_of(
            self.changes,
            self.shown,
            self.options,
            self.words,
            DurationFormat.MINUTES,
            title=self.chart.title,
            sentence=self.said_in_files,
            selected=self.view.selected,
        )

    @property
    def needs_time(self) -> bool:
        """Whether there is nothing to see where nobody logged any: then all is less."""
        return False

    @property
    def controls(self) -> tuple[Control, ...]:
        """What its head offers: the days that it is compared with are one."""
        return controls_of(self.view, tr("against {dates}", dates=_against(self.words)))

    @property
    def listed(self) -> Selection:
        """Of a period that is running, the days that are compared."""
        days = self.comparison.days
        if days.count is None:
            return self.narrowed
        return replace(self.narrowed, days=frozenset(days.of(days.period)))

    @property
    def compared(self) -> ComparedPart | None:
        """The same part of the period before; ``None`` where the calendar begins."""
        days, before = self.comparison.days, self.comparison.before
        if not before:
            return None
        earlier = days.of(before[0])
        narrowed = self.narrowed
        if days.count is not None:
            narrowed = replace(narrowed, days=frozenset(earlier))
        query = replace(self.query, period=before[0])
        return ComparedPart(query, narrowed, earlier, days.of(days.period))

    def narrowed_to(self, mark: str) -> Selection:
        """Narrow to a person, project or client."""
        return _narrowed(
            self.comparison, self.narrowed, self.options, frozenset({mark})
        )

    @cached_property
    def table(self) -> TableContent:
        """The rows now and before, the change, and the mean of the four before."""
        series, swatches = swatches_of(self.changes, self.options.rows)
        return changed_table(
            self.changes,
            self.in_focus,
            self.options.rows,
            self.comparison.mean_of,
            self.view.durations,
            series=series,
            swatches=swatches,
        )

    @cached_property
    def file(self) -> FileTable:
        """Every row by its name, in seconds and hours."""
        days, before = self.comparison.days, self.comparison.before
        return changed_file(
            self.changes,
            self.in_focus,
            self.options.rows,
            days,
            # Where the calendar begins nothing is written either.
            days.of(before[0] if before else days.period),
            self.lacking,
        )


def changed_content(
    comparison: Comparison, selection: Selection, view: ViewOptions
) -> ChangedContent:
    """Work the page out of a report and those before it."""
    options, report = options_of(view.choices), comparison.report
    query, days = report.query, comparison.days
    words = comparison_words(
        days, comparison.before, query.week_start, comparison.mean_of or 0
    )
    changes = comparison.changes(options, selection)
    nothing = _nothing(comparison, changes, words)
    if nothing:
        changes = changes.take(np.zeros(0, np.intp))
    shown = picture_rows(changes, options)
    running = report.is_running
    head = heading(_TITLE, query, running=running)
    selected, marks = _still_there(view.selected, changes, shown)
    order = _in_focus(changes, shown, marks)
    rows = changes.take(np.sort(order))
    total = rows.total()
    said = said_in_files = nothing
    figure = None
    chart = replace(NO_CHANGES, title=head, sentence=nothing)
    chips: tuple[SelectionChip, ...] = ()
    if not nothing:
        said, said_in_files = (
            _said(sentence_of(total, rows, words, options.rows, durations), selected)
            for durations in (view.durations, DurationFormat.MINUTES)
        )
        chart = picture_of(
            changes,
            shown,
            options,
            words,
            view.durations,
            title=head,
            sentence=said,
            selected=selected,
        )
        if selected:
            chips = selection_chips(selected, shown.labels(changes, chart), ())
        today = day_of(report)
        figure = figure_of(total, words, query.period, today, view.durations)
    return ChangedContent(
        title=_TITLE,
        query=query,
        view=replace(view, choices=options.choices, selected=selected),
        sentence=said,
        chart=chart,
        what=tr("changes by {level}", level=options.rows.singular),
        narrowed=_narrowed(comparison, selection, options, marks),
        fetched_at=report.fetched_at,
        chips=chips,
        running=running,
        figure=figure,
        lacking=comparison.lacking,
        nothing=nothing,
        options=options,
        comparison=comparison,
        changes=changes,
        shown=shown,
        in_focus=order,
        words=words,
        said_in_files=said_in_files,
    )


def _against(words: ComparisonWords) -> str:
    if words.running:
        return words.than
    return words.dates[0] if words.dates else words.than


def _nothing(comparison: Comparison, changes: Changes, words: ComparisonWords) -> str:
    """Say why there is nothing to compare with; nothing where there is."""
    if not comparison.before:
        return tr("Nothing to compare with: the calendar begins here.")
    if comparison.days.are_none:
        return NO_DAY_OVER.get(words.kind or "") or tr(
            "Nothing to compare with: no day of these {days} is over so far.",
            days=words.length,
        )
    if not changes.seconds[:, 1:].any():
        return tr("Nothing to compare with: no time in {dates}.", dates=_against(words))
    return ""


def _said(sentence: str, selected: ChartSelection) -> str:
    return tr("Selected: {sentence}", sentence=sentence) if selected else sentence


def _still_there(
    selected: ChartSelection, changes: Changes, shown: PictureRows
) -> tuple[ChartSelection, frozenset[str]]:
    """Drop what has no row any more.

    Returns:
        What is selected, and the marks of its rows; of all rows that share a bar.
    """
    kept = ChartSelection(shown.still_there(selected.rows, changes))
    return kept, shown.marks_of(changes, kept)


def _in_focus(
    changes: Changes, shown: PictureRows, marks: frozenset[str]
) -> NDArray[np.intp]:
    order = shown.order
    if not marks:
        return order
    kept = [row for row in order.tolist() if changes.keys[row].label.mark in marks]
    return np.array(kept, np.intp)


def _narrowed(
    comparison: Comparison,
    selection: Selection,
    options: ChangedOptions,
    marks: frozenset[str],
) -> Selection:
    """Narrow to some rows, by what any of the reports knows of them."""
    if not marks:
        return selection
    each = [
        narrowed_by(report, selection, options.rows, marks)
        for report in comparison.reports
        if report is not None
    ]
    if options.rows.column == "user":
        people = (one.people or frozenset() for one in each)
        return replace(selection, people=frozenset().union(*people))
    projects = (one.projects or frozenset() for one in each)
    return replace(selection, projects=frozenset().union(*projects))


class WhatChanged:
    """How a period differs from those before it."""

    key: Final = "changed"
    title: Final = _TITLE

    def needs(self, query: ReportQuery) -> tuple[Need, ...]:
        """List what has to be known: the report and the one before."""
        return (ReportNeed(query), *earlier_needs(query)[:1])

    def optional_needs(self, query: ReportQuery) -> tuple[Need, ...]:
        """Use the three before these for the mean."""
        return earlier_needs(query)[1:]

    def content(
        self,
        answers: Answers,
        query: ReportQuery,
        selection: Selection,
        view: ViewOptions,
    ) -> ChangedContent | None:
        """Work out what is shown; what is selected and gone is dropped."""
        comparison = comparison_of(answers, query)
        if comparison is None:
            return None
        return changed_content(comparison, selection, view)

    controls = staticmethod(controls_of)
    choose = staticmethod(chosen)
    alternative = staticmethod(alternative_of)


CHANGED: Final = WhatChanged()
