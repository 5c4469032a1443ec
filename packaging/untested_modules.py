"""Ends with 1 where tests leave most of a module unrun, after ``make test``."""

import json
import sys
from pathlib import Path
from typing import Final

LEAST_PERCENT: Final = 50
# Run as programs of their own, where coverage does not look; and by which tests.
ELSEWHERE: Final = {
    "clockify_desktop/__main__.py": "tests/app/test_quit_after.py",
    "clockify_desktop/app/no_screen.py": "tests/app/test_no_screen.py",
    "clockify_desktop/app/start.py": "tests/app/test_quit_after.py",
    "clockify_desktop/app/startup_tuning.py": "tests/app/test_startup_tuning.py",
    "clockify_desktop/cli/sample_server.py": "tests/cli/test_sample_server.py",
}


def untested(report: Path) -> list[str]:
    """List the modules of which too little is run.

    Args:
        report: What ``coverage json`` wrote.
    """
    files = json.loads(report.read_text())["files"]
    return [
        f"{name}: {file['summary']['percent_covered']:.0f} % run"
        for name, file in sorted(files.items())
        if file["summary"]["percent_covered"] < LEAST_PERCENT
        and not Path(ELSEWHERE.get(name, "nowhere")).is_file()
    ]


if __name__ == "__main__":
    sys.exit("\n".join(untested(Path(sys.argv[1]))) or None)
