"""How a row of a picker's list looks: box, swatch, name, quiet remark."""

from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from clockify_desktop.domain.showable import Showable
from clockify_desktop.ui.look import palette as roles
from clockify_desktop.ui.look.check_mark import BOX_PX, draw_check
from clockify_desktop.ui.look.drawing import bold_font, draw_line, width_of
from clockify_desktop.ui.pickers.check_list_model import ROW_ROLE, ModelIndex
from clockify_desktop.ui.pickers.rows import Row

_ROW_TALLER: Final = 12
_SIDE: Final = 6
_GAP: Final = 8
_INDENT: Final = 14
_SWATCH: Final = 11
# A name keeps at least so much of the room, in percent, beside a long remark.
_NAME_SHARE: Final = 55
CHECK_KEYS: Final = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class RowDelegate(QStyledItemDelegate):
    """Draws rows, and sets a box by a click anywhere in its row or by the space bar."""

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        """Make every row equally high."""
        del index
        return QSize(0, option.fontMetrics.height() + _ROW_TALLER)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: ModelIndex,
    ) -> bool:
        """Ask for the other state of the box; a box that is partly set is set."""
        del option
        if not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        pressed = isinstance(event, QKeyEvent) and event.key() in CHECK_KEYS
        if not pressed and event.type() != QEvent.Type.MouseButtonRelease:
            return False
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        wanted = (
            Qt.CheckState.Unchecked
            if state is Qt.CheckState.Checked
            else Qt.CheckState.Checked
        )
        return model.setData(index, wanted, Qt.ItemDataRole.CheckStateRole)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex
    ) -> None:
        """Draw one row, from its leading end to the other."""
        row: Row = index.data(ROW_ROLE)
        painter.save()
        self._draw_ground(painter, option)
        whole, direction = option.rect, option.direction
        left = whole.left() + _SIDE + (_INDENT if row.indented else 0)
        if row.ids:
            top = whole.top() + (whole.height() - BOX_PX) // 2
            box = QRect(left, top, BOX_PX, BOX_PX)
            draw_check(
                painter,
                QStyle.visualRect(direction, whole, box),
                index.data(Qt.ItemDataRole.CheckStateRole),
                option.palette,
            )
            left += BOX_PX + _GAP
        if row.swatch is not None:
            top = whole.top() + (whole.height() - _SWATCH) // 2
            place = QRect(left, top, _SWATCH, _SWATCH)
            self._draw_swatch(
                painter, QStyle.visualRect(direction, whole, place), row.swatch
            )
            left += _SWATCH + _GAP
        room = QRect(whole)
        room.setLeft(left)
        room.setRight(whole.right() - _SIDE)
        self._draw_texts(painter, option, room, row)
        painter.restore()

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        state, flag = option.state, QStyle.StateFlag
        current = bool(state & flag.State_HasFocus)
        if not current and not state & flag.State_MouseOver:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = option.palette
        painter.setBrush(palette.color(roles.CHOSEN))
        pen = QPen(palette.color(roles.ACCENT), 1.0)
        painter.setPen(pen if current else Qt.PenStyle.NoPen)
        place = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(place, 5, 5)

    def _draw_swatch(self, painter: QPainter, place: QRect, color: str) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(color))
        painter.drawRoundedRect(place, 2.5, 2.5)

    def _draw_texts(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, row: Row
    ) -> None:
        is_bold = row.heading or row.current
        font = bold_font(option.font) if is_bold else option.font
        name_px, remark_px = share(
            room.width(),
            width_of(row.text, QFontMetrics(font), room.width()),
            width_of(row.remark, option.fontMetrics, room.width()),
        )
        color = roles.ACCENT if row.current else roles.TEXT
        if row.heading and not row.ids:
            color = roles.QUIET
        painter.setFont(font)
        painter.setPen(option.palette.color(color))
        _write(
            painter,
            option,
            QRect(room.topLeft(), QSize(name_px, room.height())),
            row.text,
        )
        if remark_px > 0:
            room.setLeft(room.left() + name_px + _GAP)
            painter.setFont(option.font)
            painter.setPen(option.palette.color(roles.QUIET))
            _write(painter, option, room, row.remark)


def share(room: int, name: int, remark: int) -> tuple[int, int]:
    """Share the room, gap included, between a name and its remark; all in pixels."""
    if not remark:
        return min(name, room), 0
    if name + _GAP + remark > room:
        remark = min(remark, max(room - name, room - room * _NAME_SHARE // 100) - _GAP)
    return min(name, room - remark - _GAP), remark


def _write(
    painter: QPainter, option: QStyleOptionViewItem, place: QRect, text: Showable
) -> None:
    place = QStyle.visualRect(option.direction, option.rect, place)
    draw_line(painter, place, text, option.direction)
