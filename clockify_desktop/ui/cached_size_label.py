"""A label whose words change often and nearly always need the same room."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from clockify_desktop.ui.labels import PlainLabel


class CachedSizeLabel(QWidget):
    """Updates its geometry only where the new words need other room.

    Qt's label does so whenever its words change, and to lay the window out takes
    longer than to paint all of them.
    """

    def __init__(self, label: PlainLabel, parent: QWidget) -> None:
        super().__init__(parent)
        label.setParent(self)
        self._label = label
        self._reported_size = QSize()
        self._reported_height = (0, 0)
        # Layouts ask for other widths than the one that they give.
        self._own_height = 0
        policy = label.sizePolicy()
        # The label does not report it before it has words.
        policy.setHeightForWidth(label.wordWrap())
        self.setSizePolicy(policy)

    def show_text(self, text: str) -> None:
        """Show other words."""
        self._label.setText(text)
        self._update_size()

    def sizeHint(self) -> QSize:
        """Take what the label would take."""
        self._reported_size = self._label.sizeHint()
        return self._reported_size

    def minimumSizeHint(self) -> QSize:
        """Need what the label would need."""
        return self._label.minimumSizeHint()

    def heightForWidth(self, width: int) -> int:
        """Be as high as the label's lines."""
        height = self._height_at(width)
        self._reported_height = width, height
        return height

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give all of it to the label."""
        super().resizeEvent(event)
        self._label.setGeometry(self.rect())
        self._own_height = self._height_at(self.width())

    def event(self, event: QEvent) -> bool:
        """Pass a change on only where the size is another: the label always does."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._update_size()
        return super().event(event)

    def _update_size(self) -> None:
        if not self._is_as_reported():
            self._own_height = self._height_at(self.width())
            self.updateGeometry()

    def _height_at(self, width: int) -> int:
        return self._label.heightForWidth(width)

    def _is_as_reported(self) -> bool:
        if not self._label.wordWrap():
            return self._label.sizeHint() == self._reported_size
        own = self.width(), self._own_height
        return all(
            self._height_at(width) == height
            for width, height in (self._reported_height, own)
        )
