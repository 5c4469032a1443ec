"""The views in the Go menu: opened by Ctrl and a number, saved, renamed and deleted."""

from functools import partial
from string import ascii_uppercase, digits
from typing import Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from clockify_desktop.domain.level import Level
from clockify_desktop.domain.period_words import dates_in_words
from clockify_desktop.domain.presets import Preset
from clockify_desktop.domain.showable import showable, showable_name
from clockify_desktop.domain.telling_apart import joined
from clockify_desktop.store.settings import SavedView
from clockify_desktop.translation import tr, tr_context
from clockify_desktop.ui.labels import add_entry
from clockify_desktop.ui.main_window import OF_REPORTS, MainWindow
from clockify_desktop.ui.pickers.preset_grid import PRESET_WORDS
from clockify_desktop.ui.save_view_dialog import SaveViewDialog
from clockify_desktop.ui.views_dialog import ViewsDialog
from clockify_desktop.viewmodels.report import ReportViewModel
from clockify_desktop.viewmodels.report_state import ReportState
from clockify_desktop.viewmodels.saved_views import renamed, with_view, without_view

_KEYS: Final = (
    *(f"Ctrl+{one}" for one in digits[1:]),
    *(f"Ctrl+0, {one}" for one in ascii_uppercase),
)
"""Behind the ninth two keys, as there are no more numbers."""


class ViewsMenu(QObject):
    """Lists the views of the account that is open."""

    def __init__(self, window: MainWindow, model: ReportViewModel) -> None:
        super().__init__(window)
        self._window, self._model = window, model
        self._shown: tuple[SavedView, ...] | None = None
        # As they were when the last one was deleted.
        self._before: tuple[SavedView, ...] = ()
        self._menu = QMenu(tr_context("menu", "&Views"), window)
        self._menu.setObjectName("menu_views")
        self._menu.menuAction().setProperty(OF_REPORTS, True)  # noqa: FBT003 - Qt's own
        window.go_menu.addSeparator()
        window.go_menu.addMenu(self._menu)
        self._saving = SaveViewDialog(window)
        self._saving.confirmed.connect(self._on_named)
        self._dialog = ViewsDialog(window)
        self._dialog.chosen.connect(self._on_chosen)
        self._dialog.renamed.connect(self._on_renamed)
        self._dialog.deleted.connect(self._on_deleted)
        self._dialog.undone.connect(self._on_undone)
        model.changed.connect(self._on_changed)
        model.remembered.connect(self._on_changed)
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        open_ = self._window.reports_enabled and self._model.state.report is not None
        self._menu.menuAction().setEnabled(open_)
        views = self._model.views
        if views != self._shown:
            self._shown = views
            self._fill(views)
            self._dialog.show_views(tuple(view.name for view in views))

    def _fill(self, views: tuple[SavedView, ...]) -> None:
        self._menu.clear()
        for place, view in enumerate(views):
            entry = add_entry(self._menu, showable_name(view.name))
            entry.triggered.connect(partial(self._on_chosen, view.name))
            entry.setShortcut(QKeySequence("".join(_KEYS[place : place + 1])))
        self._menu.addSeparator()
        for words, name, keys, slot in (
            (tr("Save view as…"), "save_view", "Ctrl+S", self._on_save),
            (
                tr("Organise views…"),
                "organise_views",
                "Ctrl+Shift+W",
                self._dialog.open,
            ),
        ):
            entry = add_entry(self._menu, showable(words))
            entry.setObjectName(f"action_{name}")
            entry.setShortcut(QKeySequence(keys))
            entry.triggered.connect(slot)

    @Slot()
    def _on_save(self) -> None:
        names = frozenset(view.name for view in self._model.views)
        self._saving.start(_kept_in_words(self._model.state), names)

    @Slot(str)
    def _on_chosen(self, name: str, *_: object) -> None:
        for view in self._model.views:
            if view.name == name:
                self._model.open_view(view)

    @Slot(str)
    def _on_named(self, name: str) -> None:
        view = self._model.view_now(name)
        self._model.keep_views(with_view(self._model.views, view))

    @Slot(str, str)
    def _on_renamed(self, before: str, name: str) -> None:
        self._model.keep_views(renamed(self._model.views, before, name))

    @Slot(str)
    def _on_deleted(self, name: str) -> None:
        self._before = self._model.views
        self._model.keep_views(without_view(self._before, name))

    @Slot()
    def _on_undone(self) -> None:
        self._model.keep_views(self._before)


def _kept_in_words(state: ReportState) -> str:
    """Say what a view would keep: page, period, people and projects."""
    words = [state.page.title]
    choice = None if state.question is None else state.question.period_choice
    if isinstance(choice, Preset):
        words.append(PRESET_WORDS[choice])
    elif choice is not None:
        words.append(dates_in_words(choice.period))
    people, projects = state.selection.people, state.selection.projects
    words += (
        tr("everybody") if people is None else Level.USER.counted(len(people)),
        tr("all projects")
        if projects is None
        else Level.PROJECT.counted(len(projects)),
    )
    return joined(*words)
