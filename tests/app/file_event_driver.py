"""Opens the program, sends it the event of a double-click, and tells what it opens.

Started as a process of its own by test_file_event.py: WHEN FILE [the program's own
arguments].
"""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent

from clockify_desktop.__main__ import main
from clockify_desktop.app import program, start
from clockify_desktop.domain.errors import AppError
from clockify_desktop.ui.main_window import MainWindow

WHEN, FILE = sys.argv.pop(1), sys.argv.pop(1)


def hand_over() -> None:
    application = QCoreApplication.instance()
    assert application is not None
    nowhere = QUrl("ftp://files.example/a.clockify-report.toml")
    for event in (QFileOpenEvent(nowhere), QFileOpenEvent(FILE)):
        QCoreApplication.postEvent(application, event)


class EarlyWindow(MainWindow):
    def __init__(self) -> None:
        super().__init__()
        if WHEN == "early":
            hand_over()


class ToldProgram(program.Program):
    async def stay(self) -> AppError | None:
        if WHEN == "late":
            hand_over()
        return await super().stay()

    def open_file(self, path: Path) -> None:
        sys.stdout.write(f"{path}\n")
        sys.stdout.flush()


start.MainWindow = EarlyWindow  # type: ignore[misc]  # for this process alone
program.Program = ToldProgram  # type: ignore[misc]  # for this process alone
main()
