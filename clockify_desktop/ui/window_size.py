"""How large a window may be: never larger than the screen that it is on."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FRAME: Final = QSize(8, 40)


def within_screen(window: QWidget, size: QSize) -> QSize:
    """Bound a size by the screen, with room for the window's own frame."""
    return size.boundedTo(window.screen().availableSize() - _FRAME)
