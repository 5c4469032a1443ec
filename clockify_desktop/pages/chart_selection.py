"""What is selected in a picture, on top of what the pickers chose."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from clockify_desktop.domain.cells import Cells
from clockify_desktop.domain.label import Label
from clockify_desktop.domain.showable import LONGEST_NAME, Showable, named, showable
from clockify_desktop.translation import tr


@dataclass(frozen=True, slots=True)
class ChartSelection(Cells):
    """What clicks on a picture selected; nothing of it is everything."""

    def clicked(
        self, row: str | None, column: str | None, *, add: bool
    ) -> "ChartSelection":
        """Follow a click; one on what was selected already selects nothing.

        Without a column it is one on a whole row, and the other way round. What is
        added or taken away is exactly the cell, row or column, and nothing else.
        """
        if not add:
            hit = NO_SELECTION.clicked(row, column, add=True)
            return NO_SELECTION if hit == self else hit
        if row is not None and column is not None:
            return replace(self, cells=self.cells ^ {(row, column)})
        # What was said of single cells of a row goes with a click on the whole.
        return ChartSelection(
            self.rows ^ {row} if row is not None else self.rows,
            self.columns ^ {column} if column is not None else self.columns,
            frozenset(one for one in self.cells if row != one[0] and column != one[1]),
        )

    @property
    def only(self) -> tuple[str | None, str | None] | None:
        """The one row, column or cell that is selected, by row and column."""
        found = [
            *((row, None) for row in self.rows),
            *((None, column) for column in self.columns),
            *self.cells,
        ]
        return found[0] if len(found) == 1 else None

    @property
    def product(self) -> tuple[frozenset[str], frozenset[str]] | None:
        """Rows and columns that cross in exactly what is selected, if there are such.

        No rows are all rows, and so with columns.
        """
        if not self.cells:
            return None if self.rows and self.columns else (self.rows, self.columns)
        rows = frozenset(row for row, _ in self.cells)
        columns = frozenset(column for _, column in self.cells)
        alone = not self.rows and not self.columns
        cross = alone and len(rows) * len(columns) == len(self.cells)
        return (rows, columns) if cross else None


NO_SELECTION = ChartSelection()


@dataclass(frozen=True, slots=True)
class SelectionChip:
    """One selected thing.

    Args:
        names: That of a row or a column, or those of the row and column of a cell.
        left_out: Whether the cell is taken out of its row or column.
    """

    names: tuple[str, ...]
    without: ChartSelection
    left_out: bool = False

    def words(self, longest: int = LONGEST_NAME) -> Showable:
        """Name it in so many signs; a cell as ``Ann · Web`` or ``Ann · not Web``."""
        parts = [named(name, longest // len(self.names)) for name in self.names]
        if self.left_out:
            row, column = parts
            # Translators: such as "Ann · not Web", where a cell was left out.
            return showable(tr("{person} · not {project}", person=row, project=column))
        return showable(" · ".join(parts))


def selection_chips(
    selection: ChartSelection, rows: Iterable[Label], columns: Iterable[Label]
) -> tuple[SelectionChip, ...]:
    """Name what is selected: rows, columns, then cells in the order of the picture."""
    if not selection:
        return ()
    rows, columns = tuple(rows), tuple(columns)
    of_cells = {row for row, _ in selection.cells}
    return (
        *(_chip(selection, row, None) for row in rows if row.mark in selection.rows),
        *(
            _chip(selection, None, column)
            for column in columns
            if column.mark in selection.columns
        ),
        *(
            _chip(selection, row, column)
            for row in rows
            if row.mark in of_cells
            for column in columns
            if (row.mark, column.mark) in selection.cells
        ),
    )


def _chip(
    selection: ChartSelection, row: Label | None, column: Label | None
) -> SelectionChip:
    left_out = False
    if row is not None and column is not None:
        left_out = (row.mark, column.mark) not in selection
    without = selection.clicked(
        None if row is None else row.mark,
        None if column is None else column.mark,
        add=True,
    )
    return SelectionChip(
        tuple(label.name for label in (row, column) if label is not None),
        without,
        left_out,
    )
