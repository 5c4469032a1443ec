"""What the window shows in the place of a page while a part of it is opened."""

from clockify_desktop.domain.showable import named
from clockify_desktop.translation import tr
from clockify_desktop.viewmodels.page_state import EmptyWords, PagePhase, PageState
from clockify_desktop.viewmodels.report_state import ReportState


def entries_page_of(state: ReportState) -> PageState | None:
    """Work the list of entries out, ``None`` where none is open."""
    opened = state.opened
    if opened is None:
        return None
    content, error, action = opened.content, state.error, tr("Try again")
    if error is None and not state.loading and opened.error is not None:
        error, action = opened.error, tr("Refresh")
    empty = None
    if content is None and error is None:
        empty = EmptyWords(tr("Asking Clockify…"))
    elif content is not None and content.is_empty:
        empty = EmptyWords(tr("No entries are behind this"))
    return PageState(
        title=named(opened.trail[-1]) if opened.trail else state.page.title,
        trail=opened.trail,
        content=content,
        durations=state.view.durations,
        phase=PagePhase.LOADING if state.loading else PagePhase.READY,
        error=error,
        error_action=action,
        empty=empty,
        progress=state.progress.share if state.progress else None,
    )
