"""Signing in: from an address and a key to an account."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from clockify_desktop.api.credentials import ApiKey
from clockify_desktop.api.errors import KeyUnknownError
from clockify_desktop.api.hosts import Deployment
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.services.account_storage import StoreFound, find_store, keep
from clockify_desktop.services.clockify_address import (
    ClockifyAddress,
    own_addresses,
    read_address,
)
from clockify_desktop.services.connection import Connection
from clockify_desktop.services.latest_task import LatestTask
from clockify_desktop.services.sign_in import (
    OpenClient,
    OpenWorkspace,
    SignedIn,
    find_region,
    other_regions,
    test_connection,
)
from clockify_desktop.store.accounts import Account, AccountsFile
from clockify_desktop.store.password_store import MemoryPasswordStore, PasswordStore
from clockify_desktop.viewmodels.sign_in_state import (
    SignInInput,
    SignInPhase,
    SignInState,
)


class SignInViewModel(QObject):
    """Holds the state of the sign-in page.

    The key stays here from the test until it is kept, and goes nowhere else.
    ``run_store`` has the keys that are kept for this run alone.
    """

    changed = Signal(SignInState)

    def __init__(
        self,
        open_client: OpenClient,
        accounts: AccountsFile,
        *,
        find: Callable[[], Awaitable[StoreFound]] = find_store,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_client = open_client
        self._accounts = accounts
        self._find = find
        self._found: StoreFound | None = None
        self.run_store = MemoryPasswordStore()
        self._entered = SignInInput("", "")
        self._state = SignInState()
        self._job = LatestTask()
        self._search = LatestTask()

    @property
    def state(self) -> SignInState:
        """What the page shows now."""
        return self._state

    def show_wait(self, words: str) -> None:
        """Show how long it takes until Clockify is asked again; empty when over."""
        if words != self._state.waiting:
            self._show(replace(self._state, waiting=words))

    def look_for_store(self) -> None:
        """Find out whether there is a password store, for the page to say."""
        self._search.start(self._find, self._on_store_found, self._on_store_failed)

    def read(self, address: str) -> None:
        """Show what an address says while it is being typed; no error yet."""
        try:
            place: ClockifyAddress | None = read_address(address)
        except AppError:
            place = None
        state = self._state.corrected()
        if state is not self._state or place != state.place:
            self._show(replace(state, place=place))

    def correct(self) -> None:
        """Take an error back while what was wrong is being typed anew."""
        state = self._state.corrected()
        if state is not self._state:
            self._show(state)

    def test(self, entered: SignInInput) -> None:
        """Find out whose key it is and what it opens."""
        self._job.cancel()
        self._entered = replace(entered, key=entered.key.strip())
        try:
            place = (
                own_addresses(entered.address, entered.reports_address)
                if entered.own_pair
                else read_address(entered.address)
            )
        except AppError as error:
            self._show(self._state.failed(error, "address"))
            return
        self._show(replace(self._state, place=place, regions=()))
        self._test_at(place)

    def ask_for_consent(self) -> None:
        """Ask whether the key may be sent to the other regions; nothing is sent."""
        if self._state.regions:
            self._show(self._state.consent_needed())

    def try_regions(self) -> None:
        """Ask the regions that were named to the person, who agreed to it."""
        if self._state.phase is not SignInPhase.CONSENT:
            return
        regions, key = self._state.regions, ApiKey(self._entered.key)
        self._show(self._state.testing())
        self._job.start(
            partial(find_region, regions, key, self._open_client),
            self._on_region_found,
            self._on_failed,
        )

    def choose(self, workspace: WorkspaceId) -> None:
        """Choose the workspace to open."""
        signed_in = self._state.signed_in
        if signed_in is not None and self._state.phase is SignInPhase.DONE:
            named = {one.id: one for one in signed_in.workspaces}
            self._show(replace(self._state, chosen=named[workspace]))

    def go_on(self) -> None:
        """Keep the key where the person chose and open the chosen workspace."""
        self._go_on(lasting=self._entered.keep)

    def go_on_for_this_run(self) -> None:
        """Keep the key in memory alone, whatever was chosen, and go on."""
        self._go_on(lasting=False)

    def cancel(self) -> None:
        """Go back to where it was before what is under way or asked."""
        self._job.cancel()
        before = self._state.cancelled()
        if before is not self._state:
            self._show(before)

    def start_over(self) -> None:
        """Cancel what is under way and ask for another key."""
        self._job.cancel()
        self._entered = SignInInput("", "")
        self._show(self._state.started_over())

    async def close(self) -> None:
        """End everything that is under way."""
        await asyncio.gather(self._job.close(), self._search.close())

    def _go_on(self, *, lasting: bool) -> None:
        signed_in, chosen = self._state.signed_in, self._state.chosen
        is_done = self._state.phase is SignInPhase.DONE
        if signed_in is None or chosen is None or not is_done:
            return
        # Where there is no store the page shows so already.
        lasting = lasting and self._state.lasting is not False
        self._show(replace(self._state, phase=SignInPhase.KEEPING, error=None))
        self._job.start(
            partial(self._keep, signed_in, chosen, lasting=lasting),
            self._on_kept,
            self._on_not_kept,
        )

    def _test_at(self, place: ClockifyAddress) -> None:
        try:
            key = ApiKey(self._entered.key)
        except AppError as error:
            self._show(self._state.failed(error, "key"))
            return
        self._show(self._state.testing())
        self._job.start(
            partial(test_connection, place.hosts, key, self._open_client),
            self._on_tested,
            self._on_failed,
        )

    async def _keep(
        self, signed_in: SignedIn, chosen: OpenWorkspace, *, lasting: bool
    ) -> Account:
        store: PasswordStore = self.run_store
        if lasting:
            found = self._found or await self._find()
            if found.why_not is not None:
                # The person decides whether this run is enough.
                raise found.why_not
            self._found, store = found, found.store
        return await keep(
            signed_in, chosen.id, self._entered.key, store, self._accounts
        )

    def _on_store_found(self, found: StoreFound) -> None:
        # One that is not there now may be there when a key is to be kept.
        self._found = found if found.store.lasting else None
        self._show(
            replace(self._state, lasting=found.store.lasting, store_error=found.why_not)
        )

    def _on_store_failed(self, error: AppError) -> None:
        self._show(replace(self._state, lasting=False, store_error=error))

    def _on_tested(self, signed_in: SignedIn) -> None:
        self._show(self._state.tested(signed_in))

    def _on_region_found(self, region: Deployment) -> None:
        place = ClockifyAddress(region.hosts, region.title)
        self._show(replace(self._state, place=place, regions=()))
        self._test_at(place)

    def _on_failed(self, error: AppError) -> None:
        place = self._state.place
        elsewhere = isinstance(error, KeyUnknownError) and not self._entered.own_pair
        regions = other_regions(place.hosts) if elsewhere and place else ()
        self._show(self._state.failed(error, regions=regions))

    def _on_kept(self, account: Account) -> None:
        signed_in = self._state.signed_in
        if signed_in is None:
            return
        connection = Connection(signed_in.hosts, ApiKey(self._entered.key))
        self._entered = SignInInput("", "")
        self._show(self._state.kept(account, connection))

    def _on_not_kept(self, error: AppError) -> None:
        self._show(replace(self._state, phase=SignInPhase.DONE, error=error))

    def _show(self, state: SignInState) -> None:
        self._state = state
        self.changed.emit(state)
