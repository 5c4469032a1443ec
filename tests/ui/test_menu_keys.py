from string import ascii_uppercase

from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from clockify_desktop.ui.main_window import MainWindow
from clockify_desktop.ui.menu_keys import (
    ACCOUNTS,
    APPEARANCE,
    HOURS,
    MIDNIGHT,
    MOST,
    ROUNDING,
    SET_HERE,
    TAKEN,
    ZONE,
    letter_of,
    numbered,
)


def test_the_letters_of_the_window_are_taken(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    titles = [one.text() for one in window.menuBar().actions()]
    letters = [title[title.index("&") + 1].upper() for title in titles]
    keys = [one.shortcut().toString() for one in window.findChildren(QAction)]
    letters += [one[-1] for one in keys if one[:-1] == "Alt+" and one[-1].isalpha()]
    letters += [ACCOUNTS, HOURS, APPEARANCE, SET_HERE, ZONE, MIDNIGHT, ROUNDING]
    assert sorted(TAKEN) == sorted(letters)


def test_a_control_has_a_letter_of_its_title_or_any_that_is_free() -> None:
    assert letter_of("Colours", TAKEN) == "C"
    assert letter_of("Farben", TAKEN | {"B"}) == "N"
    assert letter_of("Größe", TAKEN) == "B"
    assert letter_of("Rows", frozenset(ascii_uppercase)) == ""


def test_choices_have_keys_whether_alt_stays_pressed_or_not() -> None:
    assert [one.toString() for one in numbered("", 1)] == ["Alt+1"]
    assert [one.toString() for one in numbered("C", 9)] == ["Alt+C, 9", "Alt+C, Alt+9"]


def test_behind_a_letter_the_tenth_choice_is_at_a() -> None:
    assert [one.toString() for one in numbered("R", 10)] == ["Alt+R, A", "Alt+R, Alt+A"]
    assert numbered("R", 35)[0].toString() == "Alt+R, Z"
    assert numbered("R", 36) == []
    assert numbered("", MOST + 1) == []
