"""Connects the sign-in page with its view model, both ways."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from clockify_desktop.api.client_factory import open_clockify
from clockify_desktop.store.accounts import AccountsFile
from clockify_desktop.ui.main_window import MainWindow
from clockify_desktop.ui.sign_in_page import SignInPage
from clockify_desktop.viewmodels.countdown import WaitCountdown
from clockify_desktop.viewmodels.sign_in import SignInViewModel
from clockify_desktop.viewmodels.sign_in_state import SignInPhase, SignInState


class SignInWiring(QObject):
    """The sign-in page's part of the program.

    Signals:
        signed_in: The ``Account`` of somebody who has just signed in, and their
            ``Connection``.
        sample_data_chosen: Look around with sample data.
        left: Nobody wants to sign in after all.
        key_help_asked: Where is a key to be found?

    Args:
        now: Tells the time, aware.
    """

    signed_in = Signal(object, object)
    sample_data_chosen = Signal()
    left = Signal()
    key_help_asked = Signal()

    def __init__(
        self,
        window: MainWindow,
        accounts: AccountsFile,
        now: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window = window
        waits = WaitCountdown(now, self)
        telling = partial(open_clockify, on_wait=waits.show_wait)
        self.model = model = SignInViewModel(telling, accounts, parent=self)
        self._page = page = SignInPage(window)
        window.add_page(page)
        form, outcome = page.form, page.outcome
        form.hosts.edited.connect(model.read)
        form.corrected.connect(model.correct)
        form.submitted.connect(model.test)
        form.key_help.clicked.connect(self.key_help_asked)
        page.strip.retried.connect(model.ask_for_consent)
        page.consent.agree.clicked.connect(model.try_regions)
        form.cancel.clicked.connect(model.cancel)
        page.consent.decline.clicked.connect(model.cancel)
        outcome.cancelled.connect(model.cancel)
        outcome.workspace_chosen.connect(model.choose)
        outcome.open_report.clicked.connect(model.go_on)
        outcome.strip.retried.connect(model.go_on_for_this_run)
        outcome.another_key_requested.connect(model.start_over)
        page.leave.clicked.connect(self._on_left)
        page.sample.clicked.connect(self.sample_data_chosen)
        waits.text_changed.connect(model.show_wait)
        model.changed.connect(page.show_state)
        model.changed.connect(self._on_changed)
        page.show_state(model.state)

    def start(self, *, can_leave: bool) -> None:
        """Show the page, empty, with the cursor in the first field."""
        self.model.start_over()
        # Only now: who is signed in already need not wait for keyring.
        self.model.look_for_store()
        self._window.show_page(self._page)
        self._window.enable_reports(enabled=False)
        self._page.start(can_leave=can_leave)

    async def close(self) -> None:
        """End what is under way."""
        await self.model.close()

    @Slot()
    def _on_left(self) -> None:
        self.model.start_over()
        self.left.emit()

    @Slot(object)
    def _on_changed(self, state: SignInState) -> None:
        if state.phase is SignInPhase.SIGNED_IN and state.account and state.connection:
            self.signed_in.emit(state.account, state.connection)
            self.model.start_over()
