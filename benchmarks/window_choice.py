"""A choice in a picker: new picture, table and figures, in the report's window.

Without a screen, from the call to the pixels of the widgets.
"""

import asyncio
import os
import statistics
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial

# Before anything imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from figures import Figure, show
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication  # noqa: TID251 - what is measured is a window
from qasync import QEventLoop
from window_redraw import (
    DAYS,
    NOW,
    PEOPLE,
    PROJECTS,
    WORKSPACE,
    report_of,
    seconds_of,
)

from clockify_desktop.app.report_wiring import ReportWiring
from clockify_desktop.charts.theme import LIGHT
from clockify_desktop.domain.identity import UserId
from clockify_desktop.domain.needs import Need, ProfileNeed, ReportNeed
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import Selection
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.where import WhereContent, where_content
from clockify_desktop.services.profile import Profile
from clockify_desktop.services.query_cache import QueryCache
from clockify_desktop.store.settings import AccountSettings
from clockify_desktop.ui.look.look import Look
from clockify_desktop.ui.main_window import MainWindow
from clockify_desktop.ui.report_screen import ReportScreen
from clockify_desktop.viewmodels.choice import Choice, Rule
from clockify_desktop.viewmodels.report_texts import page_of

RUNS = 25
# A pass may leave something behind, such as a picture that is laid out a turn later.
PASSES = 3
TARGET = 1.5


def cache_of(report: Report) -> QueryCache:
    """Answer with one report, at once, whatever is asked."""

    async def load(need: Need, refresh: bool) -> object:  # noqa: FBT001 - as the cache has it
        del refresh
        if isinstance(need, ProfileNeed):
            return Profile("a@acme.example", "UTC", 0, (WORKSPACE,), WORKSPACE.id)
        return report if isinstance(need, ReportNeed) else {}

    return QueryCache(load, size_of=lambda _: 0, is_closed=lambda _: True)


class Window:
    """The report's window with everything that follows a choice."""

    def __init__(self, look: Look, parent: QObject) -> None:
        self.main = MainWindow()
        self.screen = ReportScreen(look.theme, self.main)
        self.main.add_page(self.screen)
        self.main.show_page(self.screen)
        self.wiring = ReportWiring(self.main, self.screen, look, lambda: NOW, parent)
        self.screen.page.attach_chart()
        self.main.resize(1440, 900)
        self.main.show()
        chart = self.screen.page.card.chart
        assert chart is not None
        self.chart = chart

    async def load(self, report: Report) -> None:
        """Show a report as the program does."""
        shown = asyncio.Event()
        self.wiring.model.changed.connect(
            lambda state: shown.set() if state.members is not None else None
        )
        self.wiring.model.open(cache_of(report), AccountSettings())
        await shown.wait()

    def paint(self) -> None:
        """Bring everything that waits to be painted onto the window."""
        for _ in range(PASSES):
            QApplication.processEvents()

    def choose(self, out: UserId) -> None:
        """Leave one person out, and paint what that changes."""
        self.wiring.model.choose_people(Choice(Rule.EXCEPT, frozenset({out})))
        self.paint()

    def redraw(self, content: WhereContent) -> None:
        """Show another picture and table, and nothing else."""
        shown = page_of(self.wiring.model.state, NOW)
        self.screen.page.show_state(replace(shown, content=content))
        self.paint()

    def redraw_picture(self, content: WhereContent) -> None:
        """Show another picture alone."""
        self.chart.show_state(content.chart, LIGHT)
        QApplication.processEvents()
        self.chart.canvas.repaint()


async def changes(look: Look, parent: QObject) -> tuple[float, float]:
    """Measure a choice in the pickers.

    Returns:
        Against the redraw of the picture alone, and of picture and table.
    """
    window = Window(look, parent)
    report = report_of(PEOPLE, PROJECTS)
    await window.load(report)
    window.paint()
    state = window.wiring.model.state
    assert state.report is report
    assert not state.loading
    everybody = frozenset(person.id for person in report.facts.people)
    # Nobody is left out twice, and all pictures are as many bars.
    out = iter([person.id for person in report.facts.people])
    scenes = (
        where_content(report, Selection(people=everybody - {one}), ViewOptions())
        for one in out
    )

    def against(redraw: Callable[[WhereContent], None]) -> float:
        ratios = []
        for _ in range(RUNS):
            scene, chosen = next(scenes), next(out)
            redrawn_s = seconds_of(partial(redraw, scene))
            window.paint()
            ratios.append(seconds_of(partial(window.choose, chosen)) / redrawn_s)
        return statistics.median(ratios)

    for redraw in (window.redraw_picture, window.redraw):
        redraw(next(scenes))
        window.choose(next(out))
    found = against(window.redraw_picture), against(window.redraw)
    seen = window.wiring.model.state.content
    assert seen is not None
    assert len(seen.matrix.rows) == PEOPLE - 1
    await window.wiring.close()
    window.main.close()
    return found


def figures() -> list[Figure]:
    """Measure both."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    # Nothing else is to end the loop.
    app.setQuitOnLastWindowClosed(False)
    with QEventLoop(app) as loop:
        ratios = loop.run_until_complete(changes(Look(app), QObject()))
    to_picture, to_both = ratios
    what = f"change of selection, {PEOPLE} people x {PROJECTS} projects x {DAYS} days"
    return [
        Figure(f"{what}, against the redraw of picture and table", to_both, TARGET),
        Figure(f"{what}, against the redraw of the picture alone", to_picture, None),
    ]


if __name__ == "__main__":
    sys.exit(show(figures()))
