"""Signing out: the key goes, and what about the rest?"""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from clockify_desktop.domain.showable import named
from clockify_desktop.translation import tr
from clockify_desktop.ui.labels import link_button, push_button, text_label
from clockify_desktop.ui.layouts import STRETCH, column, row
from clockify_desktop.ui.look.check_mark import CheckBox

_KEY_GOES = tr(
    "The key is removed from this computer. In Clockify it stays valid until you"
    " delete it there."
)


class SignOutDialog(QDialog):
    """Asks before it signs out. Opened with ``open()``."""

    # Whether to forget the settings of this account too.
    confirmed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sign_out_dialog")
        self.setWindowTitle(tr("Sign out"))
        self._title = text_label("", self, "title")
        self._forget = CheckBox(
            tr("Also forget its settings, choices and review notes"), self
        )
        self._forget.setObjectName("forget_settings")
        out = push_button(tr("Sign out"), "sign_out", self, "main")
        # Enter keeps; signing out needs one more step on purpose.
        out.setAutoDefault(False)
        out.clicked.connect(self._on_signed_out)
        stay = link_button(tr("Stay signed in"), "stay_signed_in", self)
        stay.clicked.connect(self.reject)
        column(
            self._title,
            text_label(_KEY_GOES, self),
            4,
            self._forget,
            8,
            row(out, stay, STRETCH, spacing=8),
            within=self,
            spacing=8,
            margins=(24, 20, 24, 16),
        )
        stay.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setFixedWidth(460)

    def show_state(self, account: str) -> None:
        """Name the account."""
        self._title.setText(tr("Sign out of {account}?", account=named(account)))
        self._forget.setChecked(False)

    @Slot()
    def _on_signed_out(self) -> None:
        self.accept()
        self.confirmed.emit(self._forget.isChecked())
