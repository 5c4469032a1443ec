"""Needs that depend on how a page is looked at, asked for only where somebody does."""

from collections.abc import Callable

from clockify_desktop.domain.needs import Need
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.pages.page import Page, ViewOptions

_ViewNeeds = Callable[[ReportQuery, ViewOptions], tuple[Need, ...]]


def needs_by_view(
    page: Page, query: ReportQuery, view: ViewOptions
) -> tuple[Need, ...]:
    """List what a page needs as it is looked at, besides what it always does.

    Pages of which some choices need more than the others have a method ``view_needs``.
    """
    # Asked of all pages at every step: to hold each against a protocol takes longer
    # than all the rest.
    view_needs: _ViewNeeds | None = getattr(page, "view_needs", None)
    return () if view_needs is None else view_needs(query, view)
