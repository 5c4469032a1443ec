"""How a line of the table looks: arrow, swatch, name, time, share."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPalette, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from clockify_desktop.charts.series_colors import series_colors
from clockify_desktop.charts.theme import Theme
from clockify_desktop.domain.matrix import Label
from clockify_desktop.ui.look import palette as roles
from clockify_desktop.ui.look.drawing import draw_line
from clockify_desktop.ui.report.swatches import SWATCH_PX, draw_swatch
from clockify_desktop.viewmodels.report_table import Column

TALLER_PX: Final = 12
SIDE_PX: Final = 12
ARROW_PX: Final = 14
# The arrows are eight pixels wide; this is the middle of one.
_TO_ARROW_PX: Final = SIDE_PX + 3.5
_INDENT_PX: Final = 30
_BEFORE_PART_PX: Final = _INDENT_PX + SWATCH_PX + 7
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
    """A line that is to be drawn.

    Args:
        place: From the left to the right end of the view.
        texts: Name, time, share.
        color: For a part the column of the picture whose colour it has; ``None`` for
            a row.
        is_open: For a row whether its parts are seen; ``None`` where it has none.
        is_marked: It is chosen, or the pointer is on it.
        is_current: The keyboard is on it.
    """

    place: QRect
    texts: tuple[str, str, str]
    color: int | None = None
    is_open: bool | None = None
    is_marked: bool = False
    is_current: bool = False


class TableDelegate(QStyledItemDelegate):
    """Draws all lines at once: a call a line takes twice as long, one a cell more.

    Args:
        theme: The colours.
        parent: The view.
    """

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns: tuple[Label, ...] = ()

    def use_colors(self, columns: tuple[Label, ...], theme: Theme) -> None:
        """Take the colours that the picture has.

        Args:
            columns: Of the picture.
            theme: Of both.
        """
        self._theme = theme
        self._columns = columns

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Make every line equally high."""
        del index
        return QSize(0, option.fontMetrics.height() + TALLER_PX)

    def paint_lines(
        self,
        painter: QPainter,
        palette: QPalette,
        direction: Qt.LayoutDirection,
        columns: Sequence[tuple[int, int]],
        lines: Sequence[Line],
    ) -> None:
        """Draw lines, everything of one colour after the other.

        Args:
            painter: Where, with the font of the view.
            palette: Its colours.
            direction: Of the view.
            columns: Left and width of each column, pixels.
            lines: What is in view.
        """
        rows = [line for line in lines if line.color is None]
        parts = [line for line in lines if line.color is not None]
        text, quiet = palette.color(roles.TEXT), palette.color(roles.QUIET)
        # Also where the view is mirrored: a share begins with its number.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        _draw_grounds(painter, palette, lines)
        mirrored = direction is Qt.LayoutDirection.RightToLeft
        side, shift = (_LEFT, SIDE_PX) if mirrored else (_RIGHT, -SIDE_PX)
        for column, color in ((Column.TIME, text), (Column.SHARE, quiet)):
            painter.setPen(color)
            left, width = columns[column]
            for line in lines:
                place = line.place
                cell = QRect(left + shift, place.top(), width, place.height())
                painter.drawText(cell, side, line.texts[column])
        name = columns[Column.NAME]
        painter.setPen(quiet)
        self._draw_swatches(painter, direction, name, parts)
        _draw_names(painter, direction, name, parts, _BEFORE_PART_PX)
        painter.setPen(text)
        _draw_names(painter, direction, name, rows, SIDE_PX + ARROW_PX)
        _draw_arrows(painter, direction, name, rows)
        painter.setPen(palette.color(roles.ACCENT))
        for line in lines:
            if line.is_current:
                painter.drawRect(line.place.adjusted(0, 0, -2, -1))

    def _draw_swatches(
        self,
        painter: QPainter,
        direction: Qt.LayoutDirection,
        column: tuple[int, int],
        parts: Sequence[Line],
    ) -> None:
        # Rows are without colours, and most of what is seen are rows.
        colors = series_colors(self._columns, self._theme) if parts else ()
        for line in parts:
            if line.color is not None:
                whole = _cell(column, line)
                down = (whole.height() - SWATCH_PX) // 2
                corner = whole.topLeft() + QPoint(_INDENT_PX, down)
                square = QRect(corner, QSize(SWATCH_PX, SWATCH_PX))
                place = QStyle.visualRect(direction, whole, square)
                kind = self._columns[line.color].kind
                draw_swatch(painter, place, kind, colors[line.color], self._theme)


def _cell(column: tuple[int, int], line: Line) -> QRect:
    left, width = column
    return QRect(left, line.place.top(), width, line.place.height())


def _draw_grounds(painter: QPainter, palette: QPalette, lines: Sequence[Line]) -> None:
    """Draw what is marked, and what parts the rows."""
    chosen = palette.color(roles.CHOSEN)
    for line in lines:
        if line.is_marked:
            painter.fillRect(line.place, chosen)
    painter.setPen(palette.color(roles.LINE))
    for line in lines:
        if line.color is None:
            painter.drawLine(line.place.topLeft(), line.place.topRight())


def _draw_names(
    painter: QPainter,
    direction: Qt.LayoutDirection,
    column: tuple[int, int],
    lines: Sequence[Line],
    before_px: int,
) -> None:
    left, width = column
    if direction is not Qt.LayoutDirection.RightToLeft:
        left += before_px
    for line in lines:
        place = QRect(left, line.place.top(), width - before_px, line.place.height())
        draw_line(painter, place, line.texts[Column.NAME], direction)


def _draw_arrows(
    painter: QPainter,
    direction: Qt.LayoutDirection,
    column: tuple[int, int],
    rows: Sequence[Line],
) -> None:
    """Draw filled arrows in the colour of the pen."""
    left, width = column
    mirrored = direction is Qt.LayoutDirection.RightToLeft
    x = left + width - 1 - _TO_ARROW_PX if mirrored else left + _TO_ARROW_PX
    closed = _CLOSED[direction]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(painter.pen().color())
    painter.setPen(Qt.PenStyle.NoPen)
    for line in rows:
        if line.is_open is not None:
            shape = _OPEN if line.is_open else closed
            y = line.place.center().y() + 0.5
            painter.drawPolygon(shape.translated(x, y))
    painter.restore()
