"""Connects the report's widgets with their view model, both ways."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from clockify_desktop.api.hosts import Hosts
from clockify_desktop.charts.paper import paper_of
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.showable import named
from clockify_desktop.domain.telling_apart import joined
from clockify_desktop.export.csv_file import FileFormat
from clockify_desktop.export.regional_signs import region_named, regional_signs
from clockify_desktop.pages.chart_selection import NO_SELECTION
from clockify_desktop.pages.registry import PAGES
from clockify_desktop.services.web_pages import web_page
from clockify_desktop.ui.export_dialog import ExportDialog
from clockify_desktop.ui.look.look import Look
from clockify_desktop.ui.main_window import MainWindow
from clockify_desktop.ui.report.table_menu import TableMenu
from clockify_desktop.ui.report.view_menus import ViewMenus
from clockify_desktop.ui.report_screen import ReportScreen
from clockify_desktop.ui.save_as import PictureSaving, RecentFolder
from clockify_desktop.viewmodels.account_preferences import FIRST_PERIOD
from clockify_desktop.viewmodels.choice import ALL
from clockify_desktop.viewmodels.countdown import Countdown
from clockify_desktop.viewmodels.export import ExportViewModel, file_name
from clockify_desktop.viewmodels.export_state import PictureKind, PictureState
from clockify_desktop.viewmodels.page_state import PageEntry, PageListState
from clockify_desktop.viewmodels.picker_row import picker_row_of
from clockify_desktop.viewmodels.picker_states import ChosenPeriod
from clockify_desktop.viewmodels.picture_saver import PictureSaver
from clockify_desktop.viewmodels.report import ReportViewModel
from clockify_desktop.viewmodels.report_state import ReportState
from clockify_desktop.viewmodels.report_texts import (
    CHOOSE_PERIOD,
    SHOW_EVERYBODY,
    figures_of,
    notes_in_words,
    page_of,
    status_of,
)
from clockify_desktop.viewmodels.suggestions import SuggestionActions, suggestions_of

if TYPE_CHECKING:
    from clockify_desktop.domain.errors import AppError
    from clockify_desktop.pages.page import PageContent
    from clockify_desktop.viewmodels.page_state import StatusState

_PAGES: Final = tuple(PageEntry(page.key, page.title) for page in PAGES)
_MOST_KEYS: Final = 9
_PICTURE_ACTIONS: Final = tuple(f"save_{kind}" for kind in PictureKind)


class ReportWiring(QObject):
    """The report's part of the program.

    Args:
        now: Tells the time, aware.

    Signals:
        file_format_chosen: The new ``FileFormat``, to be remembered.
    """

    file_format_chosen = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        screen: ReportScreen,
        look: Look,
        now: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._screen, self._look = window, screen, look
        self._now = now
        self.account_title = ""
        # Else the title lacks whose account it is.
        self.says_who = True
        self.sample = False
        self.file_format = FileFormat.EXCEL
        self.model = ReportViewModel(now, self)
        self._suggestions = SuggestionActions(self.model)
        self._export = ExportViewModel(self)
        self._pictures = PictureSaver(self)
        self._countdown = Countdown(self)
        recent = RecentFolder()
        self._dialog = ExportDialog(window, recent)
        self._saving = PictureSaving(window, recent)
        self._hosts: Hosts | None = None
        self._offered: tuple[PageContent, bool] | None = None
        self._picture_error: AppError | None = None
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
        self.model.leave()
        await self._export.close()
        await self._pictures.close()

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
        row.export.clicked.connect(self._on_export)
        page.card.controls.choice_made.connect(model.choose_control)
        page.card.controls.durations_chosen.connect(self.choose_durations)
        page.card.noted.connect(screen.notes.show_note_of_picture)
        page.selection_changed.connect(model.select)
        page.card.strip.retried.connect(model.refresh)
        page.card.empty.action_chosen.connect(self._on_empty_action)
        page.copy_picture_requested.connect(self._on_copy_picture)
        page.save_picture_requested.connect(self._on_save_picture_as)
        page.stepped.connect(model.step)
        page.table.tree.menu_requested.connect(self._on_table_menu)
        screen.status.cancel.clicked.connect(model.cancel)
        screen.suggestions.taken.connect(self._suggestions.take)
        screen.suggestions.declined.connect(self._suggestions.decline)
        self._look.theme_changed.connect(self._on_theme_changed)

    def _connect_saving(self) -> None:
        self._export.changed.connect(self._dialog.show_state)
        self._dialog.file_format_chosen.connect(self._export.choose_file_format)
        self._dialog.file_format_chosen.connect(self.file_format_chosen)
        self._dialog.path_chosen.connect(self._export.save)
        self._saving.path_chosen.connect(self._on_picture_place)
        self._pictures.changed.connect(self._saving.show_state)
        self._pictures.changed.connect(self._on_picture_changed)

    def _connect_actions(self) -> None:
        model, action = self.model, self._window.action
        action("action_refresh").triggered.connect(model.refresh)
        action("action_export_csv").triggered.connect(self._on_export)
        for kind in PictureKind:
            action(f"action_save_{kind}").triggered.connect(
                partial(self._on_save_picture_as, kind.value)
            )
        action("action_copy_picture").triggered.connect(self._on_copy_picture)
        action("action_swap_axes").triggered.connect(model.turn)
        # One action a shortcut: that of the menu.
        self._screen.page.filter_action.setShortcuts([])
        action("action_filter").triggered.connect(
            self._screen.page.filter_action.trigger
        )
        action("action_previous_period").triggered.connect(self._on_previous)
        action("action_next_period").triggered.connect(self._on_next)
        action("action_current_period").triggered.connect(model.reset_period)
        for place, page in enumerate(PAGES, 1):
            shortcut = f"Ctrl+{place}" if place <= _MOST_KEYS else ""
            one = self._window.add_page_action(page.key, page.title, shortcut)
            one.triggered.connect(partial(model.choose_page, page.key))
        self._screen.pages.page_chosen.connect(model.choose_page)
        self._menus = ViewMenus(self._window.view_menu)
        self._menus.choice_made.connect(model.choose_control)
        self._menus.durations_chosen.connect(self.choose_durations)

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
        self._menus.show_state(shown)
        screen.status.show_state(self._status())
        self._countdown.follow(waiting=state.waiting)
        screen.sample.show_state(self.sample)
        screen.pages.show_state(PageListState(_PAGES, state.page_key))
        ready = state.content is not None
        for name in ("export_csv", *_PICTURE_ACTIONS, "copy_picture", "swap_axes"):
            self._window.action(f"action_{name}").setEnabled(ready)
        swap = self._window.action("action_swap_axes")
        swap.setText(pickers.swap)
        swap.setVisible(bool(pickers.swap))

    @Slot()
    def _on_second(self) -> None:
        self._screen.status.show_state(self._status())

    def _status(self) -> "StatusState":
        state, account = self.model.state, self.account_title
        if state.profile is not None and not self.says_who:
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

    @Slot(object)
    def _on_table_menu(self, menu: TableMenu) -> None:
        content = self.model.state.content
        if content is None or menu.mark is None:
            return
        only = NO_SELECTION.clicked(menu.mark, None, add=False)
        menu.add_only(partial(self.model.select, only))
        narrowed = content.narrowed_to(menu.mark)
        address = self._hosts and web_page(self._hosts, content.query, narrowed)
        if address:
            menu.add_web(partial(QDesktopServices.openUrl, QUrl(address)))

    @Slot()
    def _on_export(self) -> None:
        state = self.model.state
        if state.content is not None:
            system = QLocale.system()
            # A program that a desktop started may have no region in its environment.
            region = region_named(os.environ) or system.name()
            signs = regional_signs(region, system.decimalPoint())
            self._export.offer(
                state.content, self.file_format, signs, sample=self.sample
            )
            self._dialog.start()

    @Slot(str)
    def _on_save_picture_as(self, suffix: str, *_: object) -> None:
        content = self.model.state.content
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
            self._say(f"saved {named(state.saved.name)}")
        elif state.copied is not None:
            self._say("copied the picture")

    def _say(self, words: str) -> None:
        status = self._status()
        fetched = " · ".join(part for part in (status.fetched, words) if part)
        self._screen.status.show_state(replace(status, fetched=fetched))

    @Slot()
    def _on_copy_picture(self) -> None:
        content = self.model.state.content
        if content is not None:
            self._pictures.copy_picture(content, sample=self.sample)
