"""The pages there are, in the order of the review."""

from typing import Final

from clockify_desktop.pages.page import Page
from clockify_desktop.pages.where import WHERE

PAGES: Final[tuple[Page, ...]] = (WHERE,)
GROUPED: Final = WHERE
"""The page that shows any two levels, as arguments of the command line name them."""


def page_by_key(key: str) -> Page:
    """Find a page, the first one where there is none of that key."""
    return next((page for page in PAGES if page.key == key), PAGES[0])
