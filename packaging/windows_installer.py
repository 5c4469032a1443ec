"""Makes the installer for Windows of the built folder.

Elsewhere it tells whether the script compiles: the same, not packed and not kept.
"""

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Final

from program_folder import FOLDER, HERE, ICONS, NAME, PLACE, WORK

INSTALLER: Final = PLACE / f"{NAME}-setup.exe"
_SCRIPT: Final = HERE / "windows" / f"{NAME}.nsi"


def main() -> None:
    """Compile it; what NSIS refuses is raised, and elsewhere what it warns of."""
    if sys.platform == "win32":
        _compile(INSTALLER)
        return
    tried = WORK / INSTALLER.name
    _compile(tried, "-WX", "-DNOT_PACKED")
    tried.unlink()
    sys.stdout.write(f"{_SCRIPT.name}: compiles\n")


def _compile(target: Path, *settings: str) -> None:
    words = {
        "VERSION": version(NAME),
        "FOLDER": FOLDER,
        "ICON": ICONS / f"{NAME}.ico",
        "TARGET": target,
    }
    given = [f"-D{name}={value}" for name, value in words.items()]
    subprocess.run(  # noqa: S603 - our own words
        ("makensis", "-V2", *given, *settings, str(_SCRIPT)),  # noqa: S607 - on the PATH, as its own installer leaves it
        check=True,
    )


if __name__ == "__main__":
    main()
