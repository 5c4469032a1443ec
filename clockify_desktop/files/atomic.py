"""Replacing a file whole or not at all.

A file is written beside its target, flushed, synced and then put in the target's
place in one step. Whoever reads the target sees the old content or the new one,
never a part, whether the disk runs full, the program is killed or the power fails.
"""

import errno
import os
import re
import secrets
import stat
import time
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import BinaryIO

from clockify_desktop.files.file_errors import file_error

_PRIVATE = 0o600
# What a program asks for; the person's umask takes away from it.
_SHARED = 0o666
_NAME = re.compile(r"\.clockify-desktop-[0-9a-f]{16}\.part")
# Far longer than a write takes, so that another copy of the program that is writing
# right now keeps its file.
_STALE_AFTER_S = 3600


def replace_file(
    path: Path, content: bytes | Iterable[bytes], *, private: bool = False
) -> None:
    """Replace a file by new content, or leave it untouched.

    A link is followed to the file it leads to. An existing file keeps its
    permissions. Devices and pipes, such as ``/dev/stdout``, are written to as they
    are, for they cannot be replaced. It blocks: a coroutine calls it in a thread.

    Args:
        content: All of it, or its parts in order; drawn while the file is written.
        private: Only the person may read it (mode 0600), even if the file had other
            permissions. Otherwise the person's umask decides.

    Raises:
        FileRefusedError: The disk refused. An earlier file is as it was, and no
            temporary file is left.
    """
    chunks = (content,) if isinstance(content, bytes) else content
    try:
        earlier = _status(path)
        if earlier is not None and not stat.S_ISREG(earlier.st_mode):
            _write_straight(path, chunks)
        else:
            _replace(Path(os.path.realpath(path)), earlier, chunks, private=private)
    except OSError as error:
        raise file_error(path, error) from None


def _status(path: Path) -> os.stat_result | None:
    """Look at what stands at the path now, links followed; ``OSError`` if read-only."""
    try:
        name = os.fsencode(path)
    except UnicodeEncodeError:
        raise OSError(errno.EILSEQ, os.strerror(errno.EILSEQ)) from None
    if b"\0" in name:
        raise OSError(errno.EILSEQ, os.strerror(errno.EILSEQ))
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
    # Replacing asks for rights on the folder alone: without this question a file
    # that its owner made read-only would be replaced.
    effective = os.access in os.supports_effective_ids
    if not os.access(path, os.W_OK, effective_ids=effective):
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))
    return status


def _write_straight(path: Path, chunks: Iterable[bytes]) -> None:
    with path.open("wb") as stream:
        stream.writelines(chunks)


def _replace(
    target: Path,
    earlier: os.stat_result | None,
    chunks: Iterable[bytes],
    *,
    private: bool,
) -> None:
    # Its name does not hold the target's: that may be as long as the disk takes.
    temporary = target.with_name(temporary_name())
    opener = partial(os.open, mode=_PRIVATE if private else _SHARED)
    try:
        with open(temporary, "xb", opener=opener) as stream:
            if earlier is not None and not private:
                _keep_permissions(stream, earlier)
            stream.writelines(chunks)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(target)
    except BaseException:
        # Ctrl+C and cancelling too.
        with suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


def _keep_permissions(stream: BinaryIO, earlier: os.stat_result) -> None:
    if not hasattr(os, "fchmod"):
        return  # Windows, where permissions come from the folder.
    # Only root may give files away; for everybody else the file becomes theirs.
    with suppress(OSError):
        os.chown(stream.fileno(), earlier.st_uid, earlier.st_gid)
    os.fchmod(stream.fileno(), stat.S_IMODE(earlier.st_mode) & 0o777)


def _sync_folder(folder: Path) -> None:
    """Make the new name outlast a power cut, where the system can.

    The file is whole by now: what fails here is no reason to say that it is not.
    """
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def temporary_name() -> str:
    """Make a name that nobody else uses and that tells it is ours."""
    return f".clockify-desktop-{secrets.token_hex(8)}.part"


def remove_stale(folder: Path, older_than_s: float = _STALE_AFTER_S) -> int:
    """Remove temporary files that a killed program left in a folder, and count them.

    Only plain files of this person that bear our kind of name and were last written to
    so long ago are touched; what cannot be looked at or removed stays.
    """
    removed = 0
    latest = time.time() - older_than_s
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            with suppress(OSError):
                if _NAME.fullmatch(entry.name) and _is_stale(entry, latest):
                    Path(entry.path).unlink()
                    removed += 1
    return removed


def _is_stale(entry: os.DirEntry[str], latest: float) -> bool:
    status = entry.stat(follow_symlinks=False)
    # Windows has no user numbers: there every file says 0.
    ours = not hasattr(os, "getuid") or status.st_uid == os.getuid()
    return stat.S_ISREG(status.st_mode) and ours and status.st_mtime < latest
