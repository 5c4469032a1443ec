from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.export.csv_file import FileFormat
from clockify_desktop.services.local_data import KeptThing
from clockify_desktop.services.switched_off import PolicyNote
from clockify_desktop.ui.about_dialog import AboutDialog
from clockify_desktop.ui.crash_window import CrashState, CrashWindow
from clockify_desktop.ui.look.check_mark import CheckBox
from clockify_desktop.ui.look.segments import Segments
from clockify_desktop.ui.settings_dialog import SettingsDialog
from clockify_desktop.ui.sign_out_dialog import SignOutDialog
from clockify_desktop.viewmodels.color_scheme import ColorScheme
from clockify_desktop.viewmodels.opening_page import Opening
from clockify_desktop.viewmodels.settings_state import SettingsState

KEPT = (
    KeptThing("Your API key (Acme)", "your computer's password store"),
    KeptThing("The settings", "/home/mia/.config/clockify-desktop/settings.json"),
)


@pytest.fixture(autouse=True)
def _no_qt_warnings(qtlog: Any) -> Iterator[None]:
    yield
    said = [one.message for one in qtlog.records]
    assert [one for one in said if "propagateSizeHints" not in one] == []


def texts(home: QWidget) -> str:
    labels = [one for one in home.findChildren(QLabel) if one.isVisibleTo(home)]
    return "\n".join(one.text() for one in labels)


def settings(qtbot: QtBot, state: SettingsState) -> SettingsDialog:
    dialog = SettingsDialog()
    qtbot.addWidget(dialog)
    dialog.show_state(state)
    return dialog


def test_settings_show_what_is_chosen(qtbot: QtBot) -> None:
    dialog = settings(
        qtbot,
        SettingsState(
            *(ColorScheme.DARK, DurationFormat.DECIMAL, FileFormat.PLAIN),
            opening=Opening.WHO_LOGGED,
        ),
    )
    found = {one.accessibleName(): one.value for one in dialog.findChildren(Segments)}
    assert found == {
        "Appearance": ColorScheme.DARK,
        "Hours as": DurationFormat.DECIMAL,
        "Open with": Opening.WHO_LOGGED,
        "CSV files: for which program?": FileFormat.PLAIN,
    }


def test_the_language_is_chosen_for_the_next_start(qtbot: QtBot) -> None:
    dialog = settings(qtbot, SettingsState(language="de"))
    assert dialog.language.currentText() == "Deutsch"
    assert "From the next start on." in texts(dialog)
    told: list[str] = []
    dialog.language_chosen.connect(told.append)
    QTest.keyClick(dialog.language, Qt.Key.Key_Home)
    QTest.keyClick(dialog.language, Qt.Key.Key_End)
    assert told == ["system", "pt"]
    dialog.show_state(SettingsState(is_language_set=True))
    assert "CLOCKIFY_DESKTOP_LANGUAGE decides." in texts(dialog)


def test_every_choice_is_told_at_once(qtbot: QtBot) -> None:
    dialog = settings(qtbot, SettingsState())
    for signal, name, chosen in (
        (dialog.appearance.value_chosen, "Appearance: Light", ColorScheme.LIGHT),
        (dialog.durations.value_chosen, "Hours as: h:mm:ss", DurationFormat.SECONDS),
        (dialog.opening.value_chosen, "Open with: The page I left", Opening.LEFT),
        (
            dialog.file_format.value_chosen,
            "CSV files: for which program?: Other programs (Plain CSV)",
            FileFormat.PLAIN,
        ),
    ):
        buttons = dialog.findChildren(QPushButton)
        button = next(one for one in buttons if one.accessibleName() == name)
        with qtbot.waitSignal(signal, timeout=1000) as caught:
            button.click()
        assert caught.args == [chosen]


def test_privacy_lists_what_is_kept_where(qtbot: QtBot) -> None:
    dialog = settings(qtbot, SettingsState(kept=KEPT))
    dialog.open_privacy()
    for one in KEPT:
        assert one.what in texts(dialog)
        assert one.where in texts(dialog)
    dialog.show_state(SettingsState())
    qtbot.waitUntil(lambda: "Nothing is kept" in texts(dialog), timeout=1000)
    assert KEPT[0].what not in texts(dialog)
    assert not dialog.findChild(QPushButton, "delete_everything").isEnabled()


def test_privacy_tells_the_policy_of_this_computer(qtbot: QtBot) -> None:
    note = PolicyNote("/etc/xdg/policy.toml", ("Pages are off.", "Names are hidden."))
    dialog = settings(qtbot, SettingsState(policy=note))
    dialog.open_privacy()
    # A place to break stands behind each underscore alone.
    for words in ("Policy of this computer", note.path, *note.lines):
        assert words in texts(dialog)


def test_deleting_asks_first_and_enter_keeps(qtbot: QtBot) -> None:
    dialog = settings(qtbot, SettingsState(kept=KEPT))
    dialog.open_privacy()
    told: list[bool] = []
    dialog.privacy.deletion_confirmed.connect(lambda: told.append(True))
    dialog.findChild(QPushButton, "delete_everything").click()
    assert "Delete all accounts, keys and settings" in texts(dialog)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    assert "Delete all accounts" not in texts(dialog)
    assert told == []
    dialog.findChild(QPushButton, "delete_everything").click()
    dialog.findChild(QPushButton, "confirm_deletion").click()
    assert told == [True]
    assert "Delete all accounts" not in texts(dialog)


def test_about_tells_the_details_and_copies_them(qtbot: QtBot) -> None:
    dialog = AboutDialog([("Version", "0.1.0 (commit 1234567)"), ("Settings", "~/x")])
    qtbot.addWidget(dialog)
    dialog.open()
    assert {"0.1.0 (commit 1234567)", "~/x"} <= set(texts(dialog).splitlines())
    assert "Not a product of Clockify" in texts(dialog)
    dialog.findChild(QPushButton, "copy_details").click()
    assert QGuiApplication.clipboard().text() == (
        "Version: 0.1.0 (commit 1234567)\nSettings: ~/x\n"
    )
    assert "Copied" in texts(dialog)
    dialog.findChild(QPushButton, "close").click()
    assert not dialog.isVisible()


def test_the_crash_window_lets_the_report_be_copied(qtbot: QtBot) -> None:
    window = CrashWindow()
    qtbot.addWidget(window)
    window.show_state(
        CrashState("KeyError in <axis.py>", "Traceback\n...", "/x/log", 2)
    )
    window.open()
    assert "KeyError in <axis.py> (and 2 more)" in texts(window)
    assert "Nothing is sent." in texts(window)
    assert "/x/log" in texts(window)
    assert window.findChild(QPlainTextEdit).isReadOnly()
    window.findChild(QPushButton, "copy_report").click()
    assert QGuiApplication.clipboard().text() == "Traceback\n..."
    assert "Copied" in texts(window)
    window.show_state(CrashState("KeyError", "Another"))
    assert "Copied" not in texts(window)
    assert "written to" not in texts(window)
    window.findChild(QPushButton, "close_crash").click()
    assert not window.isVisible()


def test_signing_out_asks_about_the_rest(qtbot: QtBot) -> None:
    dialog = SignOutDialog()
    qtbot.addWidget(dialog)
    dialog.show_state("mia@acme.example")
    dialog.open()
    assert "Sign out of mia@acme.example?" in texts(dialog)
    assert dialog.focusWidget().objectName() == "stay_signed_in"
    assert not dialog.findChild(QPushButton, "sign_out").isDefault()
    box = dialog.findChild(CheckBox, "forget_settings")
    assert not box.isChecked()
    box.setChecked(True)
    with qtbot.waitSignal(dialog.confirmed, timeout=1000) as caught:
        dialog.findChild(QPushButton, "sign_out").click()
    assert caught.args == [True]
    assert not dialog.isVisible()
    dialog.show_state("ben@acme.example")
    assert not box.isChecked()
    dialog.open()
    with qtbot.assertNotEmitted(dialog.confirmed):
        dialog.findChild(QPushButton, "stay_signed_in").click()
    assert not dialog.isVisible()
