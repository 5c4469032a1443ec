"""The table and the file of "Who logged": people, and people by days."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Final

import numpy as np

from clockify_desktop.domain import file_words
from clockify_desktop.domain.day_states import DayGrid, DayState
from clockify_desktop.domain.durations import duration_text
from clockify_desktop.domain.file_table import FileTable, Value, hours_of
from clockify_desktop.domain.identity import UserId
from clockify_desktop.domain.label import Label
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.showable import (
    Showable,
    one_line,
    showable,
    showable_name,
)
from clockify_desktop.domain.shown_sums import ROUNDED, durations_add_up
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.table import (
    Alignment,
    Column,
    ColumnKind,
    TableContent,
    Words,
)
from clockify_desktop.pages.who_logged_focus import Focus
from clockify_desktop.pages.who_logged_words import days_missing
from clockify_desktop.translation import tr_context

_NONE: Final = showable("\N{EN DASH}")
FILE_COLUMNS: Final = (
    *("user", "user_id", "user_email"),
    *("day", "duration_seconds", "duration_hours", "state", "remark"),
)


def who_logged_table(
    grid: DayGrid,
    labels: Sequence[Label],
    order: Sequence[int],
    focus: Focus,
    view: ViewOptions,
) -> TableContent:
    """Make the table: how long each person logged, and which days are missing.

    Args:
        order: The places in the grid of the people who have a row.
    """
    seconds = focus.of(grid.seconds).sum(axis=1, dtype=np.int64)
    missing = grid.is_missing() & focus.days
    counts = missing.sum(axis=1)
    days = [days_missing(grid, at, missing) for at in range(len(labels))]

    def count(at: int) -> Showable:
        return showable(str(counts[at])) if counts[at] else _NONE

    number = partial(Column, kind=ColumnKind.NUMBER, alignment=Alignment.TRAILING)
    columns = [
        Column(
            tr_context("column of a table", "Person"),
            ColumnKind.NAME,
            Alignment.LEADING,
            sort_key=lambda: Words(label.name for label in labels),
            text=lambda at: showable_name(labels[at].name),
            copy_text=lambda at: one_line(labels[at].name),
        ),
        number(
            tr_context("column of a table", "Logged"),
            sort_key=lambda: seconds,
            text=lambda at: showable(duration_text(int(seconds[at]), view.durations)),
            least_px=66,
        ),
        number(
            tr_context("column of a table", "Missing"),
            sort_key=lambda: counts,
            text=count,
            least_px=78,
        ),
        _words(tr_context("column of a table", "Days"), days),
    ]
    kept = focus.people
    total_name = Level.USER.total(int(kept.sum()))
    total = [total_name, duration_text(int(seconds.sum()), view.durations)]
    total += [str(int(counts.sum())), ""]
    return TableContent(
        columns=tuple(columns),
        positions=np.array([at for at in order if kept[at]], np.intp),
        total=tuple(total),
        mark=lambda at: labels[at].mark,
        remark="" if durations_add_up(seconds, view.durations) else ROUNDED,
    )


def who_logged_file(
    grid: DayGrid, focus: Focus, approvals: Mapping[UserId, str] | None
) -> FileTable:
    """List the days of each person with their time and what they are.

    Args:
        approvals: What became of the time of each, ``None`` where that is not known.
    """
    rows: list[tuple[Value, ...]] = []
    for place, person in enumerate(grid.people):
        of_person = zip(
            grid.days,
            grid.seconds[place].tolist(),
            grid.states[place].tolist(),
            focus.days[place].tolist(),
            strict=True,
        )
        rows += [
            (
                *person.cells,
                *_of_day(day, seconds, state, grid.words.get((place, at), "")),
                *([] if approvals is None else [approvals.get(person.id, "")]),
            )
            for at, (day, seconds, state, is_in) in enumerate(of_person)
            if is_in
        ]
    total_s = int(focus.of(grid.seconds).sum())
    if approvals is None:
        return FileTable(FILE_COLUMNS, rows, total_s)
    return FileTable((*FILE_COLUMNS, "approval"), rows, total_s)


def _of_day(day: date, seconds: int, state: int, word: str) -> tuple[Value, ...]:
    """Give the last columns; a workday with time is just that."""
    told = DayState(state).spelled
    if state == DayState.OPEN:
        told = file_words.NOT_OVER
    if seconds and state == DayState.MISSING:
        told = file_words.LOGGED
    return day, seconds, hours_of(seconds), told, word


def _words(title: str, texts: Sequence[str]) -> Column:
    return Column(
        title,
        ColumnKind.WORDS,
        Alignment.TRAILING,
        sort_key=lambda: Words(texts),
        text=lambda at: showable(texts[at]),
        quiet=True,
        least_px=60,
    )
