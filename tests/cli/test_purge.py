from pathlib import Path

import pytest

from clockify_desktop.cli import purge
from clockify_desktop.cli.program import run
from clockify_desktop.store.accounts import Account, AccountsFile
from clockify_desktop.store.folders import ERROR_LOG, VARIABLE
from clockify_desktop.store.password_store import MemoryPasswordStore
from clockify_desktop.store.settings import SettingsFile, WindowSettings

MIA = Account("mia", "https://c.example/api/v1", "https://c.example/report/v1")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's folder with everything in it, and the key in a store."""
    folder = tmp_path / "home"
    monkeypatch.setenv(VARIABLE, str(folder))
    accounts = AccountsFile()
    accounts.add(MIA)
    SettingsFile().keep_window(WindowSettings())
    (folder / ERROR_LOG).write_text("an error")
    (folder / "cache").mkdir()
    (folder / "cache" / "fontlist.json").write_text("{}")
    return folder


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> MemoryPasswordStore:
    opened = MemoryPasswordStore()

    async def find() -> MemoryPasswordStore:
        await opened.set(MIA.password_id, "the-key-of-nothing")
        return opened

    monkeypatch.setattr(purge, "open_password_store", find)
    return opened


def test_nothing_is_left_and_each_thing_is_named(
    home: Path, store: MemoryPasswordStore, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--purge-data"]) == 0
    said = capsys.readouterr()
    assert not home.exists()
    assert repr(store) == "MemoryPasswordStore(0 kept)"
    assert said.err == ""
    lines = said.out.splitlines()
    assert lines[0].startswith("Deleted: The key of mia (")
    assert f"Deleted: The list of fonts ({home / 'cache'})" in lines
    assert len(lines) == 5
    assert run(["--purge-data"]) == 0
    assert capsys.readouterr().out == "Nothing was kept.\n"


def test_what_is_not_the_programs_stays(
    home: Path, store: MemoryPasswordStore, capsys: pytest.CaptureFixture[str]
) -> None:
    del store
    (home / "foreign.txt").write_text("not ours")
    assert run(["--purge-data"]) == 0
    assert [one.name for one in home.iterdir()] == ["foreign.txt"]
    capsys.readouterr()


def test_what_may_be_left_is_said(
    home: Path, store: MemoryPasswordStore, capsys: pytest.CaptureFixture[str]
) -> None:
    del store
    (home / "accounts.json").write_text("damaged")
    assert run(["--purge-data"]) == 1
    assert not home.exists()
    assert "Keys of a damaged list of accounts may be left" in capsys.readouterr().err


def test_a_disk_that_refuses_is_named(
    home: Path,
    store: MemoryPasswordStore,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    del store

    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(purge.shutil, "rmtree", refuse)
    assert run(["--purge-data"]) == 1
    assert f"{home / 'cache'} could not be deleted" in capsys.readouterr().err
