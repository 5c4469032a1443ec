"""Every entry as the rows of a file whose cells are numbers, days and texts."""

from collections.abc import Iterator
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.directory import Directory
from clockify_desktop.domain.entries import Entries
from clockify_desktop.domain.file_table import FileTable, Value
from clockify_desktop.export.entry_file import MICROS, group_names
from clockify_desktop.pages.entry_file import ENTRY_COLUMNS, entry_cells


def entry_table(
    entries: Entries, shown: NDArray[np.intp], directory: Directory
) -> FileTable:
    """List some entries with what the CSV of entries tells of them.

    Args:
        shown: intp, their positions.
        directory: Tells who is in which group.
    """
    names = (*ENTRY_COLUMNS, "groups", "rate", "amount", "currency")
    groups = group_names(entries.people, directory)
    kept = [
        at
        for at, name in enumerate(names)
        if entries.described or name != "description"
    ]

    def rows() -> Iterator[tuple[Value, ...]]:
        for at in shown.tolist():
            cells = (
                *entry_cells(entries, at),
                groups[int(entries.user[at])] or None,
                *_money(entries, at),
            )
            yield tuple(cells[place] for place in kept)

    columns = tuple(names[place] for place in kept)
    return FileTable(columns, [*rows()], int(entries.seconds[shown].sum()))


def _money(entries: Entries, at: int) -> tuple[Value, Value, Value]:
    rate, amount, code = entries.rate_micros, entries.amount_micros, entries.currency
    if rate is None or amount is None or code is None or code[at] < 0:
        return None, None, None
    return (
        Decimal(int(rate[at])) / MICROS,
        Decimal(int(amount[at])) / MICROS,
        entries.currencies[int(code[at])],
    )
