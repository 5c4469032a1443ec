"""The narrow list of the pages there are, with how much is to do on each."""

from typing import Final

from PySide6.QtCore import (
    QMargins,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QAccessible, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from clockify_desktop.translation import tr
from clockify_desktop.ui.labels import PlainLabel, line_label, show_text
from clockify_desktop.ui.layouts import STRETCH, row
from clockify_desktop.ui.look import palette as roles
from clockify_desktop.viewmodels.page_state import PageEntry, PageListState

_WIDTH_PX: Final = 220
_BESIDE_PX: Final = 74
"""Around a name: the edges, a tick and how much is to do."""
_TO_RULE_PX: Final = 6
"""From the page that stands apart to the line below it, and from there on."""
_SIDE_PX: Final = 12
_TICK: Final = "\N{CHECK MARK}"
_SPOKEN: Final = Qt.ItemDataRole.AccessibleTextRole


class _PageDelegate(QStyledItemDelegate):
    """Draws a line below a page that stands apart."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        y = option.rect.bottom() - _TO_RULE_PX
        line = QRect(option.rect.left(), y, option.rect.width(), 1)
        margins = QMargins(_SIDE_PX, 0, _SIDE_PX, 0)
        color = option.palette.color(roles.LINE)
        painter.fillRect(line.marginsRemoved(margins), color)
        option.rect = option.rect.adjusted(0, 0, 0, -2 * _TO_RULE_PX)
        super().paint(painter, option, index)


class PageList(QListWidget):
    """Pages by name; the arrows move the choice."""

    # A key.
    page_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("page_list")
        self.setAccessibleName(tr("Pages"))
        self.setProperty("role", "pages")
        self.setFixedWidth(_WIDTH_PX)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._on_current_changed)
        # Python is called for those rows alone that are not drawn as all are.
        self._apart = _PageDelegate(self)
        self._keys: tuple[str, ...] = ()
        self._shown: tuple[PageEntry, ...] = ()
        # The row that is bold, and the font of the others.
        self._bold = -1, QFont()
        self._badges: list[PlainLabel] = []
        self._ticks: list[PlainLabel] = []

    def show_state(self, state: PageListState) -> None:
        """Show the pages."""
        with QSignalBlocker(self):
            keys = tuple(page.key for page in state.pages)
            if keys != self._keys:
                self._keys, self._shown, self._bold = keys, (), (-1, QFont())
                self.setFixedWidth(self._needed_px(state))
                self.clear()
                self._badges.clear()
                self._ticks.clear()
                for place, page in enumerate(state.pages):
                    delegate = self._apart if page.is_apart else self.itemDelegate()
                    self.setItemDelegateForRow(place, delegate)
                    item = QListWidgetItem(page.name, self)
                    item.setData(Qt.ItemDataRole.UserRole, page.key)
                    height = self.fontMetrics().height() + 18
                    height += 2 * _TO_RULE_PX if page.is_apart else 0
                    item.setSizeHint(QSize(0, height))
                    self._add_beside(item)
            self._choose(self._keys.index(state.chosen))
            before, self._shown = self._shown, state.pages
            for place, page in enumerate(state.pages):
                if before and page == before[place]:
                    continue
                to_do = str(page.count) if page.count else ""
                show_text(self._badges[place], to_do)
                show_text(self._ticks[place], _TICK if page.looked_at else "")
                said = [page.name, tr("{number} to do", number=to_do) if to_do else ""]
                said.append(tr("looked at") if page.looked_at else "")
                self._say(self.item(place), ", ".join(filter(None, said)))

    def _needed_px(self, state: PageListState) -> int:
        """Give room to each name, bold, whatever language it is in."""
        bold = QFont(self.font())
        bold.setBold(True)
        measure = QFontMetrics(bold).horizontalAdvance
        names_px = max((measure(page.name) for page in state.pages), default=0)
        return max(_WIDTH_PX, names_px + _BESIDE_PX)

    def _choose(self, chosen: int) -> None:
        if chosen != self.currentRow():
            self.setCurrentRow(chosen)
        bold = chosen, self.font()
        if bold == self._bold:
            return
        self._bold = bold
        # A style sheet cannot make an item bold.
        for place in range(self.count()):
            font = QFont(self.font())
            font.setBold(place == chosen)
            if self.item(place).font() != font:
                self.item(place).setFont(font)

    def _say(self, item: QListWidgetItem, words: str) -> None:
        # What is told of an item lays the list out anew, for words that nobody sees.
        if item.data(_SPOKEN) != words:
            blocker = QSignalBlocker(self.model())
            if QAccessible.isActive():
                blocker.unblock()
            item.setData(_SPOKEN, words)
            blocker.unblock()

    def _add_beside(self, item: QListWidgetItem) -> None:
        beside = QWidget(self)
        tick = line_label("", beside, "quiet", name="looked_at")
        badge = line_label("", beside, "badge", name="badge")
        row(STRETCH, tick, badge, within=beside, spacing=6)
        self.setItemWidget(item, beside)
        self._badges.append(badge)
        self._ticks.append(tick)

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_current_changed(self, current: QListWidgetItem | None) -> None:
        if current is not None:
            self.page_chosen.emit(current.data(Qt.ItemDataRole.UserRole))
