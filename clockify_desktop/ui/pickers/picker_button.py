"""The button that a picker is: a bold value among quiet words, and an arrow."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import (
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from clockify_desktop.domain.showable import NOTHING, Showable, showable
from clockify_desktop.translation import tr
from clockify_desktop.ui.layouts import STRETCH, row
from clockify_desktop.ui.look import palette as roles
from clockify_desktop.ui.look.button import Button
from clockify_desktop.ui.look.drawing import (
    bold_font,
    draw_arrow,
    draw_line,
    round_pen,
    width_of,
)
from clockify_desktop.ui.steady_size import SteadyWidth

_SIDE: Final = 13
_GAP: Final = 6
_ARROW: Final = 8
_CROSS: Final = 20
_CROSS_ARM: Final = 3.5
_TALLER: Final = 18
_WIDEST_VALUE: Final = 240
_Part = tuple[Showable, QFont, int]


class ClearCross(Button):
    """A small round button with a cross."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(QSize(_CROSS, _CROSS))
        self.setToolTip(tr("Show all again"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cross, on a disc under the pointer, in a ring with the focus."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = self.palette().color(roles.ACCENT)
        disc = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(accent, 1.5) if self.hasFocus() else Qt.PenStyle.NoPen)
        hovered = self.underMouse()
        painter.setBrush(
            self.palette().color(roles.SURFACE) if hovered else Qt.BrushStyle.NoBrush
        )
        painter.drawEllipse(disc)
        painter.setPen(round_pen(accent, 1.6))
        middle = disc.center()
        for arm in (QPointF(_CROSS_ARM, _CROSS_ARM), QPointF(_CROSS_ARM, -_CROSS_ARM)):
            painter.drawLine(middle - arm, middle + arm)
        painter.end()


@dataclass(frozen=True, slots=True)
class ButtonWords:
    """What is picked, what is chosen in bold, and quietly what goes with it."""

    lead: str = ""
    value: Showable = NOTHING
    rest: Showable = NOTHING

    def __str__(self) -> str:
        return " ".join(one for one in (self.lead, self.value, self.rest) if one)


class PickerButton(Button):
    """Says what is chosen and asks to choose."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.words, self._narrowed = ButtonWords(), False
        self._width, self._least_px = SteadyWidth(), SteadyWidth()
        # What the words were measured for, and each with its font and width.
        self._measured: tuple[ButtonWords | None, QFont] = None, QFont()
        self._parts: list[_Part] = []
        # As layouts know them.
        self._hint = self._least = QSize()
        # It clears; hidden where nothing is narrowed.
        self.cross = ClearCross(self)
        self.cross.setObjectName(f"{name}_clear")
        self.cross.hide()
        self.cross.clicked.connect(self._on_cross_clicked)
        row(STRETCH, self.cross, within=self, margins=(0, 0, _SIDE - 5, 0))

    def show_words(self, words: ButtonWords, *, narrowed: bool = False) -> None:
        """Show other words; where that is less than all, tinted and with a cross."""
        if (words, narrowed) == (self.words, self._narrowed):
            return
        self.words, self._narrowed = words, narrowed
        self.setAccessibleName(f"{words.lead}: {words.value} {words.rest}".strip(": "))
        if narrowed != bool(self.property("narrowed")):
            self.setProperty("narrowed", narrowed)
            self.style().unpolish(self)
            self.style().polish(self)
        self.cross.setVisible(narrowed)
        self.cross.setAccessibleName(tr("Clear: {lead}", lead=words.lead))
        if (self._hint_now(), self._least_now()) != (self._hint, self._least):
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Have room for all words; a very long value is cut."""
        self._hint = self._hint_now()
        return self._hint

    def minimumSizeHint(self) -> QSize:
        """Keep the value readable, and let the quiet words go first."""
        self._least = self._least_now()
        return self._least

    def _hint_now(self) -> QSize:
        width = sum(px + _GAP for _, _, px in self._measured_parts() if px)
        height = self.fontMetrics().height() + _TALLER
        needed = width + 2 * _SIDE + _ARROW + 2 + self._cross_width()
        return QSize(self._width.of(needed), height)

    def _least_now(self) -> QSize:
        lead, value, _ = (px for _, _, px in self._measured_parts())
        words = min(value, _WIDEST_VALUE // 2) + (lead + _GAP if lead else 0)
        width = words + 2 * _SIDE + _ARROW + _GAP + 2 + self._cross_width()
        height = self.fontMetrics().height() + _TALLER
        return QSize(self._least_px.of(width), height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with the arrow down, too."""
        if event.key() == Qt.Key.Key_Down:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame as the style sheet says, and the words in it."""
        del event
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        whole, direction = self.rect(), self.layoutDirection()
        left, right = _SIDE, self.width() - _SIDE - self._cross_width()
        arrow = QRect(right - _ARROW, 0, _ARROW, self.height())
        value = roles.ACCENT if self._narrowed else roles.TEXT
        colors = roles.TEXT, value, roles.QUIET
        for (text, font, px), role in zip(self._measured_parts(), colors, strict=True):
            most_px = arrow.left() - _GAP - left
            if px >= _WIDEST_VALUE:
                # It was not measured to its end.
                px = width_of(text, QFontMetrics(font), most_px)  # noqa: PLW2901 - the same, better known
            room = min(most_px, px)
            if not text or room <= 0:
                continue
            painter.setFont(font)
            painter.setPen(self._color(role))
            place = QRect(left, 0, room, self.height())
            place = QStyle.visualRect(direction, whole, place)
            draw_line(painter, place, text, direction, fits=px <= most_px)
            left += room + _GAP
        arrow = QStyle.visualRect(direction, whole, arrow)
        draw_arrow(painter, arrow, self._color(roles.TEXT))
        painter.end()

    def _color(self, role: QPalette.ColorRole) -> QColor:
        return self.palette().color(role if self.isEnabled() else roles.QUIET)

    def _measured_parts(self) -> list[_Part]:
        """Give lead, value and rest, each with its font and its width in pixels.

        The width is at most the widest of a value.
        """
        words, plain = asked = self.words, self.font()
        if asked != self._measured:
            self._measured = asked
            self._parts = [
                (text, font, _width_px(text, font))
                for text, font in (
                    (showable(words.lead), plain),
                    (words.value, bold_font(plain)),
                    (words.rest, plain),
                )
            ]
        return self._parts

    def _cross_width(self) -> int:
        return _CROSS if self.cross.isVisibleTo(self) else 0

    @Slot()
    def _on_cross_clicked(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)


def _width_px(text: Showable, font: QFont) -> int:
    return min(width_of(text, QFontMetrics(font), _WIDEST_VALUE), _WIDEST_VALUE)
