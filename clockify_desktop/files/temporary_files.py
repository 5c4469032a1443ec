"""Names of our temporary files, and removing those that a killed program left."""

import os
import re
import secrets
import stat
import time
from contextlib import suppress
from pathlib import Path

_NAME = re.compile(r"\.clockify-desktop-[0-9a-f]{16}\.part")
# Far longer than a write takes, so that another copy of the program that is writing
# right now keeps its file.
_STALE_AFTER_S = 3600


def temporary_name() -> str:
    """Make a name that nobody else uses and that tells it is ours."""
    return f".clockify-desktop-{secrets.token_hex(8)}.part"


def remove_stale(folder: Path, older_than_s: float = _STALE_AFTER_S) -> int:
    """Remove temporary files that a killed program left in a folder, and count them.

    Only plain files of this person that bear our kind of name are touched; subfolders,
    and what cannot be looked at or removed, stay.

    Args:
        older_than_s: Seconds since the file was last written to.
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
