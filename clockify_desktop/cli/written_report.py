"""What becomes of a report on the command line: bytes, and what is said of them."""

import argparse
import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clockify_desktop.charts.paper import Paper, paper_of
from clockify_desktop.cli.csv_output import CsvOutput
from clockify_desktop.cli.report_arguments import SPREADSHEET
from clockify_desktop.domain.file_table import FileTable
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import Selection
from clockify_desktop.domain.table import Table
from clockify_desktop.export.json_file import json_lines
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.translation import tr

if TYPE_CHECKING:
    from clockify_desktop.charts.chart import ChartContent
    from clockify_desktop.cli.spreadsheet_output import SpreadsheetOutput


@dataclass(frozen=True, eq=False)
class Answered:
    """What there is to be written, and how.

    Args:
        arguments: As ``report_arguments.check`` left them.
        answers: What was asked for beside the report.
        hidden: Whether people stand without their names.
    """

    arguments: argparse.Namespace
    report: Report
    selection: Selection
    answers: Answers
    view: ViewOptions
    hidden: bool

    @property
    def output(self) -> CsvOutput:
        """Write it as CSV."""
        return CsvOutput(self.arguments, self.answers)

    @property
    def note(self) -> str:
        """Say that the data are invented, where they are."""
        return tr("SAMPLE DATA") if self.arguments.demo else ""

    @property
    def sheets(self) -> "SpreadsheetOutput":
        """Write it as a spreadsheet."""
        # A CSV need not wait for it.
        from clockify_desktop.cli.spreadsheet_output import (  # noqa: PLC0415
            SpreadsheetOutput,
        )

        return SpreadsheetOutput(self.arguments, self.answers, self.hidden, self.note)

    @property
    def is_spreadsheet(self) -> bool:
        """Whether a spreadsheet is wanted."""
        return bool(self.arguments.format == SPREADSHEET)

    @property
    def paper(self) -> Paper:
        """What a PDF is drawn on."""
        if self.arguments.paper is None:
            return paper_of(os.environ)
        return Paper[self.arguments.paper.upper()]

    def drawn(self, picture: "ChartContent") -> tuple[bytes, str]:
        """Draw a picture; say what it does not show."""
        # Likewise.
        from clockify_desktop.cli.system_font import system_font  # noqa: PLC0415
        from clockify_desktop.export import picture as pictures  # noqa: PLC0415

        pictures.write_pictures_in(system_font())
        report, arguments = self.report, self.arguments
        said = pictures.picture_note(picture, report.query.workspace.name)
        foot = pictures.picture_foot(
            report.query, report.fetched_at, sample=arguments.demo
        )
        kind, paper = arguments.format, self.paper
        return pictures.picture_bytes(picture, kind, foot=foot, paper=paper), said

    def of_table(self, table: Table | FileTable) -> Iterable[bytes]:
        """Write rows as JSON or CSV."""
        if self.arguments.format == "json":
            return json_lines(table, self.report)
        return self.output.of_table(table, self.report)


@dataclass(frozen=True, eq=False)
class Written:
    """What is written, and what is said beside it.

    Args:
        of_picture: What a picture does not show.
        lacking: What could not be had, a line each.
        remarks: What is to be known of it.
        found: How many things the page has to be done.
    """

    content: bytes | Iterable[bytes]
    of_picture: str = ""
    lacking: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    found: int = 0
