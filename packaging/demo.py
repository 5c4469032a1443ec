"""What ``make demo`` runs: the window on the sample organisation.

Without a screen it writes last week as two files instead; that needs neither Qt nor a
system library. It asks nobody but the program itself.
"""

import os
import subprocess
import sys
from pathlib import Path

FOLDER = Path("demo")
NAME = "last-week-people-by-project"
FORMATS = ("csv", "png")


PROGRAM = [sys.executable, "-m", "clockify_desktop"]
LIBRARIES = ["sh", str(Path(__file__).with_name("bare_machine.sh")), "window"]


def main() -> int:
    """Open the window, or write the files where there is no screen.

    Returns:
        The exit code of what was run.
    """
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return write_files()
    # It names each library that Qt would miss, and installs it if it may.
    ended = subprocess.run(LIBRARIES, check=False)  # noqa: S603 - our own script
    if ended.returncode:
        return ended.returncode
    window = subprocess.run([*PROGRAM, "--demo"], check=False)  # noqa: S603 - our own program
    return window.returncode


def write_files() -> int:
    """Write the files and name them.

    Returns:
        The exit code: 0, or that of the first report that failed.
    """
    FOLDER.mkdir(exist_ok=True)
    for kind in FORMATS:
        path = FOLDER / f"{NAME}.{kind}"
        report = [*PROGRAM, "report", "--demo"]
        what = ["--period", "last-week", "--group-by", "user,project"]
        where = ["--format", kind, "--output", str(path)]
        ended = subprocess.run(  # noqa: S603 - our own program
            [*report, *what, *where], stdout=subprocess.DEVNULL, check=False
        )
        if ended.returncode:
            # The program has said why, on stderr.
            return ended.returncode
        sys.stdout.write(f"{path}\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
