"""What is selected in a picture, on top of what the pickers chose."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from clockify_desktop.domain.label import Label


@dataclass(frozen=True, slots=True)
class ChartSelection:
    """What clicks on a picture selected, by marks that every report knows again.

    No rows are all rows, and so with columns.
    """

    rows: frozenset[str] = frozenset()
    columns: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.rows or self.columns)

    def clicked(
        self, row: str | None, column: str | None, *, add: bool
    ) -> "ChartSelection":
        """Follow a click; one on what was selected already selects nothing.

        ``None`` stands for no mark.
        """
        hit = ChartSelection(
            frozenset() if row is None else frozenset({row}),
            frozenset() if column is None else frozenset({column}),
        )
        if not add:
            return NO_SELECTION if hit == self else hit
        return ChartSelection(self.rows ^ hit.rows, self.columns ^ hit.columns)


NO_SELECTION = ChartSelection()


@dataclass(frozen=True, slots=True)
class SelectionChip:
    """One selected thing."""

    name: str
    without: ChartSelection


def selection_chips(
    selection: ChartSelection, rows: Iterable[Label], columns: Iterable[Label]
) -> tuple[SelectionChip, ...]:
    """Name what is selected: rows first, in the order of the picture."""
    if not selection:
        return ()
    of_rows = [
        SelectionChip(row.name, replace(selection, rows=selection.rows - {row.mark}))
        for row in rows
        if row.mark in selection.rows
    ]
    of_columns = [
        SelectionChip(one.name, replace(selection, columns=selection.columns - {mark}))
        for one in columns
        if (mark := one.mark) in selection.columns
    ]
    return (*of_rows, *of_columns)
