"""A menu of a few words, of which one is chosen."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from clockify_desktop.domain.showable import showable
from clockify_desktop.ui.labels import add_entry

_MOST_KEYS: Final = 9
Choices = Sequence[tuple[str, str]]
"""Keys and words."""


class ChoiceMenu(QMenu):
    """Tells what was chosen by its key."""

    key_chosen = Signal(str)

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._group = QActionGroup(self)
        self._choices: tuple[tuple[str, str], ...] = ()
        self.triggered.connect(self._on_triggered)

    def show_choices(self, choices: Choices, key: str, keys: str = "") -> None:
        """Show what can be chosen, and what is.

        With ``keys``, such as ``Alt+``, the first nine have a number behind that.
        """
        if tuple(choices) != self._choices:
            self._choices = tuple(choices)
            self.clear()
            for place, (one, words) in enumerate(self._choices, 1):
                action = add_entry(self, showable(words))
                action.setCheckable(True)
                action.setData(one)
                if keys and place <= _MOST_KEYS:
                    action.setShortcut(QKeySequence(f"{keys}{place}"))
                self._group.addAction(action)
        for action in self.actions():
            action.setChecked(action.data() == key)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.key_chosen.emit(action.data())
