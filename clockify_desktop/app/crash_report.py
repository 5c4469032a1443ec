"""Everything unhandled ends here: in a log without secrets, and in one window.

A slot, a paint, a timer, a task, a thread, the loop, a garbage-collected exception and
Qt's own messages reach one reporter. Tracebacks are written without their locals,
which may hold the key; nothing is sent anywhere.
"""

import logging
import os
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

import clockify_desktop

if TYPE_CHECKING:
    import asyncio

LOG = "errors.log"
_LARGEST_LOG_BYTES = 1_000_000
_PRIVATE = 0o600


class CrashReporter:
    """Takes every unhandled error, writes it down and tells the window.

    The log is in the program's own folder unless another one is given.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._untold: list[str] = []
        self._tell: Callable[[str], None] = self._untold.append
        self._folder = folder
        # Errors come from any thread, and while one is written down garbage may be
        # collected, with an error of its own: so one thread may enter several times.
        self._turn = threading.RLock()

    def tell_to(self, tell: Callable[[str], None]) -> None:
        """Tell somebody from now on, and what came before."""
        with self._turn:
            self._tell = tell
            for report in self._untold:
                tell(report)
            self._untold.clear()

    def install(self) -> None:
        """Take over every hook of Python and Qt."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_hook
        sys.unraisablehook = self._on_hook
        qInstallMessageHandler(self._on_qt_message)
        # Else Python would print what libraries warn of on standard error.
        logging.getLogger().addHandler(LibraryLog(self._folder))

    def on_loop(self, _: "asyncio.AbstractEventLoop", context: dict[str, Any]) -> None:
        """Take an error of the event loop; for ``set_exception_handler``."""
        error = context.get("exception")
        if isinstance(error, BaseException):
            self._report(error)
        else:
            self._write(str(context.get("message", "an error of the event loop")))

    def _on_exception(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        self._report(error.with_traceback(trace))
        if self._untold:
            # The program ends before it has a window that could tell.
            title = "error: The program could not start"
            print(f"{title}: The report is in its {LOG}.", file=sys.stderr)  # noqa: T201 - the last word of a program that ends

    def _on_hook(
        self, args: "threading.ExceptHookArgs | sys.UnraisableHookArgs"
    ) -> None:
        if args.exc_value is not None:
            self._report(args.exc_value)

    def _on_qt_message(
        self, kind: QtMsgType, _: QMessageLogContext, message: str
    ) -> None:
        # A warning is for whoever writes programs: tests fail for one.
        if kind in {QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}:
            self._write(f"Qt: {message}")

    def _report(self, error: BaseException) -> None:
        self._write("".join(traceback.format_exception(error)))

    def _write(self, text: str) -> None:
        # The first frame waits for neither.
        import platform  # noqa: PLC0415 - see above

        from clockify_desktop.store.folders import (  # noqa: PLC0415 - see above
            settings_folder,
        )

        report = "\n".join(
            (
                f"clockify-desktop {clockify_desktop.__version__}",
                f"Python {platform.python_version()} on {platform.platform()}",
                f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC",
                text.rstrip(),
                "",
            )
        )
        with self._turn:
            # Where the disk refuses, the report still reaches the window.
            with suppress(OSError):
                _append(self._folder or settings_folder(), report)
            self._tell(report)


class LibraryLog(logging.Handler):
    """Writes down what libraries warn of; it is no error, so nobody is told.

    Of a message only the words of whoever wrote the library: what it was about may be
    people's data.
    """

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__(logging.WARNING)
        self._folder = folder

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line."""
        from clockify_desktop.store.folders import (  # noqa: PLC0415 - as above
            settings_folder,
        )

        with suppress(OSError):
            line = f"{record.levelname} of {record.name}: {record.msg}"
            _append(self._folder or settings_folder(), line)


def _append(folder: Path, report: str) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / LOG
    # A log that has grown large is begun anew: it helps with what just happened.
    grown = path.exists() and path.stat().st_size > _LARGEST_LOG_BYTES
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | (os.O_TRUNC if grown else 0)
    log = os.open(path, flags, _PRIVATE)
    try:
        # At once, so that another copy of the program does not write in between.
        os.write(log, f"{report}\n".encode(errors="backslashreplace"))
    finally:
        os.close(log)
