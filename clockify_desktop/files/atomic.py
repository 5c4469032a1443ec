"""Replacing a file whole or not at all.

A file is written beside its target, flushed, synced and then put in the target's
place in one step. Whoever reads the target sees the old content or the new one,
never a part, whether the disk runs full, the program is killed or the power fails.
"""

import errno
import os
import re
import stat
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from clockify_desktop.files.file_errors import file_error
from clockify_desktop.files.temporary_files import remove_left, temporary_file

_PRIVATE = 0o600
# What a program asks for; the person's umask takes away from it.
_SHARED = 0o666
# What stands for an open file of this process, whatever it is.
_DESCRIPTOR = re.compile(r"/dev/(stdout|stderr)|(?:/dev|/proc/self)/fd/([0-9]{1,9})")
_NUMBERS = {"stdout": 1, "stderr": 2}
_ACCESS_LIST = "system.posix_acl_access"


def replace_file(
    path: Path, content: bytes | Iterable[bytes], *, private: bool = False
) -> None:
    """Replace a file by new content, or leave it untouched.

    A link is followed to the file it leads to. An existing file keeps its
    permissions, its access list and what else is noted of it; its owner and its group
    where the person may give them. Devices, pipes and open files, such as
    ``/dev/stdout``, are written to as they are, for they cannot be replaced. What a
    killed program left in the folder goes. It blocks: a coroutine calls it in a
    thread.

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
        number = _open_number(path)
        if number is not None:
            with os.fdopen(os.dup(number), "wb") as stream:
                stream.writelines(chunks)
            return
        earlier = _status(path)
        if earlier is not None and not stat.S_ISREG(earlier.st_mode):
            _write_straight(path, earlier, chunks)
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


def _open_number(path: Path) -> int | None:
    found = _DESCRIPTOR.fullmatch(os.path.normpath(path))
    if found is None:
        return None
    return _NUMBERS[found[1]] if found[1] else int(found[2])


def _write_straight(
    path: Path, status: os.stat_result, chunks: Iterable[bytes]
) -> None:
    # A pipe without a reader would be waited for without end.
    at_once = getattr(os, "O_NONBLOCK", 0) if stat.S_ISFIFO(status.st_mode) else 0
    with open(path, "wb", opener=lambda name, how: os.open(name, how | at_once)) as one:
        if at_once:
            os.set_blocking(one.fileno(), True)
        one.writelines(chunks)


def _replace(
    target: Path,
    earlier: os.stat_result | None,
    chunks: Iterable[bytes],
    *,
    private: bool,
) -> None:
    # First, because what was left behind may be what fills the disk.
    remove_left(target.parent)
    # Its name does not hold the target's: that may be as long as the disk takes.
    mode = _PRIVATE if private else _SHARED
    with temporary_file(target.parent, mode) as (temporary, stream):
        if earlier is not None and not private:
            _keep_permissions(stream.fileno(), target, earlier)
        stream.writelines(chunks)
        stream.flush()
        os.fsync(stream.fileno())
        if os.name == "nt":
            # Elsewhere its lock lasts until it has the other name.
            stream.close()
        temporary.replace(target)
    _sync_folder(target.parent)


def _keep_permissions(number: int, target: Path, earlier: os.stat_result) -> None:
    if not hasattr(os, "fchmod"):
        return  # Windows, where permissions come from the folder.
    # Only root may give files away, and others a group only that they are in.
    with suppress(OSError):
        os.chown(number, -1, earlier.st_gid)
    with suppress(OSError):
        os.chown(number, earlier.st_uid, -1)
    mode = stat.S_IMODE(earlier.st_mode) & 0o777
    same_group = os.fstat(number).st_gid == earlier.st_gid
    if not same_group:
        # Another group must not read what it could not read before.
        mode &= 0o707 | (mode & 0o007) << 3
    _keep_attributes(number, target, access=same_group)
    os.fchmod(number, mode)


def _keep_attributes(number: int, target: Path, *, access: bool) -> None:
    if sys.platform != "linux":
        return
    try:
        kept, made = os.listxattr(target), os.listxattr(number)
    except OSError:
        return  # This disk has none.
    if _ACCESS_LIST in made:
        # From the folder's own list, which may let in more people.
        os.removexattr(number, _ACCESS_LIST)
    for name in kept:
        if name.startswith("user.") or (name == _ACCESS_LIST and access):
            os.setxattr(number, name, os.getxattr(target, name))


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
