from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from clockify_desktop.domain.errors import FileRefusedError
from clockify_desktop.export.csv_file import FileFormat
from clockify_desktop.export.file_layout import FileLayout
from clockify_desktop.ui.choice_words import LAYOUTS
from clockify_desktop.ui.export_dialog import ExportDialog
from clockify_desktop.ui.look.segments import Segments
from clockify_desktop.ui.preview_view import PreviewModel
from clockify_desktop.ui.save_as import RecentFolder
from clockify_desktop.viewmodels.export_state import ExportState, SavePhase

NAME = "Acme_2026-W47_people-by-project.csv"
STATE = ExportState(
    title="People by project",
    about="Acme · 16–22 Nov 2026 · week 47 · Europe/Berlin",
    file_name=NAME,
    columns=("user", "user_id", "duration_seconds"),
    preview_rows=(("'=Yves", "u1", "3600"), ("Amara", "u2", "60")),
    numbers=frozenset({2}),
    count=142,
    total="756:50",
)


@pytest.fixture(autouse=True)
def _no_qt_warnings(qtlog: Any) -> Iterator[None]:
    yield
    said = [one.message for one in qtlog.records]
    assert [one for one in said if "propagateSizeHints" not in one] == []


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> Iterator[ExportDialog]:
    home = QWidget()
    qtbot.addWidget(home)
    home.show()
    dialog = ExportDialog(home, RecentFolder(tmp_path))
    dialog.show_state(STATE)
    dialog.start()
    yield dialog
    dialog.close()


def button(dialog: QWidget, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def texts(dialog: QWidget) -> str:
    labels = [one for one in dialog.findChildren(QLabel) if one.isVisibleTo(dialog)]
    return "\n".join(one.text() for one in labels)


def question(dialog: QWidget) -> QFileDialog:
    found = dialog.findChild(QFileDialog, "save_as")
    assert isinstance(found, QFileDialog)
    return found


def test_it_shows_what_the_file_will_hold(dialog: ExportDialog) -> None:
    said = texts(dialog)
    for words in (
        STATE.title,
        STATE.about,
        "The first 2 of 142 rows · 756:50 in all",
        "CSV files: for which program?",
        "Text that looks like a formula gets a ' in front.",
    ):
        assert words in said
    table = dialog.findChild(QTableView, "first_rows")
    assert isinstance(table, QTableView)
    model = table.model()
    assert (model.rowCount(), model.columnCount()) == (2, 3)
    assert model.index(0, 0).data() == "'=Yves"
    assert model.headerData(2, Qt.Orientation.Horizontal) == "duration_seconds"
    side = model.index(0, 2).data(Qt.ItemDataRole.TextAlignmentRole)
    assert Qt.AlignmentFlag(side) & Qt.AlignmentFlag.AlignRight
    assert all(table.columnWidth(place) > 30 for place in range(3))


def test_the_time_is_seen_without_scrolling(dialog: ExportDialog) -> None:
    columns = (
        *("user", "user_id", "user_email", "project", "project_id", "client"),
        *("client_id", "day", "duration_seconds", "duration_hours", "amount"),
    )
    ids = "5f2a" * 6
    row = (
        *("Bartholomäus Featherstonehaugh", ids, "bartholomaeus@acme.example"),
        *("Relaunch of the website", ids, "Northwind Traders", ids),
        *("2026-11-16", "143187", "39.7742", "3580.00"),
    )
    numbers = frozenset(range(8, 11))
    state = replace(STATE, columns=columns, preview_rows=(row,) * 8, numbers=numbers)
    dialog.show_state(state)
    table = dialog.findChild(QTableView, "first_rows")
    assert isinstance(table, QTableView)
    right = table.columnViewportPosition(9) + table.columnWidth(9)
    assert right <= table.viewport().width()
    day = table.fontMetrics().horizontalAdvance("2026-11-16")
    assert table.columnWidth(7) > day
    dialog.resize(1400, 600)
    QTest.qWait(0)
    assert table.columnWidth(1) > 60


@pytest.mark.parametrize(
    ("count", "rows", "words"),
    [
        (2, STATE.preview_rows, "All 2 rows · 756:50 in all"),
        (1, STATE.preview_rows[:1], "The only row · 756:50 in all"),
        (0, (), "No time and nobody: the file will hold the names of its columns"),
    ],
)
def test_how_many_rows_there_are(
    dialog: ExportDialog, count: int, rows: tuple[tuple[str, ...], ...], words: str
) -> None:
    dialog.show_state(replace(STATE, count=count, preview_rows=rows))
    assert words in texts(dialog)


def test_the_model_holds_to_its_contract(qtmodeltester: Any, qtbot: QtBot) -> None:
    home = QWidget()
    qtbot.addWidget(home)
    model = PreviewModel(home)
    model.show(STATE)
    qtmodeltester.check(model)
    assert (
        model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
    )
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.data(QModelIndex()) is None


def test_another_program_is_told(qtbot: QtBot, dialog: ExportDialog) -> None:
    programs = dialog.findChild(Segments, "file_format")
    assert isinstance(programs, Segments)
    assert programs.value is FileFormat.EXCEL
    plain = next(
        one
        for one in programs.findChildren(QPushButton)
        if one.text() == "Other programs (Plain CSV)"
    )
    with qtbot.waitSignal(dialog.file_format_chosen, timeout=1000) as told:
        plain.click()
    assert told.args == [FileFormat.PLAIN]
    dialog.show_state(replace(STATE, file_format=FileFormat.PLAIN))
    assert programs.value is FileFormat.PLAIN


def test_other_rows_are_told_and_waited_for(qtbot: QtBot, dialog: ExportDialog) -> None:
    layouts = dialog.findChild(Segments, "file_layout")
    assert isinstance(layouts, Segments)
    assert not layouts.isVisible()
    several = replace(STATE, layouts=tuple(FileLayout))
    dialog.show_state(several)
    assert layouts.isVisible()
    words = {one.text(): one for one in layouts.findChildren(QPushButton)}
    assert list(words) == list(LAYOUTS.values())
    with qtbot.waitSignal(dialog.layout_chosen, timeout=1000) as told:
        words["By client"].click()
    assert told.args == [FileLayout.BY_CLIENT]
    dialog.show_state(
        replace(several, layout=FileLayout.DAY_GRID, phase=SavePhase.ADDING_UP)
    )
    assert layouts.value is FileLayout.DAY_GRID
    assert "Adding up…" in texts(dialog)
    assert not button(dialog, "save_export").isEnabled()
    assert button(dialog, "close_export").text() == "Cancel"


def test_enter_asks_where_and_enter_again_saves(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path
) -> None:
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    asked = question(dialog)
    assert asked.isVisible()
    field = asked.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    assert field.text() == NAME
    with qtbot.waitSignal(dialog.path_chosen, timeout=1000) as told:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert told.args == [tmp_path / NAME]
    qtbot.waitUntil(lambda: dialog.findChild(QFileDialog) is None, timeout=1000)


def test_an_ending_is_added_and_the_folder_remembered(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    button(dialog, "save_export").click()
    asked = question(dialog)
    field = asked.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText(str(folder / "week"))
    with qtbot.waitSignal(dialog.path_chosen, timeout=1000) as told:
        asked.accept()
    assert told.args == [folder / "week.csv"]
    qtbot.waitUntil(lambda: dialog.findChild(QFileDialog) is None, timeout=1000)
    button(dialog, "save_export").click()
    assert question(dialog).directory().path() == str(folder)


def test_asking_twice_withdraws_the_first_question(
    qtbot: QtBot, dialog: ExportDialog
) -> None:
    button(dialog, "save_export").click()
    button(dialog, "save_export").click()
    qtbot.waitUntil(lambda: len(dialog.findChildren(QFileDialog)) == 1, timeout=1000)
    assert question(dialog).isVisible()


def test_nothing_is_saved_without_an_answer(qtbot: QtBot, dialog: ExportDialog) -> None:
    told: list[object] = []
    dialog.path_chosen.connect(told.append)
    button(dialog, "save_export").click()
    question(dialog).reject()
    qtbot.waitUntil(lambda: dialog.findChild(QFileDialog) is None, timeout=1000)
    assert told == []
    assert dialog.isVisible()


def test_while_it_saves_nothing_can_be_pressed_twice(dialog: ExportDialog) -> None:
    dialog.show_state(replace(STATE, phase=SavePhase.SAVING))
    save = button(dialog, "save_export")
    assert not save.isEnabled()
    assert save.accessibleName() == "Saving …"
    assert not dialog.findChild(Segments, "file_format").isEnabled()
    assert button(dialog, "close_export").text() == "Close"
    dialog.show_state(STATE)
    assert (save.isEnabled(), save.text()) == (True, "Save…")
    assert button(dialog, "close_export").text() == "Cancel"


def test_enter_ends_what_was_saved_and_tries_again_what_was_not(
    dialog: ExportDialog, tmp_path: Path
) -> None:
    refused = FileRefusedError("It could not be written", "Disk full.")
    dialog.show_state(replace(STATE, phase=SavePhase.SAVING))
    dialog.show_state(replace(STATE, phase=SavePhase.FAILED, error=refused))
    assert dialog.focusWidget() is button(dialog, "save_export")
    dialog.show_state(replace(STATE, phase=SavePhase.SAVING))
    dialog.show_state(replace(STATE, phase=SavePhase.SAVED, saved=tmp_path / NAME))
    assert dialog.focusWidget() is button(dialog, "close_export")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_what_was_saved_is_told_with_the_way_to_its_folder(
    dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    assert "Saved" not in texts(dialog)
    dialog.show_state(replace(STATE, phase=SavePhase.SAVED, saved=tmp_path / NAME))
    assert f"Saved {NAME}" in texts(dialog).replace("\N{ZERO WIDTH SPACE}", "")
    button(dialog, "show_in_folder").click()
    assert [one.toLocalFile() for one in opened] == [str(tmp_path)]
    dialog.show_state(STATE)
    assert "Saved" not in texts(dialog)
    assert not button(dialog, "show_in_folder").isVisible()


def test_a_refusal_stands_in_the_strip_and_offers_another_place(
    dialog: ExportDialog,
) -> None:
    dialog.resize(640, 100)
    refused = FileRefusedError(f"/home/mia/{NAME} could not be written", "Disk full.")
    dialog.show_state(replace(STATE, phase=SavePhase.FAILED, error=refused))
    said = texts(dialog)
    assert "could not be written" in said
    assert "An earlier file there is still whole." in said
    QTest.qWait(0)
    table = dialog.findChild(QTableView, "first_rows")
    assert isinstance(table, QTableView)
    assert table.height() >= table.sizeHint().height()
    again = button(dialog, "retry")
    assert again.text() == "Choose another place"
    again.click()
    assert question(dialog).isVisible()


def test_escape_closes(dialog: ExportDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_every_control_has_a_name_and_is_reached_with_tab(
    dialog: ExportDialog,
) -> None:
    saved = replace(STATE, phase=SavePhase.SAVED, saved=Path("/home/mia") / NAME)
    dialog.show_state(saved)
    controls = [
        *dialog.findChildren(QAbstractButton),
        *dialog.findChildren(QTableView),
    ]
    shown = [one for one in controls if one.isVisible() and one.isEnabled()]
    assert [one.objectName() for one in shown if not one.accessibleName()] == []
    seen: list[QWidget] = []
    for _ in range(12):
        seen.append(dialog.focusWidget())
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    order = [one.objectName() or one.accessibleName() for one in seen]
    start = order.index("first_rows")
    assert order[start : start + 5] == [
        "first_rows",
        "CSV files: for which program?: Spreadsheet (Excel, LibreOffice)",
        "show_in_folder",
        "close_export",
        "save_export",
    ]
