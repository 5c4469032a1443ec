"""The table of "To check": rules, people or days, which open into their entries."""

from collections.abc import Callable
from functools import partial
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.durations import duration_text
from clockify_desktop.domain.label import Label
from clockify_desktop.domain.showable import (
    named,
    one_line,
    showable,
    showable_name,
)
from clockify_desktop.pages.table import (
    Alignment,
    Column,
    ColumnKind,
    Positions,
    TableContent,
    TableLines,
    Truths,
    Words,
)
from clockify_desktop.pages.to_check_marks import entry_mark, group_label, grouped
from clockify_desktop.pages.to_check_options import Order
from clockify_desktop.pages.to_check_words import CheckWords
from clockify_desktop.translation import tr, tr_context, tr_plural

_HEADS: Final = {
    Order.RULE: tr_context("column of a table", "Why"),
    Order.PERSON: tr_context("column of a table", "Person"),
    Order.DAY: tr_context("column of a table", "Day"),
}


def check_table(words: CheckWords, order: Order) -> TableContent:
    """Make the table of the rows that are listed.

    An entry that several rules found stands under each of them, and counts once in the
    total.
    """
    labels, members = _groups(words, order)
    rows = words.rows
    seconds = rows.entries.seconds[rows.entry]
    sums_s = np.array([seconds[one].sum() for one in members], np.int64)
    counts = np.array([len(one) for one in members], np.int64)
    part_texts: dict[str, Words] = {}

    def words_of(key: str, text: Callable[[int], str]) -> Words:
        # They are made when somebody sorts or filters, and once for all groups.
        if key not in part_texts:
            part_texts[key] = Words(map(text, range(len(rows))))
        return part_texts[key]

    name = partial(_name, words, order)
    part_names = Column(
        tr_context("column of a table", "Entry"),
        ColumnKind.NAME,
        Alignment.LEADING,
        sort_key=lambda: words_of("name", name),
        text=lambda row: showable(name(row)),
        quiet=True,
    )
    part_evidence = Column(
        tr_context("column of a table", "Evidence"),
        ColumnKind.WORDS,
        Alignment.LEADING,
        sort_key=lambda: words_of("evidence", words.evidence),
        text=lambda row: showable(words.evidence(row)),
        quiet=True,
        least_px=96,
    )
    part_time = _time(seconds, words.duration)
    part_columns = part_names, part_evidence, part_time

    def parts(group: int) -> TableLines:
        return TableLines(columns=part_columns, positions=members[group])

    def parts_holding(wanted: str) -> Truths:
        found = words_of("name", name).holding(wanted)
        found = found | words_of("evidence", words.evidence).holding(wanted)
        return np.array([found[one].any() for one in members], np.bool_)

    return TableContent(
        columns=(
            Column(
                _HEADS[order],
                ColumnKind.NAME,
                Alignment.LEADING,
                sort_key=lambda: Words(label.name for label in labels),
                text=lambda at: showable_name(labels[at].name),
                copy_text=lambda at: one_line(labels[at].name),
            ),
            Column(
                tr_context("column of a table", "Evidence"),
                ColumnKind.WORDS,
                Alignment.LEADING,
                sort_key=lambda: counts,
                text=lambda at: showable(entries_in_words(int(counts[at]))),
                least_px=96,
            ),
            _time(sums_s, lambda at: duration_text(int(sums_s[at]), words.durations)),
        ),
        positions=np.arange(len(labels)),
        total=(
            tr_context("rows of a table", "All"),
            entries_in_words(len(rows)),
            duration_text(int(seconds.sum()), words.durations),
        ),
        mark=lambda at: labels[at].mark,
        part_mark=lambda row: entry_mark(words, row),
        selects=True,
        opens=np.ones(len(labels), np.bool_),
        parts=parts,
        parts_holding=parts_holding,
    )


def entries_in_words(count: int) -> str:
    """Count entries, such as ``1 entry``."""
    return tr_plural("{count} entry", "{count} entries", count)


def _time(seconds: NDArray[np.int64], text: Callable[[int], str]) -> Column:
    return Column(
        tr_context("column of a table", "Time"),
        ColumnKind.NUMBER,
        Alignment.TRAILING,
        sort_key=lambda: seconds,
        text=lambda at: showable(text(at)),
        least_px=64,
    )


def _name(words: CheckWords, order: Order, row: int) -> str:
    """Name an entry by what its group does not tell."""
    person = named(words.person(row))
    if order is Order.RULE:
        return tr("{person}, {day}", person=person, day=words.day(row))
    first = words.day(row) if order is Order.PERSON else person
    # Translators: {person} is a person or a day.
    return tr("{person}: {reason}", person=first, reason=words.why(row))


def _groups(
    words: CheckWords, order: Order
) -> tuple[tuple[Label, ...], list[Positions]]:
    """Find the groups, in the order of the rows, and which rows are in each."""
    group, row = grouped(words, order)
    if not len(row):
        return (), []
    begins = np.flatnonzero(np.append(True, group[1:] != group[:-1]))
    labels = tuple(group_label(words, order, one) for one in group[begins].tolist())
    return labels, np.split(row, begins[1:])
