"""What every button of the program is: Enter presses it, as the space bar does."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_PLAIN: Final = Qt.KeyboardModifier.KeypadModifier


class Button(QPushButton):
    """A button; Qt's own take Enter in dialogs alone, and for another one there."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter."""
        if event.key() in _ENTER and not event.modifiers() & ~_PLAIN:
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)
