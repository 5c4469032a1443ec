"""A menu of a few words, of which one is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from clockify_desktop.domain.showable import showable
from clockify_desktop.ui.labels import add_entry, say_in_entry
from clockify_desktop.ui.menu_keys import numbered

Choices = Sequence[tuple[str, str]]
"""Keys and words."""


class ChoiceMenu(QMenu):
    """Tells what was chosen by its key."""

    key_chosen = Signal(str)

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._group = QActionGroup(self)
        self._choices: tuple[tuple[str, str], ...] = ()
        self._letter: str | None = None
        # The choices and the key; not known while a person's own choice is marked.
        self._shown: tuple[tuple[tuple[str, str], ...], str] | None = None
        self.triggered.connect(self._on_triggered)

    def show_choices(
        self, choices: Choices, key: str, letter: str | None = None
    ) -> None:
        """Show what can be chosen, and what is.

        The keys have that letter, see ``menu_keys``; ``None`` for a menu without keys.
        """
        shown = tuple(choices), key
        if shown == self._shown and letter == self._letter:
            return
        self._shown = shown
        before, self._choices = self._choices, tuple(choices)
        keys = [one for one, _ in before]
        if [one for one, _ in self._choices] == keys and letter == self._letter:
            # Of the same choices most weeks say something else, such as a count.
            for action, (_, words) in zip(self.actions(), self._choices, strict=True):
                say_in_entry(action, showable(words))
        else:
            self._letter = letter
            self.clear()
            for place, (one, words) in enumerate(self._choices, 1):
                action = add_entry(self, showable(words))
                action.setCheckable(True)
                action.setData(one)
                if letter is not None:
                    action.setShortcuts(numbered(letter, place))
                self._group.addAction(action)
        for action in self.actions():
            action.setChecked(action.data() == key)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self._shown = None
        self.key_chosen.emit(action.data())
