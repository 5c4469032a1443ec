"""The largest columns of a matrix; the others by what they belong to, or as one."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.keys import labels_told_apart
from clockify_desktop.domain.label import Label, LabelKind
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.matrix import Matrix
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.telling_apart import Named, told_apart
from clockify_desktop.translation import tr

LARGEST: Final = 12
"""How many columns a picture has under their own names."""

GATHERED: Final = 4
"""How many groups of smaller ones; all of them have a colour."""

_BELONGING: Final = {Level.PROJECT: Level.CLIENT, Level.USER: Level.GROUP}


@dataclass(frozen=True, slots=True, eq=False)
class Largest:
    """A matrix with few columns.

    Args:
        drawn_in: intp, one a column of the matrix it is made of: which of the few has
            its seconds.
    """

    matrix: Matrix
    drawn_in: NDArray[np.intp]


def whole(matrix: Matrix) -> Largest:
    """Keep every column."""
    return Largest(matrix, np.arange(len(matrix.columns)))


def groups_of(report: Report, level: Level) -> Mapping[str, Label]:
    """Tell by the mark of a project its client, and of a person their teams.

    Other levels belong to nothing.
    """
    above = _BELONGING.get(level)
    if above is None:
        return {}
    inner, outer = report.axis(level), report.axis(above)
    names = labels_told_apart(outer.keys)
    pairs = zip(inner.table.tolist(), outer.table.tolist(), strict=True)
    return {inner.keys[at].label.mark: names[group] for at, group in pairs}


def largest_and_other(
    matrix: Matrix,
    level: Level,
    groups: Mapping[str, Label] | None = None,
    count: int = LARGEST,
) -> Largest:
    """Keep the largest columns and add the others up: by their groups, then into one.

    Nothing is lost: the rows' totals stay the same. A single column too many is kept
    as it is, because ``Other (1 project)`` would hide a name and save no room. Time
    that has no project or client is no project: it keeps a column of its own.

    Args:
        level: What the columns are, for the labels of the others, such as ``Other (6
            projects)``.
        groups: What a column belongs to, by its mark.

    Returns:
        The largest first; equal ones in their former order; then groups, the largest
        first; then what has none; the others last.
    """
    columns, totals_s = matrix.columns, matrix.column_totals_s
    order = np.argsort(-totals_s, kind="stable").tolist()
    none = [place for place in order if columns[place].kind is LabelKind.WITHOUT]
    ranked = [place for place in order if columns[place].kind is not LabelKind.WITHOUT]
    rest = ranked[count:] if len(ranked) > count + 1 else []
    own = ranked[: len(ranked) - len(rest)]
    under = [(groups or {}).get(column.mark) for column in columns]
    gathered = _gathered(rest, under, totals_s)
    left = sorted(set(rest).difference(*gathered.values()))
    if len(left) == 1:
        own, left = own + left, []
    with_some_named = {under[place] for place in own}
    drawn = [(columns[place], [place]) for place in own]
    for group, places in gathered.items():
        name = (
            tr("{client} ({count} more)", client=group.name, count=len(places))
            if group in with_some_named
            else f"{group.name} ({level.counted(len(places))})"
        )
        drawn.append((Label(group.key, name, kind=LabelKind.GATHERED), places))
    drawn += [(columns[place], [place]) for place in none]
    if left:
        name = tr("Other ({projects})", projects=level.counted(len(left)))
        drawn.append((Label("", name, kind=LabelKind.OTHER), left))
    seconds = np.empty((len(matrix.rows), len(drawn)), np.int64)
    drawn_in = np.empty(len(columns), np.intp)
    for at, (_, places) in enumerate(drawn):
        seconds[:, at] = matrix.seconds[:, places].sum(axis=1, dtype=np.int64)
        drawn_in[places] = at
    labels = _told_apart([label for label, _ in drawn])
    return Largest(replace(matrix, columns=labels, seconds=seconds), drawn_in)


def _gathered(
    places: Sequence[int],
    under: Sequence[Label | None],
    totals_s: NDArray[np.int64],
) -> dict[Label, list[int]]:
    """Put columns together that belong to one group, as far as there are colours."""
    together: dict[Label, list[int]] = defaultdict(list)
    for place in places:
        group = under[place]
        if group is not None and group.kind is LabelKind.ONE:
            together[group].append(place)
    several = [one for one in together.items() if len(one[1]) > 1]
    several.sort(key=lambda one: -int(totals_s[one[1]].sum()))
    return dict(several[:GATHERED])


def _told_apart(labels: Sequence[Label]) -> tuple[Label, ...]:
    """Name what stands for many as nothing else is, though a project may be so called.

    Whatever stands for itself keeps its name.
    """
    of_many = [one.kind in {LabelKind.GATHERED, LabelKind.OTHER} for one in labels]
    pairs = list(zip(labels, of_many, strict=True))
    things = [Named(one.name, one.key if many else "") for one, many in pairs]
    return tuple(
        replace(one, name=name) if many else one
        for (one, many), name in zip(pairs, told_apart(things), strict=True)
    )
