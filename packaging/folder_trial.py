"""Tries the programs of a built folder, on whatever system built it.

folder_trial.py [FOLDER]: where they lie, such as an app's Contents/MacOS.
"""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from program_folder import FOLDER, NAME, WORK, program

from clockify_desktop import __version__

REPORT: Final = ("report", "--demo", "--period", "2026-W40", "--format", "csv")
WINDOW: Final = ("--demo", "--quit-after", "report")
_HOME: Final = WORK / "trial"


def try_folder(folder: Path) -> None:
    """Start what is in it.

    Raises:
        AssertionError: Something is not as from source.
        CalledProcessError: Something did not end well.
    """
    _HOME.mkdir(parents=True, exist_ok=True)
    console = _console_program(folder)
    said = _written(console, "--version").decode()
    assert __version__ in said, said
    packaged = _written(console, *REPORT)
    source = _written(sys.executable, "-m", "clockify_desktop", *REPORT)
    assert packaged == source, "the CSV is another than the source's"
    for one in sorted({console, program(folder)}):
        _written(one, *WINDOW)
    lines = packaged.count(b"\n")
    sys.stdout.write(f"{folder.name}: a report of {lines} lines, and the window\n")


def _console_program(folder: Path) -> Path:
    """Find the one that writes into a console: of Windows it is one by itself."""
    return folder / f"{NAME}-report.exe" if sys.platform == "win32" else program(folder)


def _written(*command: str | Path) -> bytes:
    kept = {name: value for name, value in os.environ.items() if "PYTHON" not in name}
    offscreen = {"QT_QPA_PLATFORM": "offscreen", "CLOCKIFY_DESKTOP_HOME": str(_HOME)}
    # Away from the work tree: Python would find the program there, not the wheel's.
    return subprocess.check_output(  # noqa: S603 - our own words
        command, cwd=_HOME, env={**kept, **offscreen}, timeout=300
    )


if __name__ == "__main__":
    try_folder(Path(sys.argv[1]).absolute() if sys.argv[1:] else FOLDER)
