"""Dialogs with many widgets are no part of a start."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

CTRL = Qt.KeyboardModifier.ControlModifier


def test_they_are_made_when_they_are_needed_and_once(
    environment: None, under_qt: Callable[..., Any]
) -> None:
    del environment

    async def script(opened: Any) -> None:
        def made(name: str) -> list[QDialog]:
            found: list[QDialog] = opened.window.findChildren(QDialog, name)
            return found

        await opened.until_report()
        assert made("export_dialog") == made("reminder_dialog") == []
        for _ in range(2):
            opened.key(Qt.Key.Key_E, CTRL)
            (dialog,) = made("export_dialog")
            await opened.until(dialog.isVisible)
            dialog.reject()
            opened.window.activateWindow()
            await opened.until(opened.window.isActiveWindow)

    under_qt(script)
