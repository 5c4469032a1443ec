import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from clockify_desktop.ui.views_dialog import ViewsDialog

NAMES = ("Monday", "Month", "Own")


class Told:
    """What a dialog told, and what is done about it."""

    def __init__(self, dialog: ViewsDialog) -> None:
        self.dialog, self.names, self.before = dialog, NAMES, NAMES
        self.chosen: list[str] = []
        dialog.chosen.connect(self.chosen.append)
        dialog.renamed.connect(self._on_renamed)
        dialog.deleted.connect(self._on_deleted)
        dialog.undone.connect(lambda: self._show(self.before))
        self._show(NAMES)

    def _show(self, names: tuple[str, ...]) -> None:
        self.names = names
        self.dialog.show_views(names)

    def _on_renamed(self, before: str, name: str) -> None:
        self._show(tuple(name if one == before else one for one in self.names))

    def _on_deleted(self, name: str) -> None:
        self.before = self.names
        self._show(tuple(one for one in self.names if one != name))


@pytest.fixture
def told(qtbot: QtBot) -> Told:
    dialog = ViewsDialog()
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.views.setFocus()
    return Told(dialog)


def said(told: Told) -> str:
    return str(told.dialog.findChild(QLabel, "views_said").text())


def rename(told: Told, qtbot: QtBot, name: str) -> None:
    editors = told.dialog.views.findChildren(QLineEdit)
    (editor,) = (one for one in editors if one.isVisible())
    editor.selectAll()
    qtbot.keyClicks(editor, name)
    with qtbot.waitSignal(told.dialog.views.itemChanged, timeout=5000):
        qtbot.keyClick(editor, Qt.Key.Key_Return)


def test_a_view_is_opened_by_enter_or_a_double_click(told: Told, qtbot: QtBot) -> None:
    views = told.dialog.views
    qtbot.keyClick(views, Qt.Key.Key_Down)
    qtbot.keyClick(views, Qt.Key.Key_Return)
    assert told.chosen == ["Month"]
    assert not told.dialog.isVisible()
    told.dialog.open()
    views.itemDoubleClicked.emit(views.item(2))
    assert told.chosen == ["Month", "Month"]


def test_a_view_is_called_something_else(told: Told, qtbot: QtBot) -> None:
    views = told.dialog.views
    qtbot.keyClick(views, Qt.Key.Key_F2)
    rename(told, qtbot, "Start")
    assert told.names == ("Start", "Month", "Own")
    assert said(told) == "Renamed to Start."
    told.dialog.findChild(QPushButton, "rename_view").click()
    rename(told, qtbot, "Own")
    assert said(told) == "There is another view Own."
    qtbot.keyClick(views, Qt.Key.Key_F2)
    rename(told, qtbot, " ")
    assert told.names == ("Start", "Month", "Own")
    assert [views.item(at).text() for at in range(3)] == list(told.names)


def test_a_deleted_view_comes_back(told: Told, qtbot: QtBot) -> None:
    views = told.dialog.views
    undo = told.dialog.findChild(QPushButton, "undo_deletion")
    qtbot.keyClick(views, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert told.names == NAMES
    qtbot.keyClick(views, Qt.Key.Key_Down)
    qtbot.keyClick(views, Qt.Key.Key_Delete)
    assert told.names == ("Monday", "Own")
    assert (said(told), undo.isVisible()) == ("Deleted Month.", True)
    qtbot.keyClick(views, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert told.names == NAMES
    assert not undo.isVisible()
    for _ in NAMES:
        told.dialog.findChild(QPushButton, "delete_view").click()
    qtbot.keyClick(views, Qt.Key.Key_Delete)
    assert told.names == ()
    assert not told.dialog.findChild(QPushButton, "open_view").isEnabled()
    undo.click()
    assert told.names == ("Monday",)
    told.dialog.findChild(QPushButton, "delete_view").click()
    told.dialog.reject()
    told.dialog.open()
    assert not undo.isVisible()
    qtbot.keyClick(views, Qt.Key.Key_Return)
    assert told.chosen == []
