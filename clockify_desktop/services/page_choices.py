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
                "The page {key} has no control "
                "\N{LEFT DOUBLE QUOTATION MARK}{key_2}\N{RIGHT DOUBLE QUOTATION MARK}",
                key=page.key,
                key_2=named(key),
            )
            raise UsageError(
                title, tr("It has: {value}.", value=", ".join(controls) or "none")
            )
        if choice not in controls[key]:
            title = tr(
                "\N{LEFT DOUBLE QUOTATION MARK}{choice}\N{RIGHT DOUBLE QUOTATION MARK} "
                "is no choice of {key}",
                choice=named(choice),
                key=key,
            )
            raise UsageError(
                title, tr("Use one of: {controls}.", controls=", ".join(controls[key]))
            )
        view = page.choose(view, key, choice)
    return view
