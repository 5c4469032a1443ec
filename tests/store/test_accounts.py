import json
import os
import stat
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from clockify_desktop.domain.errors import FileRefusedError, LookUpError, UsageError
from clockify_desktop.domain.identity import UserId, WorkspaceId
from clockify_desktop.files.temporary_files import temporary_name
from clockify_desktop.store.accounts import Account, AccountsFile
from clockify_desktop.store.errors import (
    AccountExistsError,
    AccountsTooNewError,
    AccountsUnreadableError,
)

CORE = "https://api.clockify.me/api/v1"
REPORTS = "https://reports.api.clockify.me/v1"


def account(name: str) -> Account:
    return Account(name, CORE, REPORTS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "config" / "clockify-desktop"


@pytest.fixture
def path(folder: Path) -> Path:
    return folder / "accounts.json"


@pytest.fixture
def accounts(folder: Path) -> AccountsFile:
    return AccountsFile(folder)


def put(path: Path, content: bytes) -> bytes:
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    return content


def test_no_file_is_no_account_and_makes_none(
    accounts: AccountsFile, folder: Path
) -> None:
    assert accounts.list() == ()
    assert accounts.default() is None
    assert not folder.exists()


def test_what_was_added_is_there_at_the_next_start(
    accounts: AccountsFile, folder: Path
) -> None:
    there = Account("Ünter & Söhne", CORE, REPORTS, "addon", WorkspaceId("w1"))
    accounts.add(there)
    accounts.add(account("acme"))
    assert AccountsFile(folder).list() == (account("acme"), there)


def test_a_list_of_an_earlier_version_is_read_and_written_on(
    accounts: AccountsFile, path: Path
) -> None:
    earlier = {"name": "Acme", "core_url": CORE, "reports_url": REPORTS}
    earlier |= {"kind": "key", "workspace_id": "w1"}
    known = {"version": 1, "last_used": "Acme", "accounts": [earlier]}
    put(path, json.dumps(known).encode())
    there = Account("Acme", CORE, REPORTS, workspace_id=WorkspaceId("w1"))
    mia = Account("Mia", CORE, REPORTS, user_id=UserId("u1"))
    assert accounts.default() == there
    accounts.add(mia)
    assert accounts.list() == (there, mia)
    assert accounts.default() == there
    # An earlier program leaves it alone instead of setting it aside.
    assert json.loads(path.read_bytes())["version"] == 2


def test_file_and_folder_are_for_one_person(accounts: AccountsFile, path: Path) -> None:
    earlier = os.umask(0)
    try:
        accounts.add(account("Acme"))
    finally:
        os.umask(earlier)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_file_is_where_the_program_keeps_its_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLOCKIFY_DESKTOP_HOME", str(tmp_path / "stick"))
    AccountsFile().add(account("Acme"))
    assert (tmp_path / "stick" / "accounts.json").exists()


def test_names_are_one_whatever_their_case(accounts: AccountsFile) -> None:
    accounts.add(account("Große Straße"))
    with pytest.raises(AccountExistsError, match="“Große Straße”"):
        accounts.add(account("GROSSE STRASSE"))
    assert accounts.find("grosse strasse").name == "Große Straße"
    with pytest.raises(AccountExistsError, match="“Große Straße”"):
        accounts.add(account("Große  Straße"))
    assert accounts.find(" Große\N{EM SPACE}Straße ").name == "Große Straße"


@pytest.mark.parametrize(
    "name", ["", " ", "Acme ", "\tAcme", "two\nlines", "n" * 61, "a\0b", "a\u202eb"]
)
def test_unusable_names(accounts: AccountsFile, path: Path, name: str) -> None:
    with pytest.raises(UsageError):
        accounts.add(account(name))
    assert not path.exists()


def test_unknown_name_tells_the_known_ones(accounts: AccountsFile) -> None:
    with pytest.raises(LookUpError, match="Add it first"):
        accounts.find("Acme")
    accounts.add(account("Beta"))
    accounts.add(account("Alpha"))
    with pytest.raises(LookUpError, match=r"“Acme”.*: Use one of: Alpha, Beta"):
        accounts.find("Acme")
    with pytest.raises(LookUpError):
        accounts.remove("Acme")
    with pytest.raises(LookUpError):
        accounts.mark_used("Acme")


def test_default_is_the_only_one_or_the_last_used(accounts: AccountsFile) -> None:
    accounts.add(account("Alpha"))
    assert accounts.default() == account("Alpha")
    accounts.add(account("Beta"))
    assert accounts.default() is None
    accounts.mark_used("BETA")
    assert accounts.default() == account("Beta")
    accounts.mark_used("alpha")
    assert accounts.default() == account("Alpha")
    assert accounts.remove("ALPHA") == account("Alpha")
    assert accounts.default() == account("Beta")
    accounts.add(account("Alpha"))
    # The one that was last used is gone, and its namesake is another one.
    assert accounts.default() is None


def test_keeping_replaces_the_namesake_and_makes_it_the_default(
    accounts: AccountsFile,
) -> None:
    accounts.add(account("Alpha"))
    accounts.add(account("Beta"))
    accounts.keep(account("ALPHA"))
    assert accounts.list() == (account("ALPHA"), account("Beta"))
    assert accounts.default() == account("ALPHA")
    with pytest.raises(UsageError):
        accounts.keep(account(" "))


def test_removing_another_keeps_the_default(accounts: AccountsFile) -> None:
    for name in ("Alpha", "Beta", "Gamma"):
        accounts.add(account(name))
    accounts.mark_used("Beta")
    accounts.remove("Alpha")
    assert accounts.default() == account("Beta")


def test_same_default_is_not_written_again(accounts: AccountsFile, path: Path) -> None:
    accounts.add(account("Alpha"))
    accounts.mark_used("Alpha")
    before = path.stat().st_ino
    accounts.mark_used("alpha")
    assert path.stat().st_ino == before


def test_changes_at_the_same_time_lose_nothing(accounts: AccountsFile) -> None:
    names = [f"account {n}" for n in range(8)]
    start = threading.Barrier(2 * len(names))

    def add(name: str) -> None:
        start.wait()
        accounts.keep(account(name))

    def mark(name: str) -> None:
        start.wait()
        with suppress(LookUpError):
            accounts.mark_used(name)

    with ThreadPoolExecutor(2 * len(names)) as threads:
        done = [threads.submit(job, one) for one in names for job in (add, mark)]
    for one in done:
        one.result()
    assert [one.name for one in accounts.list()] == names


GOOD = {"name": "A", "core_url": CORE, "reports_url": REPORTS}
DAMAGED = [
    b"",
    b"{",
    b"[]",
    b"null",
    b"\xff\xfe",
    b"[" * 100_000,
    b'{"version":1,"x":' + b"[" * 100_000,
    b'{"version":"1"}',
    b'{"accounts":[]}',
    b'{"version":1,"accounts":[{"name":"Acme"}]}',
    json.dumps({"version": 1, "accounts": [GOOD | {"kind": "password"}]}).encode(),
    json.dumps({"version": 1, "accounts": [GOOD | {"key": "s"}]}).encode(),
    json.dumps({"version": 1, "accounts": [GOOD, GOOD | {"name": "a"}]}).encode(),
    json.dumps({"version": 1, "accounts": [GOOD | {"name": "a\nb"}]}).encode(),
]


@pytest.mark.parametrize("content", DAMAGED)
def test_damaged_file_is_set_aside_and_said_once(
    accounts: AccountsFile, path: Path, content: bytes
) -> None:
    put(path, content)
    with pytest.raises(AccountsUnreadableError) as caught:
        accounts.list()
    aside = path.with_name("accounts.json.unreadable-1")
    assert caught.value.aside == aside
    assert aside.read_bytes() == content
    assert "accounts.json.unreadable-1" in caught.value.advice
    assert caught.value.__context__ is None
    assert accounts.list() == ()


def test_second_damaged_file_does_not_overwrite_the_first(
    accounts: AccountsFile, path: Path
) -> None:
    put(path, b"first")
    for content in (b"second", b"third"):
        with pytest.raises(AccountsUnreadableError):
            accounts.add(account("Acme"))
        path.write_bytes(content)
    with pytest.raises(AccountsUnreadableError):
        accounts.add(account("Acme"))
    aside = [path.with_name(f"accounts.json.unreadable-{n}") for n in (1, 2, 3)]
    assert [one.read_bytes() for one in aside] == [b"first", b"second", b"third"]


def test_damaged_file_that_cannot_be_set_aside_stays(
    accounts: AccountsFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(path, b"damaged")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(FileRefusedError, match="could not be set aside"):
        accounts.list()
    assert path.read_bytes() == b"damaged"


@pytest.mark.parametrize("content", [b'{"version":3}', b'{"version":9,"accounts":7}'])
def test_newer_file_is_left_alone(
    accounts: AccountsFile, path: Path, content: bytes
) -> None:
    put(path, content)
    for attempt in (
        accounts.list,
        accounts.default,
        lambda: accounts.add(account("Acme")),
        lambda: accounts.remove("Acme"),
    ):
        with pytest.raises(AccountsTooNewError):
            attempt()
    assert path.read_bytes() == content
    assert [one.name for one in path.parent.iterdir()] == ["accounts.json"]


def test_disk_that_refuses_to_read(accounts: AccountsFile, path: Path) -> None:
    # What should be its folder is a file.
    path.parent.parent.mkdir(parents=True, exist_ok=True)
    path.parent.write_text("")
    with pytest.raises(FileRefusedError, match=r"could not be read"):
        accounts.list()


def test_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FileRefusedError):
        AccountsFile(tmp_path / "file" / "folder").add(account("Acme"))
    (tmp_path / "round").symlink_to("round")
    with pytest.raises(FileRefusedError):
        AccountsFile(tmp_path / "round").add(account("Acme"))


def test_folder_whose_parent_is_a_dangling_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("nowhere")
    with pytest.raises(FileRefusedError, match="could not be made"):
        AccountsFile(tmp_path / "link").add(account("Acme"))


def test_leftovers_of_a_killed_program_go(accounts: AccountsFile, folder: Path) -> None:
    accounts.add(account("Alpha"))
    leftover = folder / temporary_name()
    leftover.write_bytes(b"{")
    os.utime(leftover, (0, 0))
    accounts.add(account("Beta"))
    assert not leftover.exists()


def test_password_id_changes_with_the_addresses() -> None:
    # Otherwise a changed address in the file would be sent the key.
    ids = {
        Account(name, core, reports, kind).password_id
        for name in ("Acme", "Beta")
        for core in (CORE, "https://evil.example/api/v1")
        for reports in (REPORTS, "https://evil.example/v1")
        for kind in ("key", "addon")
    }
    assert len(ids) == 16
    moved = Account("Acme", CORE, REPORTS, "key", WorkspaceId("w2"))
    assert moved.password_id == account("Acme").password_id
