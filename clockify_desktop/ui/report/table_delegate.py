"""How a line of the table looks: arrow, swatch, name, time, share."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QModelIndex,
    QObject,
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
_LEFT: Final = (
    Qt.AlignmentFlag.AlignLeft
    | Qt.AlignmentFlag.AlignAbsolute
    | Qt.AlignmentFlag.AlignVCenter
    | Qt.TextFlag.TextSingleLine
)
_OPEN: Final = QPolygonF([QPointF(-4, -2.5), QPointF(4, -2.5), QPointF(0, 3)])
_CLOSED: Final = {
    Qt.LayoutDirection.LeftToRight: QPolygonF(
        [QPointF(-2.5, -4), QPointF(3, 0), QPointF(-2.5, 4)]
    ),
    Qt.LayoutDirection.RightToLeft: QPolygonF(
        [QPointF(2.5, -4), QPointF(-3, 0), QPointF(2.5, 4)]
    ),
}
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Line:
    """What stands in a line.

    Args:
        texts: Name, time, share.
        color: For a part the column of the picture whose colour it has; ``None`` for
            a row.
        is_open: For a row whether its parts are seen; ``None`` where it has none.
    """

    texts: tuple[str, str, str]
    color: int | None = None
    is_open: bool | None = None


class TableDelegate(QStyledItemDelegate):
    """Draws whole lines: a call a cell takes three times as long.

    Args:
        theme: The colours.
        parent: The view.
    """

    def __init__(self, theme: Theme, parent: QObject) -> None:
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

    def paint_line(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        cells: Sequence[QRect],
        line: Line,
    ) -> None:
        """Draw one line.

        Args:
            painter: Where.
            option: Font, palette and direction.
            cells: The place of each column.
            line: What stands in it.
        """
        palette, direction = option.palette, option.direction
        mirrored = direction is Qt.LayoutDirection.RightToLeft
        side, shift = (_LEFT, SIDE_PX) if mirrored else (_RIGHT, -SIDE_PX)
        text, quiet = palette.color(roles.TEXT), palette.color(roles.QUIET)
        painter.setFont(option.font)
        painter.setPen(text)
        time = cells[Column.TIME].translated(shift, 0)
        painter.drawText(time, side, line.texts[Column.TIME])
        painter.setPen(quiet)
        share = cells[Column.SHARE].translated(shift, 0)
        painter.drawText(share, side, line.texts[Column.SHARE])
        painter.setPen(text if line.color is None else quiet)
        whole = cells[Column.NAME]
        room = self._draw_sign(painter, whole, direction, line)
        place = QStyle.visualRect(direction, whole, room)
        draw_line(painter, place, line.texts[Column.NAME], direction)

    def _draw_sign(
        self,
        painter: QPainter,
        whole: QRect,
        direction: Qt.LayoutDirection,
        line: Line,
    ) -> QRect:
        """Draw the arrow or the swatch, and give the room that is left."""
        room = QRect(whole)
        if line.color is None:
            room.setLeft(whole.left() + SIDE_PX + ARROW_PX)
            if line.is_open is not None:
                arrow = QRect(whole.left() + SIDE_PX, whole.top(), 8, whole.height())
                place = QStyle.visualRect(direction, whole, arrow)
                _draw_arrow(
                    painter, place, _OPEN if line.is_open else _CLOSED[direction]
                )
            return room
        left = whole.left() + _INDENT_PX
        top = whole.top() + (whole.height() - SWATCH_PX) // 2
        square = QRect(left, top, SWATCH_PX, SWATCH_PX)
        place = QStyle.visualRect(direction, whole, square)
        kind = self._columns[line.color].kind
        draw_swatch(painter, place, kind, self._colors[line.color], self._theme)
        room.setLeft(left + SWATCH_PX + _GAP)
        return room


def _draw_arrow(painter: QPainter, place: QRect, shape: QPolygonF) -> None:
    """Draw a filled arrow in the colour of the pen."""
    pen = painter.pen()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(pen.color())
    painter.setPen(Qt.PenStyle.NoPen)
    middle = QPointF(place.center()) + QPointF(0.5, 0.5)
    painter.drawPolygon(shape.translated(middle))
    painter.setPen(pen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
