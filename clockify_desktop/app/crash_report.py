"""Everything unhandled ends here: in a log without secrets, and in one window.

A slot, a paint, a timer, a task, a thread, the loop, a garbage-collected exception and
Qt's own messages reach one reporter. Tracebacks are written without their locals,
which may hold the key; nothing is sent anywhere.
"""

import os
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from clockify_desktop.app import no_screen
from clockify_desktop.app.error_log import write_down
from clockify_desktop.cli.program import REFUSED
from clockify_desktop.cli.standard_streams import say
from clockify_desktop.domain.showable import showable
from clockify_desktop.store.folders import ERROR_LOG
from clockify_desktop.translation import tr

if TYPE_CHECKING:
    import asyncio
_MOST_WARNINGS = 20


class CrashReporter:
    """Takes every unhandled error, writes it down and tells the window.

    The log is in the program's own folder unless another one is given.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._untold: list[str] = []
        self._tell: Callable[[str], None] = self._untold.append
        self._folder = folder
        self._qt_warnings: tuple[str, ...] = ()
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
            say(
                tr(
                    "error: The program could not start: The report is in its "
                    "{error_log}.",
                    error_log=ERROR_LOG,
                )
            )

    def _on_hook(
        self, args: "threading.ExceptHookArgs | sys.UnraisableHookArgs"
    ) -> None:
        if args.exc_value is not None:
            self._report(args.exc_value)

    def _on_qt_message(
        self, kind: QtMsgType, _: QMessageLogContext, message: str
    ) -> None:
        if kind is QtMsgType.QtFatalMsg:
            self._write("\n".join(("Qt:", *self._qt_warnings, message)))
            say(showable(tr("error: {reason}", reason=no_screen.reason())))
            # Else Qt would abort the process, with its own words.
            os._exit(REFUSED)
        if kind is QtMsgType.QtCriticalMsg:
            self._write(f"Qt: {message}")
        elif kind is QtMsgType.QtWarningMsg:
            # It is for whoever writes programs, and tests fail for one; only where
            # there is no window the first ones tell why.
            self._qt_warnings = (*self._qt_warnings, message)[:_MOST_WARNINGS]

    def _report(self, error: BaseException) -> None:
        self._write("".join(traceback.format_exception(error)))

    def _write(self, text: str) -> None:
        with self._turn:
            self._tell(write_down(text, self._folder))
