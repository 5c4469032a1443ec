"""Needs that depend on how a page is looked at, asked for only where somebody does."""

from typing import Protocol, runtime_checkable

from clockify_desktop.domain.needs import Need
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.pages.page import Page, ViewOptions


@runtime_checkable
class NeedsByView(Protocol):
    """A page of which some choices need more than the others."""

    def view_needs(self, query: ReportQuery, view: ViewOptions) -> tuple[Need, ...]:
        """List what is needed for what is chosen."""


def needs_by_view(
    page: Page, query: ReportQuery, view: ViewOptions
) -> tuple[Need, ...]:
    """List what a page needs as it is looked at, besides what it always does."""
    return page.view_needs(query, view) if isinstance(page, NeedsByView) else ()
