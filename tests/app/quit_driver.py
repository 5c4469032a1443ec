"""Opens the program, waits for a state of it, quits in one way and notes when.

Started as a process of its own by test_quitting.py: STATE WAY NOTE [the program's own
arguments].
"""

import asyncio
import enum
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from clockify_desktop.__main__ import main
from clockify_desktop.api.hosts import DEPLOYMENTS
from clockify_desktop.app import program as program_module
from clockify_desktop.app import start
from clockify_desktop.domain.errors import AppError
from clockify_desktop.export.csv_file import FileFormat
from clockify_desktop.files.atomic import replace_file
from clockify_desktop.services import saving
from clockify_desktop.store import password_store
from clockify_desktop.store.accounts import Account, AccountsFile
from clockify_desktop.store.policy import Policy
from clockify_desktop.store.settings import SettingsFile
from clockify_desktop.ui.main_window import MainWindow
from clockify_desktop.viewmodels.export_state import SavePhase
from clockify_desktop.viewmodels.report_state import ReportState
from clockify_desktop.viewmodels.sign_in_state import (
    SignInInput,
    SignInPhase,
    SignInState,
)

STATE, WAY, NOTE = sys.argv[1], sys.argv[2], Path(sys.argv[3])
NOW = datetime.fromisoformat("2026-11-23T09:00:00+01:00")
SAVING = {"export", "saving", "in-mid-write"}
CTRL = Qt.KeyboardModifier.ControlModifier


def leave(window: MainWindow) -> None:
    """Quit, at the end of what is under way now."""
    NOTE.write_text(str(time.monotonic()))
    if WAY == "close":
        window.close()
    elif WAY == "quit":
        application = QCoreApplication.instance()
        assert application is not None
        QCoreApplication.postEvent(application, QEvent(QEvent.Type.Quit))
    elif WAY == "ctrl+q":
        # Where a key goes that a person presses.
        pressed_in = QApplication.activeModalWidget() or window
        QTest.qWaitForWindowActive(pressed_in)
        QTest.keyClick(pressed_in.windowHandle(), Qt.Key.Key_Q, CTRL)
    else:
        os.kill(os.getpid(), signal.Signals[WAY.upper()])


def block(*_: object) -> None:
    """Never answer, as a disk or a prompt that nobody looks at."""
    threading.Event().wait()


def block_in_mid_write(path: Path, content: Iterable[bytes]) -> None:
    """Replace a file by what never comes to its end."""

    def parts() -> Iterator[bytes]:
        yield from content
        block()

    replace_file(path, parts())


def hold_ft2font(tell: Callable[[], object]) -> None:
    """Hold the import of matplotlib's C++ in the middle, past the end of Python.

    Args:
        tell: Is called in its thread, once it is there.
    """
    make = enum.EnumMeta.__call__

    def made(*args: Any, **words: Any) -> Any:
        if words.get("module") == "matplotlib.ft2font":
            tell()
            block()
        return make(*args, **words)

    enum.EnumMeta.__call__ = made  # type: ignore[method-assign]  # for this process


class SilentBackend:
    """A password store that asks a person who is not there."""

    get_password = set_password = delete_password = block


class Driven(program_module.Program):
    """The program that leaves by itself once it is in a state."""

    def _start(self) -> None:
        if STATE == "half-imported":
            loop = asyncio.get_running_loop()
            hold_ft2font(partial(loop.call_soon_threadsafe, self._leave))
        super()._start()
        self._left = False
        report = self._report
        report.model.changed.connect(self._on_report)
        report.files.export.changed.connect(self._on_export_changed)
        self._sign_in.model.changed.connect(self._on_sign_in_state)
        if STATE == "empty":
            self._leave()
        elif STATE == "held":
            # No daemon: Python itself would wait for it.
            threading.Thread(target=block).start()
            self._leave()
        elif STATE in {"opening", "finding", "reading"}:
            # The password store or the disk has been asked, and does not answer.
            QTimer.singleShot(100, self, self._leave)
        elif STATE == "waiting":
            # Clockify has said when to come again.
            self._account.waited.connect(self._leave_soon)

    def _leave(self) -> None:
        if not self._left:
            self._left = True
            QTimer.singleShot(0, self, partial(leave, self._window))

    def _on_report(self, state: ReportState) -> None:
        if STATE == "fetching" and state.loading:
            # The question is out once the loop has come round.
            QTimer.singleShot(50, self, self._leave)
        # Other pages' answers change the state once more.
        if self._left or state.report is None or state.loading:
            return
        if STATE == "stepping":
            self._report.model.refresh()
            self._leave()
        elif STATE == "report":
            self._leave()
        elif STATE in SAVING and not self._report.files.dialog.isVisible():
            QTimer.singleShot(0, self, self._on_ready)
        elif STATE in {"settings", "help", "about", "save_png", "export_csv"}:
            self._window.action(f"action_{STATE}").trigger()
            self._leave()
        elif STATE == "signing-out-question":
            self._switching.ask_to_sign_out("somebody")
            self._leave()
        elif STATE == "crash":
            self._small.tell_crash("a mistake")
            QTimer.singleShot(50, self, self._leave)
        elif STATE == "writing":
            self._small._on_file_format(FileFormat.PLAIN)
            QTimer.singleShot(50, self, self._leave)

    def _on_ready(self) -> None:
        self._window.action("action_export_csv").trigger()
        if STATE == "export":
            # With the question where.
            self._report.files.dialog._place.ask()
            self._leave()
        else:
            self._report.files.export.save(NOTE.with_name("never.csv"))

    def _on_export_changed(self, state: object) -> None:
        if getattr(state, "phase", None) is SavePhase.SAVING:
            QTimer.singleShot(50, self, self._leave)

    def _on_sign_in_state(self, state: SignInState) -> None:
        if STATE == "sign-in":
            self._leave()
        elif STATE in {"deleting", "signing-out"} and state.phase is SignInPhase.IDLE:
            QTimer.singleShot(0, self, self._give_up_the_key)
        elif STATE == "regions" and state.phase is SignInPhase.IDLE:
            asked = replace(state, phase=SignInPhase.CONSENT, regions=DEPLOYMENTS)
            QTimer.singleShot(0, self, partial(self._sign_in.model._show, asked))
        elif STATE == "regions" and state.phase is SignInPhase.CONSENT:
            self._leave()
        elif STATE in {"testing", "keeping"} and state.phase is SignInPhase.IDLE:
            QTimer.singleShot(0, self, self._submit)
        elif STATE == "testing" and state.phase is SignInPhase.TESTING:
            QTimer.singleShot(50, self, self._leave)
        elif STATE == "keeping" and state.phase is SignInPhase.DONE:
            self._window.findChild(QPushButton, "open_report").click()
        elif STATE == "keeping" and state.phase is SignInPhase.KEEPING:
            QTimer.singleShot(50, self, self._leave)

    def _leave_soon(self, *_: object) -> None:
        QTimer.singleShot(100, self, self._leave)

    def _give_up_the_key(self) -> None:
        if STATE == "deleting":
            self._small._on_deletion()
        else:
            self._switching.ask_to_sign_out(KEPT.name)
            self._switching._on_confirmed(forget=False)
        self._leave_soon()

    def _submit(self) -> None:
        if self._sign_in.model.state.phase is SignInPhase.IDLE:
            core, reports = os.environ["CORE_URL"], os.environ["THE_REPORTS_URL"]
            self._sign_in.model.test(
                SignInInput(
                    core,
                    os.environ["THE_KEY"],
                    keep=True,
                    own_pair=True,
                    reports_address=reports,
                )
            )


class Busy(BaseHTTPRequestHandler):
    """A Clockify that answers everything with: come again in half a minute."""

    def do_GET(self) -> None:
        self.send_response(503)
        self.send_header("Retry-After", "30")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


def ask_a_busy_one() -> None:
    """Let the program ask a Clockify that has no time."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Busy)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}"
    os.environ["CLOCKIFY_API_KEY"] = "x" * 48
    os.environ["CLOCKIFY_API_URL"] = f"{url}/api/v1"
    os.environ["CLOCKIFY_REPORTS_URL"] = f"{url}/report/v1"


KEPT = Account("somebody", "http://127.0.0.1:9/api/v1", "http://127.0.0.1:9/report/v1")
if STATE == "waiting":
    ask_a_busy_one()
if STATE in {"opening", "deleting", "signing-out"}:
    AccountsFile().add(KEPT)
if STATE in {"deleting", "signing-out"}:
    # It is there, and not the one that opens by itself.
    AccountsFile.default = lambda _: None  # type: ignore[method-assign]
if STATE == "finding":
    password_store._find_backend = block  # type: ignore[assignment]
if STATE == "reading":
    SettingsFile.read = block  # type: ignore[method-assign, assignment]
if STATE == "writing":
    SettingsFile.keep_window = block  # type: ignore[method-assign, assignment]
program_module._now = lambda: NOW
program_module.Program = Driven  # type: ignore[misc]  # for this process alone
if STATE in {"keeping", "opening", "deleting", "signing-out"}:
    password_store._find_backend = SilentBackend  # type: ignore[assignment]
if STATE == "in-mid-write":
    saving.replace_file = block_in_mid_write  # type: ignore[assignment]
if STATE == "saving":
    saving.replace_file = block  # type: ignore[assignment]
if STATE == "importing":
    left = threading.Event()
    load = start._prepare_in_turns

    def leave_and_note(window: MainWindow) -> None:
        leave(window)
        # Once more round the loop, so that the wish has come before the program.
        QTimer.singleShot(0, left.set)

    def leave_and_load(application: QApplication) -> Policy | AppError:
        for window in application.topLevelWidgets():
            if isinstance(window, MainWindow):
                QTimer.singleShot(0, window, partial(leave_and_note, window))
        return load(application)

    start.import_module = lambda _: left.wait()  # type: ignore[assignment]
    start._prepare_in_turns = leave_and_load
sys.argv[1:] = sys.argv[4:]
main()
