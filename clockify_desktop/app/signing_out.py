"""Signing out: asks, removes the key from where it is kept, and perhaps the rest."""

import asyncio
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from clockify_desktop.services.account_storage import sign_out
from clockify_desktop.services.latest_task import LatestTask
from clockify_desktop.store.accounts import Account, AccountsFile
from clockify_desktop.store.password_store import PasswordStore, open_password_store
from clockify_desktop.store.settings import SettingsFile
from clockify_desktop.ui.main_window import MainWindow
from clockify_desktop.ui.sign_out_dialog import SignOutDialog


class SigningOut(QObject):
    """Signs out of one account after another.

    Signals:
        signed_out: The name of the account, whose key is gone.
        failed: An ``AppError``; the account is still there.
    """

    signed_out = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        accounts: AccountsFile,
        settings: SettingsFile,
        run_store: PasswordStore,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._accounts, self._settings = accounts, settings
        self._run_store = run_store
        self._leaving = LatestTask()
        self._name = ""
        self._of_this_run: Account | None = None

    def ask(self, name: str, of_this_run: Account | None) -> None:
        """Ask whether to sign out, and of what else.

        Args:
            of_this_run: The account, where its key was entered during this run.
        """
        self._name, self._of_this_run = name, of_this_run
        dialog = SignOutDialog(self._window)
        dialog.show_state(name)
        dialog.confirmed.connect(self._on_confirmed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    async def close(self) -> None:
        """End what is under way."""
        await self._leaving.close()

    @Slot(bool)
    def _on_confirmed(self, forget: bool) -> None:  # noqa: FBT001 - a slot takes what its signal sends
        job = partial(self._sign_out, self._name, self._of_this_run, forget=forget)
        self._leaving.start(job, self.signed_out.emit, self.failed.emit)

    async def _sign_out(
        self, name: str, of_this_run: Account | None, *, forget: bool
    ) -> str:
        listed = await asyncio.to_thread(self._accounts.list)
        for account in listed:
            if account.name == name:
                # Where the store is not to be had, its key would stay in it.
                await sign_out(account, await open_password_store(), self._accounts)
        if of_this_run is not None:
            await self._run_store.delete(of_this_run.password_id)
        if forget:
            await asyncio.to_thread(self._settings.forget_account, name)
        return name
