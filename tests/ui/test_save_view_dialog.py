from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from clockify_desktop.ui.save_view_dialog import LONGEST_NAME, SaveViewDialog


def test_a_name_is_asked_for_and_may_be_one_that_is_there(qtbot: QtBot) -> None:
    dialog = SaveViewDialog()
    qtbot.addWidget(dialog)
    names: list[str] = []
    dialog.confirmed.connect(names.append)
    save = dialog.findChild(QPushButton, "save_view")
    dialog.start("Trend · Last week", frozenset({"Ann"}))
    qtbot.keyClicks(dialog.name, "  ")
    assert not save.isEnabled()
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.isVisible()
    qtbot.keyClicks(dialog.name, "Ann ")
    assert save.text() == "Replace"
    said = dialog.findChild(QLabel, "view_said")
    assert said.text() == "There is a view Ann: this one takes its place."
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    dialog.start("Trend · Last week", frozenset({"Ann"}))
    assert dialog.name.text() == ""
    qtbot.keyClicks(dialog.name, "x" * (LONGEST_NAME + 1))
    assert (save.text(), said.text()) == ("Save", "Kept on this computer.")
    save.click()
    dialog.start("Trend · Last week", frozenset())
    qtbot.keyClicks(dialog.name, "Bob")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Escape)
    assert names == ["Ann", "x" * LONGEST_NAME]
