from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.ui.layouts import FlowLayout


def filled(qtbot: QtBot, count: int = 5) -> tuple[QWidget, FlowLayout]:
    home = QWidget()
    qtbot.addWidget(home)
    flow = FlowLayout(home, gap=10, line_gap=6)
    for _ in range(count):
        button = QPushButton("x", home)
        button.setFixedSize(90, 20)
        flow.addWidget(button)
    return home, flow


def places(flow: FlowLayout) -> list[tuple[int, int]]:
    found = [flow.itemAt(number).geometry() for number in range(flow.count())]
    return [(one.x(), one.y()) for one in found]


def test_lines_break_where_they_are_full(qtbot: QtBot) -> None:
    _home, flow = filled(qtbot)
    assert flow.hasHeightForWidth()
    assert flow.heightForWidth(490) == 20
    assert flow.heightForWidth(489) == 46
    assert flow.heightForWidth(10) == 5 * 20 + 4 * 6
    flow.setGeometry(QRect(0, 0, 200, 100))
    assert places(flow) == [(0, 0), (100, 0), (0, 26), (100, 26), (0, 52)]
    assert flow.minimumSize().width() == 90


def test_from_right_to_left_it_begins_at_the_right(qtbot: QtBot) -> None:
    home, flow = filled(qtbot, 3)
    home.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    flow.setGeometry(QRect(0, 0, 200, 100))
    assert places(flow) == [(110, 0), (10, 0), (110, 26)]


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    home, flow = filled(qtbot, 3)
    home.show()
    flow.itemAt(1).widget().hide()
    flow.setGeometry(QRect(0, 0, 200, 100))
    assert places(flow)[2] == (100, 0)


def test_items_come_and_go(qtbot: QtBot) -> None:
    _home, flow = filled(qtbot, 2)
    assert flow.itemAt(2) is None
    assert flow.takeAt(7) is None
    taken = flow.takeAt(0)
    assert taken is not None
    assert flow.count() == 1


def test_margins_are_kept_free(qtbot: QtBot) -> None:
    _home, flow = filled(qtbot, 2)
    flow.setContentsMargins(14, 4, 12, 5)
    assert flow.heightForWidth(26 + 190) == 4 + 20 + 5
    assert flow.heightForWidth(26 + 189) == 4 + 46 + 5
    assert flow.minimumSize().width() == 26 + 90
    flow.setGeometry(QRect(0, 0, 300, 40))
    assert places(flow) == [(14, 4), (114, 4)]
