"""What the disk refuses, in words for people."""

import errno
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, Literal

from clockify_desktop.domain.errors import FileRefusedError
from clockify_desktop.translation import tr

Done = Literal["deleted", "made", "read", "set aside", "written"]


def _elsewhere(what: str) -> str:
    advice = tr("Choose another place for the file.")
    return f"{what} {advice}"


TOO_MANY_FILES = tr("Too many files are open. Close some programs, or allow more.")
_OPEN = tr("Another program has it open. Close it there, or choose another name.")
_REASONS = {
    errno.ENOSPC: tr("The disk is full. Free some space or choose another disk."),
    errno.EDQUOT: tr("Your share of the disk is used up. Free some space there."),
    errno.EFBIG: _elsewhere(tr("It would be larger than a file may be here.")),
    # Windows says the same of a file that a spreadsheet has open.
    errno.EACCES: tr(
        "You have no right to do that, or another program has it open. "
        "Close it there, or choose another place for the file."
    ),
    errno.EROFS: _elsewhere(tr("The disk cannot be written to.")),
    errno.ENOENT: tr(
        "The folder does not exist. Make it first, or choose another one."
    ),
    errno.ENOTDIR: _elsewhere(tr("A part of its path is no folder.")),
    errno.EISDIR: tr("A folder bears that name. Choose another name."),
    errno.ENAMETOOLONG: tr("The name is too long. Choose a shorter one."),
    errno.EILSEQ: tr("The name holds signs that this disk does not take. Change it."),
    errno.EINVAL: tr("The name holds signs that this disk does not take. Change it."),
    errno.ELOOP: _elsewhere(tr("The link leads round in a circle.")),
    errno.ENXIO: tr("Nobody is there to read it. Start its reader first."),
    errno.EPIPE: tr("Whoever read it has gone. Start its reader once more."),
    errno.EMFILE: TOO_MANY_FILES,
    errno.ENFILE: TOO_MANY_FILES,
    errno.EIO: tr("The disk reports a fault. Save to another disk."),
    errno.EBUSY: _OPEN,
    errno.ETXTBSY: _OPEN,
    errno.ESTALE: tr("The disk in the network has gone. Connect it again."),
}
_REASONS[errno.EPERM] = _REASONS[errno.EACCES]
_LONG_PATH = tr("The path is too long. Choose a folder nearer to the top of the disk.")
_TITLES: Final[Mapping[Done, Callable[[str], str]]] = {
    "deleted": lambda file: tr("{file} could not be deleted", file=file),
    "made": lambda file: tr("{file} could not be made", file=file),
    "read": lambda file: tr("{file} could not be read", file=file),
    "set aside": lambda file: tr("{file} could not be set aside", file=file),
    "written": lambda file: tr("{file} could not be written", file=file),
}
# Bytes, or signs on Windows, that a name takes on nearly every disk.
_LONGEST_NAME = 255
# Windows' own numbers, where Python's number for them says less or something else.
_ON_WINDOWS = {
    19: _REASONS[errno.EROFS],
    32: _OPEN,
    33: _OPEN,
    39: _REASONS[errno.ENOSPC],
    206: _LONG_PATH,
    1224: _OPEN,
}


def file_error(path: Path, error: OSError, done: Done = "written") -> FileRefusedError:
    """Put an error of the operating system into one line, to raise it from ``None``."""
    reason = _REASONS.get(error.errno or 0)
    name = path.name.encode(errors="surrogatepass")
    if error.errno == errno.ENAMETOOLONG and len(name) <= _LONGEST_NAME:
        reason = _LONG_PATH
    reason = _ON_WINDOWS.get(getattr(error, "winerror", None) or 0, reason)
    if reason is None:
        said = (error.strerror or tr("no reason given")).rstrip(".")
        reason = _elsewhere(tr("The computer says: {words}.", words=said))
    return FileRefusedError(_TITLES[done](one_line(path)), reason)


def one_line(path: Path) -> str:
    """Show a path, which may hold line ends and bytes that are no text, in one line."""
    return "".join(sign if sign.isprintable() else "?" for sign in os.fspath(path))
