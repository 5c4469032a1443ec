"""Opening the SQLite file of an account's reviews: private, whole and known, or new.

Each record is a row of JSON with a mark of its own, because SQLite does not notice
when the disk returns other letters than it was given.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from clockify_desktop.domain.errors import AppError, FileRefusedError
from clockify_desktop.files.file_errors import file_error, one_line
from clockify_desktop.files.regular_files import NoRegularFileError, check_regular
from clockify_desktop.store.private_json import PRIVATE_FOLDER, set_aside
from clockify_desktop.translation import tr, tr_plural

# What SQLite puts beside a file while it is open.
_BESIDE: Final = ("-wal", "-shm", "-journal")
_SCHEMA: Final = """
CREATE TABLE records (
    workspace TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL,
    content TEXT NOT NULL, mark TEXT NOT NULL,
    PRIMARY KEY (workspace, kind, key)
) WITHOUT ROWID
"""
# From each version to the next one.
_MIGRATIONS: Final = (_SCHEMA,)
# Another window may be writing.
_WAIT_S: Final = 2.0
_EVERY: Final = "SELECT * FROM records"
_DISK: Final = tr(
    "The disk is full, cannot be written to, or another program has it open."
)

Row = tuple[str, str, str, str, str]
"""Workspace, kind, key and content of a record, and its mark."""


class ReviewUnreadableError(AppError):
    """What was kept was damaged; it was set aside, and what could be read is here."""

    def __init__(self, aside: Path, rescued: int) -> None:
        super().__init__(
            tr("What was kept of earlier reviews could not be read whole"),
            tr_plural(
                "It was set aside as {file} in {folder}. {count} record of it could be"
                " read and stayed.",
                "It was set aside as {file} in {folder}. {count} records of it could be"
                " read and stayed.",
                rescued,
                file=aside.name,
                folder=aside.parent,
            ),
        )
        self.aside = aside


class ReviewTooNewError(AppError):
    """A newer version of the program wrote it."""

    def __init__(self) -> None:
        super().__init__(
            tr("A newer version of this program kept the reviews"),
            tr("Use that version; this one leaves them as they are and keeps nothing."),
        )


def open_review(path: Path | None) -> sqlite3.Connection:
    """Open a file, or make it; ``None`` is in memory alone.

    Raises:
        ReviewUnreadableError: Once, when the file is damaged: what could be read of it
            is in a new one.
        ReviewTooNewError: While a newer version's file is there.
        FileRefusedError: The disk refuses.
    """
    if path is None:
        return _migrated(sqlite3.connect(":memory:", check_same_thread=False))
    with disk_errors(path):
        _make_private(path)
        connection = _sound(path)
    if connection is not None:
        return connection
    # Raised out here: no context holds what the file said.
    rescued = _rescued(path)
    with disk_errors(path):
        aside = set_aside(path)
        for name in _BESIDE:
            path.with_name(path.name + name).unlink(missing_ok=True)
        _make_private(path)
        with closing(_migrated(_connected(path))) as connection, connection:
            for row in rescued:
                write_row(connection, row)
    raise ReviewUnreadableError(aside, len(rescued))


def _sound(path: Path) -> sqlite3.Connection | None:
    """Open a file and look at all of it; ``None`` where it is damaged, or none."""
    connection = None
    try:
        check_regular(path)
        connection = _connected(path)
        if _is_sound(connection):
            return connection
    except NoRegularFileError:
        pass
    except (sqlite3.DatabaseError, ReviewTooNewError) as error:
        if isinstance(error, ReviewTooNewError) or _is_of_disk(error):
            _close(connection)
            raise
    _close(connection)
    return None


def _is_sound(connection: sqlite3.Connection) -> bool:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > len(_MIGRATIONS):
        raise ReviewTooNewError
    _migrated(connection)
    if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
        return False
    return all(map(_is_whole, connection.execute(_EVERY)))


def _close(connection: sqlite3.Connection | None) -> None:
    if connection is not None:
        connection.close()


def _rescued(path: Path) -> list[Row]:
    """Take from a damaged file what can be read."""
    rows: list[Row] = []
    # What comes before the damage is kept.
    with suppress(OSError, sqlite3.Error):
        check_regular(path)
        with closing(_connected(path)) as connection:
            rows.extend(filter(_is_whole, connection.execute(_EVERY)))
    return rows


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, check_same_thread=False, timeout=_WAIT_S)
    connection.text_factory = _text
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _text(sent: bytes) -> str:
    return sent.decode(errors="replace")


def _migrated(connection: sqlite3.Connection) -> sqlite3.Connection:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    for number, step in enumerate(_MIGRATIONS[version:], version + 1):
        with connection:
            connection.execute("BEGIN")
            connection.execute(step)
            connection.execute(f"PRAGMA user_version = {number}")
    return connection


def _make_private(path: Path) -> None:
    path.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    if not os.path.lexists(path):
        # What SQLite puts beside it takes its permissions.
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))


def marked(workspace: str, kind: str, key: str, content: str) -> Row:
    """Give a row the mark that it is known by as whole."""
    row = workspace, kind, key, content
    return (*row, _mark(*row))


def write_row(connection: sqlite3.Connection, row: Row) -> None:
    """Write a row in the place of an earlier one of the same key."""
    connection.execute("INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?, ?)", row)


def _mark(*row: str) -> str:
    return sha256("\n".join(row).encode(errors="surrogatepass")).hexdigest()[:16]


def _is_whole(row: tuple[object, ...]) -> bool:
    *told, mark = map(str, row)
    return _mark(*told) == mark


@contextmanager
def disk_errors(path: Path | None) -> Iterator[None]:
    """Say in words for people what the disk refuses."""
    try:
        yield
    except OSError as error:
        raise file_error(path or Path(), error) from None
    except sqlite3.OperationalError as error:
        if not _is_of_disk(error):
            raise
        title = tr("{file} could not be written", file=one_line(path or Path()))
        raise FileRefusedError(title, _DISK) from None


def _is_of_disk(error: Exception) -> bool:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in {
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM,
    }
