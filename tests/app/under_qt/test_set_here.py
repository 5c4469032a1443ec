from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from clockify_desktop.app.review_wiring import ReviewWiring
from clockify_desktop.app.row_action_wiring import RowActionWiring
from clockify_desktop.app.set_here import SetHere
from clockify_desktop.domain.review_records import DayOff
from clockify_desktop.pages.capacity_actions import CAPACITY_FILES
from clockify_desktop.pages.chart_selection import NO_SELECTION, ChartSelection
from clockify_desktop.pages.page import RowAction
from clockify_desktop.ui.labels import link_button
from clockify_desktop.ui.main_window import MainWindow

DAY = date(2026, 11, 16)
OFF = DayOff(None, DAY, DAY)
ANN = NO_SELECTION.clicked("one:ann", None, add=False)
CELL = NO_SELECTION.clicked("one:ann", "one:mon", add=False)
FILES = [one.words for one in CAPACITY_FILES]


class Model(QObject):
    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.state = SimpleNamespace(content=None, question=None)

    def show(self, selected: ChartSelection, entries: Any = ()) -> None:
        content = SimpleNamespace(
            view=SimpleNamespace(selected=selected),
            set_actions=entries,
            row_actions=lambda *marks: (RowAction(" ".join(map(str, marks)), OFF),),
        )
        self.state = SimpleNamespace(content=content, question=None)
        self.changed.emit(self.state)


class Stage:
    def __init__(self, qtbot: QtBot) -> None:
        self.window, self.model = MainWindow(), Model()
        qtbot.addWidget(self.window)
        self.window.enable_reports(enabled=True)
        self.link = link_button("Set", "set_here", self.window)
        self.done: list[str] = []
        model: Any = self.model
        review = ReviewWiring(model, self.window)
        rows = RowActionWiring(model, review, self.window, self.window)
        self.here = SetHere(self.window, model, rows, self.link, self.done.append)

    @property
    def words(self) -> list[str]:
        return [one.text() for one in self.here.menu.actions()]

    @property
    def offered(self) -> bool:
        shown = self.here.menu.menuAction().isVisible()
        assert self.link.isVisibleTo(self.window) is shown
        return shown


@pytest.mark.parametrize(
    ("selected", "words"),
    [
        (NO_SELECTION, []),
        (ANN, ["one:ann None"]),
        (CELL, ["one:ann one:mon"]),
        (ANN.clicked("one:bob", None, add=True), []),
        (CELL.clicked("one:bob", "one:mon", add=True), []),
        (NO_SELECTION.clicked(None, "one:mon", add=False), []),
    ],
)
def test_the_one_row_or_cell_that_is_chosen_is_said_things_of(
    qtbot: QtBot, selected: ChartSelection, words: list[str]
) -> None:
    stage = Stage(qtbot)
    assert not stage.here.menu.menuAction().isVisible()
    stage.model.show(selected)
    assert stage.words == words
    assert stage.offered is bool(words)
    stage.model.changed.emit(SimpleNamespace(content=None))
    assert not stage.offered


def test_what_a_page_offers_stands_below_with_keys(qtbot: QtBot) -> None:
    stage = Stage(qtbot)
    stage.model.show(ANN, CAPACITY_FILES)
    row, read, save = stage.here.menu.actions()
    assert [read.text(), save.text()] == FILES
    keys = [one.shortcut().toString() for one in (row, read, save)]
    assert keys == ["Alt+Y, 1", "Alt+Y, 2", "Alt+Y, 3"]
    read.trigger()
    save.trigger()
    assert stage.done == ["read_capacities", "save_capacities"]
    # It follows the page.
    stage.model.show(ANN, CAPACITY_FILES[:1])
    assert stage.words == ["one:ann None", FILES[0]]
    stage.link.click()
    assert stage.here.menu.isVisible()
    stage.here.menu.close()


def test_nothing_is_set_where_the_page_to_sign_in_covers_it(qtbot: QtBot) -> None:
    stage = Stage(qtbot)
    stage.window.enable_reports(enabled=False)
    stage.model.show(NO_SELECTION, CAPACITY_FILES)
    assert not stage.here.menu.menuAction().isEnabled()
    stage.window.enable_reports(enabled=True)
    assert stage.here.menu.menuAction().isEnabled()
