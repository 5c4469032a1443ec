"""A look at a file before it is saved."""

import csv
from dataclasses import replace
from io import StringIO
from typing import Final

from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.domain.table import Table
from clockify_desktop.export.csv_file import CsvSyntax, csv_bytes

PREVIEW_ROWS: Final = 8
"""How many rows a person looks at before a file is saved."""

NUMBER_COLUMNS: Final = frozenset(
    {
        "duration_seconds",
        "duration_hours",
        "duration_hms",
        "billable_seconds",
        "amount",
    }
)
"""The columns whose cells are numbers."""


def preview_rows(
    table: Table, query: ReportQuery, syntax: CsvSyntax, most: int = PREVIEW_ROWS
) -> tuple[tuple[str, ...], ...]:
    """Read the beginning of a file as the program it is made for will read it.

    Args:
        most: How many rows to read, beside the header.

    Returns:
        The header, then up to ``most`` rows; one text a column.
    """
    written = csv_bytes(replace(table, rows=table.rows[:most]), query, syntax)
    text = StringIO(written.decode(syntax.encoding), newline="")
    return tuple(map(tuple, csv.reader(text, delimiter=syntax.separator)))
