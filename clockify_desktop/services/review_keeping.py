"""What the manager said during reviews, for one account while it is open."""

import asyncio
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from clockify_desktop.daemon_threads import call_in_daemon
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.domain.review_records import ReviewRecord, ReviewRecords
from clockify_desktop.store.review_database import ReviewUnreadableError
from clockify_desktop.store.review_file import ReviewFile

T = TypeVar("T")

_THREAD: Final = "review"


class ReviewKeeping:
    """Keeps records in the account's file, off the window's thread.

    Args:
        path: Of the file; ``None`` keeps everything in memory, for this run.
        tell: Is given why a file could not be read, or why there is none: then all
            is kept for this run alone.
    """

    def __init__(self, path: Path | None, tell: Callable[[AppError], None]) -> None:
        self._path, self._tell = path, tell
        self._file: ReviewFile | None = None
        self._turn = asyncio.Lock()

    async def records(self, workspace: WorkspaceId, today: date) -> ReviewRecords:
        """List what is kept of a workspace; what has expired by a day is deleted."""

        def read(file: ReviewFile) -> ReviewRecords:
            file.forget_expired(today)
            return ReviewRecords(file.records(workspace))

        return await self._in_turn(read)

    async def keep(self, workspace: WorkspaceId, *records: ReviewRecord) -> None:
        """Keep records, each in the place of an earlier one of the same key.

        Raises:
            FileRefusedError: The disk refuses; none is kept.
        """
        await self._in_turn(lambda file: file.keep(workspace, *records))

    async def forget(self, workspace: WorkspaceId, *records: ReviewRecord) -> None:
        """Take records back.

        Raises:
            FileRefusedError: The disk refuses; all are still kept.
        """
        await self._in_turn(lambda file: file.forget(workspace, *records))

    async def close(self) -> None:
        """Close the file; later wishes open it anew."""
        async with self._turn:
            file, self._file = self._file, None
            if file is not None:
                await call_in_daemon(file.close, _THREAD)

    async def _in_turn(self, ask: Callable[[ReviewFile], T]) -> T:
        async with self._turn:
            if self._file is None:
                self._file = await self._opened()
            return await call_in_daemon(partial(ask, self._file), _THREAD)

    async def _opened(self) -> ReviewFile:
        opened = partial(call_in_daemon, partial(ReviewFile, self._path), _THREAD)
        try:
            return await opened(undo=ReviewFile.close)
        except ReviewUnreadableError as error:
            self._tell(error)
        except AppError as error:
            self._tell(error)
            return ReviewFile(None)
        return await opened(undo=ReviewFile.close)
