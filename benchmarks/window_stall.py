"""How long the window does not answer while a large report comes from a server.

The server is another process: the sample server, in whose last two weeks everybody
works on every project every day. The window is a process of its own, too, in which a
timer of 2 ms tells how late it is; one after another is started, in turn by itself and
beside a load of low priority.
"""

import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from argparse import Namespace
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from datetime import datetime
from functools import partial

# Before anything imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from background_load import background_load
from figures import Figure, show
from PySide6.QtCore import QObject, Qt, QTimer
from qasync import QEventLoop
from served import served

from clockify_desktop.app.crash_report import CrashReporter
from clockify_desktop.app.program import Program
from clockify_desktop.app.quitting import Application, Quitting
from clockify_desktop.app.startup_tuning import prepare
from clockify_desktop.sample.entries import Entries
from clockify_desktop.sample.organisation import Organisation
from clockify_desktop.sample.serving import listen, serve
from clockify_desktop.ui.look.look import Look
from clockify_desktop.ui.main_window import MainWindow

PEOPLE = 500
PROJECTS = 60
DAYS = 7
RUNS = 7
MOST_S = 0.1
TARGET = 1.0
TARGET_UNDER_LOAD = 1.3
DAY_S = 86_400
ENTRY_S = 400


def filled(organisation: Organisation) -> None:
    """Let everybody of the first workspace work on everything, two weeks long."""
    acme = organisation.workspaces[0]
    monday = organisation.moment.last_monday
    person, project, day = (
        one.ravel()
        for one in np.indices((PEOPLE, PROJECTS, 2 * DAYS + 1), dtype=np.int64)
    )
    # From noon in Greenwich on, so that it is the same day to everybody in Europe.
    start_s = (monday - DAYS + day) * DAY_S + DAY_S // 4 + project * ENTRY_S
    zeros = np.zeros(len(start_s), np.int32)
    acme.entries = Entries(
        start_s=start_s,
        end_s=start_s + ENTRY_S,
        user=person.astype(np.int32),
        project=project.astype(np.int32),
        task=zeros - 1,
        tags=zeros,
        description=zeros,
        billable=project % 2 == 0,
        kind=zeros.astype(np.int8),
        serial=np.arange(len(start_s), dtype=np.int64),
    ).sorted()


def serve_filled() -> None:
    """Serve until SIGTERM; one line on stdout says where."""
    now = datetime.now().astimezone()
    organisation = Organisation.generate(now, users=PEOPLE, projects=PROJECTS, days=1)
    filled(organisation)
    serve(organisation, listen(0), partial(print, flush=True))


class Watch(QObject):
    """Tells how late a timer of 2 ms is."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_time)
        self._before = time.perf_counter()
        self.longest_s = 0.0
        self._timer.start(2)

    def begin(self) -> None:
        """Forget what was before."""
        self._before = time.perf_counter()
        self.longest_s = 0.0

    def _on_time(self) -> None:
        now = time.perf_counter()
        self.longest_s = max(self.longest_s, now - self._before)
        self._before = now


async def worked(
    program: Program, quitting: Quitting, watch: Watch
) -> tuple[float, float]:
    """Wait for the first report, then ask anew.

    Returns:
        The longest time without an answer while the program began with its first
        report, and with another one, seconds.
    """
    shown = asyncio.Event()
    model = program._report.model  # noqa: SLF001 - a person would press keys

    def on_changed(state: object) -> None:
        del state
        if model.state.report is not None and not model.state.loading:
            shown.set()

    model.changed.connect(on_changed)
    staying = asyncio.ensure_future(program.stay())
    watch.begin()
    await shown.wait()
    # The picture is drawn once matplotlib is imported, which may be later.
    await asyncio.sleep(1)
    assert program._screen.page.card.chart is not None  # noqa: SLF001 - see above
    first = watch.longest_s
    shown.clear()
    watch.begin()
    model.refresh()
    await shown.wait()
    await asyncio.sleep(0.2)
    another = watch.longest_s
    assert model.state.report is not None
    assert len(model.state.report.facts) == PEOPLE * PROJECTS * DAYS
    quitting.request_quit()
    await staying
    return first, another


def watch_window() -> None:
    """Run the window as the program does, and print what was measured."""
    prepare()
    app = Application([])
    look = Look(app)
    window = MainWindow()
    window.show()
    watch = Watch(app)
    words = Namespace(demo=False, account=None, file=None, quit_after=None)
    quitting = Quitting(app, window.action("action_quit").shortcut())
    program = Program(app, window, look, CrashReporter(), quitting, words)
    loop = QEventLoop(app)
    asyncio.set_event_loop(loop)
    loop.set_default_executor(ThreadPoolExecutor(4, "worker"))
    with loop:
        found = loop.run_until_complete(worked(program, quitting, watch))
    print(json.dumps(found))


def stalls_s(server_told: dict[str, str]) -> tuple[float, float]:
    """Start a window as on a new computer, and take what it prints."""
    with tempfile.TemporaryDirectory() as home:
        said = subprocess.run(
            [sys.executable, __file__, "--watch"],
            env={**os.environ, **server_told, "CLOCKIFY_DESKTOP_HOME": home},
            stdout=subprocess.PIPE,
            check=True,
        ).stdout
    first, another = json.loads(said)
    return first, another


def figures() -> list[Figure]:
    """Start the server and the windows, and compare what they say with the limit."""
    alone: list[tuple[float, float]] = []
    under_load: list[tuple[float, float]] = []
    with served(__file__, "--serve") as told:
        for _ in range(RUNS):
            for found, load in (
                (alone, nullcontext()),
                (under_load, background_load()),
            ):
                with load:
                    found.append(stalls_s(told))
    what = f"{PEOPLE} x {PROJECTS} x {DAYS} report"
    return [
        Figure(
            f"the window does not answer while {which} {what} loads, "
            f"against {MOST_S * 1000:.0f} ms{beside}",
            statistics.median(each[place] for each in found) / MOST_S,
            target,
        )
        for found, beside, target in (
            (alone, "", TARGET),
            (under_load, ", beside a load of low priority", TARGET_UNDER_LOAD),
        )
        for place, which in enumerate(("its first", "another"))
    ]


def main() -> int:
    """Run as the server, as the window or as the benchmark.

    Returns:
        The exit code.
    """
    if sys.argv[1:] == ["--serve"]:
        serve_filled()
        return 0
    if sys.argv[1:] == ["--watch"]:
        watch_window()
        return 0
    return show(figures())


if __name__ == "__main__":
    sys.exit(main())
