"""Tables of 100,000 rows in a window without a screen: show, sort, filter.

One is a report whose rows open, one a list of time entries in eight columns. The only
figures of this program that are promised in milliseconds, so they are printed as a
share of those, on a machine that does nothing else.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING, cast

# Before anything imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from entries_table import DESCRIPTION, DURATION, STATE, some_entries
from figures import Figure, show
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (  # noqa: TID251 - what is measured is a widget
    QApplication,
    QLineEdit,
    QWidget,
)

from clockify_desktop.charts.bar_content import BarContent
from clockify_desktop.charts.theme import Theme
from clockify_desktop.domain.directory import Workspace
from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.domain.label import Label
from clockify_desktop.domain.matrix import Matrix
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.domain.selection import EVERYTHING
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.table import TableContent
from clockify_desktop.pages.where import WHERE, WhereContent
from clockify_desktop.pages.where_options import WhereOptions
from clockify_desktop.ui.look.look import Look
from clockify_desktop.ui.report.table_view import TableView

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
        fetched_at=datetime(2026, 11, 23, tzinfo=UTC),
        options=WhereOptions(),
        report=cast("Report", None),
        matrix=matrix,
        full=matrix,
        dimmed=None,
    )


class Table:
    """The table as it stands in the window."""

    def __init__(self, app: QApplication, theme: Theme, width_px: int) -> None:
        self.app = app
        self.theme = theme
        self.home = QWidget()
        self.view = TableView(WHERE.title, theme, self.home)
        self.field = self.view.findChild(QLineEdit, "table_filter")
        self.home.resize(width_px, 900)
        self.view.resize(width_px, 900)
        self.home.show()
        self.settle()

    def settle(self) -> None:
        """Let Qt lay out and paint what has changed."""
        self.app.processEvents()
        self.view.tree.viewport().repaint()

    def took_s(self, work: Callable[[], object]) -> float:
        """Time a work once, painting included, in seconds."""
        start = time.perf_counter()
        work()
        self.settle()
        return time.perf_counter() - start

    def show(self, content: TableContent) -> None:
        """Show a table."""
        self.view.show_state(content, self.theme)

    def sorted_s(self, columns: tuple[int, int]) -> float:
        """Sort by one column and another, both ways; the median, seconds."""
        orders = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)
        return statistics.median(
            self.took_s(
                partial(
                    self.view.tree.sortByColumn, columns[run % 2], orders[run // 2 % 2]
                )
            )
            for run in range(RUNS)
        )

    def filtered_s(self, words: Iterable[str]) -> float:
        """Type some words into the filter; the median, seconds."""
        return statistics.median(
            self.took_s(partial(self.field.setText, one)) for one in words
        )


def report_figures(table: Table) -> list[Figure]:
    """Measure a report; its rows open, and its table is made whenever it is shown."""
    contents = [content(seed) for seed in range(RUNS + 1)]
    table.show(contents.pop().table)
    table.settle()
    shown = [table.took_s(lambda one=one: table.show(one.table)) for one in contents]
    sorted_s = table.sorted_s((0, 1))
    filtered_s = table.filtered_s(["7", "77", "777", "person", "ünal", "1 Ü", ""])
    assert len(table.view.tree.table_model.order) == ROWS
    what = f"a table of {ROWS:,} rows, against {1000 * MOST_S:.0f} ms"
    return [
        Figure(f"showing {what}", statistics.median(shown) / MOST_S, 1.0),
        Figure(f"sorting {what}", sorted_s / MOST_S, 1.0),
        Figure(f"filtering {what}", filtered_s / MOST_S, 1.0),
    ]


def entries_figures(table: Table) -> list[Figure]:
    """Measure time entries; each list is sorted by its texts for the first time."""
    shown, by_text = [], []
    for entries in [some_entries(ROWS, seed) for seed in range(RUNS)]:
        table.view.tree.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        shown.append(table.took_s(lambda one=entries: table.show(one.table)))
        by_text.append(
            table.took_s(
                partial(
                    table.view.tree.sortByColumn,
                    DESCRIPTION,
                    Qt.SortOrder.AscendingOrder,
                )
            )
        )
    sorted_s = table.sorted_s((DURATION, STATE))
    filtered_s = table.filtered_s(["7", "77", "Prüfung", "mail", "777", "sub", ""])
    assert len(table.view.tree.table_model.order) == ROWS
    what = f"{ROWS:,} time entries, against {1000 * MOST_S:.0f} ms"
    return [
        Figure(f"showing {what}", statistics.median(shown) / MOST_S, 1.0),
        Figure(f"sorting {what}", sorted_s / MOST_S, 1.0),
        Figure(
            f"sorting {what}, by text for the first time",
            statistics.median(by_text) / MOST_S,
            1.0,
        ),
        Figure(f"filtering {what}", filtered_s / MOST_S, 1.0),
    ]


def figures() -> list[Figure]:
    """Measure both, with the same model and view."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    look = Look(app)
    found = []
    for measure, width_px in ((report_figures, 420), (entries_figures, 860)):
        table = Table(app, look.theme, width_px)
        found += measure(table)
        table.home.close()
    return found


def main() -> None:
    """Print the figures; the exit code tells whether all were reached."""
    sys.exit(show(figures()))


if __name__ == "__main__":
    main()
