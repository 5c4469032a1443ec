"""What the head of a page lets people do with what it shows: a button each."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from clockify_desktop.pages.page import PageAction
from clockify_desktop.ui.labels import push_button, show_words
from clockify_desktop.ui.layouts import row
from clockify_desktop.ui.report.choice_button import COMPACT


class PageActions(QWidget):
    """Hidden where there is nothing to be done."""

    # The key of an action.
    action_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions: tuple[PageAction, ...] = ()
        self._buttons: list[QPushButton] = []
        self._row = row(within=self, spacing=8)
        self.hide()

    def show_state(self, actions: tuple[PageAction, ...]) -> None:
        """Show what can be done."""
        if actions == self._actions:
            return
        before, self._actions = self._actions, actions
        # A new button has its style sheet read, which takes longer than a picture.
        if [one.key for one in before] != [one.key for one in actions]:
            self._make_buttons()
        for button, action in zip(self._buttons, actions, strict=True):
            show_words(button, action.words)
        self.setVisible(bool(actions))

    def _make_buttons(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = [push_button("", one.key, self) for one in self._actions]
        for button in self._buttons:
            button.setStyleSheet(COMPACT)
            button.clicked.connect(self._on_clicked)
            self._row.addWidget(button)

    @Slot()
    def _on_clicked(self) -> None:
        self.action_chosen.emit(self.sender().objectName())
