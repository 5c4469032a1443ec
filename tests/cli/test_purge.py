import os
import pty
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from clockify_desktop.app.single_instance import SingleInstance
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
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
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
    assert run(["--purge-data", "--yes"]) == 0
    said = capsys.readouterr()
    assert not home.exists()
    assert repr(store) == "MemoryPasswordStore(0 kept)"
    assert said.err == ""
    lines = said.out.splitlines()
    assert lines[0].startswith("Deleted: The key of mia (")
    assert f"Deleted: The list of fonts ({home / 'cache'})" in lines
    assert len(lines) == 5
    assert run(["--purge-data", "--yes"]) == 0
    assert capsys.readouterr().out == "Nothing was kept.\n"


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[bytes], None]]:
    """Put a person with an answer at the terminal."""
    ours, theirs = pty.openpty()
    with os.fdopen(ours, "wb", buffering=0) as typing, os.fdopen(theirs) as terminal:
        monkeypatch.setattr(sys, "stdin", terminal)
        yield lambda answer: (typing.write(answer), None)[1]


@pytest.mark.parametrize("answer", [b"\n", b"no\n", b"yess\n"])
def test_without_a_yes_everything_stays(
    home: Path,
    store: MemoryPasswordStore,
    answered: Callable[[bytes], None],
    capsys: pytest.CaptureFixture[str],
    answer: bytes,
) -> None:
    del store
    before = sorted(home.rglob("*"))
    answered(answer)
    assert run(["--purge-data"]) == 1
    assert sorted(home.rglob("*")) == before
    said = capsys.readouterr()
    assert said.err == "error: Nothing was deleted: You did not say yes.\n"
    assert said.out.startswith("This is kept of you here:\n  The key of mia (")
    assert f"  The list of fonts ({home / 'cache'})\n" in said.out
    assert said.out.endswith("Delete all of it? [y/N] ")


def test_after_a_yes_nothing_is_left_and_then_nothing_is_asked(
    home: Path,
    store: MemoryPasswordStore,
    answered: Callable[[bytes], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    answered(b"Y\n")
    assert run(["--purge-data"]) == 0
    assert not home.exists()
    assert repr(store) == "MemoryPasswordStore(0 kept)"
    capsys.readouterr()
    assert run(["--purge-data"]) == 0
    assert capsys.readouterr().out == "Nothing was kept.\n"


def test_without_a_terminal_yes_must_be_given(
    home: Path, store: MemoryPasswordStore, capsys: pytest.CaptureFixture[str]
) -> None:
    del store
    assert run(["--purge-data"]) == 2
    assert (home / "accounts.json").exists()
    assert "Add --yes to delete without a question" in capsys.readouterr().err


def test_yes_alone_opens_no_window(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--yes"]) == 2
    assert "--yes answers no question here" in capsys.readouterr().err


@pytest.mark.parametrize("demo", [False, True])
def test_while_a_window_is_open_nothing_is_deleted(
    home: Path,
    store: MemoryPasswordStore,
    capsys: pytest.CaptureFixture[str],
    *,
    demo: bool,
) -> None:
    del store
    before = sorted(home.rglob("*"))
    window = SingleInstance(QObject(), demo=demo)
    assert not window.is_taken()
    assert run(["--purge-data", "--yes"]) == 1
    assert sorted(home.rglob("*")) == before
    said = "error: The window is open: Close it, then try once more.\n"
    assert capsys.readouterr().err == said
    window.leave()
    assert run(["--purge-data", "--yes"]) == 0
    assert not home.exists()
    capsys.readouterr()


def test_where_qt_cannot_be_loaded_no_window_is_open(
    home: Path,
    store: MemoryPasswordStore,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    del store
    monkeypatch.setitem(sys.modules, "clockify_desktop.app.single_instance", None)
    assert run(["--purge-data", "--yes"]) == 0
    assert not home.exists()
    capsys.readouterr()


def test_what_is_not_the_programs_stays(
    home: Path, store: MemoryPasswordStore, capsys: pytest.CaptureFixture[str]
) -> None:
    del store
    (home / "foreign.txt").write_text("not ours")
    assert run(["--purge-data", "--yes"]) == 0
    assert [one.name for one in home.iterdir()] == ["foreign.txt"]
    capsys.readouterr()


def test_what_may_be_left_is_said(
    home: Path, store: MemoryPasswordStore, capsys: pytest.CaptureFixture[str]
) -> None:
    del store
    (home / "accounts.json").write_text("damaged")
    assert run(["--purge-data", "--yes"]) == 1
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
    assert run(["--purge-data", "--yes"]) == 1
    assert f"{home / 'cache'} could not be deleted" in capsys.readouterr().err
