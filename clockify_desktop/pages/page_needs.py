"""What a page is made from, listed once for each question."""

from functools import lru_cache
from itertools import chain

from clockify_desktop.domain.needs import Need
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.pages.by_view import needs_by_view
from clockify_desktop.pages.page import Page, ViewOptions


# All pages of the week that is looked at, of those beside it and of a few more.
@lru_cache(maxsize=64)
def needs_of(page: Page, query: ReportQuery) -> tuple[Need, ...]:
    """List what a page needs, and what else it uses."""
    return (*page.needs(query), *page.optional_needs(query))


def needs_in_view(
    page: Page, query: ReportQuery, view: ViewOptions
) -> tuple[Need, ...]:
    """List the same, and what it needs for the way in which it is looked at."""
    return (*needs_of(page, query), *needs_by_view(page, query, view))


@lru_cache(maxsize=8)
def all_needs(pages: tuple[Page, ...], query: ReportQuery) -> tuple[Need, ...]:
    """List what any of some pages needs or uses, each need once."""
    every = chain.from_iterable(needs_of(page, query) for page in pages)
    return tuple(dict.fromkeys(every))
