"""The box "Needs attention": what the pages ask for, each a link to its page."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QWidget

from clockify_desktop.translation import tr
from clockify_desktop.ui.labels import line_label, link_button, show_words
from clockify_desktop.ui.layouts import column, row
from clockify_desktop.ui.steady_size import SteadyFlow, SteadyPlace
from clockify_desktop.viewmodels.page_state import PageEntry

_GAP_PX: Final = 12
_MARGINS: Final = (14, 8, 14, 8)
_LOW_MARGINS: Final = (12, 1, 12, 1)
# Of links that come and go with the weeks the widest.
_SLACK_PX: Final = 400
_ANY_PX: Final = 1 << 24


class AttentionBox(QFrame):
    """Not there where no page asks for anything."""

    # A key.
    page_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("attention_box")
        self.setProperty("role", "warning")
        within = QWidget(self)
        title = line_label(tr("Needs attention"), within, "attention")
        self.setAccessibleName(title.text())
        # By page, in the order of the pages as far as that was seen.
        self._links: dict[str, QPushButton] = {}
        flow = QWidget(within)
        self._flow = SteadyFlow(flow, gap=_GAP_PX)
        self._title = title
        self._whole = column(title, (flow, 1), within=within, spacing=2)
        self._place = SteadyPlace(within, self, _SLACK_PX)
        row(self._place, within=self)
        self._room_px, self._asked = _ANY_PX, False
        self.set_low(False)
        self.setVisible(False)

    def set_low(self, low: bool) -> None:  # noqa: FBT001 - a setter
        """Put title and links beside each other, in one line."""
        sides = QBoxLayout.Direction
        self._whole.setDirection(sides.LeftToRight if low else sides.TopToBottom)
        self._whole.setContentsMargins(*(_LOW_MARGINS if low else _MARGINS))
        self._whole.setSpacing(_GAP_PX if low else 2)
        # It is there in one line or not at all.
        self._flow.begin_anew(keeps=not low)
        if not low:
            self.set_room(_ANY_PX)

    def set_room(self, room_px: int) -> None:
        """Be there only where all of it fits into so many pixels in one line."""
        self._room_px = room_px
        self._show()

    def show_state(self, entries: tuple[PageEntry, ...]) -> None:
        """Show what the pages ask for, in the order of the pages."""
        said = {one.key: one.name for one in entries}
        if [key for key in self._links if key in said] != list(said):
            self._put_in_order(said)
        for key, link in self._links.items():
            link.setVisible(key in said)
            if said.get(key, link.text()) != link.text():
                show_words(link, said[key])
        self._asked = bool(entries)
        self._show()
        if not self.isVisible():
            # Qt tells only those in sight that something changed.
            self._place.follow()

    def _put_in_order(self, keys: Iterable[str]) -> None:
        """Keep a link a page, so that one that says the same is not written anew."""
        before = self._links
        self._links = {key: before.get(key) or self._new_link(key) for key in keys}
        self._links.update(before)
        for link in self._links.values():
            self._flow.removeWidget(link)
            self._flow.addWidget(link)

    def _new_link(self, key: str) -> QPushButton:
        link = link_button("", "attention_link", self._title.parentWidget() or self)
        link.setProperty("role", "attention")
        link.setProperty("page", key)
        link.clicked.connect(self._on_clicked)
        return link

    def _show(self) -> None:
        fits = self._room_px >= _ANY_PX or self._needed_px() <= self._room_px
        self.setVisible(self._asked and fits)

    def _needed_px(self) -> int:
        every = self._links.values()
        links = [one.sizeHint().width() for one in every if not one.isHidden()]
        needed = sum(links) + _GAP_PX * len(links) + self._title.sizeHint().width()
        return needed + 2 * _GAP_PX

    @Slot()
    def _on_clicked(self) -> None:
        self.page_chosen.emit(self.sender().property("page"))
