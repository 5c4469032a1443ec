"""Which account is open: connecting, switching, closing what was open before."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from clockify_desktop.api.client import Clockify
from clockify_desktop.api.client_factory import open_clockify
from clockify_desktop.api.hosts import Hosts
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.showable import named
from clockify_desktop.services.answering import Answering
from clockify_desktop.services.connection import Connection, connect_account
from clockify_desktop.services.export_session import ExportSession
from clockify_desktop.services.exports import Exports
from clockify_desktop.services.latest_task import LatestTask
from clockify_desktop.services.review_keeping import ReviewKeeping
from clockify_desktop.services.session import Session
from clockify_desktop.store.password_store import PasswordStore
from clockify_desktop.store.review_file import review_path
from clockify_desktop.store.settings import AccountSettings, SettingsFile
from clockify_desktop.translation import tr, tr_plural

Opener = Callable[[], AbstractAsyncContextManager[Clockify]]


@dataclass(frozen=True, slots=True)
class OpenAccount:
    """An account that is open."""

    # What the bottom line calls it, such as ``mia@acme.example · USA``.
    title: str
    # Under which its settings are kept, ``None`` where nothing is kept.
    name: str | None
    session: Answering
    settings: AccountSettings
    sample: bool = False
    # ``None`` for the sample and for files, which have no web pages.
    hosts: Hosts | None = None
    # Of files, whose days nobody has to choose.
    of_files: bool = False


class AccountViewModel(QObject):
    """Opens one account at a time.

    ``current`` can be used while ``is_open``; it is closed before another one opens.
    """

    # The password store is being asked for a key.
    key_requested = Signal()
    opened = Signal(OpenAccount)
    failed = Signal(AppError)
    # Why what is kept of reviews could not be read, or is kept for this run alone.
    review_failed = Signal(AppError)
    # The ``Wait`` before Clockify is asked again, ``None`` when it is over.
    waited = Signal(object)

    def __init__(
        self,
        settings: SettingsFile,
        open_sample: Opener,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._open_sample = open_sample
        self.current: OpenAccount | None = None
        self._stack = AsyncExitStack()
        self._opening = LatestTask()
        # A connection that is being closed in the middle of a request is never
        # cancelled, or its sockets would stay open.
        self._closing: list[LatestTask] = []
        self.is_open = False
        self._last_request: Callable[[], None] | None = None

    def open_sample(self) -> None:
        """Look around with sample data; nothing of it is remembered."""
        self._last_request = self.open_sample
        self._start(partial(self._enter, self._open_sample, tr("Sample data"), None))

    def open_exports(self, exports: Exports) -> None:
        """Look at files that Clockify exported; nothing of it is remembered."""
        self._last_request = partial(self.open_exports, exports)
        self._start(partial(self._enter_exports, exports))

    def open_connection(
        self, connection: Connection, title: str, name: str | None
    ) -> None:
        """Open an account whose key is at hand; ``name`` is that of its settings."""
        opener, hosts = self._opener(connection), connection.hosts
        self._last_request = partial(self.open_connection, connection, title, name)
        self._start(partial(self._enter, opener, title, name, hosts))

    def open_account(
        self, name: str | None, store: PasswordStore | None = None
    ) -> None:
        """Open an account of this computer.

        ``None`` is the only or last used one, and the computer's password store.
        """
        self._last_request = partial(self.open_account, name, store)
        self._start(partial(self._connect, name, store))
        self.key_requested.emit()

    @Slot()
    def open_again(self) -> None:
        """Open once more what was requested last and could not be opened."""
        if self._last_request is not None:
            self._last_request()

    def cancel(self) -> None:
        """Give up what is being opened; what was open before stays, if it still is."""
        self._opening.cancel()

    def leave(self) -> None:
        """Close the account that is open, and with it forget its key."""
        self.current, self._last_request = None, None
        self._opening.cancel()
        self._close_open()

    async def close(self) -> None:
        """Close every connection."""
        await self._opening.close()
        self._close_open()
        await self._closed()

    def _opener(self, connection: Connection) -> Opener:
        return partial(
            open_clockify,
            connection.hosts,
            connection.credential,
            on_wait=self.waited.emit,
        )

    def _start(self, job: Callable[[], object]) -> None:
        self._opening.start(job, self._on_opened, self.failed.emit)  # type: ignore[arg-type]  # a partial of a coroutine function

    async def _connect(
        self, name: str | None, store: PasswordStore | None
    ) -> OpenAccount:
        account, connection = await connect_account(name, store)
        opener = self._opener(connection)
        name = account.name
        return await self._enter(opener, name, name, connection.hosts)

    async def _enter(
        self, opener: Opener, title: str, name: str | None, hosts: Hosts | None = None
    ) -> OpenAccount:
        settings = AccountSettings()
        if name is not None:
            settings = await asyncio.to_thread(self._remembered, name)
        # What was open before is closed first: two are never open at once. The new
        # one is held from its first moment, so that it is closed whatever comes.
        self._close_open()
        await self._closed()
        clockify = await self._stack.enter_async_context(opener())
        # Of the sample nothing is kept but for this run.
        path = name and review_path(self._settings.path.parent, name)
        keeping = ReviewKeeping(path or None, self.review_failed.emit)
        self._stack.push_async_callback(keeping.close)
        session = Session(clockify, keeping)
        self._stack.push_async_callback(session.answers.close)
        return OpenAccount(title, name, session, settings, name is None, hosts)

    async def _enter_exports(self, exports: Exports) -> OpenAccount:
        self._close_open()
        await self._closed()
        keeping = ReviewKeeping(None, self.review_failed.emit)
        self._stack.push_async_callback(keeping.close)
        session = ExportSession(exports, keeping)
        self._stack.push_async_callback(session.answers.close)
        first, *others = exports.source.names
        title = tr("File {file}", file=named(first))
        if others:
            title = tr_plural(
                "File {file} and {count} more",
                "File {file} and {count} more",
                len(others),
                file=named(first),
            )
        days = exports.period
        settings = AccountSettings(period=f"{days.start}..{days.end}")
        return OpenAccount(title, None, session, settings, of_files=True)

    def _close_open(self) -> None:
        self.is_open = False
        before, self._stack = self._stack, AsyncExitStack()
        closing = LatestTask()
        closing.start(before.aclose, self._on_closed, self.failed.emit)
        self._closing = [one for one in (*self._closing, closing) if one.busy]

    async def _closed(self) -> None:
        await asyncio.gather(*(one.finish() for one in self._closing))

    def _on_closed(self, _: None) -> None:
        """Nobody waits for it."""

    def _remembered(self, name: str) -> AccountSettings:
        try:
            return self._settings.account(name)
        except AppError:
            # The window says so when it reads the rest; the report opens as at first.
            return AccountSettings()

    def _on_opened(self, account: OpenAccount) -> None:
        self.current, self.is_open = account, True
        self.opened.emit(account)
