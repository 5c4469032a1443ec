"""The report's window: what a person chooses, what is asked, what is shown."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from clockify_desktop.api.retry import Wait
from clockify_desktop.domain.day_counting import DayCounting
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.hidden_names import HiddenNames, Hiding
from clockify_desktop.domain.needs import Need, ProfileNeed
from clockify_desktop.export.file_choice import FileChoice, file_choice
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.chart_selection import ChartSelection
from clockify_desktop.pages.page import PageContent, ViewOptions
from clockify_desktop.pages.registry import page_by_key
from clockify_desktop.services.profile import Profile
from clockify_desktop.services.query_cache import QueryCache
from clockify_desktop.services.switched_off import pages_left
from clockify_desktop.store.policy import NOTHING_OFF, Policy
from clockify_desktop.store.settings import AccountSettings, SavedView
from clockify_desktop.translation import tr
from clockify_desktop.viewmodels.account_preferences import AccountPreferences
from clockify_desktop.viewmodels.choice import Choice
from clockify_desktop.viewmodels.opened_entries import OpenedEntries, opened_needs
from clockify_desktop.viewmodels.opening_page import Opening, opening_page
from clockify_desktop.viewmodels.other_pages import OtherPages
from clockify_desktop.viewmodels.picker_states import ChosenPeriod, ZoneReason
from clockify_desktop.viewmodels.query_state import (
    QueryState,
    first_query,
    own_reason,
)
from clockify_desktop.viewmodels.report_answers import (
    came_back,
    is_here,
    want,
    with_answers,
)
from clockify_desktop.viewmodels.report_state import ReportState
from clockify_desktop.viewmodels.saved_views import choices_of, view_of
from clockify_desktop.viewmodels.view_needs import view_needs

ASKED_AFTER_S = 0.1
"""For that long what is here already is drawn before more is asked for."""


class NothingOpenError(AppError):
    """The account was left meanwhile."""

    def __init__(self) -> None:
        super().__init__(tr("No account is open any more"), tr("Open it again."))


class ReportViewModel(QObject):
    """Holds the state of the report's window.

    Workspace and period are asked of Clockify; people, projects and the view are
    projections of what is here already and never wait.

    Args:
        now: Tells the time, aware.
        policy: What is switched off on this computer.
    """

    changed = Signal(ReportState)
    # To be kept.
    remembered = Signal(AccountSettings)

    def __init__(
        self,
        now: Callable[[], datetime],
        parent: QObject | None = None,
        policy: Policy = NOTHING_OFF,
    ) -> None:
        super().__init__(parent)
        self._now, self._policy = now, policy
        self._answers: QueryCache | None = None
        pages = pages_left(policy)
        self._state = self._first = ReportState(
            pages=pages,
            page_key=pages[0].key,
            names_hidden=policy.hide_names,
            descriptions=policy.descriptions,
        )
        self._begin_hiding()
        self._kept = AccountPreferences(AccountSettings())
        self._opening, self._of_files = Opening.LEFT, False
        self._other_pages = OtherPages(self._view_of, self._on_other_pages)
        # Asks for more than is shown already, in a while.
        self._asking: asyncio.TimerHandle | None = None
        self._looks_ahead = True

    @property
    def state(self) -> ReportState:
        """What is shown now."""
        return self._state

    def open(
        self,
        answers: QueryCache,
        settings: AccountSettings,
        durations: DurationFormat = DurationFormat.MINUTES,
        opening: Opening = Opening.LEFT,
        *,
        of_files: bool = False,
    ) -> None:
        """Begin with an account; nothing of an earlier one stays.

        Args:
            of_files: Whether the days are those of files, which nobody chose.
        """
        self.leave()
        self._opening, self._of_files = opening, of_files
        self._answers = answers
        self._kept = AccountPreferences(settings)
        hidden = self._policy.hide_names or self._kept.hide_names
        self._first = replace(self._first, names_hidden=hidden)
        self._begin_hiding()
        key = page_by_key(self._kept.page_key, self._first.pages).key
        view = self._view_of(key, durations)
        self._state = replace(self._first, page_key=key, view=view)
        answers.on_answer = self._on_answer
        self._want_of(answers, self._state)
        self._on_answer(ProfileNeed())

    def leave(self) -> None:
        """Forget the account, everywhere; late answers are dropped."""
        self._stop_asking()
        if self._answers is not None:
            self._answers.on_answer = None
            self._answers.want()
        self._answers = None
        self._show_state(self._first)

    async def close(self) -> None:
        """Forget the account, and end what is under way."""
        self.leave()
        await self._other_pages.close()

    def hold_others(self) -> None:
        """Ask and work out nothing but the page in view, until it may look ahead."""
        self._looks_ahead = False

    @Slot()
    def look_ahead(self) -> None:
        """Ask and work out what nobody looks at yet, too."""
        self._looks_ahead = True
        if self._answers is not None:
            self._want_of(self._answers, self._state)
            self._show_answers(self._state)

    def choose_workspace(self, workspace_id: str) -> None:
        """Look at another workspace with the choices that are remembered of it."""
        question, profile = self._state.question, self._state.profile
        if question is None or profile is None or question.workspace.id == workspace_id:
            return
        chosen = [one for one in profile.workspaces if one.id == workspace_id]
        for workspace in chosen:
            self._kept.workspace_id = workspace.id
            self._begin_hiding()
            self._ask(replace(question, workspace=workspace), opened_view=None)

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

    def choose_counting(self, counting: DayCounting) -> None:
        """Count days in another way."""
        question = self._state.question
        if question is not None and counting != question.counting:
            self._kept.counting = counting
            self._ask(replace(question, counting=counting))

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
        """Say that days are wanted which came from an earlier run, or from a click."""
        self._show(came_back=False, led_here=False)

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
        self._show(people=choice, opened_view=None)

    def choose_projects(self, choice: Choice) -> None:
        """Narrow to some projects, without asking."""
        self._keep_choice("projects", choice)
        self._show(projects=choice, opened_view=None)

    def change_view(self, view: ViewOptions) -> None:
        """Look at the same facts in another way."""
        state, question = self._state, self._state.question
        self._kept.keep_view(state.page_key, view)
        looked_at = replace(state, view=view)
        if question is not None:
            query = question.query
            if view_needs(looked_at, query) != view_needs(state, query):
                self._want(looked_at)
                return
        self._show_state(looked_at)
        self.remembered.emit(self._kept.settings)

    def choose_page(self, key: str) -> None:
        """Look at another page, or at the page itself where a list of it is open."""
        key = page_by_key(key, self._state.pages).key
        if key == self._state.page_key:
            self.close_entries()
        else:
            self._kept.page_key = key
            # What was looked at stays true in the overview.
            others, view = self._state.contents, self._view_of(key)
            state = replace(self._state, page_key=key, view=view, others=others)
            self._want(replace(state, opened=None, opened_view=None))

    def turn_page(self, by: int) -> None:
        """Look at the page so many further on; there is none behind the last."""
        keys = [page.key for page in self._state.pages]
        at = keys.index(self._state.page_key) + by
        if 0 <= at < len(keys):
            self.choose_page(keys[at])

    def open_entries(self, row: str | None, column: str | None) -> None:
        """List the entries behind a part of the page, by its marks.

        Args:
            row: ``None`` or empty for all rows.
            column: ``None`` for all columns.
        """
        content = self._state.content
        if content is None:
            return
        if content.opens_entries:
            self._want(replace(self._state, opened=OpenedEntries(row or None, column)))
        else:
            self.select(content.view.selected.clicked(row, column, add=False))

    def close_entries(self) -> None:
        """Go back to the page."""
        if self._state.opened is not None:
            self._want(replace(self._state, opened=None))

    def hide_names(self, *, hidden: bool) -> None:
        """Show people by other names than their own, or no longer."""
        hidden = hidden or self._policy.hide_names
        if hidden == self._first.names_hidden:
            return
        self._first = replace(self._first, names_hidden=hidden)
        self._kept.hide_names = hidden
        if self._answers is not None:
            self.remembered.emit(self._kept.settings)
        self._hiding = self._hiding_now()
        # A report that is not kept any more cannot be asked for again here.
        report = self._hiding.of(self._state.report)
        # Answers are taken anew: none may tell what the other ones hide.
        self._show_answers(
            replace(self._state, names_hidden=hidden, report=report, answers=Answers())
        )

    @property
    def views(self) -> tuple[SavedView, ...]:
        """What was saved to be looked at again, in its order."""
        return self._kept.views

    def keep_views(self, views: tuple[SavedView, ...]) -> None:
        """Remember other views."""
        self._kept.views = views
        self.remembered.emit(self._kept.settings)

    def file_choice(self, usual: FileChoice) -> FileChoice:
        """Tell what was chosen of files; ``usual`` where nothing was."""
        return file_choice(self._kept.files, usual)

    def keep_file_choice(self, choice: FileChoice) -> None:
        """Remember what was chosen of files."""
        self._kept.files = choice.as_dict()
        self.remembered.emit(self._kept.settings)

    async def ask(self, need: Need) -> Any:  # noqa: ANN401 - of the type that the need says
        """Wait for an answer, with what is hidden left out.

        Raises:
            AppError: It could not be had.
        """
        if self._answers is None:
            raise NothingOpenError
        return self._hiding.of(await self._answers.get(need))

    def view_now(self, name: str) -> SavedView:
        """Put what is looked at under a name, with the period that was chosen."""
        return view_of(self._state, name, self._kept.settings.period)

    def open_view(self, view: SavedView) -> None:
        """Look at a page, a period and a selection that were saved together."""
        state = self._state
        question, profile = state.question, state.profile
        if question is None or profile is None:
            return
        named = (one for one in profile.workspaces if one.id == view.workspace)
        workspace = next(named, question.workspace)
        if workspace.id != question.workspace.id:
            self._begin_hiding()
        key = page_by_key(view.page or state.pages[0].key, state.pages).key
        chosen = choices_of(view, workspace, profile.user, state)
        self._kept.take_view(view, key, workspace.id, chosen)
        asked = replace(question, workspace=workspace).of(
            self._kept.period_choice(), question.time_zone, question.zone_reason
        )
        self._ask(
            asked.as_of(self._now()),
            page_key=key,
            view=self._view_of(key),
            others=state.contents,
            opened=None,
            came_back=False,
            opened_view=view,
            **chosen,
        )

    def forget_opened_view(self) -> None:
        """Say no more what is gone of a view."""
        self._show(opened_view=None)

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
        """Put a selection in the picture on top of the pickers, or go to a period."""
        state = self._state
        period = None if state.content is None else state.content.leads_to(selected)
        if period is not None and state.question is not None:
            there = replace(state.question, period=period)
            if there != state.question:
                self._ask(there, came_back=False, led_here=True)
            return
        self._show(view=replace(self._state.view, selected=selected))

    def tell_wait(self, wait: Wait | None) -> None:
        """Show that Clockify is asked again; ``None`` when nobody waits any more."""
        if self._answers is not None and wait != self._state.wait:
            self._show(wait=wait)

    def refresh(self) -> None:
        """Ask Clockify again for what is in view."""
        if self._answers is None:
            return
        self._want_of(self._answers, self._state)
        page, question = self._state.page, self._state.question
        needs: tuple[Need, ...] = (ProfileNeed(),)
        if question is not None:
            needs = (
                *page.needs(question.query),
                *page.optional_needs(question.query),
                *opened_needs(self._state, question.query),
                *view_needs(self._state, question.query),
            )
        self._answers.refresh(needs)
        self._show_answers(self._state)

    def cancel(self) -> None:
        """Stop asking; the last complete report stays, or comes back."""
        if self._answers is None:
            return
        self._stop_asking()
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
            counting=answered.counting,
        )
        if question.workspace.id != state.question.workspace.id:
            # What was left again is not what opens next time.
            self._kept.workspace_id = question.workspace.id
        self._kept.counting = question.counting
        self._ask(question)

    def _ask(self, question: QueryState, **changes: object) -> None:
        changes = {"led_here": False, **changes}
        before = self._state.question
        if before is not None and before.query != question.query:
            changes["opened"] = None
        self._want(replace(self._state, question=question, **changes))  # type: ignore[arg-type]  # fields of the state by name

    def _want(self, state: ReportState) -> None:
        if self._answers is None:
            return
        if is_here(state, self._answers):
            # It is shown first; whoever goes on at once asks for nothing here.
            self._ask_later()
        else:
            self._want_of(self._answers, state)
        self._show_answers(state)
        self.remembered.emit(self._kept.settings)

    def _want_of(self, answers: QueryCache, state: ReportState) -> None:
        self._stop_asking()
        want(answers, state, self._kept, ahead=self._looks_ahead)

    def _ask_later(self) -> None:
        self._stop_asking()
        loop = asyncio.get_running_loop()
        self._asking = loop.call_later(ASKED_AFTER_S, self._on_asking)

    def _stop_asking(self) -> None:
        asking, self._asking = self._asking, None
        if asking is not None:
            asking.cancel()

    def _on_asking(self) -> None:
        if self._answers is not None:
            self._want_of(self._answers, self._state)

    def _on_answer(self, need: Need) -> None:
        if isinstance(need, ProfileNeed) and self._state.question is None:
            profile = None if self._answers is None else self._answers.value(need)
            if profile is not None:
                self._open_with(profile)
                return
        self._show_answers(self._state)

    def _open_with(self, profile: Profile) -> None:
        question = first_query(profile, self._kept, self._now())
        pages = self._state.pages
        key = opening_page(self._opening, self._kept, question.period, pages)
        self._kept.page_key = key
        key = page_by_key(key, pages).key
        self._ask(
            question,
            profile=profile,
            came_back=came_back(question) and not self._of_files,
            page_key=key,
            view=self._view_of(key),
        )

    def _show_answers(self, state: ReportState) -> None:
        if self._answers is not None:
            shown = with_answers(state, self._answers, self._kept, self._hiding)
            if shown.report is not None and self._kept.see(shown.report.query.period):
                self.remembered.emit(self._kept.settings)
            self._show_state(shown)

    def _begin_hiding(self) -> None:
        # Names are given anew in each workspace, the same ones each time.
        self._names = HiddenNames()
        self._hiding = self._hiding_now()

    def _hiding_now(self) -> Hiding:
        names = self._names if self._first.names_hidden else None
        return Hiding(names, descriptions=self._policy.descriptions)

    def _view_of(
        self, page_key: str, durations: DurationFormat | None = None
    ) -> ViewOptions:
        durations = durations or self._state.view.durations
        return replace(self._kept.view(page_key), durations=durations)

    def _on_other_pages(self, others: Mapping[str, PageContent]) -> None:
        self._show(others=others)

    def _keep_choice(self, picker: str, choice: Choice) -> None:
        report = self._state.report
        if report is not None:
            self._kept.keep_choice(report.query.workspace.id, picker, choice)
            self.remembered.emit(self._kept.settings)

    def _show(self, **changes: object) -> None:
        self._show_state(replace(self._state, **changes))  # type: ignore[arg-type]  # fields of the state by name

    def _show_state(self, state: ReportState) -> None:
        # The overview is made of the others.
        if self._looks_ahead:
            state = replace(state, others=self._other_pages.follow(state))
        state = state.with_content(self._state, self._other_pages.kept)
        state = state.with_opened(self._state)
        if state != self._state:
            self._state = state
            self.changed.emit(state)
