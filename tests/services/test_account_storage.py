import asyncio
from contextlib import suppress
from pathlib import Path

import pytest
from msgspec.structs import replace

from clockify_desktop.api.hosts import GERMANY, GLOBAL, Hosts, own_pair
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.identity import UserId, WorkspaceId
from clockify_desktop.files.atomic import replace_file
from clockify_desktop.services import account_storage
from clockify_desktop.services.account_storage import (
    account_of,
    find_store,
    keep,
    sign_out,
)
from clockify_desktop.services.sign_in import OpenWorkspace, SignedIn
from clockify_desktop.store import private_json
from clockify_desktop.store.accounts import AccountsFile
from clockify_desktop.store.errors import PasswordStoreRefusedError
from clockify_desktop.store.password_store import MemoryPasswordStore

ACME = WorkspaceId("w1")
KEY = "the-key-of-nothing"


def mia(
    hosts: Hosts = GLOBAL, email: str = "mia@acme.example", user_id: str = "u1"
) -> SignedIn:
    workspaces = (OpenWorkspace(ACME, "Acme"),)
    return SignedIn(hosts, UserId(user_id), "Mia Larsen", email, workspaces)


class LastingStore(MemoryPasswordStore):
    """A password store that claims to outlast the run."""

    lasting = True


class RefusingStore(LastingStore):
    async def set(self, account_id: str, secret: str) -> None:
        del account_id, secret
        raise PasswordStoreRefusedError


def test_an_account_is_named_after_person_and_place() -> None:
    assert account_of(mia(), ACME, ()).name == "mia@acme.example · Standard"
    assert account_of(mia(GERMANY, ""), ACME, ()).name == "Mia Larsen · EU (Germany)"


@pytest.mark.parametrize("email", ["m" * 300, "m\n\x00ia@acme.example", " " * 90 + "m"])
def test_every_name_is_one_that_the_list_takes(tmp_path: Path, email: str) -> None:
    accounts, long_host = AccountsFile(tmp_path), "a" * 60 + ".example"
    own = own_pair(f"https://{long_host}/api/v1", f"https://{long_host}/report/v1")
    for hosts in (GLOBAL, own):
        accounts.add(account_of(mia(hosts, email), ACME, accounts.list()))
    assert len(accounts.list()) == 2


def test_the_same_person_and_place_is_the_same_account_another_place_is_not() -> None:
    one = own_pair("https://c.example/one/v1", "https://c.example/r/v1")
    two = own_pair("https://c.example/two/v1", "https://c.example/r/v1")
    first = account_of(mia(one), ACME, ())
    assert account_of(mia(one), ACME, (first,)) == first
    second = account_of(mia(two), ACME, (first,))
    assert second.name == f"{first.name} 2"
    assert account_of(mia(two), ACME, (first, second)) == second


def test_a_lasting_store_keeps_key_and_account(tmp_path: Path) -> None:
    accounts, store = AccountsFile(tmp_path), LastingStore()
    account = asyncio.run(keep(mia(), ACME, KEY, store, accounts))
    assert accounts.default() == account
    assert asyncio.run(store.get(account.password_id)) == KEY
    assert KEY not in (tmp_path / "accounts.json").read_text()


def test_a_new_key_for_the_same_account_replaces_the_old_one(tmp_path: Path) -> None:
    accounts, store = AccountsFile(tmp_path), LastingStore()
    asyncio.run(keep(mia(), ACME, KEY, store, accounts))
    account = asyncio.run(keep(mia(), ACME, "another-key", store, accounts))
    assert accounts.list() == (account,)
    assert asyncio.run(store.get(account.password_id)) == "another-key"


def test_for_this_run_alone_nothing_is_written(tmp_path: Path) -> None:
    accounts, store = AccountsFile(tmp_path), MemoryPasswordStore()
    account = asyncio.run(keep(mia(), ACME, KEY, store, accounts))
    assert asyncio.run(store.get(account.password_id)) == KEY
    assert list(tmp_path.iterdir()) == []


def test_a_store_that_refuses_leaves_no_account(tmp_path: Path) -> None:
    accounts = AccountsFile(tmp_path)
    with pytest.raises(PasswordStoreRefusedError):
        asyncio.run(keep(mia(), ACME, KEY, RefusingStore(), accounts))
    assert accounts.list() == ()


def test_a_disk_that_refuses_leaves_no_key_of_a_new_account(tmp_path: Path) -> None:
    store, accounts = LastingStore(), AccountsFile(tmp_path / "no-folder")
    (tmp_path / "no-folder").symlink_to(tmp_path / "nowhere" / "at-all")
    with pytest.raises(AppError):
        asyncio.run(keep(mia(), ACME, KEY, store, accounts))
    assert store._secrets == {}


@pytest.mark.parametrize("written", [0, 1])
def test_a_disk_that_refuses_leaves_an_earlier_account_and_its_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: int
) -> None:
    """However much it writes before it is full."""
    accounts, store = AccountsFile(tmp_path), LastingStore()
    account = asyncio.run(keep(mia(), ACME, KEY, store, accounts))
    left = [replace_file] * written

    def full(path: Path, content: bytes, *, private: bool) -> None:
        if not left:
            title = "The disk is full"
            raise AppError(title, "Free some space.")
        left.pop()(path, content, private=private)

    monkeypatch.setattr(private_json, "replace_file", full)
    with suppress(AppError):
        asyncio.run(keep(mia(), ACME, KEY, store, accounts))
    assert accounts.list() == (account,)
    assert asyncio.run(store.get(account.password_id)) == KEY


def test_people_with_long_addresses_have_a_key_each(tmp_path: Path) -> None:
    accounts, store = AccountsFile(tmp_path), LastingStore()
    for name in ("one", "two"):
        email = f"the.reporting.department.of.the.northern.branch+{name}@acme.example"
        signed_in = mia(email=email)
        account = asyncio.run(keep(signed_in, ACME, f"key-of-{name}", store, accounts))
        assert account_of(signed_in, ACME, accounts.list()) == account
    assert len(accounts.list()) == 2
    assert sorted(store._secrets.values()) == ["key-of-one", "key-of-two"]


def test_namesakes_with_hidden_addresses_have_a_key_each(tmp_path: Path) -> None:
    accounts, store = AccountsFile(tmp_path), LastingStore()
    for user_id in ("u1", "u2", "u1", "u2"):
        signed_in = mia(email="", user_id=user_id)
        asyncio.run(keep(signed_in, ACME, f"key-of-{user_id}", store, accounts))
    assert {one.name: one.user_id for one in accounts.list()} == {
        "Mia Larsen · Standard": "u1",
        "Mia Larsen · Standard 2": "u2",
    }
    assert sorted(store._secrets.values()) == ["key-of-u1", "key-of-u2"]


def test_an_account_that_tells_nobodys_id_is_found_again(tmp_path: Path) -> None:
    accounts, store = AccountsFile(tmp_path), LastingStore()
    earlier = replace(account_of(mia(email=""), ACME, ()), user_id=None)
    accounts.add(earlier)
    account = asyncio.run(keep(mia(email=""), ACME, KEY, store, accounts))
    assert accounts.list() == (account,)
    assert account.password_id == earlier.password_id
    # From now on it tells whose it is.
    assert account.user_id == "u1"


def test_an_address_tells_whose_it_is_and_no_id_is_kept() -> None:
    first = account_of(mia(), ACME, ())
    assert first.user_id is None
    assert account_of(mia(user_id="u2"), ACME, (first,)) == first


def test_signing_out_removes_key_and_account(tmp_path: Path) -> None:
    accounts, store = AccountsFile(tmp_path), LastingStore()
    account = asyncio.run(keep(mia(), ACME, KEY, store, accounts))
    asyncio.run(sign_out(account, store, accounts))
    assert accounts.list() == ()
    assert store._secrets == {}
    asyncio.run(sign_out(account, store, accounts))


def test_no_password_store_is_said_with_its_reason() -> None:
    # The tests' own environment switches keyring off.
    found = asyncio.run(find_store())
    assert not found.store.lasting
    assert found.why_not is not None
    assert "password store" in found.why_not.title


def test_a_password_store_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    store = LastingStore()

    async def opened() -> LastingStore:
        return store

    monkeypatch.setattr(account_storage, "open_password_store", opened)
    found = asyncio.run(find_store())
    assert (found.store, found.why_not) == (store, None)
