"""The first page: connect a Clockify, or look around with sample data."""

from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from clockify_desktop.ui.error_strip import ErrorStrip, ShownError
from clockify_desktop.ui.labels import link_button, rule, text_label
from clockify_desktop.ui.region_consent import RegionConsent
from clockify_desktop.ui.scrolled import Scrolled
from clockify_desktop.ui.sign_in_form import SignInForm
from clockify_desktop.ui.sign_in_outcome import SignInOutcome
from clockify_desktop.viewmodels.sign_in_state import SignInPhase, SignInState

_PROMISE: Final = (
    "This program only reads. It never changes anything in Clockify, and sends your"
    " data nowhere else."
)
_CARD_WIDTH: Final = 620
_MARGIN: Final = 36
_FORM, _CONSENT, _OUTCOME = range(3)
_PARTS: Final = {
    SignInPhase.CONSENT: _CONSENT,
    SignInPhase.DONE: _OUTCOME,
    SignInPhase.KEEPING: _OUTCOME,
    SignInPhase.SIGNED_IN: _OUTCOME,
}


class SignInPage(Scrolled):
    """Draws a ``SignInState`` and forwards wishes.

    Signals:
        address_edited: What the address field holds now.
        submitted: The ``SignInInput`` to test.
        regions_offered: The person would like the other regions to be asked.
        regions_agreed: The key may be sent to the regions that were named.
        cancelled: Back to where it was before what is under way.
        started_over: Another key.
        workspace_chosen: The id of the workspace to open.
        accepted: Go on, with the key kept as the person said.
        accepted_for_this_run: Go on, with the key kept for this run alone.
        sample_data_chosen: Look around with sample data.
        key_help_asked: Where do I find my key?
    """

    address_edited = Signal(str)
    submitted = Signal(object)
    regions_offered = Signal()
    regions_agreed = Signal()
    cancelled = Signal()
    started_over = Signal()
    workspace_chosen = Signal(str)
    accepted = Signal()
    accepted_for_this_run = Signal()
    sample_data_chosen = Signal()
    key_help_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sign_in_page")
        self.setAccessibleName("Connect your Clockify")
        ground = QWidget(self)
        self._card = QFrame(ground)
        self._card.setProperty("role", "card")
        self._title = text_label("Connect your Clockify", self._card, "figure")
        self._strip = ErrorStrip(self._card)
        self._form = SignInForm(self._card)
        self._consent = RegionConsent(self._card)
        self._outcome = SignInOutcome(self._card)
        self._parts = (self._form, self._consent, self._outcome)
        self._sample = link_button(
            "Look around with sample data", "sample_data", self._card
        )
        self._lay_out(ground)
        self.setWidget(ground)
        self._connect()
        self._phase = SignInPhase.IDLE
        self._offers_regions = False

    def show_state(self, state: SignInState) -> None:
        """Show a state."""
        turned = state.phase is not self._phase
        self._phase = state.phase
        self._offers_regions = bool(state.regions)
        error = state.error if state.phase is SignInPhase.FAILED else None
        action = "Try the other regions" if state.regions else ""
        self._strip.show_state(ShownError(error, action=action) if error else None)
        self._form.show_state(state)
        self._consent.show_state(state.regions)
        self._outcome.show_state(state)
        part = _PARTS.get(state.phase, _FORM)
        self._show_part(part)
        if turned:
            self._start(part)

    def start(self) -> None:
        """Put the cursor where the page begins."""
        self._form.start()

    def _start(self, part: int) -> None:
        if part == _CONSENT:
            self._consent.start()
        elif self._phase is SignInPhase.DONE:
            self._outcome.start()
        elif self._phase is SignInPhase.IDLE:
            self._form.start()
        if self._phase is SignInPhase.FAILED:
            self.ensureWidgetVisible(self._strip)

    def _show_part(self, part: int) -> None:
        # No stack of widgets: it is always as high as its highest page.
        for number, widget in enumerate(self._parts):
            widget.setVisible(number == part)

    def _lay_out(self, ground: QWidget) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(2)
        question = text_label("No account at hand?", self._card, "quiet")
        question.setWordWrap(False)
        foot.addWidget(question)
        foot.addWidget(self._sample)
        foot.addStretch(1)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(_MARGIN, 28, _MARGIN, 24)
        inside.setSpacing(6)
        inside.addWidget(self._title)
        inside.addWidget(text_label(_PROMISE, self._card, "quiet"))
        inside.addSpacing(4)
        inside.addWidget(self._strip)
        inside.addSpacing(6)
        for part in self._parts:
            inside.addWidget(part)
        inside.addSpacing(12)
        inside.addWidget(rule(self._card))
        inside.addSpacing(8)
        inside.addLayout(foot)
        self._card.setMaximumWidth(_CARD_WIDTH)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._card, 1000)
        across.addStretch(1)
        down = QVBoxLayout(ground)
        down.setContentsMargins(16, 32, 16, 32)
        down.addLayout(across)
        down.addStretch(1)
        self._show_part(_FORM)

    def _connect(self) -> None:
        self._form.address_edited.connect(self.address_edited)
        self._form.submitted.connect(self.submitted)
        self._form.cancelled.connect(self.cancelled)
        self._form.key_help_asked.connect(self.key_help_asked)
        self._strip.retried.connect(self._on_retried)
        self._consent.agreed.connect(self.regions_agreed)
        self._consent.declined.connect(self.cancelled)
        self._outcome.cancelled.connect(self.cancelled)
        self._outcome.workspace_chosen.connect(self.workspace_chosen)
        self._outcome.accepted.connect(self.accepted)
        self._outcome.accepted_for_this_run.connect(self.accepted_for_this_run)
        self._outcome.another_key_requested.connect(self.started_over)
        self._sample.clicked.connect(self.sample_data_chosen)

    @Slot()
    def _on_retried(self) -> None:
        if self._offers_regions:
            self.regions_offered.emit()
