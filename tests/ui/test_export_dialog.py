from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QModelIndex,
    QPoint,
    Qt,
    QUrl,
)
from PySide6.QtGui import QColor, QDesktopServices, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from clockify_desktop.domain.errors import FileRefusedError, UsageError
from clockify_desktop.export.file_choice import (
    DecimalSign,
    FileChoice,
    FileProgram,
    PaperSize,
    PeopleAs,
    PictureKind,
)
from clockify_desktop.export.file_layout import FileLayout
from clockify_desktop.ui.export_dialog import ExportDialog
from clockify_desktop.ui.preview_view import PreviewModel, PreviewView
from clockify_desktop.ui.report.choice_menu import ChoiceMenu
from clockify_desktop.ui.save_as import RecentFolder
from clockify_desktop.ui.saving.columns_menu import ColumnsButton
from clockify_desktop.ui.saving.rows_choice import RowsChoice
from clockify_desktop.ui.saving.signs_choice import PaperChoice
from clockify_desktop.viewmodels.export_state import ExportState, SavePhase

NAME = "Acme_2026-W47_people-by-project.csv"
OFFERED = (
    (FileLayout.SHOWN, "person and project"),
    (FileLayout.BY_DAY, "person, project and day"),
    (FileLayout.PROJECT_GRID, "people × projects"),
    (FileLayout.DAY_GRID, "people × days"),
    (FileLayout.ENTRIES, "entry"),
)
STATE = ExportState(
    about="Where time went · Acme · 16–22 Nov 2026 · week 47 · Europe/Berlin",
    file_name=NAME,
    offered=OFFERED,
    excel="; between, decimal comma",
    columns=("user", "user_id", "duration_seconds"),
    every_column=("user", "user_id", "project", "duration_seconds"),
    all_columns=6,
    preview_rows=(("'=Yves", "u1", "3600"), ("Amara", "u2", "60")),
    numbers=frozenset({2}),
    count=142,
    total="756:50",
    personal="Contains personal data: names and e-mail of 16 people",
    made=True,
)
IN_ALL = "Durations in whole seconds, hours and h:mm:ss. Text"
# What the platform without a screen lacks.
OFFSCREEN = "This plugin does not support"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _no_qt_warnings(qtlog: Any) -> Iterator[None]:
    yield
    said = [one.message for one in qtlog.records]
    assert [one for one in said if not one.startswith(OFFSCREEN)] == []


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
    dialog.resize(1060, 740)
    dialog.show_state(state)
    QTest.qWait(0)
    table = dialog.findChild(QTableView, "first_rows")
    assert isinstance(table, QTableView)
    right = table.columnViewportPosition(9) + table.columnWidth(9)
    assert right <= table.viewport().width()
    day = table.fontMetrics().horizontalAdvance("2026-11-16")
    assert table.columnWidth(7) > day
    dialog.resize(1400, 600)
    QTest.qWait(0)
    assert table.columnWidth(1) > 45


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


def chosen(program: FileProgram, **others: Any) -> ExportState:
    return replace(STATE, choice=FileChoice(program), **others)


def found(dialog: QWidget, words: str) -> QPushButton:
    """Find a button in sight by its accessible name."""
    (one,) = (
        one
        for one in dialog.findChildren(QPushButton)
        if one.accessibleName() == words and one.isVisible()
    )
    return one


def field(dialog: QWidget, name: str = "file_name") -> QLineEdit:
    one = dialog.findChild(QLineEdit, name)
    assert isinstance(one, QLineEdit)
    return one


def test_it_shows_what_the_file_will_hold(dialog: ExportDialog) -> None:
    said = texts(dialog)
    for words in (
        STATE.about,
        "2 of 142 rows, 3 of 6 columns; Other is never written · 756:50 in all",
        "For which program?",
        "; between, decimal comma",
        "Durations in whole seconds. Text",
        "Text that looks like a formula gets a ' in front.",
        STATE.personal,
    ):
        assert words in said
    assert button(dialog, "save_export").text() == "Save 756:50 as CSV"
    table = dialog.findChild(QTableView, "first_rows")
    assert isinstance(table, QTableView)
    model = table.model()
    assert (model.rowCount(), model.columnCount()) == (2, 3)
    assert model.index(0, 0).data() == "'=Yves"
    assert model.headerData(2, Qt.Orientation.Horizontal) == "duration_seconds"
    side = model.index(0, 2).data(Qt.ItemDataRole.TextAlignmentRole)
    assert Qt.AlignmentFlag(side) & Qt.AlignmentFlag.AlignRight
    assert all(table.columnWidth(place) > 30 for place in range(3))


@pytest.mark.parametrize(
    ("count", "rows", "words"),
    [
        (2, STATE.preview_rows, "All 2 rows, 3 of 6 columns"),
        (1, STATE.preview_rows[:1], "The only row, 3 of 6 columns"),
        (0, (), "No time and nobody: the file will hold the names of its columns"),
    ],
)
def test_how_many_rows_there_are(
    dialog: ExportDialog, count: int, rows: tuple[tuple[str, ...], ...], words: str
) -> None:
    dialog.show_state(replace(STATE, count=count, preview_rows=rows, total=""))
    assert words in texts(dialog)
    assert button(dialog, "save_export").text() == "Save as CSV"


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        (("duration_seconds", "duration_hours", "duration_hms"), IN_ALL),
        (("now_hours",), "\nText that looks like a formula"),
    ],
)
def test_durations_are_told_of_where_there_are_some(
    dialog: ExportDialog, columns: tuple[str, ...], words: str
) -> None:
    dialog.show_state(replace(STATE, columns=columns, preview_rows=()))
    assert words in texts(dialog)


def test_programs_are_chosen_by_mouse_arrows_and_number(dialog: ExportDialog) -> None:
    told: list[object] = []
    dialog.choice_changed.connect(told.append)
    found(dialog, "Plain CSV: , between, decimal point").click()
    excel = button(dialog, "program_excel")
    dialog.show_state(STATE)
    assert excel.isChecked()
    excel.setFocus()
    QTest.keyClick(excel, Qt.Key.Key_Down)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_4, CTRL)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_9, CTRL)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Down, CTRL)
    assert told == [
        {"program": FileProgram.PLAIN},
        {"program": FileProgram.PLAIN},
        {"program": FileProgram.SPREADSHEET},
    ]
    # Enter saves wherever the keyboard is.
    places: list[object] = []
    dialog.path_chosen.connect(places.append)
    excel.setFocus()
    QTest.keyClick(excel, Qt.Key.Key_Return)
    assert len(places) == 1


def test_rows_are_chosen_by_kind_then_by_what_groups_them(
    qtbot: QtBot, dialog: ExportDialog
) -> None:
    with qtbot.waitSignal(dialog.choice_changed, timeout=1000) as told:
        found(dialog, "Which rows?: As a grid").click()
    assert told.args == [{"layout": FileLayout.PROJECT_GRID}]
    with qtbot.waitSignal(dialog.choice_changed, timeout=1000) as told:
        found(dialog, "Which rows?: Every entry").click()
    assert told.args == [{"layout": FileLayout.ENTRIES}]
    grid = replace(STATE.choice, layout=FileLayout.DAY_GRID)
    dialog.show_state(replace(STATE, choice=grid, every_column=()))
    assert "Durations in hours; empty where there is no time." in texts(dialog)
    levels = button(dialog, "file_levels")
    assert levels.accessibleName() == "Grouped by: people × days"
    assert not button(dialog, "file_columns").isVisible()
    levels.click()
    menu = levels.findChild(ChoiceMenu)
    assert isinstance(menu, ChoiceMenu)
    words = [one.text() for one in menu.actions()]
    assert words == ["people × projects", "people × days"]
    with qtbot.waitSignal(dialog.choice_changed, timeout=1000) as told:
        menu.actions()[0].trigger()
    menu.close()
    assert told.args == [{"layout": FileLayout.PROJECT_GRID}]
    few = replace(STATE, offered=(OFFERED[0], OFFERED[-1]))
    dialog.show_state(few)
    assert not levels.isVisible()
    with pytest.raises(ValueError, match="not enough"):
        found(dialog, "Which rows?: As a grid")


def test_several_columns_are_chosen_while_the_menu_stays(dialog: ExportDialog) -> None:
    told: list[object] = []
    dialog.column_chosen.connect(lambda name, written: told.append((name, written)))
    columns = dialog.findChild(ColumnsButton, "file_columns")
    assert isinstance(columns, ColumnsButton)
    assert columns.accessibleName() == "Columns 3 of 6"
    columns.click()
    menu = columns.menu_of_columns
    assert menu.isVisible()
    assert [one.isChecked() for one in menu.actions()] == [True, True, False, True]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Space)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    place = menu.actionGeometry(menu.actions()[2]).center()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    assert told == [("user", False), ("user_id", False), ("project", True)]
    assert menu.isVisible()
    QTest.mouseRelease(menu, Qt.MouseButton.LeftButton, pos=QPoint(-5, -5))
    assert len(told) == 3
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()
    assert dialog.isVisible()


def test_what_goes_in_and_who_people_are_called(
    qtbot: QtBot, dialog: ExportDialog
) -> None:
    boxes = {one.objectName(): one for one in dialog.findChildren(QCheckBox)}
    assert [boxes[f"with_{name}"].isChecked() for name in ("ids", "amounts")] == [
        *(True, False),
    ]
    with qtbot.waitSignal(dialog.choice_changed, timeout=1000) as told:
        boxes["with_amounts"].click()
    assert told.args == [{"amounts": True}]
    with qtbot.waitSignal(dialog.choice_changed, timeout=1000) as told:
        found(dialog, "Hide names: Initials").click()
    assert told.args == [{"people": PeopleAs.INITIALS}]
    dialog.show_state(replace(STATE, forced_names="Because.", described=False))
    assert "Because." in texts(dialog)
    assert not found(dialog, "Hide names: No").isEnabled()
    assert not boxes["with_descriptions"].isVisible()
    dialog.show_state(chosen(FileProgram.REVIEW))
    assert not boxes["with_amounts"].isVisible()
    assert boxes["with_descriptions"].isVisible()
    dialog.show_state(chosen(FileProgram.SPREADSHEET))
    assert boxes["with_amounts"].isVisible()


def test_a_narrow_look_at_a_file_is_scrolled_rather_than_cut_to_nothing(
    dialog: ExportDialog,
) -> None:
    names = ("user", "user_id", "project", "project_id", "duration_hours", "currency")
    row = ("Amara Okafor-Lindqvist", "5f1a" * 6, "Website relaunch 2027")
    rows = ((*row, "7c2b" * 6, "12.5000", "EUR"),) * 3
    look = dialog.findChild(PreviewView)
    table = dialog.findChild(QTableView, "first_rows")
    assert isinstance(table, QTableView)
    state = replace(STATE, columns=names, preview_rows=rows, numbers=frozenset({4}))
    dialog.show_state(state)

    def widths(width: int) -> dict[str, int]:
        look.resize(width, look.height())
        return {name: table.columnWidth(at) for at, name in enumerate(names)}

    def reach(told: dict[str, int]) -> int:
        return sum(told.values()) - told["currency"]

    whole = widths(2000)
    needed = reach(whole)
    # Ids give way first, and hours are in view.
    fitting = widths(needed - 10)
    assert reach(fitting) <= needed - 10
    assert fitting["user_id"] < whole["user_id"]
    assert fitting["user"] == whole["user"]
    tighter = widths(needed - 80)
    assert reach(tighter) <= needed - 80
    assert tighter["user"] < whole["user"]
    assert min(tighter["user"], tighter["project"]) >= 60
    assert min(tighter["user_id"], tighter["project_id"]) >= 44
    # Where hours have to be scrolled to all the same nothing is cut for them.
    assert widths(200) == whole
    assert table.horizontalScrollBar().maximum() > 0


def test_a_spreadsheet_shows_its_sheets(dialog: ExportDialog) -> None:
    sheets = (("Overview", "7", "page, question"), ("Trend", "40", "user"))
    dialog.show_state(
        chosen(
            FileProgram.SPREADSHEET,
            columns=("sheet", "rows", "columns"),
            preview_rows=sheets,
            count=2,
            file_name="week.xlsx",
            lacking=("No plan.",),
        )
    )
    said = texts(dialog)
    assert "2 sheets, behind one that says what was asked · 756:50 in all" in said
    assert "text stays text, whatever it says. No plan." in said
    assert button(dialog, "save_export").text() == "Save 756:50 as XLSX"
    assert not dialog.findChild(RowsChoice).isVisible()
    assert not dialog.findChild(PaperChoice).isVisible()
    assert dialog.findChild(PreviewView).isVisible()


def test_other_programs_have_signs_of_their_own(
    qtbot: QtBot, dialog: ExportDialog
) -> None:
    signs = button(dialog, "file_decimal_sign")
    assert not signs.isVisible()
    dialog.show_state(chosen(FileProgram.OTHER))
    assert signs.accessibleName() == "Decimal sign: comma"
    signs.click()
    menu = signs.findChild(ChoiceMenu)
    assert isinstance(menu, ChoiceMenu)
    with qtbot.waitSignal(dialog.choice_changed, timeout=1000) as told:
        menu.actions()[0].trigger()
    menu.close()
    assert told.args == [{"decimal_sign": DecimalSign.POINT}]
    guard = dialog.findChild(QCheckBox, "formula_guard")
    assert isinstance(guard, QCheckBox)
    with qtbot.waitSignal(dialog.choice_changed, timeout=1000) as told:
        guard.click()
    assert told.args == [{"guards": False}]
    off = replace(STATE.choice, program=FileProgram.OTHER, guards=False)
    dialog.show_state(replace(STATE, choice=off))
    assert "A spreadsheet runs text that looks like a formula." in texts(dialog)
    # Nothing can be fetched anew to mend it.
    clash = UsageError("The signs are the same", "Choose another one.")
    failed = replace(STATE, phase=SavePhase.FAILED, error=clash, made=False)
    dialog.show_state(failed)
    assert "The signs are the same." in texts(dialog)
    assert not button(dialog, "retry").isVisible()


def test_documents_are_looked_at_and_have_kind_and_paper(
    qtbot: QtBot, dialog: ExportDialog
) -> None:
    pixmap = QPixmap(600, 300)
    pixmap.fill(QColor("red"))
    png = tmp_png(pixmap)
    dialog.show_state(
        chosen(FileProgram.PICTURE, picture=png, file_name="week.png", offered=())
    )
    look = dialog.findChild(QWidget, "document_look")
    assert isinstance(look, QWidget)
    assert look.isVisible()
    (label,) = look.findChildren(QLabel)
    shape = label.pixmap().deviceIndependentSize()
    assert shape.width() == pytest.approx(2 * shape.height(), abs=2)
    table = dialog.findChild(QTableView, "first_rows")
    assert isinstance(table, QTableView)
    assert not table.isVisible()
    assert button(dialog, "save_export").text() == "Save 756:50 as PNG"
    with qtbot.waitSignal(dialog.choice_changed, timeout=1000) as told:
        found(dialog, "Kind of picture: SVG").click()
    assert told.args == [{"picture": PictureKind.SVG}]
    with pytest.raises(ValueError, match="not enough"):
        found(dialog, "Paper: Letter")
    dialog.show_state(
        chosen(FileProgram.REVIEW, file_name="week.pdf", lacking=("No plan.",))
    )
    assert button(dialog, "save_export").text() == "Save 756:50 as PDF"
    assert "No plan." in texts(dialog)
    assert label.pixmap().isNull()
    with qtbot.waitSignal(dialog.choice_changed, timeout=1000) as told:
        found(dialog, "Paper: Letter").click()
    assert told.args == [{"paper": PaperSize.LETTER}]


def tmp_png(pixmap: QPixmap) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pixmap.save(buffer, "PNG")
    return data.data()


@pytest.mark.parametrize(
    ("program", "what"),
    [
        (FileProgram.PLAIN, "the entries"),
        (FileProgram.REVIEW, "what all pages need"),
        (FileProgram.SPREADSHEET, "what all pages need"),
    ],
)
def test_what_is_fetched_is_waited_for_and_tried_again(
    qtbot: QtBot, dialog: ExportDialog, program: FileProgram, what: str
) -> None:
    choice = FileChoice(program, FileLayout.ENTRIES)
    waiting = replace(STATE, choice=choice, phase=SavePhase.FETCHING, made=False)
    dialog.show_state(waiting)
    assert f"Waiting for {what}. Esc, or another choice, ends that." in texts(dialog)
    assert not button(dialog, "save_export").isEnabled()
    # The keyboard does not go astray meanwhile.
    assert dialog.focusWidget().objectName() == f"program_{program.value}"
    dialog.show_state(replace(waiting, phase=SavePhase.ADDING_UP))
    assert "Adding up…" in texts(dialog)
    refused = FileRefusedError("Nobody answers", "Try later.")
    dialog.show_state(replace(waiting, phase=SavePhase.FAILED, error=refused))
    with qtbot.waitSignal(dialog.retried, timeout=1000):
        button(dialog, "retry").click()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_enter_saves_under_the_name_in_the_folder(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path
) -> None:
    assert field(dialog).text() == NAME
    assert field(dialog, "file_folder").text() == str(tmp_path)
    with qtbot.waitSignal(dialog.path_chosen, timeout=1000) as told:
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert told.args == [tmp_path / NAME]
    name = field(dialog)
    name.setFocus()
    name.selectAll()
    with qtbot.waitSignal(dialog.path_changed, timeout=1000) as told:
        QTest.keyClicks(name, "w")
    assert told.args == [tmp_path / "w.csv"]
    with qtbot.waitSignal(dialog.path_chosen, timeout=1000) as told:
        QTest.keyClick(name, Qt.Key.Key_Return)
    assert told.args == [tmp_path / "w.csv"]
    # What was written stays, with the ending of another kind.
    dialog.show_state(chosen(FileProgram.REVIEW, file_name="review.pdf"))
    assert name.text() == "w.pdf"
    name.clear()
    # Neither nothing nor a folder is the name of a file.
    for sign in " /":
        QTest.keyClicks(name, sign)
        assert not button(dialog, "save_export").isEnabled()
    dialog.show_state(replace(STATE, phase=SavePhase.ADDING_UP))
    assert name.text() == " /"


def test_a_name_that_was_left_alone_follows_what_is_chosen(
    dialog: ExportDialog,
) -> None:
    told: list[Path] = []
    dialog.path_changed.connect(told.append)
    dialog.show_state(replace(STATE, file_name="Acme_entries.csv"))
    assert field(dialog).text() == "Acme_entries.csv"
    assert [one.name for one in told] == ["Acme_entries.csv"]
    QTest.keyClicks(field(dialog), "x")
    dialog.close()
    dialog.start()
    assert field(dialog).text() == "Acme_entries.csv"


def test_a_file_that_is_there_is_said(dialog: ExportDialog) -> None:
    words = "A file of this name is there. It stays as it is until the new one is"
    assert words not in texts(dialog)
    dialog.show_state(replace(STATE, there=True))
    assert words in texts(dialog)


def test_another_folder_is_asked_for(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    button(dialog, "change_folder").click()
    asked = dialog.findChild(QFileDialog, "folder_question")
    assert isinstance(asked, QFileDialog)
    with qtbot.waitSignal(dialog.path_changed, timeout=1000) as told:
        asked.fileSelected.emit(str(folder))
    assert told.args == [folder / NAME]
    assert field(dialog, "file_folder").text() == str(folder)
    asked.reject()
    qtbot.waitUntil(lambda: dialog.findChild(QFileDialog) is None, timeout=1000)


def test_while_it_saves_nothing_can_be_pressed_twice(dialog: ExportDialog) -> None:
    dialog.show_state(replace(STATE, phase=SavePhase.SAVING))
    save = button(dialog, "save_export")
    assert not save.isEnabled()
    assert save.accessibleName() == "Saving …"
    assert not button(dialog, "program_plain").isEnabled()
    assert button(dialog, "close_export").text() == "Close"
    dialog.show_state(STATE)
    assert (save.isEnabled(), save.text()) == (True, "Save 756:50 as CSV")
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
    saved = replace(STATE, phase=SavePhase.SAVED, saved=tmp_path / NAME, there=True)
    dialog.show_state(saved)
    assert f"Saved {NAME}" in texts(dialog).replace("\N{ZERO WIDTH SPACE}", "")
    assert "A file of this name is there." not in texts(dialog)
    button(dialog, "show_in_folder").click()
    assert [one.toLocalFile() for one in opened] == [str(tmp_path)]
    dialog.show_state(STATE)
    assert "Saved" not in texts(dialog)
    assert not button(dialog, "show_in_folder").isVisible()


def test_a_refusal_stands_in_the_strip_and_offers_another_folder(
    dialog: ExportDialog,
) -> None:
    refused = FileRefusedError(f"/home/mia/{NAME} could not be written", "Disk full.")
    dialog.show_state(replace(STATE, phase=SavePhase.FAILED, error=refused))
    said = texts(dialog)
    assert "could not be written" in said
    assert "What is chosen stays, and an earlier file there is still whole." in said
    assert button(dialog, "save_export").isEnabled()
    again = button(dialog, "retry")
    assert again.text() == "Choose another folder"
    again.click()
    asked = dialog.findChild(QFileDialog, "folder_question")
    assert isinstance(asked, QFileDialog)
    assert asked.isVisible()


def test_all_of_the_look_is_there_after_one_without_rows(
    qtbot: QtBot, dialog: ExportDialog
) -> None:
    nothing = chosen(FileProgram.PICTURE, columns=(), preview_rows=(), count=0)
    dialog.show_state(nothing)
    QTest.qWait(0)
    fetching = FileChoice(FileProgram.OTHER, FileLayout.ENTRIES)
    dialog.show_state(replace(nothing, choice=fetching, phase=SavePhase.FETCHING))
    QTest.qWait(0)
    dialog.show_state(replace(STATE, choice=fetching))
    table = dialog.findChild(QTableView, "first_rows")
    assert isinstance(table, QTableView)
    qtbot.waitUntil(lambda: table.height() >= table.sizeHint().height(), timeout=1000)


def test_every_control_has_a_name_and_is_reached_with_tab(
    dialog: ExportDialog,
) -> None:
    saved = replace(STATE, phase=SavePhase.SAVED, saved=Path("/home/mia") / NAME)
    dialog.show_state(saved)
    controls = [
        *dialog.findChildren(QAbstractButton),
        *dialog.findChildren(QTableView),
        *dialog.findChildren(QLineEdit),
    ]
    shown = [one for one in controls if one.isVisible() and one.isEnabled()]
    assert [one.objectName() for one in shown if not one.accessibleName()] == []
    button(dialog, "program_excel").setFocus()
    seen: list[QWidget] = []
    for _ in range(16):
        seen.append(dialog.focusWidget())
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    order = [one.objectName() or one.accessibleName() for one in seen]
    assert order == [
        *("program_excel", "Which rows?: One row each", "file_levels", "file_columns"),
        *("with_ids", "with_amounts", "with_descriptions", "Hide names: No"),
        *("first_rows", "file_name", "file_folder", "change_folder"),
        *("show_in_folder", "close_export", "save_export", "program_excel"),
    ]
