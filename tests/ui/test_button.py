import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import clockify_desktop
from clockify_desktop.ui.labels import link_button, push_button
from clockify_desktop.ui.layouts import column

# A combo box is opened and left by its own keys.
PLAIN = re.compile(
    r"\bQ(?:Push|Tool)Button\(|class .*\(Q(?:Push|Tool)Button|Q(?!Combo)\w+Box\("
)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("kind", [QWidget, QDialog])
def test_enter_presses_the_button_that_has_the_focus(
    qtbot: QtBot, kind: type[QWidget], key: Qt.Key
) -> None:
    window = kind()
    qtbot.addWidget(window)
    pressed: list[str] = []
    buttons = [
        push_button("main", "main", window, "main"),
        push_button("plain", "plain", window),
        link_button("link", "link", window),
    ]
    column(*buttons, within=window)
    buttons[0].setDefault(True)
    for one in buttons:
        one.clicked.connect(lambda *_, one=one: pressed.append(one.text()))
    window.show()
    for one in buttons:
        one.setFocus()
        QTest.keyClick(one, key)
    assert pressed == ["main", "plain", "link"]
    if kind is QWidget and key is not Qt.Key.Key_Space:
        QTest.keyClick(buttons[1], key, Qt.KeyboardModifier.ControlModifier)
        assert len(pressed) == 3


def test_every_button_of_the_program_is_one() -> None:
    package = Path(clockify_desktop.__file__).parent
    found = [
        str(path.relative_to(package))
        for path in sorted(package.rglob("*.py"))
        if PLAIN.search(path.read_text("utf-8"))
    ]
    assert found == [str(Path("ui", "look", "button.py"))]
    assert PLAIN.search("one = QPushButton(text, parent)")
    assert issubclass(type(push_button("a", "a", QWidget())), QPushButton)
