"""``clockify-desktop report``: asks, narrows, and writes."""

import argparse
import asyncio
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace

from clockify_desktop.charts.chart import ChartContent
from clockify_desktop.charts.paper import Paper, paper_of
from clockify_desktop.cli.asking import ask
from clockify_desktop.cli.connection import checked_environment
from clockify_desktop.cli.csv_arguments import OF_ENTRIES
from clockify_desktop.cli.csv_output import CsvOutput
from clockify_desktop.cli.output import for_reading, note, write
from clockify_desktop.cli.page_report import page_named, page_text
from clockify_desktop.cli.report_arguments import PICTURES, REVIEW_KEY, SPREADSHEET
from clockify_desktop.cli.spreadsheet_output import SpreadsheetOutput
from clockify_desktop.cli.system_font import system_font
from clockify_desktop.domain.errors import AppError, UsageError
from clockify_desktop.domain.file_table import FileTable
from clockify_desktop.domain.hidden_names import HiddenNames, Hiding
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.report_notes import remarks_of, sentences_of
from clockify_desktop.domain.selection import Selection
from clockify_desktop.domain.table import Table, table_of
from clockify_desktop.export.json_file import json_lines
from clockify_desktop.export.picture import (
    deck_bytes,
    deck_note,
    picture_bytes,
    picture_foot,
    picture_note,
    write_pictures_in,
)
from clockify_desktop.export.text_table import table_lines
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.page import Page, PageContent, ViewOptions
from clockify_desktop.pages.registry import GROUPED
from clockify_desktop.pages.where_beside import beside_of
from clockify_desktop.pages.where_options import Billable
from clockify_desktop.services.connection import Connection
from clockify_desktop.services.page_choices import view_of
from clockify_desktop.services.review_deck import (
    Review,
    deck_of,
    review_of,
    review_page,
)
from clockify_desktop.services.switched_off import pages_left, policy_of_computer
from clockify_desktop.translation import tr

_LACKING = 3
# Nothing else, but the page and whether it is drawn, decides what is asked.
_DECISIVE = (
    *("account", "workspace", "period", "time_zone", "user", "project", "client"),
    *("group_by", "counting", "layout", "files", "date_order"),
)

Asked = tuple[Report, Selection, Answers]
"""What Clockify answered to a question of the command line."""


class BillableNotKnownError(AppError):
    """Clockify's own sum does not confirm which time is billable."""


def run(arguments: argparse.Namespace) -> int:
    """Write a report to the file that the arguments name, or to standard output.

    Args:
        arguments: As ``report_arguments.check`` left them.

    Returns:
        As ``write_report``.

    Raises:
        AppError: Clockify, the disk or a look-up refuses.
    """
    return write_report(arguments, lambda _: arguments.output)


def write_report(
    arguments: argparse.Namespace,
    name: Callable[[ReportQuery], str | None],
    known: dict[str, Asked] | None = None,
) -> int:
    """Write a report.

    Args:
        arguments: As ``report_arguments.check`` left them.
        name: Tells where it goes, once it is known what it is of; ``None`` for
            standard output.
        known: What was asked before, which is not asked once more; it is added to.

    Returns:
        0, or 3 where the report lacks something and ``--strict`` was given, or where
        its page finds what ``--fail-on`` names.

    Raises:
        AppError: Clockify, the disk or a look-up refuses.
    """
    connection = None if arguments.files else checked_environment(arguments)
    _refuse_a_terminal(arguments)
    policy = policy_of_computer()
    whole = review_page(pages_left(policy)) if arguments.page == REVIEW_KEY else None
    page = whole or page_named(arguments.page, policy)
    # A person without time on a chosen project need not have had any.
    of_part = arguments.project or arguments.client or arguments.only
    as_clockify = arguments.layout == "clockify-summary"
    with_zero = not (arguments.no_zero or of_part or as_clockify)
    view = ViewOptions(people_without_time=with_zero)
    if page is not GROUPED and whole is None:
        view = view_of(page, arguments.choose, view)
    report, selection, answers = _asked(arguments, connection, page, known)
    names = HiddenNames() if arguments.hide_names or policy.hide_names else None
    descriptions = policy.descriptions and not arguments.no_descriptions
    hiding = Hiding(names, descriptions=descriptions)
    report = hiding.of(report)
    if arguments.only and report.billable_withheld:
        title = tr("It is not known what of the time is billable")
        raise BillableNotKnownError(title, tr("Leave out --only, or try again later."))
    values = {need: hiding.of(value) for need, value in answers.values.items()}
    answers = replace(answers, values=values)
    output = CsvOutput(arguments, answers)
    note_on_it = tr("SAMPLE DATA") if arguments.demo else ""
    sheets = SpreadsheetOutput(arguments, answers, names is not None, note_on_it)
    if page is GROUPED:
        content, of_picture, lacking = _grouped(
            *(arguments, report, selection, view, output, sheets)
        )
        found = 0
        remarks = tuple(one.note for one in arguments.group_by if one.note)
    elif whole is not None:
        review = review_of(whole, report, answers, selection, view)
        content, of_picture = _of_review(arguments, review, sheets)
        lacking, remarks, found = review.lacking, (), 0
    else:
        shown_page = page.content(answers, report.query, selection, view)
        if shown_page is None:
            message = f"{page.key} has what it needs, and shows nothing"
            raise RuntimeError(message)
        content, of_picture = _of_page(arguments, report, shown_page, output, sheets)
        lacking, remarks = shown_page.lacking, ()
        found = shown_page.count or 0
    write(content, name(report.query))
    lacking = (*sentences_of(report), *lacking)
    counted = report.query.counting.notes(report.query.time_zone)
    for sentence in (*lacking, *remarks, *remarks_of(report), *counted):
        note(sentence)
    if of_picture:
        note(of_picture)
    fails = (lacking and arguments.strict) or (found and arguments.fail_on)
    return _LACKING if fails else 0


def _refuse_a_terminal(arguments: argparse.Namespace) -> None:
    shown = arguments.output is None and sys.stdout is not None
    is_text = arguments.format not in {*PICTURES, SPREADSHEET}
    if shown and not is_text and sys.stdout.isatty():
        title = tr("A terminal cannot show a picture")
        if arguments.format == SPREADSHEET:
            title = tr("A terminal cannot show a spreadsheet")
        raise UsageError(title, tr("Name a file with --output."))


def _asked(
    arguments: argparse.Namespace,
    connection: Connection | None,
    page: Page,
    known: dict[str, Asked] | None,
) -> Asked:
    known = {} if known is None else known
    drawn = arguments.format in PICTURES
    decisive = [getattr(arguments, name) for name in _DECISIVE]
    question = f"{page.key} {drawn} {decisive}"
    if question not in known:
        known[question] = asyncio.run(ask(arguments, connection, page))
    return known[question]


# What is written, and what has to be said of a picture.
_Written = tuple[bytes | Iterable[bytes], str]


def _grouped_picture(
    arguments: argparse.Namespace,
    report: Report,
    selection: Selection,
    view: ViewOptions,
    answers: Answers,
) -> tuple[bytes | Iterable[bytes], str, tuple[str, ...]]:
    rows, colors = (*arguments.group_by, arguments.group_by[0])[:2]
    choices = {"rows": rows, "colors": colors, "billable": arguments.only or ""}
    view = replace(view, choices=choices)
    _, beside = beside_of(report, answers, (), view)
    content = GROUPED.worked_out(report, selection, view, beside)
    return *_drawn(arguments, report, content.picture), content.lacking


def _grouped(
    arguments: argparse.Namespace,
    report: Report,
    selection: Selection,
    view: ViewOptions,
    output: CsvOutput,
    sheets: SpreadsheetOutput,
) -> tuple[bytes | Iterable[bytes], str, tuple[str, ...]]:
    if arguments.format in PICTURES:
        return _grouped_picture(arguments, report, selection, view, output.answers)
    lacking = output.lacking(report)
    if arguments.only:
        wanted = Billable(arguments.only).wanted
        selection = replace(selection, billable=wanted)
    if arguments.layout in OF_ENTRIES:
        of = sheets if arguments.format == SPREADSHEET else output
        return of.of_entries(report, selection), "", lacking
    table = table_of(
        report,
        arguments.group_by,
        selection,
        people_without_time=view.people_without_time,
    )
    if arguments.format == SPREADSHEET:
        return sheets.of_table(table, report, selection), "", lacking
    if arguments.format == "table":
        lines = table_lines(table, running=report.is_running)
        return map(for_reading, lines), "", lacking
    return _written(arguments, table, report, output), "", lacking


def _of_page(
    arguments: argparse.Namespace,
    report: Report,
    content: PageContent,
    output: CsvOutput,
    sheets: SpreadsheetOutput,
) -> _Written:
    if arguments.format in PICTURES:
        return _drawn(arguments, report, content.picture)
    if arguments.format == SPREADSHEET:
        return sheets.of_page(content, report), ""
    if arguments.format == "table":
        return for_reading(page_text(content)), ""
    return _written(arguments, content.file, report, output), ""


def _of_review(
    arguments: argparse.Namespace, review: Review, sheets: SpreadsheetOutput
) -> _Written:
    if arguments.format == SPREADSHEET:
        return sheets.of_review(review), ""
    deck = deck_of(review, hidden=sheets.hidden, note=sheets.note)
    write_pictures_in(system_font())
    return deck_bytes(deck, _paper(arguments)), deck_note(deck)


def _drawn(
    arguments: argparse.Namespace, report: Report, picture: ChartContent
) -> _Written:
    write_pictures_in(system_font())
    said = picture_note(picture, report.query.workspace.name)
    foot = picture_foot(report.query, report.fetched_at, sample=arguments.demo)
    paper = _paper(arguments)
    return picture_bytes(picture, arguments.format, foot=foot, paper=paper), said


def _paper(arguments: argparse.Namespace) -> Paper:
    if arguments.paper is None:
        return paper_of(os.environ)
    return Paper[arguments.paper.upper()]


def _written(
    arguments: argparse.Namespace,
    table: Table | FileTable,
    report: Report,
    output: CsvOutput,
) -> Iterable[bytes]:
    if arguments.format == "json":
        return json_lines(table, report)
    return output.of_table(table, report)
