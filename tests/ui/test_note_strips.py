from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.ui.note_strips import NoteStrip, SampleStrip, SuggestionStrip
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


def test_long_words_are_broken_not_cut_off(qtbot: QtBot) -> None:
    home = QWidget()
    qtbot.addWidget(home)
    strip = NoteStrip(home)
    strip.show_state(("The list of projects changed while it was read.",) * 6)
    assert strip.heightForWidth(400) > strip.heightForWidth(4000)
    assert strip.minimumSizeHint().width() < 400


def test_the_sample_strip_says_so_and_leads_out(qtbot: QtBot) -> None:
    home = QWidget()
    qtbot.addWidget(home)
    home.show()
    sample = SampleStrip(home)
    sample.show_state(shown=True)
    assert sample.isVisible()
    assert sample.accessibleName() == "Sample data – not your team"
    with qtbot.waitSignal(sample.connect_button.clicked, timeout=1000):
        sample.findChild(QPushButton, "connect_clockify").click()
    sample.show_state(shown=False)
    assert not sample.isVisible()
