"""The pages there are, in the order of the review, all of them imported.

What needs one of them alone finds it by ``page_keys``.
"""

from typing import Final

from clockify_desktop.pages.capacity import CAPACITY
from clockify_desktop.pages.changed import CHANGED
from clockify_desktop.pages.overview import Overview
from clockify_desktop.pages.page import Page
from clockify_desktop.pages.projects import PROJECTS
from clockify_desktop.pages.to_check import TO_CHECK, ToCheck
from clockify_desktop.pages.trend import TREND
from clockify_desktop.pages.where import WHERE
from clockify_desktop.pages.who_logged import WHO_LOGGED

QUESTIONS: Final[tuple[Page, ...]] = (
    *(WHO_LOGGED, CAPACITY, WHERE, CHANGED, TREND, PROJECTS, TO_CHECK),
)
OVERVIEW: Final = Overview(QUESTIONS)
PAGES: Final[tuple[Page, ...]] = (OVERVIEW, *QUESTIONS)
GROUPED: Final = WHERE
"""That of ``page_keys.GROUPED_KEY``."""


def pages_without(
    off: frozenset[str], rules_off: frozenset[str] = frozenset()
) -> tuple[Page, ...]:
    """List the pages but for some, and "To check" without some of its rules.

    The overview is of those that are left; there is none of nothing.
    """
    if not off and not rules_off:
        return PAGES
    every = (
        ToCheck(rules_off) if rules_off and page is TO_CHECK else page
        for page in QUESTIONS
    )
    left = tuple(page for page in every if page.key not in off)
    return (Overview(left), *left) if left and OVERVIEW.key not in off else left


def page_by_key(key: str, pages: tuple[Page, ...]) -> Page:
    """Find a page, "Where time went" or the first where there is none of that key."""
    usual = WHERE if WHERE in pages else pages[0]
    return next((page for page in pages if page.key == key), usual)
