"""Every control that the outside relies on is there, and tells its name."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QTreeView, QWidget

CONTROLS = (
    *("workspace_picker", "user_picker", "project_picker", "period_picker"),
    *("previous_period", "next_period", "button_refresh", "button_export_csv"),
    *("button_swap_axes", "cancel", "account_picker", "retry", "chart"),
    *("report_table", "status", "error_strip", "page_list", "sign_in_page"),
    *("host_choice", "api_key", "test_and_continue", "sample_data", "sign_out"),
)
ACTIONS = (
    *("refresh", "export_csv", "swap_axes", "previous_period", "next_period"),
    "current_period",
)


@pytest.fixture
def named(relay: Any, under_qt: Callable[..., Any]) -> dict[str, set[str]]:
    """Give the accessible names by objectName, over a report with an error on top."""
    names: dict[str, set[str]] = {}

    async def script(opened: Any) -> None:
        await opened.until_report()
        relay.cut()
        opened.window.action("action_refresh").trigger()
        await opened.until(lambda: opened.state.error)
        opened.program._switching.ask_to_sign_out("somebody")
        assert opened.find(QTreeView, "report_table").isVisible()
        chart = opened.find(QWidget, "chart")
        assert chart.accessibleDescription() == opened.state.content.sentence
        for one in opened.window.findChildren(QWidget):
            names.setdefault(one.objectName(), set()).add(one.accessibleName().strip())
        nameless = [
            one.objectName()
            for one in opened.window.findChildren(QAbstractButton)
            if one.isVisible() and not (one.accessibleName() or one.text()).strip()
        ]
        assert nameless == []
        for name in ACTIONS:
            action = opened.window.findChild(QAction, f"action_{name}")
            assert action.text()
            assert not action.shortcut().isEmpty()

    under_qt(script)
    return names


def test_every_control_has_a_name(named: dict[str, set[str]]) -> None:
    missing = [name for name in CONTROLS if not named.get(name, set()) - {""}]
    assert missing == []
