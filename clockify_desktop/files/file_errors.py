"""What the disk refuses, in words for people."""

import errno
import os
from pathlib import Path

from clockify_desktop.domain.errors import FileRefusedError

TOO_MANY_FILES = "Too many files are open. Close some programs, or allow more."
_ELSEWHERE = "Choose another place for the file."
_OPEN = "Another program has it open. Close it there, or choose another name."
_REASONS = {
    errno.ENOSPC: "The disk is full. Free some space or choose another disk.",
    errno.EDQUOT: "Your share of the disk is used up. Free some space there.",
    errno.EFBIG: "It would be larger than a file may be here. " + _ELSEWHERE,
    # Windows says the same of a file that a spreadsheet has open.
    errno.EACCES: "You have no right to do that, or another program has it open. "
    "Close it there, or choose another place for the file.",
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
    errno.EBUSY: _OPEN,
    errno.ETXTBSY: _OPEN,
    errno.ESTALE: "The disk in the network has gone. Connect it again.",
}
_REASONS[errno.EPERM] = _REASONS[errno.EACCES]
_LONG_PATH = "The path is too long. Choose a folder nearer to the top of the disk."
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


def file_error(path: Path, error: OSError, done: str = "written") -> FileRefusedError:
    """Put an error of the operating system into one line, to raise it from ``None``."""
    reason = _REASONS.get(error.errno or 0)
    name = path.name.encode(errors="surrogatepass")
    if error.errno == errno.ENAMETOOLONG and len(name) <= _LONGEST_NAME:
        reason = _LONG_PATH
    reason = _ON_WINDOWS.get(getattr(error, "winerror", None) or 0, reason)
    if reason is None:
        said = (error.strerror or "no reason given").rstrip(".")
        reason = f"The computer says: {said}. {_ELSEWHERE}"
    return FileRefusedError(f"{one_line(path)} could not be {done}", reason)


def one_line(path: Path) -> str:
    """Show a path, which may hold line ends and bytes that are no text, in one line."""
    return "".join(sign if sign.isprintable() else "?" for sign in os.fspath(path))
