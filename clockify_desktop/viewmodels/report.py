"""The report page: what a person wishes, asks Clockify, and what is to be shown."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from clockify_desktop.api.retry import Wait
from clockify_desktop.domain.directory import Members, Workspace
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.presets import FixedPeriod
from clockify_desktop.domain.report import Report
from clockify_desktop.services.latest_task import LatestTask
from clockify_desktop.services.session import Profile
from clockify_desktop.store.settings import AccountSettings
from clockify_desktop.viewmodels.account_preferences import AccountPreferences
from clockify_desktop.viewmodels.answers import Answers
from clockify_desktop.viewmodels.choice import Choice
from clockify_desktop.viewmodels.picker_states import ChosenPeriod, ZoneReason
from clockify_desktop.viewmodels.query_state import (
    Asked,
    day_in,
    first_query,
    own_reason,
)
from clockify_desktop.viewmodels.report_state import ReportState
from clockify_desktop.viewmodels.report_view import (
    NO_SELECTION,
    ChartSelection,
    ViewOptions,
)
from clockify_desktop.viewmodels.scene import scene_of
from clockify_desktop.viewmodels.settings_state import DurationFormat


class ReportViewModel(QObject):
    """Holds the state of the report page.

    Workspace and period are asked of Clockify; people, projects and the view are
    projections of what is here already and never wait.

    Signals:
        changed: The new ``ReportState``.
        remembered: The new ``AccountSettings``, to be kept.

    Args:
        now: Tells the time, aware; decides what today is.
        parent: Who owns this object.
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
        """Begin with an account; nothing of an earlier one stays.

        Args:
            answers: Asks Clockify for that account.
            settings: What is remembered of it.
            durations: How hours are written.
        """
        self._members_job.cancel()
        self._answers = answers
        self._kept = AccountPreferences(settings)
        view = replace(self._kept.view(), durations=durations)
        self._state = ReportState(view=view)
        self._ask_profile()

    def leave(self) -> None:
        """Forget the account; late answers are dropped."""
        self._job.cancel()
        self._members_job.cancel()
        self._answers = None
        self._state = ReportState()

    def choose_workspace(self, workspace_id: str) -> None:
        """Look at another workspace with the choices that are remembered of it."""
        asked, profile = self._state.asked, self._state.profile
        if asked is None or profile is None or asked.workspace.id == workspace_id:
            return
        chosen = [one for one in profile.workspaces if one.id == workspace_id]
        for workspace in chosen:
            self._kept.workspace_id = workspace.id
            self._ask(replace(asked, workspace=workspace))

    def choose_period(self, chosen: ChosenPeriod) -> None:
        """Look at another period or by another time zone."""
        asked, profile = self._state.asked, self._state.profile
        if asked is None or profile is None:
            return
        own = chosen.time_zone == profile.time_zone
        self._kept.period(chosen.period_choice)
        self._kept.time_zone = None if own else chosen.time_zone
        reason = own_reason(profile) if own else ZoneReason.CHOSEN
        wished = asked.of(chosen.period_choice, chosen.time_zone, reason)
        self._ask(wished.as_of(self._now()), came_back=False)

    def step(self, by: int) -> None:
        """Go to the period before or after; this is not remembered.

        Args:
            by: How many periods to go on; negative ones go back.
        """
        asked = self._state.asked
        if asked is not None and (stepped := asked.stepped(by)) != asked:
            self._ask(stepped, came_back=False)

    def reset_period(self) -> None:
        """Go back to the period that was chosen, as of today."""
        asked = self._state.asked
        if asked is not None:
            self._ask(asked.as_of(self._now()))

    def keep_period(self) -> None:
        """Say that days which came back from an earlier run are still wanted."""
        self._show(came_back=False)

    def refresh_today(self) -> None:
        """Resolve the preset anew where a new day has begun since."""
        asked = self._state.asked
        if asked is None or day_in(asked.time_zone, self._now()) == asked.today:
            return
        today = asked.as_of(self._now())
        # Whoever stepped away, or asked for fixed days, is not moved.
        if asked.is_where_chosen and today.period != asked.period:
            self._ask(today)
        else:
            self._show(asked=replace(asked, today=today.today))

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
        self._kept.keep_view(view)
        same = (view.rows, view.series) == (
            self._state.view.rows,
            self._state.view.series,
        )
        self._show(view=view if same else replace(view, focus=NO_SELECTION))
        self.remembered.emit(self._kept.settings)

    def focus(self, focus: ChartSelection) -> None:
        """Put a focus on top of the pickers."""
        self._show(view=replace(self._state.view, focus=focus))

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
        elif self._state.asked is not None:
            self._load(self._state.asked, refresh=True)

    def cancel(self) -> None:
        """Stop asking; the last complete report stays."""
        self._job.cancel()
        report, profile = self._state.report, self._state.profile
        asked = self._state.asked
        if report is not None and profile is not None and asked is not None:
            query = report.query
            asked = replace(
                asked,
                workspace=query.workspace,
                period=query.period,
                time_zone=query.time_zone,
            )
        self._show(loading=False, asked=asked)

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
        asked = first_query(profile, self._kept, self._now())
        came_back = isinstance(asked.period_choice, FixedPeriod)
        self._state = replace(self._state, profile=profile, came_back=came_back)
        self._ask(asked)

    def _ask(self, asked: Asked, **changes: object) -> None:
        self._load(asked, refresh=False, **changes)
        self.remembered.emit(self._kept.settings)

    def _load(self, asked: Asked, *, refresh: bool, **changes: object) -> None:
        answers = self._answers
        if answers is None:
            return
        self._show(asked=asked, loading=True, error=None, **changes)
        self._job.start(
            partial(answers.report, asked.query, refresh=refresh),
            self._on_report,
            self._on_failed,
        )

    def _on_report(self, report: Report) -> None:
        before = self._state.report
        changes: dict[str, object] = {}
        workspace_id = report.query.workspace.id
        if before is None or before.query.workspace.id != workspace_id:
            # Choices and focus name people and projects of one workspace.
            changes = {
                "members": None,
                "people": self._kept.choice(workspace_id, "people"),
                "projects": self._kept.choice(workspace_id, "projects"),
                "view": replace(self._state.view, focus=NO_SELECTION),
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
        drawn = {"report", "people", "projects", "view"}
        if state.report is not None and drawn & changes.keys():
            scene = scene_of(state.report, state.selection, state.view)
            state = replace(state, scene=scene, view=scene.view)
        self._state = state
        self.changed.emit(state)
