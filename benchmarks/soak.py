"""Many steps in one window: what it holds more at the end than in the middle.

A window with its session steps through weeks of a sample server in another process,
narrows them and refreshes some. By the middle all answers that are kept are there, but
not all outlines of texts: each total that was never drawn adds some, up to a bound. So
what the program has in use, by the C library's own account, is told with these caches
and without them; and what is resident, once the allocator has given back what it can.
With a number as its argument it does so many steps.
"""

import asyncio
import ctypes
import gc
import os
import random
import sys
from datetime import datetime
from pathlib import Path

# Before anything imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from figures import Figure, show
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication  # noqa: TID251 - what is measured is a window
from qasync import QEventLoop
from served import sample_served

from clockify_desktop.api.client_factory import open_clockify
from clockify_desktop.app.report_wiring import ReportWiring
from clockify_desktop.charts import text_paths
from clockify_desktop.services.connection import Connection, from_environment
from clockify_desktop.services.session import Session
from clockify_desktop.store.settings import AccountSettings
from clockify_desktop.ui.look.look import Look
from clockify_desktop.ui.main_window import MainWindow
from clockify_desktop.ui.report_screen import ReportScreen
from clockify_desktop.viewmodels.choice import ALL, Choice, Rule

NOW = "2026-11-23T09:00:00+01:00"
STEPS = 800
WEEKS = 20
# A pass may leave something behind, such as a table that is laid out a little later.
PASSES = 2
RATE_A_SECOND = 1000
MIB = 2**20
KIB = 1024
# A thousand steps.
MOST_GROWTH_BYTES = MIB


class _Usage(ctypes.Structure):
    """``struct mallinfo2`` of the GNU C library."""

    _fields_ = tuple(
        (name, ctypes.c_size_t)
        for name in (
            *("arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks"),
            *("fsmblks", "uordblks", "fordblks", "keepcost"),
        )
    )


_C = ctypes.CDLL(None)


def in_use_bytes() -> int:
    """Tell what the C library has given out, large blocks of their own too."""
    _C.mallinfo2.restype = _Usage
    told = _C.mallinfo2()
    return int(told.uordblks + told.hblkhd)


def resident_bytes() -> int:
    """Tell what of the process is in memory."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (line,) = (line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) * KIB


class Soak:
    """A window that somebody does not leave alone."""

    def __init__(self, look: Look, parent: QObject) -> None:
        self.main = MainWindow()
        self.screen = ReportScreen(look.theme, self.main)
        self.main.add_page(self.screen)
        self.main.show_page(self.screen)

        def now() -> datetime:
            return datetime.fromisoformat(NOW)

        self.wiring = ReportWiring(self.main, self.screen, look, now, parent)
        self.screen.page.attach_chart()
        self.main.resize(1440, 900)
        self.main.show()
        self.model = self.wiring.model
        self.chance = random.Random(5)  # noqa: S311 - the same steps each time
        self.week = 0
        self.changed = asyncio.Event()
        self.model.changed.connect(lambda _: self.changed.set())

    async def settle(self) -> None:
        """Wait until what is asked for is here, and paint it."""
        while self.model.state.loading or self.model.state.report is None:
            self.changed.clear()
            await self.changed.wait()
        # Where the loop is Qt's, it paints while nobody needs it.
        for _ in range(PASSES):
            await asyncio.sleep(0)

    async def step(self) -> None:
        """Do one thing that a person may do."""
        match self.chance.choices(("week", "people", "refresh"), (10, 5, 1))[0]:
            case "week":
                to = self.chance.randrange(WEEKS)
                self.model.step(self.week - to)
                self.week = to
            case "people":
                people = sorted(self.model.state.people_ids)
                out = frozenset(self.chance.sample(people, 3))
                self.model.choose_people(
                    self.chance.choice((ALL, Choice(Rule.EXCEPT, out)))
                )
            case _:
                self.model.refresh()
        await self.settle()

    async def steps(self, count: int) -> tuple[int, int, int]:
        """Do so many.

        Returns:
            Bytes in use, the same without cached outlines, and what is resident then.
        """
        for _ in range(count):
            await self.step()
        gc.collect()
        with_outlines = in_use_bytes()
        for cached in vars(text_paths).values():
            if hasattr(cached, "cache_clear"):
                cached.cache_clear()
        gc.collect()
        _C.malloc_trim(0)
        return with_outlines, in_use_bytes(), resident_bytes()


async def grown(
    look: Look, parent: QObject, connection: Connection, steps: int
) -> list[float]:
    """Give what grew in the second half, bytes for a thousand steps."""
    soak = Soak(look, parent)
    async with open_clockify(
        connection.hosts, connection.credential, rate_a_second=RATE_A_SECOND
    ) as clockify:
        session = Session(clockify)
        soak.model.open(session.answers, AccountSettings())
        await soak.settle()
        half = steps // 2
        middle, end = await soak.steps(half), await soak.steps(half)
        await soak.wiring.close()
        await session.answers.close()
    soak.main.close()
    return [
        (after - before) * 1000 / half
        for before, after in zip(middle, end, strict=True)
    ]


def figures(steps: int = STEPS) -> list[Figure]:
    """Measure the second half."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setQuitOnLastWindowClosed(False)
    with sample_served(NOW) as told, QEventLoop(app) as loop:
        connection = from_environment(told)
        assert connection is not None
        look, parent = Look(app), QObject()
        found = loop.run_until_complete(grown(look, parent, connection, steps))
    names = ("in use with cached outlines", "in use without them", "resident")
    targets = (None, 1.0, None)
    return [
        Figure(
            f"what 1000 steps add in a window, {name}, against 1 MiB",
            grew / MOST_GROWTH_BYTES,
            target,
        )
        for name, grew, target in zip(names, found, targets, strict=True)
    ]


if __name__ == "__main__":
    sys.exit(show(figures(*map(int, sys.argv[1:2]))))
