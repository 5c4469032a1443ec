"""The review of a week in the window: all pages, what they ask, and what they cost.

The server is the sample server in a process of its own, 50 ms away: a hundred people
with 50,000 entries in twelve weeks. Each window is a process of its own, too, in turn
one with all pages and one whose policy leaves the main one. A timer of 2 ms tells how
late it is all along: while all pages come, while each of them is looked at, and while
the twelve weeks come as one period.
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
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from functools import partial

# Before anything imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from figures import Figure, show
from long_period import peak_bytes
from qasync import QEventLoop
from served import served
from window_stall import MOST_S, Watch

from clockify_desktop.api.rate import KEY_RATE_A_SECOND, RateLimit
from clockify_desktop.app.crash_report import CrashReporter
from clockify_desktop.app.program import Program
from clockify_desktop.app.quitting import Application, Quitting
from clockify_desktop.app.startup_tuning import prepare
from clockify_desktop.domain.presets import Preset
from clockify_desktop.pages.registry import GROUPED, PAGES
from clockify_desktop.sample.entries import Entries
from clockify_desktop.sample.organisation import Organisation
from clockify_desktop.sample.serving import listen, serve
from clockify_desktop.services.query_cache import Loading, QueryCache
from clockify_desktop.store.policy import NOTHING_OFF, Policy
from clockify_desktop.ui.look.look import Look
from clockify_desktop.ui.main_window import MainWindow
from clockify_desktop.viewmodels.picker_states import ChosenPeriod
from clockify_desktop.viewmodels.report import ReportViewModel

PEOPLE, PROJECTS, WEEKS = 100, 40, 18
ENTRIES, IN_WEEKS = 50_000, 12
WEEK_DAYS, DAY_S = 7, 86_400
LATENCY_MS = 50
# Who asks, of what; the lists; what is in them; the rest of a report in pages.
TURNS = 4
RUNS = 7
MOST_BYTES = 400 * 2**20
ALONE_TARGET = 1.1
COMPLETE_TARGET = 1.2
STALL_TARGET = 1.0
MEMORY_TARGET = 1.0
ALONE = Policy(pages_off=frozenset(one.key for one in PAGES if one is not GROUPED))


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What one window tells.

    Args:
        picture_s: From the window to the first picture with a report.
        complete_s: From the opening of an account until all pages are worked out.
        questions: What was asked meanwhile.
        stall_s: The longest that the window did not answer.
        peak: Bytes.
    """

    picture_s: float
    complete_s: float = 0.0
    questions: int = 0
    stall_s: float = 0.0
    peak: int = 0


def cut(entries: Entries) -> Entries:
    """Cut entries into two or three, one behind the other."""
    parts = np.where(entries.serial % 8 < 5, 3, 2)
    parts[entries.seconds() < 2 * 60] = 1
    many = entries.take(np.repeat(np.arange(len(entries)), parts))
    of = np.repeat(parts, parts)
    place = np.arange(len(many)) - np.repeat(np.cumsum(parts) - parts, parts)
    length = many.seconds()
    start_s = many.start_s + length * place // of
    end_s = many.start_s + length * (place + 1) // of
    end_s = np.where(of == 1, many.end_s, end_s)
    return replace(many, start_s=start_s, end_s=end_s).sorted().numbered()


def busy_team(now: datetime, people: int = PEOPLE) -> Organisation:
    """Make an organisation whose first workspace has so many entries."""
    sizes = {"users": people, "projects": PROJECTS, "days": WEEKS * WEEK_DAYS}
    organisation = Organisation.generate(now, **sizes)
    acme = organisation.workspaces[0]
    acme.entries = cut(acme.entries)
    return organisation


def serve_team() -> None:
    """Serve until SIGTERM; one line on stdout says where."""
    organisation = busy_team(datetime.now().astimezone())
    entries = organisation.workspaces[0].entries
    end = organisation.moment.last_monday + WEEK_DAYS
    day = entries.start_s // DAY_S
    count = int(((day >= end - IN_WEEKS * WEEK_DAYS) & (day < end)).sum())
    assert abs(count - ENTRIES) < ENTRIES * 0.03, count
    serve(organisation, listen(0), partial(print, flush=True), LATENCY_MS)


def is_quiet(model: ReportViewModel, answers: QueryCache) -> bool:
    """Tell whether nothing is asked or worked out any more."""
    state, others = model.state, model._other_pages  # noqa: SLF001 - a person would look
    wanted = answers._wanted()  # noqa: SLF001 - likewise
    waits = any(isinstance(answers.answer(one), Loading) for one in wanted)
    there = state.report is not None and not state.loading
    return there and not waits and not others._job.busy  # noqa: SLF001 - likewise


async def until(is_so: Callable[[], bool]) -> None:
    """Look every few milliseconds."""
    async with asyncio.timeout(300):
        while not is_so():  # noqa: ASYNC110 - nobody tells of it
            await asyncio.sleep(0.005)


class Window:
    """A window of the whole program, and how it is worked."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.model = program._report.model  # noqa: SLF001 - a person would look
        self.drawn = asyncio.Event()
        program._first_picture.passed.connect(self.drawn.set)  # noqa: SLF001 - likewise

    @property
    def complete(self) -> bool:
        """Whether all that any page needs is here, and every page worked out."""
        account = self.program._account.current  # noqa: SLF001 - see above
        return account is not None and is_quiet(self.model, account.session.answers)

    async def look_at_all(self) -> None:
        """Look at one page after another."""
        for page in self.model.state.pages:
            self.model.choose_page(page.key)
            await until(lambda: self.complete)
            # It is laid out and painted.
            await asyncio.sleep(0.1)
            assert self.model.state.content is not None, page.key
            assert not self.model.state.content.lacking, page.key


async def reviewed(program: Program, *, alone: bool) -> Reviewed:
    """Open the window, look at everything, and tell what that took."""
    questions = 0
    wait_turn = RateLimit.wait_turn

    async def counted(rate: RateLimit) -> float:
        nonlocal questions
        questions += 1
        return await wait_turn(rate)

    RateLimit.wait_turn = counted  # type: ignore[method-assign,assignment]  # counts only
    window = Window(program)
    watch = Watch(program)
    begin = time.perf_counter()
    staying = asyncio.ensure_future(program.stay())
    await window.drawn.wait()
    found = Reviewed(time.perf_counter() - begin)
    if not alone:
        await until(lambda: window.complete)
        # A second later as many questions may go out at once as at first.
        await asyncio.sleep(1.5)
        questions, begin = 0, time.perf_counter()
        # Another account, as it were: nothing is known of it.
        program._account.open_again()  # noqa: SLF001 - a person would press keys
        await until(lambda: not window.complete)
        await until(lambda: window.complete)
        complete_s, asked = time.perf_counter() - begin, questions
        assert set(window.model.state.contents) == {page.key for page in PAGES}
        await window.look_at_all()
        zone = window.model.state.question
        assert zone is not None
        window.model.choose_page(GROUPED.key)
        longer = ChosenPeriod(Preset.LAST_12_WEEKS, zone.time_zone)
        window.model.choose_period(longer)
        await until(lambda: window.complete)
        await window.look_at_all()
        found = Reviewed(
            found.picture_s, complete_s, asked, watch.longest_s, peak_bytes()
        )
    program._quitting.request_quit()  # noqa: SLF001 - see above
    await staying
    return found


def watch_window(*, alone: bool) -> None:
    """Run the window as the program does, and print what was measured."""
    prepare()
    app = Application([])
    look = Look(app)
    window = MainWindow()
    window.resize(1440, 900)
    window.show()
    words = Namespace(demo=False, account=None, file=None, quit_after=None)
    quitting = Quitting(app, window.action("action_quit").shortcut())
    policy = ALONE if alone else NOTHING_OFF
    told = (CrashReporter(), quitting, words, policy)
    program = Program(app, window, look, *told)
    loop = QEventLoop(app)
    asyncio.set_event_loop(loop)
    loop.set_default_executor(ThreadPoolExecutor(4, "worker"))
    with loop:
        found = loop.run_until_complete(reviewed(program, alone=alone))
    print(json.dumps(asdict(found)))


def review(server_told: dict[str, str], *words: str) -> Reviewed:
    """Start a window as on a new computer, and take what it prints."""
    with tempfile.TemporaryDirectory() as home:
        said = subprocess.run(
            [sys.executable, __file__, "--watch", *words],
            env={**os.environ, **server_told, "CLOCKIFY_DESKTOP_HOME": home},
            stdout=subprocess.PIPE,
            check=True,
        ).stdout
    return Reviewed(**json.loads(said))


def least_s(questions: int) -> float:
    """Tell what rate and latency alone take: a second's worth goes out at once."""
    waiting = max(0.0, questions / KEY_RATE_A_SECOND - 1)
    return waiting + TURNS * LATENCY_MS / 1000


def figures() -> list[Figure]:
    """Start the server and the windows."""
    with served(__file__, "--serve") as told:
        pairs = [(review(told), review(told, "--alone")) for _ in range(RUNS)]
    every = [one for one, _ in pairs]
    what = f"{PEOPLE} people, {ENTRIES:,} entries in {IN_WEEKS} weeks"
    return [
        Figure(
            f"main picture with all pages wanted, {what}, against it alone",
            statistics.median(one.picture_s / main.picture_s for one, main in pairs),
            ALONE_TARGET,
        ),
        Figure(
            f"all pages complete, against rate and latency of {every[0].questions}"
            " questions",
            statistics.median(one.complete_s / least_s(one.questions) for one in every),
            COMPLETE_TARGET,
        ),
        Figure(
            "the window does not answer while all pages come and are looked at, and"
            f" {IN_WEEKS} weeks come at once, against {MOST_S * 1000:.0f} ms",
            statistics.median(one.stall_s for one in every) / MOST_S,
            STALL_TARGET,
        ),
        Figure(
            f"memory of that window at its peak, against {MOST_BYTES // 2**20} MiB",
            statistics.median(one.peak for one in every) / MOST_BYTES,
            MEMORY_TARGET,
        ),
    ]


def main() -> int:
    """Run as the server, as the window or as the benchmark.

    Returns:
        The exit code.
    """
    words = sys.argv[1:]
    if words == ["--serve"]:
        serve_team()
    elif words:
        watch_window(alone="--alone" in words)
    else:
        return show(figures())
    return 0


if __name__ == "__main__":
    sys.exit(main())
