"""The rows of a list of entries: each day's head, and its entries below."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.entries import Entries
from clockify_desktop.domain.entry_words import EntryWords
from clockify_desktop.domain.facts import Facts
from clockify_desktop.pages.table import Positions
from clockify_desktop.translation import tr, tr_context

HEAD: Final = -1
"""Stands in the column of entries for the head of a day."""
_ENTRY: Final = "entry"
_DAY: Final = "day"


@dataclass(frozen=True, eq=False)
class ListRows:
    """What stands in a list.

    Args:
        approved: What became of requests for approval, by id.
        time_zone: That of the report.
        shown: intp, the entries, by day, then by start.
        entry: intp, the entry of each row, ``HEAD`` for that of a day.
        day: int64, the ordinal of each row's day.
        sums_s: Seconds that are listed, by day.
        of_day_s: Seconds that the same people have in all, by day.
        descriptions: Whether these are shown.
    """

    words: EntryWords
    approved: Mapping[str, str]
    time_zone: str
    shown: Positions
    entry: Positions
    day: NDArray[np.int64]
    sums_s: Mapping[int, int]
    of_day_s: Mapping[int, int]
    descriptions: bool = True

    @property
    def entries(self) -> Entries:
        """All entries, also those that are not listed."""
        return self.words.entries

    def mark(self, row: int) -> str:
        """Give what an entry, or the head of a day, is known by."""
        if self.is_entry(row):
            return self.entry_mark(int(self.entry[row]))
        return f"{_DAY}:{self.day[row]}"

    def entry_mark(self, at: int) -> str:
        """Give what an entry is known by."""
        return f"{_ENTRY}:{self.entries.ids[at]}"

    def is_entry(self, row: int) -> bool:
        """Tell whether it is no head."""
        return bool(self.entry[row] != HEAD)

    @cached_property
    def row_of(self) -> Mapping[str, int]:
        """The rows of entries by their marks."""
        rows = np.flatnonzero(self.entry != HEAD)
        ids = self.entries.ids[self.entry[rows]].tolist()
        return dict(zip([f"{_ENTRY}:{one}" for one in ids], rows.tolist(), strict=True))

    def marked(self, mark: str) -> Positions:
        """Find which of ``shown`` bear a mark, or the mark of their day."""
        kind, _, key = mark.partition(":")
        if kind == _DAY:
            return np.flatnonzero(self.entries.day[self.shown] == int(key))
        return np.flatnonzero(self.entries.ids[self.shown] == key)

    @cached_property
    def states(self) -> Counter[str]:
        """How many entries there are of each state; of none where there are none."""
        entries = self.entries
        kinds = entries.approval[self.shown] * 2 + entries.locked[self.shown]
        _, first, counts = np.unique(kinds, return_index=True, return_counts=True)
        found: Counter[str] = Counter()
        for at, count in zip(self.shown[first].tolist(), counts.tolist(), strict=True):
            if states := self._states(at):
                said, *locked = states
                # Translators: {state} is such as "approved" or "submitted".
                state = tr("{state} and locked", state=said) if locked else said
                found[state] += count
        return found

    def state(self, at: int) -> str:
        """Say how far an entry is with its approval, and whether it is locked."""
        return ", ".join(self._states(at))

    def _states(self, at: int) -> list[str]:
        said = self.words.state(at, self.approved)
        locked = tr_context("entry", "locked") if self.entries.locked[at] else ""
        return [word for word in (said, locked) if word]


def list_rows(
    words: EntryWords,
    shown: Positions,
    everything: Facts,
    approved: Mapping[str, str],
    time_zone: str,
) -> ListRows:
    """Put entries below the heads of their days.

    Args:
        shown: intp, the entries that are listed.
        everything: The facts of the same days, of whatever was left out, too.
        approved: What became of requests for approval, by id.
        time_zone: That of the report.
    """
    entries = words.entries
    order = np.lexsort((entries.start_s[shown], entries.day[shown]))
    shown = shown[order]
    day = entries.day[shown]
    first = np.flatnonzero(np.append(True, day[1:] != day[:-1])[: len(day)])
    listed = {entries.people[user].id for user in entries.user[shown].tolist()}
    theirs = np.array([one.id in listed for one in everything.people], np.bool_)
    once = everything.once
    of_them = once.take(theirs[once.user])
    days = day[first].tolist()
    sums_s = np.add.reduceat(entries.seconds[shown], first) if days else first
    return ListRows(
        words,
        approved,
        time_zone,
        shown,
        np.insert(shown, first, HEAD),
        np.insert(day, first, day[first]),
        dict(zip(days, sums_s.tolist(), strict=True)),
        {one: int(of_them.seconds[of_them.day == one].sum()) for one in days},
    )
