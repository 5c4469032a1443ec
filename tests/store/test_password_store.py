import asyncio
import logging
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError
from keyring.util import platform_

from clockify_desktop.store import password_store
from clockify_desktop.store.errors import (
    NoPasswordStoreError,
    PasswordStoreLockedError,
    PasswordStoreSilentError,
)
from clockify_desktop.store.password_store import (
    KeyringPasswordStore,
    MemoryPasswordStore,
    PasswordStore,
    open_password_store,
)

SECRET = "canary-of-the-key"


class InMemory(KeyringBackend):
    """Behaves as the Secret Service does, without one."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False

    def _unlock(self) -> None:
        if self.locked:
            message = f"{self.kept}"
            raise KeyringLocked(message)

    def get_password(self, service: str, username: str) -> str | None:
        self._unlock()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._unlock()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._unlock()
        try:
            del self.kept[service, username]
        except KeyError:
            raise PasswordDeleteError from None


async def keep_and_forget(store: PasswordStore) -> list[str | None]:
    seen = [await store.get("a")]
    await store.set("a", SECRET)
    await store.set("b", "other")
    seen.append(await store.get("a"))
    await store.set("a", "newer")
    seen.append(await store.get("a"))
    await store.delete("a")
    await store.delete("a")
    return [*seen, await store.get("a"), await store.get("b")]


@pytest.mark.parametrize(
    "store", [KeyringPasswordStore(InMemory()), MemoryPasswordStore()]
)
def test_keeps_and_forgets(store: PasswordStore) -> None:
    expected = [None, SECRET, "newer", None, "other"]
    assert asyncio.run(keep_and_forget(store)) == expected


class Slow(InMemory):
    """Keeps a key when somebody has found the password at last."""

    def __init__(self) -> None:
        super().__init__()
        self.found = threading.Event()

    def set_password(self, service: str, username: str, password: str) -> None:
        self.thread = threading.current_thread()
        self.found.wait()
        super().set_password(service, username, password)


@pytest.mark.parametrize("earlier", [None, "earlier"])
def test_a_key_that_is_kept_too_late_is_taken_back(earlier: str | None) -> None:
    backend = Slow()
    if earlier is not None:
        backend.kept["clockify-desktop", "a"] = earlier
    before = dict(backend.kept)
    with pytest.raises(PasswordStoreSilentError):
        asyncio.run(KeyringPasswordStore(backend, 0.05).set("a", SECRET))
    backend.found.set()
    backend.thread.join()
    assert backend.kept == before


class Asking(InMemory):
    """Asks for its password before it tells anything."""

    def __init__(self) -> None:
        super().__init__()
        self.typed = threading.Event()
        self.writes = 0

    def get_password(self, service: str, username: str) -> str | None:
        self.thread = threading.current_thread()
        self.typed.wait()
        return super().get_password(service, username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self.writes += 1
        super().set_password(service, username, password)


def test_nothing_is_written_once_it_is_unlocked_too_late() -> None:
    backend = Asking()
    with pytest.raises(PasswordStoreSilentError):
        asyncio.run(KeyringPasswordStore(backend, 0.05).set("a", SECRET))
    backend.typed.set()
    backend.thread.join()
    assert backend.writes == 0


def test_only_the_real_one_lasts() -> None:
    assert KeyringPasswordStore(InMemory()).lasting
    assert not MemoryPasswordStore().lasting


def test_secrets_are_kept_under_the_programs_name() -> None:
    backend = InMemory()
    asyncio.run(KeyringPasswordStore(backend).set("a", SECRET))
    assert backend.kept == {("clockify-desktop", "a"): SECRET}


def test_locked_store_is_told(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    backend = InMemory()
    store = KeyringPasswordStore(backend)
    asyncio.run(store.set("a", SECRET))
    backend.locked = True
    for question in (store.get("a"), store.set("a", SECRET), store.delete("a")):
        with pytest.raises(PasswordStoreLockedError) as caught:
            asyncio.run(question)
        assert SECRET not in repr(caught.value)
    assert SECRET not in caplog.text


def test_repr_shows_no_secret() -> None:
    memory = MemoryPasswordStore()
    asyncio.run(memory.set("a", SECRET))
    real = KeyringPasswordStore(InMemory())
    asyncio.run(real.set("a", SECRET))
    assert repr(memory) == "MemoryPasswordStore(1 kept)"
    memory.clear()
    assert asyncio.run(memory.get("a")) is None
    assert SECRET not in repr(real)


@pytest.mark.parametrize("kind", ["null", "fail"])
def test_switched_off_by_the_person(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    def refuse(_module: str) -> None:
        # What is there is not even looked at.
        raise AssertionError

    monkeypatch.setattr(password_store, "import_module", refuse)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", f"keyring.backends.{kind}.Keyring")
    with pytest.raises(NoPasswordStoreError):
        asyncio.run(open_password_store())


def test_switched_off_in_keyrings_own_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND")
    monkeypatch.setattr(platform_, "config_root", lambda: tmp_path)
    # What is there is not even looked at.
    monkeypatch.setattr(password_store, "import_module", None)
    (tmp_path / "keyringrc.cfg").write_text(
        "[backend]\ndefault-keyring=keyring.backends.null.Keyring"
    )
    with pytest.raises(NoPasswordStoreError):
        asyncio.run(open_password_store())


def test_keyring_is_imported_only_when_asked_for() -> None:
    code = (
        "import sys, clockify_desktop.store.password_store\n"
        "assert not {'keyring', 'secretstorage', 'gi', 'dbus'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


PLAIN_FILE_BACKEND = """
from keyring.backend import KeyringBackend

class Keyring(KeyringBackend):
    priority = 100

    def get_password(self, service, username): ...
    def set_password(self, service, username, password): ...
    def delete_password(self, service, username): ...
"""
CHOICE = """
import asyncio, keyring
from clockify_desktop.store.password_store import open_password_store
print(type(keyring.get_keyring()).__module__)
asyncio.run(open_password_store())
"""


def test_backend_that_keeps_keys_readable_is_never_taken(tmp_path: Path) -> None:
    package = tmp_path / "plain_file.dist-info"
    package.mkdir()
    (package / "METADATA").write_text("Name: plain_file\nVersion: 1\n")
    (package / "entry_points.txt").write_text("[keyring.backends]\nplain=plain_file\n")
    (tmp_path / "plain_file.py").write_text(PLAIN_FILE_BACKEND)
    told = subprocess.run(
        [sys.executable, "-c", CHOICE],
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(tmp_path),
            "PYTHONPATH": str(tmp_path),
            # Nobody listens there.
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path}/bus",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    # The control: keyring itself would take it.
    assert told.stdout == "plain_file\n"
    assert "NoPasswordStoreError" in told.stderr
