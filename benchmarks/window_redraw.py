"""The picture and the table in the window: drawn anew, and narrowed by a picker.

All of it takes place in one window without a screen, from the call to the pixels of
the widgets. The naive picture stands on matplotlib's own canvas for Qt.
"""

import asyncio
import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime

# Before anything imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from drawing import Naive, Ours
from figures import Figure, show
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from PySide6.QtCore import QObject
from PySide6.QtWidgets import (  # noqa: TID251 - what is measured is a window
    QApplication,
    QWidget,
)
from qasync import QEventLoop

from clockify_desktop.app.report_wiring import ReportWiring
from clockify_desktop.charts.theme import LIGHT
from clockify_desktop.domain.directory import Directory, Person, Project, Workspace
from clockify_desktop.domain.facts import EVERYTHING, Facts
from clockify_desktop.domain.identity import ProjectId, UserId, WorkspaceId
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.services.session import Profile
from clockify_desktop.store.settings import AccountSettings
from clockify_desktop.ui.look.look import Look
from clockify_desktop.ui.main_window import MainWindow
from clockify_desktop.ui.report.chart_view import ChartView
from clockify_desktop.ui.report_screen import ReportScreen
from clockify_desktop.viewmodels.choice import Choice, Rule
from clockify_desktop.viewmodels.page_state import PageState, Phase
from clockify_desktop.viewmodels.report_view import View
from clockify_desktop.viewmodels.scene import Scene, scene_of

RUNS = 9
PEOPLE = 500
PROJECTS = 60
DAYS = 7
NAIVE_TARGET = 0.08
SIZE_TARGET = 1.4
CHANGE_TARGET = 1.5
WORKSPACE = Workspace(WorkspaceId("5" * 24), "Acme")
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))


def report_of(people: int, projects: int, seed: int = 1) -> Report:
    """Make a week in which everybody works on every project every day."""
    chance = np.random.default_rng(seed)
    team = tuple(
        Person(UserId(f"{one:024x}"), f"Person {one:03}", f"p{one}@acme.example")
        for one in range(people)
    )
    work = tuple(
        Project(
            ProjectId(f"{one:024x}"),
            f"Project {one:02}",
            color=f"#{chance.integers(1 << 24):06X}",
        )
        for one in range(projects)
    )
    user, project, day = (
        one.ravel() for one in np.indices((people, projects, DAYS), np.intp)
    )
    seconds = chance.integers(60, 2 * 8 * 3600 // projects, len(user))
    facts = Facts(
        people=team,
        projects=work,
        currencies=("EUR",),
        user=user,
        project=project,
        day=WEEK.start.toordinal() + day,
        seconds=seconds,
        billable_seconds=seconds // 2,
        amount_micros=seconds * 1000,
        currency=np.zeros(len(user), np.intp),
    )
    query = ReportQuery(WORKSPACE, WEEK, "UTC", 0)
    return Report(query, facts, Directory(team, work), NOW, facts.total_s)


class Sample:
    """Answers with one report, at once."""

    def __init__(self, report: Report) -> None:
        self._report = report

    async def profile(self) -> Profile:
        """Tell whose key it is."""
        return Profile("a@acme.example", "UTC", 0, (WORKSPACE,), WORKSPACE.id)

    async def report(self, query: ReportQuery, *, anew: bool = False) -> Report:
        """Give the report, whatever is asked."""
        del query, anew
        return self._report


class Picture:
    """The chart alone in a window as large as the naive one."""

    def __init__(self, people: int, projects: int, like: Naive) -> None:
        # No week is ever drawn twice.
        seeds = range(2 * RUNS + 3)
        reports = (report_of(people, projects, seed) for seed in seeds)
        self.scenes = iter([scene_of(one, EVERYTHING, View()) for one in reports])
        self.home = QWidget()
        self.view = ChartView(LIGHT, self.home)
        width, height = like.canvas.get_width_height()
        self.home.resize(width, height)
        self.view.resize(width, height)
        self.home.show()
        self.draw()

    def draw(self) -> None:
        """Show the next week and paint it."""
        self.view.render(next(self.scenes), LIGHT)
        self.view.canvas.repaint()


class NaivePicture:
    """``barh`` a project and a ``Text`` a label, on matplotlib's own canvas for Qt."""

    def __init__(self) -> None:
        self.naive = Naive(Ours(40, 9))
        width, height = self.naive.canvas.get_width_height()
        self.canvas = FigureCanvasQTAgg(self.naive.figure)
        self.naive.canvas = self.canvas
        self.canvas.resize(width, height)
        self.canvas.show()
        self.draw()

    def draw(self) -> None:
        """Show the next week and paint it."""
        self.naive.draw()
        self.canvas.repaint()


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
            lambda state: shown.set() if state.scene is not None else None
        )
        self.wiring.model.open(Sample(report), AccountSettings())
        await shown.wait()

    def paint(self) -> None:
        """Bring everything that waits to be painted onto the window."""
        QApplication.processEvents()

    def choose(self, run: int) -> None:
        """Leave another person out, and paint what that changes."""
        out = frozenset({f"{run:024x}"})
        self.wiring.model.choose_people(Choice(Rule.EXCEPT, out))
        self.paint()

    def redraw(self, scene: Scene) -> None:
        """Show another picture and table, and nothing else."""
        self.screen.page.render(PageState(scene, Phase.READY))
        self.paint()


def seconds_of(work: Callable[[], object]) -> float:
    """Time one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def ratio(one: Callable[[], object], other: Callable[[], object]) -> float:
    """Measure one beside the other, run by run."""
    return statistics.median(seconds_of(one) / seconds_of(other) for _ in range(RUNS))


async def change(look: Look, parent: QObject) -> float:
    """Measure a choice in the pickers beside the redraw of picture and table."""
    window = Window(look, parent)
    report = report_of(PEOPLE, PROJECTS)
    await window.load(report)
    window.paint()
    state = window.wiring.model.state
    assert state.report is report
    assert not state.loading
    scenes = [
        scene_of(report_of(PEOPLE, PROJECTS, 100 + run), EVERYTHING, View())
        for run in range(RUNS + 1)
    ]
    window.choose(RUNS)
    window.redraw(scenes.pop())
    runs = iter(range(RUNS))
    found = ratio(
        lambda: window.choose(next(runs)), lambda: window.redraw(scenes.pop())
    )
    seen = window.wiring.model.state.scene
    assert seen is not None
    assert len(seen.matrix.rows) == PEOPLE - 1
    await window.wiring.close()
    window.main.close()
    return found


def figures() -> list[Figure]:
    """Measure all three."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    look = Look(app)
    parent = QObject()
    naive = NaivePicture()
    team = Picture(40, 9, naive.naive)
    company = Picture(PEOPLE, PROJECTS, naive.naive)
    found = [
        Figure(
            "redraw in the window 40 x 9, against barh a project and Text a label",
            ratio(team.draw, naive.draw),
            NAIVE_TARGET,
        ),
        Figure(
            f"redraw in the window {PEOPLE} x {PROJECTS}, against 40 x 9",
            ratio(company.draw, team.draw),
            SIZE_TARGET,
        ),
    ]
    for one in (naive.canvas, team.home, company.home):
        one.close()
    # Nothing else is to end the loop.
    app.setQuitOnLastWindowClosed(False)
    with QEventLoop(app) as loop:
        changed = loop.run_until_complete(change(look, parent))
    what = f"{PEOPLE} people x {PROJECTS} projects x {DAYS} days"
    return [
        *found,
        Figure(
            f"change of selection, {what}, against the redraw alone",
            changed,
            CHANGE_TARGET,
        ),
    ]


if __name__ == "__main__":
    sys.exit(show(figures()))
