"""Keeping keys in the computer's own password store, or for this run alone.

``keyring`` would choose its backend itself, and with ``keyrings.alt`` installed it
puts a key into a readable file without a word. So the backend is chosen here, from a
list of those that encrypt what they keep; of keyring's own settings only those count
that say "no password store, please".
"""

import os
import sys
from configparser import Error, RawConfigParser
from functools import partial
from importlib import import_module
from typing import Protocol

from clockify_desktop.store.errors import NoPasswordStoreError, PasswordStoreOffError
from clockify_desktop.store.keyring_call import call_within

SERVICE = "clockify-desktop"
# A person may have to find and type the password of the password store.
LIMIT_S = 60.0
_ALLOWED = {
    "win32": (("Windows", "WinVaultKeyring"),),
    "darwin": (("macOS", "Keyring"),),
}
# Always in this order, so that one computer does not keep keys in two places.
_ALLOWED_ELSEWHERE = (
    ("SecretService", "Keyring"),
    ("libsecret", "Keyring"),
    ("kwallet", "DBusKeyring"),
)

# How keyring is told so: a variable, and a file that ``keyring --disable`` writes.
_VARIABLE = "PYTHON_KEYRING_BACKEND"
_FILE_NAME = "keyringrc.cfg"
_OFF = ("keyring.backends.null.Keyring", "keyring.backends.fail.Keyring")


class PasswordStore(Protocol):
    """Where secrets are kept; each belongs to one id.

    Each call raises ``PasswordStoreError`` when the store is locked, refuses or does
    not answer.
    """

    @property
    def lasting(self) -> bool:
        """Whether secrets are still there at the next start."""

    async def get(self, account_id: str) -> str | None:
        """Fetch a secret; ``None`` where none is kept."""

    async def set(self, account_id: str, secret: str) -> None:
        """Keep a secret in place of an earlier one; nothing new is kept on an error."""

    async def delete(self, account_id: str) -> None:
        """Forget a secret, if there is one."""


class Backend(Protocol):
    """The part of a keyring backend that is used here."""

    def get_password(self, service: str, username: str) -> str | None:
        """Fetch a password or ``None``."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a password."""

    def delete_password(self, service: str, username: str) -> None:
        """Forget a password; fails where there is none."""


class KeyringPasswordStore:
    """The computer's own password store, by a backend that encrypts what it keeps."""

    lasting = True

    def __init__(self, backend: Backend, limit_s: float = LIMIT_S) -> None:
        self._backend = backend
        self._limit_s = limit_s

    def __repr__(self) -> str:
        return f"KeyringPasswordStore({type(self._backend).__module__})"

    async def get(self, account_id: str) -> str | None:
        """Fetch a secret, see ``PasswordStore``."""
        ask = partial(self._backend.get_password, SERVICE, account_id)
        return await call_within(self._limit_s, ask)

    async def set(self, account_id: str, secret: str) -> None:
        """Keep a secret, see ``PasswordStore``."""
        # It asks for the store's password. One that is typed too late unlocks the
        # store then, and nothing is written.
        await self.get(account_id)
        earlier: str | None = None

        def keep() -> None:
            nonlocal earlier
            earlier = self._backend.get_password(SERVICE, account_id)
            self._backend.set_password(SERVICE, account_id, secret)

        def take_back() -> None:
            # Nobody would know of it: neither signing out nor deleting finds it.
            if earlier is None:
                self._delete(account_id)
            else:
                self._backend.set_password(SERVICE, account_id, earlier)

        await call_within(self._limit_s, keep, take_back)

    async def delete(self, account_id: str) -> None:
        """Forget a secret, see ``PasswordStore``."""
        await call_within(self._limit_s, partial(self._delete, account_id))

    def _delete(self, account_id: str) -> None:
        # Backends raise one and the same error for "there is none" and for "no".
        if self._backend.get_password(SERVICE, account_id) is not None:
            self._backend.delete_password(SERVICE, account_id)


class MemoryPasswordStore:
    """Keeps secrets until the program ends, where there is no password store."""

    lasting = False

    def __init__(self) -> None:
        self._secrets: dict[str, str] = {}

    def __repr__(self) -> str:
        return f"MemoryPasswordStore({len(self._secrets)} kept)"

    async def get(self, account_id: str) -> str | None:
        """Fetch a secret, see ``PasswordStore``."""
        return self._secrets.get(account_id)

    async def set(self, account_id: str, secret: str) -> None:
        """Keep a secret, see ``PasswordStore``."""
        self._secrets[account_id] = secret

    async def delete(self, account_id: str) -> None:
        """Forget a secret, see ``PasswordStore``."""
        self._secrets.pop(account_id, None)

    def clear(self) -> None:
        """Forget every secret."""
        self._secrets.clear()


async def open_password_store(limit_s: float = LIMIT_S) -> KeyringPasswordStore:
    """Find the computer's password store; it is not unlocked yet.

    Args:
        limit_s: Seconds after which this, and later each call, is given up.

    Raises:
        NoPasswordStoreError: There is none that may be trusted with a key; a
            ``MemoryPasswordStore`` can take its place.
        PasswordStoreSilentError: The session's message bus did not answer.
    """
    backend = await call_within(limit_s, _find_backend)
    return KeyringPasswordStore(backend, limit_s)


def _find_backend() -> Backend:
    """Take the first backend of the list that works here.

    It imports ``keyring`` (some 100 ms) and asks the session's message bus.
    """
    if is_switched_off():
        raise PasswordStoreOffError
    for module, name in _ALLOWED.get(sys.platform, _ALLOWED_ELSEWHERE):
        kind = getattr(import_module(f"keyring.backends.{module}"), name)
        if kind.viable:
            backend: Backend = kind()
            return backend
    raise NoPasswordStoreError


def is_switched_off() -> bool:
    """Tell whether no password store is to be used; it may read a small file."""
    # As in keyring: where the variable is set, the file does not count.
    chosen = os.environ.get(_VARIABLE)
    return (_named_in_file() if chosen is None else chosen) in _OFF


def _named_in_file() -> str | None:
    # It imports keyring, some 100 ms, and none of its backends that keep anything.
    from keyring.util.platform_ import config_root  # noqa: PLC0415 - see above

    config = RawConfigParser()
    try:
        # One that is not there, or not to be read, is passed over.
        config.read(config_root() / _FILE_NAME, encoding="utf-8")
        chosen = config.get("backend", "default-keyring", fallback=None)
    # The last one where there is no home to look in.
    except (Error, UnicodeDecodeError, RuntimeError):
        return None
    return chosen and chosen.strip()
