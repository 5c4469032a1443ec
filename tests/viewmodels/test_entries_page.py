from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from clockify_desktop.domain.entry_report import EntryReport
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.progress import Progress
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import EVERYTHING, Selection
from clockify_desktop.pages.entries_list import EntriesContent, entries_content
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.viewmodels.entries_page import entries_page_of
from clockify_desktop.viewmodels.opened_entries import OpenedEntries
from clockify_desktop.viewmodels.page_state import PagePhase
from clockify_desktop.viewmodels.report_state import ReportState
from tests.domain.few_entries import ANN, WEB, One, entries_of

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
TRAIL = ("Where time went", "Ann", "Web")
OPENED = OpenedEntries("one:ann", "one:web", TRAIL)


@pytest.fixture
def listed(make_report: Callable[..., Report]) -> Callable[..., EntriesContent]:
    def make(selection: Selection = EVERYTHING, less_s: int = 0) -> EntriesContent:
        entries = entries_of(One("2026-11-16 09:00", 60))
        facts = entries.as_facts()
        report = replace(make_report([], (ANN,), (WEB,)), facts=facts)
        report.facts.seconds[:] -= less_s
        told = EntryReport(entries, NOW, None)
        return entries_content(report, told, selection, ViewOptions(), TRAIL)

    return make


def test_there_is_none_where_nothing_is_opened() -> None:
    assert entries_page_of(ReportState()) is None


def test_it_says_that_the_entries_are_asked_for_or_why_they_are_not_here() -> None:
    state = ReportState(opened=OPENED, loading=True, progress=Progress(1, 4))
    page = entries_page_of(state)
    assert page is not None
    assert page.trail == TRAIL
    assert page.title == "Web"
    assert page.phase is PagePhase.LOADING
    assert page.progress == pytest.approx(0.25)
    assert page.empty is not None
    assert page.empty.title == "Asking Clockify…"
    error = AppError("No", "Wait.")
    refused = entries_page_of(replace(state, loading=False, error=error))
    assert refused is not None
    assert (refused.error, refused.error_action) == (error, "Try again")
    assert refused.empty is None
    unnamed = entries_page_of(replace(state, opened=OpenedEntries("x", None)))
    assert unnamed is not None
    assert unnamed.title == state.page.title


def test_it_shows_the_list_and_offers_a_refresh_where_it_differs(
    listed: Callable[..., EntriesContent],
) -> None:
    state = ReportState(opened=replace(OPENED, content=listed()))
    page = entries_page_of(state)
    assert page is not None
    assert page.content is state.looked_at
    assert (page.error, page.empty, page.phase) == (None, None, PagePhase.READY)
    differing = replace(state, opened=replace(OPENED, content=listed(less_s=60)))
    page = entries_page_of(differing)
    assert page is not None
    assert page.error_action == "Refresh"
    assert page.error is not None
    assert "1:00:00, what was opened to 0:59:00" in page.error.title
    # While it is asked again, only that is said.
    page = entries_page_of(replace(differing, loading=True))
    assert page is not None
    assert page.error is None
    nobody = listed(Selection(people=frozenset()))
    page = entries_page_of(replace(state, opened=replace(OPENED, content=nobody)))
    assert page is not None
    assert page.empty is not None
    assert page.empty.title == "No entries are behind this"
