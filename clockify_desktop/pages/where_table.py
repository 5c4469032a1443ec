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
from clockify_desktop.translation import tr_context


def where_table(
    matrix: Matrix,
    full: Matrix,
    drawn_in: NDArray[np.intp],
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
    labels, colors, seconds = _undimmed(matrix, full, drawn_in, dimmed, touched)
    totals_s = seconds.sum(axis=1, dtype=np.int64)
    whole_s = int(totals_s.sum(dtype=np.int64))
    opens = (seconds != 0).any(axis=1)
    whole = (not selected or row.mark in selected.rows for row in rows)
    kept = opens | np.fromiter(whole, np.bool_, len(rows))
    of_all = options.rows.total(options.rows.number_of(compress(rows, kept)))
    # The parts are added up only where the rows do not tell already.
    exact = all(
        durations_add_up(one, view.durations) and shares_add_up(one)
        for one in (totals_s, seconds)
    )
    part_head = (
        tr_context("time", "Billable")
        if options.colors is None
        else options.colors.head
    )
    hidden = _gathered(labels, full)
    every_part = (*labels, *(full.columns[at] for at in hidden))
    part_colors = (*colors, *drawn_in[hidden].tolist())
    part_words = Words(label.name for label in every_part)
    part_names = _names(part_head, every_part, quiet=True)
    part_is_last = _is_other(every_part)

    def parts_s(rows: slice) -> NDArray[np.int64]:
        if not hidden:
            return seconds[rows]
        more = full.seconds[rows, hidden]
        if dimmed is not None:
            more = np.where(dimmed[rows][:, drawn_in[hidden]], 0, more)
        return np.hstack([seconds[rows], more])

    def parts_holding(wanted: str) -> Truths:
        found = parts_s(slice(None))[:, part_words.holding(wanted)]
        return np.asarray((found != 0).any(axis=1))

    def parts(row: int) -> TableLines:
        of_row = parts_s(slice(row, row + 1))[0]
        numbers = _numbers(of_row, int(totals_s[row]), view.durations)
        there = np.flatnonzero(of_row)
        return TableLines(
            columns=(part_names, *numbers),
            positions=there[there < len(labels)],
            is_last=part_is_last,
            swatch=part_colors.__getitem__,
            within=there[there >= len(labels)],
        )

    return TableContent(
        columns=(
            _names(options.rows.head, rows),
            *_numbers(totals_s, whole_s, view.durations),
        ),
        positions=np.flatnonzero(kept),
        is_last=_is_other(rows),
        total=(
            of_all,
            duration_text(whole_s, view.durations),
            share_text(whole_s, whole_s),
        ),
        mark=lambda row: rows[row].mark,
        part_mark=lambda part: every_part[part].mark,
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
        tr_context("column of a table", "Time"),
        text=lambda at: showable(duration_text(int(seconds[at]), durations)),
        least_px=72,
    )
    share = number(
        tr_context("column of a table", "Share"),
        text=lambda at: showable(share_text(int(seconds[at]), whole_s)),
        quiet=True,
        least_px=66,
    )
    return time, share


def _undimmed(
    matrix: Matrix,
    full: Matrix,
    drawn_in: NDArray[np.intp],
    dimmed: NDArray[np.bool_] | None,
    touched: frozenset[str],
) -> tuple[tuple[Label, ...], tuple[int, ...], NDArray[np.int64]]:
    """Take out of the picture what its table shows.

    Returns:
        The columns; for each the one of the picture whose colour it has; seconds,
        int64, rows x columns, 0 for what is dimmed. What stands for many opens where
        some of it is selected: its parts stand in its place, the largest first.
    """
    labels, colors = matrix.columns, tuple(range(len(matrix.columns)))
    if dimmed is None:
        return labels, colors, matrix.seconds
    seconds = np.where(dimmed, 0, matrix.seconds)
    if not touched:
        return labels, colors, seconds
    order = np.argsort(-full.column_totals_s, kind="stable")
    shown: list[tuple[Label, int, NDArray[np.int64]]] = []
    for at, label in enumerate(labels):
        if label.mark in touched:
            undimmed = ~dimmed[:, at]
            shown += [
                (full.columns[part], at, full.seconds[:, part] * undimmed)
                for part in order[drawn_in[order] == at].tolist()
            ]
        else:
            shown.append((label, at, seconds[:, at]))
    labels, colors, columns = zip(*shown, strict=True)
    return labels, colors, np.column_stack(columns)


def _gathered(labels: tuple[Label, ...], full: Matrix) -> list[int]:
    """Find the columns that stand in another one's, such as those of "Other"."""
    named = {one.mark for one in labels}
    return [at for at, one in enumerate(full.columns) if one.mark not in named]


def _is_other(labels: tuple[Label, ...]) -> Truths:
    truths = (label.kind is LabelKind.OTHER for label in labels)
    return np.fromiter(truths, np.bool_, len(labels))
