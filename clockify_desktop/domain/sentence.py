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
from clockify_desktop.domain.showable import named
from clockify_desktop.domain.shown_sums import ROUNDED, durations_add_up
from clockify_desktop.translation import tr, tr_plural

_NAMED = 3


# Of which time, by whether it is billable: all of it, then of some.
_NOTHING = {
    None: (tr("No time was logged."), tr("No time was logged so far.")),
    True: (
        tr("No billable time was logged."),
        tr("No billable time was logged so far."),
    ),
    False: (
        tr("No time that is not billable was logged."),
        tr("No time that is not billable was logged so far."),
    ),
}


def sentence(
    matrix: Matrix,
    rows: Level,
    columns: Level | None = None,
    durations: DurationFormat = DurationFormat.MINUTES,
    *,
    running: bool = False,
    billable: bool | None = None,
) -> str:
    """Say what a picture shows: who, how long, on what most, and who not at all.

    People are never ranked: where they are the columns, none is named as the largest.

    Args:
        columns: What its columns are, ``None`` for anything that is no level.
        running: The period is not over: who has no time yet is not named.
        billable: Which time is shown, ``None`` for all.
    """
    row_totals_s = matrix.row_totals_s
    idle = [
        label.name
        for label, duration_s in zip(matrix.rows, row_totals_s, strict=True)
        if duration_s == 0
    ]
    if len(idle) == len(matrix.rows):
        return _NOTHING[billable][running]
    total = duration_text(matrix.total_s, durations)
    if billable is not None:
        total = (
            tr("{time} of billable time", time=total)
            if billable
            else tr("{time} of time that is not billable", time=total)
        )
    if rows is Level.USER:
        facts = [_logged(len(matrix.rows) - len(idle), total, running=running)]
    else:
        facts = [_in_rows(matrix, rows, durations, total, running=running)]
    if columns is not Level.USER and (largest := _largest(matrix, columns)):
        facts.append(largest)
    said = ["; ".join(facts) + "."]
    if matrix.repeated_s:
        repeated = duration_text(matrix.repeated_s, durations)
        said.append(tr("{time} of it is shown more than once.", time=repeated))
    if rows is Level.USER and idle and not running:
        said.append(nothing_logged_by(idle))
    if not durations_add_up(row_totals_s, durations, matrix.repeated_s):
        said.append(ROUNDED)
    return " ".join(said)


def _logged(people: int, total: str, *, running: bool) -> str:
    if running:
        return tr_plural(
            "{count} person logged {time} so far",
            "{count} people logged {time} so far",
            people,
            time=total,
        )
    return tr_plural(
        "{count} person logged {time}",
        "{count} people logged {time}",
        people,
        time=total,
    )


def _in_rows(
    matrix: Matrix, rows: Level, durations: DurationFormat, total: str, *, running: bool
) -> str:
    """Count what has time; time that has no project, client or team is told apart."""
    totals_s = matrix.row_totals_s
    busy = [row for row, total_s in zip(matrix.rows, totals_s, strict=True) if total_s]
    projects = rows.counted(rows.number_of(busy))
    kinds = [row.kind is LabelKind.WITHOUT for row in matrix.rows]
    without_s = int(totals_s[kinds].sum())
    if not without_s:
        return (
            # Translators: {projects} may be "3 teams", "1 task" or any other level.
            tr("{time} so far in {projects}", time=total, projects=projects)
            if running
            else tr("{time} in {projects}", time=total, projects=projects)
        )
    without = duration_text(without_s, durations)
    if running:
        # Translators: "one" is one of {projects}, which may be teams or tasks.
        return tr(
            "{time} so far in {projects}, {without} of it without one",
            time=total,
            projects=projects,
            without=without,
        )
    return tr(
        "{time} in {projects}, {without} of it without one",
        time=total,
        projects=projects,
        without=without,
    )


def _largest(matrix: Matrix, columns: Level | None) -> str:
    columns_s, total_s = matrix.column_totals_s, matrix.total_s
    if len(columns_s) < 2 or total_s <= 0:  # noqa: PLR2004 - one has no rival
        return ""
    place = int(columns_s.argmax())
    label = matrix.columns[place]
    share = share_text(int(columns_s[place]), total_s)
    name: str = named(label.name)
    # Breaks and leave have no task and no tags either, and are called by their name.
    if label.kind is LabelKind.WITHOUT and not label.key and columns is not None:
        name = columns.without
    return tr("{name} took the largest share, {share}", name=name, share=share)


def nothing_logged_by(people: Sequence[str]) -> str:
    """Say that people, one or more, logged nothing, such as ``Bo logged nothing.``."""
    return tr_plural(
        "{people} logged nothing.",
        "{people} logged nothing.",
        len(people),
        people=people_in_words(people),
    )


def people_in_words(names: Sequence[str], level: Level = Level.USER) -> str:
    """Name a few people, or things of another level, in a sentence; count several."""
    if len(names) > _NAMED:
        return level.counted(len(names))
    return list_in_words([named(name) for name in names])


def list_in_words(names: Sequence[str]) -> str:
    """List names that are fit to be shown, such as ``Ada, Bo and Cy``."""
    *others, last = names or ("",)
    if not others:
        return last
    return tr("{names} and {last}", names=", ".join(others), last=last)


def either_in_words(names: Sequence[str]) -> str:
    """List names of which one is to be taken, such as ``mdy or dmy``."""
    *others, last = names
    return tr("{names} or {last}", names=", ".join(others), last=last)
