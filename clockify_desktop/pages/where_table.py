"""The table of "Where time went": the numbers of its picture."""

from functools import partial
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.durations import DurationFormat, duration_text, share_text
from clockify_desktop.domain.label import Label, LabelKind
from clockify_desktop.domain.matrix import Matrix
from clockify_desktop.domain.showable import one_line, showable, showable_name
from clockify_desktop.domain.shown_sums import (
    ROUNDED,
    durations_add_up,
    shares_add_up,
)
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.table import (
    Alignment,
    Column,
    ColumnKind,
    TableContent,
    TableLines,
    Truths,
    Words,
)
from clockify_desktop.pages.where_options import WhereOptions


def where_table(
    matrix: Matrix,
    full: Matrix,
    dimmed: NDArray[np.bool_] | None,
    options: WhereOptions,
    view: ViewOptions,
) -> TableContent:
    """Make the table: rows with time and share, opening into what the colours are.

    Its positions are those of the matrix, whatever is shown. Rows without time stay
    unless something is selected, which leaves only what is not dimmed.
    """
    rows = matrix.rows
    selected = view.selected
    touched = selected.columns | {column for _, column in selected.cells}
    labels, colors, seconds = _undimmed(matrix, full, dimmed, touched)
    totals_s = seconds.sum(axis=1, dtype=np.int64)
    whole_s = int(totals_s.sum(dtype=np.int64))
    opens = (seconds != 0).any(axis=1)
    whole = (not selected or row.mark in selected.rows for row in rows)
    kept = opens | np.fromiter(whole, np.bool_, len(rows))
    # The parts are added up only where the rows do not tell already.
    exact = all(
        durations_add_up(one, view.durations) and shares_add_up(one)
        for one in (totals_s, seconds)
    )
    part_head = "Billable" if options.colors is None else options.colors.head
    part_words = Words(label.name for label in labels)
    part_names = _names(part_head, labels, quiet=True)
    part_is_last = _is_other(labels)

    def parts_holding(wanted: str) -> Truths:
        named = part_words.holding(wanted)
        return np.asarray((seconds[:, named] != 0).any(axis=1))

    def parts(row: int) -> TableLines:
        numbers = _numbers(seconds[row], int(totals_s[row]), view.durations)
        return TableLines(
            columns=(part_names, *numbers),
            positions=np.flatnonzero(seconds[row]),
            is_last=part_is_last,
            swatch=colors.__getitem__,
        )

    return TableContent(
        columns=(
            _names(options.rows.head, rows),
            *_numbers(totals_s, whole_s, view.durations),
        ),
        positions=np.flatnonzero(kept),
        is_last=_is_other(rows),
        total=(
            f"All {options.rows.counted_in(compress(rows, kept))}",
            duration_text(whole_s, view.durations),
            share_text(whole_s, whole_s),
        ),
        mark=lambda row: rows[row].mark,
        opens=opens,
        parts=parts,
        parts_holding=parts_holding,
        series=matrix.columns,
        remark="" if exact else ROUNDED,
    )


def _names(title: str, labels: tuple[Label, ...], *, quiet: bool = False) -> Column:
    return Column(
        title,
        ColumnKind.NAME,
        Alignment.LEADING,
        sort_key=lambda: Words(label.name for label in labels),
        text=lambda at: showable_name(labels[at].name),
        copy_text=lambda at: one_line(labels[at].name),
        quiet=quiet,
    )


def _numbers(
    seconds: NDArray[np.int64], whole_s: int, durations: DurationFormat
) -> tuple[Column, Column]:
    """Give the columns of time and of its share of ``whole_s``."""
    number = partial(
        Column,
        kind=ColumnKind.NUMBER,
        alignment=Alignment.TRAILING,
        sort_key=lambda: seconds,
    )
    time = number(
        "Time",
        text=lambda at: showable(duration_text(int(seconds[at]), durations)),
        least_px=72,
    )
    share = number(
        "Share",
        text=lambda at: showable(share_text(int(seconds[at]), whole_s)),
        quiet=True,
        least_px=66,
    )
    return time, share


def _undimmed(
    matrix: Matrix,
    full: Matrix,
    dimmed: NDArray[np.bool_] | None,
    touched: frozenset[str],
) -> tuple[tuple[Label, ...], tuple[int, ...], NDArray[np.int64]]:
    """Take out of the picture what its table shows.

    Returns:
        The columns; for each the one of the picture whose colour it has; seconds,
        int64, rows x columns, 0 for what is dimmed. "Other" opens where some of it is
        selected: its parts stand in its place.
    """
    labels, colors = matrix.columns, tuple(range(len(matrix.columns)))
    if dimmed is None:
        return labels, colors, matrix.seconds
    seconds = np.where(dimmed, 0, matrix.seconds)
    if labels[-1].kind is not LabelKind.OTHER or labels[-1].mark not in touched:
        return labels, colors, seconds
    named = {one.mark for one in labels}
    hidden = [at for at, one in enumerate(full.columns) if one.mark not in named]
    hidden.sort(key=lambda at: -int(full.seconds[:, at].sum()))
    opened = np.where(dimmed[:, -1:], 0, full.seconds[:, hidden])
    return (
        (*labels[:-1], *(full.columns[at] for at in hidden)),
        (*colors[:-1], *[colors[-1]] * len(hidden)),
        np.hstack([seconds[:, :-1], opened]),
    )


def _is_other(labels: tuple[Label, ...]) -> Truths:
    truths = (label.kind is LabelKind.OTHER for label in labels)
    return np.fromiter(truths, np.bool_, len(labels))
