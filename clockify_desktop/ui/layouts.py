"""Rows, columns, lines that break like text does, and an area that scrolls."""

from collections.abc import Iterable
from typing import Final, TypeVar

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

STRETCH: Final = None
"""Takes the room that is left."""
LEFTOVER: Final = 0
"""Takes the room that is left where nothing else in sight does."""

Part = (
    QWidget
    | QLayout
    | int
    | None
    | tuple[QWidget | QLayout, int]
    | tuple[QWidget, Qt.AlignmentFlag]
)
"""A widget or a layout, pixels to leave free, ``STRETCH`` or ``LEFTOVER``.

In a pair a widget stands with its alignment, or either with its share of the room.
"""
Margins = tuple[int, int, int, int]
_Box = TypeVar("_Box", bound=QBoxLayout)
_NO_MARGINS: Final = (0, 0, 0, 0)
# Qt's largest size.
_ANY_PX: Final = (1 << 24) - 1


def row(
    *parts: Part,
    within: QWidget | None = None,
    spacing: int = -1,
    margins: Margins = _NO_MARGINS,
) -> QHBoxLayout:
    """Lay out parts beside each other; the style's own spacing where none is given."""
    return _filled(QHBoxLayout(), parts, within, spacing, margins)


def column(
    *parts: Part,
    within: QWidget | None = None,
    spacing: int = -1,
    margins: Margins = _NO_MARGINS,
) -> QVBoxLayout:
    """Lay out parts below each other; the style's own spacing where none is given."""
    return _filled(QVBoxLayout(), parts, within, spacing, margins)


def _filled(
    layout: _Box,
    parts: Iterable[Part],
    within: QWidget | None,
    spacing: int,
    margins: Margins,
) -> _Box:
    if within is not None:
        within.setLayout(layout)
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    for part in parts:
        match part:
            case None:
                layout.addStretch(1)
            case 0:
                layout.addStretch(LEFTOVER)
            case int():
                layout.addSpacing(part)
            case QLayout():
                layout.addLayout(part)
            case QWidget():
                layout.addWidget(part)
            case (inner, how):
                _add_pair(layout, inner, how)
    return layout


def _add_pair(
    layout: QBoxLayout, part: QWidget | QLayout, how: int | Qt.AlignmentFlag
) -> None:
    if isinstance(part, QLayout):
        layout.addLayout(part, int(how))
    elif isinstance(how, Qt.AlignmentFlag):
        layout.addWidget(part, 0, how)
    else:
        layout.addWidget(part, how)


def least_height(layout: QLayout, width: int) -> int:
    """Tell how low it may be at a width, whether its lines break there or not."""
    if layout.hasHeightForWidth():
        return layout.minimumHeightForWidth(width)
    return layout.minimumSize().height()


class VerticalScrollArea(QScrollArea):
    """As wide as its place, and at least as high as what is in it needs."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # It scrolls to whatever has the focus; itself it is no stop of the Tab key.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


class FlowLayout(QLayout):
    """Puts widgets beside each other and goes on in the next line when it is full.

    Both gaps are pixels: between the widgets of a line, and between the lines.
    """

    def __init__(
        self, parent: QWidget | None = None, *, gap: int = 4, line_gap: int = 2
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        # Asked again and again for the same widths.
        self._heights: dict[int, int] = {}
        self._gap = gap
        self._line_gap = line_gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Take one more item, after the others."""
        self._items.append(item)

    def count(self) -> int:
        """Tell how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name; it asks one past the end too
        """Find an item by its place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - as itemAt
        """Remove an item."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """Take no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Grow in height where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Tell the height at a width, both in pixels."""
        if width not in self._heights:
            rect = QRect(0, 0, width, 0)
            self._heights[width] = self._arranged(rect, moving=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Measure anew what is in it."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Put every item in its place."""
        super().setGeometry(rect)
        self._arranged(rect, moving=True)

    def sizeHint(self) -> QSize:
        """Ask for no more than the widest item; the rest follows from the width."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Have room for the widest and the highest item."""
        size = QSize(0, 0)
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _arranged(self, rect: QRect, *, moving: bool) -> int:
        margins = self.contentsMargins()
        rect = rect.marginsRemoved(margins)
        left, top, line_height = rect.left(), rect.top(), 0
        parent = self.parentWidget()
        to_left = parent is not None and parent.isRightToLeft()
        for item in self._items:
            if item.isEmpty():
                continue
            # What is wider than a line is cut to it.
            hint = item.sizeHint().boundedTo(QSize(rect.width(), _ANY_PX))
            if left > rect.left() and left + hint.width() > rect.right() + 1:
                left, top = rect.left(), top + line_height + self._line_gap
                line_height = 0
            if moving:
                place = QRect(QPoint(left, top), hint)
                if to_left:
                    place.moveLeft(rect.left() + rect.right() - place.right())
                item.setGeometry(place)
            left += hint.width() + self._gap
            line_height = max(line_height, hint.height())
        return top + line_height - rect.top() + margins.top() + margins.bottom()
