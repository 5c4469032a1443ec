"""Runs the program and tells, a line each, what becomes of its window.

Started as a process of its own by test_single_instance.py, with the program's own
arguments.
"""

import sys

from clockify_desktop.__main__ import main
from clockify_desktop.app import single_instance, start
from clockify_desktop.ui.main_window import MainWindow


def tell(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


class ToldWindow(MainWindow):
    def __init__(self) -> None:
        super().__init__()
        tell("window")

    def come_to_front(self) -> None:
        self.showMinimized()
        super().come_to_front()
        tell("in front" if self.isActiveWindow() else "behind")
        tell("minimised" if self.isMinimized() else "to be seen")


class ToldCopy(single_instance.SingleInstance):
    def listen(self) -> None:
        super().listen()
        self.file_handed.connect(lambda path: tell(f"file {path}"))
        tell("first" if self._lock.isLocked() else "one more")


start.MainWindow = ToldWindow  # type: ignore[misc]  # for this process alone
start.SingleInstance = ToldCopy  # type: ignore[misc]  # for this process alone
main()
