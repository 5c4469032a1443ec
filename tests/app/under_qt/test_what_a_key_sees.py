"""What a key may not see is said in the window, not left to a small total."""

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton

WORDS = (
    "You see only your own time in this workspace."
    " Amounts are hidden from your role here."
)


@pytest.mark.parametrize(("role", "words"), [("owner", ""), ("member", WORDS)])
def test_the_strip_says_what_the_role_may_not_see(
    environment: None,
    sample_server: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    under_qt: Callable[..., Any],
    role: str,
    words: str,
) -> None:
    del environment
    monkeypatch.setenv("CLOCKIFY_API_KEY", sample_server[role])

    async def script(opened: Any) -> None:
        await opened.until_report()
        strip = opened.find(QFrame, "note_strip")
        assert strip.accessibleName() == words
        assert strip.isVisible() == bool(words)

    under_qt(script)


def test_an_account_of_the_environment_says_who_and_where(
    environment: None, under_qt: Callable[..., Any]
) -> None:
    del environment

    async def script(opened: Any) -> None:
        await opened.until_report()
        said = opened.find(QPushButton, "account_picker").accessibleName()
        who, where, how = said.removeprefix("Account: ").split(" · ")
        assert who == opened.state.profile.email
        assert "127.0.0.1" in where
        assert how == "from the environment"

    under_qt(script)


def inherited() -> str:
    asking = [sys.executable, "-c", "import os; print(os.environ)"]
    child = subprocess.run(asking, capture_output=True, text=True, check=True)
    return child.stdout


def test_what_is_opened_from_the_window_does_not_inherit_the_key(
    environment: None, sample_server: dict[str, str], under_qt: Callable[..., Any]
) -> None:
    del environment

    async def script(opened: Any) -> None:
        await opened.until_report()
        assert sample_server["owner"] not in inherited()
        # It still has its own.
        opened.key(Qt.Key.Key_F5)
        await opened.until_report()

    under_qt(script)
