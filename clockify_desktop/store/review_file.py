"""What the manager said during reviews, one SQLite file an account."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Final

import msgspec

from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.domain.review_records import (
    DayOff,
    EntryVerdict,
    LookedAt,
    ProjectDates,
    ReviewRecord,
    SetCapacity,
    is_over,
)
from clockify_desktop.store.review_database import (
    Row,
    disk_errors,
    marked,
    open_review,
    write_row,
)

_BEGINNING: Final = "review-"
_SUFFIX: Final = ".sqlite"
_KINDS: Final[dict[str, type[ReviewRecord]]] = {
    "looked_at": LookedAt,
    "verdict": EntryVerdict,
    "day_off": DayOff,
    "capacity": SetCapacity,
    "project_dates": ProjectDates,
}
_NAMES: Final = {form: kind for kind, form in _KINDS.items()}
_DELETE: Final = "DELETE FROM records WHERE workspace = ? AND kind = ? AND key = ?"


def review_path(folder: Path, account: str) -> Path:
    """Name the file of an account; a name may hold signs that no file's may."""
    mark = sha256(account.encode(errors="surrogatepass")).hexdigest()[:16]
    return folder / f"{_BEGINNING}{mark}{_SUFFIX}"


def review_files(folder: Path) -> tuple[Path, ...]:
    """Find every file of this kind, those set aside and those beside them too."""
    found = folder.glob(f"{_BEGINNING}*{_SUFFIX}*")
    return tuple(sorted(one for one in found if not one.is_dir()))


def forget_reviews(folder: Path, account: str) -> None:
    """Delete what is kept of an account's reviews, and what was set aside of it.

    Raises:
        FileRefusedError: The disk refuses.
    """
    path = review_path(folder, account)
    with disk_errors(path):
        for one in review_files(folder):
            if one.name.startswith(path.name):
                one.unlink(missing_ok=True)


class ReviewFile:
    """The records of one account, by workspace. It blocks; a window uses a thread.

    Each method raises ``FileRefusedError`` where the disk refuses.

    Args:
        path: Made where it is not there; ``None`` keeps everything in memory.

    Raises:
        ReviewUnreadableError: Once, when the file is damaged.
        ReviewTooNewError: While a newer version's file is there.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        # A window and its end may come from two threads.
        self._turn = threading.Lock()
        self._connection = open_review(path)

    def records(
        self, workspace: WorkspaceId, today: date = date.min
    ) -> tuple[ReviewRecord, ...]:
        """List what is kept of a workspace and has not expired by a day."""
        with self._asked() as connection:
            rows = connection.execute(
                "SELECT kind, content FROM records WHERE workspace = ?"
                " ORDER BY kind, key",
                (workspace,),
            ).fetchall()
        found = (_decoded(kind, content) for kind, content in rows)
        return tuple(one for one in found if not is_over(one, today))

    def keep(self, workspace: WorkspaceId, *records: ReviewRecord) -> None:
        """Keep records, each in the place of an earlier one of the same key.

        When it returns, the disk has all of them; when it refuses, none.
        """
        with self._asked() as connection, connection:
            for record in records:
                write_row(connection, _row(workspace, record))

    def forget(self, workspace: WorkspaceId, *records: ReviewRecord) -> None:
        """Take records back, all of them or none."""
        with self._asked() as connection, connection:
            for record in records:
                _, kind, key, *_ = _row(workspace, record)
                connection.execute(_DELETE, (workspace, kind, key))

    def forget_expired(self, today: date) -> None:
        """Delete what has expired by a day."""
        with self._asked() as connection, connection:
            rows = connection.execute(
                "SELECT workspace, kind, key, content FROM records"
            ).fetchall()
            for workspace, kind, key, content in rows:
                if is_over(_decoded(kind, content), today):
                    connection.execute(_DELETE, (workspace, kind, key))

    def close(self) -> None:
        """End; what was kept is in the one file from here on."""
        with self._turn:
            self._connection.close()

    @contextmanager
    def _asked(self) -> Iterator[sqlite3.Connection]:
        with self._turn, disk_errors(self._path):
            yield self._connection


def _row(workspace: WorkspaceId, record: ReviewRecord) -> Row:
    key = [getattr(record, name) for name in type(record).KEY]
    content = msgspec.json.encode(record).decode()
    kind = _NAMES[type(record)]
    return marked(workspace, kind, msgspec.json.encode(key).decode(), content)


def _decoded(kind: str, content: str) -> ReviewRecord:
    return msgspec.json.decode(content, type=_KINDS[kind])
