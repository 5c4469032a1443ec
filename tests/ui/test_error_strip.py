from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.charts.theme import DARK, LIGHT
from clockify_desktop.domain.errors import AppError
from clockify_desktop.ui.error_strip import ErrorStrip, NoticeStrip, ShownError
from clockify_desktop.ui.look.style_sheet import style_sheet

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
    labels = shown.findChildren(QLabel)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    title, advice = (label.text() for label in labels)
    assert title == f"{ERROR.title}."
    assert advice == f"{ERROR.advice} Shown is the report fetched today 09:14."
    assert shown.accessibleName() == f"{title} {advice}"
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


def test_the_title_has_the_colour_of_trouble(shown: ErrorStrip) -> None:
    shown.show_state(ShownError(ERROR))
    title = shown.findChild(QLabel, "error_title")
    for theme in (LIGHT, DARK):
        shown.setStyleSheet(style_sheet(theme, 13))
        title.ensurePolished()
        color = title.palette().color(title.foregroundRole())
        assert color.name() == theme.trouble.lower()


FIRST = AppError("The first", "Do this.")
SECOND = AppError("The second", "Do that.")


@pytest.fixture
def notices(qtbot: QtBot) -> Iterator[NoticeStrip]:
    home = QWidget()
    qtbot.addWidget(home)
    home.show()
    yield NoticeStrip(home)
    home.close()


def button(notices: NoticeStrip) -> QPushButton:
    found: QPushButton = notices.findChild(QPushButton, "close_notice")
    return found


def test_the_newest_is_shown_and_closing_shows_the_one_before(
    notices: NoticeStrip,
) -> None:
    assert not notices.isVisible()
    notices.add(FIRST)
    notices.add(SECOND)
    # Said once more it comes to the top, and is there once.
    notices.add(FIRST)
    assert notices.accessibleName() == "The first. Do this."
    assert button(notices).text() == "Close"
    button(notices).click()
    assert notices.accessibleName() == "The second. Do that."
    button(notices).click()
    assert not notices.isVisible()


def test_what_is_over_is_removed_wherever_it_waits(notices: NoticeStrip) -> None:
    notices.add(FIRST)
    notices.add(SECOND)
    notices.remove(AppError("The first", "Do this."))
    assert notices.accessibleName() == "The second. Do that."
    notices.remove(SECOND)
    notices.remove(SECOND)
    assert not notices.isVisible()


def test_what_can_be_tried_again_is_asked_for_once(
    notices: NoticeStrip, qtbot: QtBot
) -> None:
    notices.add(FIRST, retry=True)
    assert button(notices).text() == "Try again"
    with qtbot.waitSignal(notices.retry_requested, timeout=1000):
        button(notices).click()
    assert not notices.isVisible()
    notices.add(SECOND)
    with qtbot.assertNotEmitted(notices.retry_requested):
        button(notices).click()
