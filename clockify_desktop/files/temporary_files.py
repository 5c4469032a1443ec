"""Files beside their targets, while they are written: nothing of them is left.

Each is locked by its process. What a killed one left behind is locked by nobody, and
goes with the next write into its folder.
"""

import atexit
import os
import re
import secrets
import stat
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final

# On Windows nobody removes what is open.
_HAS_LOCKS: Final = os.name == "posix"
if sys.platform != "win32":
    import fcntl

_NAME = re.compile(r"\.clockify-desktop-[0-9a-f]{16}\.part")
# Some disks in the network have no locks. Far longer than a write takes.
_STALE_AFTER_S: Final = 3600

_unfinished: set[Path] = set()
_turn = threading.Lock()
_is_ending = threading.Event()


@contextmanager
def temporary_file(folder: Path, mode: int) -> Iterator[tuple[Path, BinaryIO]]:
    """Make a file that is to be renamed; where it comes to nothing, it goes.

    Args:
        mode: Its permissions, of which the person's umask takes away.
    """
    path, stream = _made(folder, mode)
    try:
        with stream:
            yield path, stream
    except BaseException:
        # Ctrl+C and cancelling too.
        with suppress(OSError):
            path.unlink()
        raise
    finally:
        _unfinished.discard(path)


def _made(folder: Path, mode: int) -> tuple[Path, BinaryIO]:
    while True:
        path = folder / temporary_name()
        with _turn:
            if _is_ending.is_set():
                raise InterruptedError
            _unfinished.add(path)
            try:
                stream = open(path, "xb", opener=partial(os.open, mode=mode))  # noqa: SIM115 - closed by temporary_file
            except BaseException:
                _unfinished.discard(path)
                raise
        with suppress(OSError):
            _lock(stream.fileno(), wait=True)
        if path.exists():
            return path, stream
        # Before it was locked another copy of the program took it for a left one.
        stream.close()
        _unfinished.discard(path)


@atexit.register
def _remove_unfinished() -> None:
    """Remove what is still being written in threads that nobody waits for."""
    with _turn:
        _is_ending.set()
        for path in tuple(_unfinished):
            with suppress(OSError):
                path.unlink()


def temporary_name() -> str:
    """Make a name that nobody else uses and that tells it is ours."""
    return f".clockify-desktop-{secrets.token_hex(8)}.part"


def remove_left(folder: Path) -> int:
    """Remove temporary files that a killed program left in a folder, and count them.

    Only plain files of this person that bear our kind of name and that no process
    writes are touched; what cannot be looked at or removed stays.
    """
    removed = 0
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            with suppress(OSError):
                if _NAME.fullmatch(entry.name) and _is_ours(entry):
                    removed += _remove_if_left(Path(entry.path))
    return removed


def _is_ours(entry: os.DirEntry[str]) -> bool:
    status = entry.stat(follow_symlinks=False)
    # Windows has no user numbers: there every file says 0.
    ours = not hasattr(os, "getuid") or status.st_uid == os.getuid()
    return stat.S_ISREG(status.st_mode) and ours


def _remove_if_left(path: Path) -> bool:
    if not _HAS_LOCKS:
        # Between closing and renaming it is nobody's.
        return _remove_if_old(path, path.stat())
    # Open until it is removed, so that the lock keeps everybody else away.
    number = os.open(path, os.O_RDWR | os.O_NOFOLLOW)
    try:
        try:
            _lock(number, wait=False)
        except BlockingIOError:
            return False
        except OSError:
            # This disk has no locks.
            return _remove_if_old(path, os.fstat(number))
        path.unlink()
    finally:
        os.close(number)
    return True


def _remove_if_old(path: Path, status: os.stat_result) -> bool:
    if status.st_mtime > time.time() - _STALE_AFTER_S:
        return False
    path.unlink()
    return True


def _lock(number: int, *, wait: bool) -> None:
    if _HAS_LOCKS:
        fcntl.flock(number, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
