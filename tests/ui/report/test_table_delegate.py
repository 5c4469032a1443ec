from dataclasses import replace
from functools import partial

import numpy as np
from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from clockify_desktop.charts.theme import LIGHT
from clockify_desktop.pages.table import (
    Alignment,
    Column,
    ColumnKind,
    TableContent,
    Words,
)
from clockify_desktop.ui.report.table_delegate import Line, TableDelegate

_HEIGHT_PX = 28
_PLACES = [(0, 160), (160, 70), (230, 70)]
_TEXTS = (
    ("Anna", "8:00", "4 %"),
    ("Anna", "8:00", "\N{LEFT-TO-RIGHT EMBEDDING}4 %\N{POP DIRECTIONAL FORMATTING}"),
)


def _column(at: int, kind: ColumnKind, side: Alignment) -> Column:
    return Column(
        "", kind, side, sort_key=partial(Words, ()), text=lambda row: _TEXTS[row][at]
    )


_TABLE = TableContent(
    columns=(
        _column(0, ColumnKind.NAME, Alignment.LEADING),
        _column(1, ColumnKind.NUMBER, Alignment.TRAILING),
        replace(_column(2, ColumnKind.NUMBER, Alignment.TRAILING), quiet=True),
    ),
    positions=np.arange(2),
    total=(),
    mark=str,
    opens=np.ones(2, np.bool_),
)
_ROW = Line(QRect(0, 0, 300, _HEIGHT_PX), _TABLE, 0, is_open=False)


def drawn(home: QWidget, direction: Qt.LayoutDirection, *lines: Line) -> list[QImage]:
    image = QImage(300, _HEIGHT_PX * len(lines), QImage.Format.Format_RGB32)
    image.fill(home.palette().window().color())
    painter = QPainter(image)
    painter.setLayoutDirection(direction)
    placed = [
        replace(line, place=line.place.translated(0, _HEIGHT_PX * place))
        for place, line in enumerate(lines)
    ]
    delegate = TableDelegate(LIGHT, QObject(home))
    delegate.set_content(_TABLE, LIGHT)
    delegate.paint_lines(painter, home.palette(), direction, _PLACES, placed)
    painter.end()
    return [line_of(image, place) for place in range(len(lines))]


def line_of(image: QImage, place: int) -> QImage:
    return image.copy(0, _HEIGHT_PX * place, 300, _HEIGHT_PX)


def test_a_share_begins_with_its_number_in_a_mirrored_window(home: QWidget) -> None:
    told = replace(_ROW, position=1)
    first, second = drawn(home, Qt.LayoutDirection.RightToLeft, _ROW, told)
    assert first == second


def test_the_line_with_the_keyboard_stays_readable(home: QWidget) -> None:
    ltr = Qt.LayoutDirection.LeftToRight
    plain, current = drawn(home, ltr, _ROW, replace(_ROW, is_current=True))
    inside = QRect(1, 1, 297, _HEIGHT_PX - 2)
    assert plain != current
    assert plain.copy(inside) == current.copy(inside)
