"""Several accounts, and out again: with a password store and without one."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMenu, QPushButton, QWidget

from clockify_desktop.store import password_store
from clockify_desktop.store.accounts import AccountsFile
from clockify_desktop.viewmodels.sign_in_state import Phase, SignInWish

Server = dict[str, str]
UnderQt = Callable[..., Any]


class Keyring:
    """A password store of this process, open to everybody."""

    kept: dict[str, str]

    def get_password(self, _service: str, name: str) -> str | None:
        return self.kept.get(name)

    def set_password(self, _service: str, name: str, password: str) -> None:
        self.kept[name] = password

    def delete_password(self, _service: str, name: str) -> None:
        del self.kept[name]


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Have a password store, and look into it."""
    keyring = Keyring()
    keyring.kept = {}
    monkeypatch.setattr(password_store, "_find_backend", lambda: keyring)
    return keyring.kept


async def sign_in(opened: Any, server: Server, role: str) -> str:
    """Sign in and give the account's name; the page itself is tested elsewhere."""
    model = opened.program._sign_in
    await opened.until(lambda: model.state.lasting is not None)
    model.test(
        SignInWish(
            server["CLOCKIFY_API_URL"],
            server[role],
            own_pair=True,
            reports_address=server["CLOCKIFY_REPORTS_URL"],
        )
    )
    await opened.until(lambda: model.state.phase is Phase.DONE)
    before = opened.program._account.current
    opened.click(opened.find(QPushButton, "open_report"))
    await opened.until(lambda: opened.program._account.current is not before)
    await opened.until_report()
    return str(opened.program._account.current.name)


async def choose(opened: Any, words: str) -> None:
    """Open the menu of accounts and choose."""
    opened.click(opened.find(QPushButton, "account_picker"))
    menu = opened.find(QMenu, "account_menu")
    await opened.until(menu.isVisible)
    action = next(one for one in menu.actions() if one.text() == words)
    place = menu.actionGeometry(action).center()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)


async def sign_out(opened: Any) -> None:
    await choose(opened, "Sign out…")
    dialog = opened.find(QDialog, "sign_out_dialog")
    assert dialog.isVisible()
    opened.click(opened.find(QPushButton, "sign_out"))
    await opened.until(opened.find(QWidget, "sign_in_page").isVisible)
    assert opened.state.report is None


def test_a_key_of_this_run_is_left_found_again_and_signed_out(
    sample_server: Server, under_qt: UnderQt
) -> None:
    async def script(opened: Any) -> None:
        name = await sign_in(opened, sample_server, "member")
        people = opened.people
        await choose(opened, "Look around with sample data")
        await opened.until(lambda: opened.program._account.current.sample)
        await opened.until_report()
        assert opened.people != people
        await choose(opened, name)
        await opened.until(lambda: not opened.program._account.current.sample)
        await opened.until_report()
        assert opened.people == people
        await sign_out(opened)
        assert AccountsFile().list() == ()

    under_qt(script)


def test_two_accounts_that_are_kept(
    sample_server: Server, kept: dict[str, str], under_qt: UnderQt
) -> None:
    names = []

    async def first(opened: Any) -> None:
        names.append(await sign_in(opened, sample_server, "owner"))
        await choose(opened, "Add an account…")
        names.append(await sign_in(opened, sample_server, "member"))
        assert sorted(kept.values()) == sorted(
            (sample_server["owner"], sample_server["member"])
        )

    async def second(opened: Any) -> None:
        # The last one that was used opens by itself.
        await opened.until_report()
        assert len(opened.people) == 1
        await sign_out(opened)
        assert list(kept.values()) == [sample_server["owner"]]

    async def third(opened: Any) -> None:
        await opened.until_report()
        assert len(opened.people) > 1

    under_qt(first)
    under_qt(second)
    under_qt(third, account=names[0])
