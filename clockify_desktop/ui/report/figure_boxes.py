"""The row of figures: the number first and large, its name below, a quiet remark."""

from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QStyle, QWidget

from clockify_desktop.domain.figure import Figure
from clockify_desktop.ui.cached_size_label import CachedSizeLabel
from clockify_desktop.ui.cut_line import CutLine
from clockify_desktop.ui.labels import line_label
from clockify_desktop.ui.layouts import STRETCH, column, row
from clockify_desktop.ui.steady_size import SteadyPlace, SteadyWidth

_WIDTH_PX: Final = 218
_MARGINS: Final = (14, 8, 14, 9)
_LOW_MARGINS: Final = (12, 1, 12, 1)
_BETWEEN_PX: Final = 16


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
    """One figure."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setObjectName("figure_box")
        self._least_px = _WIDTH_PX
        self._width = SteadyWidth()
        self._value = CachedSizeLabel(line_label("", self, "figure"), self)
        self._words = _Words(self)
        self._whole = column(self._value, self._words, within=self)
        self.set_low(False)

    def set_low(self, low: bool) -> None:  # noqa: FBT001 - a setter
        sides = QBoxLayout.Direction
        self._whole.setDirection(sides.LeftToRight if low else sides.TopToBottom)
        self._whole.setSpacing(10 if low else 0)
        self._whole.setContentsMargins(*(_LOW_MARGINS if low else _MARGINS))
        self._least_px = 0 if low else _WIDTH_PX
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(self._width.of(max(hint.width(), self._least_px)), hint.height())

    def show_figure(self, figure: Figure) -> None:
        self._value.show_text(figure.value)
        self._words.show_words(figure.name, figure.remark)
        spoken = f"{figure.name}: {figure.value}"
        self.setAccessibleName(spoken + (f", {figure.remark}" if figure.remark else ""))


class _Words(QWidget):
    """A name and a remark, below each other where a line has no room for both."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._name, self._remark = CutLine(self), CutLine(self)
        for words in (self._name, self._remark):
            words.setProperty("role", "quiet")

    def show_words(self, name: str, remark: str) -> None:
        """Show other words."""
        before = self.sizeHint()
        self._name.setText(name)
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))
        if self.sizeHint() != before:
            self.updateGeometry()
        self._place()

    def sizeHint(self) -> QSize:
        name, remark = self._name.sizeHint(), self._remark.sizeHint()
        if self._remark.isHidden():
            return name
        width = name.width() + _BETWEEN_PX + remark.width()
        return QSize(width, max(name.height(), remark.height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        room, line = self.rect(), self._name.sizeHint().height()
        name, remark = QRect(room), QRect(room)
        if not self._remark.isHidden():
            rest = room.width() - self.sizeHint().width()
            if rest >= 0 or room.height() < 2 * line:
                # What is missing both give, by their lengths.
                share = self._remark.sizeHint().width()
                both = max(self._name.sizeHint().width() + share, 1)
                remark_px = share + min(rest, 0) * share // both
                remark.setLeft(room.right() + 1 - max(remark_px, 0))
                name.setRight(remark.left() - 1 - _BETWEEN_PX)
            else:
                name.setHeight(room.height() // 2)
                remark.setTop(name.bottom() + 1)
        for words, place in ((self._name, name), (self._remark, remark)):
            direction = self.layoutDirection()
            words.setGeometry(QStyle.visualRect(direction, room, place))
