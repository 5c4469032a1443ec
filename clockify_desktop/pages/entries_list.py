"""The entries behind a bar, a cell or a row, by day.

Whatever narrows the report narrows its entries, by the same code, so that their sum is
the bar's to the second; where it is not, somebody logged time in between, and by how
much they differ is said.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Final

import numpy as np

from clockify_desktop.charts.chart import ChartHit
from clockify_desktop.charts.list_content import ListContent
from clockify_desktop.domain.durations import DurationFormat, duration_text, exact_text
from clockify_desktop.domain.entries import ENTRY
from clockify_desktop.domain.entry_report import EntryReport, entry_notes
from clockify_desktop.domain.entry_words import EntryWords
from clockify_desktop.domain.facts import Facts
from clockify_desktop.domain.file_table import FileTable
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import Selection
from clockify_desktop.domain.showable import named
from clockify_desktop.pages.copied_table import CopiedTable
from clockify_desktop.pages.entries_list_picture import copied_list, list_picture
from clockify_desktop.pages.entries_list_rows import ListRows, list_rows
from clockify_desktop.pages.entries_list_table import list_table
from clockify_desktop.pages.entry_file import ENTRY_COLUMNS, entry_cells
from clockify_desktop.pages.entry_sheet import EntrySheet, entry_sheet
from clockify_desktop.pages.page import (
    PageAction,
    PageContent,
    ViewOptions,
    heading,
)
from clockify_desktop.pages.question import about_entry
from clockify_desktop.pages.table import TableContent
from clockify_desktop.pages.to_check_table import entries_in_words
from clockify_desktop.translation import tr, tr_plural

BACK: Final = PageAction(
    "back",
    tr("\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK} Back"),
)
_STEP: Final = " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} "


@dataclass(frozen=True, eq=False, kw_only=True)
class EntriesContent(PageContent):
    """The list, worked out.

    Args:
        own_list: The picture of its rows alone.
        trail: What was opened, from the page to the bar.
        rows: What is listed.
        difference_s: Seconds by which the entries exceed the bar.
    """

    own_list: ListContent
    trail: tuple[str, ...]
    rows: ListRows
    difference_s: int

    @cached_property
    def table(self) -> TableContent:
        """All entries, by what they say."""
        return list_table(self.rows)

    @cached_property
    def file(self) -> FileTable:
        """A row an entry."""
        entries, shown = self.rows.entries, self.rows.shown
        kept = [
            place
            for place, column in enumerate(ENTRY_COLUMNS)
            if self.rows.descriptions or column != "description"
        ]
        rows = [
            tuple(cells[place] for place in kept)
            for cells in (entry_cells(entries, at) for at in shown.tolist())
        ]
        columns = tuple(ENTRY_COLUMNS[place] for place in kept)
        return FileTable(columns, rows, int(entries.seconds[shown].sum()))

    @property
    def actions(self) -> tuple[PageAction, ...]:
        """Go back to the picture."""
        return (BACK,)

    @property
    def copied(self) -> CopiedTable:
        """The list for the clipboard."""
        return copied_list(self.rows)

    @property
    def first_mark(self) -> str:
        """The mark of the first entry, empty where there is none."""
        at = self.rows.shown
        return self.rows.entry_mark(int(at[0])) if len(at) else ""

    def place_of(self, mark: str) -> ChartHit | None:
        """Find an entry in the picture; ``None`` for a day or one that is gone."""
        row = self.rows.row_of.get(mark)
        return None if row is None else ChartHit(row, 0)

    def sheet_of(self, mark: str) -> EntrySheet:
        """Tell everything about one entry."""
        return entry_sheet(self.rows, self.rows.row_of[mark])

    def question_about(self, mark: str) -> str:
        """Begin a question to whoever logged an entry."""
        at, zone = int(self.rows.entry[self.rows.row_of[mark]]), self.query.time_zone
        words = EntryWords(self.rows.entries)
        return about_entry(words, at, zone, descriptions=self.rows.descriptions)

    def narrowed_to(self, mark: str) -> Selection:
        """Narrow to the person and the day of an entry."""
        entries = self.rows.entries
        at = self.rows.shown[self.rows.marked(mark)]
        people = frozenset(entries.person(one).id for one in at.tolist())
        days = frozenset(map(date.fromordinal, entries.day[at].tolist()))
        return replace(self.narrowed, people=people, days=days, cells=None)


def entries_content(
    report: Report,
    entries: EntryReport,
    selection: Selection,
    view: ViewOptions,
    trail: tuple[str, ...],
    approved: Mapping[str, str] | None = None,
    *,
    descriptions: bool = True,
    is_half: bool = False,
) -> EntriesContent:
    """List the entries behind a part of a report.

    Args:
        entries: Those of the report's days, and of days around them where these are not
            counted as Clockify does.
        selection: What was opened.
        trail: What people call it, from the page to the bar.
        approved: What became of requests for approval, by id.
        descriptions: Whether these are shown; a policy may hide them.
        is_half: Whether another list is to stand beside it.
    """
    entries = entries.counted(report.query)
    by_tag = "tag" in report.facts.more
    told = replace(report, facts=entries.entries.as_facts(by_tag=by_tag))
    shown = np.unique(told.narrowed(selection).more[ENTRY][1])
    words = EntryWords(entries.entries, view.durations)
    rows = list_rows(words, shown, told.facts, approved or {}, report.query.time_zone)
    rows = replace(rows, descriptions=descriptions)
    bar_s = _time_s(report.narrowed(selection))
    total_s = int(entries.entries.seconds[shown].sum())
    title = named(trail[-1])
    said = _sentence(rows, view)
    running = report.is_running
    own_list = list_picture(
        rows,
        heading(_STEP.join(map(named, trail)), report.query, running=running),
        said,
        total_s - bar_s,
        is_half=is_half,
    )
    return EntriesContent(
        title=title,
        query=report.query,
        view=view,
        sentence=said,
        chart=own_list,
        own_list=own_list,
        what=tr("entries of {name}", name=title),
        narrowed=selection,
        fetched_at=entries.fetched_at,
        running=running,
        lacking=tuple(_lacking(report, entries, total_s, bar_s, view.durations)),
        trail=trail,
        rows=rows,
        difference_s=total_s - bar_s,
    )


def _time_s(facts: Facts) -> int:
    """Add up all time, each once; where it stands under several tags, under one."""
    tags = facts.more.get("tag")
    if tags is not None and len(np.unique(tags[1])) == 1:
        # Under one tag nothing stands twice, be it the first of its entry or not.
        return int(facts.seconds.sum())
    return facts.total_s


def _lacking(
    report: Report,
    entries: EntryReport,
    total_s: int,
    bar_s: int,
    durations: DurationFormat,
) -> Iterator[str]:
    if total_s != bar_s:
        ours, theirs = (exact_text(one, durations) for one in (total_s, bar_s))
        yield (
            tr(
                "The entries add up to {ours}, what was opened to {theirs}: "
                "somebody may have logged time in between. Refresh to read both "
                "again.",
                ours=ours,
                theirs=theirs,
            )
        )
    else:
        yield from entry_notes(entries, report.facts.total_s)


def _sentence(rows: ListRows, view: ViewOptions) -> str:
    entries, shown = rows.entries, rows.shown
    days = len(np.unique(entries.day[shown]))
    on_days = tr_plural("{count} day", "{count} days", days)
    seconds = entries.seconds[shown]
    total, billable = (
        duration_text(int(one.sum()), view.durations)
        for one in (seconds, seconds[entries.billable[shown]])
    )
    said = tr(
        "{entries} on {days}: {time}, {billable} of it billable.",
        entries=entries_in_words(len(shown)),
        days=on_days,
        time=total,
        billable=billable,
    )
    told = ", ".join(
        # Translators: {state} is such as "approved" or "submitted and locked".
        tr_plural("{count} is {state}", "{count} are {state}", count, state=state)
        for state, count in rows.states.most_common()
    )
    return f"{said} {told}." if told else said
