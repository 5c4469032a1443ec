from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.ui.steady_size import SteadyFlow, SteadyWidth


def test_a_width_stays_while_a_little_less_is_needed() -> None:
    width = SteadyWidth()
    assert width.of(200) == 200
    assert width.of(170) == 200
    assert width.of(210) == 210
    assert width.of(100) == 100


def test_lines_stay_until_the_window_has_another_width(qtbot: QtBot) -> None:
    home = QWidget()
    qtbot.addWidget(home)
    flow = SteadyFlow(home)
    links = [QPushButton("words", home) for _ in range(2)]
    for link in links:
        link.setFixedSize(60, 20)
        flow.addWidget(link)
    home.resize(100, 60)
    with qtbot.waitExposed(home):
        home.show()
    assert flow.heightForWidth(100) == 42
    links[1].hide()
    QApplication.processEvents()
    assert flow.heightForWidth(100) == 42
    home.resize(110, 60)
    QApplication.processEvents()
    assert flow.heightForWidth(110) == 20
    links[1].show()
    QApplication.processEvents()
    assert flow.heightForWidth(110) == 42
    links[1].hide()
    flow.keep_no_lines()
    assert flow.heightForWidth(110) == 20
