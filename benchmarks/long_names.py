"""Names of thousands of signs, against ordinary ones, in the report's window.

Without a screen, from the call to the pixels: rows and colours change places, which
measures and draws every name anew, and the list of people is filled and drawn. What
is measured is the time of the window's own thread, not what the machine does besides.
"""

import os
import statistics
import sys
import time
from dataclasses import replace

# Before anything imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from figures import Figure, show
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication  # noqa: TID251 - what is measured is a window
from qasync import QEventLoop
from window_choice import Window
from window_redraw import report_of

from clockify_desktop.charts import text_paths
from clockify_desktop.domain.report import Report
from clockify_desktop.ui.look.look import Look

RUNS = 15
PEOPLE, PROJECTS = 100, 60
SIGNS, ORDINARY = 5000, 40
TARGET = 1.2
WORDS = "Internal development of everything else "


def named(signs: int, seed: int) -> Report:
    """Make a report in which every name has so many signs, and is like no other."""
    report = report_of(PEOPLE, PROJECTS, seed)
    facts = report.facts

    def name(at: int) -> str:
        return f"{seed}/{at} {WORDS * signs}"[:signs]

    people = tuple(replace(one, name=name(at)) for at, one in enumerate(facts.people))
    projects = tuple(
        replace(one, name=name(-at)) for at, one in enumerate(facts.projects)
    )
    directory = replace(report.directory, people=people, projects=projects)
    facts = replace(facts, people=people, projects=projects)
    return replace(report, facts=facts, directory=directory)


async def swap_s(look: Look, signs: int, seed: int) -> float:
    """Time the swap of rows and colours, with nothing known of any name."""
    parent = QObject()
    window = Window(look, parent)
    await window.load(named(signs, seed))
    window.paint()
    for cache in (text_paths.elided, text_paths.rough_width):
        cache.cache_clear()

    people = window.screen.pickers.people
    start_s = time.thread_time()
    window.wiring.model.turn()
    window.paint()
    people.fill()
    people.panel.list.grab()
    took_s = time.thread_time() - start_s
    assert window.wiring.model.state.content.what == "projects by person"
    await window.wiring.close()
    # Thirty windows are not left to the garbage collector.
    for one in (parent, window.main):
        one.deleteLater()
    window.paint()
    return took_s


async def ratio(look: Look) -> float:
    """Measure long names against ordinary ones, run by run."""
    ratios = []
    for run in range(RUNS + 1):
        ordinary_s = await swap_s(look, ORDINARY, 2 * run)
        ratios.append(await swap_s(look, SIGNS, 2 * run + 1) / ordinary_s)
    # The first has the letters to lay out.
    return statistics.median(ratios[1:])


def figures() -> list[Figure]:
    """Measure the swap."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    # Nothing else is to end the loop.
    app.setQuitOnLastWindowClosed(False)
    with QEventLoop(app) as loop:
        found = loop.run_until_complete(ratio(Look(app)))
    what = f"swap of {PEOPLE} people x {PROJECTS} projects, and the list of people"
    return [
        Figure(f"{what}, names of {SIGNS:,} signs against {ORDINARY}", found, TARGET)
    ]


if __name__ == "__main__":
    sys.exit(show(figures()))
