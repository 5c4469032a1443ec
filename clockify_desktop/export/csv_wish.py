"""What somebody wants a CSV file to be like, and the lines of it.

Window and command line ask here, so that both write the same bytes.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.entries import ENTRY
from clockify_desktop.domain.entry_report import EntryReport
from clockify_desktop.domain.file_table import FileTable
from clockify_desktop.domain.grid import Grid
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.selection import Selection
from clockify_desktop.domain.showable import named
from clockify_desktop.domain.table import Table, columns_of_levels
from clockify_desktop.domain.written_dates import WrittenDates
from clockify_desktop.export.clockify_layout import (
    as_clockify,
    detailed_columns,
    summary_lines,
)
from clockify_desktop.export.column_choice import EVERY_COLUMN, ColumnChoice
from clockify_desktop.export.csv_file import PLAIN, CsvSyntax, csv_lines
from clockify_desktop.export.entry_file import entry_columns
from clockify_desktop.export.entry_lines import EntryColumn, entry_lines
from clockify_desktop.translation import tr


@dataclass(frozen=True, slots=True)
class CsvWish:
    """How a CSV file is to be written.

    Args:
        amounts: Whether Clockify's layout has columns of money, where it is visible.
        dates: How Clockify's layout writes dates; ``None`` for a layout of our own.
    """

    syntax: CsvSyntax = PLAIN
    choice: ColumnChoice = EVERY_COLUMN
    amounts: bool = True
    dates: WrittenDates | None = None

    def table_lines(
        self, table: Table | FileTable | Grid, query: ReportQuery
    ) -> Iterable[bytes]:
        """Write a row for each group, or hours with the last level across.

        Raises:
            UsageError: A column that is wanted is not there.
            UnwritableTextError: The encoding has no place for a sign; comes with the
                line that has it.
        """
        choice = self.choice_of(table)
        if self.dates is not None and isinstance(table, Table):
            return summary_lines(
                *(table, self.dates, self.syntax, choice), amounts=self.amounts
            )
        return csv_lines(table, query, self.syntax, choice)

    def choice_of(self, table: Table | FileTable | Grid) -> ColumnChoice:
        """Tell which of the columns of a table are written."""
        if not isinstance(table, Grid):
            return self.choice
        # A project may be called like a column that is left out.
        names = self.choice.without & {*columns_of_levels(table.down)}
        return replace(self.choice, without=names)

    def entry_lines(
        self, told: EntryReport, shown: NDArray[np.intp], report: Report
    ) -> Iterable[bytes]:
        """Write a row for each entry.

        Args:
            shown: intp, positions of the entries.
            report: Of the same days of the same workspace.

        Raises:
            AppError: As ``table_lines``.
        """
        columns, syntax = self.entry_columns(told, shown, report), self.syntax
        if self.dates is not None:
            syntax = as_clockify(syntax)
        return entry_lines(columns, shown, syntax, self.choice)

    def entry_columns(
        self, told: EntryReport, shown: NDArray[np.intp], report: Report
    ) -> list[EntryColumn]:
        """List all columns of entries that there are to choose from."""
        entries, directory, query = told.entries, report.directory, report.query
        if self.dates is None:
            return entry_columns(entries, directory, query, self.syntax)
        return detailed_columns(
            *(entries, shown, directory, query, self.dates, as_clockify(self.syntax)),
            amounts=self.amounts,
        )


def unknown_dates(date_format: str) -> str:
    """Say that a profile has dates in a format that is not known."""
    name = named(date_format)
    return tr(
        "The date format {name} of your profile is not known: "
        "dates are written as 2026-11-16.",
        name=name,
    )


def entries_shown(
    told: EntryReport, report: Report, selection: Selection
) -> NDArray[np.intp]:
    """Find the entries of what is selected, by what narrows the report."""
    if selection == Selection():
        return np.arange(len(told.entries))
    facts = replace(report, facts=told.entries.as_facts()).narrowed(selection)
    return np.unique(facts.more[ENTRY][1])
