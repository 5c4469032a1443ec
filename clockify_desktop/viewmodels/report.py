"""The report's window: what a person chooses, what is asked, what is shown."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from clockify_desktop.api.retry import Wait
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.needs import Need, ProfileNeed
from clockify_desktop.pages.chart_selection import ChartSelection
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.services.query_cache import QueryCache
from clockify_desktop.store.settings import AccountSettings
from clockify_desktop.viewmodels.account_preferences import AccountPreferences
from clockify_desktop.viewmodels.choice import Choice
from clockify_desktop.viewmodels.picker_states import ChosenPeriod, ZoneReason
from clockify_desktop.viewmodels.query_state import (
    QueryState,
    first_query,
    own_reason,
)
from clockify_desktop.viewmodels.report_answers import came_back, wanted, with_answers
from clockify_desktop.viewmodels.report_state import ReportState


class ReportViewModel(QObject):
    """Holds the state of the report's window.

    Workspace and period are asked of Clockify; people, projects and the view are
    projections of what is here already and never wait. ``now`` tells the time, aware.
    """

    changed = Signal(ReportState)
    # To be kept.
    remembered = Signal(AccountSettings)

    def __init__(
        self, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._answers: QueryCache | None = None
        self._state = ReportState()
        self._kept = AccountPreferences(AccountSettings())

    @property
    def state(self) -> ReportState:
        """What is shown now."""
        return self._state

    def open(
        self,
        answers: QueryCache,
        settings: AccountSettings,
        durations: DurationFormat = DurationFormat.MINUTES,
    ) -> None:
        """Begin with an account; nothing of an earlier one stays."""
        self.leave()
        self._answers = answers
        self._kept = AccountPreferences(settings)
        key = self._kept.page_key
        view = replace(self._kept.view(key), durations=durations)
        self._state = ReportState(page_key=key, view=view)
        answers.on_answer = self._on_answer
        answers.want(*wanted(self._state))
        self._on_answer(ProfileNeed())

    def leave(self) -> None:
        """Forget the account, everywhere; late answers are dropped."""
        if self._answers is not None:
            self._answers.on_answer = None
            self._answers.want()
        self._answers = None
        self._show_state(ReportState())

    def choose_workspace(self, workspace_id: str) -> None:
        """Look at another workspace with the choices that are remembered of it."""
        question, profile = self._state.question, self._state.profile
        if question is None or profile is None or question.workspace.id == workspace_id:
            return
        chosen = [one for one in profile.workspaces if one.id == workspace_id]
        for workspace in chosen:
            self._kept.workspace_id = workspace.id
            self._ask(replace(question, workspace=workspace))

    def choose_period(self, chosen: ChosenPeriod) -> None:
        """Look at another period or by another time zone."""
        question, profile = self._state.question, self._state.profile
        if question is None or profile is None:
            return
        own = chosen.time_zone == profile.time_zone
        self._kept.period(chosen.period_choice)
        self._kept.time_zone = None if own else chosen.time_zone
        reason = own_reason(profile) if own else ZoneReason.CHOSEN
        chosen_query = question.of(chosen.period_choice, chosen.time_zone, reason)
        self._ask(chosen_query.as_of(self._now()), came_back=False)

    def step(self, by: int) -> None:
        """Go on by some periods, or back; this is not remembered."""
        question = self._state.question
        if question is not None and (stepped := question.stepped(by)) != question:
            self._ask(stepped, came_back=False)

    def reset_period(self) -> None:
        """Go back to the period that was chosen, as of today."""
        question = self._state.question
        if question is not None:
            self._ask(question.as_of(self._now()))

    def keep_period(self) -> None:
        """Say that days which came back from an earlier run are still wanted."""
        self._show(came_back=False)

    def refresh_today(self) -> None:
        """Resolve the preset anew where a new day has begun since."""
        question = self._state.question
        if question is None:
            return
        today = question.as_of(self._now())
        if today.today == question.today:
            return
        # Whoever stepped away, or asked for fixed days, is not moved.
        if question.is_where_chosen and today.period != question.period:
            self._ask(today)
        else:
            self._show(question=replace(question, today=today.today))

    def choose_people(self, choice: Choice) -> None:
        """Narrow to some people, without asking."""
        self._keep_choice("people", choice)
        self._show(people=choice)

    def choose_projects(self, choice: Choice) -> None:
        """Narrow to some projects, without asking."""
        self._keep_choice("projects", choice)
        self._show(projects=choice)

    def change_view(self, view: ViewOptions) -> None:
        """Look at the same facts in another way."""
        self._kept.keep_view(self._state.page_key, view)
        self._show(view=view)
        self.remembered.emit(self._kept.settings)

    def choose_page(self, key: str) -> None:
        """Look at another page."""
        if key != self._state.page_key:
            self._kept.page_key = key
            view = replace(self._kept.view(key), durations=self._state.view.durations)
            self._want(replace(self._state, page_key=key, view=view))

    def choose_control(self, control: str, choice: str) -> None:
        """Follow a choice in a control of the page."""
        state = self._state
        view = state.page.choose(state.view, control, choice)
        if view != state.view:
            self.change_view(view)

    def turn(self) -> None:
        """Look at the page in its other way."""
        alternative = self._state.page.alternative(self._state.view)
        if alternative is not None:
            self.change_view(alternative.view)

    def select(self, selected: ChartSelection) -> None:
        """Put a selection in the picture on top of the pickers."""
        self._show(view=replace(self._state.view, selected=selected))

    def tell_wait(self, wait: Wait | None) -> None:
        """Show that Clockify is asked again; ``None`` when nobody waits any more."""
        if self._answers is not None and wait != self._state.wait:
            self._show(wait=wait)

    def refresh(self) -> None:
        """Ask Clockify again for what is in view."""
        if self._answers is None:
            return
        question = self._state.question
        needs = (
            (ProfileNeed(),)
            if question is None
            else self._state.page.needs(question.query)
        )
        self._answers.refresh(needs)
        self._show_answers(self._state)

    def cancel(self) -> None:
        """Stop asking; the last complete report stays, or comes back."""
        if self._answers is None:
            return
        self._answers.want()
        state, answered = self._state, self._state.answered
        if answered is None or state.question is None:
            self._show_answers(state)
            return
        question = replace(
            state.question,
            workspace=answered.workspace,
            period=answered.period,
            time_zone=answered.time_zone,
        )
        if question.workspace.id != state.question.workspace.id:
            # What was left again is not what opens next time.
            self._kept.workspace_id = question.workspace.id
        self._ask(question)

    def _ask(self, question: QueryState, **changes: object) -> None:
        self._want(replace(self._state, question=question, **changes))  # type: ignore[arg-type]  # fields of the state by name

    def _want(self, state: ReportState) -> None:
        if self._answers is None:
            return
        self._answers.want(*wanted(state))
        self._show_answers(state)
        self.remembered.emit(self._kept.settings)

    def _on_answer(self, need: Need) -> None:
        if isinstance(need, ProfileNeed) and self._state.question is None:
            profile = None if self._answers is None else self._answers.value(need)
            if profile is not None:
                question = first_query(profile, self._kept, self._now())
                self._ask(question, profile=profile, came_back=came_back(question))
                return
        self._show_answers(self._state)

    def _show_answers(self, state: ReportState) -> None:
        if self._answers is not None:
            self._show_state(with_answers(state, self._answers, self._kept))

    def _keep_choice(self, picker: str, choice: Choice) -> None:
        report = self._state.report
        if report is not None:
            self._kept.keep_choice(report.query.workspace.id, picker, choice)
            self.remembered.emit(self._kept.settings)

    def _show(self, **changes: object) -> None:
        self._show_state(replace(self._state, **changes))  # type: ignore[arg-type]  # fields of the state by name

    def _show_state(self, state: ReportState) -> None:
        state = state.with_content(self._state)
        if state != self._state:
            self._state = state
            self.changed.emit(state)
