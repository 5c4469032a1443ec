"""Writing settings one after another, never in the window's own thread."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, Signal

from clockify_desktop.daemon_threads import DaemonThreads
from clockify_desktop.domain.errors import AppError
from clockify_desktop.services.latest_task import CLOSE_LIMIT_S, LatestTask
from clockify_desktop.store.settings import (
    AccountSettings,
    SettingsFile,
    WindowSettings,
)


class SettingsWriter(QObject):
    """Writes the settings; of quick changes only the last one."""

    # Each reason comes once, until something is written again.
    failed = Signal(AppError)

    def __init__(self, settings: SettingsFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        # One thread: a cancelled write goes on in it, and the next one waits.
        self._thread = DaemonThreads(1, "settings")
        self._accounts: dict[str, LatestTask] = {}
        self._window = LatestTask()
        self._reported: set[str] = set()

    def report(self, error: AppError) -> None:
        """Emit an error of reading or writing, unless it was emitted already."""
        if str(error) not in self._reported:
            self._reported.add(str(error))
            self.failed.emit(error)

    def keep_account(self, name: str, settings: AccountSettings) -> None:
        """Remember what belongs to an account."""
        job = self._accounts.setdefault(name, LatestTask())
        self._start(job, partial(self._settings.keep_account, name, settings))

    def keep_window(self, settings: WindowSettings) -> None:
        """Remember what is the same for every account."""
        self._start(self._window, partial(self._settings.keep_window, settings))

    async def settled(self) -> None:
        """Wait until everything that is to be written by now is written."""
        # What was started a moment ago asks for its thread at the loop's next turn.
        await asyncio.sleep(0)
        loop = asyncio.get_running_loop()
        # It comes after the writes that are under way.
        await loop.run_in_executor(self._thread, lambda: None)

    async def close(self) -> None:
        """Wait for the writes that are under way, unless the disk does not answer."""
        with suppress(TimeoutError):
            async with asyncio.timeout(CLOSE_LIMIT_S):
                await self.settled()
        self._thread.shutdown(wait=False)
        for job in (self._window, *self._accounts.values()):
            await job.close()

    def _start(self, job: LatestTask, write: Callable[[], None]) -> None:
        loop = asyncio.get_running_loop()
        job.start(
            partial(loop.run_in_executor, self._thread, write),
            self._on_kept,
            self.report,
        )

    def _on_kept(self, _: None) -> None:
        self._reported.clear()
