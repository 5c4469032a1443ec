"""Everything that writes a file for people, and a report to try it with."""

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import product
from pathlib import Path
from typing import Final

import numpy as np

from clockify_desktop.charts.paper import Paper
from clockify_desktop.domain.directory import Directory, Person, Project, Workspace
from clockify_desktop.domain.facts import Facts
from clockify_desktop.domain.identity import ProjectId, UserId, WorkspaceId
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.needs import ReportNeed
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.selection import EVERYTHING
from clockify_desktop.domain.table import Table, table_of
from clockify_desktop.export.csv_file import csv_lines
from clockify_desktop.export.json_file import json_lines
from clockify_desktop.export.picture import deck_bytes
from clockify_desktop.export.workbook import workbook_bytes
from clockify_desktop.files.atomic import replace_file
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.registry import PAGES
from clockify_desktop.services.review_deck import deck_of, review_of, review_page
from clockify_desktop.services.workbooks import table_book

FULL = os.environ.get("PROOFS") == "full"
OLD: Final = b"the earlier export\n"
NAIVE: Final = "naive"
"""The control: it opens the target itself, and must be caught."""
_DAYS: Final = 13
_PERIOD = Period(date(2026, 11, 16), date(2026, 11, 15) + timedelta(days=_DAYS))
_PROJECTS: Final = 8
_PART: Final = 64
_whole: Final[dict[tuple[str, Report], bytes]] = {}


def report_of(people: int) -> Report:
    """Make a report in which all of so many people worked on everything every day."""
    persons = tuple(
        Person(UserId(f"u{at}"), f"Zoë Łuczak {at}") for at in range(people)
    )
    projects = tuple(
        Project(ProjectId(f"p{at}"), f"=Web; {at}") for at in range(_PROJECTS)
    )
    cells = list(product(range(people), range(_PROJECTS), range(_DAYS)))
    user, project, day = np.array(cells, np.int64).T
    facts = Facts(
        people=persons,
        projects=projects,
        currencies=("EUR",),
        user=user,
        project=project,
        day=_PERIOD.start.toordinal() + day,
        seconds=900 + user + project,
        billable_seconds=user,
        amount_micros=user * 1_234_567,
        currency=np.zeros_like(user),
    )
    workspace = Workspace(WorkspaceId("w1"), "Acme", "EUR")
    return Report(
        query=ReportQuery(workspace, _PERIOD, "Europe/Berlin", 0),
        facts=facts,
        directory=Directory(people=persons, projects=projects),
        fetched_at=datetime(2026, 11, 29, 8, 14, tzinfo=UTC),
        server_total_s=facts.total_s,
    )


def _table(report: Report) -> Table:
    return table_of(report, [Level.USER, Level.PROJECT, Level.DAY])


def _workbook(report: Report) -> bytes:
    book = table_book("Days", _table(report), report, EVERYTHING, hidden=False)
    return workbook_bytes(book)


def _pdf(report: Report) -> bytes:
    answers = Answers({ReportNeed(report.query): report})
    page = review_page(PAGES)
    review = review_of(page, report, answers, EVERYTHING, ViewOptions())
    return deck_bytes(deck_of(review, hidden=False), Paper.A4)


# What a file of a report holds, made anew and always the same.
WRITERS: Final[dict[str, Callable[[Report], bytes | Iterable[bytes]]]] = {
    "csv": lambda report: csv_lines(_table(report), report.query),
    "json": lambda report: json_lines(_table(report), report),
    "xlsx": _workbook,
    "pdf": _pdf,
}


def parts_of(name: str, report: Report) -> Iterator[bytes]:
    """Make what a writer writes, part by part."""
    content = _content("csv" if name == NAIVE else name, report)
    if isinstance(content, bytes):
        # Many steps, so that one may be killed in the middle.
        parts = range(0, len(content), _PART)
        return (content[begin : begin + _PART] for begin in parts)
    return iter(content)


def _content(name: str, report: Report) -> bytes | Iterable[bytes]:
    # What is whole before its file is begun is made once.
    if (name, report) not in _whole:
        content = WRITERS[name](report)
        if not isinstance(content, bytes):
            return content
        _whole[name, report] = content
    return _whole[name, report]


def write(name: str, report: Report, target: Path) -> None:
    """Write a file as the program does, or as one would first think of."""
    parts = parts_of(name, report)
    if name == NAIVE:
        with target.open("wb") as file:
            file.writelines(parts)
    else:
        replace_file(target, parts)
