"""The log of what went wrong in the program itself, without secrets."""

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import clockify_desktop
from clockify_desktop.domain.errors import UsageError
from clockify_desktop.store.folders import ERROR_LOG, settings_folder

_LARGEST_LOG_BYTES = 1_000_000
_PRIVATE = 0o600


def write_down(text: str, folder: Path | None = None) -> str:
    """Write a report about the program, and give it with what it is a report of.

    Where the disk refuses, it is in no file.

    Args:
        folder: Where the log is; the program's own folder unless given.
    """
    # The first frame does not wait for it.
    import platform  # noqa: PLC0415 - see above

    report = "\n".join(
        (
            f"clockify-desktop {clockify_desktop.__version__}",
            f"Python {platform.python_version()} on {platform.platform()}",
            f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC",
            text.rstrip(),
            "",
        )
    )
    with suppress(OSError, UsageError):
        _append(folder or settings_folder(), report)
    return report


def _append(folder: Path, report: str) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / ERROR_LOG
    # A log that has grown large is begun anew: it helps with what just happened.
    grown = path.exists() and path.stat().st_size > _LARGEST_LOG_BYTES
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | (os.O_TRUNC if grown else 0)
    # Who looks at errors is not waited for, should the log be a pipe.
    log = os.open(path, flags | getattr(os, "O_NONBLOCK", 0), _PRIVATE)
    try:
        # At once, so that another copy of the program does not write in between.
        os.write(log, f"{report}\n".encode(errors="backslashreplace"))
    finally:
        os.close(log)
