"""A table of another shape in the same view: flat, eight columns, 100,000 lines."""

import runpy
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import escape
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHeaderView, QLabel, QLineEdit, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from clockify_desktop.charts.theme import LIGHT
from clockify_desktop.pages.table import EMPTY_TABLE, TableContent
from clockify_desktop.pages.where import WhereContent
from clockify_desktop.ui.report.table_model import AT_ONCE
from clockify_desktop.ui.report.table_view import TableView

ENTRIES = Path(__file__).parents[3] / "benchmarks" / "entries_table.py"
COUNT = 100_000
START, YOURS, TIME, DESCRIPTION, STATE = 0, 1, 2, 3, 7


@pytest.fixture(scope="module")
def entries() -> TableContent:
    """Give the very table that is measured."""
    table: TableContent = runpy.run_path(str(ENTRIES))["some_entries"](COUNT, 1).table
    return table


@pytest.fixture
def view(home: QWidget, qtbot: QtBot, entries: TableContent) -> Iterator[TableView]:
    view = TableView("To check", LIGHT, home)
    view.resize(1000, 600)
    with qtbot.waitExposed(home):
        home.show()
    view.show_state(entries, LIGHT)
    yield view
    home.close()


def texts(view: TableView, column: int) -> list[str]:
    model = view.tree.table_model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_flat_lines_keep_qts_rules(view: TableView, qtmodeltester: ModelTester) -> None:
    model = view.tree.table_model
    handed_out = model.rowCount()
    assert handed_out in {AT_ONCE, 2 * AT_ONCE}
    assert (len(model.order), model.columnCount()) == (COUNT, 8)
    assert not any(model.hasChildren(model.index(row, 0)) for row in range(AT_ONCE))
    model.fetchMore(QModelIndex())
    assert model.rowCount() == handed_out + AT_ONCE
    qtmodeltester.check(model)
    assert view.tree.accessibleName() == "To check, as a table"


def test_any_column_sorts_and_the_filter_looks_into_all_words(
    view: TableView, entries: TableContent
) -> None:
    tree, field = view.tree, view.findChild(QLineEdit, "table_filter")
    tree.sortByColumn(DESCRIPTION, Qt.SortOrder.AscendingOrder)
    shown = [text.casefold() for text in texts(view, DESCRIPTION)]
    assert shown == sorted(shown)
    assert shown[0].startswith("=call back")
    tree.sortByColumn(STATE, Qt.SortOrder.DescendingOrder)
    assert set(texts(view, STATE)) == {"submitted"}
    tree.sortByColumn(TIME, Qt.SortOrder.DescendingOrder)
    assert texts(view, TIME)[0] == "10:00"
    before = view.findChild(QWidget, "table_total").accessibleName()
    field.setText("PRÜFUNG")
    assert all(text.startswith("Prüfung Ü ") for text in texts(view, DESCRIPTION))
    field.setText("not sub")
    assert set(texts(view, STATE)) == {"not submitted"}
    assert view.findChild(QWidget, "table_total").accessibleName() == before
    assert before.startswith("100,000 entries ")
    assert entries.total[TIME] in before


def test_the_description_takes_what_the_others_leave(view: TableView) -> None:
    header = view.tree.header()
    modes = [header.sectionResizeMode(column) for column in range(8)]
    assert modes.pop(DESCRIPTION) is QHeaderView.ResizeMode.Stretch
    assert set(modes) == {QHeaderView.ResizeMode.Interactive}
    assert header.length() == view.tree.viewport().width()
    assert header.sectionSize(YOURS) == 118
    labels = view.findChild(QWidget, "table_total").findChildren(QLabel)
    for column in (START, TIME):
        label = labels[column]
        assert label.x() > header.sectionViewportPosition(column)
        assert label.width() >= label.sizeHint().width()
    is_right = [bool(one.alignment() & Qt.AlignmentFlag.AlignRight) for one in labels]
    assert is_right == [column == TIME for column in range(8)]


def test_chosen_entries_are_copied_without_a_formula(view: TableView) -> None:
    tree, model = view.tree, view.tree.table_model
    tree.sortByColumn(DESCRIPTION, Qt.SortOrder.AscendingOrder)
    select = tree.selectionModel().SelectionFlag
    for row in (1, 0):
        tree.selectionModel().select(model.index(row, 0), select.Select | select.Rows)
    tree.copy()
    heads, *lines = [
        line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()
    ]
    assert heads[DESCRIPTION] == "Description"
    shown = texts(view, DESCRIPTION)[:2]
    assert [line[DESCRIPTION] for line in lines] == [f"'{text}" for text in shown]
    assert [line[TIME] for line in lines] == texts(view, TIME)[:2]
    html = QGuiApplication.clipboard().mimeData().html()
    assert html.count("<tr>") == 3
    assert all(f">{escape(line[DESCRIPTION])}</td>" in html for line in lines)


def test_only_lines_in_view_are_written(view: TableView, entries: TableContent) -> None:
    written: list[int] = []

    def text(position: int) -> str:
        written.append(position)
        return ""

    columns = tuple(replace(column, text=text) for column in entries.columns)
    view.show_state(replace(entries, columns=columns), LIGHT)
    view.grab()
    assert 0 < len(set(written)) < AT_ONCE
    written.clear()
    view.tree.sortByColumn(TIME, Qt.SortOrder.AscendingOrder)
    view.findChild(QLineEdit, "table_filter").setText("7")
    assert len(set(written)) < AT_ONCE


def test_rows_without_a_total_leave_no_room_for_one(
    view: TableView, entries: TableContent
) -> None:
    view.show_state(entries, LIGHT)
    total, high = (
        view.findChild(QWidget, "table_total"),
        view.tree.header().sizeHint().height(),
    )
    nothing = ("",) * len(entries.columns)
    view.show_state(replace(entries, total=nothing), LIGHT)
    assert total.height() == 0
    assert view.tree.header().sizeHint().height() < high
    view.show_state(entries, LIGHT)
    assert view.tree.header().sizeHint().height() == high


def test_another_table_takes_the_place_of_one(
    view: TableView, entries: TableContent, new_content: Callable[..., WhereContent]
) -> None:
    tree, header = view.tree, view.tree.header()
    tree.sortByColumn(STATE, Qt.SortOrder.DescendingOrder)
    report = new_content().table
    view.show_state(report, LIGHT)
    assert header.sortIndicatorSection() == -1
    assert header.count() == 3
    assert header.length() == tree.viewport().width()
    assert tuple(texts(view, 1)) == tuple(report.texts(row)[1] for row in range(6))
    total = view.findChild(QWidget, "table_total")
    assert total.accessibleName() == " ".join(report.total)
    words = [label.text() for label in total.findChildren(QLabel)]
    assert words == [*report.total, *[""] * 5]
    tree.expand(tree.table_model.index(0, 0))
    opened = tree.grab().toImage()
    view.show_state(entries, LIGHT)
    assert np.array_equal(tree.table_model.order, entries.positions)
    assert tree.grab().toImage() != opened
    # Nothing of an account stays when another one is opened.
    tree.sortByColumn(STATE, Qt.SortOrder.DescendingOrder)
    view.show_state(EMPTY_TABLE, LIGHT)
    assert (tree.table_model.rowCount(), header.count()) == (0, 1)
    assert not total.accessibleName()
    assert not any(label.text() for label in total.findChildren(QLabel))
    QGuiApplication.clipboard().clear()
    tree.copy()
    assert not QGuiApplication.clipboard().text()
