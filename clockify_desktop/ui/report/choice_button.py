"""A small button that says what is chosen and opens a short menu of the others."""

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from clockify_desktop.domain.showable import showable
from clockify_desktop.ui.labels import on_a_button
from clockify_desktop.ui.look.button import Button
from clockify_desktop.ui.report.choice_menu import ChoiceMenu, Choices

ARROW: Final = " \N{BLACK DOWN-POINTING SMALL TRIANGLE}"
# As low as the segments beside it.
COMPACT: Final = """
QPushButton { padding: 4px 9px; }
QPushButton:focus { padding: 3px 8px; }
"""


class ChoiceButton(Button):
    """One of a few words."""

    key_chosen = Signal(str)

    def __init__(self, name: str, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setStyleSheet(COMPACT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._title = title
        self._choices: tuple[tuple[str, str], ...] = ()
        self._key = ""
        self.clicked.connect(self._on_clicked)

    def show_choices(self, choices: Choices, key: str, words: str = "") -> None:
        """Show what can be chosen, and what is; ``words`` in place of the chosen."""
        self._choices, self._key = tuple(choices), key
        chosen = dict(choices)[key]
        self.setText(on_a_button(showable(words or chosen)) + ARROW)
        # The words may begin with the title.
        self.setAccessibleName(f"{self._title}: {chosen}")

    @Slot()
    def _on_clicked(self) -> None:
        menu = ChoiceMenu(self._title, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.show_choices(self._choices, self._key)
        menu.key_chosen.connect(self.key_chosen)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))
