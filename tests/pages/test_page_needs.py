from datetime import date

from clockify_desktop.domain.directory import Workspace
from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.pages.page_needs import all_needs, needs_of
from clockify_desktop.pages.registry import PAGES, QUESTIONS

WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
QUERY = ReportQuery(Workspace(WorkspaceId("w"), "Acme"), WEEK, "UTC", 0)


def test_a_page_is_asked_once_for_each_question() -> None:
    for page in PAGES:
        needs = needs_of(page, QUERY)
        assert needs == (*page.needs(QUERY), *page.optional_needs(QUERY))
        assert needs_of(page, QUERY) is needs


def test_each_need_of_several_pages_is_listed_once() -> None:
    every = [need for page in QUESTIONS for need in needs_of(page, QUERY)]
    together = all_needs(QUESTIONS, QUERY)
    assert set(together) == set(every)
    assert len(together) == len(set(every)) < len(every)
    assert together[0] == every[0]
