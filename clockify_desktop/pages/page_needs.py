"""What a page is made from, listed once for each question."""

from functools import lru_cache
from itertools import chain
from typing import Final

from clockify_desktop.domain.needs import Need, is_asked_ahead
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.pages.by_view import needs_by_view
from clockify_desktop.pages.page import Page, ViewOptions

# All pages of the week that is looked at, of those beside it and of a few more.
_MOST: Final = 64


@lru_cache(maxsize=_MOST)
def first_needs_of(page: Page, query: ReportQuery) -> tuple[Need, ...]:
    """List what a page cannot be without."""
    return page.needs(query)


@lru_cache(maxsize=_MOST)
def other_needs_of(page: Page, query: ReportQuery) -> tuple[Need, ...]:
    """List what else a page uses."""
    return page.optional_needs(query)


@lru_cache(maxsize=_MOST)
def needs_of(page: Page, query: ReportQuery) -> tuple[Need, ...]:
    """List all of it."""
    return (*first_needs_of(page, query), *other_needs_of(page, query))


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


@lru_cache(maxsize=8)
def needs_ahead(pages: tuple[Page, ...], query: ReportQuery) -> tuple[Need, ...]:
    """List what of it is asked for before anybody looks at its page."""
    return tuple(filter(is_asked_ahead, all_needs(pages, query)))
