"""The one sentence under a picture that says what it shows."""

from collections.abc import Sequence

from clockify_desktop.domain.durations import (
    DurationFormat,
    duration_text,
    share_text,
)
from clockify_desktop.domain.label import LabelKind
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.matrix import Matrix
from clockify_desktop.domain.period_words import SO_FAR
from clockify_desktop.domain.showable import named
from clockify_desktop.domain.shown_sums import ROUNDED, durations_add_up
from clockify_desktop.translation import tr

_NAMED = 3


def sentence(
    matrix: Matrix,
    rows: Level,
    columns: Level | None = None,
    durations: DurationFormat = DurationFormat.MINUTES,
    *,
    running: bool = False,
    time: str = "time",
) -> str:
    """Say what a picture shows: who, how long, on what most, and who not at all.

    People are never ranked: where they are the columns, none is named as the largest.

    Args:
        columns: What its columns are, ``None`` for anything that is no level.
        running: The period is not over: who has no time yet is not named.
        time: Which time is shown, where that is not all, such as ``billable time``.
    """
    total_s = matrix.total_s
    row_totals_s = matrix.row_totals_s
    idle = [
        label.name
        for label, duration_s in zip(matrix.rows, row_totals_s, strict=True)
        if duration_s == 0
    ]
    so_far = f" {SO_FAR}" if running else ""
    if len(idle) == len(matrix.rows):
        return tr("No {time} was logged{so_far}.", time=time, so_far=so_far)
    total = duration_text(total_s, durations)
    if time != "time":
        total += tr(" of {time}", time=time)
    if rows is Level.USER:
        busy = len(matrix.rows) - len(idle)
        text = tr(
            "{counted} logged {total}{so_far}",
            counted=rows.counted(busy),
            total=total,
            so_far=so_far,
        )
    else:
        text = tr(
            "{total}{so_far} in {rows}",
            total=total,
            so_far=so_far,
            rows=_rows_in_words(matrix, rows, durations),
        )
    if columns is not Level.USER:
        text += _largest(matrix, total_s)
    text = f"{text}."
    if matrix.repeated_s:
        repeated = duration_text(matrix.repeated_s, durations)
        text += tr(" {repeated} of it is shown more than once.", repeated=repeated)
    if rows is Level.USER and idle and not running:
        text += tr(" {people} logged nothing.", people=people_in_words(idle))
    if not durations_add_up(row_totals_s, durations, matrix.repeated_s):
        text += f" {ROUNDED}"
    return text


def _rows_in_words(matrix: Matrix, rows: Level, durations: DurationFormat) -> str:
    """Count what has time; time that has no project, client or team is told apart."""
    totals_s = matrix.row_totals_s
    busy = [row for row, total_s in zip(matrix.rows, totals_s, strict=True) if total_s]
    words = rows.counted(rows.number_of(busy))
    without = [row.kind is LabelKind.WITHOUT for row in matrix.rows]
    without_s = int(totals_s[without].sum())
    if without_s:
        words += tr(
            ", {duration} of it without one",
            duration=duration_text(without_s, durations),
        )
    return words


def _largest(matrix: Matrix, total_s: int) -> str:
    columns_s = matrix.column_totals_s
    if len(columns_s) < 2 or total_s <= 0:  # noqa: PLR2004 - one has no rival
        return ""
    place = int(columns_s.argmax())
    label = matrix.columns[place]
    share = share_text(int(columns_s[place]), total_s)
    name = (
        "time " + label.name.strip("()").lower()
        if label.kind is LabelKind.WITHOUT
        else named(label.name)
    )
    return tr("; {name} took the largest share, {share}", name=name, share=share)


def people_in_words(names: Sequence[str], level: Level = Level.USER) -> str:
    """Name a few people, or things of another level, in a sentence; count several."""
    if len(names) > _NAMED:
        return level.counted(len(names))
    *others, last = map(named, names)
    return (
        tr("{others} and {last}", others=", ".join(others), last=last)
        if others
        else last
    )
