"""What pages need for the way in which each is looked at, or was last."""

from clockify_desktop.domain.needs import Need
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.pages.by_view import needs_by_view
from clockify_desktop.viewmodels.account_preferences import AccountPreferences
from clockify_desktop.viewmodels.report_state import ReportState


def view_needs(state: ReportState, query: ReportQuery) -> tuple[Need, ...]:
    """List what the page in view needs for what is chosen there."""
    return needs_by_view(state.page, query, state.view)


def all_view_needs(
    state: ReportState, query: ReportQuery, kept: AccountPreferences
) -> tuple[Need, ...]:
    """List the same of all pages, that of the page in view first."""
    found = list(view_needs(state, query))
    for page in state.pages:
        if page.key != state.page_key:
            found += needs_by_view(page, query, kept.view(page.key))
    return tuple(found)
