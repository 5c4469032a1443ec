"""The picture of "To check", a list, and the sentence that counts what is in it."""

from datetime import date

import numpy as np

from clockify_desktop.charts.list_content import ListColumn, ListContent
from clockify_desktop.domain.durations import duration_text
from clockify_desktop.domain.period_words import single_day
from clockify_desktop.domain.showable import Showable, showable, showable_name
from clockify_desktop.pages.to_check_marks import entry_mark
from clockify_desktop.pages.to_check_rows import CheckRows
from clockify_desktop.pages.to_check_table import entries_in_words
from clockify_desktop.pages.to_check_words import CheckWords
from clockify_desktop.translation import tr, tr_context, tr_plural


def check_picture(
    words: CheckWords,
    title: str,
    sentence: str,
    selected: frozenset[int],
) -> ListContent:
    """Make the picture of the rows that are listed."""
    rows = words.rows
    entries = rows.entries
    users = np.unique(entries.user[rows.entry]).tolist()
    projects = np.unique(entries.project[rows.entry]).tolist()
    names = (
        *(entries.people[user].name for user in users),
        *(entries.projects[project].name for project in projects),
    )

    def cells(row: int) -> tuple[Showable, ...]:
        return (
            showable(words.why(row)),
            showable_name(words.person(row)),
            showable(words.day(row)),
            showable(words.duration(row)),
            showable(words.evidence(row)),
        )

    return ListContent(
        title,
        sentence,
        _columns(words),
        len(rows),
        cells=cells,
        mark=lambda row: entry_mark(words, row),
        names=tuple(map(showable_name, names)),
        badge=lambda row: showable(words.verdict(row)),
        chosen=selected,
    )


def _columns(words: CheckWords) -> tuple[ListColumn, ...]:
    """Make the columns: half a day's name is none, nor is half a number."""
    rows, entries = words.rows, words.rows.entries
    ordinals = np.unique(entries.day[rows.entry]).tolist()
    days = tuple(showable(single_day(date.fromordinal(one))) for one in ordinals)
    longest_s = int(entries.seconds[rows.entry].max(initial=0))
    time = showable(duration_text(longest_s, words.durations))
    return (
        ListColumn(showable(tr_context("column of a table", "Why")), 24),
        ListColumn(showable(tr_context("column of a table", "Person")), 24),
        ListColumn(showable(tr_context("column of a table", "Day")), 13, whole=days),
        ListColumn(
            showable(tr_context("column of a table", "Time")),
            8,
            trailing=True,
            whole=(time,),
        ),
        ListColumn(
            showable(tr_context("column of a table", "Evidence")), 31, quiet=True
        ),
    )


def sentence_of(every: CheckRows, looked_at: int, *, asked: bool) -> str:
    """Count what was found, and what is left of it.

    Args:
        every: All rows, settled ones too.
        looked_at: How many entries there were.
        asked: Whether any rule is switched on.
    """
    if not asked:
        return tr("No rule is switched on.")
    if not len(every):
        return tr("Nothing to check in {entries}.", entries=entries_in_words(looked_at))
    rules = len(np.unique(every.by_rule[0]))
    text = tr(
        "{entries} by {rules}",
        entries=entries_in_words(len(every)),
        rules=tr_plural("{count} rule", "{count} rules", rules),
    )
    settled = len(every) - every.left
    if settled:
        said = tr_plural("{count} is settled", "{count} are settled", settled)
        return f"{text}; {said}."
    return f"{text}."
