"""What was opened of a page, and the list of the entries behind it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from clockify_desktop.domain.approvals import Approval, Approvals
from clockify_desktop.domain.entries import Entries
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.needs import (
    ApprovalsNeed,
    Need,
    ReportNeed,
    opened_entries_need,
)
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.period_words import dates_in_words
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.selection import Selection
from clockify_desktop.pages.chart_selection import NO_SELECTION, ChartSelection
from clockify_desktop.pages.entries_beside import beside
from clockify_desktop.pages.entries_list import EntriesContent, entries_content
from clockify_desktop.pages.page import PageContent
from clockify_desktop.translation import tr

if TYPE_CHECKING:
    from clockify_desktop.viewmodels.report_state import ReportState


class EntriesDifferError(AppError):
    """The entries do not add up to what was opened, or some are missing."""


@dataclass(frozen=True, slots=True)
class OpenedEntries:
    """A bar, a cell or a row of the page, and what is behind it.

    Args:
        row: The mark of a row, ``None`` for all rows.
        column: The mark of a column, ``None`` for all columns.
        trail: What people call it, from the page to the bar.
        content: ``None`` until the entries are here.
    """

    row: str | None
    column: str | None
    trail: tuple[str, ...] = ()
    content: EntriesContent | None = None

    @property
    def selected(self) -> ChartSelection:
        """The same as something that is selected in the picture."""
        return NO_SELECTION.clicked(self.row, self.column, add=False)

    @property
    def error(self) -> AppError | None:
        """What the list lacks."""
        lacking = () if self.content is None else self.content.lacking
        if not lacking:
            return None
        title, _, more = lacking[0].partition(": ")
        advice = " ".join((f"{more[:1].upper()}{more[1:]}", *lacking[1:]))
        return EntriesDifferError(title.removesuffix("."), advice.strip())


def narrowed_to_part(
    state: "ReportState", row: str | None, column: str | None
) -> Selection | None:
    """Narrow to a part of the page alone, ``None`` where it has none of that kind."""
    part = _part(OpenedEntries(row, column), state)
    return None if part is None else part.listed


def _part(opened: OpenedEntries, state: "ReportState") -> PageContent | None:
    """Work the page out as if nothing else were selected in it."""
    if state.report is None:
        return None
    view = replace(state.view, selected=opened.selected)
    query = state.report.query
    part = state.page.content(state.answers, query, state.selection, view)
    return None if part is None or not part.chips else part


def opened_needs(state: "ReportState", query: ReportQuery) -> tuple[Need, ...]:
    """List what a list of entries is made from: it can do without all but the first."""
    if state.opened is None:
        return ()
    content = state.content
    compared = content.compared if content is not None else None
    queries = (query,) if compared is None else (query, compared.query)
    return (
        *map(opened_entries_need, queries),
        *(ApprovalsNeed(one.workspace, one.period) for one in queries),
    )


def list_is_made_from(state: "ReportState") -> tuple[object, ...]:
    """Tell what a list is to be worked out anew for."""
    if state.report is None:
        return (state.opened,)
    needs = opened_needs(state, state.report.query)
    answers = state.answers
    told = ((answers.get(need), answers.refusal(need)) for need in needs)
    return state.content, state.opened, *told


def work_out(opened: OpenedEntries, state: "ReportState") -> OpenedEntries | None:
    """List what is behind a part of the page, by the pickers of now.

    Returns:
        ``None`` where the page has no such part any more.
    """
    part = _part(opened, state)
    if state.report is None or part is None:
        return None
    trail = (part.title, *part.chips[0].names)
    opened = replace(opened, trail=trail, content=None)
    # That of the page may tell more, such as tags.
    report = part.report or state.report
    compared, lacking = part.compared, ""
    earlier: Report | None = None
    if compared is not None:
        earlier = state.answers.get(ReportNeed(compared.query))
        refusal = state.answers.refusal(opened_entries_need(compared.query))
        if refusal is not None:
            earlier = None
            days = dates_in_words(compared.days)
            lacking = tr(
                "The entries of {days} could not be had: {reason}.",
                days=days,
                reason=refusal.title,
            )
    is_half = earlier is not None
    content = _list(state, report, part.listed, trail, is_half=is_half)
    if content is None:
        return opened
    if compared is None or earlier is None:
        if lacking:
            content = replace(content, lacking=(*content.lacking, lacking))
        return replace(opened, content=content)
    before = _list(state, earlier, compared.narrowed, trail, is_half=True)
    if before is None:
        return opened
    return replace(opened, content=beside(content, before, compared))


def _list(
    state: "ReportState",
    report: Report,
    narrowed: Selection,
    trail: tuple[str, ...],
    *,
    is_half: bool,
) -> EntriesContent | None:
    """Make a list; ``None`` while its entries are not here."""
    query = report.query
    entries = state.answers.get(opened_entries_need(query))
    if entries is None:
        return None
    approvals = state.answers.get(ApprovalsNeed(query.workspace, query.period))
    return entries_content(
        report,
        entries,
        narrowed,
        replace(state.view, selected=NO_SELECTION),
        trail,
        {} if approvals is None else _approved(entries.entries, approvals),
        descriptions=state.descriptions,
        is_half=is_half,
    )


def _approved(entries: Entries, approvals: Approvals) -> dict[str, str]:
    """Tell what became of each request, by the day of an entry in it."""
    found: dict[str, str] = {}
    _, first = np.unique(entries.approval, return_index=True)
    for at in first.tolist():
        request = entries.approvals[int(entries.approval[at])]
        day = date.fromordinal(int(entries.day[at]))
        became = approvals.of(entries.person(at).id, Period(day, day))
        if request is not None and became is Approval.APPROVED:
            found[request] = became.words
    return found
