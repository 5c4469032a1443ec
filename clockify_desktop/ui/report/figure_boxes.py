"""The row of figures: the number first and large, its name below, a quiet remark."""

from typing import Final

from PySide6.QtCore import QMargins, QRect, QSize
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QStyle, QWidget

from clockify_desktop.domain.figure import Figure
from clockify_desktop.domain.showable import NOTHING, Showable, showable
from clockify_desktop.ui.labels import set_tool_tip
from clockify_desktop.ui.layouts import STRETCH, row
from clockify_desktop.ui.look import palette as roles
from clockify_desktop.ui.look.drawing import draw_line, figure_font
from clockify_desktop.ui.steady_size import SteadyPlace, SteadyWidth

_WIDTH_PX: Final = 218
_MARGINS: Final = QMargins(14, 8, 14, 9)
_LOW_MARGINS: Final = QMargins(12, 1, 12, 1)
_BETWEEN_PX: Final = 16
_LOW_BETWEEN_PX: Final = 10


class FigureBoxes(SteadyPlace):
    """Only figures that are known are shown."""

    def __init__(self, parent: QWidget) -> None:
        self._every = QWidget()
        self._row = row(STRETCH, within=self._every, spacing=10)
        super().__init__(self._every, parent)
        self.setObjectName("figure_boxes")
        self._boxes: list[_Box] = []
        self._figures: tuple[Figure, ...] = ()
        self._low = False

    def show_state(self, figures: tuple[Figure, ...]) -> None:
        """Show other figures."""
        while len(self._boxes) < len(figures):
            box = _Box(self._every)
            box.set_low(self._low)
            self._row.insertWidget(len(self._boxes), box)
            self._boxes.append(box)
        before, self._figures = self._figures, figures
        for place, box in enumerate(self._boxes):
            figure = figures[place : place + 1]
            box.setVisible(bool(figure))
            if figure and figure != before[place : place + 1]:
                box.show_figure(*figure)
        if not self.isVisible():
            # Qt tells only those in sight that something changed.
            self.follow()

    def set_low(self, low: bool) -> None:  # noqa: FBT001 - a setter
        """Put a figure and its name beside each other, in one line."""
        self._low = low
        for box in self._boxes:
            box.set_low(low)


class _Box(QFrame):
    """One figure, drawn: labels and layouts of its words took longer than all else."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setObjectName("figure_box")
        self._low = False
        self._value = _Words(figure_font(self.font()), roles.TEXT)
        self._name = _Words(self.font(), roles.QUIET)
        self._remark = _Words(self.font(), roles.QUIET)
        self._width = SteadyWidth()
        self._hint = QSize()

    def set_low(self, low: bool) -> None:  # noqa: FBT001 - a setter
        self._low = low
        self._follow_size()

    def sizeHint(self) -> QSize:
        self._hint = self._hint_now()
        return self._hint

    def minimumSizeHint(self) -> QSize:
        """Cut words where there is little room, and never the number."""
        margins = self._margins()
        width = self._value.width_px + margins.left() + margins.right()
        return QSize(width, self._hint_now().height())

    def show_figure(self, figure: Figure) -> None:
        self._value.say(figure.value)
        self._name.say(figure.name)
        self._remark.say(figure.remark)
        spoken = f"{figure.name}: {figure.value}"
        spoken += f", {figure.remark}" if figure.remark else ""
        self.setAccessibleName(spoken)
        self._follow_size()
        self._follow_tip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow_tip()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, direction = QPainter(self), self.layoutDirection()
        palette = self.palette()
        for words, place in self.places():
            painter.setFont(words.font)
            painter.setPen(palette.color(words.role))
            fits = words.width_px <= place.width()
            draw_line(painter, place, words.text, direction, fits=fits)
        painter.end()

    def places(self) -> "list[tuple[_Words, QRect]]":
        """Tell where which words are written, no wider than they are."""
        whole, direction = self.rect(), self.layoutDirection()
        found = []
        for words, room in self._rooms():
            room.setWidth(max(min(room.width(), words.width_px), 0))
            found.append((words, QStyle.visualRect(direction, whole, room)))
        return found

    def _rooms(self) -> "list[tuple[_Words, QRect]]":
        room = self.rect().marginsRemoved(self._margins())
        value, words = QRect(room), QRect(room)
        if self._low:
            value.setWidth(self._value.width_px)
            words.setLeft(value.right() + 1 + _LOW_BETWEEN_PX)
        else:
            value.setHeight(max(self._value.height_px, room.height() // 2))
            words.setTop(value.bottom() + 1)
        return [(self._value, value), *self._below(words)]

    def _below(self, room: QRect) -> "list[tuple[_Words, QRect]]":
        """Put name and remark below each other where a line has no room for both."""
        name, remark = QRect(room), QRect(room)
        if not self._remark.text:
            return [(self._name, name)]
        rest = room.width() - self._words_px()
        if rest >= 0 or room.height() < 2 * self._name.height_px:
            # What is missing both give, by their lengths.
            share = self._remark.width_px
            both = max(self._name.width_px + share, 1)
            remark_px = share + min(rest, 0) * share // both
            remark.setLeft(room.right() + 1 - max(remark_px, 0))
            name.setRight(remark.left() - 1 - _BETWEEN_PX)
        else:
            line_px = self._name.height_px
            name.setTop(room.top() + room.height() // 2 - line_px)
            name.setHeight(line_px)
            remark.setTop(name.bottom() + 1)
            remark.setHeight(line_px)
        return [(self._name, name), (self._remark, remark)]

    def _words_px(self) -> int:
        remark_px = self._remark.width_px
        return self._name.width_px + (_BETWEEN_PX + remark_px if remark_px else 0)

    def _margins(self) -> QMargins:
        return _LOW_MARGINS if self._low else _MARGINS

    def _hint_now(self) -> QSize:
        margins, value, words_px = self._margins(), self._value, self._words_px()
        if self._low:
            width = value.width_px + _LOW_BETWEEN_PX + words_px
            height = max(value.height_px, self._name.height_px)
        else:
            width = max(value.width_px, words_px)
            height = value.height_px + self._name.height_px
        width += margins.left() + margins.right()
        least_px = 0 if self._low else _WIDTH_PX
        height += margins.top() + margins.bottom()
        return QSize(self._width.of(max(width, least_px)), height)

    def _follow_tip(self) -> None:
        """Have all words in the tool tip where any is cut."""
        cut = self.width() < self._hint_now().width() and any(
            place.width() < words.width_px for words, place in self.places()
        )
        set_tool_tip(self, showable(self.accessibleName()) if cut else NOTHING)

    def _follow_size(self) -> None:
        if self._hint_now() != self._hint:
            self.updateGeometry()
        self.update()


class _Words:
    """Words in a font and a colour, measured in pixels."""

    def __init__(self, font: QFont, role: QPalette.ColorRole) -> None:
        self.font, self.role = font, role
        self.text: Showable = NOTHING
        self._metrics = QFontMetrics(font)
        self.width_px, self.height_px = 0, self._metrics.height()

    def say(self, text: str) -> None:
        words = showable(text)
        if words != self.text:
            self.text, self.width_px = words, self._metrics.horizontalAdvance(words)
