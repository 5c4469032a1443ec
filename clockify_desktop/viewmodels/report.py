"""The report page: what a person chooses, what is asked, what is shown."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from clockify_desktop.api.retry import Wait
from clockify_desktop.domain.directory import Members, Workspace
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.needs import ReportNeed
from clockify_desktop.domain.presets import FixedPeriod
from clockify_desktop.domain.report import Report
from clockify_desktop.pages.chart_selection import NO_SELECTION, ChartSelection
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.services.latest_task import LatestTask
from clockify_desktop.services.session import Profile
from clockify_desktop.store.settings import AccountSettings
from clockify_desktop.viewmodels.account_preferences import AccountPreferences
from clockify_desktop.viewmodels.answers import Answers
from clockify_desktop.viewmodels.choice import Choice
from clockify_desktop.viewmodels.picker_states import ChosenPeriod, ZoneReason
from clockify_desktop.viewmodels.query_state import (
    QueryState,
    day_in,
    first_query,
    own_reason,
)
from clockify_desktop.viewmodels.report_state import ReportState


class ReportViewModel(QObject):
    """Holds the state of the report page.

    Workspace and period are asked of Clockify; people, projects and the view are
    projections of what is here already and never wait.

    Signals:
        changed: The new ``ReportState``.
        remembered: The new ``AccountSettings``, to be kept.

    Args:
        now: Tells the time, aware; decides what today is.
    """

    changed = Signal(object)
    remembered = Signal(object)

    def __init__(
        self, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._answers: Answers | None = None
        self._state = ReportState()
        self._kept = AccountPreferences(AccountSettings())
        self._job, self._members_job = LatestTask(), LatestTask()

    @property
    def state(self) -> ReportState:
        """What the page shows now."""
        return self._state

    def open(
        self,
        answers: Answers,
        settings: AccountSettings,
        durations: DurationFormat = DurationFormat.MINUTES,
    ) -> None:
        """Begin with an account; nothing of an earlier one stays."""
        self._members_job.cancel()
        self._answers = answers
        self._kept = AccountPreferences(settings)
        key = self._kept.page_key
        view = replace(self._kept.view(key), durations=durations)
        self._state = ReportState(page_key=key, view=view)
        self._ask_profile()

    def leave(self) -> None:
        """Forget the account; late answers are dropped."""
        self._job.cancel()
        self._members_job.cancel()
        self._answers = None
        self._state = ReportState()

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
        """Go to the period before or after; this is not remembered.

        Args:
            by: How many periods to go on; negative ones go back.
        """
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
        if (
            question is None
            or day_in(question.time_zone, self._now()) == question.today
        ):
            return
        today = question.as_of(self._now())
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
            self._show(page_key=key, view=view)
            self.remembered.emit(self._kept.settings)

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
        """Show that Clockify is asked again in a while.

        Args:
            wait: Until when and why; ``None`` when nobody waits any more.
        """
        if self._answers is not None and wait != self._state.wait:
            self._show(wait=wait)

    def refresh(self) -> None:
        """Ask Clockify again."""
        if self._state.profile is None:
            if self._answers is not None:
                self._ask_profile()
        elif self._state.question is not None:
            self._load(self._state.question, refresh=True)

    def cancel(self) -> None:
        """Stop asking; the last complete report stays."""
        self._job.cancel()
        report, profile = self._state.report, self._state.profile
        question = self._state.question
        if report is not None and profile is not None and question is not None:
            query = report.query
            question = replace(
                question,
                workspace=query.workspace,
                period=query.period,
                time_zone=query.time_zone,
            )
        self._show(loading=False, question=question)

    async def close(self) -> None:
        """End what is under way."""
        await self._job.close()
        await self._members_job.close()

    def _ask_profile(self) -> None:
        answers = self._answers
        if answers is None:
            return
        self._show(loading=True, error=None)
        self._job.start(answers.profile, self._on_profile, self._on_failed)

    def _on_profile(self, profile: Profile) -> None:
        question = first_query(profile, self._kept, self._now())
        came_back = isinstance(question.period_choice, FixedPeriod)
        self._state = replace(self._state, profile=profile, came_back=came_back)
        self._ask(question)

    def _ask(self, question: QueryState, **changes: object) -> None:
        self._load(question, refresh=False, **changes)
        self.remembered.emit(self._kept.settings)

    def _load(self, question: QueryState, *, refresh: bool, **changes: object) -> None:
        answers = self._answers
        if answers is None:
            return
        self._show(question=question, loading=True, error=None, **changes)
        self._job.start(
            partial(answers.report, question.query, refresh=refresh),
            self._on_report,
            self._on_failed,
        )

    def _on_report(self, report: Report) -> None:
        before = self._state.report
        changes: dict[str, object] = {}
        workspace_id = report.query.workspace.id
        if before is None or before.query.workspace.id != workspace_id:
            # Choices and what is selected name people and projects of one workspace.
            changes = {
                "members": None,
                "people": self._kept.choice(workspace_id, "people"),
                "projects": self._kept.choice(workspace_id, "projects"),
                "view": replace(self._state.view, selected=NO_SELECTION),
            }
        self._show(report=report, loading=False, error=None, **changes)
        self._ask_members(report.query.workspace)

    def _ask_members(self, workspace: Workspace) -> None:
        """Ask who is a member of which project, now that nobody waits for it."""
        if self._answers is not None:
            self._members_job.start(
                partial(self._answers.members, workspace),
                self._on_members,
                self._on_no_members,
            )

    def _on_members(self, members: Members) -> None:
        self._show(members=members)

    def _on_no_members(self, _: AppError) -> None:
        """Go on without: the picker does not offer what nobody knows."""

    def _on_failed(self, error: AppError) -> None:
        self._show(loading=False, error=error)

    def _keep_choice(self, picker: str, choice: Choice) -> None:
        report = self._state.report
        if report is not None:
            self._kept.keep_choice(report.query.workspace.id, picker, choice)
            self.remembered.emit(self._kept.settings)

    def _show(self, **changes: object) -> None:
        state = replace(self._state, **changes)  # type: ignore[arg-type]  # fields of the state by name
        drawn = {"report", "people", "projects", "view", "page_key"}
        if state.report is not None and drawn & changes.keys():
            query = state.report.query
            answers = {ReportNeed(query): state.report}
            content = state.page.content(answers, query, state.selection, state.view)
            view = state.view if content is None else content.view
            state = replace(state, content=content, view=view)
        self._state = state
        self.changed.emit(state)
