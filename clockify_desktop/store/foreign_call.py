"""Calling what may block for ever, in code of others that holds a secret."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from typing import TypeVar

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


async def answer_within(
    limit_s: float, question: Callable[[], _T], undo: Callable[[], object] | None = None
) -> _T:
    """Ask the password store in a thread of its own, for a limited time.

    A store that waits for a person blocks its thread until they answer, and nothing
    can end that thread. So it is a daemon: neither the end of the event loop nor
    that of the program waits for it, as they would for ``asyncio.to_thread``.

    Args:
        limit_s: Seconds to wait.
        question: The blocking call.
        undo: Takes back what the question did, in the same thread, if its answer comes
            when nobody waits for it any more.

    Returns:
        The answer.

    Raises:
        PasswordStoreError: The question was refused, or not answered in time. It
            has neither cause nor context: their frames hold the secret.
    """
    answer: Future[_T] = Future()
    # From here on nobody can cancel it, so that a late answer finds it open.
    answer.set_running_or_notify_cancel()
    # Whether it came in time is decided once, for both threads.
    turn, left = threading.Lock(), threading.Event()

    def ask() -> None:
        try:
            told = question()
        except Exception as error:  # noqa: BLE001 - each backend has errors of its own
            answer.set_exception(_meaning(error))
        else:
            with turn:
                if not left.is_set():
                    answer.set_result(told)
                    return
            if undo is not None:
                with suppress(Exception):
                    undo()

    threading.Thread(target=ask, name="password store", daemon=True).start()
    try:
        async with asyncio.timeout(limit_s):
            return await asyncio.wrap_future(answer)
    except TimeoutError:
        with turn:
            left.set()
            if answer.done() and answer.exception() is None:
                return answer.result()
    except asyncio.CancelledError:
        with turn:
            left.set()
            came = answer.done() and answer.exception() is None
        if came and undo is not None:
            threading.Thread(target=undo, name="password store", daemon=True).start()
        raise
    raise PasswordStoreSilentError.made()


def _meaning(error: Exception) -> PasswordStoreError:
    if isinstance(error, PasswordStoreError):
        return error
    for kind in type(error).__mro__:
        if kind.__name__ in _MEANINGS:
            return _MEANINGS[kind.__name__].made()
    return PasswordStoreRefusedError.made()
