from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from clockify_desktop.charts.theme import LIGHT
from clockify_desktop.pages.registry import PAGES
from clockify_desktop.ui.report.table_menu import TableMenu
from clockify_desktop.ui.report.table_view import TableView

Reason = QContextMenuEvent.Reason


@pytest.fixture
def view(home: QWidget, new_content: Callable[..., object]) -> TableView:
    view = TableView(PAGES[0].title, LIGHT, home)
    view.resize(400, 500)
    view.show_state(new_content().table, LIGHT)
    home.show()
    return view


def menu_at(view: TableView, place: QPoint, reason: Reason) -> TableMenu:
    tree = view.tree
    event = QContextMenuEvent(reason, place, tree.viewport().mapToGlobal(place))
    tree.contextMenuEvent(event)
    menu = tree.findChild(QMenu, "table_menu")
    assert isinstance(menu, TableMenu)
    return menu


def test_a_line_can_be_copied_looked_at_alone_and_opened(view: TableView) -> None:
    done: list[str] = []

    def offer(menu: TableMenu) -> None:
        menu.add_only(lambda: done.append(f"only {menu.mark}"))
        menu.add_web(lambda: done.append("web"))

    view.tree.menu_requested.connect(offer)
    model = view.tree.table_model
    place = view.tree.visualRect(model.index(1, 0)).center()
    menu = menu_at(view, place, Reason.Mouse)
    words = {one.objectName(): one.text() for one in menu.actions() if one.text()}
    assert list(words) == [
        "action_copy_lines",
        "action_copy_with_heads",
        "action_only_this",
        "action_open_in_clockify",
    ]
    assert words["action_only_this"] == f"Only {model.index(1, 0).data()}"
    for action in menu.actions():
        if action.objectName() != "action_copy_lines":
            action.trigger()
    assert done == [f"only {model.mark_at(model.index(1, 0))}", "web"]
    assert QGuiApplication.clipboard().text().startswith("Person\tTime\tShare\n")
    menu.actions()[0].trigger()
    assert QGuiApplication.clipboard().text().count("\n") == 6
    assert "Person" not in QGuiApplication.clipboard().text()
    menu.close()


def test_the_keyboard_means_the_current_line_and_elsewhere_there_is_none(
    view: TableView,
) -> None:
    tree = view.tree
    tree.setCurrentIndex(tree.table_model.index(2, 0))
    menu = menu_at(view, QPoint(0, 0), Reason.Keyboard)
    assert menu.mark == tree.table_model.mark_at(tree.currentIndex())
    menu.close()
    beside = TableView(PAGES[0].title, LIGHT, view.parentWidget())
    menu = menu_at(beside, QPoint(5, 300), Reason.Mouse)
    assert menu.mark is None
    menu.close()
