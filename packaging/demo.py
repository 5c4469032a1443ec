"""What ``make demo`` runs: last week of the sample organisation, as two files.

It needs neither a screen nor Qt, and asks nobody but the program itself.
"""

import subprocess
import sys
from pathlib import Path

FOLDER = Path("demo")
NAME = "last-week-people-by-project"
FORMATS = ("csv", "png")


def main() -> int:
    """Write the files and name them.

    Returns:
        The exit code: 0, or that of the first report that failed.
    """
    FOLDER.mkdir(exist_ok=True)
    for kind in FORMATS:
        path = FOLDER / f"{NAME}.{kind}"
        report = [sys.executable, "-m", "clockify_desktop", "report", "--demo"]
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
