"""Many time entries as a page's table: the columns of the list behind a bar."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.durations import hours_and_minutes
from clockify_desktop.domain.showable import one_line
from clockify_desktop.pages.table import (
    Alignment,
    Column,
    ColumnKind,
    TableContent,
    Words,
)

DAY_S = 86_400
DURATION, DESCRIPTION, STATE = 2, 3, 7
TASKS = ("Mail", "Calls", "On site", "Übergabe", "-")
TAGS = ("ops", "review", "client call", "meeting", "-")
BILLABLE = ("no", "yes")
STATES = ("approved", "submitted", "not submitted", "rejected")
DOINGS = ("Answering tickets", "=Call back, annex", "Review of the draft", "Prüfung Ü")


@dataclass(frozen=True, eq=False)
class Entries:
    """Time entries as columns.

    Args:
        start_s: int64, rising, seconds since 1970 in UTC.
        duration_s: int64.
        descriptions: Each text once.
        description: Positions in ``descriptions``.
        task: Positions in ``TASKS``; ``tags``, ``billable`` and ``state`` likewise.
    """

    start_s: NDArray[np.int64]
    duration_s: NDArray[np.int64]
    descriptions: list[str]
    description: NDArray[np.intp]
    task: NDArray[np.intp]
    tags: NDArray[np.intp]
    billable: NDArray[np.intp]
    state: NDArray[np.intp]

    @cached_property
    def table(self) -> TableContent:
        """All entries, flat, in the order of their start."""
        billable_s = int(self.duration_s[self.billable == 1].sum())
        count, total_s = len(self.start_s), int(self.duration_s.sum())
        return TableContent(
            columns=(
                self._clock("London, as logged", 0),
                self._clock("Berlin, yours", 3600, quiet=True),
                Column(
                    "Time",
                    ColumnKind.NUMBER,
                    Alignment.TRAILING,
                    sort_key=lambda: self.duration_s,
                    text=lambda at: hours_and_minutes(int(self.duration_s[at])),
                ),
                Column(
                    "Description",
                    ColumnKind.NAME,
                    Alignment.LEADING,
                    sort_key=lambda: Words(self.descriptions, self.description),
                    text=lambda at: one_line(self.descriptions[self.description[at]]),
                ),
                _words("Task", TASKS, self.task, quiet=True),
                _words("Tags", TAGS, self.tags, quiet=True),
                _words("Billable", BILLABLE, self.billable),
                _words("State", STATES, self.state),
            ),
            positions=np.arange(count),
            total=(
                *(f"{count:,} entries", "", hours_and_minutes(total_s), "", "", ""),
                *(hours_and_minutes(billable_s), ""),
            ),
            mark="{:024x}".format,
        )

    def _clock(self, title: str, offset_s: int, *, quiet: bool = False) -> Column:
        def text(at: int) -> str:
            start_s = int(self.start_s[at]) + offset_s
            end_s = start_s + int(self.duration_s[at])
            later = end_s // DAY_S - start_s // DAY_S
            clock = f"{_clock_text(start_s)}\N{EN DASH}{_clock_text(end_s)}"
            return f"{clock} +{later}" if later else clock

        return Column(
            title,
            ColumnKind.NUMBER,
            Alignment.LEADING,
            sort_key=lambda: self.start_s,
            text=text,
            quiet=quiet,
            least_px=118,
        )


def some_entries(count: int, seed: int) -> Entries:
    """Make entries by chance; three in ten have a description of their own."""
    chance = np.random.default_rng(seed)
    different = count * 3 // 10
    return Entries(
        start_s=np.sort(1_795_000_000 + chance.integers(0, 84 * DAY_S, count)),
        duration_s=chance.integers(60, 36_000, count),
        descriptions=[
            f"{DOINGS[at % len(DOINGS)]} {number}"
            for at, number in enumerate(chance.permutation(different).tolist())
        ],
        description=chance.integers(0, different, count),
        task=chance.integers(0, len(TASKS), count),
        tags=chance.integers(0, len(TAGS), count),
        billable=chance.integers(0, 2, count),
        state=chance.integers(0, len(STATES), count),
    )


def _clock_text(seconds: int) -> str:
    return f"{seconds // 3600 % 24:02}:{seconds // 60 % 60:02}"


def _words(
    title: str, words: tuple[str, ...], code: NDArray[np.intp], *, quiet: bool = False
) -> Column:
    return Column(
        title,
        ColumnKind.WORDS,
        Alignment.LEADING,
        sort_key=lambda: Words(words, code),
        text=lambda at: words[code[at]],
        quiet=quiet,
        least_px=92,
    )
