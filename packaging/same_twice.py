"""Builds the last commit once more, elsewhere, and names what differs from dist/."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from program_folder import HERE, PLACE

_AGAIN: Final = HERE.parent / "build" / "again"
_SCRIPTS: Final = ("program_folder.py", "debian_package.py")


def main() -> int:
    """Build and compare.

    Returns:
        1 where a file differs or is in one of them alone.
    """
    for script in _SCRIPTS:
        subprocess.run(  # noqa: S603 - our own script
            [sys.executable, str(HERE / script)],
            env={**os.environ, "PACKAGE_PLACE": str(_AGAIN)},
            check=script != _SCRIPTS[0],
        )
    first, second = dict(_contents(PLACE)), dict(_contents(_AGAIN))
    names = sorted(first.keys() | second.keys())
    different = [name for name in names if first.get(name) != second.get(name)]
    for name in different:
        sys.stdout.write(f"differs: {name}\n")
    sys.stdout.write(f"{len(names) - len(different)} of {len(names)} are the same\n")
    return int(bool(different))


def _contents(folder: Path) -> Iterator[tuple[str, str]]:
    for path in folder.rglob("*"):
        name = str(path.relative_to(folder))
        if path.is_symlink():
            yield name, f"to {path.readlink()}"
        elif path.is_file():
            mode = oct(path.stat().st_mode)
            yield name, f"{mode} {hashlib.sha256(path.read_bytes()).hexdigest()}"


if __name__ == "__main__":
    sys.exit(main())
