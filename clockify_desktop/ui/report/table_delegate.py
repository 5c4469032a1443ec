"""How a line of a table looks: arrow, swatch, and a text a column."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from clockify_desktop.charts.series_colors import series_colors
from clockify_desktop.charts.theme import Theme
from clockify_desktop.pages.table import (
    EMPTY_TABLE,
    Alignment,
    TableContent,
    TableLines,
)
from clockify_desktop.ui.look import palette as roles
from clockify_desktop.ui.look.drawing import LEFT, RIGHT, draw_line
from clockify_desktop.ui.pickers.check_list_model import ModelIndex
from clockify_desktop.ui.report.swatches import SWATCH_PX, draw_swatch

TALLER_PX: Final = 12
SIDE_PX: Final = 12
ARROW_PX: Final = 14
# The arrows are eight pixels wide; this is the middle of one.
_TO_ARROW_PX: Final = SIDE_PX + 3.5
_INDENT_PX: Final = 30
_AFTER_SWATCH_PX: Final = 7
_OPEN: Final = QPolygonF([QPointF(-4, -2.5), QPointF(4, -2.5), QPointF(0, 3)])
_CLOSED: Final = {
    Qt.LayoutDirection.LeftToRight: QPolygonF(
        [QPointF(-2.5, -4), QPointF(3, 0), QPointF(-2.5, 4)]
    ),
    Qt.LayoutDirection.RightToLeft: QPolygonF(
        [QPointF(2.5, -4), QPointF(-3, 0), QPointF(2.5, 4)]
    ),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is to be drawn, by its position in ``lines``.

    ``is_open`` tells of a row whether its parts are seen, ``None`` where it has none;
    ``is_marked`` whether it is chosen or under the pointer.
    """

    place: QRect
    lines: TableLines
    position: int
    is_open: bool | None = None
    is_marked: bool = False
    is_current: bool = False


class TableDelegate(QStyledItemDelegate):
    """Draws all lines at once: a call a line takes twice as long, one a cell more."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._content = EMPTY_TABLE

    def set_content(self, content: TableContent, theme: Theme) -> None:
        """Take the table whose lines are to be drawn, and the colours of both."""
        self._content, self._theme = content, theme

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        """Make every line equally high."""
        del index
        return QSize(0, option.fontMetrics.height() + TALLER_PX)

    def paint_lines(
        self,
        painter: QPainter,
        palette: QPalette,
        direction: Qt.LayoutDirection,
        places: Sequence[tuple[int, int]],
        lines: Sequence[Line],
    ) -> None:
        """Draw lines, everything of one colour after the other.

        Of each column ``places`` holds left and width, in pixels.
        """
        content = self._content
        rows = [line for line in lines if line.lines is content]
        parts = [line for line in lines if line.lines is not content]
        # Also where the view is mirrored: a share begins with its number.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        chosen = palette.color(roles.CHOSEN)
        for line in lines:
            if line.is_marked:
                painter.fillRect(line.place, chosen)
        painter.setPen(palette.color(roles.LINE))
        for line in rows:
            painter.drawLine(line.place.topLeft(), line.place.topRight())
        row_px = SIDE_PX if content.opens is None else SIDE_PX + ARROW_PX
        for level, before_px in ((rows, row_px), (parts, _INDENT_PX)):
            if level:
                self._paint_level(painter, palette, direction, places, level, before_px)
        painter.setPen(palette.color(roles.TEXT))
        _draw_arrows(painter, direction, places, rows)
        painter.setPen(palette.color(roles.ACCENT))
        for line in lines:
            if line.is_current:
                painter.drawRect(line.place.adjusted(0, 0, -2, -1))

    def _paint_level(
        self,
        painter: QPainter,
        palette: QPalette,
        direction: Qt.LayoutDirection,
        places: Sequence[tuple[int, int]],
        level: Sequence[Line],
        before_px: int,
    ) -> None:
        """Draw rows or parts, which leave some pixels free before their first cell."""
        if level[0].lines.swatch is not None:
            self._draw_swatches(painter, direction, places[0], level, before_px)
            before_px += SWATCH_PX + _AFTER_SWATCH_PX
        text, quiet = palette.color(roles.TEXT), palette.color(roles.QUIET)
        mirrored = direction is Qt.LayoutDirection.RightToLeft
        side, shift_px = (LEFT, SIDE_PX) if mirrored else (RIGHT, -SIDE_PX)
        texts = [line.lines.texts(line.position) for line in level]
        for at, column in enumerate(level[0].lines.columns):
            painter.setPen(quiet if column.quiet else text)
            left, width = places[at]
            if column.alignment is Alignment.TRAILING:
                for line, cells in zip(level, texts, strict=True):
                    place = _cell(line, left + shift_px, width)
                    painter.drawText(place, side, cells[at])
                continue
            free_px = SIDE_PX if at else before_px
            left += 0 if mirrored else free_px
            for line, cells in zip(level, texts, strict=True):
                place = _cell(line, left, width - free_px)
                draw_line(painter, place, cells[at], direction)

    def _draw_swatches(
        self,
        painter: QPainter,
        direction: Qt.LayoutDirection,
        place: tuple[int, int],
        level: Sequence[Line],
        before_px: int,
    ) -> None:
        series = self._content.series
        colors = series_colors(series, self._theme)
        for line in level:
            if line.lines.swatch is None:
                continue
            at = line.lines.swatch(line.position)
            whole = _cell(line, *place)
            down = (whole.height() - SWATCH_PX) // 2
            corner = whole.topLeft() + QPoint(before_px, down)
            square = QRect(corner, QSize(SWATCH_PX, SWATCH_PX))
            drawn = QStyle.visualRect(direction, whole, square)
            draw_swatch(painter, drawn, series[at].kind, colors[at], self._theme)


def _cell(line: Line, left: int, width: int) -> QRect:
    return QRect(left, line.place.top(), width, line.place.height())


def _draw_arrows(
    painter: QPainter,
    direction: Qt.LayoutDirection,
    places: Sequence[tuple[int, int]],
    rows: Sequence[Line],
) -> None:
    """Draw filled arrows in the colour of the pen, within the first column."""
    left, width = places[0]
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
