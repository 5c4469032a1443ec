"""No page tells who somebody is once names are hidden: window, pictures and files."""

import asyncio
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from clockify_desktop.api.client_factory import open_clockify
from clockify_desktop.charts.chart import ChartHit
from clockify_desktop.domain.directory import Person
from clockify_desktop.domain.hidden_names import HiddenNames, Hiding
from clockify_desktop.domain.presets import parse_period
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import Selection
from clockify_desktop.export.csv_file import PLAIN, csv_lines
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.page import Page, PageContent, ViewOptions
from clockify_desktop.pages.registry import PAGES
from clockify_desktop.services.connection import from_environment
from clockify_desktop.services.report_request import ReportRequest, request_page

Run = Callable[..., tuple[int, bytes, str]]
WEEK = "2026-W47"


def shown(page: Page) -> tuple[PageContent, PageContent, tuple[Person, ...]]:
    """Work a page out of the sample organisation, without names and with them.

    Returns:
        Both, and everybody whose names it has.
    """

    async def ask() -> tuple[Report, Selection, Answers]:
        connection = from_environment(os.environ)
        assert connection is not None
        request = ReportRequest(None, parse_period(WEEK), None)
        async with open_clockify(connection.hosts, connection.credential) as clockify:
            return await request_page(clockify, request, page, datetime.now(UTC))

    report, selection, answers = asyncio.run(ask())

    def content(names: HiddenNames | None) -> PageContent:
        hiding = Hiding(names)
        values = {need: hiding.of(value) for need, value in answers.values.items()}
        query = report.query
        content = page.content(Answers(values), query, selection, ViewOptions())
        assert content is not None
        return content

    return content(HiddenNames()), content(None), report.everybody


def texts(content: PageContent) -> Iterator[str]:
    """Give all that people read of a page, and its file."""
    chart, table = content.picture, content.table
    yield from (content.sentence, content.attention, content.what, *content.lacking)
    yield from (chart.title, chart.sentence, *chart.names)
    for row in range(chart.rows):
        for column in (None, *range(8)):
            try:
                yield chart.tooltip(ChartHit(row, column))
            except IndexError:
                continue
    yield from (*table.titles, *table.total)
    for row in table.arranged().tolist():
        yield from table.texts(row)
    if content.reminder is not None:
        everybody = [one.person for one in content.reminder.people]
        yield content.reminder.listed(everybody).tab_separated()
        yield content.reminder.link(everybody, "").address
    yield b"".join(csv_lines(content.file, content.query, PLAIN)).decode()


def told(people: tuple[Person, ...], words: str) -> set[str]:
    return {
        secret
        for one in people
        for secret in (one.name, one.email, str(one.id))
        if secret and secret in words
    }


@pytest.mark.parametrize("page", PAGES, ids=[page.key for page in PAGES])
def test_no_page_tells_a_name(page: Page, environment: Callable[[str], None]) -> None:
    del environment
    hidden, plain, people = shown(page)
    words = "\n".join(texts(hidden))
    assert told(people, words) == set()
    # Both show projects at first, and people where these are opened.
    assert "Person " in words or page.key in {"changed", "projects"}
    # The walk finds them where they are.
    found = told(people, "\n".join(texts(plain)))
    assert found or page.key in {"changed", "projects"}


@pytest.mark.parametrize("written", ["table", "csv", "json", "svg"])
def test_no_file_of_the_command_line_tells_a_name(cli: Run, written: str) -> None:
    _, out, _ = cli("report", "--period", WEEK, "--format", "json")
    assert "Amara Okafor" in out.decode()
    for more in ((), ("--page", "changed", "--choose", "rows=user")):
        words = ("report", "--period", WEEK, "--format", written, *more)
        code, out, err = cli(*words, "--hide-names")
        assert code == 0
        for secret in ("Okafor", "amara", "Amara", "@"):
            assert secret not in out.decode() + err
