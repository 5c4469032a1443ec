"""Installs the program by its installer on Windows, tries it there and removes it."""

import os
import subprocess
import sys
from pathlib import Path

from folder_trial import try_folder
from program_folder import NAME
from windows_installer import INSTALLER


def main() -> None:
    """Install, try, remove; what does not end well is raised."""
    place = Path(os.environ["LOCALAPPDATA"]) / "Programs" / NAME
    _run(str(INSTALLER), "/S")
    try_folder(place)
    # Without this it goes on in a copy of itself and ends before it has begun.
    _run(str(place / "uninstall.exe"), "/S", f"_?={place}")
    left = [one.name for one in place.iterdir() if one.name != "uninstall.exe"]
    assert not left, left
    sys.stdout.write(f"{INSTALLER.name}: installed, tried and removed\n")


def _run(*command: str) -> None:
    subprocess.run(command, check=True, timeout=600)  # noqa: S603 - our own installer


if __name__ == "__main__":
    main()
