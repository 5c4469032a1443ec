from dataclasses import replace
from datetime import date

from clockify_desktop.domain.directory import Workspace
from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.domain.needs import entries_need
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.pages.page_needs import (
    all_needs,
    first_needs_of,
    needs_ahead,
    needs_of,
    other_needs_of,
)
from clockify_desktop.pages.registry import PAGES, QUESTIONS

WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
QUERY = ReportQuery(Workspace(WorkspaceId("w"), "Acme"), WEEK, "UTC", 0)


def test_a_page_is_asked_once_for_each_question() -> None:
    for page in PAGES:
        needs = needs_of(page, QUERY)
        assert needs == (*page.needs(QUERY), *page.optional_needs(QUERY))
        assert needs_of(page, QUERY) is needs
        assert first_needs_of(page, QUERY) == page.needs(QUERY)
        assert other_needs_of(page, QUERY) == page.optional_needs(QUERY)


def test_each_need_of_several_pages_is_listed_once() -> None:
    every = [need for page in QUESTIONS for need in needs_of(page, QUERY)]
    together = all_needs(QUESTIONS, QUERY)
    assert set(together) == set(every)
    assert len(together) == len(set(every)) < len(every)
    assert together[0] == every[0]


def test_a_long_period_is_asked_ahead_without_its_entries() -> None:
    year = replace(QUERY, period=Period(date(2026, 1, 1), date(2026, 12, 31)))
    every = all_needs(QUESTIONS, year)
    ahead = needs_ahead(QUESTIONS, year)
    assert set(every) - set(ahead) == {entries_need(year)}
    assert needs_ahead(QUESTIONS, QUERY) == all_needs(QUESTIONS, QUERY)


def test_equal_questions_are_kept_by_one_key() -> None:
    same = replace(QUERY, workspace=replace(QUERY.workspace))
    assert {QUERY: 1}[same] == 1
    other = replace(QUERY, time_zone="Europe/Berlin")
    assert len({QUERY, same, other}) == 2
