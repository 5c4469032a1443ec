"""How a page is looked at, in the View menu: what its head offers, and the hours."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMenu

from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.pages.page import Control
from clockify_desktop.ui import menu_keys
from clockify_desktop.ui.choice_words import HOUR_FORMATS, HOURS
from clockify_desktop.ui.main_window import OF_REPORTS
from clockify_desktop.ui.report.choice_menu import ChoiceMenu
from clockify_desktop.viewmodels.page_state import PageState


class ViewMenus(QObject):
    """A menu for each control of a page, of the same name, and one for hours.

    Signals:
        choice_made: The key of a control and that of the choice in it.
        durations_chosen: A ``DurationFormat``.
    """

    choice_made = Signal(str, str)
    durations_chosen = Signal(DurationFormat)

    def __init__(self, view_menu: QMenu) -> None:
        super().__init__(view_menu)
        self._within = view_menu
        self._menus: dict[str, ChoiceMenu] = {}
        view_menu.addSeparator()
        # Controls come before it, whenever a page offers others.
        self._next = view_menu.addSeparator()
        self._durations = self._added("durations", HOURS)
        self._next = self._durations.menuAction()
        self._durations.key_chosen.connect(self._on_durations)

    def show_state(self, state: PageState, *, ready: bool) -> None:
        """Show what can be chosen, and what is; where it is not ready, quietly."""
        formats = [(one.value, words) for one, words in HOUR_FORMATS.items()]
        self._durations.show_choices(formats, state.durations.value, menu_keys.HOURS)
        self._durations.menuAction().setEnabled(ready)
        offered = {one.key: one for one in state.controls}
        letters = _letters(state.controls)
        for key, control in offered.items():
            if key not in self._menus:
                self._menus[key] = self._added(key, control.title)
                self._menus[key].key_chosen.connect(self._on_key)
            self._menus[key].show_choices(control.choices, control.chosen, letters[key])
        for key, menu in self._menus.items():
            menu.menuAction().setVisible(key in offered)
            menu.menuAction().setEnabled(ready)

    def _added(self, key: str, title: str) -> ChoiceMenu:
        menu = ChoiceMenu(title, self._within)
        menu.setObjectName(f"menu_{key}")
        menu.menuAction().setProperty(OF_REPORTS, True)  # noqa: FBT003 - Qt's own
        self._within.insertMenu(self._next, menu)
        return menu

    @Slot(str)
    def _on_key(self, key: str) -> None:
        sender = self.sender()
        control = next(one for one, menu in self._menus.items() if menu is sender)
        self.choice_made.emit(control, key)

    @Slot(str)
    def _on_durations(self, key: str) -> None:
        self.durations_chosen.emit(DurationFormat(key))


def _letters(controls: tuple[Control, ...]) -> dict[str, str]:
    """Give each control its letter; what is seen side by side first needs none."""
    letters: dict[str, str] = {}
    for one in controls:
        is_first = one.side_by_side and "" not in letters.values()
        taken = menu_keys.TAKEN.union(letters.values())
        letters[one.key] = "" if is_first else menu_keys.letter_of(one.title, taken)
    return letters
