"""Stacked bars on a kept figure, beside matplotlib's own bars and texts."""

import statistics
import sys
import time
from collections.abc import Callable

import numpy as np
from figures import Figure as Ratio
from figures import show
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from clockify_desktop.charts.bar_content import BarContent
from clockify_desktop.charts.chart_figure import ChartFigure
from clockify_desktop.charts.series_colors import series_colors
from clockify_desktop.charts.theme import LIGHT
from clockify_desktop.domain.durations import hours_and_minutes
from clockify_desktop.domain.label import Label, LabelKind
from clockify_desktop.domain.matrix import Matrix

RUNS = 9
# Two to begin with and one a run of two figures: no week is ever drawn twice.
WEEKS = 2 + 2 * RUNS
DPI = 100
WIDTH_PX = 1100
IN_VIEW = 40
NAIVE_TARGET = 0.08
SIZE_TARGET = 1.4


def matrices(people: int, projects: int) -> list[Matrix]:
    """Make weeks of the same people, every total another one each week."""
    chance = np.random.default_rng(2)
    rows = tuple(Label(f"u{at:03}", f"Person {at:03}") for at in range(people))
    columns = tuple(
        Label(f"p{at:02}", f"Project {at:02}", f"#{chance.integers(1 << 24):06X}")
        for at in range(projects - 1)
    )
    other = Label("", "Other (6 projects)", kind=LabelKind.OTHER)
    return [
        Matrix(
            rows,
            (*columns, other),
            chance.integers(60, 2 * 40 * 3600 // projects, (people, projects)),
        )
        for _ in range(WEEKS)
    ]


class Ours:
    """The program's own picture of a size, with so many rows in view."""

    def __init__(self, people: int, projects: int) -> None:
        self.weeks = iter(matrices(people, projects))
        self.figure = Figure(figsize=(WIDTH_PX / DPI, 1), dpi=DPI)
        self.canvas = FigureCanvasAgg(self.figure)
        self.drawing = ChartFigure(self.figure, LIGHT)
        self.draw()
        height = self.drawing.chart.height_for(IN_VIEW)
        self.figure.set_size_inches(WIDTH_PX / DPI, height / DPI)
        self.draw()
        assert self.drawing.chart.rows_in_view == IN_VIEW

    def draw(self) -> None:
        """Show the next week and paint it."""
        self.drawing.show(
            BarContent(next(self.weeks), "Where time went", "One week of a team.")
        )
        self.canvas.draw()


class Naive:
    """The same with ``barh`` a project and a ``Text`` a label, the figure kept."""

    def __init__(self, ours: Ours) -> None:
        weeks = matrices(IN_VIEW, 9)
        self.weeks = iter(weeks)
        self.colors = series_colors(weeks[0].columns, LIGHT)
        width, height = ours.canvas.get_width_height()
        self.figure = Figure(figsize=(width / DPI, height / DPI), dpi=DPI)
        self.canvas = FigureCanvasAgg(self.figure)
        self.axes = self.figure.add_axes((0.15, 0.05, 0.75, 0.85))
        self.draw()

    def draw(self) -> None:
        """Show the next week and paint it."""
        week = next(self.weeks)
        axes = self.axes
        axes.clear()
        places = np.arange(len(week.rows))
        left = np.zeros(len(week.rows))
        for column, color in enumerate(self.colors):
            hours = week.seconds[:, column] / 3600
            axes.barh(
                places,
                hours,
                left=left,
                height=0.64,
                color=color,
                label=week.columns[column].name,
            )
            left = left + hours
        axes.set_yticks([])
        for place, row in enumerate(week.rows):
            total = hours_and_minutes(int(week.row_totals_s[place]))
            axes.text(-0.5, place, row.name, ha="right", va="center")
            axes.text(left[place] + 0.5, place, total, va="center", weight="bold")
        axes.set_title("Where time went", loc="left")
        axes.legend(ncols=9, loc="lower left", bbox_to_anchor=(0, 1), fontsize=7)
        self.canvas.draw()


def seconds_of(work: Callable[[], object]) -> float:
    """Time one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def ratio(one: Callable[[], object], other: Callable[[], object]) -> float:
    """Measure one beside the other, run by run.

    Returns:
        The median of the runs' ratios.
    """
    return statistics.median(seconds_of(one) / seconds_of(other) for _ in range(RUNS))


def figures() -> list[Ratio]:
    """Measure both."""
    team = Ours(40, 9)
    naive = Naive(team)
    company = Ours(500, 60)
    return [
        Ratio(
            "drawing 40 people x 9 projects, against barh a project and Text a label",
            ratio(team.draw, naive.draw),
            NAIVE_TARGET,
        ),
        Ratio(
            f"drawing 500 x 60 with {IN_VIEW} rows in view, against 40 x 9",
            ratio(company.draw, team.draw),
            SIZE_TARGET,
        ),
    ]


def main() -> None:
    """Print both figures; the exit code tells whether both were reached."""
    sys.exit(show(figures()))


if __name__ == "__main__":
    main()
