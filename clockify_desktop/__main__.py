"""The way in: ``clockify-desktop`` and ``python -m clockify_desktop``."""

import os
import sys
from contextlib import suppress
from typing import NoReturn

from clockify_desktop.cli.program import run


def main() -> NoReturn:
    """Run the program and end with its exit code."""
    code = run(sys.argv[1:])
    if "PySide6.QtWidgets" in sys.modules:
        _leave(code)
    sys.exit(code)


def _leave(code: int) -> NoReturn:
    """End at once: everything is written and closed when the window has ended.

    A thread may still be at an import, a drawing or a disk that does not answer. Python
    takes itself apart beneath it, and now and then the process was aborted by that: on
    a busy machine one quitting in seventy ended with a message and a wrong code.
    """
    for stream in (sys.stdout, sys.stderr):
        # There is none without a console, and nobody may read it any more.
        with suppress(AttributeError, OSError, ValueError):
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
