"""Whole files of a table: what is written line by line, in one piece."""

from clockify_desktop.domain.file_table import FileTable
from clockify_desktop.domain.grid import Grid
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.table import Table
from clockify_desktop.export.csv_file import PLAIN, CsvSyntax, csv_lines
from clockify_desktop.export.json_file import json_lines
from clockify_desktop.export.text_table import table_lines


def csv_bytes(
    table: Table | FileTable | Grid, query: ReportQuery, syntax: CsvSyntax = PLAIN
) -> bytes:
    """Write a table as CSV."""
    return b"".join(csv_lines(table, query, syntax))


def json_bytes(table: Table | FileTable, report: Report) -> bytes:
    """Write a table as JSON."""
    return b"".join(json_lines(table, report))


def table_text(table: Table, *, running: bool = False) -> str:
    """Write a table for people."""
    return "".join(table_lines(table, running=running))
