"""A program whose copies write a file and are killed, each at another step.

Its arguments are the writer, how many people its report has, and the target. It says
how many steps a write has; then, for each number that it reads, it has a copy killed at
that step and says how that ended. A step is a call, into Python or out of it, or its
end: nothing happens between two.
"""

import os
import signal
import sys
from pathlib import Path

from clockify_desktop.domain.report import Report
from tests.proofs.file_writers import report_of, write


class Steps:
    """Counts steps, and kills its process at one of them."""

    def __init__(self, last: int = 0) -> None:
        self.taken, self._last = 0, last

    def run(self, name: str, report: Report, target: Path) -> int:
        """Write a file and tell how many steps that took."""
        sys.setprofile(self._on_step)
        try:
            write(name, report, target)
        finally:
            sys.setprofile(None)
        return self.taken

    def _on_step(self, *_: object) -> None:
        self.taken += 1
        if self.taken == self._last:
            os.kill(os.getpid(), signal.SIGKILL)


def main(name: str, report: Report, target: Path) -> None:
    """Do what the module says."""
    # What is imported or kept by the first write is no step of the next ones.
    write(name, report, target)
    sys.stdout.write(f"{Steps().run(name, report, target)}\n")
    sys.stdout.flush()
    for line in sys.stdin:
        child = os.fork()
        if not child:
            Steps(int(line)).run(name, report, target)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        sys.stdout.write("killed\n" if os.WIFSIGNALED(status) else "ended\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], report_of(int(sys.argv[2])), Path(sys.argv[3]))
