"""What of a page stands in its table: a focus leaves out, and opens the others."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.label import Label, LabelKind
from clockify_desktop.pages.where import WhereContent


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """Numbers and the heads of their columns.

    Args:
        labels: One a column.
        colors: For each column the one of the picture whose colour it has.
        seconds: int64, rows x columns; 0 for what is dimmed.
        kept_rows: bool, a truth a row: whether the table shows it.
    """

    labels: tuple[Label, ...]
    colors: tuple[int, ...]
    seconds: NDArray[np.int64]
    kept_rows: NDArray[np.bool_]

    @property
    def is_other(self) -> NDArray[np.bool_]:
        """bool, a truth a column: whether it puts smaller ones together."""
        truths = (label.kind is LabelKind.OTHER for label in self.labels)
        return np.fromiter(truths, np.bool_, len(self.labels))


def cells_of(content: WhereContent) -> Cells:
    """Take out of a content what its table shows.

    Args:
        content: The page.

    Returns:
        The cells that are not dimmed. Rows without a focus all stay, those without
        time too; a focus on columns leaves the rows that have time in them. A focus
        on "Other" opens it: its parts stand in its place.
    """
    matrix, focus, dimmed = content.matrix, content.view.selected, content.dimmed
    seconds = matrix.seconds if dimmed is None else np.where(dimmed, 0, matrix.seconds)
    in_focus = (not focus.rows or one.mark in focus.rows for one in matrix.rows)
    kept = np.fromiter(in_focus, np.bool_, len(matrix.rows))
    if focus.columns:
        kept &= (seconds != 0).any(axis=1)
    places = tuple(range(len(matrix.columns)))
    last = matrix.columns[-1] if matrix.columns else None
    if (
        dimmed is None
        or last is None
        or last.kind is not LabelKind.OTHER
        or last.mark not in focus.columns
    ):
        return Cells(matrix.columns, places, seconds, kept)
    named = {one.mark for one in matrix.columns}
    full = content.full
    hidden = [at for at, one in enumerate(full.columns) if one.mark not in named]
    hidden.sort(key=lambda at: -int(full.seconds[:, at].sum()))
    opened = np.where(dimmed[:, -1:], 0, full.seconds[:, hidden])
    return Cells(
        (*matrix.columns[:-1], *(full.columns[at] for at in hidden)),
        (*places[:-1], *[places[-1]] * len(hidden)),
        np.hstack([seconds[:, :-1], opened]),
        kept,
    )
