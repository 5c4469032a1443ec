"""A widget that counts how often it is laid out."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget


class Home(QWidget):
    """Counts how often it is laid out."""

    layouts = 0

    def event(self, event: QEvent) -> bool:
        self.layouts += event.type() is QEvent.Type.LayoutRequest
        return super().event(event)
