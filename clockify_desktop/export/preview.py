"""What the window saves: exactly what it shows, and a look at it beforehand."""

import csv
from dataclasses import replace
from io import StringIO
from typing import Final

from clockify_desktop.domain.facts import Selection
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.table import Table, table_of
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


def shown_table(
    report: Report, rows: Level, series: Level | None, selection: Selection
) -> Table:
    """Make the table of what a page shows.

    It is sorted by name, as the command line sorts it, and holds every project:
    "Other" is a matter of pictures.

    Args:
        report: Where the facts are.
        rows: What the page's bars are.
        series: What its colours are; ``None`` for billable or not, which every file
            has in a column anyway.
        selection: Pickers and focus together.

    Returns:
        One row a group and currency, people without time among them as long as all
        their time is looked at.
    """
    levels = (rows,) if series is None or series is rows else (rows, series)
    return table_of(
        report, levels, selection, people_without_time=selection.of_whole_days
    )


def preview_rows(
    table: Table, query: ReportQuery, syntax: CsvSyntax, most: int = PREVIEW_ROWS
) -> tuple[tuple[str, ...], ...]:
    """Read the beginning of a file as the program it is made for will read it.

    Args:
        table: What is to be written.
        query: What it was asked for.
        syntax: How it is to be written.
        most: How many rows to read, beside the header.

    Returns:
        The header, then up to ``most`` rows; one text a column.
    """
    written = csv_bytes(replace(table, rows=table.rows[:most]), query, syntax)
    text = StringIO(written.decode(syntax.encoding), newline="")
    return tuple(map(tuple, csv.reader(text, delimiter=syntax.separator)))
