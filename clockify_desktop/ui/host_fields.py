"""Where is your Clockify? One field, and a list for those who know."""

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QWidget

from clockify_desktop.api.hosts import DEPLOYMENTS, SANDBOX
from clockify_desktop.translation import tr
from clockify_desktop.ui.labels import (
    field_label,
    line_label,
    link_button,
    text_label,
)
from clockify_desktop.ui.layouts import FlowLayout, column, row

_PASTE: Final = tr("Open Clockify in your browser and paste its address here")
_REGIONS: Final = tuple(one for one in DEPLOYMENTS if one.hosts != SANDBOX)
_SUBDOMAIN: Final = len(_REGIONS)
_OTHER: Final = _SUBDOMAIN + 1


class HostFields(QWidget):
    """The address field with the list beside it."""

    # What the address field holds now; empty with addresses of one's own.
    edited = Signal(str)
    # Something else is typed into the second field.
    corrected = Signal()
    # The person pressed Enter.
    submitted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._field = QLineEdit(self)
        self._field.setObjectName("host_choice")
        self._label = field_label(tr("Where is your Clockify?"), self._field)
        self._ending = line_label(".clockify.me", self, "quiet")
        self._second = QLineEdit(self)
        self._second.setObjectName("reports_address")
        self._second_label = field_label(
            tr("Address of the reports, if it is another"), self._second
        )
        self._second.setPlaceholderText("https://clockify.example/report/v1")
        self._place = text_label("", self, "quiet", name="place_found")
        # No QButtonGroup: it would be one stop of the Tab key, with arrows that jump
        # to whatever stands nearest. These are links, each of them a stop.
        self._buttons: list[QPushButton] = []
        self._chosen: int | None = None
        self._typed = ""
        self._lay_out()
        self._field.textEdited.connect(self._on_edited)
        self._field.returnPressed.connect(self.submitted)
        self._second.textEdited.connect(self.corrected)
        self._second.returnPressed.connect(self.submitted)
        self._choose(None)

    @property
    def address(self) -> str:
        """What the address field holds."""
        return self._field.text()

    @property
    def reports_address(self) -> str:
        """The second address, empty unless the person gives a pair."""
        return self._second.text() if self.own_pair else ""

    @property
    def own_pair(self) -> bool:
        """Whether addresses of one's own were chosen."""
        return self._chosen == _OTHER

    def show_state(self, place: str) -> None:
        """Show which Clockify was found, in words; empty while none was."""
        self._place.setText(place)
        self._place.setVisible(bool(place) and not self.own_pair)

    def take_focus(self) -> None:
        """Put the cursor where an address is missing or wrong."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.selectAll()

    def _lay_out(self) -> None:
        choices = QWidget(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        choices.setSizePolicy(policy)
        flow = FlowLayout(choices)
        words = line_label(tr("or choose:"), choices, "quiet")
        words.setContentsMargins(0, 3, 0, 3)
        flow.addWidget(words)
        named = [(one.title, one.name) for one in _REGIONS]
        named += (
            (tr("own subdomain"), "own_subdomain"),
            (tr("other address"), "other_address"),
        )
        for title, name in named:
            button = link_button(title, f"host_{name}", choices)
            button.setCheckable(True)
            button.clicked.connect(self._on_clicked)
            self._buttons.append(button)
            flow.addWidget(button)
        column(
            self._label,
            row((self._field, 1), self._ending, spacing=8),
            self._place,
            choices,
            self._second_label,
            self._second,
            within=self,
            spacing=6,
        )

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self._typed = text
        if self._chosen is not None and self._chosen < len(_REGIONS):
            self._choose(None)
        self.edited.emit("" if self.own_pair else text)

    @Slot()
    def _on_clicked(self) -> None:
        number = next(n for n, one in enumerate(self._buttons) if one is self.sender())
        self._choose(number)
        if number < len(_REGIONS):
            self._field.setText(_REGIONS[number].title)
        else:
            self._field.setText(self._typed)
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit("" if self.own_pair else self._field.text())

    def _choose(self, number: int | None) -> None:
        """Mark a choice and show the fields that it needs."""
        self._chosen = number
        for place, button in enumerate(self._buttons):
            button.setChecked(place == number)
        self._ending.setVisible(number == _SUBDOMAIN)
        self._second.setVisible(self.own_pair)
        self._second_label.setVisible(self.own_pair)
        self._place.setVisible(bool(self._place.text()) and not self.own_pair)
        hints = {
            _SUBDOMAIN: tr("acme, or acme.euc1 in a region"),
            _OTHER: "https://clockify.example/api/v1",
        }
        self._field.setPlaceholderText(hints.get(number or 0, _PASTE))
