from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.domain.day_counting import (
    AS_CLOCKIFY,
    DayCounting,
    DaysIn,
    Midnight,
    Rounding,
    RoundingMode,
)
from clockify_desktop.ui.report.day_menu import DayMenu


def entry(menu: DayMenu, key: str, words: str) -> QAction:
    inner = menu.findChild(QMenu, f"menu_{key}")
    assert inner is not None
    return next(one for one in inner.actions() if one.text() == words)


def chosen(menu: DayMenu) -> list[str]:
    return [
        one.text()
        for inner in menu.findChildren(QMenu)
        for one in inner.actions()
        if one.isChecked()
    ]


def test_each_choice_is_told_and_shown_when_it_holds(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    menu = DayMenu(parent)
    told: list[DayCounting] = []
    menu.counting_chosen.connect(told.append)
    as_clockify = chosen(menu)
    assert len(as_clockify) == 3
    entry(menu, "days_in", "Each person's own time zone").trigger()
    # It holds when the report is asked for so.
    assert chosen(menu) == as_clockify
    entry(menu, "midnight", "Split at midnight").trigger()
    entry(menu, "rounding", "Up to 15 min").trigger()
    up = Rounding(RoundingMode.UP, 15)
    assert told == [
        DayCounting(DaysIn.OWN),
        DayCounting(midnight=Midnight.SPLIT),
        DayCounting(rounding=up),
    ]
    menu.show_counting(DayCounting(DaysIn.OWN, Midnight.SPLIT, up))
    assert chosen(menu) == [
        "Each person's own time zone",
        "Split at midnight",
        "Up to 15 min",
    ]
    entry(menu, "rounding", "To the second, as Clockify").trigger()
    assert told[-1] == DayCounting(DaysIn.OWN, Midnight.SPLIT)


def test_a_rounding_of_other_minutes_is_shown(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    menu = DayMenu(parent)
    menu.show_counting(DayCounting(rounding=Rounding(RoundingMode.DOWN, 7)))
    assert "Down to 7 min" in chosen(menu)


def test_another_zone_of_the_report_is_chosen_elsewhere(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    menu = DayMenu(parent)
    with qtbot.waitSignal(menu.zone_wanted):
        entry(menu, "days_in", "Another time zone…").trigger()
    assert menu._counting == AS_CLOCKIFY
    assert "The report's time zone" in chosen(menu)
