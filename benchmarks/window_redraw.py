"""The picture in the window, drawn anew.

Without a screen, from the call to the pixels of the widgets. The naive picture
stands on matplotlib's own canvas for Qt.
"""

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
from PySide6.QtWidgets import (  # noqa: TID251 - what is measured is a window
    QApplication,
    QWidget,
)

from clockify_desktop.charts.theme import LIGHT
from clockify_desktop.domain.directory import (
    Directory,
    Person,
    Project,
    Workspace,
)
from clockify_desktop.domain.facts import Facts
from clockify_desktop.domain.identity import ProjectId, UserId, WorkspaceId
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.selection import EVERYTHING
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.where import where_content
from clockify_desktop.ui.report.chart_view import ChartView

RUNS = 9
PEOPLE = 500
PROJECTS = 60
DAYS = 7
NAIVE_TARGET = 0.08
SIZE_TARGET = 1.4
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


class Picture:
    """The chart alone in a window as large as the naive one."""

    def __init__(self, people: int, projects: int, like: Naive) -> None:
        # No week is ever drawn twice.
        seeds = range(2 * RUNS + 3)
        reports = (report_of(people, projects, seed) for seed in seeds)
        self.contents = iter(
            [where_content(one, EVERYTHING, ViewOptions()) for one in reports]
        )
        self.home = QWidget()
        self.view = ChartView(LIGHT, self.home)
        width, height = like.canvas.get_width_height()
        self.home.resize(width, height)
        self.view.resize(width, height)
        shown(self.home)
        self.draw()

    def draw(self) -> None:
        """Show the next week and paint it."""
        self.view.show_state(next(self.contents).chart, LIGHT)
        # It is laid out in the next turn of the loop.
        QApplication.processEvents()
        self.view.canvas.repaint()


class NaivePicture:
    """``barh`` a project and a ``Text`` a label, on matplotlib's own canvas for Qt."""

    def __init__(self) -> None:
        self.naive = Naive(Ours(40, 9))
        width, height = self.naive.canvas.get_width_height()
        self.canvas = FigureCanvasQTAgg(self.naive.figure)
        self.naive.canvas = self.canvas
        self.canvas.resize(width, height)
        shown(self.canvas)
        self.draw()

    def draw(self) -> None:
        """Show the next week and paint it."""
        self.naive.draw()
        self.canvas.repaint()


def shown(widget: QWidget) -> None:
    """Show a widget until its window is there; before that nothing is painted."""
    widget.show()
    QApplication.processEvents()


def seconds_of(work: Callable[[], object]) -> float:
    """Time one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def ratio(one: Callable[[], object], other: Callable[[], object]) -> float:
    """Measure one beside the other, run by run."""
    return statistics.median(seconds_of(one) / seconds_of(other) for _ in range(RUNS))


def figures() -> list[Figure]:
    """Measure both."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
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
    return found


if __name__ == "__main__":
    sys.exit(show(figures()))
