"""The quiet strip above the figures that says what a report lacks, and why."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from clockify_desktop.ui.labels import text_label


class NoteStrip(QFrame):
    """Some sentences one after the other; not there while the report is whole."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("note_strip")
        self.setProperty("role", "note")
        self._words = text_label("", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 12, 4)
        row.addWidget(self._words, 1)
        self.setVisible(False)

    def show_state(self, notes: tuple[str, ...]) -> None:
        """Say it."""
        words = " ".join(notes)
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
