"""The panel under a picker: opens, takes the keyboard, closes and gives it back."""

from typing import Final

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import (
    QBitmap,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from clockify_desktop.ui.layouts import Part, column

_GAP: Final = 4
_RADIUS: Final = 9.0
_MARGINS: Final = (12, 12, 12, 12)
_SPACING: Final = 8


class PopupPanel(QFrame):
    """A frame below its parent button; Escape or a click elsewhere closes it."""

    def __init__(self, title: str, button: QWidget) -> None:
        super().__init__(
            button,
            Qt.WindowType.Popup
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.NoDropShadowWindowHint,
        )
        self.setProperty("role", "popup")
        self.setObjectName(f"{button.objectName()}_panel")
        self.setAccessibleName(title)
        self.setWindowTitle(title)
        self._button = button

    def fill(self, *parts: Part) -> None:
        """Lay out what is in it, from top to bottom."""
        column(*parts, within=self, spacing=_SPACING, margins=_MARGINS)

    def open_with(self, first: QWidget) -> None:
        """Open below the button, and give the keyboard to a part."""
        self.setLayoutDirection(self._button.layoutDirection())
        self.fit()
        self.show()
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def fit(self) -> None:
        """Be as large as what is in it needs, and whole on the screen."""
        # Not adjustSize, which makes no window smaller than 200 by 100.
        self.ensurePolished()
        screen = self._button.screen().availableGeometry()
        beyond_px = self.sizeHint().height() - screen.height()
        views = [
            one for one in self.findChildren(QAbstractItemView) if not one.isHidden()
        ]
        if beyond_px > 0 and views:
            # It scrolls; all else is to be reached at once.
            highest = max(views, key=QWidget.minimumHeight)
            highest.setFixedHeight(highest.minimumHeight() - beyond_px)
        self.resize(self.sizeHint())
        self.move(self._place())

    def _place(self) -> QPoint:
        button, size = self._button, self.size()
        leading = 0
        if button.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            leading = button.width() - size.width()
        place = button.mapToGlobal(QPoint(leading, button.height() + _GAP))
        screen = button.screen().availableGeometry()
        right, bottom = screen.right() - size.width(), screen.bottom() - size.height()
        return QPoint(
            max(screen.left(), min(place.x(), right)),
            max(screen.top(), min(place.y(), bottom)),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Escape, and keep every other key in here."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close by a click elsewhere; one on the button must not open it again."""
        on_button = self._button.rect().contains(
            self._button.mapFromGlobal(event.globalPosition().toPoint())
        )
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay, on_button)
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the corners off, which the style sheet leaves outside its border."""
        super().resizeEvent(event)
        mask = QBitmap(event.size())
        mask.fill(Qt.GlobalColor.color0)
        painter = QPainter(mask)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.color1)
        painter.drawRoundedRect(mask.rect(), _RADIUS, _RADIUS)
        painter.end()
        self.setMask(mask)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the keyboard back to the button."""
        super().hideEvent(event)
        self._button.setFocus(Qt.FocusReason.PopupFocusReason)
