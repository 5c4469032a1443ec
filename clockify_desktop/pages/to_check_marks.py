"""What can be selected on "To check": an entry, or all of a rule, a person or a day."""

from datetime import date

import numpy as np

from clockify_desktop.domain.label import Label
from clockify_desktop.domain.period_words import single_day
from clockify_desktop.domain.showable import named
from clockify_desktop.pages.table import Positions
from clockify_desktop.pages.to_check_options import Order
from clockify_desktop.pages.to_check_words import CheckWords

_ENTRY = "entry"


def entry_label(words: CheckWords, row: int) -> Label:
    """Name the entry of a row."""
    name = f"{named(words.person(row))}, {words.day(row)}"
    return Label(_entry_key(words, row), name)


def entry_mark(words: CheckWords, row: int) -> str:
    """Give the mark of the entry of a row."""
    return Label(_entry_key(words, row), "").mark


def group_label(words: CheckWords, order: Order, group: int) -> Label:
    """Name all rows of a rule, a person or a day, by its number in the columns."""
    rows = words.rows
    if order is Order.RULE:
        rule = rows.rules[group]
        return Label(f"{order}:{rule.key}", words.titled(rule))
    if order is Order.PERSON:
        person = rows.entries.people[group]
        return Label(f"{order}:{person.id}", person.name)
    return Label(f"{order}:{group}", single_day(date.fromordinal(group)))


def _entry_key(words: CheckWords, row: int) -> str:
    rows = words.rows
    return f"{_ENTRY}:{rows.entries.ids[rows.entry[row]]}"


def labels_marked(
    words: CheckWords, marks: frozenset[str]
) -> tuple[tuple[Label, Positions], ...]:
    """Find what bears some marks, by name, and the rows of each."""
    found = (_marked(words, mark) for mark in marks)
    kept = [one for one in found if one is not None]
    return tuple(sorted(kept, key=lambda one: (int(one[1][0]), one[0].key)))


def _marked(words: CheckWords, mark: str) -> tuple[Label, Positions] | None:
    rows = words.rows
    kind, _, key = mark.partition(":")[2].partition(":")
    if kind == _ENTRY:
        row = rows.row_of_id.get(key)
        return None if row is None else (entry_label(words, row), np.array([row]))
    if kind not in set(Order) or not len(rows):
        return None
    order = Order(kind)
    groups, of_row = grouped(words, order)
    for group in np.unique(groups).tolist():
        label = group_label(words, order, group)
        if label.mark == mark:
            return label, of_row[groups == group]
    return None


def grouped(words: CheckWords, order: Order) -> tuple[Positions, Positions]:
    """Tell the group of each row; of several rules it has several.

    Returns:
        intp, numbers of groups, and intp, the row of each.
    """
    rows = words.rows
    if order is Order.RULE:
        return rows.by_rule
    entries = rows.entries
    of_entry = entries.user if order is Order.PERSON else entries.day
    return of_entry[rows.entry], np.arange(len(rows))
