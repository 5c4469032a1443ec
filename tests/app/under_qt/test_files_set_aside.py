"""Settings and accounts that cannot be read, or that a newer version wrote."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from clockify_desktop.store import accounts
from clockify_desktop.store.accounts import AccountsFile
from clockify_desktop.store.folders import SETTINGS_FILE, settings_folder
from clockify_desktop.viewmodels.color_scheme import ColorScheme

UnderQt = Callable[..., Any]
DAMAGED = b'{"version": 1, "window": {"appea'
NEWER = b'{"version": 6, "colours": "all of them"}'


def written(name: str, content: bytes) -> Path:
    folder = settings_folder()
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(content)
    return path


def said(opened: Any) -> str:
    notice = opened.window.notice
    return str(notice.accessibleName()) if notice.isVisible() else ""


def close_notice(opened: Any) -> None:
    opened.click(opened.find(QPushButton, "close_notice"))


def test_damaged_settings_are_set_aside_and_said(
    environment: None, under_qt: UnderQt
) -> None:
    del environment
    path = written(SETTINGS_FILE, DAMAGED)
    aside = path.with_name(f"{path.name}.unreadable-1")

    async def script(opened: Any) -> None:
        await opened.until_report()
        assert said(opened) == (
            f"The settings could not be read. They were set aside as {aside.name} in"
            f" {aside.parent}. Everything looks as at the first start."
        )
        close_notice(opened)
        assert said(opened) == ""

    async def again(opened: Any) -> None:
        await opened.until_report()
        assert said(opened) == ""

    under_qt(script)
    assert aside.read_bytes() == DAMAGED
    under_qt(again)
    assert path.exists()


def test_a_newer_versions_settings_are_left_alone_and_it_is_said_once(
    environment: None, under_qt: UnderQt
) -> None:
    del environment
    path = written(SETTINGS_FILE, NEWER)

    async def script(opened: Any) -> None:
        await opened.until_report()
        assert said(opened) == (
            "A newer version of this program wrote the settings. Use that version;"
            " this one leaves them as they are and remembers nothing."
        )
        close_notice(opened)
        for scheme in (ColorScheme.DARK, ColorScheme.LIGHT):
            opened.program._small._on_appearance(scheme)
            await asyncio.wait(opened.program._keeper._window._tasks)
            assert said(opened) == ""

    under_qt(script)
    assert path.read_bytes() == NEWER


def test_damaged_settings_and_accounts_are_both_said(under_qt: UnderQt) -> None:
    listed = written(accounts.FILE_NAME, DAMAGED)
    written(SETTINGS_FILE, DAMAGED)

    async def script(opened: Any) -> None:
        await opened.until(opened.find(QWidget, "sign_in_page").isVisible)
        await opened.until(lambda: said(opened))
        assert said(opened).startswith("The list of accounts could not be read.")
        assert "accounts.json.unreadable-1" in said(opened)
        assert said(opened).endswith("Add your account once more.")
        close_notice(opened)
        assert said(opened).startswith("The settings could not be read.")
        close_notice(opened)
        assert said(opened) == ""

    under_qt(script)
    aside = listed.with_name(f"{listed.name}.unreadable-1")
    assert aside.read_bytes() == DAMAGED
    assert AccountsFile().list() == ()


@pytest.mark.parametrize("account", [None, "mia"])
def test_a_newer_versions_accounts_are_left_alone(
    under_qt: UnderQt, account: str | None
) -> None:
    path = written(accounts.FILE_NAME, NEWER)

    async def script(opened: Any) -> None:
        await opened.until(opened.find(QWidget, "sign_in_page").isVisible)
        await opened.until(lambda: said(opened))
        assert said(opened).startswith(
            "A newer version of this program wrote the list of accounts. Use that"
        )

    under_qt(script, account=account)
    assert path.read_bytes() == NEWER
