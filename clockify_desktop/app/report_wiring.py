"""Connects the report's widgets with their view model, both ways."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication

from clockify_desktop.api.hosts import Hosts
from clockify_desktop.app.capacity_files import CapacityFiles
from clockify_desktop.app.entries_wiring import EntriesWiring
from clockify_desktop.app.file_wiring import FileWiring
from clockify_desktop.app.overview_wiring import OverviewWiring
from clockify_desktop.app.report_files import ReportFiles
from clockify_desktop.app.review_wiring import ReviewWiring
from clockify_desktop.app.row_action_wiring import RowActionWiring
from clockify_desktop.app.set_here import SetHere
from clockify_desktop.app.verdict_wiring import VerdictWiring
from clockify_desktop.charts.paper import paper_of
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.showable import named
from clockify_desktop.domain.telling_apart import joined
from clockify_desktop.export.file_choice import (
    PictureKind,
)
from clockify_desktop.pages.chart_selection import NO_SELECTION
from clockify_desktop.store.policy import NOTHING_OFF, Policy
from clockify_desktop.translation import tr
from clockify_desktop.ui.look.look import Look
from clockify_desktop.ui.main_window import MainWindow
from clockify_desktop.ui.report.reminder_dialog import ReminderDialog
from clockify_desktop.ui.report.table_menu import TableMenu
from clockify_desktop.ui.report.view_menus import ViewMenus
from clockify_desktop.ui.report_screen import ReportScreen
from clockify_desktop.ui.save_as import PictureSaving, RecentFolder
from clockify_desktop.viewmodels.account_preferences import FIRST_PERIOD
from clockify_desktop.viewmodels.choice import ALL
from clockify_desktop.viewmodels.countdown import Countdown
from clockify_desktop.viewmodels.export import file_name
from clockify_desktop.viewmodels.export_state import PictureState
from clockify_desktop.viewmodels.picker_row import picker_row_of
from clockify_desktop.viewmodels.picker_states import ChosenPeriod
from clockify_desktop.viewmodels.picture_saver import PictureSaver
from clockify_desktop.viewmodels.report import ReportViewModel
from clockify_desktop.viewmodels.report_state import ReportState
from clockify_desktop.viewmodels.report_texts import (
    CHOOSE_PERIOD,
    SHOW_EVERYBODY,
    attention_of,
    figures_of,
    notes_in_words,
    page_list_of,
    page_of,
    status_of,
)
from clockify_desktop.viewmodels.suggestions import SuggestionActions, suggestions_of

if TYPE_CHECKING:
    from clockify_desktop.domain.errors import AppError
    from clockify_desktop.pages.page import PageContent
    from clockify_desktop.viewmodels.page_state import StatusState

NAMES_HIDDEN: Final = tr("names are hidden")
_MOST_KEYS: Final = 9
_ON_CONTENT: Final = (
    *("export_csv", "export_review", "copy_picture", "swap_axes"),
    *("copy_command", "save_report_file"),
)
_PICTURE_ACTIONS: Final = tuple(f"save_{kind}" for kind in PictureKind)


class ReportWiring(QObject):
    """The report's part of the program.

    Args:
        now: Tells the time, aware.
    """

    def __init__(
        self,
        window: MainWindow,
        screen: ReportScreen,
        look: Look,
        now: Callable[[], datetime],
        parent: QObject,
        policy: Policy = NOTHING_OFF,
    ) -> None:
        super().__init__(parent)
        self._window, self._screen, self._look = window, screen, look
        self._now = now
        self.account_title = ""
        # Else the title lacks whose account it is.
        self.says_who = True
        self.sample = False
        self.model = ReportViewModel(now, self, policy)
        self.review = ReviewWiring(self.model, self)
        self.review.failed.connect(window.notice.add)
        self._rows = RowActionWiring(self.model, self.review, window, self)
        self._overview = OverviewWiring(window, screen.page, self.model, self.review)
        self._suggestions = SuggestionActions(self.model)
        self._pictures = PictureSaver(self)
        self._countdown = Countdown(self)
        recent = RecentFolder()
        self.files = FileWiring(self.model, window, recent, lambda: self.sample, self)
        self._overview.file_wanted.connect(self.files.offer)
        self._saving = PictureSaving(window, recent)
        self._capacities = CapacityFiles(self.model, self.review, window, recent, self)
        self._capacities.failed.connect(window.notice.add)
        self._capacities.said.connect(self._say)
        self.report_files = ReportFiles(
            self.model, window, recent, lambda: self.files.file_format, self
        )
        self.report_files.failed.connect(window.notice.add)
        self.report_files.said.connect(self._say)
        # Made when it is first needed.
        self._reminder: ReminderDialog | None = None
        self._hosts: Hosts | None = None
        self._offered: tuple[PageContent, bool] | None = None
        self._picture_error: AppError | None = None
        self._entries = EntriesWiring(
            screen, self.model, look, lambda: self._hosts, self
        )
        self._entries.said.connect(self._say)
        self._connect_screen()
        self._connect_saving()
        self._connect_actions()
        self.model.changed.connect(self._on_changed)
        self._countdown.ticked.connect(self._on_second)

    def choose_durations(self, durations: DurationFormat) -> None:
        """Write hours in another way."""
        view = self.model.state.view
        self.model.change_view(replace(view, durations=durations))

    def use_web_pages_of(self, hosts: Hosts | None) -> None:
        """Offer the web pages of an account; ``None`` has none."""
        self._hosts = hosts

    def show_again(self) -> None:
        """Show what was left, and allow what can be done with it."""
        self._on_changed(self.model.state)

    async def close(self) -> None:
        """End what is under way."""
        await self.review.close()
        await self.model.close()
        await self.files.close()
        await self._pictures.close()
        await self._capacities.close()
        await self.report_files.close()

    def _connect_screen(self) -> None:
        model, screen = self.model, self._screen
        row, page = screen.pickers, screen.page
        row.workspace.workspace_chosen.connect(model.choose_workspace)
        row.period.period_changed.connect(model.choose_period)
        row.period.period_stepped.connect(model.step)
        row.people.choice_changed.connect(model.choose_people)
        row.projects.choice_changed.connect(model.choose_projects)
        row.swap.clicked.connect(model.turn)
        row.refresh.clicked.connect(model.refresh)
        row.export.clicked.connect(self.files.offer_shown)
        page.card.controls.choice_made.connect(model.choose_control)
        page.card.controls.durations_chosen.connect(self.choose_durations)
        page.card.page_actions.action_chosen.connect(self._on_page_action)
        page.card.noted.connect(screen.notes.show_note_of_picture)
        page.selection_changed.connect(model.select)
        page.card.strip.retried.connect(model.refresh)
        page.card.empty.action_chosen.connect(self._on_empty_action)
        page.copy_picture_requested.connect(self._on_copy_picture)
        page.save_picture_requested.connect(self._on_save_picture_as)
        page.picture_menu_requested.connect(self._rows.offer)
        page.stepped.connect(model.step)
        page.table.tree.menu_requested.connect(self._on_table_menu)
        screen.status.cancel.clicked.connect(model.cancel)
        screen.suggestions.taken.connect(self._suggestions.take)
        screen.suggestions.declined.connect(self._suggestions.decline)
        self._look.theme_changed.connect(self._on_theme_changed)

    def _connect_saving(self) -> None:
        self._saving.path_chosen.connect(self._on_picture_place)
        self._pictures.changed.connect(self._saving.show_state)
        self._pictures.changed.connect(self._on_picture_changed)

    def _connect_actions(self) -> None:
        model, action = self.model, self._window.action
        # To find an action by its name takes long.
        on_content = *_ON_CONTENT, *_PICTURE_ACTIONS
        self._on_content = [action(f"action_{name}") for name in on_content]
        self._filter = action("action_filter")
        self._swap = action("action_swap_axes")
        action("action_refresh").triggered.connect(model.refresh)
        for kind in PictureKind:
            action(f"action_save_{kind}").triggered.connect(
                partial(self._on_save_picture_as, kind.value)
            )
        action("action_copy_picture").triggered.connect(self._on_copy_picture)
        self._swap.triggered.connect(model.turn)
        # One action a shortcut: that of the menu.
        self._screen.page.filter_action.setShortcuts([])
        self._filter.triggered.connect(self._screen.page.filter_action.trigger)
        turn_over = action("action_turn_over")
        turn_over.setVisible(False)
        turn_over.triggered.connect(self._on_turn_over)
        self._screen.page.folded.connect(turn_over.setVisible)
        action("action_previous_period").triggered.connect(self._on_previous)
        action("action_next_period").triggered.connect(self._on_next)
        action("action_current_period").triggered.connect(model.reset_period)
        self._picks = [
            (action(f"action_pick_{name}"), button)
            for name, button in self._screen.pickers.buttons.items()
        ]
        for pick, button in self._picks:
            pick.triggered.connect(button.click)
        for place, page in enumerate(model.state.pages):
            shortcut = f"Alt+Shift+{place}" if place <= _MOST_KEYS else ""
            one = self._window.add_page_action(page.key, page.title, shortcut)
            one.triggered.connect(partial(model.choose_page, page.key))
        self._screen.pages.page_chosen.connect(model.choose_page)
        self._screen.attention.page_chosen.connect(model.choose_page)
        self._set_here = SetHere(
            *(self._window, model, self._rows),
            *(self._screen.page.table.set_here, self._capacities.do),
        )
        self._menus = ViewMenus(self._window.view_menu)
        self._menus.choice_made.connect(model.choose_control)
        self._menus.durations_chosen.connect(self.choose_durations)
        self._verdicts = VerdictWiring(
            *(model, self.review, self._screen.page, self._window.view_menu),
            *(self._now, lambda: self._hosts, self),
        )
        self._screen.page.finding.question.clicked.connect(
            partial(self._on_page_action, "question")
        )

    @Slot(object)
    def _on_changed(self, state: ReportState) -> None:
        screen = self._screen
        pickers = picker_row_of(state)
        screen.pickers.show_state(pickers)
        screen.suggestions.show_state(suggestions_of(state))
        screen.notes.show_state(notes_in_words(state.report))
        screen.figures.show_state(figures_of(state))
        shown = page_of(state, self._now())
        screen.page.show_state(shown)
        self._verdicts.show_state(state)
        self._entries.show_state(state)
        # The page to sign in may cover what comes meanwhile.
        open_ = self._window.reports_enabled
        ready = open_ and state.looked_at is not None
        self._menus.show_state(shown, ready=ready)
        screen.status.show_state(self._status())
        self._countdown.follow(waiting=state.waiting)
        screen.status.sample.show_state(self.sample)
        screen.pages.show_state(page_list_of(state))
        screen.attention.show_state(attention_of(state))
        for action in self._on_content:
            action.setEnabled(ready)
        # A list of entries has no table.
        self._filter.setEnabled(state.opened is None)
        for action, button in self._picks:
            can_open = open_ and button.isEnabled() and not button.isHidden()
            action.setEnabled(can_open)
        self._swap.setText(pickers.swap)
        self._swap.setVisible(bool(pickers.swap))
        screen.lay_out()

    @Slot()
    def _on_second(self) -> None:
        self._screen.status.show_state(self._status())

    def _status(self) -> "StatusState":
        state, account = self.model.state, self.account_title
        if state.names_hidden:
            # Accounts bear the name or the address of whoever signed in.
            account = NAMES_HIDDEN
        elif state.profile is not None and not self.says_who:
            account = joined(state.profile.email, account)
        return status_of(state, self._now(), account)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._screen.page.set_theme(self._look.theme)

    @Slot()
    def _on_previous(self) -> None:
        self.model.step(-1)

    @Slot()
    def _on_next(self) -> None:
        self.model.step(1)

    @Slot()
    def _on_turn_over(self) -> None:
        self._entries.page_in_view.turn_over()

    @Slot(str)
    def _on_empty_action(self, action: str) -> None:
        state = self.model.state
        if action == SHOW_EVERYBODY:
            self.model.choose_people(ALL)
            self.model.choose_projects(ALL)
        elif action == CHOOSE_PERIOD and state.question is not None:
            self.model.choose_period(
                ChosenPeriod(FIRST_PERIOD, state.question.time_zone)
            )

    @Slot(str)
    def _on_page_action(self, key: str, *_: object) -> None:
        content = self.model.state.content
        if content is not None and key == "reminder" and content.reminder is not None:
            if self._reminder is None:
                self._reminder = ReminderDialog(self._window)
                self._reminder.mail_requested.connect(self._on_mail)
            self._reminder.start(content.reminder)
        elif content is not None and key == "question":
            QGuiApplication.clipboard().setText(content.question())
            self._say(tr("copied the question"))

    @Slot(str)
    def _on_mail(self, link: str) -> None:
        QDesktopServices.openUrl(QUrl.fromEncoded(link.encode("ascii")))

    @Slot(object)
    def _on_table_menu(self, menu: TableMenu) -> None:
        content = self.model.state.content
        if content is None or menu.mark is None:
            return
        only = NO_SELECTION.clicked(menu.mark, None, add=False)
        menu.add_only(partial(self.model.select, only))
        narrowed = content.narrowed_to(menu.mark)
        address = self._entries.address_of(narrowed)
        if address:
            menu.add_web(partial(QDesktopServices.openUrl, QUrl(address)))
        self._rows.offer(menu, menu.mark, None)

    @Slot(str)
    def _on_save_picture_as(self, suffix: str, *_: object) -> None:
        content = self.model.state.looked_at
        if content is not None:
            # What is saved is what was seen when it was asked for.
            self._offered = content, self.sample
            name = file_name(content, suffix, sample=self.sample)
            self._saving.ask(PictureKind(suffix), name)

    @Slot(object, object)
    def _on_picture_place(self, kind: PictureKind, path: Path) -> None:
        if self._offered is not None:
            content, sample = self._offered
            paper = paper_of(os.environ, QLocale.system().name())
            self._pictures.save_picture(content, kind, path, sample=sample, paper=paper)

    @Slot(object)
    def _on_picture_changed(self, state: PictureState) -> None:
        notice = self._window.notice
        if self._picture_error is not None:
            # Of an earlier try, which this one takes the place of.
            notice.remove(self._picture_error)
        self._picture_error = state.error
        if state.error is not None:
            notice.add(state.error)
        elif state.saved is not None:
            self._say(tr("saved {saved}", saved=named(state.saved.name)))
        elif state.copied is not None:
            self._say(tr("copied the picture"))

    def _say(self, words: str) -> None:
        status = self._status()
        fetched = " · ".join(part for part in (status.fetched, words) if part)
        self._screen.status.show_state(replace(status, fetched=fetched))

    @Slot()
    def _on_copy_picture(self) -> None:
        content = self.model.state.looked_at
        if content is not None:
            self._pictures.copy_picture(content, sample=self.sample)
