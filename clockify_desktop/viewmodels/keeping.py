"""Keeping settings: written one after another, never in the window's own thread."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from PySide6.QtCore import QObject, Signal

from clockify_desktop.store.settings import (
    AccountSettings,
    SettingsFile,
    WindowSettings,
)
from clockify_desktop.viewmodels.latest import Latest


class Keeper(QObject):
    """Writes what is to be remembered; of quick changes only the last one.

    Signals:
        failed: Why something could not be kept, an ``AppError``.

    Args:
        settings: Where it is kept.
        parent: Who owns this object.
    """

    failed = Signal(object)

    def __init__(self, settings: SettingsFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        # One thread: a cancelled write goes on in it, and the next one waits.
        self._thread = ThreadPoolExecutor(1, "settings")
        self._accounts: dict[str, Latest] = {}
        self._window = Latest()

    def keep_account(self, name: str, settings: AccountSettings) -> None:
        """Remember what belongs to an account.

        Args:
            name: Its name.
            settings: All of it.
        """
        job = self._accounts.setdefault(name, Latest())
        self._start(job, partial(self._settings.keep_account, name, settings))

    def keep_window(self, settings: WindowSettings) -> None:
        """Remember what is the same for every account.

        Args:
            settings: All of it.
        """
        self._start(self._window, partial(self._settings.keep_window, settings))

    async def settled(self) -> None:
        """Wait until everything that is to be written by now is written."""
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._thread, _nothing)

    async def close(self) -> None:
        """Wait for the write that is under way."""
        await asyncio.to_thread(self._thread.shutdown)
        for job in (self._window, *self._accounts.values()):
            await job.close()

    def _start(self, job: Latest, write: Callable[[], None]) -> None:
        loop = asyncio.get_running_loop()
        job.start(
            partial(loop.run_in_executor, self._thread, write),
            self._on_kept,
            self.failed.emit,
        )

    def _on_kept(self, _: None) -> None:
        """Nothing is to be shown when all went well."""


def _nothing() -> None:
    """Come after the writes that are under way."""
