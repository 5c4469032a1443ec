import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from clockify_desktop.domain.errors import FileRefusedError
from clockify_desktop.files.temporary_files import temporary_name
from clockify_desktop.services.local_data import (
    PASSWORD_STORE,
    KeysPerhapsLeftError,
    delete_everything,
    kept_here,
)
from clockify_desktop.store.accounts import Account, AccountsFile
from clockify_desktop.store.errors import (
    AccountsUnreadableError,
    NoPasswordStoreError,
    PasswordStoreLockedError,
)
from clockify_desktop.store.password_store import MemoryPasswordStore, PasswordStore
from clockify_desktop.store.settings import SettingsFile, WindowSettings

MIA = Account("mia", "https://c.example/api/v1", "https://c.example/report/v1")
ADA = Account("ada", MIA.core_url, MIA.reports_url, "addon")
KEY = "the-key-of-nothing"


def opening(store: PasswordStore) -> Callable[[], Awaitable[PasswordStore]]:
    async def opened() -> PasswordStore:
        return store

    return opened


class LockedStore(MemoryPasswordStore):
    async def delete(self, account_id: str) -> None:
        del account_id
        raise PasswordStoreLockedError


@pytest.fixture
def accounts(tmp_path: Path) -> AccountsFile:
    """One account, settings, a file set aside, a left-over and a foreign file."""
    found = AccountsFile(tmp_path)
    found.add(MIA)
    SettingsFile(tmp_path).keep_window(WindowSettings())
    (tmp_path / "settings.json.unreadable-1").write_text("damaged")
    (tmp_path / "review-0123456789abcdef.sqlite").write_text("said in reviews")
    (tmp_path / temporary_name()).write_text("left by a killed program")
    (tmp_path / "foreign.txt").write_text("not ours")
    (tmp_path / "errors.log").write_text("an error")
    return found


def test_everything_is_listed_with_its_place(
    tmp_path: Path, accounts: AccountsFile
) -> None:
    others = [("Errors", tmp_path / "errors.log"), ("Cache", tmp_path / "none")]
    found = asyncio.run(kept_here(tmp_path, accounts, others))
    places = [one.where.removeprefix(f"{tmp_path}/") for one in found]
    assert places == [
        PASSWORD_STORE,
        "accounts.json",
        "settings.json",
        "settings.json.unreadable-1",
        "review-0123456789abcdef.sqlite",
        "errors.log",
    ]
    assert found[0].what == "The key of mia"


def test_keys_of_a_damaged_list_are_told(tmp_path: Path) -> None:
    (tmp_path / "accounts.json").write_text("{")
    accounts = AccountsFile(tmp_path)
    with pytest.raises(AccountsUnreadableError):
        accounts.list()
    keys, aside = asyncio.run(kept_here(tmp_path, accounts))
    assert keys.where == PASSWORD_STORE
    assert keys.what.startswith("Perhaps more keys")
    assert "clockify-desktop" in keys.what
    assert aside.where.endswith("accounts.json.unreadable-1")


def test_keys_that_a_damaged_list_still_names_are_deleted(
    tmp_path: Path, accounts: AccountsFile
) -> None:
    store = MemoryPasswordStore()
    for one in (MIA, ADA):
        asyncio.run(store.set(one.password_id, KEY))
    accounts.add(ADA)
    path = tmp_path / "accounts.json"
    path.write_bytes(path.read_bytes()[:-3])
    with pytest.raises(AccountsUnreadableError):
        accounts.list()
    accounts.add(MIA)
    found = asyncio.run(kept_here(tmp_path, accounts))
    assert [one.what for one in found[:2]] == ["The key of mia", "The key of ada"]
    assert found[2].what.startswith("Perhaps more keys")
    left = asyncio.run(delete_everything(tmp_path, accounts, opening(store)))
    assert store._secrets == {}
    assert left is not None
    assert "“clockify-desktop”" in left.advice
    assert PASSWORD_STORE in left.advice


def test_a_damaged_list_that_names_nobody_needs_no_store(tmp_path: Path) -> None:
    (tmp_path / "accounts.json.unreadable-1").write_text("{")

    async def refuse() -> PasswordStore:
        raise NoPasswordStoreError

    accounts = AccountsFile(tmp_path)
    left = asyncio.run(delete_everything(tmp_path, accounts, refuse))
    assert isinstance(left, KeysPerhapsLeftError)
    assert list(tmp_path.iterdir()) == []
    # There is nothing left to say it of.
    assert asyncio.run(delete_everything(tmp_path, accounts, refuse)) is None


def test_nothing_kept_is_nothing_listed(tmp_path: Path) -> None:
    folder = tmp_path / "not there"
    assert asyncio.run(kept_here(folder, AccountsFile(folder))) == ()


def test_deleting_leaves_only_what_is_not_ours(
    tmp_path: Path, accounts: AccountsFile
) -> None:
    store = MemoryPasswordStore()
    asyncio.run(store.set(MIA.password_id, KEY))
    log = tmp_path / "errors.log"
    left = asyncio.run(delete_everything(tmp_path, accounts, opening(store), [log]))
    assert left is None
    assert [one.name for one in tmp_path.iterdir()] == ["foreign.txt"]
    assert store._secrets == {}
    asyncio.run(delete_everything(tmp_path, accounts, opening(store), [log]))


def test_a_locked_store_keeps_the_list_to_try_again(
    tmp_path: Path, accounts: AccountsFile
) -> None:
    with pytest.raises(PasswordStoreLockedError):
        asyncio.run(delete_everything(tmp_path, accounts, opening(LockedStore())))
    assert accounts.list() == (MIA,)
    assert (tmp_path / "settings.json").exists()


def test_a_file_that_cannot_be_deleted_is_said(
    tmp_path: Path, accounts: AccountsFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    store = MemoryPasswordStore()
    with pytest.raises(FileRefusedError, match="could not be deleted"):
        asyncio.run(delete_everything(tmp_path, accounts, opening(store)))
