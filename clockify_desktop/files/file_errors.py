"""What the disk refuses, in words for people."""

import errno
import os
from pathlib import Path

from clockify_desktop.domain.errors import FileRefusedError

TOO_MANY_FILES = "Too many files are open. Close some programs, or allow more."
_ELSEWHERE = "Choose another place for the file."
_REASONS = {
    errno.ENOSPC: "The disk is full. Free some space or choose another disk.",
    errno.EDQUOT: "Your share of the disk is used up. Free some space there.",
    errno.EFBIG: "It would be larger than a file may be here. " + _ELSEWHERE,
    # Windows says the same of a file that a spreadsheet has open.
    errno.EACCES: "You have no right to do that, or another program has it open. "
    + _ELSEWHERE,
    errno.EROFS: "The disk cannot be written to. " + _ELSEWHERE,
    errno.ENOENT: "The folder does not exist. Make it first, or choose another one.",
    errno.ENOTDIR: "A part of its path is no folder. " + _ELSEWHERE,
    errno.EISDIR: "A folder bears that name. Choose another name.",
    errno.ENAMETOOLONG: "The name is too long. Choose a shorter one.",
    errno.EILSEQ: "The name holds signs that this disk does not take. Change it.",
    errno.EINVAL: "The name holds signs that this disk does not take. Change it.",
    errno.ELOOP: "The link leads round in a circle. " + _ELSEWHERE,
    errno.ENXIO: "Nobody is there to read it. Start its reader first.",
    errno.EPIPE: "Whoever read it has gone. Start its reader once more.",
    errno.EMFILE: TOO_MANY_FILES,
    errno.ENFILE: TOO_MANY_FILES,
    errno.EIO: "The disk reports a fault. Save to another disk.",
}
_REASONS[errno.EPERM] = _REASONS[errno.EACCES]


def file_error(path: Path, error: OSError, done: str = "written") -> FileRefusedError:
    """Put an error of the operating system into one line, to raise it from ``None``."""
    reason = _REASONS.get(error.errno or 0)
    if reason is None:
        said = (error.strerror or "no reason given").rstrip(".")
        reason = f"The computer says: {said}. {_ELSEWHERE}"
    return FileRefusedError(f"{one_line(path)} could not be {done}", reason)


def one_line(path: Path) -> str:
    """Show a path, which may hold line ends and bytes that are no text, in one line."""
    return "".join(sign if sign.isprintable() else "?" for sign in os.fspath(path))
