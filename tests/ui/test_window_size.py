from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.ui.about_dialog import AboutDialog
from clockify_desktop.ui.crash_window import CrashWindow
from clockify_desktop.ui.export_dialog import ExportDialog
from clockify_desktop.ui.guide.guide_window import GuideWindow
from clockify_desktop.ui.main_window import MainWindow
from clockify_desktop.ui.settings_dialog import SettingsDialog
from clockify_desktop.ui.sign_out_dialog import SignOutDialog
from clockify_desktop.ui.window_size import within_screen

# 1440 x 900 at 200 %.
SCREEN = QSize(720, 450)
WINDOWS = (
    MainWindow,
    partial(AboutDialog, [("Settings", "~/a/long/way/to/a/folder")] * 7),
    CrashWindow,
    ExportDialog,
    GuideWindow,
    SettingsDialog,
    SignOutDialog,
)


@pytest.fixture(autouse=True)
def small_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _: SCREEN)


@pytest.mark.parametrize("make", WINDOWS)
def test_no_window_is_larger_than_its_screen(
    make: Callable[[], QWidget], qtbot: QtBot
) -> None:
    window = make()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    for size in (window.size(), window.minimumSize(), window.minimumSizeHint()):
        assert size.width() <= SCREEN.width()
        assert size.height() <= SCREEN.height()


def test_there_is_room_for_the_windows_own_frame(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    assert within_screen(window, QSize(300, 200)) == QSize(300, 200)
    size = within_screen(window, QSize(3000, 2000))
    assert size.width() < SCREEN.width()
    assert size.height() < SCREEN.height()
