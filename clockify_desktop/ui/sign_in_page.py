"""The first page: connect a Clockify, or look around with sample data."""

from typing import Final

from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from clockify_desktop.ui.error_strip import ErrorStrip, ShownError
from clockify_desktop.ui.labels import line_label, link_button, rule, text_label
from clockify_desktop.ui.region_consent import RegionConsent
from clockify_desktop.ui.scroll_area import VerticalScrollArea
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


class SignInPage(VerticalScrollArea):
    """Draws a ``SignInState``; its parts emit what a person does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sign_in_page")
        self.setAccessibleName("Connect your Clockify")
        ground = QWidget(self)
        self._card = QFrame(ground)
        self._card.setProperty("role", "card")
        self._title = text_label("Connect your Clockify", self._card, "figure")
        self.strip = ErrorStrip(self._card)
        self.form = SignInForm(self._card)
        self.consent = RegionConsent(self._card)
        self.outcome = SignInOutcome(self._card)
        self._parts = (self.form, self.consent, self.outcome)
        self.sample = link_button(
            "Look around with sample data", "sample_data", self._card
        )
        self._lay_out(ground)
        self.setWidget(ground)
        self._phase = SignInPhase.IDLE

    def show_state(self, state: SignInState) -> None:
        """Show a state."""
        turned = state.phase is not self._phase
        self._phase = state.phase
        error = state.error if state.phase is SignInPhase.FAILED else None
        action = "Try the other regions" if state.regions else ""
        self.strip.show_state(ShownError(error, action=action) if error else None)
        self.form.show_state(state)
        self.consent.show_state(state.regions)
        self.outcome.show_state(state)
        part = _PARTS.get(state.phase, _FORM)
        self._show_part(part)
        if turned:
            self._start(part)

    def start(self) -> None:
        """Put the cursor where the page begins."""
        self.form.start()

    def _start(self, part: int) -> None:
        if part == _CONSENT:
            self.consent.start()
        elif self._phase is SignInPhase.DONE:
            self.outcome.start()
        elif self._phase is SignInPhase.IDLE:
            self.form.start()
        if self._phase is SignInPhase.FAILED:
            self.ensureWidgetVisible(self.strip)

    def _show_part(self, part: int) -> None:
        # No stack of widgets: it is always as high as its highest page.
        for number, widget in enumerate(self._parts):
            widget.setVisible(number == part)

    def _lay_out(self, ground: QWidget) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(2)
        foot.addWidget(line_label("No account at hand?", self._card, "quiet"))
        foot.addWidget(self.sample)
        foot.addStretch(1)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(_MARGIN, 28, _MARGIN, 24)
        inside.setSpacing(6)
        inside.addWidget(self._title)
        inside.addWidget(text_label(_PROMISE, self._card, "quiet"))
        inside.addSpacing(4)
        inside.addWidget(self.strip)
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
