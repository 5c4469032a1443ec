"""A page as a spreadsheet: what was asked, then the numbers."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

import clockify_desktop
from clockify_desktop.domain.calendar import time_zone
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.file_table import FileTable
from clockify_desktop.domain.grid import Grid
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import Selection
from clockify_desktop.domain.shown_sums import ROUNDED
from clockify_desktop.domain.table import Table
from clockify_desktop.export.file_names import narrowed_words
from clockify_desktop.export.workbook import AboutValue, Book, Sheet, sheet_name
from clockify_desktop.pages.page import PageContent, heading
from clockify_desktop.pages.verdict import verdict_of
from clockify_desktop.services.asked_words import asked_in_words, counted_in_words
from clockify_desktop.translation import tr

# Spreadsheets cut seconds off where they show minutes: here they are.
_DURATIONS: Final = DurationFormat.SECONDS
_PROGRAM: Final = "Clockify Desktop Reporter"
_PERSONAL, _HIDDEN = tr("Contains personal data"), tr("Names are hidden")


def page_book(
    content: PageContent, report: Report, *, hidden: bool, note: str = ""
) -> Book:
    """Put what the file of a page holds on a sheet.

    Args:
        hidden: Whether people stand without their names.
        note: Such as that the data are invented.
    """
    return table_book(
        *(content.title, content.file, report, content.narrowed, content.lacking),
        hidden=hidden,
        note=note,
    )


def table_book(
    title: str,
    table: Table | FileTable | Grid,
    report: Report,
    narrowed: Selection,
    lacking: tuple[str, ...] = (),
    *,
    hidden: bool,
    note: str = "",
) -> Book:
    """Put a table on a sheet; as ``page_book``.

    Args:
        title: That of the page.
        narrowed: What of the report it holds.
        lacking: What the page could not have.
    """
    notes = table.table.notes if isinstance(table, Grid) else table.notes
    remarks = ((title, tuple(dict.fromkeys((*notes, *lacking)))),)
    sheets = (Sheet(sheet_name(title), table),)
    return book_of(
        *(title, sheets, report, narrowed, remarks), hidden=hidden, note=note
    )


def book_of(
    title: str,
    sheets: tuple[Sheet, ...],
    report: Report,
    narrowed: Selection,
    remarks: Iterable[tuple[str, tuple[str, ...]]],
    *,
    capacity: str = "",
    hidden: bool,
    note: str,
) -> Book:
    """Put sheets behind one that tells what was asked; as ``page_book``.

    Args:
        narrowed: What of the report they hold.
        remarks: What is to be known of each, under its title.
        capacity: Where it is known from.
    """
    query = report.query

    def about() -> Iterator[tuple[str, AboutValue]]:
        if note:
            yield tr("Data"), note
        yield tr("Personal data"), _HIDDEN if hidden else _PERSONAL
        yield tr("First day"), query.period.start
        yield tr("Last day"), query.period.end
        yield from asked_in_words(report, narrowed, _DURATIONS)
        # People and projects are named above.
        if words := narrowed_words(replace(narrowed, people=None, projects=None)):
            yield tr("Narrowed to"), ", ".join(words)
        if capacity:
            yield tr("Capacity"), capacity
        # The clock of the time zone that is told above.
        yield tr("Fetched"), report.fetched_at.astimezone(time_zone(query.time_zone))
        yield tr("Written by"), f"{_PROGRAM} {clockify_desktop.__version__}"
        verdict = verdict_of(report, narrowed, _DURATIONS)
        for name, lines in counted_in_words(report, verdict):
            yield from _under(name, lines)
        for name, lines in remarks:
            # What is on a sheet is not.
            exact = (line.removesuffix(ROUNDED).rstrip() for line in lines)
            yield from _under(
                tr(
                    "Sheet “{name}”",
                    name=sheet_name(name),
                ),
                filter(None, exact),
            )

    said = heading(title, query, running=report.is_running)
    return Book(said, tuple(about()), query, report.fetched_at, sheets)


def _under(name: str, lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for at, line in enumerate(lines):
        yield ("" if at else name), line
