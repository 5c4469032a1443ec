"""What a heat map is asked to show: people or teams by days, or by weeks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.charts.chart import ChartHit, Fold
from clockify_desktop.domain.day_states import DayState
from clockify_desktop.domain.durations import (
    SECONDS_AN_HOUR,
    DurationFormat,
    duration_text,
)
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.showable import (
    LONGEST_NAME,
    NOTHING,
    Showable,
    named,
    showable,
    showable_name,
)
from clockify_desktop.translation import tr_context, tr_plural

FULL_DAY_S: Final = 10 * SECONDS_AN_HOUR
"""From so much time on a day has the deepest shade, seconds."""
ALL_ROWS: Final = "*"
"""Stands for every row that folds."""

TODAY: Final = showable(tr_context("day", "today"))
STATE_WORDS: Final[Mapping[DayState, Showable]] = {
    DayState.MISSING: showable(tr_context("day", "missing")),
    DayState.OPEN: TODAY,
    DayState.OFF: showable(tr_context("day", "off")),
    DayState.HOLIDAY: showable(tr_context("day", "holiday")),
    DayState.LEAVE: showable(tr_context("day", "leave")),
    DayState.NOT_YET_HERE: showable(tr_context("day", "not yet here")),
    DayState.LEFT: showable(tr_context("day", "left")),
    DayState.NOT_EXPECTED: showable(tr_context("day", "not expected")),
}
_SIGNS: Final = {
    Fold.CLOSE: "-",
    Fold.OPEN: "+",
    Fold.CLOSE_ALL: "-",
    Fold.OPEN_ALL: "+",
}


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One row.

    Args:
        mark: As ``Label.mark``; somebody in two teams has a row in both.
        key: By which a team folds; empty for a person.
        people: Of how many people a team's row is.
        is_open: Whether the rows of a team's people follow.
        remark: More of it: said of its name, and beside its cells where there is room.
    """

    mark: str
    name: Showable
    key: str = ""
    people: int = 0
    is_open: bool = False
    remark: Showable = NOTHING

    @property
    def is_team(self) -> bool:
        """Whether it is of several people."""
        return bool(self.key)


@dataclass(frozen=True, slots=True)
class HeatColumn:
    """One day, week or month.

    Args:
        name: What stands above it; ``short`` where that is narrow.
        full: Its name within a sentence.
        open_word: What is said of a day that is expected and not over.
    """

    mark: str
    name: Showable
    short: Showable
    full: str
    open_word: Showable = TODAY


@dataclass(frozen=True, eq=False)
class HeatContent:
    """One picture's numbers and words.

    Args:
        seconds: int64, rows x columns.
        states: uint8, rows x columns: the ``DayState`` of what has no time.
        missing: int64, rows x columns: how many days are missing, each person's apart.
        totals_s: int64, seconds a column of everybody, each counted once.
        totals_missing: int64, as ``missing``, of everybody.
        total_name: Whose totals these are.
        words: More of a cell than its state says, by row and column.
        full_s: From so much time on a person's cell has the deepest shade.
        dimmed: Rows x columns; true outside of the focus.
        note: What has to be said above the days.
        remarks: What stands above the remarks of the rows.
        folds_of: What the choices of folded rows are of, such as a period.
    """

    heat_rows: tuple[HeatRow, ...]
    columns: tuple[HeatColumn, ...]
    seconds: NDArray[np.int64]
    states: NDArray[np.uint8]
    missing: NDArray[np.int64]
    totals_s: NDArray[np.int64]
    totals_missing: NDArray[np.int64]
    total_name: Showable
    title: str
    sentence: str
    words: Mapping[tuple[int, int], str] = field(default_factory=dict)
    full_s: int = FULL_DAY_S
    dimmed: NDArray[np.bool_] | None = None
    note: str = ""
    durations: DurationFormat = DurationFormat.MINUTES
    remarks: Showable = NOTHING
    folds_of: str = ""

    def __post_init__(self) -> None:
        shape = (len(self.heat_rows), len(self.columns))
        given = [self.seconds.shape, self.states.shape, self.missing.shape]
        given += [] if self.dimmed is None else [self.dimmed.shape]
        if any(one != shape for one in given):
            message = f"{given} cells of {shape}"
            raise ValueError(message)

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.heat_rows)

    @cached_property
    def names(self) -> tuple[Showable, ...]:
        """The names of the rows."""
        return tuple(row.name for row in self.heat_rows)

    @cached_property
    def is_team(self) -> NDArray[np.bool_]:
        """Tell of each row whether it is a team's."""
        return np.fromiter((row.is_team for row in self.heat_rows), np.bool_)

    def duration(self, seconds: int) -> Showable:
        """Write a duration."""
        return showable(duration_text(seconds, self.durations))

    def state(self, row: int, column: int) -> DayState:
        """Tell what a cell without time is."""
        return DayState(int(self.states[row, column]))

    def state_word(self, row: int, column: int) -> Showable:
        """Say in a word what a cell without time is, or its holiday's name."""
        state = self.state(row, column)
        if state is DayState.OPEN:
            return self.columns[column].open_word
        if state is DayState.HOLIDAY and (row, column) in self.words:
            return showable_name(self.words[row, column])
        return STATE_WORDS[state]

    def tooltip(self, hit: ChartHit) -> Showable:
        """Say whose day it is, how long, and what the day is where that is not all."""
        if hit.row >= self.rows:
            return self._of_totals(hit.column)
        row = self.heat_rows[hit.row]
        parts = [str(named(row.name, LONGEST_NAME))]
        if row.is_team:
            parts.append(Level.USER.counted(row.people))
        if hit.column is None:
            parts.append(self.duration(int(self.seconds[hit.row].sum())))
            parts += _missing_in_words(int(self.missing[hit.row].sum()))
            parts.append(row.remark)
        else:
            parts.append(self.columns[hit.column].full)
            parts += self._of_cell(hit.row, hit.column)
        return showable(" · ".join(part for part in parts if part))

    def label_marks(self, hit: ChartHit) -> tuple[str, str | None]:
        """Give ``Label.mark`` of the row and of the column, ``None`` for its name."""
        row = self.heat_rows[hit.row].mark if hit.row < self.rows else ""
        return row, None if hit.column is None else self.columns[hit.column].mark

    def folded(self, hit: ChartHit | None, fold: Fold) -> str | None:
        """Tell what to choose so that a team folds or opens, or all of them."""
        if fold in {Fold.CLOSE_ALL, Fold.OPEN_ALL}:
            key = ALL_ROWS if self.is_team.any() else ""
        else:
            row = self._team_at(hit)
            key = row.key if row is not None else ""
            if row is not None and fold is Fold.TURN:
                fold = Fold.CLOSE if row.is_open else Fold.OPEN
            elif row is None or row.is_open is not (fold is Fold.CLOSE):
                return None
        return f"{self.folds_of} {_SIGNS[fold]}{key}" if key else None

    def row_of(self, mark: str) -> int | None:
        """Find the first row of a mark."""
        marks = (row.mark for row in self.heat_rows)
        return next((at for at, one in enumerate(marks) if one == mark), None)

    def _team_at(self, hit: ChartHit | None) -> HeatRow | None:
        if hit is None or hit.row >= self.rows:
            return None
        row = self.heat_rows[hit.row]
        return row if row.is_team and hit.column is None else None

    def _of_cell(self, row: int, column: int) -> list[str]:
        seconds, missing = (
            int(one[row, column]) for one in (self.seconds, self.missing)
        )
        parts: list[str] = [self.duration(seconds)] if seconds else []
        state = self.state(row, column)
        if missing and (seconds or self.heat_rows[row].is_team):
            parts += _missing_in_words(missing)
        elif state is not DayState.MISSING or not seconds:
            parts.append(self.state_word(row, column))
        more = showable(self.words.get((row, column), NOTHING))
        return [*parts, *([more] if more and more not in parts else [])]

    def _of_totals(self, column: int | None) -> Showable:
        whole = slice(None) if column is None else column
        parts = [str(self.total_name)]
        parts += [] if column is None else [self.columns[column].full]
        parts.append(self.duration(int(self.totals_s[whole].sum())))
        parts += _missing_in_words(int(self.totals_missing[whole].sum()))
        return showable(" · ".join(parts))


def _missing_in_words(days: int) -> list[str]:
    return [missing_in_words(days)] if days else []


def missing_in_words(days: int) -> str:
    """Count missing days, such as ``2 missing``."""
    # Translators: days on which time is missing.
    return tr_plural("{count} missing", "{count} missing", days)
