from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.domain.errors import AppError
from clockify_desktop.ui.error_strip import ErrorStrip, ShownError
from clockify_desktop.ui.look import palette as roles

ERROR = AppError("Clockify <b>cannot</b> be reached", "Check the connection & wait.")


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[ErrorStrip]:
    home = QWidget()
    qtbot.addWidget(home)
    home.show()
    yield ErrorStrip(home)
    home.close()


def test_title_advice_and_note_are_said_and_never_read_as_markup(
    shown: ErrorStrip,
) -> None:
    assert not shown.isVisible()
    shown.show_state(ShownError(ERROR, "Shown is the report fetched today 09:14."))
    assert shown.isVisible()
    text = shown.findChild(QLabel)
    assert "&lt;b&gt;cannot&lt;/b&gt; be reached." in text.text()
    assert "connection &amp; wait. Shown is" in text.text()
    spoken = f"{ERROR.title}. {ERROR.advice} Shown is the report fetched today 09:14."
    assert shown.accessibleName() == text.accessibleName() == spoken
    shown.show_state(None)
    assert not shown.isVisible()


def test_its_button_says_what_it_does(shown: ErrorStrip, qtbot: QtBot) -> None:
    button = shown.findChild(QPushButton, "retry")
    shown.show_state(ShownError(ERROR))
    assert button.text() == button.accessibleName() == "Try again"
    with qtbot.waitSignal(shown.retried, timeout=1000):
        button.click()
    shown.show_state(ShownError(ERROR, action=""))
    assert not button.isVisible()


def test_the_colour_of_the_title_follows_the_palette(shown: ErrorStrip) -> None:
    shown.show_state(ShownError(ERROR))
    palette = QPalette(shown.palette())
    palette.setColor(roles.TROUBLE, QColor("#F98B82"))
    shown.setPalette(palette)
    assert "#f98b82" in shown.findChild(QLabel).text()
