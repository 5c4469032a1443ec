"""Reading the program's own small files, in whose place anything may stand."""

import errno
import os
import stat
from pathlib import Path
from typing import Final

LARGEST: Final = 8 * 2**20
"""Bytes; what the program keeps is far smaller."""
LARGEST_EXPORT: Final = 512 * 2**20
"""Bytes of a file that Clockify exported: about two million entries."""


class NoRegularFileError(OSError):
    """A folder, a pipe, a device, a link in a circle, or a file that is too large."""


def read_regular(path: Path, largest: int = LARGEST) -> bytes:
    """Read a whole file, of a link the one it leads to; nothing is waited for.

    Raises:
        NoRegularFileError: It is none, or has more than ``largest`` bytes.
        OSError: The disk refuses.
    """
    check_regular(path)
    with open(path, "rb", opener=_without_waiting) as file:
        content = file.read(largest + 1)
    if len(content) > largest:
        raise NoRegularFileError
    return content


def check_regular(path: Path) -> None:
    """Look whether a path leads to a file, before opening does something to a device.

    Raises:
        NoRegularFileError: It is none.
        OSError: The disk refuses.
    """
    try:
        status = path.stat()
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise NoRegularFileError from None
        raise
    if not stat.S_ISREG(status.st_mode):
        raise NoRegularFileError


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
