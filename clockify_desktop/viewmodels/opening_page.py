"""The page that an account opens with."""

from enum import StrEnum

from clockify_desktop.domain.period import Period
from clockify_desktop.pages.page import Page
from clockify_desktop.viewmodels.account_preferences import AccountPreferences


class Opening(StrEnum):
    """What to open with where a period is shown for the first time.

    All but the last are keys of pages.
    """

    OVERVIEW = "overview"
    WHO_LOGGED = "who-logged"
    LEFT = "left"
    """The page that was looked at last."""


def opening_page(
    opening: Opening,
    kept: AccountPreferences,
    period: Period,
    pages: tuple[Page, ...],
) -> str:
    """Tell the key of the page to open; of a period that was seen the one left."""
    is_there = any(page.key == opening for page in pages)
    return opening if is_there and not kept.has_seen(period) else kept.page_key
