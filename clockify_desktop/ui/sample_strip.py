"""The strip that says that these people are invented."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from clockify_desktop.ui.labels import link_button, text_label

_WORDS = "Sample data \N{EN DASH} not your team"


class SampleStrip(QFrame):
    """``Sample data - not your team · Connect Clockify``.

    Signals:
        connect_chosen: The person wishes to see their own team.
    """

    connect_chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sample_strip")
        self.setProperty("role", "note")
        self.setAccessibleName(_WORDS)
        words = text_label(_WORDS, self)
        words.setWordWrap(False)
        dot = text_label("\N{MIDDLE DOT}", self, "quiet")
        button = link_button("Connect Clockify", "connect_clockify", self)
        button.clicked.connect(self.connect_chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 12, 4)
        row.setSpacing(4)
        row.addWidget(words)
        row.addWidget(dot)
        row.addWidget(button)
        row.addStretch(1)

    def show_state(self, shown: bool) -> None:  # noqa: FBT001 - the whole state of this view is one truth; Qt's own render is not used
        """Show or hide the strip."""
        self.setVisible(shown)
