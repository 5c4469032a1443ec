"""The form of the sign-in page: where, which key, keep it or not."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from clockify_desktop.ui.host_fields import HostFields
from clockify_desktop.ui.key_field import KeyField
from clockify_desktop.ui.labels import field_label, link_button, text_label
from clockify_desktop.ui.look.check_mark import CheckBox
from clockify_desktop.viewmodels.sign_in_state import (
    SignInInput,
    SignInPhase,
    SignInState,
    place_in_words,
    where_kept,
)

_WHERE = (
    "In Clockify: your picture \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"
    " Preferences \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} Advanced"
    " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} Manage API keys"
    " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} Generate new. It is shown once."
)
_WHOSE = (
    "To see your whole team you need an owner's or admin's key; there is no separate"
    " organisation key. A workspace with a subdomain has keys of its own."
)
_KEEP = "Keep the key in this computer's password store"


class SignInForm(QWidget):
    """Address, key and the one main button.

    Signals:
        address_edited: What the address field holds now.
        submitted: The ``SignInInput`` to test.
        cancelled: The person does not want to wait.
        key_help_asked: The person asks where to find a key.
    """

    address_edited = Signal(str)
    submitted = Signal(object)
    cancelled = Signal()
    key_help_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._hosts = HostFields(self)
        self._key = KeyField(self)
        self._key.setObjectName("api_key")
        self._key_label = field_label("API key", self._key)
        self._help = link_button("Where do I find my key?", "key_help", self)
        self._keep = CheckBox(_KEEP, self)
        self._keep.setObjectName("keep_key")
        self._keep.setChecked(True)
        self._kept = text_label("", self, "quiet")
        self._kept.setObjectName("key_kept")
        self._test = QPushButton("Test and continue", self)
        self._test.setObjectName("test_and_continue")
        self._test.setAccessibleName("Test and continue")
        self._test.setProperty("role", "main")
        self._cancel = link_button("Cancel", "cancel_test", self)
        self._asking = text_label("", self, "quiet")
        self._asking.setObjectName("asking")
        self._lay_out()
        self._hosts.edited.connect(self.address_edited)
        self._hosts.submitted.connect(self._on_submitted)
        self._key.returnPressed.connect(self._on_submitted)
        self._help.clicked.connect(self.key_help_asked)
        self._keep.toggled.connect(self._on_keep_toggled)
        self._test.clicked.connect(self._on_submitted)
        self._cancel.clicked.connect(self.cancelled)
        self._state = SignInState()
        self.show_state(self._state)

    def show_state(self, state: SignInState) -> None:
        """Show a state."""
        before = self._state.phase
        turned = state.phase is not before
        new_error = state.error is not self._state.error
        self._state = state
        place = state.place
        self._hosts.show_state(place_in_words(place) if place else "")
        testing = state.phase is SignInPhase.TESTING
        for widget in (self._hosts, self._key, self._keep, self._test):
            widget.setEnabled(not testing)
        # Without a password store there is nothing to choose; the line below says so.
        self._keep.setVisible(state.lasting is not False)
        self._cancel.setVisible(testing)
        self._asking.setVisible(testing)
        asking = f"Asking {place.title} \N{HORIZONTAL ELLIPSIS}" if place else ""
        self._asking.setText(state.waiting or asking)
        self._say_where_kept()
        over = state.phase is SignInPhase.IDLE and before in {
            SignInPhase.DONE,
            SignInPhase.KEEPING,
        }
        if state.phase is SignInPhase.SIGNED_IN or over:
            # Not on cancelling: Clockify shows a key only once.
            self._key.forget()
        if turned and testing:
            self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        if state.phase is SignInPhase.FAILED and (turned or new_error):
            self._go_to_what_is_wrong()

    def start(self) -> None:
        """Put the cursor into the first field."""
        self._hosts.take_focus()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._test)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._asking, 1)
        buttons.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._hosts)
        column.addSpacing(10)
        column.addWidget(self._key_label)
        column.addWidget(self._key)
        column.addWidget(self._help)
        column.addWidget(text_label(_WHERE, self, "quiet"))
        column.addWidget(text_label(_WHOSE, self, "quiet"))
        column.addSpacing(8)
        column.addWidget(self._keep)
        column.addWidget(self._kept)
        column.addSpacing(8)
        column.addLayout(buttons)

    def _say_where_kept(self) -> None:
        words = where_kept(self._state, keep=self._keep.isChecked())
        self._kept.setText(words)
        self._kept.setVisible(bool(words))

    def _go_to_what_is_wrong(self) -> None:
        if self._state.field == "address":
            self._hosts.take_focus()
        else:
            self._key.setFocus(Qt.FocusReason.OtherFocusReason)
            self._key.selectAll()

    @Slot(bool)
    def _on_keep_toggled(self, _keep: bool) -> None:  # noqa: FBT001 - Qt calls it so
        self._say_where_kept()

    @Slot()
    def _on_submitted(self) -> None:
        entered = SignInInput(
            address=self._hosts.address,
            key=self._key.text(),
            keep=self._keep.isChecked() and self._state.lasting is not False,
            own_pair=self._hosts.own_pair,
            reports_address=self._hosts.reports_address,
        )
        self.submitted.emit(entered)
