"""What the start leaves out: told by a fresh process, for this one has it all."""

import ctypes
import os
import subprocess
import sys

import pytest

LATER = {
    "asyncio",
    "httpx",
    "keyring",
    "matplotlib",
    "msgspec",
    "numpy",
    "platformdirs",
    "qasync",
    "ssl",
    "starlette",
}


def said_by(program: str, code: int = 0) -> str:
    ended = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=False,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert (ended.returncode, ended.stderr) == (code, "")
    return ended.stdout.strip()


def test_the_first_frame_waits_for_nothing_it_does_not_need() -> None:
    program = (
        "import sys; from clockify_desktop.cli.program import run;"
        "code = run(['--demo', '--quit-after', 'window']);"
        f"print(code, sorted({LATER} & set(sys.modules)))"
    )
    assert said_by(program) == "0 []"


@pytest.mark.parametrize(
    ("ending", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)]
)
def test_an_end_is_taken_before_there_is_a_window(ending: str, code: int) -> None:
    program = (
        "import os, signal; from clockify_desktop.app import startup_tuning;"
        f"tell = lambda: os.kill(os.getpid(), signal.{ending});"
        "startup_tuning.prepare = tell; from clockify_desktop.cli.program import run;"
        "run(['--demo', '--quit-after', 'window']); print('it went on')"
    )
    assert said_by(program, code) == ""


@pytest.mark.parametrize("prepared", [True, False])
def test_sources_are_not_read_where_pyside_is_told_so(*, prepared: bool) -> None:
    # Without it they are: else the whole of it could go.
    how = (
        "from clockify_desktop.app.startup_tuning import prepare; prepare();"
        if prepared
        else "import PySide6.QtCore;"
    )
    program = (
        f"{how} import linecache, matplotlib.colors;"
        "print(any('matplotlib' in name for name in linecache.cache))"
    )
    assert said_by(program) == str(not prepared)


def test_another_pyside_may_lack_what_is_switched_off() -> None:
    program = (
        "import PySide6.QtCore, sys; from clockify_desktop.app.startup_tuning import *;"
        "del sys.modules['shibokensupport.feature']._mod_uses_pyside; prepare();"
        "del sys.modules['shibokensupport.feature']; prepare(); print('fine')"
    )
    assert said_by(program) == "fine"


def test_the_window_does_not_wait_long_for_its_turn() -> None:
    program = (
        "import sys; from clockify_desktop.app.startup_tuning import prepare;"
        "prepare(); print(sys.getswitchinterval() < 0.001)"
    )
    assert said_by(program) == "True"


@pytest.mark.skipif(
    not hasattr(ctypes.CDLL(None) if os.name == "posix" else None, "malloc_info"),
    reason="what is tuned is glibc's own",
)
@pytest.mark.parametrize("prepared", [True, False])
def test_threads_take_memory_from_two_places(*, prepared: bool) -> None:
    program = f"""
import ctypes, threading
from clockify_desktop.app.startup_tuning import prepare
if {prepared}:
    prepare()
c = ctypes.CDLL(None)
taken = threading.Barrier(5)
def take():
    c.malloc(1000)
    taken.wait()
for _ in range(4):
    threading.Thread(target=take).start()
taken.wait()
c.malloc_info(0, ctypes.c_void_p.in_dll(c, "stdout"))
c.fflush(None)
"""
    assert (said_by(program).count("<heap ") == 2) is prepared


def test_garbage_is_looked_for_again_once_the_charts_are_there() -> None:
    program = (
        "import gc; from clockify_desktop.cli.program import run;"
        "code = run(['--demo', '--quit-after', 'report']);"
        "print(code, gc.isenabled())"
    )
    assert said_by(program) == "0 True"
