"""What stands in the place of a picture: why there is none, and what to do."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clockify_desktop.domain.showable import showable
from clockify_desktop.ui.labels import push_button, show_text, show_words, text_label
from clockify_desktop.viewmodels.page_state import EmptyWords


class EmptyState(QWidget):
    """Words in the middle, and at most one button."""

    # The key of the action.
    action_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("empty_state")
        self._action = ""
        self._title = text_label("", self, "title")
        self._advice = text_label("", self, "quiet")
        self._button = push_button("", "empty_action", self)
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
        show_text(self._advice, words.advice)
        show_words(self._button, words.action_words)
        self._button.setVisible(bool(words.action))
        self.setAccessibleName(showable(f"{words.title} {words.advice}"))

    @Slot()
    def _on_clicked(self) -> None:
        self.action_chosen.emit(self._action)
