"""The window's process ends at once, but not before the last duties are done."""

import os
import subprocess
import sys

import pytest

BEGIN = "import atexit, os, signal, sys, threading; from clockify_desktop import "
WINDOW = "sys.argv[1:] = ['--demo', '--quit-after', 'window']; __main__.main()"
Ended = subprocess.CompletedProcess[str]


def ended_after(*steps: str) -> Ended:
    """Open the window in a process of its own, after some steps, and close it."""
    return subprocess.run(
        [sys.executable, "-c", ";".join((f"{BEGIN}__main__", *steps, WINDOW))],
        capture_output=True,
        check=False,
        text=True,
        timeout=30,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


# Of the duties, what is registered first is done last.
def test_qt_has_ended_too_which_hands_the_clipboard_over() -> None:
    ended = ended_after(
        "qt = lambda: sys.modules['PySide6.QtCore'].QCoreApplication.instance()",
        "atexit.register(lambda: print('Qt:', qt()))",
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "Qt: None\n", "")


def test_no_thread_tells_a_loop_of_something_while_qt_ends() -> None:
    ended = ended_after(
        "from clockify_desktop import daemon_threads",
        "atexit.register(lambda: print(daemon_threads._telling.locked()))",
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "True\n", "")


@pytest.mark.parametrize("ending", ["SIGINT", "SIGTERM"])
def test_another_wish_to_quit_comes_too_late_to_matter(ending: str) -> None:
    ended = ended_after(
        f"atexit.register(lambda: (os.kill(os.getpid(), signal.{ending}), print(1)))",
        "from clockify_desktop.app import quitting, start",
        "start._turn_until_painted = lambda *they: they[2].listen_to_signals()",
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "1\n", "")


def test_a_duty_that_does_not_end_is_not_waited_for() -> None:
    ended = ended_after("atexit.register(threading.Event().wait)", "print('begun')")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "begun\n", "")


def test_a_mistake_at_the_start_ends_as_surely() -> None:
    # Python itself would wait for the thread.
    ended = ended_after(
        "from clockify_desktop.app import start",
        "start._turn_until_painted = lambda *_: 1 / 0",
        "threading.Thread(target=threading.Event().wait).start()",
    )
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr.startswith("error: The program could not start")


def test_a_mistake_without_a_window_is_told_by_python() -> None:
    ended = ended_after("__main__.run = lambda _: 1 / 0")
    assert ended.returncode == 1
    assert "ZeroDivisionError" in ended.stderr


def test_what_libraries_say_is_not_said_on_standard_error() -> None:
    ended = ended_after(
        "import logging, warnings",
        "from clockify_desktop.app import start",
        "turn = start._turn_until_painted",
        "warn = lambda: (logging.warning('findfont'), warnings.warn('a glyph'))",
        "start._turn_until_painted = lambda *they: (warn(), turn(*they))",
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
