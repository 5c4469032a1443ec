"""The bottom line: whether the numbers agree, when they came, and who is signed in."""

from typing import Final

from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from clockify_desktop.domain.showable import (
    LONGEST_NAME,
    named,
    showable,
    showable_name,
)
from clockify_desktop.ui.cut_line import CutLine
from clockify_desktop.ui.labels import (
    link_button,
    on_a_button,
    push_button,
)
from clockify_desktop.ui.layouts import STRETCH, row
from clockify_desktop.viewmodels.page_state import StatusState, Tone

_ARROW: Final = " \N{BLACK DOWN-POINTING SMALL TRIANGLE}"
_SIDE_PX: Final = 8
# "Asking Clockify…": without it nobody would know what Cancel ends.
_LEAST_PROGRESS_PX: Final = 110


class StatusLine(QFrame):
    """Verdict, time, progress with its cancel, and the account.

    Under ``account_picker`` the accounts open.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self._tone = ""
        self._verdict = CutLine(self)
        self._fetched = CutLine(self)
        self._fetched.setProperty("role", "quiet")
        # Of all three the one that is not said elsewhere.
        self._fetched.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._progress = CutLine(self)
        self._progress.setProperty("role", "quiet")
        self.cancel = link_button("Cancel", "cancel", self)
        self.account_picker = push_button("", "account_picker", self, "flat")
        words = self._verdict, self._fetched, self._progress
        parts = *words, self.cancel, STRETCH, self.account_picker
        row(*parts, within=self, spacing=18, margins=(16, 3, 8, 3))
        self.show_state(StatusState())

    def show_state(self, state: StatusState) -> None:
        """Show other words."""
        if state.tone != self._tone:
            self._tone = state.tone
            self._verdict.setProperty("role", state.tone.value)
            self._verdict.style().unpolish(self._verdict)
            self._verdict.style().polish(self._verdict)
            # A warning has a ground of its own, whose edge no words may touch.
            side = _SIDE_PX if state.tone is Tone.WARNING else 0
            self._verdict.setContentsMargins(side, 0, side, 0)
        progress = state.progress if state.loading else ""
        for label, text in (
            (self._verdict, state.verdict),
            (self._fetched, state.fetched),
            (self._progress, progress),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        least = min(self._progress.sizeHint().width(), _LEAST_PROGRESS_PX)
        self._progress.setMinimumWidth(least)
        self.cancel.setVisible(state.loading)
        account = showable_name(state.account)
        self.account_picker.setText(on_a_button(account) + _ARROW)
        self.account_picker.setAccessibleName(
            f"Account: {named(account, LONGEST_NAME)}"
        )
        self.account_picker.setVisible(bool(state.account))
        words = (state.verdict, state.fetched, progress)
        self.setAccessibleName(showable("; ".join(word for word in words if word)))
