"""A few words beside each other, of which one is chosen."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from clockify_desktop.ui.look.drawing import bold_font


class Segments(QFrame):
    """A row of joined buttons; arrows move the choice.

    Signals:
        place_chosen: The place of the chosen word, from 0.
    """

    place_chosen = Signal(int)

    def __init__(self, name: str, words: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "segments")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(1)
        self._group = QButtonGroup(self)
        for place, word in enumerate(words):
            button = _Segment(word, self)
            button.setProperty("role", "segment")
            button.setCheckable(True)
            # Beside the group, which alone gives no arrow keys.
            button.setAutoExclusive(True)
            button.setChecked(place == 0)
            button.setAccessibleName(f"{name}: {word}")
            self._group.addButton(button, place)
            row.addWidget(button)
        self._group.idClicked.connect(self._on_clicked)

    @property
    def place(self) -> int:
        """Which word is chosen, from 0."""
        return self._group.checkedId()

    def choose(self, place: int) -> None:
        """Show another word as chosen, without a signal."""
        self._group.button(place).setChecked(True)

    @Slot(int)
    def _on_clicked(self, place: int) -> None:
        self.place_chosen.emit(place)


class ValueSegments(Segments):
    """Segments that stand for values.

    Signals:
        value_chosen: The value whose word a person chose.
    """

    value_chosen = Signal(object)

    def __init__(self, name: str, words: Mapping[Any, str], parent: QWidget) -> None:
        super().__init__(name, tuple(words.values()), parent)
        self._values = tuple(words)
        self.place_chosen.connect(self._on_place)

    def choose_value(self, value: object) -> None:
        """Show another word as chosen, without a signal."""
        self.choose(self._values.index(value))

    @Slot(int)
    def _on_place(self, place: int) -> None:
        self.value_chosen.emit(self._values[place])


class _Segment(QPushButton):
    """One of the words; chosen, it is bold and must not be cut."""

    def sizeHint(self) -> QSize:
        """Have room for the bold word."""
        bold = QFontMetrics(bold_font(self.font()))
        wider = bold.horizontalAdvance(self.text())
        wider -= self.fontMetrics().horizontalAdvance(self.text())
        hint = super().sizeHint()
        return QSize(hint.width() + max(wider, 0), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Never be cut off."""
        return self.sizeHint()
