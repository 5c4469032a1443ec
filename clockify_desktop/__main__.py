"""The way in: ``clockify-desktop`` and ``python -m clockify_desktop``."""

import atexit
import gc
import os
import signal
import sys
import threading
from contextlib import suppress
from typing import Final, NoReturn

from clockify_desktop.store.language import speak_chosen_language

# Before anything is imported that has texts.
speak_chosen_language()

from clockify_desktop.app.library_talk import collect
from clockify_desktop.cli.endings import Endings, endings
from clockify_desktop.cli.program import INTERRUPTED, REFUSED, run
from clockify_desktop.cli.standard_streams import provide, settle

_LAST_DUTIES_LIMIT_S: Final = 1.0


def main() -> NoReturn:
    """Run the program and end with its exit code."""
    provide()
    collect()
    told = Endings()
    told.listen()
    try:
        code = run(sys.argv[1:])
        code = told.code if code == INTERRUPTED else code
    except Exception:  # noqa: BLE001 - told as Python would, but the end is ours
        sys.excepthook(*sys.exc_info())
        code = REFUSED
    finally:
        settle()
    if "PySide6.QtWidgets" in sys.modules:
        _leave(code)
    # What there is goes with the process: Python need not look through it for what
    # nobody refers to, which takes a tenth of the time of a report.
    gc.freeze()
    sys.exit(code)


def _leave(code: int) -> NoReturn:
    """End without Python and the C library taking the process apart.

    A thread may still be at an import, a drawing or a disk that does not answer. Of
    matplotlib's ``ft2font``, imported by half, the C library's own exit drops Python
    objects when Python is no more, which aborts the process with a message and a wrong
    code: the state ``half-imported`` of the tests of quitting.

    What libraries have to do at the end is done before: Qt hands what was copied to
    the clipboard's manager, matplotlib removes its temporary folder. A manager that
    does not answer would take five seconds.

    Args:
        code: The exit code.
    """
    signal.set_wakeup_fd(-1)
    for ending in endings():
        # It ends already, and whoever listened goes with Qt. Python itself would
        # complain of one that comes while it is told to ignore it.
        signal.signal(ending, lambda *_: None)
    limit = threading.Timer(_LAST_DUTIES_LIMIT_S, _end, (code,))
    limit.daemon = True
    limit.start()
    # No part of the first frame, after which a window may be closed already.
    threads = sys.modules.get("clockify_desktop.daemon_threads")
    if threads is not None:
        threads.stop_telling()
    atexit._run_exitfuncs()  # noqa: SLF001 - Python has no public name for it
    _end(code)


def _end(code: int) -> NoReturn:
    for stream in (sys.stdout, sys.stderr):
        # There is none without a console, and nobody may read it any more.
        with suppress(AttributeError, OSError, ValueError):
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
