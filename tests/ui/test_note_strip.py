from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.ui.note_strip import NoteStrip


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
    strip.show_state(())
    assert not strip.isVisible()


def test_long_words_are_broken_not_cut_off(qtbot: QtBot) -> None:
    home = QWidget()
    qtbot.addWidget(home)
    strip = NoteStrip(home)
    strip.show_state(("The list of projects changed while it was read.",) * 6)
    assert strip.heightForWidth(400) > strip.heightForWidth(4000)
    assert strip.minimumSizeHint().width() < 400
