"""What a policy, or the wish to hide names, does to the whole window."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel

from clockify_desktop.store.policy import Policy, PolicyError

pytestmark = pytest.mark.usefixtures("environment")


def names(opened: Any) -> set[str]:
    return {one.name for one in opened.state.report.everybody}


def test_names_are_hidden_by_the_menu(under_qt: Callable[..., Any]) -> None:
    async def script(opened: Any) -> None:
        await opened.until_report()
        assert "Amara Okafor" in names(opened)
        hide = opened.window.action("action_hide_names")
        hide.trigger()
        assert all(name.startswith("Person ") for name in names(opened))
        account = opened.program._screen.status.account_picker
        assert "hidden" in account.text() + account.accessibleName()
        hide.trigger()
        assert "Amara Okafor" in names(opened)

    under_qt(script)


def test_a_policy_leaves_pages_out_and_hides_names(
    under_qt: Callable[..., Any],
) -> None:
    async def script(opened: Any) -> None:
        await opened.until_report()
        assert all(name.startswith("Person ") for name in names(opened))
        assert opened.window.findChild(QAction, "action_who-logged") is None
        assert "who-logged" not in opened.state.contents
        hide = opened.window.action("action_hide_names")
        assert (hide.isChecked(), hide.isEnabled()) == (True, False)
        opened.window.action("action_settings").trigger()
        lines = opened.find(QLabel, "policy_lines").text().splitlines()
        assert lines[0] == "Pages that are switched off: Who logged."

    under_qt(script, policy=Policy(frozenset({"who-logged"}), hide_names=True))


def test_nothing_opens_under_a_policy_that_nobody_can_read(
    under_qt: Callable[..., Any],
) -> None:
    error = PolicyError(Path("/etc/policy.toml"), "it is no TOML")

    async def script(opened: Any) -> None:
        await opened.until(opened.window.notice.isVisible)
        assert opened.state.profile is None
        assert not opened.window.account_menu.isEnabled()
        # Nor does a file open one that another copy hands over.
        opened.program.open_file(Path("week.clockify-report.toml"))
        assert not opened.program._report.report_files._reading.busy

    under_qt(script, policy=error)
