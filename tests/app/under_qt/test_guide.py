"""F1, wherever somebody is, opens the page of the guide that is about it."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QTextBrowser, QWidget

from clockify_desktop.pages.projects import PROJECTS

CTRL = Qt.KeyboardModifier.ControlModifier
UnderQt = Callable[..., Any]


def guide(opened: Any) -> QTextBrowser:
    text: QTextBrowser = opened.find(QTextBrowser, "guide_text")
    assert text.isVisible()
    return text


def title(text: QTextBrowser) -> str:
    return text.toPlainText().partition("\n")[0]


def test_f1_opens_the_guide_at_what_is_in_view(
    environment: None, under_qt: UnderQt
) -> None:
    del environment

    async def script(opened: Any) -> None:
        await opened.until_report()
        opened.program._report.model.choose_page(PROJECTS.key)
        opened.key(Qt.Key.Key_F1)
        text = guide(opened)
        assert title(text) == "The weekly review"
        assert text.cursorForPosition(QPoint(0, 24)).block().text() == "Projects"

    under_qt(script)


@pytest.mark.parametrize(
    ("key", "name", "page"),
    [
        (Qt.Key.Key_E, "export_dialog", "Files"),
        (Qt.Key.Key_Comma, "settings_dialog", "Privacy"),
    ],
)
def test_f1_in_a_dialog_opens_the_page_about_it_beside(
    environment: None, under_qt: UnderQt, key: Qt.Key, name: str, page: str
) -> None:
    del environment

    async def script(opened: Any) -> None:
        await opened.until_report()
        opened.key(key, CTRL)
        dialog: QDialog = opened.find(QDialog, name)
        await opened.until(lambda: QApplication.activeWindow() is dialog)
        QTest.keyClick(dialog, Qt.Key.Key_F1)
        text = guide(opened)
        assert title(text) == page
        # What belongs to the dialog can be worked while it is open.
        home: QWidget = text.window()
        assert home.parentWidget() is dialog
        dialog.reject()

    under_qt(script)


def test_where_nobody_is_signed_in_it_tells_how(under_qt: UnderQt) -> None:
    async def script(opened: Any) -> None:
        await opened.until(
            lambda: opened.program._sign_in.model.state.lasting is not None
        )
        opened.key(Qt.Key.Key_F1)
        assert title(guide(opened)) == "Install and sign in"
        opened.window.activateWindow()
        opened.click(opened.find(QPushButton, "key_help"))
        text = guide(opened)
        assert text.cursorForPosition(QPoint(0, 24)).block().text() == "Your key"

    under_qt(script)
