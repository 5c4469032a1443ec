"""Several errors at once that nobody foresaw: the window tells the first of them."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QPushButton

from clockify_desktop.store.folders import ERROR_LOG, settings_folder


def test_the_first_is_shown_and_the_others_are_counted(
    environment: None, under_qt: Callable[..., Any]
) -> None:
    del environment

    async def script(opened: Any) -> None:
        await opened.until_report()
        small = opened.program._small
        tell = small.tell_crash
        tell("a report\nof the first")
        thread = threading.Thread(target=tell, args=("a report\nof the second",))
        thread.start()
        thread.join()
        await opened.until(lambda: small._crashes == 2)
        dialog = opened.find(QDialog, "crash_window")
        assert dialog.isVisible()
        assert opened.find(QLabel, "crash_what").text() == "of the first (and 1 more)"
        shown = opened.find(QPlainTextEdit, "crash_report")
        assert shown.toPlainText() == "a report\nof the first"
        # The disk refused: what is not there is not named.
        assert dialog._log.text() == ""
        opened.click(opened.find(QPushButton, "close_crash"))
        settings_folder().mkdir(exist_ok=True)
        (settings_folder() / ERROR_LOG).write_text("")
        tell("of a third")
        await opened.until(dialog.isVisible)
        assert opened.find(QLabel, "crash_what").text() == "of a third"
        assert ERROR_LOG in dialog._log.text()

    under_qt(script)
