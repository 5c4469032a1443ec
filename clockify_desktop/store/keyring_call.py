"""Calling what may block for ever, in code of others that holds a secret."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from clockify_desktop.daemon_threads import call_in_daemon
from clockify_desktop.store.errors import (
    NoPasswordStoreError,
    PasswordStoreError,
    PasswordStoreLockedError,
    PasswordStoreRefusedError,
    PasswordStoreSilentError,
)

_T = TypeVar("_T")
# By name, because their modules are imported only where there is such a store.
_MEANINGS: dict[str, type[PasswordStoreError]] = {
    "KeyringLocked": PasswordStoreLockedError,
    "LockedException": PasswordStoreLockedError,
    "NoKeyringError": NoPasswordStoreError,
    "SecretServiceNotAvailableException": NoPasswordStoreError,
    # The session's message bus, and with it the store, is not there or no longer.
    "FileNotFoundError": NoPasswordStoreError,
    "ConnectionError": NoPasswordStoreError,
}
# What can be undone is done and undone one after another: else a late one would undo
# what a second try has stored and reported.
_LOCK = threading.Lock()


async def call_within(
    limit_s: float, call: Callable[[], _T], undo: Callable[[], object] | None = None
) -> _T:
    """Call the password store in a thread of its own, for a limited time.

    A store that waits for a person blocks its thread until they answer.

    Args:
        undo: Takes back what the call did, in the same thread, if it succeeds when
            nobody waits for it any more.

    Raises:
        PasswordStoreError: The store refused, or did not answer in time. It has
            neither cause nor context: their frames hold the secret.
    """

    def answer() -> _T | PasswordStoreError:
        try:
            return call()
        except Exception as error:  # noqa: BLE001 - each backend has errors of its own
            return _meaning(error)

    def take_back(answered: _T | PasswordStoreError) -> None:
        if undo is not None and not isinstance(answered, PasswordStoreError):
            undo()

    with suppress(TimeoutError):
        async with asyncio.timeout(limit_s):
            answered = await call_in_daemon(
                answer,
                "password store",
                undo=take_back,
                lock=None if undo is None else _LOCK,
            )
        if isinstance(answered, PasswordStoreError):
            raise answered
        return answered
    raise PasswordStoreSilentError


def _meaning(error: Exception) -> PasswordStoreError:
    if isinstance(error, PasswordStoreError):
        return error
    for kind in type(error).__mro__:
        if kind.__name__ in _MEANINGS:
            return _MEANINGS[kind.__name__]()
    return PasswordStoreRefusedError()
