"""How a line of the table looks: arrow, swatch, name, time, share."""

from typing import Final

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from clockify_desktop.charts.series_colors import series_colors
from clockify_desktop.charts.theme import Theme
from clockify_desktop.domain.matrix import Label
from clockify_desktop.ui.look import palette as roles
from clockify_desktop.ui.look.one_line import draw_line
from clockify_desktop.ui.report.swatches import SWATCH_PX, draw_swatch
from clockify_desktop.ui.report.table_model import COLOR_ROLE
from clockify_desktop.viewmodels.report_table import Column

TALLER_PX: Final = 12
SIDE_PX: Final = 12
ARROW_PX: Final = 14
_INDENT_PX: Final = 30
_GAP: Final = 7
_RIGHT: Final = (
    Qt.AlignmentFlag.AlignRight
    | Qt.AlignmentFlag.AlignAbsolute
    | Qt.AlignmentFlag.AlignVCenter
    | Qt.TextFlag.TextSingleLine
)
_Index = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag


class TableDelegate(QStyledItemDelegate):
    """Draws the cells; the view draws what lies below whole lines."""

    def __init__(self, theme: Theme, parent: QStyledItemDelegate | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns: tuple[Label, ...] = ()
        self._colors: tuple[str, ...] = ()

    def use_colors(self, columns: tuple[Label, ...], theme: Theme) -> None:
        """Take the colours that the picture has.

        Args:
            columns: Of the picture.
            theme: Of both.
        """
        self._theme = theme
        self._columns = columns
        self._colors = series_colors(columns, theme)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Make every line equally high."""
        del index
        return QSize(0, option.fontMetrics.height() + TALLER_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        """Draw one cell."""
        painter.save()
        is_part = index.parent().isValid()
        text, place = index.data(), QRect(option.rect)
        if index.column() == Column.NAME:
            painter.setPen(option.palette.color(roles.QUIET if is_part else roles.TEXT))
            self._draw_name(painter, option, index, is_part=is_part)
        else:
            quiet = index.column() == Column.SHARE
            painter.setPen(option.palette.color(roles.QUIET if quiet else roles.TEXT))
            painter.setFont(option.font)
            painter.drawText(place.adjusted(0, 0, -SIDE_PX, 0), _RIGHT, text)
        painter.restore()

    def _draw_name(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: _Index,
        *,
        is_part: bool,
    ) -> None:
        whole, direction = option.rect, option.direction
        room = QRect(whole)
        if not is_part:
            arrow = QRect(whole.left() + SIDE_PX, whole.top(), 8, whole.height())
            if option.state & _State.State_Children:
                is_open = bool(option.state & _State.State_Open)
                place = QStyle.visualRect(direction, whole, arrow)
                _draw_arrow(painter, place, is_open=is_open)
            room.setLeft(whole.left() + SIDE_PX + ARROW_PX)
        else:
            left = whole.left() + _INDENT_PX
            top = whole.top() + (whole.height() - SWATCH_PX) // 2
            color = index.data(COLOR_ROLE)
            place = QStyle.visualRect(
                direction, whole, QRect(left, top, SWATCH_PX, SWATCH_PX)
            )
            kind = self._columns[color].kind
            draw_swatch(painter, place, kind, self._colors[color], self._theme)
            room.setLeft(left + SWATCH_PX + _GAP)
        painter.setFont(option.font)
        place = QStyle.visualRect(direction, whole, room)
        draw_line(painter, place, index.data(), direction)


def _draw_arrow(painter: QPainter, place: QRect, *, is_open: bool) -> None:
    """Draw a filled arrow to the right, or downwards, in the colour of the pen."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(painter.pen().color())
    painter.setPen(Qt.PenStyle.NoPen)
    middle = QPointF(place.center()) + QPointF(0.5, 0.5)
    corners = (
        (QPointF(-4, -2.5), QPointF(4, -2.5), QPointF(0, 3))
        if is_open
        else (QPointF(-2.5, -4), QPointF(3, 0), QPointF(-2.5, 4))
    )
    painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))
    painter.restore()
