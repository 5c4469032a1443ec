"""The field for the API key: dots, with a button that shows them."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from clockify_desktop.translation import tr
from clockify_desktop.ui.labels import push_button

_EDGE: Final = 4
_SECRET: Final = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class KeyField(QLineEdit):
    """A masked field with *show* at its end."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._show = push_button("show", "show_key", self, "link")
        self._show.setAccessibleName(tr("Show the key"))
        self._show.setCheckable(True)
        self._show.setCursor(Qt.CursorShape.PointingHandCursor)
        self._show.toggled.connect(self._on_toggled)
        self._place()

    def forget(self) -> None:
        """Empty the field and mask it again, with nothing left to undo."""
        self._show.setChecked(False)
        # setText also clears the history that Ctrl+Z would bring back.
        self.setText("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the end."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Make room anew when font or direction change."""
        super().changeEvent(event)
        if event.type() in {
            QEvent.Type.FontChange,
            QEvent.Type.StyleChange,
            QEvent.Type.LayoutDirectionChange,
        } and hasattr(self, "_show"):
            self._place()

    @Slot(bool)
    def _on_toggled(self, shown: bool) -> None:  # noqa: FBT001 - Qt calls it so
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        # No word list of an input method is to learn a key that is shown: with the
        # dots Qt takes all of these away.
        self.setInputMethodHints(self.inputMethodHints() | _SECRET)
        self._show.setText(tr("hide") if shown else tr("show"))
        self._show.setAccessibleName(
            tr("Hide the key") if shown else tr("Show the key")
        )
        self._place()

    def _place(self) -> None:
        size = self._show.sizeHint()
        left = self.width() - size.width() - _EDGE
        room = size.width() + _EDGE
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left = _EDGE
            self.setTextMargins(room, 0, 0, 0)
        else:
            self.setTextMargins(0, 0, room, 0)
        self._show.setGeometry(
            left, (self.height() - size.height()) // 2, size.width(), size.height()
        )
