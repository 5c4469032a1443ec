"""What somebody chose in the head of a page, in words."""

from collections.abc import Iterable

from clockify_desktop.domain.errors import UsageError
from clockify_desktop.domain.showable import named
from clockify_desktop.pages.page import Page, ViewOptions
from clockify_desktop.translation import tr


def view_of(page: Page, chosen: Iterable[str], view: ViewOptions) -> ViewOptions:
    """Follow choices such as ``rows=client``.

    Raises:
        UsageError: The page offers no such choice.
    """
    for text in chosen:
        key, _, choice = text.partition("=")
        controls = {one.key: dict(one.choices) for one in page.controls(view)}
        if key not in controls:
            title = tr(
                "The page {page} has no control “{control}”",
                page=page.key,
                control=named(key),
            )
            advice = (
                tr("It has none.")
                if not controls
                else tr("It has: {controls}.", controls=", ".join(controls))
            )
            raise UsageError(title, advice)
        if choice not in controls[key]:
            title = tr(
                "“{choice}” is no choice of {control}",
                choice=named(choice),
                control=key,
            )
            raise UsageError(
                title, tr("Use one of: {choices}.", choices=", ".join(controls[key]))
            )
        view = page.choose(view, key, choice)
    return view
