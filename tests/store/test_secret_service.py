"""The password store against the real Secret Service, in a session of its own."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

MISSING = [
    program
    for program in ("dbus-run-session", "gnome-keyring-daemon")
    if shutil.which(program) is None
]
pytestmark = pytest.mark.skipif(
    bool(MISSING), reason=f"not installed here: {', '.join(MISSING)}"
)

# The keyring daemon ends with its session's bus. Its own messages are noise.
SESSION = """
eval "$(printf pw | gnome-keyring-daemon --unlock --components=secrets 2>/dev/null)"
exec "$@"
"""
START = """
import asyncio, json, os, signal, subprocess, sys, threading, time
import secretstorage
from clockify_desktop.domain.errors import AppError
from clockify_desktop.store.password_store import open_password_store

def tell(**values):
    print(json.dumps(values))

async def outcome(question):
    try:
        return await question
    except AppError as error:
        return type(error).__name__

def daemon():
    told = subprocess.run(
        ["dbus-send", "--session", "--print-reply=literal",
         "--dest=org.freedesktop.DBus", "/",
         "org.freedesktop.DBus.GetConnectionUnixProcessID",
         "string:org.freedesktop.secrets"],
        capture_output=True, text=True, check=True)
    return int(told.stdout.split()[-1])

async def main():
    store = await open_password_store(LIMIT)
"""


def in_session(folder: Path, body: str, limit_s: float = 20) -> dict[str, Any]:
    """Run a coroutine's body under a bus and a keyring of its own.

    Args:
        folder: Becomes home; the same folder keeps what was kept in it.
        body: Statements, indented; ``store`` is there.
        limit_s: Seconds after which the store gives a call up.

    Returns:
        What ``tell`` was given.
    """
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder)}
    for variable in ("XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME"):
        own = folder / variable
        own.mkdir(mode=0o700, exist_ok=True)
        environment[variable] = str(own)
    code = START.replace("LIMIT", str(limit_s)) + body + "\nasyncio.run(main())\n"
    inside = ["sh", "-c", SESSION, "session", sys.executable, "-c", code]
    told = subprocess.run(
        ["dbus-run-session", "--", *inside],  # noqa: S607 - found on the PATH above
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    answer: dict[str, Any] = json.loads(told.stdout)
    return answer


def test_secret_outlives_the_session_and_is_not_readable(tmp_path: Path) -> None:
    secret = "canary-of-the-key"
    first = in_session(
        tmp_path,
        f"""
    before = await store.get("a")
    await store.set("a", "older")
    await store.set("a", {secret!r})
    await store.set("b", "other")
    tell(before=before, store=repr(store))
""",
    )
    assert first["before"] is None
    assert first["store"] == "KeyringPasswordStore(keyring.backends.SecretService)"
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert any(path.suffix == ".keyring" for path in files)
    assert not any(secret.encode() in path.read_bytes() for path in files)
    second = in_session(
        tmp_path,
        """
    kept = await store.get("a")
    await store.delete("a")
    await store.delete("a")
    tell(kept=kept, after=await store.get("a"), other=await store.get("b"))
""",
    )
    assert second == {"kept": secret, "after": None, "other": "other"}


def test_locked_store_without_a_screen_to_ask_on(tmp_path: Path) -> None:
    told = in_session(
        tmp_path,
        """
    await store.set("a", "secret")
    bus = secretstorage.dbus_init()
    secretstorage.get_default_collection(bus).lock()
    bus.close()
    questions = store.get("a"), store.set("a", "new"), store.delete("a")
    tell(outcomes=[await outcome(one) for one in questions])
""",
    )
    assert told == {"outcomes": ["PasswordStoreLockedError"] * 3}


def test_stopped_store_is_given_up_and_does_not_hold_the_program(
    tmp_path: Path,
) -> None:
    told = in_session(
        tmp_path,
        """
    number = daemon()
    os.kill(number, signal.SIGSTOP)
    began = time.monotonic()
    questions = store.get("a"), store.set("a", "new"), store.delete("a")
    outcomes = [await outcome(one) for one in questions]
    waited = time.monotonic() - began
    os.kill(number, signal.SIGTERM)
    os.kill(number, signal.SIGCONT)
    tell(outcomes=outcomes, waited=waited)
""",
        limit_s=0.3,
    )
    assert told["outcomes"] == ["PasswordStoreSilentError"] * 3
    assert 0.9 <= told["waited"] < 5


def test_a_key_that_came_when_nobody_waited_is_not_kept(tmp_path: Path) -> None:
    told = in_session(
        tmp_path,
        """
    number = daemon()
    os.kill(number, signal.SIGSTOP)
    late = await outcome(store.set("a", "late"))
    os.kill(number, signal.SIGCONT)
    for thread in threading.enumerate():
        if thread.name == "password store":
            thread.join()
    before = await store.get("a")
    await store.set("a", "in time")
    tell(late=late, before=before, kept=await store.get("a"))
""",
        limit_s=1,
    )
    assert told == {
        "late": "PasswordStoreSilentError",
        "before": None,
        "kept": "in time",
    }


def test_store_that_went_away(tmp_path: Path) -> None:
    told = in_session(
        tmp_path,
        """
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nowhere"
    tell(
        known=await outcome(store.get("a")),
        new=await outcome(open_password_store(LIMIT)),
    )
""".replace("LIMIT", "20"),
    )
    assert told == {"known": "NoPasswordStoreError", "new": "NoPasswordStoreError"}
