"""Starts drivers in processes that have imported the program already.

A start imports a thousand modules, which costs more than what most tests of a whole
process look at. Here one process imports them, has no application and no thread of its
own, and forks itself for each driver that is to run. What is tested of the start itself
starts for itself.
"""

import gc
import json
import os
import runpy
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

# What these import is all that a window with a report has.
MODULES = (
    *("clockify_desktop.__main__", "clockify_desktop.app.start"),
    *("clockify_desktop.app.program", "clockify_desktop.sample.demo"),
    *("clockify_desktop.ui.report.chart_view", "clockify_desktop.charts.text_paths"),
    *("PySide6.QtNetwork", "PySide6.QtTest", "qasync", "uvicorn", "keyring.backends"),
)
STREAMS = ("out", "err")


class Start(NamedTuple):
    """A driver to run; what it says goes into files beside its folder."""

    driver: Path
    words: tuple[str, ...]
    environment: dict[str, str]
    folder: Path


class Ended(NamedTuple):
    """How a driver ended: ``None`` as the code where it had to be killed."""

    code: int | None
    out: str
    err: str
    at_s: float
    """When, by the clock that all processes share."""


class ForkedStarts:
    """Speaks to the process that forks itself."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def run(self, starts: Sequence[Start], limit_s: float) -> list[Ended]:
        """Run drivers at once, and wait for the end of all."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        asked = [
            [str(one.driver), one.words, one.environment, str(one.folder)]
            for one in starts
        ]
        self._process.stdin.write(json.dumps([asked, limit_s]) + "\n")
        self._process.stdin.flush()
        ends = json.loads(self._process.stdout.readline())
        return [
            Ended(code, *(_said(folder, name).read_text() for name in STREAMS), at_s)
            for (*_, folder), (code, at_s) in zip(asked, ends, strict=True)
        ]


def _said(folder: str, name: str) -> Path:
    return Path(f"{folder}.{name}")


@contextmanager
def forked_starts() -> Iterator[ForkedStarts]:
    """Have the process for the length of the block."""
    with subprocess.Popen(
        [sys.executable, __file__],
        # A thread for sums would not be there in what is forked.
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield ForkedStarts(process)


def _become(driver: str, words: list[str], folder: str) -> None:
    """Be the process of a driver from here on."""
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for number, name in enumerate(STREAMS, start=1):
        os.dup2(os.open(_said(folder, name), os.O_WRONLY | os.O_CREAT), number)
    sys.argv = [driver, *words]
    runpy.run_path(driver, run_name="__main__")
    sys.exit()


def _begin(start: list, answers: int) -> tuple[int, int]:
    """Fork: the process, and a file that is at its end when the process is."""
    driver, words, environment, folder = start
    ended, alive = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(ended)
        os.close(answers)
        os.environ.clear()
        os.environ.update(environment)
        _become(driver, words, folder)
    os.close(alive)
    return pid, ended


def _ends(starts: list, limit_s: float, answers: int) -> list:
    begun = [_begin(one, answers) for one in starts]
    files = {ended for _, ended in begun}
    at_s: dict[int, float] = {}
    until = time.monotonic() + limit_s
    while files and (left_s := until - time.monotonic()) > 0:
        over, _, _ = select.select(files, [], [], left_s)
        files -= set(over)
        at_s |= dict.fromkeys(over, time.monotonic())
    codes = []
    for pid, ended in begun:
        if ended in files:
            os.kill(pid, signal.SIGKILL)
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        codes.append((None if ended in files else code, at_s.get(ended, until)))
        os.close(ended)
    return codes


def _serve() -> None:
    for name in MODULES:
        import_module(name)
    gc.collect()
    # Not looked through, and so not copied, in what is forked.
    gc.freeze()
    answers = os.dup(1)
    for line in sys.stdin:
        starts, limit_s = json.loads(line)
        said = json.dumps(_ends(starts, limit_s, answers))
        os.write(answers, f"{said}\n".encode())


if __name__ == "__main__":
    _serve()
