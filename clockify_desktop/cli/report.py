"""``clockify-desktop report``: asks, narrows, and writes."""

import argparse
import asyncio
import locale
import os
import sys
from datetime import UTC, datetime

from clockify_desktop.charts.paper import paper_of
from clockify_desktop.cli.connection import checked_environment, opened
from clockify_desktop.cli.output import for_reading, note, write
from clockify_desktop.cli.progress import progress_shown
from clockify_desktop.cli.report_arguments import PICTURES
from clockify_desktop.domain.errors import UsageError
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.report_notes import sentences_of
from clockify_desktop.domain.selection import Selection
from clockify_desktop.domain.showable import named
from clockify_desktop.domain.table import Table, table_of
from clockify_desktop.export.csv_file import PLAIN, csv_bytes, excel
from clockify_desktop.export.json_file import json_bytes
from clockify_desktop.export.picture import picture_bytes, picture_foot, picture_note
from clockify_desktop.export.regional_signs import (
    RegionalSigns,
    decimal_sign_of,
    region_named,
    regional_signs,
)
from clockify_desktop.export.rows import MONEY_PLACES
from clockify_desktop.export.text_table import table_text
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.registry import GROUPED
from clockify_desktop.services.connection import Connection
from clockify_desktop.services.report_request import ReportRequest, request_report

_LACKING = 3


def run(arguments: argparse.Namespace) -> int:
    """Write a report.

    Args:
        arguments: As ``report_arguments.check`` left them.

    Returns:
        0, or 3 where the report lacks something and ``--strict`` was given.

    Raises:
        AppError: Clockify, the disk or a look-up refuses.
    """
    connection = checked_environment(arguments)
    shown = arguments.output is None and sys.stdout is not None
    if arguments.format in PICTURES and shown and sys.stdout.isatty():
        title = "A terminal cannot show a picture"
        raise UsageError(title, "Name a file with --output.")
    report, selection = asyncio.run(_ask(arguments, connection))
    # A person without time on a chosen project need not have had any.
    with_zero = not (arguments.no_zero or arguments.project or arguments.client)
    content, of_picture = _content(arguments, report, selection, with_zero=with_zero)
    write(content, arguments.output)
    sentences = sentences_of(report)
    for sentence in (*sentences, *(one.note for one in arguments.group_by if one.note)):
        note(sentence)
    if of_picture:
        note(of_picture)
    return _LACKING if sentences and arguments.strict else 0


async def _ask(
    arguments: argparse.Namespace, connection: Connection | None
) -> tuple[Report, Selection]:
    request = ReportRequest(
        workspace=arguments.workspace,
        period_choice=arguments.period,
        time_zone=arguments.time_zone,
        people=arguments.user or (),
        projects=arguments.project or (),
        clients=arguments.client or (),
        levels=arguments.group_by,
    )
    now = datetime.now(UTC)
    async with await opened(arguments, connection) as clockify:
        with progress_shown(sys.stderr) as tell:
            return await request_report(clockify, request, now, on_progress=tell)


def _content(
    arguments: argparse.Namespace,
    report: Report,
    selection: Selection,
    *,
    with_zero: bool,
) -> tuple[bytes, str]:
    # What is written, and what has to be said of a picture.
    if arguments.format in PICTURES:
        rows, colors = (*arguments.group_by, arguments.group_by[0])[:2]
        view = ViewOptions(
            {"rows": rows, "colors": colors}, people_without_time=with_zero
        )
        picture = GROUPED.worked_out(report, selection, view).picture
        note_of_it = picture_note(picture, report.query.workspace.name)
        foot = picture_foot(report.query, report.fetched_at, sample=arguments.demo)
        paper = paper_of(os.environ)
        drawn = picture_bytes(picture, arguments.format, foot=foot, paper=paper)
        return drawn, note_of_it
    table = table_of(
        report, arguments.group_by, selection, people_without_time=with_zero
    )
    return _written(arguments, table, report), ""


def _written(arguments: argparse.Namespace, table: Table, report: Report) -> bytes:
    if arguments.format == "json":
        return json_bytes(table, report)
    if arguments.format == "table":
        return for_reading(table_text(table))
    if arguments.dialect == "plain":
        return csv_bytes(table, report.query, PLAIN)
    places = None if arguments.all_decimals else MONEY_PLACES
    return csv_bytes(table, report.query, excel(_signs(), places))


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
        note(f"The region {named(region)} is not known: decimals have a point.")
    return regional_signs(region, sign or ".")
