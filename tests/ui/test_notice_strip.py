from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.domain.errors import AppError
from clockify_desktop.ui.notice_strip import NoticeStrip

FIRST = AppError("The first", "Do this.")
SECOND = AppError("The second", "Do that.")


@pytest.fixture
def strip(qtbot: QtBot) -> Iterator[NoticeStrip]:
    home = QWidget()
    qtbot.addWidget(home)
    home.show()
    yield NoticeStrip(home)
    home.close()


def button(strip: NoticeStrip) -> QPushButton:
    found: QPushButton = strip.findChild(QPushButton, "close_notice")
    return found


def test_the_newest_is_shown_and_closing_shows_the_one_before(
    strip: NoticeStrip,
) -> None:
    assert not strip.isVisible()
    strip.add(FIRST)
    strip.add(SECOND)
    # Said once more it comes to the top, and is there once.
    strip.add(FIRST)
    assert strip.accessibleName() == "The first. Do this."
    assert button(strip).text() == "Close"
    button(strip).click()
    assert strip.accessibleName() == "The second. Do that."
    button(strip).click()
    assert not strip.isVisible()


def test_what_is_over_is_removed_wherever_it_waits(strip: NoticeStrip) -> None:
    strip.add(FIRST)
    strip.add(SECOND)
    strip.remove(AppError("The first", "Do this."))
    assert strip.accessibleName() == "The second. Do that."
    strip.remove(SECOND)
    strip.remove(SECOND)
    assert not strip.isVisible()


def test_what_can_be_tried_again_is_asked_for_once(
    strip: NoticeStrip, qtbot: QtBot
) -> None:
    strip.add(FIRST, retry=True)
    assert button(strip).text() == "Try again"
    with qtbot.waitSignal(strip.retry_requested, timeout=1000):
        button(strip).click()
    assert not strip.isVisible()
    strip.add(SECOND)
    with qtbot.assertNotEmitted(strip.retry_requested):
        button(strip).click()
