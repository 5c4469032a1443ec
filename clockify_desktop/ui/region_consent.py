"""May the key be sent to the other regions? Asked with their names, never assumed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from clockify_desktop.api.hosts import Deployment, origin_of
from clockify_desktop.ui.labels import link_button, text_label

_QUESTION = "Send your key to these addresses, to ask which of them knows it?"


class RegionConsent(QWidget):
    """The question, the hosts one by one, yes and no.

    Signals:
        agreed: The key may be sent there.
        declined: It may not.
    """

    agreed = Signal()
    declined = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("region_consent")
        title = text_label(_QUESTION, self, "title")
        self._names = text_label("", self)
        self._names.setObjectName("region_names")
        note = text_label("All of them are Clockify's own.", self, "quiet")
        self._yes = QPushButton("Ask these regions", self)
        self._yes.setObjectName("ask_regions")
        self._yes.setAccessibleName("Ask these regions")
        self._yes.setProperty("role", "main")
        no = link_button("Do not send it", "do_not_ask", self)
        self._yes.clicked.connect(self.agreed)
        no.clicked.connect(self.declined)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._yes)
        buttons.addWidget(no)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(self._names)
        column.addWidget(note)
        column.addSpacing(8)
        column.addLayout(buttons)

    def show_state(self, regions: Sequence[Deployment]) -> None:
        """Name the hosts."""
        lines = [
            f"{one.title}: {origin_of(one.hosts.core_url).host}" for one in regions
        ]
        self._names.setText("\n".join(lines))
        self._yes.setAccessibleDescription(", ".join(lines))

    def start(self) -> None:
        """Make Enter mean no: the cautious answer."""
        button = self.findChild(QPushButton, "do_not_ask")
        if isinstance(button, QPushButton):
            button.setFocus(Qt.FocusReason.OtherFocusReason)
