"""The table beside the picture: the same numbers, as a page's table."""

from functools import partial
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.charts.plain_text import one_line
from clockify_desktop.domain.durations import (
    DurationFormat,
    duration_text,
    share_text,
)
from clockify_desktop.domain.matrix import Label, LabelKind
from clockify_desktop.pages.table import (
    Alignment,
    Column,
    ColumnKind,
    TableContent,
    TableLines,
    Truths,
    Words,
)
from clockify_desktop.viewmodels.report_view import Rows
from clockify_desktop.viewmodels.scene import Scene
from clockify_desktop.viewmodels.view_choices import ROW_HEADS, SERIES_HEADS

_TOTAL_NAMES: Final = {Rows.PEOPLE: "Team", Rows.TEAMS: "All teams"}


def report_table(scene: Scene) -> TableContent:
    """Make the table of a scene: rows with time and share, opening into its columns.

    Returns:
        Its positions are those of the scene's matrix, whatever is shown. Rows without
        time stay unless there is a focus, which leaves only what is not dimmed.
    """
    view, rows = scene.view, scene.matrix.rows
    labels, colors, seconds = _undimmed(scene)
    totals_s = seconds.sum(axis=1, dtype=np.int64)
    whole_s = int(totals_s.sum(dtype=np.int64))
    opens = (seconds != 0).any(axis=1)
    kept = opens if view.focus.columns else np.ones(len(rows), np.bool_)
    if view.focus.rows:
        in_focus = (row.mark in view.focus.rows for row in rows)
        kept = kept & np.fromiter(in_focus, np.bool_, len(rows))
    part_names = _names(SERIES_HEADS[view.series], labels, quiet=True)
    part_is_last = _is_other(labels)

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
            _names(ROW_HEADS[view.rows], rows),
            *_numbers(totals_s, whole_s, view.durations),
        ),
        positions=np.flatnonzero(kept),
        is_last=_is_other(rows),
        total=(
            _TOTAL_NAMES.get(view.rows, "All"),
            duration_text(whole_s, view.durations),
            share_text(whole_s, whole_s),
        ),
        mark=lambda row: rows[row].mark,
        opens=opens,
        parts=parts,
        series=scene.matrix.columns,
    )


def _names(title: str, labels: tuple[Label, ...], *, quiet: bool = False) -> Column:
    return Column(
        title,
        ColumnKind.NAME,
        Alignment.LEADING,
        sort_key=lambda: Words(label.name for label in labels),
        text=lambda at: one_line(labels[at].name),
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
        "Time", text=lambda at: duration_text(int(seconds[at]), durations), least_px=72
    )
    share = number(
        "Share",
        text=lambda at: share_text(int(seconds[at]), whole_s),
        quiet=True,
        least_px=66,
    )
    return time, share


def _undimmed(
    scene: Scene,
) -> tuple[tuple[Label, ...], tuple[int, ...], NDArray[np.int64]]:
    """Take out of a scene what its table shows.

    Returns:
        The columns; for each the one of the picture whose colour it has; seconds,
        int64, rows x columns, 0 for what is dimmed. A focus on "Other" opens it: its
        parts stand in its place.
    """
    matrix, full, dimmed = scene.matrix, scene.full, scene.dimmed
    labels, colors = matrix.columns, tuple(range(len(matrix.columns)))
    if dimmed is None:
        return labels, colors, matrix.seconds
    seconds = np.where(dimmed, 0, matrix.seconds)
    focused = [one for one in labels if one.mark in scene.view.focus.columns]
    if not focused or focused[-1].kind is not LabelKind.OTHER:
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
