"""A place whose widget changes often and nearly always needs the same room."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class CachedSize(QWidget):
    """Holds a widget, and updates its geometry only where that needs other room.

    Qt has everything laid out anew up to the window whenever anything changes within,
    which takes longer than to paint all of it. Who hides what is ``held`` hides the
    place.
    """

    def __init__(self, held: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        held.setParent(self)
        self.held = held
        self._reported_size = self._reported_least = QSize()
        self._reported_height = (0, 0)
        # Layouts ask for other widths than the one that they give.
        self._own_height = 0
        self._set_wrapping(wraps=held.hasHeightForWidth())

    def _set_wrapping(self, *, wraps: bool) -> None:
        """Say whether its height depends on its width."""
        self._wraps = wraps
        policy = self.held.sizePolicy()
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Take what the widget would take."""
        self._reported_size = self._size()
        return self._reported_size

    def minimumSizeHint(self) -> QSize:
        """Need what the widget would need."""
        self._reported_least = self._least()
        return self._reported_least

    def heightForWidth(self, width: int) -> int:
        """Be as high as the widget."""
        height = self._height_at(width)
        self._reported_height = width, height
        return height

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give all of it to the widget."""
        super().resizeEvent(event)
        self.held.setGeometry(self.rect())
        self._own_height = self._height_at(self.width())

    def event(self, event: QEvent) -> bool:
        """Pass a change on only where the size is another: Qt always does."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.follow()
        return super().event(event)

    def follow(self) -> None:
        """Look at the size that is needed now."""
        if not self._is_as_reported():
            self._own_height = self._height_at(self.width())
            self.updateGeometry()

    def _height_at(self, width: int) -> int:
        return self.held.heightForWidth(width)

    def _size(self) -> QSize:
        return self.held.sizeHint()

    def _least(self) -> QSize:
        return self.held.minimumSizeHint()

    def _is_as_reported(self) -> bool:
        return self._least() == self._reported_least and self._is_as_high_or_wide()

    def _is_as_high_or_wide(self) -> bool:
        if not self._wraps:
            return self._size() == self._reported_size
        own = self.width(), self._own_height
        return all(
            self._height_at(width) == height
            for width, height in (self._reported_height, own)
        )


class FullWidth(CachedSize):
    """A place that gets all the width there is, so that it need not ask for any."""

    def _size(self) -> QSize:
        return QSize(0, super()._size().height())
