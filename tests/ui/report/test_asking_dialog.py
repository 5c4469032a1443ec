"""The dialogs that keep what they ask here, worked by keys."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.domain.capacity import (
    ASSUMED,
    CapacitySource,
    WorkingHours,
    working_hours,
)
from clockify_desktop.domain.identity import ProjectId, UserId
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.review_records import (
    DayOff,
    ProjectDates,
    ReviewRecord,
    SetCapacity,
)
from clockify_desktop.pages.asked import (
    CapacityAsked,
    DaysOffAsked,
    ProjectDatesAsked,
    Told,
    days_off_told,
)
from clockify_desktop.ui.report.asking_dialog import AskingDialog
from clockify_desktop.ui.report.capacity_dialog import CapacityDialog
from clockify_desktop.ui.report.days_off_dialog import DaysOffDialog
from clockify_desktop.ui.report.optional_day import OptionalDay
from clockify_desktop.ui.report.project_dates_dialog import ProjectDatesDialog

ANN, BOB, WEB = UserId("ann"), UserId("bob"), ProjectId("web")
MONDAY, SUNDAY = date(2026, 11, 16), date(2026, 11, 22)
WEEK = Period(MONDAY, SUNDAY)
ENTER, ESCAPE, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space
HOUR = 3600


def opened(qtbot: QtBot, dialog: Any, asked: Any) -> list[ReviewRecord]:
    """Open a dialog, and write down what it keeps."""
    qtbot.addWidget(dialog)
    kept: list[ReviewRecord] = []
    dialog.kept.connect(kept.extend)
    dialog.start(asked)
    return kept


def hint(dialog: AskingDialog, name: str) -> str:
    label = dialog.findChild(QLabel, f"hint_{name}")
    field = dialog.findChild(QWidget, name)
    assert field.accessibleDescription() == label.text()
    return str(label.text())


def of_ann(hours: WorkingHours = ASSUMED, *told: Told) -> CapacityAsked:
    return CapacityAsked((ANN,), "Ann", MONDAY, hours, 0, told)


def test_a_capacity_is_set_by_keys(qtbot: QtBot) -> None:
    dialog = CapacityDialog()
    kept = opened(qtbot, dialog, of_ann())
    assert dialog.windowTitle() == "Capacity of Ann"
    qtbot.keyClicks(dialog.hours, "7,5")
    for place in (3, 4, 5):
        qtbot.keyClick(dialog.days[place], SPACE)
    qtbot.keyClick(dialog.valid_from, ENTER)
    assert not dialog.isVisible()
    half = 15 * HOUR // 2
    assert kept == [SetCapacity(ANN, MONDAY, (half, half, half, 0, 0, half, 0))]
    assert [one.accessibleName() for one in dialog.days][:2] == ["Monday", "Tuesday"]
    assert dialog.hours.accessibleName() == "Hours a day"
    assert dialog.valid_from.accessibleName() == "Valid from"


def test_escape_keeps_nothing(qtbot: QtBot) -> None:
    dialog = CapacityDialog()
    kept = opened(qtbot, dialog, of_ann())
    qtbot.keyClick(dialog.hours, ESCAPE)
    assert not dialog.isVisible()
    assert kept == []


def test_a_team_is_set_all_at_once(qtbot: QtBot) -> None:
    dialog = CapacityDialog()
    asked = CapacityAsked((ANN, BOB), "2 people of Design", MONDAY, ASSUMED, 6)
    kept = opened(qtbot, dialog, asked)
    dialog.valid_from.setDate(QDate(2026, 10, 5))
    qtbot.keyClick(dialog.hours, ENTER)
    usual = ASSUMED.seconds
    from_october = date(2026, 10, 5)
    assert kept == [SetCapacity(one, from_october, usual) for one in (ANN, BOB)]


def test_hours_that_differ_begin_with_the_most_frequent(qtbot: QtBot) -> None:
    dialog = CapacityDialog()
    by_hand = CapacitySource.BY_HAND
    fridays = WorkingHours((8 * HOUR,) * 4 + (4 * HOUR, 0, 0), by_hand, MONDAY)
    opened(qtbot, dialog, of_ann(fridays))
    said = dialog.findChild(QLabel, "held_hours").text()
    assert said == "Up to now 8 h, Mon–Thu; 4 h, Fri, from 16 Nov: set here."
    assert dialog.hours.text() == "8"
    assert [box.isChecked() for box in dialog.days] == [True] * 5 + [False] * 2
    dialog.close()
    opened(qtbot, dialog, of_ann(working_hours(0, frozenset(), by_hand)))
    assert dialog.hours.text() == "0"


def test_bad_input_says_what_to_do_at_its_field(qtbot: QtBot) -> None:
    dialog = CapacityDialog()
    kept = opened(qtbot, dialog, of_ann())
    before = hint(dialog, "hours_a_day")
    dialog.hours.setText("eight")
    qtbot.keyClick(dialog.hours, ENTER)
    assert dialog.isVisible()
    assert hint(dialog, "hours_a_day").startswith("“eight” says no hours. Write")
    assert dialog.focusWidget() is dialog.hours
    dialog.hours.setText("8")
    for box in dialog.days:
        box.setChecked(False)
    dialog.keep.click()
    assert hint(dialog, "hours_a_day") == before
    assert "Tick the days" in hint(dialog, "working_days")
    assert dialog.focusWidget() is dialog.days[0]
    assert kept == []
    # Nothing is expected on any day, whichever are ticked.
    dialog.hours.setText("0")
    dialog.keep.click()
    assert kept == [SetCapacity(ANN, MONDAY, (0,) * 7)]


def test_what_was_said_before_is_taken_back_line_by_line(qtbot: QtBot) -> None:
    dialog = CapacityDialog()
    told = [
        Told(f"8 h <b>{at}", SetCapacity(ANN, MONDAY, (at,) * 7)) for at in range(9)
    ]
    forgotten: list[ReviewRecord] = []
    dialog.forgotten.connect(forgotten.append)
    opened(qtbot, dialog, of_ann(ASSUMED, *told))
    low = dialog.height()
    button = dialog.findChild(QPushButton, "remove_1")
    assert button.accessibleName() == "Remove: 8 h <b>1"
    qtbot.keyClick(button, SPACE)
    assert forgotten == [told[1].record]
    assert dialog.isVisible()
    dialog.show_told((told[0],))
    assert dialog.height() < low
    dialog.show_told(())
    assert "Set so far" not in [
        one.text() for one in dialog.findChildren(QLabel) if one.isVisible()
    ]


def test_days_off_have_an_end_or_last_until_they_are_taken_back(qtbot: QtBot) -> None:
    dialog = DaysOffDialog()
    said = (DayOff(ANN, MONDAY, MONDAY, "dentist"),)
    asked = DaysOffAsked(ANN, "Ann", WEEK, 0, days_off_told(said, ANN))
    kept = opened(qtbot, dialog, asked)
    assert dialog.windowTitle() == "Days on which Ann is not expected"
    qtbot.keyClicks(dialog.reason, " training ")
    qtbot.keyClick(dialog.reason, ENTER)
    assert kept.pop() == DayOff(ANN, MONDAY, SUNDAY, "training")
    dialog.start(asked)
    dialog.last.field.setDate(QDate(2026, 11, 15))
    dialog.keep.click()
    assert "before the first" in hint(dialog, "last_day_off")
    assert kept == []
    dialog.last.box.click()
    dialog.keep.click()
    # The reason is that of other days.
    assert kept == [DayOff(ANN, MONDAY, None, "")]


def project(dates: ProjectDates | None) -> ProjectDatesAsked:
    return ProjectDatesAsked(WEB, "Web", MONDAY, dates, 0)


def test_a_project_has_a_start_an_end_or_both(qtbot: QtBot) -> None:
    dialog = ProjectDatesDialog()
    kept = opened(qtbot, dialog, project(None))
    assert dialog.windowTitle() == "Start and end of Web"
    qtbot.keyClick(dialog.first.field, ENTER)
    assert kept.pop() == ProjectDates(WEB, MONDAY, MONDAY)
    dialog.start(project(ProjectDates(WEB, None, SUNDAY)))
    assert not dialog.first.field.isEnabled()
    dialog.keep.click()
    assert kept.pop() == ProjectDates(WEB, None, SUNDAY)
    dialog.start(project(ProjectDates(WEB, None, SUNDAY)))
    dialog.last.box.click()
    dialog.keep.click()
    assert "Tick the start" in hint(dialog, "project_start")
    dialog.first.box.click()
    dialog.last.box.click()
    dialog.last.field.setDate(QDate(2026, 11, 1))
    dialog.keep.click()
    assert "before the start" in hint(dialog, "project_end")
    assert kept == []


@pytest.mark.parametrize("day", [None, SUNDAY])
def test_a_day_that_may_be_left_out_counts_while_its_box_is_ticked(
    qtbot: QtBot, day: date | None
) -> None:
    home = QWidget()
    qtbot.addWidget(home)
    field = OptionalDay("end", "Last day", home)
    field.show_day(day, MONDAY, 0)
    assert field.day == day
    assert field.field.day == (day or MONDAY)
    field.box.click()
    assert field.day == (MONDAY if day is None else None)
