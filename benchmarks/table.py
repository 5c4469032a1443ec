"""The table of 100,000 rows in a window without a screen: show, sort, filter.

The one figure of this program that is promised in milliseconds, so it is printed as
a share of those, on a machine that does nothing else.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, cast

# Before anything imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from figures import Figure, show
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (  # noqa: TID251 - what is measured is a widget
    QApplication,
    QLineEdit,
    QWidget,
)

from clockify_desktop.charts.bar_content import BarContent
from clockify_desktop.charts.theme import LIGHT
from clockify_desktop.domain.directory import Workspace
from clockify_desktop.domain.facts import EVERYTHING
from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.domain.label import Label
from clockify_desktop.domain.matrix import Matrix
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.where import WhereContent
from clockify_desktop.pages.where_options import WhereOptions
from clockify_desktop.ui.look.look import Look
from clockify_desktop.ui.report.table_view import TableView
from clockify_desktop.viewmodels.report_table import Column

if TYPE_CHECKING:
    from clockify_desktop.domain.report import Report

WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
QUERY = ReportQuery(Workspace(WorkspaceId("w"), "Acme"), WEEK, "UTC", 0)
ROWS = 100_000
RUNS = 7
MOST_S = 0.2


def content(seed: int) -> WhereContent:
    """Make a page of many rows, each with time in nine columns."""
    chance = np.random.default_rng(seed)
    numbers = chance.permutation(ROWS).tolist()
    rows = tuple(
        Label(f"{at:024x}", f"Person {number:06} Ünal")
        for at, number in enumerate(numbers)
    )
    columns = tuple(Label(f"p{at}", f"Project {at}") for at in range(9))
    matrix = Matrix(rows, columns, chance.integers(0, 36_000, (ROWS, 9)))
    return WhereContent(
        title="",
        query=QUERY,
        view=ViewOptions(),
        sentence="",
        chart=BarContent(matrix, "", ""),
        what="",
        narrowed=EVERYTHING,
        options=WhereOptions(),
        report=cast("Report", None),
        matrix=matrix,
        full=matrix,
        dimmed=None,
    )


class Table:
    """The table as it stands in the window."""

    def __init__(self, app: QApplication) -> None:
        self.app = app
        self.home = QWidget()
        self.view = TableView(LIGHT, self.home)
        self.field = self.view.findChild(QLineEdit, "table_filter")
        self.home.resize(420, 900)
        self.view.resize(420, 900)
        self.home.show()
        self.settle()

    def settle(self) -> None:
        """Let Qt lay out and paint what has changed."""
        self.app.processEvents()
        self.view.tree.viewport().repaint()

    def median_s(self, works: list[Callable[[], object]]) -> float:
        """Time each work once, painting included.

        Returns:
            The median, seconds.
        """
        times = []
        for work in works:
            start = time.perf_counter()
            work()
            self.settle()
            times.append(time.perf_counter() - start)
        return statistics.median(times)

    def sort(self, run: int) -> None:
        """Sort by another column or the other way round."""
        orders = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)
        column = (Column.NAME, Column.TIME)[run % 2]
        self.view.tree.sortByColumn(column, orders[run // 2 % 2])


def figures() -> list[Figure]:
    """Measure all three."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    look = Look(app)
    contents = [content(seed) for seed in range(RUNS + 1)]
    table = Table(app)
    table.view.show_state(contents.pop(), look.theme)
    table.settle()
    shown = table.median_s(
        [lambda one=one: table.view.show_state(one, look.theme) for one in contents]
    )
    sorted_s = table.median_s([lambda run=run: table.sort(run) for run in range(RUNS)])
    words = ["7", "77", "777", "person", "ünal", "1 Ü", ""]
    filtered = table.median_s(
        [lambda text=text: table.field.setText(text) for text in words]
    )
    assert len(table.view.tree.table_model.order) == ROWS
    table.home.close()
    what = f"a table of {ROWS:,} rows, against {1000 * MOST_S:.0f} ms"
    return [
        Figure(f"showing {what}", shown / MOST_S, 1.0),
        Figure(f"sorting {what}", sorted_s / MOST_S, 1.0),
        Figure(f"filtering {what}", filtered / MOST_S, 1.0),
    ]


def main() -> None:
    """Print the figures; the exit code tells whether all were reached."""
    sys.exit(show(figures()))


if __name__ == "__main__":
    main()
