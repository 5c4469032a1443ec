"""May the key be sent to the other regions? Asked with their names, never assumed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clockify_desktop.api.hosts import Deployment, origin_of
from clockify_desktop.ui.labels import button_row, link_button, push_button, text_label

_QUESTION = "Send your key to these addresses, to ask which of them knows it?"


class RegionConsent(QWidget):
    """The question, the hosts one by one, yes and no."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("region_consent")
        title = text_label(_QUESTION, self, "title")
        self._names = text_label("", self, name="region_names")
        note = text_label("All of them are Clockify's own.", self, "quiet")
        self.agree = push_button("Ask these regions", "ask_regions", self, "main")
        self.decline = link_button("Do not send it", "do_not_ask", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(self._names)
        column.addWidget(note)
        column.addSpacing(8)
        column.addLayout(button_row(self.agree, self.decline))

    def show_state(self, regions: Sequence[Deployment]) -> None:
        """Name the hosts."""
        lines = [
            f"{one.title}: {origin_of(one.hosts.core_url).host}" for one in regions
        ]
        self._names.setText("\n".join(lines))
        self.agree.setAccessibleDescription(", ".join(lines))

    def start(self) -> None:
        """Make Enter mean no: the cautious answer."""
        self.decline.setFocus(Qt.FocusReason.OtherFocusReason)
