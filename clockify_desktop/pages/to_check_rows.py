"""The entries that are to be checked, a row each, in the order in which they stand."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

import numpy as np

from clockify_desktop.domain.entries import Entries
from clockify_desktop.domain.entry_findings import (
    FoundByRules,
    Positions,
    Truths,
)
from clockify_desktop.domain.entry_rules import Rule
from clockify_desktop.domain.normal_form import sorting_key
from clockify_desktop.domain.review_records import EntryVerdict, Verdicts
from clockify_desktop.pages.to_check_options import CheckOptions, Order


@dataclass(frozen=True, eq=False)
class CheckRows:
    """Rows of entries, each with what the rules found of it.

    Args:
        rules: What ``found.rule`` points into.
        found: Sorted by entry, then by rule.
        entry: intp, the entry of each row, in the order shown.
        first: intp, where in ``found`` the row's findings begin.
        count: intp, how many they are.
        settled: Bool, of which rows nothing is left to do.
        said: What the manager said of ``found``, by place.
    """

    entries: Entries
    rules: tuple[Rule, ...]
    found: FoundByRules
    entry: Positions
    first: Positions
    count: Positions
    settled: Truths
    said: Mapping[int, EntryVerdict] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.entry)

    @property
    def left(self) -> int:
        """How many rows ask for something."""
        return len(self) - int(self.settled.sum())

    def findings(self, row: int) -> range:
        """Tell which of ``found`` are of a row, by rule."""
        first = int(self.first[row])
        return range(first, first + int(self.count[row]))

    def rule(self, finding: int) -> Rule:
        """Tell which rule found it."""
        return self.rules[int(self.found.rule[finding])]

    def take(self, chosen: Positions | Truths) -> "CheckRows":
        """Keep some rows."""
        return replace(
            self,
            entry=self.entry[chosen],
            first=self.first[chosen],
            count=self.count[chosen],
            settled=self.settled[chosen],
        )

    @cached_property
    def row_of_id(self) -> dict[str, int]:
        """The rows by the ids of their entries."""
        ids = self.entries.ids[self.entry].tolist()
        return {one: row for row, one in enumerate(ids)}

    @cached_property
    def by_rule(self) -> tuple[Positions, Positions]:
        """Each row under each of its rules: the rule, and the row; by rule."""
        row = np.repeat(np.arange(len(self)), self.count)
        before = np.cumsum(self.count) - self.count
        nth = np.arange(len(row)) - np.repeat(before, self.count)
        rule = self.found.rule[self.first[row] + nth]
        order = np.argsort(rule, kind="stable")
        return rule[order], row[order]


def check_rows(
    entries: Entries,
    rules: tuple[Rule, ...],
    found: FoundByRules,
    options: CheckOptions,
    verdicts: Verdicts,
    fetched_at: datetime,
) -> CheckRows:
    """Make the rows of all that was found, settled or not.

    Args:
        rules: What ``found.rule`` points into.
        fetched_at: When the entries came, aware.
    """
    found = found.take(np.lexsort((found.rule, found.at)))
    entry, first, count = np.unique(found.at, return_index=True, return_counts=True)
    order = np.lexsort(_keys(entries, entry, found.rule[first], options.order))
    rows = CheckRows(
        entries,
        rules,
        found,
        entry[order],
        first[order],
        count[order],
        np.zeros(len(entry), np.bool_),
    )
    said = {
        finding: verdict
        for (rule, entry_id), verdict in verdicts.items()
        if entry_id in rows.row_of_id
        for finding in rows.findings(rows.row_of_id[entry_id])
        if rows.rule(finding).key == rule
    }
    done = np.zeros(len(found) + 1, np.intp)
    done[[place + 1 for place, one in said.items() if one.settles(fetched_at)]] = 1
    done = np.cumsum(done)
    settled = done[rows.first + rows.count] - done[rows.first] == rows.count
    return replace(rows, settled=settled, said=said)


def _keys(
    entries: Entries, entry: Positions, rule: Positions, order: Order
) -> tuple[Positions, ...]:
    """List what rows are sorted by, the most important last."""
    user = entries.user[entry]
    start_s, day = entries.start_s[entry], entries.day[entry]
    person = _ranks(entries)[user] if len(entries) else user
    if order is Order.PERSON:
        return start_s, person
    if order is Order.DAY:
        return start_s, person, day
    return start_s, person, rule


def _ranks(entries: Entries) -> Positions:
    """Tell the place of each person by name."""
    names = [(sorting_key(one.name), one.id) for one in entries.people]
    ranks = np.zeros(len(names), np.intp)
    ranks[sorted(range(len(names)), key=names.__getitem__)] = np.arange(len(names))
    return ranks
