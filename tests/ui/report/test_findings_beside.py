"""What is selected on "To check": beside the picture, and in the table."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.charts.theme import LIGHT
from clockify_desktop.domain.entry_report import EntryReport
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import EVERYTHING
from clockify_desktop.pages.chart_selection import ChartSelection
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.to_check import CheckContent, check_content
from clockify_desktop.ui.report.report_page import ReportPage
from clockify_desktop.viewmodels.page_state import PagePhase, PageState
from tests.domain.few_entries import entries_of
from tests.pages.test_to_check import NOW, ONES, report_of

Shown = Callable[..., CheckContent]


@pytest.fixture
def page(home: QWidget, qtbot: QtBot) -> Iterator[ReportPage]:
    page = ReportPage(LIGHT, home)
    page.resize(home.size())
    with qtbot.waitExposed(home):
        home.show()
    yield page
    home.close()


@pytest.fixture
def shown(page: ReportPage, make_report: Callable[..., Report]) -> Shown:
    """Show the page with some marks selected."""
    entries = entries_of(*ONES)
    report = report_of(make_report, entries.total_s)
    told = EntryReport(entries, NOW, entries.total_s)

    def show(*marks: str, **more: Any) -> CheckContent:
        view = ViewOptions(selected=ChartSelection(frozenset(marks)))
        content = check_content(report, told, EVERYTHING, view, **more)
        page.show_state(
            PageState(phase=PagePhase.READY, title="To check", content=content)
        )
        return content

    return show


def part(page: ReportPage, row: int, at: int) -> Any:
    """Give the place of an entry of the table, whose row is opened for it."""
    tree = page.table.tree
    owner = tree.table_model.index(row, 0)
    tree.expand(owner)
    return tree.table_model.index(at, 0, owner)


def chosen(page: ReportPage) -> list[tuple[str, str | None]]:
    tree = page.table.tree
    rows = tree.selectionModel().selectedRows()
    return sorted(map(tree.table_model.line_mark_at, rows))


def test_lines_of_the_table_are_selected_and_stay_in_view(
    page: ReportPage, shown: Shown, qtbot: QtBot
) -> None:
    shown()
    assert not page.finding.isVisible()
    tree = page.table.tree
    place = tree.visualRect(part(page, 1, 0)).center()
    with qtbot.waitSignal(page.selection_changed) as told:
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    (selection,) = told.args
    (mark,) = selection.rows
    assert mark.startswith("one:entry:")
    content = shown(mark)
    assert page.finding.isVisible()
    # Nothing left the table, and nobody chose anything by that.
    assert len(content.table.positions) == 4
    assert chosen(page) == [("one:rule:no-description", mark)]
    with qtbot.waitSignal(page.selection_changed) as told:
        QTest.keyClick(tree, Qt.Key.Key_Down)
    assert told.args[0].rows != {mark}
    shown()
    assert chosen(page) == []
    assert not page.finding.isVisible()


def test_what_the_model_selects_is_chosen_in_the_table_without_a_word(
    page: ReportPage, shown: Shown, qtbot: QtBot
) -> None:
    shown()
    part(page, 1, 0)
    told: list[object] = []
    page.selection_changed.connect(told.append)
    shown("one:entry:both")
    # It stands under "No project" as well, which is folded.
    assert chosen(page) == [("one:rule:no-description", "one:entry:both")]
    shown("one:rule:overlapping")
    assert chosen(page) == [("one:rule:overlapping", None)]
    # A folded row opens for whoever walks here.
    qtbot.waitActive(page.window()).__enter__()
    page.table.tree.setFocus()
    shown("one:entry:overlaps")
    assert chosen(page) == [("one:rule:overlapping", "one:entry:overlaps")]
    QApplication.processEvents()
    assert told == []


def test_a_finding_has_room_beside_a_folded_picture(
    page: ReportPage, shown: Shown, home: QWidget
) -> None:
    home.resize(1100, 700)
    page.resize(880, 600)
    tabs = page.findChild(QTabBar)
    shown()
    assert (page.card.isVisible(), page.table.isVisible()) == (True, False)
    shown("one:entry:both")
    assert page.card.isVisible()
    assert page.finding.isVisible()
    assert not page.table.isVisible()
    page.turn_over()
    assert not page.card.isVisible()
    assert page.finding.isVisible()
    assert page.table.isVisible()
    tabs.setCurrentIndex(0)
    page.resize(640, 600)
    assert page.card.isVisible()
    assert not page.finding.isVisible()
    page.turn_over()
    assert page.finding.isVisible()
    # From the note one goes back to where one walks.
    page.finding.left.emit()
    assert page.window().focusWidget() is page.table.tree
