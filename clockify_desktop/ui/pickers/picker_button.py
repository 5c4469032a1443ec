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
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from clockify_desktop.ui.look import palette as roles
from clockify_desktop.ui.look.drawing import draw_down_arrow, draw_line

_SIDE: Final = 13
_GAP: Final = 6
_ARROW: Final = 8
_CROSS: Final = 20
_CROSS_ARM: Final = 3.5
_TALLER: Final = 18
_WIDEST_VALUE: Final = 240
_OPENING_KEYS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down})


class ClearCross(QPushButton):
    """A small round button with a cross."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(QSize(_CROSS, _CROSS))
        self.setToolTip("Show all again")

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
        painter.setPen(QPen(accent, 1.6, c=Qt.PenCapStyle.RoundCap))
        middle = disc.center()
        for arm in (QPointF(_CROSS_ARM, _CROSS_ARM), QPointF(_CROSS_ARM, -_CROSS_ARM)):
            painter.drawLine(middle - arm, middle + arm)
        painter.end()


@dataclass(frozen=True, slots=True)
class ButtonWords:
    """What is picked, what is chosen in bold, and quietly what goes with it."""

    lead: str = ""
    value: str = ""
    rest: str = ""

    def __str__(self) -> str:
        return " ".join(one for one in (self.lead, self.value, self.rest) if one)


class PickerButton(QPushButton):
    """Says what is chosen and asks to choose."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._words, self._narrowed = ButtonWords(), False
        # It clears; hidden where nothing is narrowed.
        self.cross = ClearCross(self)
        self.cross.setObjectName(f"{name}_clear")
        self.cross.hide()
        self.cross.clicked.connect(self._on_cross_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, _SIDE - 5, 0)
        row.addStretch()
        row.addWidget(self.cross)

    def show_words(self, words: ButtonWords, *, narrowed: bool = False) -> None:
        """Show other words; where that is less than all, tinted and with a cross."""
        if (words, narrowed) == (self._words, self._narrowed):
            return
        self._words, self._narrowed = words, narrowed
        self.setAccessibleName(f"{words.lead}: {words.value} {words.rest}".strip(": "))
        if narrowed != bool(self.property("narrowed")):
            self.setProperty("narrowed", narrowed)
            self.style().unpolish(self)
            self.style().polish(self)
        self.cross.setVisible(narrowed)
        self.cross.setAccessibleName(f"Clear: {words.lead}")
        self.updateGeometry()
        self.update()

    @property
    def words(self) -> ButtonWords:
        """What it says."""
        return self._words

    def sizeHint(self) -> QSize:
        """Have room for all words; a very long value is cut."""
        width = sum(
            min(metrics.horizontalAdvance(text), _WIDEST_VALUE) + _GAP
            for text, metrics in zip(self._texts(), self._metrics(), strict=True)
            if text
        )
        height = self.fontMetrics().height() + _TALLER
        return QSize(width + 2 * _SIDE + _ARROW + 2 + self._cross_width(), height)

    def minimumSizeHint(self) -> QSize:
        """Keep the value readable, and let the quiet words go first."""
        plain, bold, _ = self._metrics()
        value = min(bold.horizontalAdvance(self._words.value), _WIDEST_VALUE // 2)
        lead = plain.horizontalAdvance(self._words.lead)
        words = value + (lead + _GAP if lead else 0)
        width = words + 2 * _SIDE + _ARROW + _GAP + 2 + self._cross_width()
        return QSize(width, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Return and the arrow down as well as with the space bar."""
        if event.key() in _OPENING_KEYS:
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
        left, right = _SIDE, self.width() - _SIDE - self._cross_width()
        self._draw_words(painter, left, right - _ARROW - _GAP)
        self._draw_arrow(painter, QRect(right - _ARROW, 0, _ARROW, self.height()))
        painter.end()

    def _draw_words(self, painter: QPainter, left: int, right: int) -> None:
        fonts = (self.font(), _bold(self.font()), self.font())
        value = roles.ACCENT if self.property("narrowed") else roles.TEXT
        colors = (roles.TEXT, value, roles.QUIET)
        for text, metrics, font, color in zip(
            self._texts(), self._metrics(), fonts, colors, strict=True
        ):
            room = min(right - left, metrics.horizontalAdvance(text))
            if not text or room <= 0:
                continue
            place = QRect(left, 0, room, self.height())
            painter.setFont(font)
            painter.setPen(self._color(color))
            direction = self.layoutDirection()
            place = QStyle.visualRect(direction, self.rect(), place)
            draw_line(painter, place, text, direction)
            left += room + _GAP

    def _draw_arrow(self, painter: QPainter, place: QRect) -> None:
        place = QStyle.visualRect(self.layoutDirection(), self.rect(), place)
        draw_down_arrow(painter, place, self._color(roles.TEXT))

    def _color(self, role: QPalette.ColorRole) -> QColor:
        return self.palette().color(role if self.isEnabled() else roles.QUIET)

    def _texts(self) -> tuple[str, str, str]:
        return self._words.lead, self._words.value, self._words.rest

    def _metrics(self) -> tuple[QFontMetrics, QFontMetrics, QFontMetrics]:
        plain = self.fontMetrics()
        return plain, QFontMetrics(_bold(self.font())), plain

    def _cross_width(self) -> int:
        return _CROSS if self.cross.isVisibleTo(self) else 0

    @Slot()
    def _on_cross_clicked(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold
