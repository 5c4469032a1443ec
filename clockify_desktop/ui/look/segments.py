"""A few words beside each other, of which one is chosen."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QWidget

from clockify_desktop.ui.layouts import row
from clockify_desktop.ui.look.button import Button
from clockify_desktop.ui.look.drawing import bold_font
from clockify_desktop.ui.steady_size import SteadyWidth

_SLACK_PX: Final = 20


class Segments(QFrame):
    """A row of joined buttons, a word for each value; arrows move the choice."""

    # The value whose word a person chose.
    value_chosen = Signal(object)

    def __init__(self, name: str, words: Mapping[Any, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "segments")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._values = tuple(words)
        self._group = QButtonGroup(self)
        for place in range(len(words)):
            button = _Segment("", self)
            button.setProperty("role", "segment")
            button.setCheckable(True)
            # Beside the group, which alone gives no arrow keys.
            button.setAutoExclusive(True)
            button.setChecked(place == 0)
            self._group.addButton(button, place)
        self.show_words(words.values())
        row(*self._group.buttons(), within=self, spacing=1, margins=(2, 2, 2, 2))
        self._group.idClicked.connect(self._on_clicked)
        self._group.idToggled.connect(self._keep_one_stop)
        self._keep_one_stop()

    def show_words(self, words: Iterable[str]) -> None:
        """Call the same values something else."""
        for button, word in zip(self._group.buttons(), words, strict=True):
            button.setText(word)
            button.setAccessibleName(f"{self.accessibleName()}: {word}")

    @property
    def value(self) -> Any:  # noqa: ANN401 - as what it was made with
        """The value whose word is chosen."""
        return self._values[self._group.checkedId()]

    def show_choice(self, value: object, *, there: bool) -> None:
        """Show a word, or leave it out while it cannot be chosen."""
        self._group.button(self._values.index(value)).setVisible(there)

    def choose(self, value: object) -> None:
        """Show another word as chosen, without a signal."""
        self._group.button(self._values.index(value)).setChecked(True)

    @Slot()
    def _keep_one_stop(self) -> None:
        """Let the Tab key enter at the chosen word; Qt does only once it was there."""
        for button in self._group.buttons():
            chosen = button.isChecked()
            policy = Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    @Slot(int)
    def _on_clicked(self, place: int) -> None:
        self.value_chosen.emit(self._values[place])


class _Segment(Button):
    """One of the words; chosen, it is bold and must not be cut.

    It stays as wide while its word has a digit or two less: nothing beside it moves.
    """

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._width = SteadyWidth(_SLACK_PX)

    def sizeHint(self) -> QSize:
        """Have room for the bold word."""
        bold = QFontMetrics(bold_font(self.font()))
        wider = bold.horizontalAdvance(self.text())
        wider -= self.fontMetrics().horizontalAdvance(self.text())
        hint = super().sizeHint()
        needed = hint.width() + max(wider, 0)
        return QSize(self._width.of(needed), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Never be cut off."""
        return self.sizeHint()
