from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from clockify_desktop.domain.level import Level
from clockify_desktop.pages.chart_selection import ChartSelection
from clockify_desktop.pages.where import WhereContent
from clockify_desktop.pages.where_options import WhereOptions
from clockify_desktop.ui.report.table_model import AT_ONCE, TableModel

_Role = Qt.ItemDataRole
MakeContent = Callable[..., WhereContent]


@pytest.fixture
def parent() -> QObject:
    return QObject()


@pytest.mark.parametrize("people", [1, 6, 300])
def test_the_model_keeps_qts_rules(
    parent: QObject, qtmodeltester: ModelTester, new_content: MakeContent, people: int
) -> None:
    model = TableModel(parent)
    model.show(new_content(people).table)
    # From now on it watches every change by itself.
    qtmodeltester.check(model)
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert model.rowCount() == people
    model.sort(1, Qt.SortOrder.DescendingOrder)
    model.fetchMore(QModelIndex())
    model.show(new_content(people, 3).table)
    model.filter_by("amara")
    assert 0 < model.rowCount() <= people
    model.filter_by("nobody")
    assert not model.rowCount()


def test_what_stands_in_folded_rows_is_found(
    parent: QObject, new_content: MakeContent
) -> None:
    model = TableModel(parent)
    content = new_content().table
    model.show(content)
    model.filter_by("project 3")
    found = model.order.tolist()
    assert 0 < len(found) < 6
    assert model.rows_found_inside() == found
    for row in range(model.rowCount()):
        first = model.index(row, 0)
        assert model.rowCount(first) == 1
        assert model.index(0, 0, first).data() == "Project 3"
    # Whoever is found by their name keeps all parts.
    model.filter_by("amara")
    assert model.rows_found_inside() == []
    assert model.rowCount(model.index(0, 0)) > 1
    model.filter_by("")
    assert model.rowCount() == 6


def test_other_numbers_in_the_same_lines_are_not_laid_out_again(
    parent: QObject, qtbot: QtBot, new_content: MakeContent
) -> None:
    model = TableModel(parent)
    model.show(new_content(300).table)
    table = new_content(299, 3).table
    with (
        qtbot.assertNotEmitted(model.modelReset),
        qtbot.waitSignal(model.dataChanged, timeout=1000) as told,
    ):
        model.show(table)
    first, last, *_ = told.args
    assert (first.row(), last.row()) == (0, model.rowCount() - 1)
    texts = [model.index(1, column).data() for column in range(3)]
    assert texts == list(table.texts(model.order[1]))


@pytest.mark.parametrize("why", ["held", "fewer", "other heads", "no parts"])
def test_lines_that_are_not_the_same_are_laid_out_again(
    parent: QObject, qtbot: QtBot, new_content: MakeContent, why: str
) -> None:
    model = TableModel(parent)
    model.show(new_content(300).table)
    content = new_content(2 if why == "fewer" else 300, 3)
    if why == "other heads":
        content = replace(content, options=WhereOptions(Level.PROJECT))
    elif why == "no parts":
        matrix = content.matrix
        nothing = np.zeros_like(matrix.seconds)
        content = replace(content, matrix=replace(matrix, seconds=nothing), full=matrix)
    held = QPersistentModelIndex(model.index(1, 0)) if why == "held" else None
    with qtbot.waitSignal(model.modelReset, timeout=1000):
        model.show(content.table)
    assert held is None or not held.isValid()


def test_rows_and_their_parts_say_what_the_table_says(
    parent: QObject, new_content: MakeContent
) -> None:
    content = new_content()
    model, table = TableModel(parent), content.table
    model.show(table)
    assert model.rowCount() == 6
    first = model.index(0, 0)
    texts = [model.index(0, column).data() for column in range(3)]
    assert tuple(texts) == table.texts(0)
    parts = table.parts(0)
    shown = parts.arranged()
    assert model.rowCount(first) == len(shown)
    part = int(shown[1])
    child = model.index(1, 1, first)
    assert child.data() == parts.texts(part)[1]
    assert child.parent() == first
    assert model.key_at(child) == (0, part)
    assert model.key_at(first) == (0, None)
    assert model.line(first) == (table, 0)
    line, position = model.line(child)
    assert line.swatch(position) == part
    assert first.data(_Role.ToolTipRole) == table.texts(0)[0]
    assert model.index(0, 1).data(_Role.ToolTipRole) is None
    for unused in (_Role.DecorationRole, _Role.FontRole, _Role.EditRole):
        assert first.data(unused) is None
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(3)]
    assert heads == ["Person", "Time", "Share"]


def test_parts_are_sorted_as_the_rows_are(
    parent: QObject, new_content: MakeContent
) -> None:
    model, table = TableModel(parent), new_content().table
    model.show(table)
    for column in (0, 1, 2, -1):
        for order in (Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder):
            model.sort(column, order)
            falling = order is Qt.SortOrder.DescendingOrder
            by = None if column < 0 else column
            row = model.index(2, 0)
            found = [
                model.key_at(model.index(at, 0, row))[1]
                for at in range(model.rowCount(row))
            ]
            parts = table.parts(model.key_at(row)[0])
            assert len(found) > 1
            assert found == parts.arranged(by, falling=falling).tolist()


def test_a_row_without_time_does_not_open(
    parent: QObject, new_content: MakeContent
) -> None:
    model = TableModel(parent)
    model.show(new_content().table)
    idle = [row for row in range(6) if model.index(row, 1).data() == "0:00"]
    (row,) = idle
    assert not model.hasChildren(model.index(row, 0))
    assert model.rowCount(model.index(row, 0)) == 0


def test_many_rows_are_handed_out_as_they_are_seen(
    parent: QObject, new_content: MakeContent
) -> None:
    model = TableModel(parent)
    model.show(new_content(AT_ONCE + 40, 2).table)
    assert model.rowCount() == AT_ONCE
    last = AT_ONCE + 39
    assert not model.index_of(model.order[last]).isValid()
    assert model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert model.rowCount() == last + 1
    assert model.index_of(model.order[last]).row() == last
    assert not model.canFetchMore(QModelIndex())
    assert not model.canFetchMore(model.index(0, 0))


def test_a_row_is_found_again_by_its_mark(
    parent: QObject, new_content: MakeContent
) -> None:
    content = new_content()
    model = TableModel(parent)
    assert model.mark_at(QModelIndex()) == ""
    model.show(content.table)
    model.sort(1, Qt.SortOrder.DescendingOrder)
    index = model.index_of(2)
    assert model.mark_at(index) == content.matrix.rows[2].mark
    assert model.mark_at(model.index(0, 0, index)) == model.mark_at(index)
    # Another report has fewer rows, or a focus leaves some out.
    focus = ChartSelection(rows=frozenset({model.mark_at(index)}))
    model.show(new_content(selected=focus).table)
    assert model.rowCount() == 1
    assert model.index_of(2).row() == 0
    assert not model.index_of(0).isValid()
    assert not model.index_of(99).isValid()
