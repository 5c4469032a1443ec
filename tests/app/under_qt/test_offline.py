"""Offline and back again, without a restart."""

import os
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from clockify_desktop.viewmodels.sign_in_state import SignInPhase

UnderQt = Callable[..., Any]
NAMES = ("CLOCKIFY_API_URL", "CLOCKIFY_REPORTS_URL", "CLOCKIFY_API_KEY")


def strip(opened: Any) -> str:
    found = opened.find(QWidget, "error_strip")
    return str(found.accessibleName()) if found.isVisible() else ""


def test_several_times_over_the_last_report(relay: Any, under_qt: UnderQt) -> None:
    async def script(opened: Any) -> None:
        await opened.until_report()
        for _ in range(2):
            first, people = opened.state.report, opened.people
            relay.cut()
            opened.key(Qt.Key.Key_F5)
            await opened.until(lambda: opened.state.error and not opened.state.loading)
            assert strip(opened).startswith("Nobody answers at 127.0.0.1.")
            assert "Shown is the report fetched" in strip(opened)
            assert opened.state.report is first
            assert opened.people == people
            relay.connect()
            opened.click(opened.find(QPushButton, "retry"))
            await opened.until_report()
            assert opened.state.report is not first
            assert strip(opened) == ""

    under_qt(script)


def test_a_network_that_came_back_unseen(relay: Any, under_qt: UnderQt) -> None:
    async def script(opened: Any) -> None:
        await opened.until_report()
        first = opened.state.report
        # As after sleeping: every connection that was kept open is dead.
        relay.cut()
        relay.connect()
        opened.key(Qt.Key.Key_F5)
        await opened.until_report()
        assert opened.state.error is None
        assert opened.state.report is not first

    under_qt(script)


def test_while_signing_in(
    relay: Any, under_qt: UnderQt, monkeypatch: pytest.MonkeyPatch
) -> None:
    core, reports, key = (os.environ[name] for name in NAMES)
    for name in NAMES:
        monkeypatch.delenv(name)
    relay.cut()

    async def script(opened: Any) -> None:
        await opened.until(opened.find(QLineEdit, "host_choice").isVisible)
        opened.click(opened.find(QPushButton, "host_other_address"))
        fields = ("host_choice", core), ("reports_address", reports), ("api_key", key)
        for name, text in fields:
            opened.click(opened.find(QLineEdit, name))
            opened.type(text)
        opened.key(Qt.Key.Key_Return)
        model = opened.program._sign_in.model
        await opened.until(lambda: model.state.phase is SignInPhase.FAILED)
        assert strip(opened).startswith("Nobody answers at 127.0.0.1.")
        relay.connect()
        # What was entered is still there.
        opened.click(opened.find(QPushButton, "test_and_continue"))
        await opened.until(lambda: model.state.phase is SignInPhase.DONE)
        opened.click(opened.find(QPushButton, "open_report"))
        await opened.until_report()
        assert opened.people

    under_qt(script)
