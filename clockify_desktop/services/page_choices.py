"""What somebody chose in the head of a page, in words."""

from collections.abc import Iterable

from clockify_desktop.domain.errors import UsageError
from clockify_desktop.domain.showable import named
from clockify_desktop.pages.page import Page, ViewOptions


def view_of(page: Page, chosen: Iterable[str], view: ViewOptions) -> ViewOptions:
    """Follow choices such as ``rows=client``.

    Raises:
        UsageError: The page offers no such choice.
    """
    for text in chosen:
        key, _, choice = text.partition("=")
        controls = {one.key: dict(one.choices) for one in page.controls(view)}
        if key not in controls:
            title = f"The page {page.key} has no control “{named(key)}”"
            raise UsageError(title, f"It has: {', '.join(controls) or 'none'}.")
        if choice not in controls[key]:
            title = f"“{named(choice)}” is no choice of {key}"
            raise UsageError(title, f"Use one of: {', '.join(controls[key])}.")
        view = page.choose(view, key, choice)
    return view
