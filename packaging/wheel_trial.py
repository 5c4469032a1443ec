"""Tries the built wheel as pipx installs it: an environment of its own, asked nothing.

It runs from an empty folder, so that nothing of the work tree is found by chance.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from program_folder import HERE, NAME, PLACE

_PLACE: Final = HERE.parent / "build" / "wheel-trial"
_TIME_ZONE: Final = ("--time-zone", "Europe/Belgrade")


def main() -> int:
    """Install it and start it.

    Returns:
        0; what does not end well is raised.
    """
    (wheel,) = PLACE.glob("*.whl")
    shutil.rmtree(_PLACE, ignore_errors=True)
    empty = _PLACE / "empty"
    empty.mkdir(parents=True)
    environment = _PLACE / "environment"
    _run(empty, sys.executable, "-m", "venv", str(environment))
    commands = environment / ("Scripts" if sys.platform == "win32" else "bin")
    _run(empty, str(commands / "python"), "-m", "pip", "install", "-q", str(wheel))
    program = str(commands / NAME)
    _run(empty, program, "--version")
    period = ("--period", "last-week", *_TIME_ZONE, "--output", "week.csv")
    _run(empty, program, "report", "--demo", *period)
    lines = (empty / "week.csv").read_bytes().count(b"\n")
    _run(empty, program, "--demo", "--quit-after", "report")
    sys.stdout.write(f"{wheel.name}: a report of {lines} lines, and the window\n")
    return 0


def _run(folder: Path, *command: str) -> None:
    kept = {name: value for name, value in os.environ.items() if "PYTHON" not in name}
    offscreen = {"QT_QPA_PLATFORM": "offscreen", "CLOCKIFY_DESKTOP_HOME": str(_PLACE)}
    subprocess.run(  # noqa: S603 - our own words
        command, cwd=folder, env={**kept, **offscreen}, check=True
    )


if __name__ == "__main__":
    sys.exit(main())
