"""The panel of a picker of many: search, all / none / invert, the list."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from PySide6.QtWidgets import QAbstractButton, QFrame, QWidget

from clockify_desktop.translation import tr, tr_context
from clockify_desktop.ui.labels import line_label
from clockify_desktop.ui.layouts import STRETCH, column, row
from clockify_desktop.ui.look.button import Button
from clockify_desktop.ui.pickers.check_list_model import CheckListModel
from clockify_desktop.ui.pickers.pick_list import PickList, SearchField
from clockify_desktop.ui.pickers.popup_panel import PopupPanel

_WIDTH: Final = 430
_ALL: Final = tr_context("people or projects", "All")
_NONE: Final = tr_context("people or projects", "None")


@dataclass(frozen=True, slots=True)
class PanelWords:
    """What a panel lists, such as ``people``, and its words when nothing is found."""

    many: str
    head: str
    choose: str
    search: str
    nothing: str


class MultiPanel(PopupPanel):
    """Shows rows with boxes; the picker, its parent, connects to its parts."""

    def __init__(self, words: PanelWords, button: QWidget) -> None:
        super().__init__(words.choose, button)
        self.setFixedWidth(_WIDTH)
        self._words = words
        self.model = CheckListModel(self)
        name = button.objectName()
        self.list = PickList(
            f"{name}_list", words.head, words.nothing, self.model, self
        )
        self.search = SearchField(f"{name}_search", words.search, self.list, self.model)
        self.filters = column(spacing=8)
        self.all, self.none = self._link(_ALL), self._link(_NONE)
        self.invert, self.only = self._link(tr("Invert")), self._link(tr("Only these"))
        self._links = (self.all, self.none, self.invert, self.only)
        self._note = QFrame(self)
        self._note.setProperty("role", "note")
        self._news = line_label("", self._note)
        self.add_new = self._link(tr("Add"))
        news = self._news, 1
        row(news, self.add_new, within=self._note, margins=(10, 4, 6, 4))
        self._note.hide()
        self.counted = line_label("", self, "quiet")
        links = row(*self._links, STRETCH, spacing=4)
        self.fill(self.search, self.filters, links, self._note, self.list, self.counted)

    def _link(self, text: str) -> Button:
        button = Button(text, self)
        button.setProperty("role", "link")
        button.setAccessibleName(f"{text}, {self._words.many}")
        return button

    def set_tab_order(self) -> None:
        """Let the Tab key go from top to bottom, once everything is there."""
        filters = [
            one
            for one in self.findChildren(QAbstractButton)
            if one not in self._links and one is not self.add_new
        ]
        order = [self.search, *filters, *self._links, self.add_new, self.list]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def show_news(self, news: str) -> None:
        """Announce those who are new and not shown; empty where nobody is."""
        self._news.setText(news)
        self.add_new.setAccessibleName(tr("{people} \N{EN DASH} Add", people=news))
        self._note.setVisible(bool(news))

    def show_narrowed(self, *, narrowed: bool) -> None:
        """Say whether the buttons above the list concern only those who are found."""
        self.all.setText(tr("All of these") if narrowed else _ALL)
        self.none.setText(tr("None of these") if narrowed else _NONE)
        self.only.setVisible(narrowed)
        for button in self._links:
            button.setAccessibleName(f"{button.text()}, {self._words.many}")
            button.setEnabled(bool(self.model.rows))

    def open_to_search(self) -> None:
        """Open at the top of the list, with the keyboard in the search field."""
        self.list.setCurrentIndex(self.list.rootIndex())
        self.list.scrollToTop()
        self.list.fit_rows()
        self.open_with(self.search)
