"""Which account is to be open: at the start, by the menu, after signing in or out."""

import argparse
import asyncio
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QPushButton

from clockify_desktop.app.account_menu import AccountMenu
from clockify_desktop.app.signing_out import SigningOut
from clockify_desktop.domain.errors import AppError
from clockify_desktop.services.connection import Connection
from clockify_desktop.services.latest_task import LatestTask
from clockify_desktop.store.accounts import Account, AccountsFile
from clockify_desktop.store.errors import AccountsUnreadableError
from clockify_desktop.viewmodels.account import AccountViewModel, OpenAccount

_FROM_ENVIRONMENT = "from the environment"


class AccountSwitching(QObject):
    """Opens one account after another.

    Signals:
        sign_in_requested: Somebody is to sign in.
        left: The account that was open is gone from this computer.
        failed: Why there is no account to open, an ``AppError``.
        refused: Why what was chosen could not be done, an ``AppError``.
    """

    sign_in_requested = Signal()
    left = Signal()
    failed = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        account: AccountViewModel,
        accounts: AccountsFile,
        signing_out: SigningOut,
        button: QPushButton,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._account, self._accounts = account, accounts
        self._signing_out = signing_out
        self._menu = AccountMenu(button)
        # Who signed in during this run, by name: they may be in no list.
        self._this_run: dict[str, tuple[Account, Connection]] = {}
        self._listing, self._marking = LatestTask(), LatestTask()
        account.opened.connect(self._on_opened)
        self._menu.account_chosen.connect(self._on_account)
        self._menu.sign_in_chosen.connect(self.sign_in_requested)
        self._menu.sample_chosen.connect(account.open_sample)
        self._menu.sign_out_chosen.connect(self._on_sign_out)
        signing_out.signed_out.connect(self._on_signed_out)
        signing_out.failed.connect(self.refused)

    def open_first(
        self, arguments: argparse.Namespace, connection: Connection | None
    ) -> None:
        """Open what the arguments mean, or the account of this computer.

        Args:
            arguments: ``demo``, ``account``.
        """
        if arguments.demo:
            self._account.open_sample()
        elif connection is not None:
            self._account.open_connection(
                connection, _FROM_ENVIRONMENT, _FROM_ENVIRONMENT
            )
        elif arguments.account is not None:
            self._account.open_account(arguments.account)
        else:
            job = partial(asyncio.to_thread, self._accounts.default)
            self._listing.start(job, self._on_default, self.failed.emit)

    def open_new(self, account: Account, connection: Connection) -> None:
        """Open the account of somebody who has just signed in."""
        self._this_run[account.name] = account, connection
        self._account.open_connection(connection, account.name, account.name)

    def forget_this_run(self) -> None:
        """Forget the keys that were entered during this run."""
        self._this_run.clear()

    async def close(self) -> None:
        """End what is under way."""
        await asyncio.gather(
            self._listing.close(), self._marking.close(), self._signing_out.close()
        )

    def _on_default(self, account: Account | None) -> None:
        if account is None:
            self.sign_in_requested.emit()
        else:
            self._account.open_account(account.name)

    @Slot(object)
    def _on_opened(self, opened: OpenAccount) -> None:
        # Beside a key from the environment no account is read or written.
        if opened.name not in {None, _FROM_ENVIRONMENT}:
            job = partial(asyncio.to_thread, self._accounts.mark_used, opened.name)
            self._marking.start(job, self._on_marked, self._on_not_marked)

    def _on_marked(self, _: None) -> None:
        """It opens first at the next start."""

    def _on_not_marked(self, error: AppError) -> None:
        # An account of this run is in no list, and a full disk is said elsewhere. That
        # the list was set aside is told once, to whoever reads it first.
        if isinstance(error, AccountsUnreadableError):
            self.refused.emit(error)

    @Slot()
    def open_menu(self) -> None:
        """Show the accounts of this computer and of this run."""
        job = partial(asyncio.to_thread, self._accounts.list)
        self._listing.start(job, self._on_listed, self.refused.emit)

    def _on_listed(self, accounts: tuple[Account, ...]) -> None:
        names = dict.fromkeys(account.name for account in accounts)
        self._menu.open((*(names | self._this_run),), self._account.current)

    @Slot(str)
    def _on_account(self, name: str) -> None:
        if name in self._this_run:
            # Its key is at hand, and perhaps nowhere else.
            _, connection = self._this_run[name]
            self._account.open_connection(connection, name, name)
        else:
            self._account.open_account(name)

    @Slot()
    def _on_sign_out(self) -> None:
        current = self._account.current
        if current is not None and current.name is not None:
            account, _ = self._this_run.get(current.name, (None, None))
            self._signing_out.ask(current.name, account)

    @Slot(str)
    def _on_signed_out(self, name: str) -> None:
        self._this_run.pop(name, None)
        self.left.emit()
