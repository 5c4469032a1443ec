"""Quitting: every way out ends in one event that the program waits for."""

import asyncio

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QApplication


class Quitting(QObject):
    """Swallows Qt's own quitting and tells the program instead.

    Qt would stop the loop while tasks are still under way; then they never reach their
    end. Here the program cancels and awaits them first, and leaves the loop itself.

    Args:
        app: The application; also the parent.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.wished = asyncio.Event()
        app.setQuitOnLastWindowClosed(False)
        app.installEventFilter(self)
        app.lastWindowClosed.connect(self.wish)

    @Slot()
    def wish(self) -> None:
        """Wish to quit."""
        self.wished.set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the application's quit event."""
        if event.type() is QEvent.Type.Quit:
            self.wish()
            return True
        return super().eventFilter(watched, event)
