"""The panel of a picker of many: search, all / none / invert, the list."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Signal, SignalInstance, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from clockify_desktop.ui.pickers.check_list_model import CheckListModel
from clockify_desktop.ui.pickers.pick_list import PickList
from clockify_desktop.ui.pickers.popup_panel import PopupPanel
from clockify_desktop.ui.pickers.row_delegate import RowDelegate
from clockify_desktop.ui.pickers.search_field import SearchField

_WIDTH: Final = 430


@dataclass(frozen=True, slots=True)
class PanelWords:
    """What a panel says about what it lists.

    Args:
        many: Such as ``people``.
        nothing: What to say when nothing is found.
    """

    many: str
    nothing: str


class MultiPanel(PopupPanel):
    """Shows rows with boxes, and tells of what was pressed.

    Signals:
        all_clicked, none_clicked, invert_clicked, only_clicked: A button above the
            list was pressed.
        add_new_clicked: Those who are new are wanted, too.
        search_changed: Another text stands in the search field.

    Args:
        button: The picker it belongs to; also the parent.
    """

    all_clicked = Signal()
    none_clicked = Signal()
    invert_clicked = Signal()
    only_clicked = Signal()
    add_new_clicked = Signal()
    search_changed = Signal()

    def __init__(self, words: PanelWords, button: QWidget) -> None:
        super().__init__(f"Choose {words.many}", button)
        self.setFixedWidth(_WIDTH)
        self._words = words
        self.model = CheckListModel(self)
        name = button.objectName()
        self.search = SearchField(f"{name}_search", words.many, self)
        self.list = PickList(words.many.capitalize(), words.nothing, self)
        self.list.setObjectName(f"{name}_list")
        self.list.setModel(self.model)
        self.list.setItemDelegate(RowDelegate(self.list))
        self.filters = QVBoxLayout()
        self.filters.setSpacing(8)
        self.counted = QLabel(self)
        self.counted.setProperty("role", "quiet")
        self.column.addWidget(self.search)
        self.column.addLayout(self.filters)
        self.column.addLayout(self._actions())
        self.column.addWidget(self._announcement())
        self.column.addWidget(self.list)
        self.column.addWidget(self.counted)
        self.search.textChanged.connect(self._on_search_changed)
        self.search.lead_to(self.list)

    def _actions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        self._all = self._link("All", self.all_clicked)
        self._none = self._link("None", self.none_clicked)
        self._invert = self._link("Invert", self.invert_clicked)
        self._only = self._link("Only these", self.only_clicked)
        self._links = (self._all, self._none, self._invert, self._only)
        for button in self._links:
            row.addWidget(button)
        row.addStretch()
        return row

    def _link(self, text: str, signal: SignalInstance) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("role", "link")
        button.setAccessibleName(f"{text}, {self._words.many}")
        button.clicked.connect(signal)
        return button

    def _announcement(self) -> QFrame:
        self._note = QFrame(self)
        self._note.setProperty("role", "note")
        row = QHBoxLayout(self._note)
        row.setContentsMargins(10, 4, 6, 4)
        self._news = QLabel(self._note)
        row.addWidget(self._news, 1)
        self.add_new = self._link("Add", self.add_new_clicked)
        row.addWidget(self.add_new)
        self._note.hide()
        return self._note

    def order_keys(self) -> None:
        """Let the Tab key go from top to bottom, once everything is there."""
        filters = [
            one
            for one in self.findChildren(QAbstractButton)
            if one not in self._links and one is not self.add_new
        ]
        order = [self.search, *filters, *self._links, self.add_new, self.list]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def announce(self, news: str) -> None:
        """Tell of those who are new and not shown.

        Args:
            news: The words; nothing where nobody is.
        """
        self._news.setText(news)
        self.add_new.setAccessibleName(f"{news} \N{EN DASH} Add")
        self._note.setVisible(bool(news))

    def say_narrowed(self, *, narrowed: bool) -> None:
        """Say whom the buttons above the list are about.

        Args:
            narrowed: The list shows only some, and the buttons concern only those.
        """
        these = " of these" if narrowed else ""
        self._all.setText(f"All{these}")
        self._none.setText(f"None{these}")
        self._only.setVisible(narrowed)
        for button in self._links:
            button.setAccessibleName(f"{button.text()}, {self._words.many}")
            button.setEnabled(bool(self.model.rows))

    def open_to_search(self) -> None:
        """Open at the top of the list, with the keyboard in the search field."""
        self.list.setCurrentIndex(self.list.rootIndex())
        self.list.scrollToTop()
        self.list.fit_rows()
        self.open_with(self.search)

    @Slot(str)
    def _on_search_changed(self, text: str) -> None:
        self.model.search(text)
        self.search_changed.emit()
