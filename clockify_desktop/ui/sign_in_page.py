"""The first page: connect a Clockify, or look around with sample data."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from clockify_desktop.api.hosts import Deployment, origin_of
from clockify_desktop.translation import tr
from clockify_desktop.ui.error_strip import ErrorStrip, ShownError
from clockify_desktop.ui.labels import (
    line_label,
    link_button,
    push_button,
    rule,
    text_label,
)
from clockify_desktop.ui.layouts import STRETCH, VerticalScrollArea, column, row
from clockify_desktop.ui.promise import ONLY_READS
from clockify_desktop.ui.sign_in_form import SignInForm
from clockify_desktop.ui.sign_in_outcome import SignInOutcome
from clockify_desktop.viewmodels.sign_in_state import SignInPhase, SignInState

_PROMISE: Final = tr(
    "{only_reads} Your data are sent nowhere else.", only_reads=ONLY_READS
)
_QUESTION: Final = tr(
    "Send your key to these addresses, to ask which of them knows it?"
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


class RegionConsent(QWidget):
    """May the key be sent to the other regions? The hosts one by one, yes and no."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("region_consent")
        title = text_label(_QUESTION, self, "title")
        self._names = text_label("", self, name="region_names")
        note = text_label(tr("All of them are Clockify's own."), self, "quiet")
        self.agree = push_button(tr("Ask these regions"), "ask_regions", self, "main")
        self.decline = link_button(tr("Do not send it"), "do_not_ask", self)
        buttons = row(self.agree, self.decline, STRETCH, spacing=8)
        column(title, self._names, note, 8, buttons, within=self, spacing=8)

    def show_state(self, regions: Sequence[Deployment]) -> None:
        """Name the hosts."""
        lines = [
            f"{one.title}: {origin_of(one.hosts.core_url).host}" for one in regions
        ]
        self._names.show_lines(lines)
        self.agree.setAccessibleDescription(", ".join(lines))

    def start(self) -> None:
        """Make Enter mean no: the cautious answer."""
        self.decline.setFocus(Qt.FocusReason.OtherFocusReason)


class SignInPage(VerticalScrollArea):
    """Draws a ``SignInState``; its parts emit what a person does.

    ``leave`` goes back to what was open before, where something was.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sign_in_page")
        self.setAccessibleName(tr("Connect your Clockify"))
        ground = QWidget(self)
        self._card = QFrame(ground)
        self._card.setProperty("role", "card")
        self._title = text_label(tr("Connect your Clockify"), self._card, "figure")
        self.strip = ErrorStrip(self._card)
        self.form = SignInForm(self._card)
        self.consent = RegionConsent(self._card)
        self.outcome = SignInOutcome(self._card)
        self._parts = (self.form, self.consent, self.outcome)
        self.sample = link_button(
            tr("Look around with sample data"), "sample_data", self._card
        )
        self.leave = link_button(tr("Cancel"), "leave_sign_in", self._card)
        self._can_leave = False
        self._lay_out(ground)
        self.setWidget(ground)
        self._phase = SignInPhase.IDLE

    def show_state(self, state: SignInState) -> None:
        """Show a state."""
        turned = state.phase is not self._phase
        corrected = (self._phase, state.phase) == (SignInPhase.FAILED, SignInPhase.IDLE)
        self._phase = state.phase
        self._show_leave()
        error = state.error if state.phase is SignInPhase.FAILED else None
        action = tr("Try the other regions") if state.regions else ""
        self.strip.show_state(ShownError(error, action=action) if error else None)
        self.form.show_state(state)
        self.consent.show_state(state.regions)
        self.outcome.show_state(state)
        part = _PARTS.get(state.phase, _FORM)
        self._show_part(part)
        # Whoever corrects something has the cursor where they type.
        if turned and not corrected:
            self._start(part)

    def start(self, *, can_leave: bool = False) -> None:
        """Put the cursor where the page begins."""
        self._can_leave = can_leave
        self._show_leave()
        self.form.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cancel with Escape what is under way or asked, else the whole page."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        if self._phase is SignInPhase.KEEPING:
            self.outcome.cancelled.emit()
        cancels = (self.form.cancel, self.consent.decline, self.leave)
        shown = [one for one in cancels if one.isVisible()]
        if shown:
            shown[0].click()

    def _show_leave(self) -> None:
        # There is one Cancel at a time.
        busy = {SignInPhase.TESTING, SignInPhase.KEEPING}
        self.leave.setVisible(self._can_leave and self._phase not in busy)

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
        no_account = line_label(tr("No account at hand?"), self._card, "quiet")
        column(
            self._title,
            text_label(_PROMISE, self._card, "quiet"),
            4,
            self.strip,
            6,
            *self._parts,
            12,
            rule(self._card),
            8,
            row(no_account, self.sample, STRETCH, self.leave, spacing=2),
            within=self._card,
            spacing=6,
            margins=(_MARGIN, 28, _MARGIN, 24),
        )
        self._card.setMaximumWidth(_CARD_WIDTH)
        across = row(STRETCH, (self._card, 1000), STRETCH)
        column(across, STRETCH, within=ground, margins=(16, 32, 16, 32))
        self._show_part(_FORM)
