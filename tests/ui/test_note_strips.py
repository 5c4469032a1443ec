from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.ui.note_strips import NoteStrip, SuggestionStrip
from clockify_desktop.viewmodels.suggestions import Suggestion, SuggestionKey

PEOPLE = Suggestion(
    SuggestionKey.NEW_PEOPLE, "2 new people are not shown", "Add", "Leave out"
)
DAYS = Suggestion(SuggestionKey.LAST_WEEK, "Earlier days", "Go to last week", "Stay")


def test_it_offers_and_tells_what_was_taken(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    strip = SuggestionStrip(window)
    window.show()
    assert not strip.isVisible()
    strip.show_state((DAYS, PEOPLE))
    assert strip.isVisible()
    assert strip.accessibleName() == "Earlier days. 2 new people are not shown"
    taken, declined = [], []
    strip.taken.connect(taken.append)
    strip.declined.connect(declined.append)
    add = strip.findChild(QPushButton, "new-people")
    assert add.accessibleName() == "2 new people are not shown: Add"
    qtbot.mouseClick(add, Qt.MouseButton.LeftButton)
    stay = strip.findChild(QPushButton, "decline_last-week")
    qtbot.mouseClick(stay, Qt.MouseButton.LeftButton)
    assert taken == [SuggestionKey.NEW_PEOPLE]
    assert declined == [SuggestionKey.LAST_WEEK]
    strip.show_state((PEOPLE,))
    shown = [one for one in strip.findChildren(QPushButton) if one.isVisible()]
    assert [one.text() for one in shown] == ["Add", "Leave out"]
    strip.show_state(())
    assert not strip.isVisible()


def test_the_strip_is_there_only_with_something_to_say(qtbot: QtBot) -> None:
    home = QWidget()
    qtbot.addWidget(home)
    strip = NoteStrip(home)
    home.show()
    assert not strip.isVisible()
    strip.show_state(("2 entries could not be read.", "Amounts are hidden."))
    assert strip.isVisible()
    words = "2 entries could not be read. Amounts are hidden."
    assert strip.findChild(QLabel).text() == strip.accessibleName() == words
    strip.show_note_of_picture("Some are numbers.")
    assert strip.accessibleName() == f"{words} Some are numbers."
    strip.show_state(())
    assert strip.accessibleName() == "Some are numbers."
    assert strip.isVisible()
    strip.show_note_of_picture("")
    assert not strip.isVisible()


def test_notes_have_one_line_and_a_button_opens_them(qtbot: QtBot) -> None:
    home = QWidget()
    qtbot.addWidget(home)
    strip = NoteStrip(home)
    strip.resize(700, 30)
    home.resize(700, 300)
    home.show()
    opens = strip.findChild(QPushButton, "all_notes")
    changed = "The list of projects changed while it was read."
    strip.show_state((changed,))
    line_px = strip.sizeHint().height()
    assert not opens.isVisible()
    strip.resize(200, 30)
    assert opens.isVisible()
    assert opens.text() == opens.accessibleName() == "Read all"
    assert strip.minimumSizeHint().width() <= 200
    notes = (changed, "Amounts are hidden from your role here. " * 6)
    strip.resize(2000, 30)
    strip.show_state(notes)
    assert opens.isVisible()
    assert opens.text() == "2 notes"
    assert strip.sizeHint().height() <= line_px + 4
    qtbot.keyClick(opens, Qt.Key.Key_Return)
    panel = opens.findChild(QWidget, "all_notes_panel")
    assert panel.isVisible()
    said = panel.findChildren(QLabel)
    assert [one.text() for one in said] == [note.strip() for note in notes]
    for one in said:
        assert one.height() >= one.heightForWidth(one.width())
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_a_suggestion_wider_than_its_window_is_cut(qtbot: QtBot) -> None:
    home = QWidget()
    qtbot.addWidget(home)
    strip = SuggestionStrip(home)
    strip.show_state((PEOPLE,))
    home.show()
    assert strip.minimumSizeHint().width() < 240
    strip.resize(240, 30)
    leave = strip.findChild(QPushButton, "decline_new-people")
    strip.layout().activate()
    assert leave.mapTo(strip, leave.rect().topRight()).x() <= 240
