from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from clockify_desktop.charts.theme import DARK, LIGHT
from clockify_desktop.ui.labels import link_button
from clockify_desktop.ui.look.check_mark import CheckBox
from clockify_desktop.ui.look.look import Look, program_font
from clockify_desktop.ui.look.segments import Segments
from clockify_desktop.viewmodels.color_scheme import ColorScheme


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    font, style = qapp.font(), qapp.style().objectName()
    look = Look(qapp)
    yield look
    look.deleteLater()
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())
    qapp.setFont(font)
    qapp.setStyle(style)


def test_light_dark_and_back(look: Look, qapp: QApplication, qtbot: QtBot) -> None:
    # Offscreen the system says nothing, which means light.
    assert look.theme == LIGHT
    with qtbot.waitSignal(look.theme_changed, timeout=1000) as told:
        look.choose(ColorScheme.DARK)
    assert told.args == [DARK]
    assert look.theme == DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.ground)
    assert DARK.surface in qapp.styleSheet()
    with qtbot.assertNotEmitted(look.theme_changed):
        look.choose(ColorScheme.DARK)
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    with qtbot.waitSignal(look.theme_changed, timeout=1000):
        look.choose(ColorScheme.SYSTEM)
    assert look.theme == LIGHT


def test_placeholders_and_quiet_words_keep_their_colour(
    look: Look, qtbot: QtBot
) -> None:
    # A style sheet that gives a colour makes Qt pale this role unless told not to.
    for scheme, theme in ((ColorScheme.LIGHT, LIGHT), (ColorScheme.DARK, DARK)):
        look.choose(scheme)
        for kind in (QPushButton, QLineEdit, QListView):
            widget = kind()
            qtbot.addWidget(widget)
            widget.show()
            quiet = widget.palette().color(QPalette.ColorRole.PlaceholderText)
            assert quiet.name() == theme.quiet.lower(), kind
            assert quiet.alpha() == 255, kind


def test_roles_give_size_and_colour(look: Look, qtbot: QtBot) -> None:
    label = QLabel("812:30")
    qtbot.addWidget(label)
    label.setProperty("role", "figure")
    label.ensurePolished()
    assert look.theme == LIGHT
    assert label.font().pixelSize() == 20
    assert label.font().weight() == QFont.Weight.Bold


@pytest.mark.parametrize(("system_px", "own_px"), [(11, 13), (13, 13), (20, 20)])
def test_the_font_is_the_systems(
    qapp: QApplication, system_px: int, own_px: int
) -> None:
    system = QFont(qapp.font())
    system.setPixelSize(system_px)
    font = program_font(system)
    assert font.pixelSize() == own_px
    assert font.family() == system.family()


def test_a_check_box_answers_keyboard_and_pointer(look: Look, qtbot: QtBot) -> None:
    assert look.theme == LIGHT
    parent = QWidget()
    qtbot.addWidget(parent)
    box = CheckBox("Keep the key", parent)
    box.resize(box.sizeHint())
    assert box.accessibleName() == "Keep the key"
    qtbot.mouseClick(
        box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 4, box.height() // 2)
    )
    assert box.isChecked()
    checked = box.grab().toImage()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert not box.isChecked()
    assert box.grab().toImage() != checked


def test_segments_tell_what_a_person_chose(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    segments = Segments("Rows", {"a": "People", "b": "Projects"}, parent)
    QHBoxLayout(parent).addWidget(segments)
    with qtbot.assertNotEmitted(segments.value_chosen):
        segments.choose("b")
    assert segments.value == "b"
    first = segments.findChildren(QPushButton)[0]
    assert first.accessibleName() == "Rows: People"
    with qtbot.waitSignal(segments.value_chosen, timeout=1000) as told:
        first.click()
    assert told.args == ["a"]
    assert segments.value == "a"
    with qtbot.waitActive(parent):
        parent.show()
        parent.activateWindow()
    first.setFocus()
    with qtbot.waitSignal(segments.value_chosen, timeout=1000) as told:
        qtbot.keyClick(first, Qt.Key.Key_Right)
    assert told.args == ["b"]
    segments.choose("a")
    wide = first.sizeHint().width()
    segments.choose("b")
    assert first.sizeHint().width() == wide


def test_segments_stay_as_wide_while_a_digit_goes(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    segments = Segments("Show", {"all": "All 104", "open": "Open 100"}, parent)
    width = segments.sizeHint().width()
    segments.show_words(["All 9", "Open 8"])
    assert segments.sizeHint().width() == width
    segments.show_words(["All 10400", "Open 10000"])
    assert segments.sizeHint().width() > width


def test_tab_enters_a_row_of_choices_at_the_chosen_one(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    segments = Segments("Rows", {"a": "A", "b": "B", "c": "C"}, parent)
    buttons = segments.findChildren(QPushButton)

    def stops() -> list[str]:
        tab = Qt.FocusPolicy.TabFocus
        return [one.text() for one in buttons if one.focusPolicy() & tab == tab]

    assert stops() == ["A"]
    segments.choose("c")
    assert stops() == ["C"]
    buttons[1].click()
    assert stops() == ["B"]


@pytest.mark.usefixtures("look")
def test_a_chosen_link_is_drawn_otherwise(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    link = link_button("USA", "usa", parent)
    link.setCheckable(True)
    before = link.grab().toImage()
    link.setChecked(True)
    assert link.grab().toImage() != before
