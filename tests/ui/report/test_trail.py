import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.ui.report.trail import Trail


@pytest.fixture
def trail(home: QWidget) -> Trail:
    trail = Trail(home)
    trail.show_state(("Where time went", "Ann & Bob", "Web"))
    home.show()
    return trail


def test_all_but_the_last_step_are_links(trail: Trail, qtbot: QtBot) -> None:
    links = trail.findChildren(QPushButton)
    assert [link.text() for link in links] == ["Where time went", "Ann && Bob"]
    assert [label.text() for label in trail.findChildren(QLabel)][-1] == "Web"
    with qtbot.waitSignal(trail.chosen, timeout=1000) as told:
        qtbot.mouseClick(links[1], Qt.MouseButton.LeftButton)
    assert told.args == [1]
    trail.show_state(("Where time went", "Ann & Bob", "Web"))
    assert trail.findChildren(QPushButton) == links


def test_without_steps_it_is_not_there(trail: Trail) -> None:
    assert trail.isVisible()
    trail.show_state(())
    assert not trail.isVisible()
