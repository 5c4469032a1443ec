from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.charts.theme import DARK, LIGHT
from clockify_desktop.pages.chart_selection import ChartSelection
from clockify_desktop.pages.where import WHERE, WhereContent
from clockify_desktop.ui.report.table_delegate import SIDE_PX
from clockify_desktop.ui.report.table_tree import TableTree
from clockify_desktop.ui.report.table_view import TableView

MakeContent = Callable[..., WhereContent]
_Key = Qt.Key


@pytest.fixture
def view(home: QWidget, new_content: MakeContent, qtbot: QtBot) -> Iterator[TableView]:
    view = TableView(WHERE.title, LIGHT, home)
    view.resize(380, 600)
    with qtbot.waitExposed(home):
        home.show()
    view.show_state(new_content().table, LIGHT)
    yield view
    home.close()


def names(tree: TableTree) -> list[str]:
    model = tree.table_model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def total(view: TableView) -> str:
    return view.findChild(QWidget, "table_total").accessibleName()


def test_it_is_found_and_says_its_sum(
    view: TableView, new_content: MakeContent
) -> None:
    tree = view.tree
    assert tree.objectName() == "report_table"
    assert tree.accessibleName() == "Where time went, as a table"
    assert total(view).startswith("All 6 people ")
    assert total(view).endswith(" 100 %")
    assert tree.accessibleDescription() == total(view)
    assert names(tree) == [one.name for one in new_content().matrix.rows]


def test_the_sum_stays_above_the_rows(view: TableView) -> None:
    row = view.findChild(QWidget, "table_total")
    header = view.tree.header()
    bottom = row.mapTo(header, QPoint(0, row.height())).y()
    assert header.height() - 2 <= bottom <= header.height()
    assert row.width() == header.width()


@pytest.mark.parametrize("pixels", [13, 16, 24])
def test_no_total_is_cut(home: QWidget, new_content: MakeContent, pixels: int) -> None:
    font = home.font()
    font.setPixelSize(pixels)
    home.setFont(font)
    view = TableView(WHERE.title, LIGHT, home)
    view.resize(600, 600)
    view.show_state(new_content().table, LIGHT)
    view.show()
    row = view.findChild(QWidget, "table_total")
    name, *numbers = row.findChildren(QLabel)
    assert [label.text() for label in numbers][-1] == "100 %"
    assert name.text()
    for label in numbers:
        assert label.width() >= label.sizeHint().width()


def test_no_head_is_cut(view: TableView, new_content: MakeContent) -> None:
    table = new_content().table
    name, *numbers = table.columns
    longer = [replace(one, title="Mean of the four before") for one in numbers]
    view.show_state(replace(table, columns=(name, *longer)), LIGHT)
    header = view.tree.header()
    for at, column in enumerate(longer, 1):
        word_px = header.fontMetrics().horizontalAdvance(column.title)
        assert header.sectionSize(at) >= word_px + 2 * SIDE_PX


def test_heads_sort_and_a_third_click_brings_the_pictures_order(
    view: TableView, qtbot: QtBot
) -> None:
    tree, first = view.tree, names(view.tree)
    header = tree.header()
    time = QPoint(header.sectionViewportPosition(1) + 20, 8)
    orders = []
    for _ in range(3):
        qtbot.mouseClick(
            header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0), time
        )
        orders.append(names(tree))
    assert orders[0] == orders[1][::-1] != first
    assert orders[2] == first


@pytest.mark.parametrize("column", [0, 1, 2])
def test_the_arrow_of_the_head_points_as_it_sorts_and_covers_no_word(
    view: TableView, column: int
) -> None:
    tree, header = view.tree, view.tree.header()
    height = header.height() // 2
    left = header.sectionViewportPosition(column)
    section = QRect(left, 0, header.sectionSize(column), height)

    def drawn() -> np.ndarray:
        image = header.viewport().grab(section).toImage()
        image = image.convertToFormat(QImage.Format.Format_Grayscale8)
        lines = np.frombuffer(image.constBits(), np.uint8).astype(int)
        return lines.reshape(image.height(), image.bytesPerLine())[:, : image.width()]

    tree.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    plain = drawn()
    # The ground may change from line to line, and sections end with one.
    word = (plain != plain[:, 4:5]).any(axis=0)
    word[:4] = word[-4:] = False
    assert word.any()
    for order, sign in (
        (Qt.SortOrder.AscendingOrder, 1),
        (Qt.SortOrder.DescendingOrder, -1),
    ):
        tree.sortByColumn(column, order)
        arrow = drawn() != plain
        places = np.flatnonzero(arrow.any(axis=0))
        # Clear of the word by two pixels at least, on both sides.
        assert not word[max(places[0] - 2, 0) : places[-1] + 3].any()
        assert 6 <= len(places) <= 10
        widths = arrow.sum(axis=1)
        widths = widths[widths > 0]
        assert sign * (widths[-1] - widths[0]) > 2


def test_the_filter_narrows_rows_and_not_the_sum(view: TableView, qtbot: QtBot) -> None:
    field, before = view.findChild(QLineEdit, "table_filter"), total(view)
    qtbot.keyClicks(field, "KRÜ")
    assert names(view.tree) == ["Bastian Krüger"]
    assert total(view) == before
    qtbot.keyClick(field, _Key.Key_Escape)
    assert len(names(view.tree)) == 6
    field.setFocus()
    qtbot.keyClick(field, _Key.Key_Down)
    assert view.tree.hasFocus()
    view.filter_action.trigger()
    assert field.hasFocus()


def test_what_is_found_is_seen_and_said(
    view: TableView, qtbot: QtBot, new_content: MakeContent
) -> None:
    tree, field = view.tree, view.findChild(QLineEdit, "table_filter")
    said = view.findChild(QLabel, "table_filter_said")
    assert said.isHidden()
    qtbot.keyClicks(field, "project 3")
    count = len(names(tree))
    assert said.text() == f"{count} found. The total is that of all 6 people."
    assert all(tree.isExpanded(tree.table_model.index(at, 0)) for at in range(count))
    tree.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 1 + 2 * count
    field.setText("nowhere")
    assert said.text() == (
        "Nothing found for “nowhere”. The total is that of all 6 people."
    )
    field.clear()
    assert said.isHidden()
    assert not any(tree.isExpanded(tree.table_model.index(at, 0)) for at in range(6))
    field.setText("project 3")
    view.show_state(new_content(seed=2).table, LIGHT)
    assert said.text().startswith(f"{len(names(tree))} found.")


def test_what_is_open_and_chosen_stays_when_the_numbers_change(
    view: TableView, new_content: MakeContent
) -> None:
    tree, model = view.tree, view.tree.table_model
    tree.expand(model.index(1, 0))
    tree.expand(model.index(2, 0))
    tree.collapse(model.index(2, 0))
    tree.setCurrentIndex(model.index(3, 0))
    mark = model.mark_at(tree.currentIndex())
    content = new_content(seed=7)
    view.show_state(content.table, LIGHT)
    model.sort(1, Qt.SortOrder.DescendingOrder)
    opened = [row for row in range(6) if tree.isExpanded(model.index(row, 0))]
    assert [model.mark_at(model.index(row, 0)) for row in opened] == [
        content.matrix.rows[1].mark
    ]
    assert model.mark_at(tree.currentIndex()) == mark
    # A focus that leaves the row out, and comes off again, closes nothing.
    other = frozenset({content.matrix.rows[0].mark})
    view.show_state(new_content(selected=ChartSelection(other)).table, LIGHT)
    assert model.rowCount() == 1
    view.show_state(content.table, LIGHT)
    assert tree.isExpanded(model.index(opened[0], 0))


def test_the_same_table_is_not_built_again(
    view: TableView, new_content: MakeContent, qtbot: QtBot
) -> None:
    table, model = new_content().table, view.tree.table_model
    view.show_state(table, LIGHT)
    with qtbot.assertNotEmitted(model.dataChanged):
        view.show_state(table, LIGHT)
    with qtbot.waitSignal(model.dataChanged, timeout=1000):
        view.show_state(table, DARK)


def test_the_arrow_and_arrow_keys_fold_a_row(view: TableView, qtbot: QtBot) -> None:
    tree, model = view.tree, view.tree.table_model
    first = model.index(0, 0)
    place = tree.visualRect(first)
    arrow = QPoint(14, place.center().y())
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=arrow)
    assert tree.isExpanded(first)
    qtbot.keyClick(tree, _Key.Key_Left)
    assert not tree.isExpanded(first)
    qtbot.mouseClick(
        tree.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(100, place.center().y()),
    )
    assert not tree.isExpanded(first)


def test_return_and_a_double_click_open_what_is_behind_a_row_or_a_part(
    view: TableView, new_content: MakeContent, qtbot: QtBot
) -> None:
    tree, model = view.tree, view.tree.table_model
    content = new_content()
    first = model.index(0, 0)
    mark = model.mark_at(first)
    tree.setCurrentIndex(first)
    with qtbot.waitSignal(tree.opened, timeout=1000) as told:
        qtbot.keyClick(tree, _Key.Key_Return)
    assert told.args == [mark, None]
    assert not tree.isExpanded(first)
    qtbot.keyClick(tree, _Key.Key_Right)
    part = model.index(0, 0, first)
    name = model.data(part, Qt.ItemDataRole.DisplayRole)
    marks = {one.name: one.mark for one in content.matrix.columns}
    with qtbot.waitSignal(tree.opened, timeout=1000) as told:
        for click in (qtbot.mouseClick, qtbot.mouseDClick):
            place = tree.visualRect(part).center()
            click(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [mark, marks[name]]
    tree.setCurrentIndex(QModelIndex())
    with qtbot.assertNotEmitted(tree.opened):
        qtbot.keyClick(tree, _Key.Key_Return)


def test_ctrl_c_copies_all_or_what_is_chosen(view: TableView, qtbot: QtBot) -> None:
    tree, clipboard = view.tree, QGuiApplication.clipboard()
    ctrl = Qt.KeyboardModifier.ControlModifier
    with qtbot.waitSignal(tree.copied, timeout=1000) as told:
        qtbot.keyClick(tree, _Key.Key_C, ctrl)
    assert told.args == [6]
    lines = clipboard.text().splitlines()
    assert lines[0] == "Person\tTime\tShare"
    assert lines[1].startswith("'=Equals & Sons\t")
    assert len(lines) == 7
    tree.expand(tree.table_model.index(0, 0))
    parts = tree.table_model.rowCount(tree.table_model.index(0, 0))
    tree.copy()
    assert len(clipboard.text().splitlines()) == 7 + parts
    assert clipboard.text().startswith("Person\tProject\tTime\tShare\n")
    tree.collapseAll()
    select = tree.selectionModel().SelectionFlag
    for row in (3, 1):
        tree.selectionModel().select(
            tree.table_model.index(row, 0), select.Select | select.Rows
        )
    tree.copy()
    copied = [line.split("\t")[0] for line in clipboard.text().splitlines()]
    assert copied == ["Person", names(tree)[1], names(tree)[3]]


def test_it_paints_in_both_themes(view: TableView, new_content: MakeContent) -> None:
    view.tree.expand(view.tree.table_model.index(0, 0))
    light = view.tree.grab().toImage()
    view.tree.setCurrentIndex(view.tree.table_model.index(2, 0))
    view.tree.setFocus()
    assert view.tree.grab().toImage() != light
    view.tree.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert view.tree.grab().toImage() != light
    view.show_state(new_content(2, 2).table, DARK)
    assert not view.tree.grab().isNull()
