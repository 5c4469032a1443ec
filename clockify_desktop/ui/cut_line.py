"""Words in one line, cut where there is no room for all of them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from clockify_desktop.domain.showable import is_right_to_left, showable
from clockify_desktop.ui.labels import PlainLabel, set_tool_tip
from clockify_desktop.ui.look.drawing import draw_line


class CutLine(PlainLabel):
    """Ends with an ellipsis where it is narrow; its tool tip has all of its words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show other words."""
        words = showable(text)
        if words != self.text():
            super().setText(words)
            set_tool_tip(self, words)

    def minimumSizeHint(self) -> QSize:
        """Need no width at all."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what there is room for."""
        as_it_is = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        if as_it_is and super().sizeHint().width() <= self.width():
            words = self.text()
            if not is_right_to_left(words):
                # The same in a third of the time.
                super().paintEvent(event)
                return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        draw_line(
            painter, self.contentsRect(), showable(self.text()), self.layoutDirection()
        )
