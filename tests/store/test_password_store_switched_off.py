import os
import subprocess
import sys
from pathlib import Path

import pytest
from keyring.util import platform_

from clockify_desktop.store.password_store import is_switched_off

VARIABLE = "PYTHON_KEYRING_BACKEND"
NULL = "keyring.backends.null.Keyring"
FAIL = "keyring.backends.fail.Keyring"
OTHER = "keyring.backends.SecretService.Keyring"


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where keyring looks for its file, with nothing in the environment."""
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setattr(platform_, "config_root", lambda: tmp_path)
    return tmp_path / "keyringrc.cfg"


def test_nothing_said_is_not_switched_off(config: Path) -> None:
    assert not config.exists()
    assert not is_switched_off()


@pytest.mark.parametrize(
    "content",
    [
        f"[backend]\ndefault-keyring={NULL}",
        f"[backend]\nDefault-Keyring = {FAIL} \n[other]\na=%(b)s\n",
    ],
)
def test_switched_off_in_the_file(config: Path, content: str) -> None:
    config.write_text(content)
    assert is_switched_off()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"default-keyring=" + NULL.encode(),
        b"[other]\ndefault-keyring=" + NULL.encode(),
        b"[backend]\nkeyring-path=/a",
        b"[backend]\ndefault-keyring",
        b"[backend]\ndefault-keyring=" + OTHER.encode(),
        b"[backend]\ndefault-keyring=\xff" + NULL.encode(),
    ],
)
def test_whatever_else_is_in_the_file_switches_nothing_off(
    config: Path, content: bytes
) -> None:
    config.write_bytes(content)
    assert not is_switched_off()


def test_the_home_of_nobody_switches_nothing_off(
    config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del config

    def refuse() -> Path:
        raise RuntimeError

    monkeypatch.setattr(platform_, "config_root", refuse)
    assert not is_switched_off()


def test_the_variable_comes_before_the_file(
    config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config.write_text(f"[backend]\ndefault-keyring={NULL}")
    monkeypatch.setenv(VARIABLE, OTHER)
    assert not is_switched_off()
    monkeypatch.setenv(VARIABLE, FAIL)
    config.unlink()
    assert is_switched_off()


def run(code: list[str], home: Path) -> str:
    environment = {"PATH": os.environ["PATH"], "HOME": str(home)}
    for name in ("APPDATA", "LOCALAPPDATA", "PYTHONPATH", "SYSTEMROOT"):
        if name in os.environ:
            environment[name] = os.environ[name]
    return subprocess.run(
        [sys.executable, *code],
        env=environment | {"LOCALAPPDATA": str(home)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_what_keyring_itself_writes_is_understood(tmp_path: Path) -> None:
    code = (
        "from clockify_desktop.store.password_store import is_switched_off\n"
        "print(is_switched_off())"
    )
    asked = ["-c", code]
    assert run(asked, tmp_path) == "False\n"
    run(["-m", "keyring", "--disable"], tmp_path)
    assert run(asked, tmp_path) == "True\n"


def test_a_backend_that_is_named_there_is_never_loaded(tmp_path: Path) -> None:
    run(["-m", "keyring", "--disable"], tmp_path)
    (written,) = tmp_path.rglob("keyringrc.cfg")
    (tmp_path / "plain_file.py").write_text("open('loaded', 'w').close()")
    written.write_text(
        f"[backend]\ndefault-keyring=plain_file.Keyring\nkeyring-path={tmp_path}\n"
    )
    code = (
        "import sys\n"
        "from clockify_desktop.store.password_store import is_switched_off\n"
        "print(is_switched_off(), 'plain_file' in sys.modules)"
    )
    assert run(["-c", code], tmp_path) == "False False\n"
