"""What a report's window wants to know, and what it shows of the answers so far."""

from dataclasses import replace

from clockify_desktop.domain.needs import MembersNeed, Need, ProfileNeed, ReportNeed
from clockify_desktop.domain.presets import FixedPeriod
from clockify_desktop.domain.report import Report
from clockify_desktop.pages.chart_selection import NO_SELECTION
from clockify_desktop.services.query_cache import Loading, QueryCache, Refused
from clockify_desktop.viewmodels.account_preferences import AccountPreferences
from clockify_desktop.viewmodels.query_state import QueryState
from clockify_desktop.viewmodels.report_state import ReportState

_WEEK_DAYS = 7

Tiers = tuple[tuple[Need, ...], ...]


def wanted(state: ReportState) -> Tiers:
    """List what is wanted now: the page, what its pickers need, the weeks beside it."""
    profile: tuple[Need, ...] = (ProfileNeed(),)
    question = state.question
    if question is None:
        return (profile,)
    query = question.query
    return (
        profile,
        state.page.needs(query),
        (MembersNeed(query.workspace), *_beside(question)),
    )


def _beside(question: QueryState) -> tuple[Need, ...]:
    if question.period.days > _WEEK_DAYS:
        return ()
    steps = (question.stepped(by) for by in (-1, 1))
    return tuple(
        ReportNeed(step.query)
        for step in steps
        if step != question and step.period.start <= question.today
    )


def with_answers(
    state: ReportState, answers: QueryCache, kept: AccountPreferences
) -> ReportState:
    """Take the answers to what is asked for; the report before stays until then.

    Args:
        state: With its question, if Clockify has told the profile.
        kept: What is remembered of the account.
    """
    question = state.question
    need = ProfileNeed() if question is None else ReportNeed(question.query)
    answer = answers.answer(need)
    state = replace(
        state,
        loading=isinstance(answer, Loading),
        error=answer.error if isinstance(answer, Refused) else None,
    )
    if question is None:
        return state
    report: Report | None = answers.value(need)
    if report is not None and report is not state.report:
        state = _with_report(state, report, kept)
    if state.report is None:
        return state
    workspace = state.report.query.workspace
    return replace(state, members=answers.value(MembersNeed(workspace)))


def _with_report(
    state: ReportState, report: Report, kept: AccountPreferences
) -> ReportState:
    before = state.report
    state = replace(state, report=report)
    workspace_id = report.query.workspace.id
    if before is not None and before.query.workspace.id == workspace_id:
        return state
    # Choices and what is selected name people and projects of one workspace.
    return replace(
        state,
        people=kept.choice(workspace_id, "people"),
        projects=kept.choice(workspace_id, "projects"),
        view=replace(state.view, selected=NO_SELECTION),
    )


def came_back(question: QueryState) -> bool:
    """Tell whether the days are fixed ones of an earlier run."""
    return isinstance(question.period_choice, FixedPeriod)
