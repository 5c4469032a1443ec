"""The page "To check": entries that rules found, each with its evidence."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Final

import numpy as np

from clockify_desktop.charts.list_content import ListContent
from clockify_desktop.domain.calendar import DAYS_A_WEEK
from clockify_desktop.domain.entries import ENTRY, Entries
from clockify_desktop.domain.entry_findings import FoundByRules
from clockify_desktop.domain.entry_report import EntryReport, entry_notes
from clockify_desktop.domain.file_table import FileTable
from clockify_desktop.domain.needs import Need, RecordsNeed, ReportNeed, entries_need
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.review_records import ReviewRecords, Verdicts
from clockify_desktop.domain.selection import EVERYTHING, Selection
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.chart_selection import ChartSelection, selection_chips
from clockify_desktop.pages.detail import Detail
from clockify_desktop.pages.page import (
    Alternative,
    Control,
    PageAction,
    PageContent,
    ViewOptions,
    heading,
)
from clockify_desktop.pages.question import question_text
from clockify_desktop.pages.table import Positions, TableContent
from clockify_desktop.pages.to_check_detail import check_detail
from clockify_desktop.pages.to_check_file import check_file
from clockify_desktop.pages.to_check_marks import labels_marked
from clockify_desktop.pages.to_check_options import (
    CheckOptions,
    chosen,
    controls_of,
    options_of,
)
from clockify_desktop.pages.to_check_picture import check_picture, sentence_of
from clockify_desktop.pages.to_check_rows import CheckRows, check_rows
from clockify_desktop.pages.to_check_table import check_table, entries_in_words
from clockify_desktop.pages.to_check_words import CheckWords
from clockify_desktop.translation import tr

QUESTION: Final = PageAction("question", tr("Copy question"))
"""What copies ``CheckContent.question``."""
_TITLE: Final = tr("To check")
_EARLIER_WEEKS: Final = 8


@dataclass(frozen=True, eq=False, kw_only=True)
class CheckContent(PageContent):
    """The page, worked out.

    Args:
        options: Its choices.
        words: All rows that are listed, and what is said of them.
        selected_rows: Which of them are selected; all where nothing is.
        found: How many entries were found, settled ones too.
        has_entries: Whether there is anything to look at.
        rules_off: The keys of rules that nobody can switch on.
    """

    chart: ListContent
    options: CheckOptions
    words: CheckWords
    selected_rows: Positions
    found: int
    has_entries: bool
    rules_off: frozenset[str] = frozenset()

    @property
    def is_empty(self) -> bool:
        """Whether nothing could be checked; that nothing was found is an answer."""
        return not self.has_entries

    @cached_property
    def table(self) -> TableContent:
        """What is listed by rule, person or day; one goes on from line to line."""
        return check_table(self.words, self.options.order)

    @cached_property
    def file(self) -> FileTable:
        """A row a finding of what is selected."""
        rows = self.words.rows.take(self.selected_rows)
        return check_file(replace(self.words, rows=rows))

    @property
    def controls(self) -> tuple[Control, ...]:
        """Say how many are open, and how many there are."""
        counts = self.count or 0, self.found
        return controls_of(self.view, self.rules_off, counts)

    @property
    def actions(self) -> tuple[PageAction, ...]:
        """Offer a text to whoever logged what is selected, or all that is listed."""
        return (QUESTION,) if len(self.words.rows) else ()

    @cached_property
    def detail(self) -> Detail | None:
        """Tell everything about what is selected."""
        if not self.view.selected:
            return None
        name = ", ".join(chip.words() for chip in self.chips)
        shown = self.options.settled
        return check_detail(self.words, self.selected_rows, name, settled_shown=shown)

    @property
    def opens_entries(self) -> bool:
        """Open none: its rows are entries already."""
        return False

    def narrowed_to(self, mark: str) -> Selection:
        """Narrow to the people and the days of what bears a mark."""
        ((_, at),) = labels_marked(self.words, frozenset({mark}))
        return _narrowed(self.narrowed, self.words.rows, at)

    def question(self, mark: str | None = None) -> str:
        """Ask about what bears a mark, entry by entry; empty where nothing does.

        Args:
            mark: ``None`` for what is selected.
        """
        rows, at = self.words.rows, self.selected_rows.tolist()
        if mark is not None:
            found = labels_marked(self.words, frozenset({mark}))
            at = [row for _, several in found for row in several.tolist()]
        zone = self.query.time_zone
        return "\n".join(question_text(rows, row, zone) for row in at)


def check_content(
    report: Report,
    entries: EntryReport,
    selection: Selection,
    view: ViewOptions,
    *,
    earlier: Report | None = None,
    verdicts: Verdicts | None = None,
    lacking: tuple[str, ...] = (),
    rules_off: frozenset[str] = frozenset(),
) -> CheckContent:
    """Work the page out.

    Args:
        entries: Those of the report's days.
        earlier: The weeks before, where they are here.
        verdicts: What the manager said; ``None`` for nothing.
        lacking: What else could not be had, and why.
        rules_off: The keys of rules that nobody can switch on.
    """
    options = options_of(view.choices, rules_off)
    before = None if earlier is None else earlier.facts
    found = entries.found(options.rules, options.limits, report, before)
    found, looked_at = _selected(entries.entries, found, selection)
    every = check_rows(
        entries.entries,
        options.rules,
        found,
        options,
        verdicts or {},
        entries.fetched_at,
    )
    rows = every if options.settled else every.take(~every.settled)
    words = CheckWords(rows, options.limits, view.durations)
    marked = labels_marked(words, view.selected.rows)
    selected = ChartSelection(frozenset(label.mark for label, _ in marked))
    at = np.arange(len(rows))
    if marked:
        at = np.unique(np.concatenate([of_label for _, of_label in marked]))
    said = words.sentence(int(at[0])) if len(at) == 1 and marked else ""
    said = said or sentence_of(every, looked_at, asked=bool(options.on))
    narrowed = _narrowed(selection, rows, at) if marked else selection
    running = report.is_running
    return CheckContent(
        title=_TITLE,
        query=report.query,
        view=replace(view, choices=options.choices, selected=selected),
        sentence=said,
        chart=check_picture(
            words,
            heading(_TITLE, report.query, running=running),
            said,
            frozenset(at.tolist()) if marked else frozenset(),
        ),
        what=tr("entries to check"),
        narrowed=narrowed,
        fetched_at=entries.fetched_at,
        chips=selection_chips(selected, [label for label, _ in marked], ()),
        count=every.left,
        running=running,
        attention=tr("{entries} to check", entries=entries_in_words(every.left))
        if every.left
        else "",
        lacking=(*entry_notes(entries, report.compared_s), *lacking),
        options=options,
        words=words,
        selected_rows=at,
        found=len(every),
        has_entries=looked_at > 0,
        rules_off=rules_off,
    )


def _selected(
    entries: Entries, found: FoundByRules, selection: Selection
) -> tuple[FoundByRules, int]:
    """Keep what is found of the chosen time; count the entries looked at.

    Of two that overlap it is enough that one is chosen.
    """
    if selection == EVERYTHING:
        return found, len(entries)
    narrowed = selection.narrow(entries.as_facts())
    within = np.zeros(len(entries) + 1, np.bool_)
    within[narrowed.more[ENTRY][1]] = True
    # The other one is -1, the last place, where there is none.
    kept = within[found.at] | within[found.other]
    return found.take(kept), int(within.sum())


def _narrowed(selection: Selection, rows: CheckRows, at: Positions) -> Selection:
    entries, entry = rows.entries, rows.entry[at]
    people = {entries.people[user].id for user in entries.user[entry].tolist()}
    days = frozenset(map(date.fromordinal, entries.day[entry].tolist()))
    return replace(selection, people=frozenset(people), days=days)


class ToCheck:
    """Which entries ask for a question to whoever logged them.

    Args:
        rules_off: The keys of rules that nobody can switch on.
    """

    key: Final = "to-check"
    title: Final = _TITLE

    def __init__(self, rules_off: frozenset[str] = frozenset()) -> None:
        self._off = rules_off

    def needs(self, query: ReportQuery) -> tuple[Need, ...]:
        """List what has to be known."""
        return ReportNeed(query), entries_need(query)

    def optional_needs(self, query: ReportQuery) -> tuple[Need, ...]:
        """Use the weeks before, which one rule looks at, and what was said."""
        earlier, records = _earlier(query), RecordsNeed(query.workspace)
        return (records,) if earlier is None else (ReportNeed(earlier), records)

    def content(
        self,
        answers: Answers,
        query: ReportQuery,
        selection: Selection,
        view: ViewOptions,
    ) -> CheckContent | None:
        """Work out what is shown; what is selected and gone is dropped."""
        report: Report | None = answers.get(ReportNeed(query))
        entries: EntryReport | None = answers.get(entries_need(query))
        if report is None or entries is None:
            return None
        *needs, of_records = self.optional_needs(query)
        records: ReviewRecords = answers.get(of_records) or ReviewRecords()
        earlier: Report | None = next(map(answers.get, needs), None)
        lacking: tuple[str, ...] = ()
        if earlier is None and any(
            rule.needs_earlier for rule in options_of(view.choices, self._off).rules
        ):
            lacking = tuple(_without_earlier(answers, needs))
        without = answers.refusal(of_records)
        if without is not None:
            lacking = (*lacking, f"{without.title}. {without.advice}")
        return check_content(
            report,
            entries,
            selection,
            view,
            earlier=earlier,
            verdicts=records.verdicts,
            lacking=lacking,
            rules_off=self._off,
        )

    def controls(self, view: ViewOptions) -> tuple[Control, ...]:
        """List what its head offers."""
        return controls_of(view, self._off)

    worked_out = staticmethod(check_content)

    def choose(self, view: ViewOptions, control: str, choice: str) -> ViewOptions:
        """Follow a choice in one of its controls; a rule that is off stays so."""
        off = control == "rules" and choice in self._off
        return view if off else chosen(view, control, choice)

    def alternative(self, view: ViewOptions) -> Alternative | None:  # noqa: ARG002 - as a page has it
        """Know one way of looking only."""
        return None


def _earlier(query: ReportQuery) -> ReportQuery | None:
    """Ask for the eight weeks before; ``None`` where the calendar has none."""
    days = _EARLIER_WEEKS * DAYS_A_WEEK
    start = query.period.start
    if start.toordinal() <= days:
        return None
    before = Period(start - timedelta(days=days), start - timedelta(days=1))
    return replace(query, period=before)


def _without_earlier(answers: Answers, needs: list[Need]) -> Iterator[str]:
    refusal = next(map(answers.refusal, needs), None)
    if refusal:
        # Translators: {reason} says by itself why something could not be had.
        yield tr("{reason}, so spikes are not looked for.", reason=refusal.title)
    else:
        yield tr(
            "The eight weeks before are not here yet, so spikes are not looked for."
        )


TO_CHECK: Final = ToCheck()
