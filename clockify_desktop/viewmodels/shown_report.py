"""What the window shows as a report file, to be saved, or copied as a command."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clockify_desktop.domain.errors import UsageError
from clockify_desktop.domain.presets import FixedPeriod, spelled
from clockify_desktop.pages.page import Control, Page, ViewOptions
from clockify_desktop.pages.registry import GROUPED
from clockify_desktop.pages.where_options import Billable, options_of
from clockify_desktop.services.report_file import (
    VERSION,
    Chosen,
    ReportFile,
    ReportOutput,
)
from clockify_desktop.translation import tr

if TYPE_CHECKING:
    from clockify_desktop.domain.report import Report, ReportQuery
    from clockify_desktop.viewmodels.query_state import QueryState
    from clockify_desktop.viewmodels.report_state import ReportState


def shown_report(
    state: "ReportState", account: str | None, *outputs: ReportOutput
) -> ReportFile | None:
    """Put what is looked at into a report file, without what is clicked in a picture.

    Returns:
        ``None`` where no report is here.

    Raises:
        UsageError: Nobody or nothing is chosen, which no report file says.
    """
    report, question = state.report, state.question
    if report is None or question is None:
        return None
    query, selection, page = report.query, state.selection, state.page
    if selection.people == frozenset() or selection.projects == frozenset():
        title = tr("No project is chosen")
        if selection.people == frozenset():
            title = tr("Nobody is chosen")
        raise UsageError(title, tr("Choose somebody and some project first."))
    options = options_of(state.view.choices)
    grouped = page is GROUPED
    counting = query.counting
    return ReportFile(
        version=VERSION,
        account=account or "",
        period=_period(question, query),
        # One that nobody chose and the profile does not name is not pinned.
        time_zone="" if query.unknown_zone is not None else query.time_zone,
        days_in=counting.days_in,
        midnight=counting.midnight,
        rounding=str(counting.rounding or ""),
        page=page.key,
        group_by=options.levels if grouped else (),
        only=options.billable if grouped else Billable.ALL,
        hide_names=state.names_hidden,
        workspace=Chosen(query.workspace.id, query.workspace.name),
        choose=() if grouped else tuple(_choices(state)),
        people=_people(report, selection.people, hidden=state.names_hidden),
        projects=_projects(report, selection.projects),
        outputs=outputs,
    )


def _period(question: "QueryState", query: "ReportQuery") -> str:
    choice = question.period_choice
    # After a step, or while another period is asked for, the days are meant.
    resolved = choice.resolve(question.today, query.week_start)
    return spelled(choice if resolved == query.period else FixedPeriod(query.period))


def _choices(state: "ReportState") -> Iterator[str]:
    """Find the choices that lead from the page as it is at first to what is shown."""
    page, view = state.page, ViewOptions()
    for wanted in page.controls(state.view):
        # Some controls switch several things one by one; their words begin with a tick.
        for key in (wanted.chosen, *dict(wanted.choices)):
            if key in dict(_control(page, view, wanted.key).choices):
                tried = page.choose(view, wanted.key, key)
                if _apart(page, tried, wanted) < _apart(page, view, wanted):
                    view = tried
                    yield f"{wanted.key}={key}"


def _apart(page: Page, view: ViewOptions, wanted: Control) -> tuple[int, bool]:
    """Tell in what a control differs from how it is wanted, what counts most first."""
    here = _control(page, view, wanted.key)
    there = dict(here.choices)
    ticks = sum(there.get(key, said)[:1] != said[:1] for key, said in wanted.choices)
    return ticks, here.chosen != wanted.chosen


def _control(page: Page, view: ViewOptions, key: str) -> Control:
    return next(one for one in page.controls(view) if one.key == key)


def _people(
    report: "Report", chosen: "frozenset[str] | None", *, hidden: bool
) -> tuple[Chosen, ...]:
    if chosen is None:
        return ()
    return tuple(
        Chosen(one.id, "" if hidden else one.name)
        for one in report.everybody
        if one.id in chosen
    )


def _projects(
    report: "Report", chosen: "frozenset[str | None] | None"
) -> tuple[Chosen, ...]:
    if chosen is None:
        return ()
    return tuple(
        Chosen(one.id or "", one.name)
        for one in report.every_project
        if one.id in chosen
    )
