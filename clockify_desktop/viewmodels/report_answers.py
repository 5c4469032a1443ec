"""What a report's window wants to know, and what it shows of the answers so far."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from clockify_desktop.domain.needs import MembersNeed, Need, ProfileNeed, ReportNeed
from clockify_desktop.domain.presets import FixedPeriod
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
        (ReportNeed(query), MembersNeed(query.workspace), *_beside(question)),
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

    One of another workspace does not: nothing of it may stand under the new name.
    """
    question = state.question
    needs: tuple[Need, ...] = (ProfileNeed(),)
    if question is not None:
        needs = (ReportNeed(question.query), *state.page.needs(question.query))
    told = [answers.answer(need) for need in needs]
    refused = [answer for answer in told if isinstance(answer, Refused)]
    loading = [answer for answer in told if isinstance(answer, Loading)]
    state = replace(
        state,
        loading=bool(loading),
        progress=next((one.progress for one in loading if one.progress), None),
        error=refused[0].error if refused else None,
        error_beside=bool(refused) and refused[0] is not told[0],
    )
    if question is None:
        return state
    shown = state.report
    if shown is not None and shown.query.workspace.id != question.workspace.id:
        state = state.without_report()
    report = answers.value(needs[0])
    if report is not None:
        if state.report is None:
            state = _with_choices(state, kept, question.workspace.id)
        state = replace(state, report=report, answered=question)
    if state.report is None:
        return state
    query = state.report.query
    known = dict(_known(state.page.needs(query), answers, state))
    return replace(
        state,
        members=answers.value(MembersNeed(query.workspace)),
        answers={**known, ReportNeed(query): state.report},
    )


def _known(
    needs: Iterable[Need], answers: QueryCache, state: ReportState
) -> Iterator[tuple[Need, object]]:
    for need in needs:
        value = answers.value(need)
        if value is None:
            # What is not kept any more stays as long as it is looked at.
            value = state.answers.get(need)
        if value is not None:
            yield need, value


def _with_choices(
    state: ReportState, kept: AccountPreferences, workspace_id: str
) -> ReportState:
    # Choices name people and projects of one workspace.
    return replace(
        state,
        people=kept.choice(workspace_id, "people"),
        projects=kept.choice(workspace_id, "projects"),
    )


def came_back(question: QueryState) -> bool:
    """Tell whether the days are fixed ones of an earlier run."""
    return isinstance(question.period_choice, FixedPeriod)
