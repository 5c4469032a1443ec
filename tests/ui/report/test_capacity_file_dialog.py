from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from clockify_desktop.domain.capacity import ASSUMED, CapacitySource
from clockify_desktop.domain.review_records import SetCapacity
from clockify_desktop.services.capacity_csv import LineFault
from clockify_desktop.services.capacity_matching import CapacityChange, CapacityChanges
from clockify_desktop.ui.report.capacity_file_dialog import CapacityFileDialog
from tests.pages.plan_of_people import hours, person

ANN, BOB = person("Ann"), person("Bob <b>")
MONDAY, LATER = date(2026, 11, 16), date(2026, 12, 1)
SET = hours(*range(4), source=CapacitySource.BY_HAND, since=MONDAY)
OF_ANN = CapacityChange(
    (2, 3), ANN, SetCapacity(ANN.id, MONDAY, SET.seconds), hours(*range(5))
)
LATER_OF_ANN = CapacityChange(
    (7,), ANN, SetCapacity(ANN.id, LATER, ASSUMED.seconds), ASSUMED
)
OF_BOB = CapacityChange((4,), BOB, SetCapacity(BOB.id, LATER, SET.seconds), SET)
MIXED = CapacityChanges(
    (OF_ANN, LATER_OF_ANN),
    (OF_BOB,),
    ((6, "zoe@x.example", "Nobody here has this e-mail"),),
    (LineFault(5, "“acht” says no hours"),),
)


def opened(qtbot: QtBot, changes: CapacityChanges) -> tuple[Any, list[Any]]:
    dialog = CapacityFileDialog()
    qtbot.addWidget(dialog)
    kept: list[Any] = []
    dialog.kept.connect(kept.extend)
    dialog.start("team.csv", changes)
    return dialog, kept


def lines(dialog: Any) -> list[tuple[str, ...]]:
    items = (
        dialog.lines.topLevelItem(at) for at in range(dialog.lines.topLevelItemCount())
    )
    return [tuple(item.text(at) for at in range(4)) for item in items]


def said(dialog: Any) -> str:
    return str(dialog.findChild(QLabel, "capacity_file_said").text())


def test_what_will_be_set_is_seen_line_by_line(qtbot: QtBot) -> None:
    dialog, kept = opened(qtbot, MIXED)
    assert dialog.windowTitle() == "Capacities from team.csv"
    assert said(dialog) == (
        "Capacities of 1 person will be set. Those of 1 person are so already."
        " Nobody is found by the e-mail of 1 line. 1 line cannot be read."
    )
    assert lines(dialog) == [
        ("5", "", "“acht” says no hours", ""),
        ("6", "zoe@x.example", "Nobody here has this e-mail", ""),
        (
            "2, 3",
            "Ann",
            "8 h, Mon–Thu, from 16 Nov 2026",
            "8 h, Mon–Fri: attendance report",
        ),
        ("7", "Ann", "8 h, Mon–Fri, from 1 Dec 2026", "8 h, Mon–Fri: assumed"),
        ("4", "Bob <b>", "is so already", "8 h, Mon–Thu: set here"),
    ]
    assert dialog.keep.text() == "Set 1 person"
    assert kept == []
    qtbot.keyClick(dialog.lines, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert kept == [OF_ANN.record, LATER_OF_ANN.record]


def test_escape_sets_nothing(qtbot: QtBot) -> None:
    dialog, kept = opened(qtbot, MIXED)
    qtbot.keyClick(dialog.keep, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert kept == []


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (CapacityChanges(), "There are no lines below the names of the columns."),
        (CapacityChanges((), (OF_BOB,)), "Those of 1 person are so already."),
        (
            CapacityChanges(faults=(LineFault(2, "x"), LineFault(3, "y"))),
            "2 lines cannot be read.",
        ),
    ],
)
def test_a_file_may_change_nothing(
    qtbot: QtBot, changes: CapacityChanges, words: str
) -> None:
    dialog, _ = opened(qtbot, changes)
    assert said(dialog) == words
    assert dialog.keep.text() == "Nothing to set"
    assert not dialog.keep.isEnabled()


def test_a_file_of_something_else_is_not_listed_to_its_end(qtbot: QtBot) -> None:
    faults = tuple(LineFault(at, "no day") for at in range(800))
    dialog, _ = opened(qtbot, CapacityChanges(faults=faults))
    found = lines(dialog)
    assert len(found) == 501
    assert found[-1] == ("", "and 300 more", "", "")
