"""The form of the sign-in page: where, which key, keep it or not."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from clockify_desktop.translation import tr
from clockify_desktop.ui.host_fields import HostFields
from clockify_desktop.ui.key_field import KeyField
from clockify_desktop.ui.labels import (
    field_label,
    link_button,
    push_button,
    show_text,
    text_label,
)
from clockify_desktop.ui.layouts import LEFTOVER, column, row
from clockify_desktop.ui.look.check_mark import CheckBox
from clockify_desktop.viewmodels.sign_in_state import (
    SignInInput,
    SignInPhase,
    SignInState,
    place_in_words,
    where_kept,
)

_WHERE = tr(
    "In Clockify: your picture \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"
    " Preferences \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} Advanced"
    " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} Manage API keys"
    " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} Generate new. It is shown once."
)
_WHOSE = tr(
    "To see your whole team you need an owner's or admin's key; there is no separate"
    " organisation key. A workspace with a subdomain has keys of its own."
)
_KEEP = tr("Keep the key in this computer's password store")


class SignInForm(QWidget):
    """Address, key and the one main button."""

    submitted = Signal(SignInInput)
    # Something that may have been wrong is typed anew.
    corrected = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hosts = HostFields(self)
        self._key = KeyField(self)
        self._key.setObjectName("api_key")
        self._key_label = field_label(tr("API key"), self._key)
        self.key_help = link_button(tr("Where do I find my key?"), "key_help", self)
        self._keep = CheckBox(_KEEP, self)
        self._keep.setObjectName("keep_key")
        self._keep.setChecked(True)
        self._kept = text_label("", self, "quiet", name="key_kept")
        name = "test_and_continue"
        self._test = push_button(tr("Test and continue"), name, self, "main")
        self.cancel = link_button(tr("Cancel"), "cancel_test", self)
        self._progress = text_label("", self, "quiet", name="asking")
        self._lay_out()
        self.hosts.submitted.connect(self._on_submitted)
        self._key.textEdited.connect(self.corrected)
        self.hosts.corrected.connect(self.corrected)
        self._key.returnPressed.connect(self._on_submitted)
        self._keep.toggled.connect(self._show_where_kept)
        self._test.clicked.connect(self._on_submitted)
        self._state = SignInState()
        self.show_state(self._state)

    def show_state(self, state: SignInState) -> None:
        """Show a state."""
        before = self._state.phase
        turned = state.phase is not before
        new_error = state.error is not self._state.error
        self._state = state
        place = state.place
        self.hosts.show_state(place_in_words(place) if place else "")
        testing = state.phase is SignInPhase.TESTING
        for widget in (self.hosts, self._key, self._keep, self._test):
            widget.setEnabled(not testing)
        # Without a password store there is nothing to choose; the line below says so.
        self._keep.setVisible(state.lasting is not False)
        self.cancel.setVisible(testing)
        self._progress.setVisible(testing)
        asking = tr("Asking {title} …", title=place.title) if place else ""
        self._progress.setText(state.waiting or asking)
        self._show_where_kept()
        over = state.phase is SignInPhase.IDLE and before in {
            SignInPhase.DONE,
            SignInPhase.KEEPING,
        }
        if state.phase is SignInPhase.SIGNED_IN or over:
            # Not on cancelling: Clockify shows a key only once.
            self._key.forget()
        if turned and testing:
            self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        if state.phase is SignInPhase.FAILED and (turned or new_error):
            self._go_to_what_is_wrong()

    def start(self) -> None:
        """Put the cursor into the first field."""
        self.hosts.take_focus()

    def _lay_out(self) -> None:
        column(
            self.hosts,
            10,
            self._key_label,
            self._key,
            self.key_help,
            text_label(_WHERE, self, "quiet"),
            text_label(_WHOSE, self, "quiet"),
            8,
            self._keep,
            self._kept,
            8,
            row(self._test, self.cancel, (self._progress, 1), LEFTOVER, spacing=8),
            within=self,
            spacing=6,
        )

    @Slot()
    def _show_where_kept(self) -> None:
        show_text(self._kept, where_kept(self._state, keep=self._keep.isChecked()))

    def _go_to_what_is_wrong(self) -> None:
        if self._state.field == "address":
            self.hosts.take_focus()
        else:
            self._key.setFocus(Qt.FocusReason.OtherFocusReason)
            self._key.selectAll()

    @Slot()
    def _on_submitted(self) -> None:
        entered = SignInInput(
            address=self.hosts.address,
            key=self._key.text(),
            keep=self._keep.isChecked() and self._state.lasting is not False,
            own_pair=self.hosts.own_pair,
            reports_address=self.hosts.reports_address,
        )
        self.submitted.emit(entered)
