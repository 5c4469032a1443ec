"""The spreadsheet that ``clockify-desktop report`` writes."""

import argparse
from dataclasses import dataclass

from clockify_desktop.cli.csv_output import column_choice
from clockify_desktop.domain.entry_report import EntryReport, entry_notes
from clockify_desktop.domain.grid import grid_of
from clockify_desktop.domain.needs import entries_need
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import Selection
from clockify_desktop.domain.table import Table
from clockify_desktop.export.csv_wish import entries_shown
from clockify_desktop.export.workbook import Book, workbook_bytes
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.page import PageContent
from clockify_desktop.services.entry_table import entry_table
from clockify_desktop.services.workbooks import page_book, table_book
from clockify_desktop.translation import tr


@dataclass(frozen=True)
class SpreadsheetOutput:
    """How the arguments have a spreadsheet written.

    Args:
        arguments: As ``report_arguments.check`` left them.
        answers: What ``csv_output.layout_needs`` named.
        hidden: Whether people stand without their names.
        note: Such as that the data are invented.
    """

    arguments: argparse.Namespace
    answers: Answers
    hidden: bool
    note: str

    def of_table(
        self, title: str, table: Table, report: Report, selection: Selection
    ) -> bytes:
        """Write groups, or durations with the last level across.

        Args:
            title: That of the page.

        Raises:
            UsageError: A column that is wanted is not there.
            TooLargeError: A sheet has no room for it.
        """
        laid_out = grid_of(table) if self.arguments.layout == "grid" else table
        what = (title, laid_out, report, selection)
        return self.of_book(table_book(*what, hidden=self.hidden, note=self.note))

    def of_entries(self, report: Report, selection: Selection) -> bytes:
        """Write a row for each entry.

        Raises:
            AppError: As ``of_table``.
        """
        told: EntryReport = self.answers.values[entries_need(report.query)]
        shown = entries_shown(told, report, selection)
        table = entry_table(told.entries, shown, report.directory)
        lacking = tuple(entry_notes(told, report.facts.total_s))
        what = (tr("Entries"), table, report, selection, lacking)
        return self.of_book(table_book(*what, hidden=self.hidden, note=self.note))

    def of_page(self, content: PageContent, report: Report) -> bytes:
        """Write what the file of a page holds.

        Raises:
            AppError: As ``of_table``.
        """
        book = page_book(content, report, hidden=self.hidden, note=self.note)
        return self.of_book(book)

    def of_book(self, book: Book) -> bytes:
        """Write sheets with the columns that are wanted.

        Raises:
            AppError: As ``of_table``.
        """
        return workbook_bytes(book, column_choice(self.arguments))
