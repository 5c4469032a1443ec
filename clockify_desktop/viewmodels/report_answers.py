"""What a report's window wants to know, and what it shows of the answers so far."""

from dataclasses import replace

from clockify_desktop.domain.hidden_names import Hiding
from clockify_desktop.domain.needs import (
    MemberProfilesNeed,
    MembersNeed,
    Need,
    ProfileNeed,
    ReportNeed,
    is_asked_ahead,
)
from clockify_desktop.domain.presets import FixedPeriod
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.page_needs import (
    all_needs,
    first_needs_of,
    needs_ahead,
    other_needs_of,
)
from clockify_desktop.services.query_cache import (
    Loading,
    QueryCache,
    Ready,
    Refused,
    value_of,
)
from clockify_desktop.viewmodels.account_preferences import AccountPreferences
from clockify_desktop.viewmodels.opened_entries import opened_needs
from clockify_desktop.viewmodels.query_state import QueryState
from clockify_desktop.viewmodels.report_state import ReportState
from clockify_desktop.viewmodels.view_needs import all_view_needs, view_needs

_WEEK_DAYS = 7

Tiers = tuple[tuple[Need, ...], ...]


def want(
    answers: QueryCache,
    state: ReportState,
    kept: AccountPreferences,
    *,
    ahead: bool = True,
) -> None:
    """Want what a state shows now: the page, its pickers, other pages, other weeks.

    Args:
        kept: How the pages that are not in view are looked at.
        ahead: Else nothing but what the page in view cannot be without.
    """
    profile: tuple[Need, ...] = (ProfileNeed(),)
    question = state.question
    if question is None:
        answers.want(profile)
        return
    query = question.query
    chosen = view_needs(state, query)
    if not ahead:
        answers.want(profile, first_needs_of(state.page, query), beside=(chosen,))
        return
    of_views = filter(is_asked_ahead, all_view_needs(state, query, kept))
    others = *needs_ahead(state.pages, query), *of_views
    # Nothing of a page that is slow or refused holds up what others need.
    weeks = _weeks_beside(question, state)
    more = (MembersNeed(query.workspace), *weeks, *others)
    beside: Tiers = (
        (*opened_needs(state, query), *first_needs_of(state.page, query)),
        (*chosen, *other_needs_of(state.page, query), *more),
    )
    answers.want(profile, (ReportNeed(query),), beside=many_last(beside))


def many_last(tiers: Tiers) -> Tiers:
    """Put what is a question a person behind everything else."""
    last = {
        one for tier in tiers for one in tier if isinstance(one, MemberProfilesNeed)
    }
    if not last:
        return tiers
    others = (
        tuple(one for one in tier if not isinstance(one, MemberProfilesNeed))
        for tier in tiers
    )
    return (*others, tuple(last))


def _weeks_beside(question: QueryState, state: ReportState) -> tuple[Need, ...]:
    if question.period.days > _WEEK_DAYS:
        return ()
    steps = (question.stepped(by) for by in (-1, 1))
    return tuple(
        need
        for step in steps
        if step != question and step.period.start <= question.today
        for need in (ReportNeed(step.query), *view_needs(state, step.query))
    )


def with_answers(
    state: ReportState, answers: QueryCache, kept: AccountPreferences, hiding: Hiding
) -> ReportState:
    """Take the answers to what is asked for; the report before stays until then.

    One of another workspace does not: nothing of it may stand under the new name.
    What is hidden in answers never comes into the state.
    """
    question = state.question
    needs = _needs_in_view(state)
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
    report = hiding.of(answers.value(needs[0]))
    if report is not None:
        if state.report is None:
            state = _with_choices(state, kept, question.workspace.id)
        state = replace(state, report=report, answered=question)
    if state.report is None:
        return state
    query = state.report.query
    return replace(
        state,
        members=answers.value(MembersNeed(query.workspace)),
        answers=_known(query, answers, state, hiding, kept),
    )


def is_here(state: ReportState, answers: QueryCache) -> bool:
    """Tell whether all that is in view is answered already."""
    told = map(answers.answer, _needs_in_view(state))
    return all(isinstance(answer, Ready) for answer in told)


def _needs_in_view(state: ReportState) -> tuple[Need, ...]:
    """List what a state cannot be shown without, its report first."""
    question = state.question
    if question is None:
        return (ProfileNeed(),)
    query = question.query
    chosen = view_needs(state, query)
    opened = opened_needs(state, query)[:1]
    return (ReportNeed(query), *first_needs_of(state.page, query), *chosen, *opened)


def _known(
    query: ReportQuery,
    answers: QueryCache,
    state: ReportState,
    hiding: Hiding,
    kept: AccountPreferences,
) -> Answers:
    values: dict[Need, object] = {}
    refusals = {}
    opened = opened_needs(state, query)
    of_views = all_view_needs(state, query, kept)
    for need in (*all_needs(state.pages, query), *opened, *of_views):
        answer = answers.answer(need)
        value = None if answer is None else hiding.of(value_of(answer))
        if value is None:
            # What is not kept any more stays as long as it is looked at.
            value = state.answers.get(need)
        if value is not None:
            values[need] = value
        # That the report itself was refused is said above the page, and changes none.
        if isinstance(answer, Refused) and need != ReportNeed(query):
            refusals[need] = answer.error
    return Answers({**values, ReportNeed(query): state.report}, refusals)


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
