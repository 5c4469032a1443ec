"""What stands in the place of a picture: why there is none, and what to do."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from clockify_desktop.ui.labels import text_label
from clockify_desktop.viewmodels.page_state import EmptyWords


class EmptyState(QWidget):
    """Words in the middle, and at most one button.

    Signals:
        action_chosen: The key of the action.
    """

    action_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("empty_state")
        self._action = ""
        self._title = text_label("", self, "title")
        self._advice = text_label("", self, "quiet")
        self._button = QPushButton(self)
        self._button.setObjectName("empty_action")
        self._button.setAutoDefault(False)
        self._button.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 0, 40, 0)
        column.setSpacing(8)
        column.addStretch(2)
        for label in (self._title, self._advice):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addSpacing(8)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def show_state(self, words: EmptyWords) -> None:
        """Say other words."""
        self._action = words.action
        self._title.setText(words.title)
        self._advice.setText(words.advice)
        self._advice.setVisible(bool(words.advice))
        self._button.setText(words.action_words)
        self._button.setAccessibleName(words.action_words)
        self._button.setVisible(bool(words.action))
        self.setAccessibleName(f"{words.title} {words.advice}".strip())

    @Slot()
    def _on_clicked(self) -> None:
        self.action_chosen.emit(self._action)
