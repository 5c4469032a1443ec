from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.ui.labels import text_label
from clockify_desktop.ui.layouts import column
from clockify_desktop.ui.steady_size import SteadyFlow, SteadyLabel, SteadyWidth

_TWO_LINES = "22 of 23 people logged 749:46 of 801:30, 4 are short"


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
    flow.begin_anew(keeps=False)
    assert flow.heightForWidth(110) == 20
    links[1].show()
    QApplication.processEvents()
    links[1].hide()
    assert flow.heightForWidth(110) == 20


def test_words_keep_their_lines_until_others_begin(qtbot: QtBot) -> None:
    home = QWidget()
    qtbot.addWidget(home)
    label = SteadyLabel(text_label("", home), home)
    below = QWidget(home)
    column(label, (below, 1), within=home)
    home.resize(260, 120)
    with qtbot.waitExposed(home):
        home.show()

    def top_below(*texts: str) -> int:
        for text in texts:
            label.show_text(text)
            QApplication.processEvents()
        return below.y()

    one_line = top_below("23 people")
    two_lines = top_below(_TWO_LINES)
    assert two_lines > one_line
    assert top_below("23 people", "24 people") == two_lines
    label.begin_anew()
    assert top_below("24 people") == one_line
    top_below(_TWO_LINES, "23 people")
    home.resize(250, 120)
    assert top_below("23 people", "24 people") == one_line
