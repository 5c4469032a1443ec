from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from clockify_desktop.domain.showable import showable
from clockify_desktop.ui.report.reason_dialog import ReasonDialog


def test_a_reason_is_given_by_keys_or_left_empty(qtbot: QtBot) -> None:
    dialog = ReasonDialog()
    qtbot.addWidget(dialog)
    reasons: list[str] = []
    dialog.confirmed.connect(reasons.append)
    dialog.start(showable("Not a working day for Ann"))
    assert dialog.windowTitle() == "Not a working day for Ann"
    qtbot.keyClicks(dialog.reason, " dentist ")
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    dialog.reason.clear()
    dialog.start(showable("Not a working day for everyone"))
    dialog.findChild(QPushButton, "keep_reason").click()
    dialog.start(showable("Not a working day for everyone"))
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Escape)
    assert reasons == ["dentist", ""]
