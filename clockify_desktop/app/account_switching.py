"""Which account is to be open: at the start, by the menu, after signing in or out."""

import argparse
import asyncio
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton

from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.showable import showable, showable_name
from clockify_desktop.domain.telling_apart import joined
from clockify_desktop.services.account_storage import sign_out
from clockify_desktop.services.clockify_address import title_of
from clockify_desktop.services.connection import Connection
from clockify_desktop.services.latest_task import LatestTask
from clockify_desktop.store.accounts import Account, AccountsFile
from clockify_desktop.store.errors import AccountsUnreadableError
from clockify_desktop.store.password_store import PasswordStore, open_password_store
from clockify_desktop.store.review_file import forget_reviews
from clockify_desktop.store.settings import SettingsFile
from clockify_desktop.translation import tr
from clockify_desktop.ui import menu_keys
from clockify_desktop.ui.labels import add_entry
from clockify_desktop.ui.main_window import MainWindow
from clockify_desktop.ui.sign_out_dialog import SignOutDialog
from clockify_desktop.viewmodels.account import AccountViewModel, OpenAccount

FROM_ENVIRONMENT = tr("from the environment")


class AccountSwitching(QObject):
    """Opens one account after another, and signs out of them.

    Signals:
        sign_in_requested: Somebody is to sign in.
        left: The account that was open is gone from this computer.
        failed: Why there is no account to open, an ``AppError``.
        refused: Why what was chosen could not be done, an ``AppError``.

    Args:
        run_store: Where keys are kept that were entered for this run alone.
        button: Opens the menu of accounts.
    """

    sign_in_requested = Signal()
    left = Signal()
    failed = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        account: AccountViewModel,
        accounts: AccountsFile,
        settings: SettingsFile,
        run_store: PasswordStore,
        window: MainWindow,
        button: QPushButton,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._account, self._accounts = account, accounts
        self._settings, self._run_store = settings, run_store
        self._window, self._button = window, button
        self._menu = QMenu(button)
        self._menu.setObjectName("account_menu")
        self._bar_menu = window.account_menu
        self._bar_menu.aboutToShow.connect(self._fill_bar_menu)
        for menu in (self._menu, self._bar_menu):
            menu.triggered.connect(self._on_triggered)
        # Who signed in during this run, by name: they may be in no list.
        self._this_run: dict[str, tuple[Account, Connection]] = {}
        self._listing, self._marking = LatestTask(), LatestTask()
        self._leaving, self._leaving_name = LatestTask(), ""
        self._bar_listing = LatestTask()
        # A menu without entries does not open, so it would never be filled.
        self._fill(self._bar_menu, ())
        account.opened.connect(self._on_opened)

    def open_first(
        self, arguments: argparse.Namespace, connection: Connection | None
    ) -> None:
        """Open what ``demo`` or ``account`` mean, or the account of this computer."""
        if arguments.demo:
            self._account.open_sample()
        elif connection is not None:
            title = joined(title_of(connection.hosts), FROM_ENVIRONMENT)
            self._account.open_connection(connection, title, FROM_ENVIRONMENT)
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
            self._listing.close(),
            self._bar_listing.close(),
            self._marking.close(),
            self._leaving.close(),
        )

    def _on_default(self, account: Account | None) -> None:
        if account is None:
            self.sign_in_requested.emit()
        else:
            self._account.open_account(account.name)

    @Slot(object)
    def _on_opened(self, opened: OpenAccount) -> None:
        # Beside a key from the environment no account is read or written.
        if opened.name not in {None, FROM_ENVIRONMENT}:
            job = partial(asyncio.to_thread, self._accounts.mark_used, opened.name)
            self._marking.start(job, self._on_marked, self._on_not_marked)
        if opened.name != FROM_ENVIRONMENT:
            self._list_in_bar(self._on_not_marked)

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

    @Slot()
    def _fill_bar_menu(self) -> None:
        self._list_in_bar(self.refused.emit)

    def _list_in_bar(self, on_error: Callable[[AppError], None]) -> None:
        """Fill the menu, also for the keys of what is in it."""
        job = partial(asyncio.to_thread, self._accounts.list)
        fill = partial(self._fill, self._bar_menu)
        self._bar_listing.start(job, fill, on_error)

    def _on_listed(self, accounts: tuple[Account, ...]) -> None:
        menu = self._menu
        self._fill(menu, accounts)
        above = QPoint(0, -menu.sizeHint().height())
        menu.popup(self._button.mapToGlobal(above))

    def _fill(self, menu: QMenu, accounts: tuple[Account, ...]) -> None:
        names = dict.fromkeys(account.name for account in accounts) | self._this_run
        current = self._account.current
        menu.clear()
        for place, name in enumerate(names, 1):
            action = add_entry(menu, showable_name(name))
            action.setShortcuts(menu_keys.numbered(menu_keys.ACCOUNTS, place))
            action.setData(name)
            action.setCheckable(True)
            action.setChecked(current is not None and current.name == name)
        if names:
            menu.addSeparator()
        self._add(
            menu, tr("Add an account…"), "Ctrl+Shift+A", self.sign_in_requested.emit
        )
        if current is None or not current.sample:
            words = tr("Look around with sample data")
            self._add(menu, words, "Ctrl+Shift+D", self._account.open_sample)
        if current is not None and current.name in names:
            menu.addSeparator()
            self._add(menu, tr("Sign out…"), "Ctrl+Shift+O", self._on_sign_out)

    @staticmethod
    def _add(menu: QMenu, words: str, keys: str, do: Callable[[], object]) -> None:
        action = add_entry(menu, showable(words))
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda *_: do())

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        if action.data() is not None:
            self.open_named(action.data())

    def open_named(self, name: str) -> None:
        """Open an account of this computer or of this run."""
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
            self.ask_to_sign_out(current.name)

    def ask_to_sign_out(self, name: str) -> None:
        """Ask whether to sign out, and of what else."""
        self._leaving_name = name
        dialog = SignOutDialog(self._window)
        dialog.show_state(name)
        dialog.confirmed.connect(self._on_confirmed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(bool)
    def _on_confirmed(self, forget: bool) -> None:  # noqa: FBT001 - a slot takes what its signal sends
        job = partial(self._sign_out, self._leaving_name, forget=forget)
        self._leaving.start(job, self._on_signed_out, self.refused.emit)

    async def _sign_out(self, name: str, *, forget: bool) -> str:
        listed = await asyncio.to_thread(self._accounts.list)
        for account in listed:
            if account.name == name:
                # Where the store is not to be had, its key would stay in it.
                await sign_out(account, await open_password_store(), self._accounts)
        if name in self._this_run:
            await self._run_store.delete(self._this_run[name][0].password_id)
        if forget:
            await asyncio.to_thread(self._settings.forget_account, name)
            folder = self._settings.path.parent
            await asyncio.to_thread(forget_reviews, folder, name)
        return name

    def _on_signed_out(self, name: str) -> None:
        self._this_run.pop(name, None)
        self.left.emit()
        self._list_in_bar(self._on_not_marked)
