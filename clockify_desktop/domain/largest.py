"""The largest few columns of a matrix, and the others as one."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from clockify_desktop.domain.label import Label, LabelKind
from clockify_desktop.domain.matrix import Matrix
from clockify_desktop.domain.telling_apart import Named, told_apart

LARGEST = 8
"""How many series a picture tells apart; more colours cannot be told apart."""


def largest_and_other(matrix: Matrix, one_of_many: str, count: int = LARGEST) -> Matrix:
    """Keep the largest columns and add the others up into one.

    Nothing is lost: the rows' totals stay the same. A single column too many is kept
    as it is, because "Other (1 project)" would hide a name and save no room. Time that
    has no project or client is no project: it keeps a column of its own.

    Args:
        one_of_many: What the columns are, in the plural, for the label of the others:
            ``Other (6 projects)``.

    Returns:
        The largest first; equal ones in their former order; then what has none; the
        others last.
    """
    order = np.argsort(-matrix.column_totals_s, kind="stable")
    none = [place for place in order if matrix.columns[place].kind is LabelKind.WITHOUT]
    ranked = [place for place in order if place not in none]
    rest = ranked[count:] if len(ranked) > count + 1 else []
    kept = [*ranked[: len(ranked) - len(rest)], *none]
    columns = tuple(matrix.columns[place] for place in kept)
    seconds = matrix.seconds[:, kept]
    if rest:
        name = f"Other ({len(rest)} {one_of_many})"
        others_label = Label("", _unlike(name, columns), kind=LabelKind.OTHER)
        columns = (*columns, others_label)
        others = matrix.seconds[:, rest].sum(axis=1, dtype=np.int64, keepdims=True)
        seconds = np.hstack([seconds, others])
    return replace(matrix, columns=columns, seconds=seconds)


def _unlike(name: str, labels: Iterable[Label]) -> str:
    """Name the others as nothing else is, though somebody may call a project so."""
    *_, unlike = told_apart([*(Named(one.name, "") for one in labels), Named(name, "")])
    return unlike
