"""The narrow list of the pages there are, with how much is to do on each."""

from typing import Final

from PySide6.QtCore import (
    QMargins,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QAccessible,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QRegion,
)
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from clockify_desktop.domain.showable import showable
from clockify_desktop.translation import tr
from clockify_desktop.ui.look import palette as roles
from clockify_desktop.ui.look.drawing import badge_font, draw_line
from clockify_desktop.viewmodels.page_state import PageEntry, PageListState

_WIDTH_PX: Final = 220
_NAME_PX: Final = 15
"""Where a name begins that the style draws: its padding and margin."""
_MOST_TO_DO: Final = 999
"""Numbers up to it never cover a name."""
_TO_RULE_PX: Final = 6
"""From the page that stands apart to the line below it, and from there on."""
_SIDE_PX: Final = 12
_BADGE_SIDE_PX: Final = 7
_BETWEEN_PX: Final = 5
_TICK: Final = "\N{CHECK MARK}"
_SPOKEN: Final = Qt.ItemDataRole.AccessibleTextRole


class _PageDelegate(QStyledItemDelegate):
    """Draws a page, how much is to do on it, and a line below one that stands apart."""

    def __init__(self, pages: "PageList") -> None:
        super().__init__(pages)
        self._pages = pages

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if not self._pages.painted.intersects(option.rect):
            # Qt draws all rows between those that changed.
            return
        page = self._pages.shown[index.row()]
        if page.is_apart:
            y = option.rect.bottom() - _TO_RULE_PX
            line = QRect(option.rect.left(), y, option.rect.width(), 1)
            margins = QMargins(_SIDE_PX, 0, _SIDE_PX, 0)
            color = option.palette.color(roles.LINE)
            painter.fillRect(line.marginsRemoved(margins), color)
            option.rect = option.rect.adjusted(0, 0, 0, -2 * _TO_RULE_PX)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            super().paint(painter, option, index)
        else:
            self._paint_name(painter, option, page)
        self._paint_beside(painter, option, page)
        painter.restore()

    def _paint_name(
        self, painter: QPainter, option: QStyleOptionViewItem, page: PageEntry
    ) -> None:
        """Draw a name on the ground alone, in a fifth of what Qt's style takes."""
        painter.setFont(self._pages.font())
        enabled = option.state & QStyle.StateFlag.State_Enabled
        role = roles.TEXT if enabled else roles.QUIET
        painter.setPen(option.palette.color(role))
        place = option.rect.adjusted(_NAME_PX, -1, -_NAME_PX, -1)
        draw_line(painter, place, showable(page.name), option.direction, fits=True)

    def _paint_beside(
        self, painter: QPainter, option: QStyleOptionViewItem, page: PageEntry
    ) -> None:
        left = option.rect.right() + 1 - _SIDE_PX
        if page.count:
            count, font = str(page.count), self._pages.badge_font
            size = _badge_size(font, count)
            left -= size.width()
            badge, radius = _in_line(option, left, size), size.height() / 2
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(option.palette.color(roles.WARNING_GROUND))
            painter.drawRoundedRect(badge, radius, radius)
            painter.setPen(option.palette.color(roles.WARNING))
            painter.setFont(font)
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, count)
            left -= _BETWEEN_PX
        if page.looked_at:
            font = self._pages.font()
            width = QFontMetrics(font).horizontalAdvance(_TICK)
            tick = _in_line(option, left - width, QSize(width, option.rect.height()))
            painter.setPen(option.palette.color(roles.QUIET))
            painter.setFont(font)
            painter.drawText(tick, Qt.AlignmentFlag.AlignCenter, _TICK)


def _badge_size(font: QFont, count: str) -> QSize:
    metrics = QFontMetrics(font)
    width = metrics.horizontalAdvance(count) + 2 * _BADGE_SIDE_PX
    return QSize(width, metrics.height() + 2)


def _in_line(option: QStyleOptionViewItem, left: int, size: QSize) -> QRect:
    """Give the place at the middle of the height of a row, mirrored where it is."""
    top = option.rect.top() + (option.rect.height() - size.height()) // 2
    place = QRect(QPoint(left, top), size)
    return QStyle.visualRect(option.direction, option.rect, place)


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
        self.setItemDelegate(_PageDelegate(self))
        self.badge_font = badge_font(self.font())
        self._keys: tuple[str, ...] = ()
        self.shown: tuple[PageEntry, ...] = ()
        self.painted = QRegion()
        # The row that is bold, and the font of the others.
        self._bold = -1, QFont()

    def show_state(self, state: PageListState) -> None:
        """Show the pages."""
        with QSignalBlocker(self):
            before, self.shown = self.shown, state.pages
            keys = tuple(page.key for page in state.pages)
            if keys != self._keys:
                self._keys, before, self._bold = keys, (), (-1, QFont())
                self.setFixedWidth(self._needed_px(state))
                self.clear()
                for page in state.pages:
                    item = QListWidgetItem(page.name, self)
                    item.setData(Qt.ItemDataRole.UserRole, page.key)
                    height = self.fontMetrics().height() + 18
                    height += 2 * _TO_RULE_PX if page.is_apart else 0
                    item.setSizeHint(QSize(0, height))
            self._choose(self._keys.index(state.chosen))
            for place, page in enumerate(state.pages):
                if before and page == before[place]:
                    continue
                to_do = tr("{number} to do", number=page.count) if page.count else ""
                done = tr("looked at") if page.looked_at else ""
                said = ", ".join(filter(None, (page.name, to_do, done)))
                self._say(self.item(place), said)
                self.update(self.indexFromItem(self.item(place)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let the delegate know what is to be painted."""
        self.painted = event.region()
        super().paintEvent(event)

    def _needed_px(self, state: PageListState) -> int:
        """Give room to each name, bold, whatever language it is in."""
        bold = QFont(self.font())
        bold.setBold(True)
        measure = QFontMetrics(bold).horizontalAdvance
        names_px = max((measure(page.name) for page in state.pages), default=0)
        badge_px = _badge_size(self.badge_font, str(_MOST_TO_DO)).width()
        beside_px = self.fontMetrics().horizontalAdvance(_TICK) + badge_px
        around_px = _NAME_PX + 2 * _BETWEEN_PX + _SIDE_PX
        return max(_WIDTH_PX, names_px + beside_px + around_px)

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

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_current_changed(self, current: QListWidgetItem | None) -> None:
        if current is not None:
            self.page_chosen.emit(current.data(Qt.ItemDataRole.UserRole))
