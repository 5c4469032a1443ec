"""Starting: the window first, the rest of the program after its first frame."""

import argparse
import sys
import threading
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from clockify_desktop.app.crash_report import CrashReporter
from clockify_desktop.app.language_of_qt import speak_as_program
from clockify_desktop.app.no_screen import require_screen
from clockify_desktop.app.quitting import Application, Quitting
from clockify_desktop.app.single_instance import SingleInstance
from clockify_desktop.domain.errors import AppError
from clockify_desktop.store.language import ENGLISH
from clockify_desktop.translation import spoken_language, tr
from clockify_desktop.ui.look.look import Look
from clockify_desktop.ui.main_window import MainWindow

if TYPE_CHECKING:
    from pathlib import Path

    from clockify_desktop.app.program import Program
    from clockify_desktop.store.policy import Policy

_TURN_MS = 20
_THREADS = 4


def run(arguments: argparse.Namespace) -> int:
    """Open the window and stay until the person quits.

    Raises:
        AppError: There is no screen, or the environment's variables contradict.
    """
    require_screen()
    reporter = CrashReporter()
    reporter.install()
    application = Application(sys.argv[:1])
    application.setApplicationName("clockify-desktop")
    application.setApplicationDisplayName(tr("Clockify Desktop Reporter"))
    application.setDesktopFileName("clockify-desktop")
    if spoken_language() != ENGLISH:
        speak_as_program(application)
    copy = SingleInstance(application, demo=arguments.demo)
    # What is measured is the start of a first copy.
    is_measured = arguments.quit_after is not None
    if not is_measured and copy.raise_other(arguments.file):
        return 0
    look = Look(application)
    window = MainWindow()
    # From the first moment: a window may be closed before the program is there.
    quit_action = window.action("action_quit")
    quitting = Quitting(application, quit_action.shortcut())
    window.closing.connect(quitting.request_quit)
    quit_action.triggered.connect(quitting.request_quit)
    quitting.quit_requested.connect(copy.leave)
    copy.asked.connect(window.come_to_front)
    handed: list[Path] = []
    copy.file_handed.connect(handed.append)
    application.file_opened.connect(copy.file_handed)
    application.file_opened.connect(window.come_to_front)
    window.show()
    _turn_until_painted(application, window, quitting)
    if arguments.quit_after == "window":
        return 0
    quitting.listen_to_signals()
    if not is_measured:
        copy.listen()
    policy = _prepare_in_turns(application)
    if quitting.is_requested:
        return quitting.exit_code
    # Only now: what the first frame does not need is imported after it.
    from clockify_desktop.app.program import Program  # noqa: PLC0415

    if handed:
        arguments.file = str(handed[-1])
    program = Program(application, window, look, reporter, quitting, arguments, policy)
    copy.file_handed.connect(program.open_file)
    _stay(application, program)
    return quitting.exit_code


def _turn_until_painted(
    application: QApplication, window: MainWindow, quitting: Quitting
) -> None:
    while not window.is_painted and not quitting.is_requested:
        application.processEvents(
            QEventLoop.ProcessEventsFlag.WaitForMoreEvents, _TURN_MS
        )


def _prepare_in_turns(application: QApplication) -> "Policy | AppError":
    """Import the program and read the policy in a thread; the window goes on answering.

    Returns:
        What is switched off, or why that cannot be told.
    """
    read: list[Policy | AppError] = []
    thread = threading.Thread(target=_prepare, args=(read,), daemon=True)
    thread.start()
    while thread.is_alive():
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _TURN_MS)
        thread.join(_TURN_MS / 1000)
    if not read:
        # What could not be imported in the thread is told where it is asked for here.
        _prepare(read)
    return read[0]


def _prepare(read: "list[Policy | AppError]") -> None:
    import_module("clockify_desktop.app.program")
    from clockify_desktop.services.switched_off import (  # noqa: PLC0415 - after the first frame
        policy_of_computer,
    )

    try:
        read.append(policy_of_computer())
    except AppError as error:
        read.append(error)


def _stay(application: QApplication, program: "Program") -> None:
    # qasync wants PySide6 imported before it, and the first frame wants none of these.
    import asyncio  # noqa: PLC0415

    from qasync import QEventLoop as AsyncLoop  # noqa: PLC0415

    from clockify_desktop.daemon_threads import DaemonThreads  # noqa: PLC0415

    loop = AsyncLoop(application)
    asyncio.set_event_loop(loop)
    # qasync's own executor is made of Qt threads with small stacks.
    loop.set_default_executor(DaemonThreads(_THREADS, "worker"))
    with loop:
        error = loop.run_until_complete(program.stay())
    if isinstance(error, AppError):
        raise error
