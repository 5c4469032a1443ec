"""The table of a list of entries."""

from collections.abc import Callable

import numpy as np

from clockify_desktop.domain.durations import duration_text
from clockify_desktop.domain.showable import showable
from clockify_desktop.pages.entries_list_rows import ListRows
from clockify_desktop.pages.table import (
    Alignment,
    Column,
    ColumnKind,
    TableContent,
    Words,
)
from clockify_desktop.pages.to_check_table import entries_in_words
from clockify_desktop.translation import tr_context


def list_table(rows: ListRows) -> TableContent:
    """Make the table of all entries, by what they say."""
    words, entries, shown = rows.words, rows.entries, rows.shown
    seconds = entries.seconds[shown]
    called = words.description if rows.descriptions else words.project

    def at(position: int) -> int:
        return int(shown[position])

    def said(text: Callable[[int], str]) -> Words:
        return Words(map(text, shown.tolist()))

    return TableContent(
        columns=(
            Column(
                tr_context("column of a table", "Entry"),
                ColumnKind.NAME,
                Alignment.LEADING,
                sort_key=lambda: said(called),
                text=lambda one: showable(called(at(one))),
            ),
            Column(
                tr_context("column of a table", "Day"),
                ColumnKind.NUMBER,
                Alignment.LEADING,
                sort_key=lambda: entries.start_s[shown],
                text=lambda one: showable(words.day(at(one))),
                quiet=True,
                least_px=84,
            ),
            Column(
                tr_context("column of a table", "Time"),
                ColumnKind.NUMBER,
                Alignment.TRAILING,
                sort_key=lambda: seconds,
                text=lambda one: showable(words.duration(at(one))),
                least_px=64,
            ),
        ),
        positions=np.arange(len(shown)),
        total=(
            entries_in_words(len(shown)),
            "",
            duration_text(int(seconds.sum()), words.durations),
        ),
        mark=lambda one: rows.entry_mark(at(one)),
    )
