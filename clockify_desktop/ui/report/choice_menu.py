"""A menu of a few words, of which one is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from clockify_desktop.domain.showable import showable
from clockify_desktop.ui.labels import add_entry

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

    def show_choices(self, choices: Choices, key: str) -> None:
        """Show what can be chosen, and what is."""
        if tuple(choices) != self._choices:
            self._choices = tuple(choices)
            self.clear()
            for one, words in self._choices:
                action = add_entry(self, showable(words))
                action.setCheckable(True)
                action.setData(one)
                self._group.addAction(action)
        for action in self.actions():
            action.setChecked(action.data() == key)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.key_chosen.emit(action.data())
