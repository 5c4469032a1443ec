import json
import os
from pathlib import Path
from typing import Any

import pytest

from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.files.regular_files import LARGEST
from clockify_desktop.store.accounts import Account, AccountsFile, damaged_accounts

CORE = "https://api.clockify.me/api/v1"
REPORTS = "https://reports.api.clockify.me/v1"
MIA = Account("Mia · EU", CORE, REPORTS)
ADA = Account("Ada", CORE, REPORTS, "addon", WorkspaceId("w1"))


def fields(account: Account) -> dict[str, Any]:
    return {"name": account.name, "core_url": CORE, "reports_url": REPORTS}


def ids(folder: Path) -> set[str]:
    return {one.password_id for one in damaged_accounts(folder)}


@pytest.fixture
def written(tmp_path: Path) -> bytes:
    accounts = AccountsFile(tmp_path / "other")
    for one in (MIA, ADA):
        accounts.add(one)
    return (tmp_path / "other" / "accounts.json").read_bytes()


def put(folder: Path, content: bytes, number: int = 1) -> None:
    (folder / f"accounts.json.unreadable-{number}").write_bytes(content)


def test_nothing_set_aside_is_nobody(tmp_path: Path) -> None:
    assert damaged_accounts(tmp_path / "not there") == ()


def test_a_pipe_that_was_set_aside_names_nobody(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "accounts.json.unreadable-1")
    assert damaged_accounts(tmp_path) == ()


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text,
        lambda text: text[1:],
        lambda text: text[: text.rindex(b"]")],
        lambda text: text.replace(b'"workspace_id": "w1"', b'"workspace_id": 7'),
        lambda text: text.replace(b'"workspace_id"', b'"workplace"'),
        lambda text: b"{{{" + text.replace(b'"accounts"', b"accounts"),
    ],
)
def test_accounts_are_found_wherever_the_damage_is(
    tmp_path: Path, written: bytes, damage: Any
) -> None:
    put(tmp_path, damage(written))
    assert ids(tmp_path) == {MIA.password_id, ADA.password_id}


def test_one_that_is_damaged_itself_does_not_hide_the_other(
    tmp_path: Path, written: bytes
) -> None:
    put(tmp_path, written[: written.index(b"Ada") - 1])
    assert ids(tmp_path) == {MIA.password_id}


def test_lists_are_put_together(tmp_path: Path) -> None:
    put(tmp_path, json.dumps([fields(MIA)]).encode())
    put(tmp_path, json.dumps([fields(MIA), fields(ADA)]).encode(), 2)
    assert [one.name for one in damaged_accounts(tmp_path)] == ["Mia · EU", "Ada"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"{}",
        b"\xff\xfe{\xff}",
        b"{" * 100_000,
        b'{"a":' + b"[" * 100_000 + b"}",
        json.dumps(fields(MIA) | {"name": "two\nlines"}).encode(),
        json.dumps(fields(MIA) | {"kind": "password"}).encode(),
        b" " * LARGEST + json.dumps(fields(MIA)).encode(),
    ],
)
def test_what_is_no_account_is_passed_over(tmp_path: Path, content: bytes) -> None:
    put(tmp_path, content)
    assert damaged_accounts(tmp_path) == ()


def test_what_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "accounts.json.unreadable-1").mkdir()
    put(tmp_path, json.dumps(fields(MIA)).encode(), 2)
    assert ids(tmp_path) == {MIA.password_id}
