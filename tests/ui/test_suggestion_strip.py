from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.ui.suggestion_strip import SuggestionStrip
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
