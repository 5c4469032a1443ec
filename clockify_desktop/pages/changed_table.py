"""The table and the file of "What changed": the numbers of its picture."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.changes import Changes
from clockify_desktop.domain.compared_periods import ComparedDays
from clockify_desktop.domain.durations import (
    DurationFormat,
    duration_text,
    signed_text,
)
from clockify_desktop.domain.file_table import FileTable, Value, hours_of
from clockify_desktop.domain.label import Label, LabelKind
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.showable import (
    ELLIPSIS,
    one_line,
    showable,
    showable_name,
)
from clockify_desktop.domain.shown_sums import ROUNDED, durations_add_up
from clockify_desktop.pages.changed_words import GONE, NEW
from clockify_desktop.pages.table import (
    Alignment,
    Column,
    ColumnKind,
    TableContent,
    Words,
)
from clockify_desktop.translation import tr, tr_context

_NOT_THERE: Final = "\N{EN DASH}"
_NUMBERS: Final = ("now", "before", "change", "mean")


def changed_table(
    changes: Changes,
    order: NDArray[np.intp],
    level: Level,
    mean_of: int | None,
    durations: DurationFormat,
    *,
    series: tuple[Label, ...] = (),
    swatches: Sequence[int] = (),
) -> TableContent:
    """Make the table of some rows, flat.

    Args:
        order: intp, which rows there are, as in the picture.
        mean_of: Of how many periods the mean is at most; ``None`` while that is not
            known, 0 for no mean.
        swatches: A place in ``series`` for each row of ``changes``.
    """
    labels, total = changes.labels, changes.take(order).total()
    columns = tuple(_columns(changes, level, mean_of, durations))
    texts = tuple(_columns(total, level, mean_of, durations))
    shown = (changes.now_s[order], changes.before_s[order], changes.change_s[order])
    remarks = []
    if not changes.there[order, :2].all():
        meaning = tr(
            "{dash} not there yet, or no longer; {time} there, no time.",
            dash=_NOT_THERE,
            time=duration_text(0, durations),
        )
        remarks.append(meaning)
    if not all(durations_add_up(one, durations) for one in shown):
        remarks.append(ROUNDED)
    is_last = (label.kind is LabelKind.WITHOUT for label in labels)
    return TableContent(
        columns=columns,
        positions=order,
        is_last=np.fromiter(is_last, np.bool_, len(labels)),
        total=(
            tr_context("rows of a table", "All"),
            *(column.text(0) for column in texts[1:]),
        ),
        mark=lambda row: labels[row].mark,
        series=series,
        swatch=swatches.__getitem__ if swatches else None,
        remark=" ".join(remarks),
    )


def _columns(
    changes: Changes, level: Level, mean_of: int | None, durations: DurationFormat
) -> Iterator[Column]:
    labels, there = changes.labels, changes.there
    yield Column(
        level.head,
        ColumnKind.NAME,
        Alignment.LEADING,
        sort_key=lambda: Words(label.name for label in labels),
        text=lambda at: showable_name(labels[at].name),
        copy_text=lambda at: one_line(labels[at].name),
    )

    def change(row: int) -> str:
        if changes.is_new[row]:
            return NEW
        if changes.is_gone[row]:
            return GONE
        return signed_text(int(changes.change_s[row]), durations)

    def mean(row: int) -> str:
        if mean_of is None:
            return ELLIPSIS
        if not mean_of or not changes.mean_of[row]:
            return _NOT_THERE
        return duration_text(int(changes.mean_s[row]), durations)

    def at(place: int) -> Callable[[int], str]:
        return lambda row: (
            duration_text(int(changes.seconds[row, place]), durations)
            if there[row, place]
            else _NOT_THERE
        )

    head = tr("Mean of {count}", count=mean_of) if mean_of else tr("Mean")
    for title, keys, text in (
        (tr_context("column of a table", "Now"), changes.now_s, at(0)),
        (tr_context("column of a table", "Before"), changes.before_s, at(1)),
        (tr_context("column of a table", "Change"), changes.change_s, change),
        (head, changes.mean_s, mean),
    ):
        yield _number(title, keys, text)


def _number(title: str, keys: NDArray[np.int64], text: Callable[[int], str]) -> Column:
    return Column(
        title,
        ColumnKind.NUMBER,
        Alignment.TRAILING,
        sort_key=partial(_itself, keys),
        text=lambda row: showable(text(row)),
        least_px=62,
    )


def _itself(keys: NDArray[np.int64]) -> NDArray[np.int64]:
    return keys


def changed_file(
    changes: Changes,
    rows: NDArray[np.intp],
    level: Level,
    days: ComparedDays,
    before: Period,
    notes: tuple[str, ...],
) -> FileTable:
    """Write every row by name, with seconds and hours; what was not there is empty.

    Args:
        rows: intp, which rows there are.
    """
    now = days.of(days.period)
    about = (now.start, now.end, before.start, before.end)
    columns = (
        *level.columns,
        *(f"{name}_{unit}" for name in _NUMBERS for unit in ("seconds", "hours")),
        *("mean_of_periods", "state"),
        *("now_start", "now_end", "before_start", "before_end"),
    )
    in_order = np.sort(rows).tolist()
    written = tuple((*_cells(changes, row), *about) for row in in_order)
    total_s = int(changes.now_s[rows].sum())
    return FileTable(columns, written, total_s, notes)


def _cells(changes: Changes, row: int) -> Iterator[Value]:
    yield from (text or None for text in changes.keys[row].cells)
    there, count = changes.there[row], int(changes.mean_of[row])
    for value, known in (
        (changes.now_s[row], there[0]),
        (changes.before_s[row], there[1]),
        (changes.change_s[row], True),
        (changes.mean_s[row], count > 0),
    ):
        seconds = int(value)
        yield from ((seconds, hours_of(seconds)) if known else (None, None))
    yield count
    yield "new" if changes.is_new[row] else "gone" if changes.is_gone[row] else None
