"""What can be said of what is selected, as a menu with a letter each."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from clockify_desktop.translation import tr
from clockify_desktop.ui.report.finding_pane import KEYS, FindingPane

_WORDS: Final = {
    "fine": tr("Fine"),
    "ask": tr("Ask"),
    "fixed": tr("Fixed"),
    "note": tr("Write a note"),
    "question": tr("Copy question"),
    "web": tr("Open in Clockify"),
}


class FindingMenu(QMenu):
    """Its letters mean something on the page alone, while something is selected."""

    def __init__(self, pane: FindingPane, page: QWidget, parent: QWidget) -> None:
        super().__init__(tr("Selected entry"), parent)
        self.setObjectName("menu_finding")
        self._pane = pane
        do = {
            "note": pane.write_note,
            "question": pane.question.click,
            "web": pane.web.click,
        }
        for key, words in _WORDS.items():
            action = QAction(words, self)
            action.setObjectName(f"action_finding_{key}")
            action.setShortcut(QKeySequence(KEYS[key]))
            # A letter elsewhere looks for what begins with it.
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(do.get(key) or partial(self._say, key))
            self.addAction(action)
            page.addAction(action)
        self._web = self.actions()[-1]
        self.show_state(selected=False, web=False)

    def show_state(self, *, selected: bool, web: bool) -> None:
        """Offer it where something is selected, and its web page where it has one."""
        self.menuAction().setVisible(selected)
        for action in self.actions():
            action.setEnabled(selected)
        self._web.setEnabled(web)
        self._web.setVisible(web)

    def _say(self, key: str, *_: object) -> None:
        self._pane.say(key)
