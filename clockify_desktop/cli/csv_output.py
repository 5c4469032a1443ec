"""The CSV that ``clockify-desktop report`` writes."""

import argparse
import locale
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from clockify_desktop.cli.csv_arguments import DECIMAL_SIGNS, OF_ENTRIES, SEPARATORS
from clockify_desktop.cli.output import note
from clockify_desktop.domain.entry_report import EntryReport, entry_notes
from clockify_desktop.domain.file_table import FileTable
from clockify_desktop.domain.grid import Grid, grid_of
from clockify_desktop.domain.needs import Need, ProfileNeed, entries_need
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.selection import Selection
from clockify_desktop.domain.showable import named
from clockify_desktop.domain.table import Table
from clockify_desktop.export.column_choice import (
    AMOUNT_COLUMNS,
    ASKED_COLUMNS,
    ColumnChoice,
)
from clockify_desktop.export.csv_file import PLAIN, CsvSyntax, excel
from clockify_desktop.export.csv_wish import CsvWish, entries_shown, unknown_dates
from clockify_desktop.export.regional_signs import (
    RegionalSigns,
    decimal_sign_of,
    region_named,
    regional_signs,
)
from clockify_desktop.export.rows import MONEY_PLACES
from clockify_desktop.export.text_encodings import has_every_sign
from clockify_desktop.pages.answers import Answers
from clockify_desktop.services.profile import Profile
from clockify_desktop.translation import tr


def column_choice(arguments: argparse.Namespace) -> ColumnChoice:
    """Tell which columns the arguments have written."""
    without = ASKED_COLUMNS - {*(arguments.columns or ())}
    if arguments.no_amounts:
        without |= AMOUNT_COLUMNS
    if arguments.no_descriptions:
        without |= {"description", "Description"}
    return ColumnChoice(arguments.columns, without)


def layout_needs(layout: str) -> Callable[[ReportQuery], Iterable[Need]]:
    """Tell what has to be known for a layout beside the report."""

    def needs(query: ReportQuery) -> Iterator[Need]:
        if layout in OF_ENTRIES:
            yield entries_need(query)
        if layout.startswith("clockify-"):
            yield ProfileNeed()

    return needs


@dataclass(frozen=True)
class CsvOutput:
    """How the arguments have a CSV written.

    Args:
        arguments: As ``report_arguments.check`` left them.
        answers: What ``layout_needs`` named.
    """

    arguments: argparse.Namespace
    answers: Answers

    def of_table(self, table: Table | FileTable, report: Report) -> Iterable[bytes]:
        """Write a row for each group, or hours with the last level across.

        Raises:
            UsageError: A column that is wanted is not there.
            UnwritableTextError: The encoding has no place for a sign; nothing is
                written.
        """
        laid_out: Table | FileTable | Grid = table
        if self.arguments.layout == "grid" and isinstance(table, Table):
            laid_out = grid_of(table)
        wish = self._wish()
        return self._tried(
            partial(wish.table_lines, laid_out, report.query), wish.syntax
        )

    def of_entries(self, report: Report, selection: Selection) -> Iterable[bytes]:
        """Write a row for each entry.

        Raises:
            AppError: As ``of_table``.
        """
        told: EntryReport = self.answers.values[entries_need(report.query)]
        shown, wish = entries_shown(told, report, selection), self._wish()
        return self._tried(partial(wish.entry_lines, told, shown, report), wish.syntax)

    def lacking(self, report: Report) -> tuple[str, ...]:
        """Say what the entries lack, and how they differ from the report."""
        if self.arguments.layout not in OF_ENTRIES:
            return ()
        told: EntryReport = self.answers.values[entries_need(report.query)]
        return tuple(entry_notes(told, report.facts.total_s))

    @property
    def _choice(self) -> ColumnChoice:
        return column_choice(self.arguments)

    def _wish(self) -> CsvWish:
        arguments, dates = self.arguments, None
        if arguments.layout.startswith("clockify-"):
            profile: Profile = self.answers.values[ProfileNeed()]
            _note_date_format(profile)
            dates = profile.dates
        amounts = not arguments.no_amounts
        return CsvWish(self._syntax(), self._choice, amounts, dates)

    def _syntax(self) -> CsvSyntax:
        arguments = self.arguments
        syntax = PLAIN
        if arguments.dialect == "excel":
            places = None if arguments.all_decimals else MONEY_PLACES
            syntax = excel(_signs(), places)
        return replace(
            syntax,
            separator=SEPARATORS.get(arguments.separator, syntax.separator),
            decimal_sign=DECIMAL_SIGNS.get(arguments.decimal_sign, syntax.decimal_sign),
            encoding=arguments.encoding or syntax.encoding,
            guards=not arguments.no_formula_guard,
        )

    def _tried(
        self, lines: Callable[[], Iterable[bytes]], syntax: CsvSyntax
    ) -> Iterable[bytes]:
        """Make lines once before they are written, where that may fail half-way."""
        if not has_every_sign(syntax.encoding):
            for _ in lines():
                pass
        return lines()


def _note_date_format(profile: Profile) -> None:
    if profile.unknown_date_format:
        note(unknown_dates(profile.unknown_date_format))


def _signs() -> RegionalSigns:
    """Tell the signs of the person's region."""
    region = region_named(os.environ)
    try:
        locale.setlocale(locale.LC_NUMERIC, "")
        sign: str | None = str(locale.localeconv()["decimal_point"])
    except locale.Error:
        # The region is not installed here.
        sign = decimal_sign_of(region)
    if sign is None:
        note(
            tr(
                "The region {region} is not known: decimals have a point.",
                region=named(region),
            )
        )
    return regional_signs(region, sign or ".")
