"""Reading the program's own small files, in whose place anything may stand."""

import errno
import os
import stat
from pathlib import Path
from typing import Final

LARGEST: Final = 8 * 2**20
"""Bytes; what the program keeps is far smaller."""


class NoRegularFileError(OSError):
    """A folder, a pipe, a device, a link in a circle, or more than ``LARGEST``."""


def read_regular(path: Path) -> bytes:
    """Read a whole file, of a link the one it leads to; nothing is waited for.

    Raises:
        NoRegularFileError: It is none that the program wrote.
        OSError: The disk refuses.
    """
    check_regular(path)
    with open(path, "rb", opener=_without_waiting) as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
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
